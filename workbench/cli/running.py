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
    context = getattr(wrong, "ctx", None)
    path = getattr(context, "command_path", "workbench")
    message = wrong.format_message().replace("Value error, ", "")
    if message == "Missing command.":
        known = context.command.list_commands(context) if context is not None else []
        message = f"'{path}' needs a command: {', '.join(known)}."
    return Failure(message, f"See '{path} --help'.", ExitCode.USAGE)
