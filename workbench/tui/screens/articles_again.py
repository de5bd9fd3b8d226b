"""An article that is taken in again on its screen, and what changed between its texts."""

from typing import TYPE_CHECKING

from workbench.domain.references import article_reference
from workbench.tui.dialogs.reading import ReadingDialog

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.desk.deep_lines import DeepLine
    from workbench.desk.refetch_entries import ArticleDifference, Refetched
    from workbench.tui.screens.article import ArticleScreen


def show_changes(screen: "ArticleScreen") -> None:
    """Show what changed since the text before, or say that there is none."""
    article = screen.article
    if article:
        screen.app.review.ask_to_open(
            "changes", lambda desk: desk.article_difference(article), lambda found: _show_difference(screen, found)
        )


def refetch(screen: "ArticleScreen") -> None:
    """Take the article in again beside everything else, and show what changed."""
    article = screen.article
    if not article:
        return
    name = article_reference(article)

    def done(found: "Refetched") -> None:
        from workbench.desk.difference_words import refetched_lines  # noqa: PLC0415 - loads what compares texts

        if found.difference is None:
            screen.app.say(f"{name} is as it was; nothing was stored.")
            return
        screen.app.say(f"{name} has revision {found.revision} now.")
        screen.app.review.reload()
        if screen.app.screen is screen and screen.article == article:
            screen.read()
            _show(screen, found.difference, refetched_lines(found))

    screen.worker.work(
        f"Taking {name} in again", lambda desk, progress: desk.refetch_article(article, progress=progress), done
    )


def _show_difference(screen: "ArticleScreen", found: "ArticleDifference") -> None:
    from workbench.desk.difference_words import difference_lines  # noqa: PLC0415 - loads what compares texts

    _show(screen, found, difference_lines(found))


def _show(screen: "ArticleScreen", found: "ArticleDifference", lines: "Iterable[DeepLine]") -> None:
    heading = f"{article_reference(found.article)}: revision {found.newer} against revision {found.older}"
    screen.app.push_screen(ReadingDialog(heading, list(lines)))
