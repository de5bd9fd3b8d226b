"""What a command is: one class gives its key, its place in footer, palette, help and key card, and what it does."""

import re
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from workbench.tui.dialogs.dialog import DeskDialog
    from workbench.tui.screens.desk_screen import DeskScreen

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class Place(StrEnum):
    """Where keys work; the same key may do different things in different places."""

    DESK = "desk"
    DIALOG = "dialog"


class Need(StrEnum):
    """What has to be there for a command to make sense."""

    NOTHING = "nothing"
    CLAIM = "claim"
    ARTICLE = "article"
    EVIDENCE = "evidence"


class Command:
    """Something a person can do; the docstring of each command is its help.

    Attributes:
        title: what it does, in the imperative.
        keys: its own keys, the first one shown.
        footer: a word or two for the line of keys; empty where it does not stand there.
        group: under which heading help and key card list it.
        place: where its keys work.
        need: what has to be there.
        palette: whether the command palette offers it.
    """

    title: ClassVar[str]
    keys: ClassVar[tuple[str, ...]]
    footer: ClassVar[str] = ""
    group: ClassVar[str] = ""
    place: ClassVar[Place] = Place.DESK
    need: ClassVar[Need] = Need.NOTHING
    palette: ClassVar[bool] = True

    @classmethod
    def name(cls) -> str:
        """Give the name by which settings know it, such as ``take-next``."""
        return _HUMP.sub("-", cls.__name__).lower()

    @classmethod
    def help(cls) -> str:
        """Give its help as one line."""
        return " ".join((cls.__doc__ or "").split())


class DeskCommand(Command):
    """A command of the desk's screen."""

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Do it; ``nth`` says which of its keys was pressed, from 1."""
        raise NotImplementedError


class DialogCommand(Command):
    """A command of a dialog."""

    place: ClassVar[Place] = Place.DIALOG
    palette: ClassVar[bool] = False
    group: ClassVar[str] = "In a dialog"

    def run(self, dialog: "DeskDialog") -> None:
        """Do it."""
        raise NotImplementedError
