"""All commands. Keys, footer, palette, help and key card are made from here."""

from collections.abc import Sequence
from types import MappingProxyType

from workbench.tui.commands import answering, looking, working
from workbench.tui.commands.command import Command, DeskCommand, DialogCommand, Place
from workbench.tui.keymap import Keyed, resolve

DESK_COMMANDS: tuple[DeskCommand, ...] = (
    working.TakeNext(),
    working.ChooseRating(),
    working.AttachEvidence(),
    working.SkipClaim(),
    working.Undo(),
    working.PickClaim(),
    working.HandBack(),
    working.RecordVerdict(),
    working.DetachEvidence(),
    working.Redo(),
    working.ResumeDraft(),
    looking.OpenClaim(),
    looking.PaneRight(),
    looking.PaneLeft(),
    looking.CursorDown(),
    looking.CursorUp(),
    looking.PageDown(),
    looking.PageUp(),
    looking.GoToStart(),
    looking.GoToEnd(),
    looking.NextClaim(),
    looking.PreviousClaim(),
    looking.FilterClaims(),
    looking.SearchClaims(),
    looking.ClearFilter(),
    looking.GoBack(),
    looking.AddArticle(),
    looking.AddClaim(),
    looking.ExportArticle(),
    looking.Quit(),
    looking.ShowHelp(),
)
"""The commands of the desk's screen, in the order of help and footer."""

DIALOG_COMMANDS: tuple[DialogCommand, ...] = (
    answering.SubmitDialog(),
    answering.CloseDialog(),
    answering.OpenEditor(),
    answering.DropDraft(),
)
"""The commands inside dialogs."""

COMMANDS: tuple[Command, ...] = (*DESK_COMMANDS, *DIALOG_COMMANDS)
"""Every command."""

BY_NAME = MappingProxyType({command.name(): command for command in COMMANDS})
"""The commands by the name that settings use."""


def keyed(command: Command) -> Keyed:
    """Give a command as the keymap sees it."""
    return Keyed(command.name(), command.keys, command.place, typing=command.place is Place.DIALOG)


def resolved_keys(overrides: Sequence[tuple[str, str]] = ()) -> dict[str, tuple[str, ...]]:
    """Give every command's keys with the user's changes.

    Raises:
        BadSetting: a change names no command or no key, or two commands would have the same key.
    """
    return resolve((keyed(command) for command in COMMANDS), overrides)
