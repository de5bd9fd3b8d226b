"""What a command is: one class gives key, footer, help, palette entry and the key card."""

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from workbench.tui.screens.article import ArticleScreen
    from workbench.tui.screens.review import ReviewScreen


class KeyCommand:
    """One thing a person can do; its docstring is the help.

    Attributes:
        name: what settings and the palette call it, such as ``take-next``.
        title: two or three words for the footer.
        key: the default key; several are separated by commas.
        group: the heading it stands under in help and key card.
        footer: whether the footer shows it.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    key: ClassVar[str]
    group: ClassVar[str]
    footer: ClassVar[bool] = False

    @classmethod
    def help(cls) -> str:
        """Give the help: the docstring on one line."""
        return " ".join((cls.__doc__ or "").split())


class Command(KeyCommand):
    """A command of the main screen.

    Attributes:
        needs_claim: whether there has to be a claim under the cursor.
    """

    needs_claim: ClassVar[bool] = False

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Do it."""
        raise NotImplementedError


class ArticleCommand(KeyCommand):
    """A command of the screen that shows one article."""

    @classmethod
    def run(cls, screen: "ArticleScreen") -> None:
        """Do it."""
        raise NotImplementedError
