"""The text that claims stand in: every claim marked, the current one highlighted and in sight."""

from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from claims_db.rows import ArticleSheet, ClaimSheet
from workbench.domain.references import claim_reference
from workbench.domain.text import printable
from workbench.tui.marks import date_words
from workbench.tui.widgets.fitting import Line, fit, wrap

_GUTTER = 7
_WIDEST = 96


class Mark(NamedTuple):
    """Where a claim stands in the text, in its characters."""

    number: int
    start: int
    end: int


class Reading(NamedTuple):
    """A text to read: a line above it, the text as it is stored, and its claims."""

    heading: str
    text: str
    marks: tuple[Mark, ...]


def article_reading(article: ArticleSheet) -> Reading:
    """Give an article as it is read."""
    row = article.row
    known = [row.title, row.outlet, article.byline, date_words(row.published)]
    marks = tuple(Mark(claim.number, claim.span.start, claim.span.end) for claim in article.claims)
    return Reading(" · ".join(printable(part) for part in known if part), article.text, marks)


def claim_reading(sheet: ClaimSheet) -> Reading:
    """Give a claim that has no article as it is read: its words and where it was met."""
    for appearance in sheet.appearances:
        place = [part for part in (appearance.locator, appearance.url) if part]
        heading = ", ".join([f"Met in a {appearance.form.value}", *(printable(part) for part in place)])
        words = appearance.quote.exact if appearance.quote is not None else ""
        text = words or sheet.statement
        return Reading(heading, text, (Mark(sheet.number, 0, len(text)),))
    return Reading("Entered by hand", sheet.statement, (Mark(sheet.number, 0, len(sheet.statement)),))


class ArticlePane(ScrollView, can_focus=True):
    """A text with its claims; in the margin stands which claim begins in a line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article-pane--text",
        "article-pane--heading",
        "article-pane--margin",
        "article-pane--claim",
        "article-pane--current",
    }
    DEFAULT_CSS = """
    ArticlePane {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        & > .article-pane--text { color: $foreground; }
        & > .article-pane--heading { color: $text-muted; text-style: bold; }
        & > .article-pane--margin { color: $text-muted; }
        & > .article-pane--claim { text-style: underline; }
        & > .article-pane--current { background: $accent; color: $background; text-style: bold; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._reading = Reading("", "", ())
        self._current: int | None = None
        self._lines: list[Line] = []
        self._heading: list[Line] = []
        self._margins: dict[int, str] = {}
        self._wrapped_for = -1
        self.empty_words = ""

    @property
    def reading(self) -> Reading:
        """The text that is shown."""
        return self._reading

    def show(self, reading: Reading, current: int | None) -> None:
        """Show a text with this claim highlighted and in sight."""
        if reading != self._reading:
            self._reading = reading
            self._wrapped_for = -1
        self._current = current
        self._rewrap()
        self.refresh()
        self._to_current()

    def move(self, step: int) -> None:
        """Scroll by so many lines."""
        self.scroll_relative(y=step, animate=False)

    def page_step(self) -> int:
        """Say how many lines fit into the window."""
        return max(1, self.size.height - 2)

    def on_resize(self) -> None:
        """Wrap the text to the new width, and stay at the claim."""
        self._rewrap()
        self.call_after_refresh(self._to_current)

    def line_of(self, number: int) -> int | None:
        """Say in which line of the pane a claim begins."""
        mark = next((mark for mark in self._reading.marks if mark.number == number), None)
        if mark is None:
            return None
        return next(
            (y for y, line in enumerate(self._body()) if line.start <= mark.start < max(line.end, line.start + 1)), None
        )

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        width = self.size.width
        base = self.get_component_rich_style("article-pane--text")
        place = y + self.scroll_offset.y
        if not self._reading.text and not self._reading.heading:
            text = self.empty_words if y == 1 else ""
            return Strip([Segment(fit(f"  {text}", width), self.get_component_rich_style("article-pane--margin"))])
        if place < len(self._heading):
            line = self._heading[place]
            shown = printable(self._reading.heading[line.start : line.end])
            return Strip(
                [Segment(fit(" " * _GUTTER + shown, width), self.get_component_rich_style("article-pane--heading"))]
            )
        index = place - len(self._heading) - (1 if self._heading else 0)
        if not 0 <= index < len(self._lines):
            return Strip.blank(width, base)
        return self._text_line(index, width, base)

    def _text_line(self, index: int, width: int, base: Style) -> Strip:
        line = self._lines[index]
        touching = [mark for mark in self._reading.marks if mark.start < line.end and mark.end > line.start]
        edges = {line.start, line.end}
        for mark in touching:
            edges |= {max(mark.start, line.start), min(mark.end, line.end)}
        ordered = sorted(edges)
        segments = [self._margin(index, touching)]
        claim = base + self.get_component_rich_style("article-pane--claim", partial=True)
        current = self.get_component_rich_style("article-pane--current")
        for start, end in zip(ordered, ordered[1:], strict=False):
            inside = [mark for mark in touching if mark.start <= start and end <= mark.end]
            style = base if not inside else current if any(m.number == self._current for m in inside) else claim
            segments.append(Segment(printable(self._reading.text[start:end]), style))
        return Strip(segments).adjust_cell_length(width, base)

    def _margin(self, index: int, touching: list[Mark]) -> Segment:
        label = self._margins.get(index, "")
        here = any(mark.number == self._current for mark in touching)
        style = self.get_component_rich_style("article-pane--margin")
        return Segment(fit(label, _GUTTER - 2) + ("▌ " if here else "  "), style)

    def _body(self) -> list[Line]:
        shift = len(self._heading) + (1 if self._heading else 0)
        return [Line(-1, -1)] * shift + self._lines

    def _rewrap(self) -> None:
        width = min(self.size.width - _GUTTER - 1, _WIDEST)
        if width <= 0 or width == self._wrapped_for:
            return
        self._wrapped_for = width
        self._heading = wrap(self._reading.heading, width) if self._reading.heading else []
        self._lines = wrap(self._reading.text, width) if self._reading.text else []
        self._margins = self._margin_labels()
        self.virtual_size = Size(self.size.width, len(self._body()))
        self.refresh()

    def _margin_labels(self) -> dict[int, str]:
        found: dict[int, str] = {}
        starts = sorted(self._reading.marks, key=lambda mark: mark.start)
        index = 0
        for mark in starts:
            while index + 1 < len(self._lines) and self._lines[index + 1].start <= mark.start:
                index += 1
            label = claim_reference(mark.number)
            found[index] = label if index not in found else f"{found[index].rstrip('+')}+"
        return found

    def _to_current(self) -> None:
        y = self.line_of(self._current) if self._current is not None else None
        if y is None or not self.size.height:
            if self._current is None:
                self.scroll_to(y=0, animate=False)
            return
        mark = next(mark for mark in self._reading.marks if mark.number == self._current)
        height = sum(1 for line in self._lines if line.start < mark.end and line.end > mark.start)
        lead = max(1, (self.size.height - height) // 3)
        region = Region(0, max(0, y - lead), max(1, self.size.width), min(self.size.height, height + 2 * lead))
        self.scroll_to_region(region, animate=False, force=True, immediate=True)
