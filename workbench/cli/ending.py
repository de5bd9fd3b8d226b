"""How the process ends: whatever happens becomes words and an exit code."""

import os
import sys
import warnings
from collections.abc import Callable

from workbench.cli.complaints import complain, report_bug, say
from workbench.errors import FAILURES, ExitCode, describe
from workbench.locations import locations


class ReaderGone(Exception):
    """Whoever read the output has closed it, as ``head`` does; there is nobody left to write for."""


def ended(run: Callable[[], object]) -> int:
    """Run something and give the exit code; nothing but the end of the process gets out of here."""
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    try:
        code = run()
    except FAILURES as failure:
        answer = describe(failure)
        complain(answer)
        return answer.exit_code
    except KeyboardInterrupt:
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


def let_go() -> None:
    """Send what is still to be written nowhere, so that the end of the process does not stumble over it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
