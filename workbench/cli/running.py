"""Run one command line: whatever happens becomes words and an exit code."""

import os
import sys
import warnings
from collections.abc import Sequence

import typer

from workbench.cli.app import command_line
from workbench.cli.complaints import complain, report_bug, say
from workbench.cli.output import ReaderGone, finish, let_go
from workbench.errors import FAILURES, ExitCode, Failure, describe
from workbench.locations import locations


def run(arguments: Sequence[str]) -> int:
    """Run a command and give its exit code; nothing but the end of the process gets out of here."""
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    try:
        code = command_line(arguments).main(list(arguments), "workbench", standalone_mode=False)
        finish()
    except typer.TyperException as wrong:
        complain(_misuse(wrong))
        return wrong.exit_code
    except FAILURES as failure:
        answer = describe(failure)
        complain(answer)
        return answer.exit_code
    except (KeyboardInterrupt, typer.Abort):
        code = ExitCode.INTERRUPTED
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else ExitCode.OK
    except ReaderGone:
        let_go()
        return ExitCode.OK
    except Exception as bug:  # noqa: BLE001 - the last net: a bug becomes one line and a file
        report_bug(bug, locations(os.environ).log)
        return ExitCode.FAILED
    if code == ExitCode.INTERRUPTED:
        say("Interrupted.")
    return code if isinstance(code, int) else ExitCode.OK


def _misuse(wrong: typer.TyperException) -> Failure:
    """Say how a command was used wrongly, with the command whose help tells more."""
    path = getattr(getattr(wrong, "ctx", None), "command_path", "workbench")
    return Failure(wrong.format_message().replace("Value error, ", ""), f"See '{path} --help'.", ExitCode.USAGE)
