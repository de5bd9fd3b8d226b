"""What a command is: one class gives key, footer, help, palette entry and the key card."""

from typing import Any, ClassVar


class KeyCommand:
    """One thing a person can do; its docstring is the help.

    Attributes:
        name: what settings and the palette call it, such as ``take-next``.
        title: two or three words for the footer.
        key: the default key; several are separated by commas.
        group: the heading it stands under in help and key card.
        footer: whether the footer shows it.
        takes_count: whether a number typed before its key says how often, or where to.
        changes: whether it changes what the desk holds.
        undone: whether undo takes that back: not a hold, which another command ends; not what came in or went out.
        at_once: whether it changes that without asking anything.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    key: ClassVar[str]
    group: ClassVar[str]
    footer: ClassVar[bool] = False
    takes_count: ClassVar[bool] = False
    changes: ClassVar[bool] = False
    undone: ClassVar[bool] = True
    at_once: ClassVar[bool] = False

    @classmethod
    def help(cls) -> str:
        """Give the help: the docstring on one line."""
        return " ".join((cls.__doc__ or "").split())

    @classmethod
    def run(cls, screen: Any) -> None:  # noqa: ANN401 - each command names the screens that it is for
        """Do it; of what takes a count, once."""
        cls.run_counted(screen, 1)

    @classmethod
    def run_counted(cls, screen: Any, count: int) -> None:  # noqa: ANN401
        """Do it so many times, or go to that row; only of a command that takes a count."""
        raise NotImplementedError


class Command(KeyCommand):
    """A command of the main screen, which others may share.

    Attributes:
        needs_claim: whether there has to be a claim under the cursor.
    """

    needs_claim: ClassVar[bool] = False


class ArticleCommand(KeyCommand):
    """A command of the screen that shows one article."""
