"""The article with every claim marked and the current one in the light."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.geometry import Size

from claims_db.rows import ArticleSheet, PlacedClaim
from workbench.tui.cells import width_of
from workbench.tui.drawing import frame
from workbench.tui.jumping import Target, in_sight
from workbench.tui.widgets.text_pane import TextPane
from workbench.tui.widgets.wrapping import Row, rows_of

_WINDOW = 60_000
"""Characters around the claim that are laid out; a longer article is cut there."""


class ArticlePane(TextPane):
    """Shows an article's text; scrolls to the claim that is looked at."""

    LOOKS: ClassVar[str] = "article-pane"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"article-pane--claim", "article-pane--current", "article-pane--note"}
    DEFAULT_CSS = """
    ArticlePane { padding: 0 1; scrollbar-size-vertical: 1; scrollbar-gutter: stable; overflow-x: hidden; background: $background; }
    ArticlePane > .article-pane--claim { text-style: underline; }
    ArticlePane > .article-pane--current { background: $claim-ground; color: $claim-text; text-style: $claim-style; }
    ArticlePane > .article-pane--note { color: $text-muted; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._claims: tuple[PlacedClaim, ...] = ()
        self._current: PlacedClaim | None = None
        self._article = 0
        self._laid_out = ("", 0, 0)

    def show(self, article: ArticleSheet, number: int) -> None:
        """Show an article with one of its claims in the light."""
        before = (self._article, self._current.number if self._current else None)
        self._article, self._text, self._claims = article.row.number, article.text, article.claims
        self._current = next((claim for claim in article.claims if claim.number == number), None)
        published = article.row.published.value if article.row.published else ""
        frame(self, article.row.title, f"{article.row.outlet} {published}".strip())
        self._lay_out()
        if before != (self._article, self._current.number if self._current else None):
            self._reveal()

    def show_words(self, title: str, words: str) -> None:
        """Show words that are no article: a claim entered by hand, or what an empty desk has to say."""
        if self._article or words != self._text:
            self.scroll_to(y=0, animate=False, force=True)
        self._article, self._text, self._claims, self._current = 0, words, (), None
        frame(self, title)
        self._lay_out()

    def on_resize(self) -> None:
        """Break the lines anew."""
        if self._laid_out[2] != self.columns:
            self._lay_out()
            self._reveal()

    def jump_targets(self, go: Callable[[int], None]) -> list[Target]:
        """Give the claims that begin in sight; ``go`` goes to one."""
        top = self.scroll_offset.y
        found = []
        for at, row in enumerate(self._rows[top : top + self.content_region.height]):
            for claim in self._near(row.start, row.end):
                if claim.span.start >= row.start:
                    column = width_of(self._text[row.start : claim.span.start])
                    found += in_sight(self, column, at, partial(go, claim.number))
        return found

    def _lay_out(self) -> None:
        """Cut the text around the claim into rows, unless that is done already."""
        current = self._current
        middle = current.span.start if current else 0
        start = max(0, middle - _WINDOW // 2)
        start = self._text.rfind("\n", 0, start) + 1 if start else 0
        end = min(len(self._text), start + _WINDOW)
        wanted = (self._text, start, self.columns)
        if wanted != self._laid_out:
            self._laid_out = wanted
            self._rows = rows_of(self._text, start, end, self.columns)
            self.virtual_size = Size(self.columns, len(self._rows))
        self.refresh()

    def _reveal(self) -> None:
        if self._current is None:
            self.scroll_to(y=0, animate=False, force=True)
            return
        at = next((index for index, row in enumerate(self._rows) if row.end > self._current.span.start), 0)
        self.scroll_to(y=max(0, at - self.size.height // 3), animate=False, force=True)

    def _edges(self, row: Row) -> set[int]:
        edges: set[int] = set()
        for claim in self._near(row.start, row.end):
            edges |= {max(row.start, claim.span.start), min(row.end, claim.span.end)}
        return edges

    def _look(self, start: int, end: int) -> str:
        current = self._current
        if current is not None and current.span.start <= start and end <= current.span.end:
            return "current"
        return "claim" if self._near(start, end) else ""

    def _near(self, start: int, end: int) -> list[PlacedClaim]:
        return [claim for claim in self._claims if claim.span.start < end and claim.span.end > start]
