"""The command line: its global options, and its commands, each imported when it is chosen."""

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from importlib import import_module
from typing import cast

import typer
from typer.core import TyperCommand, TyperGroup

from workbench.cli.options import Database
from workbench.errors import ExitCode

Command = TyperCommand | TyperGroup

_HELP = frozenset({"--help", "-h"})
_MODULES = {
    "demo": "demo",
    "tui": "tui",
    "add": "add",
    "extract": "extract",
    "claim": "claim",
    "import": "imports",
    "list": "lists",
    "search": "search",
    "saved": "saved",
    "match": "match",
    "matches": "matches",
    "priors": "priors",
    "semantic": "semantic",
    "show": "show",
    "coverage": "coverage",
    "take-in": "take_in",
    "article": "article",
    "queue": "queue",
    "take": "take",
    "attach": "attach",
    "detach": "detach",
    "evidence": "evidence",
    "source": "source",
    "search-log": "search_log",
    "reply": "reply",
    "correction-request": "correction_requests",
    "record": "record",
    "skip": "skip",
    "keep": "keep",
    "hand-back": "hand_back",
    "return": "send_back",
    "comment": "comment",
    "lint": "lint",
    "signoff": "signoff",
    "adjudicate": "adjudicate",
    "scale": "scale",
    "publisher": "publisher",
    "publish": "publish",
    "correct": "correct",
    "withdraw": "withdraw",
    "reopen": "reopen",
    "undo": "undo",
    "redo": "redo",
    "drafts": "drafts",
    "notices": "notices",
    "review": "review",
    "agreement": "agreement",
    "balance": "balance",
    "party": "party",
    "impact": "impact",
    "export": "export",
    "verify": "verify",
    "gc": "spare_files",
    "backup": "backup",
    "restore": "restore",
    "journal": "journal",
    "doctor": "doctor",
    "team": "team",
    "db": "databases",
    "keys": "keys",
    "version": "version",
}
_MEANINGS = {
    ExitCode.OK: "done",
    ExitCode.FAILED: "failed",
    ExitCode.USAGE: "wrong use of a command, or a setting that can't be used",
    ExitCode.BAD_INPUT: "a file, page or value can't be used",
    ExitCode.NOT_FOUND: "there is no such claim, article, queue or person",
    ExitCode.DATABASE: "the database can't be opened, read or written",
    ExitCode.CONFLICT: "somebody else was faster, or the desk's rules don't allow it",
    ExitCode.NETWORK: "a web address was refused or did not answer",
    ExitCode.NOTHING_FREE: "there is no claim to take now; standard error says why",
    ExitCode.NOT_AS_IT_WAS: "a source that was looked at again is not as it was",
    ExitCode.INTERRUPTED: "interrupted",
}
# "\b" keeps the lines of the paragraph as they are.
_EPILOG = "\b\nExit codes:\n" + "\n".join(f"{code.value:>5}  {words}" for code, words in _MEANINGS.items())


class ChosenCommands(Mapping[str, Command]):
    """The commands by name; looking one up imports it, so that what is not asked for costs nothing."""

    def __init__(self, *, with_help: bool) -> None:
        self._with_help = with_help

    def __getitem__(self, name: str) -> Command:
        """Import a command."""
        module = import_module(f"workbench.cli.commands.{_MODULES[name]}")
        command = cast("Command", typer.main.get_command(module.app))
        command.name = name
        command.add_help_option = self._with_help
        return command

    def __iter__(self) -> Iterator[str]:
        """Name the commands in the order of the help."""
        return iter(_MODULES)

    def __len__(self) -> int:
        """Count the commands."""
        return len(_MODULES)


def command_line(arguments: Sequence[str]) -> TyperGroup:
    """Build the command line for these arguments, and of its options only those that can occur in them.

    Typer reads every option, ``--help`` included, with pydantic, whose import alone takes longer than a small
    command does. Where the arguments begin with a command, no global option can follow.
    """
    options_first = not arguments or arguments[0].startswith("-")
    with_help = options_first or not _HELP.isdisjoint(arguments)
    app = typer.Typer(
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=options_first,
        add_help_option=with_help,
        epilog=_EPILOG,
        context_settings={"help_option_names": sorted(_HELP)},
    )
    app.callback(invoke_without_command=True)(start if options_first else go_on)
    group = cast("TyperGroup", typer.main.get_command(app))
    group.commands = cast("MutableMapping[str, object]", ChosenCommands(with_help=with_help))  # type: ignore[assignment]
    return group


def start(context: typer.Context, database: Database = None) -> None:
    """A fact-checking desk for the terminal. Without a command it opens the terminal desk."""  # noqa: D401
    context.obj = database
    if context.invoked_subcommand is None:
        from workbench.cli.commands.tui import tui  # noqa: PLC0415 - only here, as every other command

        tui(context)


def go_on() -> None:
    """Leave everything to the command."""
