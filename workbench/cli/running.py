"""Run one command line."""

from collections.abc import Sequence

import typer

from workbench.cli.app import command_line
from workbench.cli.complaints import complain
from workbench.cli.ending import ended
from workbench.cli.output import finish
from workbench.errors import ExitCode, Failure


def run(arguments: Sequence[str]) -> int:
    """Run a command and give its exit code."""
    return ended(lambda: _run(arguments))


def _run(arguments: Sequence[str]) -> object:
    try:
        code = command_line(arguments).main(list(arguments), "workbench", standalone_mode=False)
        finish()
    except typer.TyperException as wrong:
        complain(_misuse(wrong))
        return wrong.exit_code
    except typer.Abort:
        return ExitCode.INTERRUPTED
    return code


def _misuse(wrong: typer.TyperException) -> Failure:
    """Say how a command was used wrongly, with the command whose help tells more."""
    path = getattr(getattr(wrong, "ctx", None), "command_path", "workbench")
    return Failure(wrong.format_message().replace("Value error, ", ""), f"See '{path} --help'.", ExitCode.USAGE)
