"""What a search found, one a line: what it is, where it stands, and the words in their place."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.domain.references import article_reference, claim_reference, prior_reference
from workbench.domain.searching import Passage, SearchHit
from workbench.tui.cells import steady
from workbench.tui.drawing import line
from workbench.tui.widgets.cursor_keys import show_row

_BEFORE = 24
"""How many characters stand in front of the first word at most; what comes before them is cut."""

_USUAL = ("statement", "claim")
"""Where words of a claim and of a prior check mostly stand; the line need not say so."""


class HitList(ScrollView):
    """Shows hits; posts which one is under the cursor. What was looked for is bold and underlined."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"hit-list--cursor", "hit-list--dim", "hit-list--kind"}
    DEFAULT_CSS = """
    HitList { background: $surface; scrollbar-size-vertical: 1; overflow-x: hidden; }
    HitList > .hit-list--cursor { background: $block-cursor-background; color: $block-cursor-foreground; text-style: $block-cursor-text-style; }
    HitList > .hit-list--dim { color: $text-muted; }
    HitList > .hit-list--kind { color: $accent; }
    """

    cursor: reactive[int] = reactive(0, repaint=False)

    class Moved(Message):
        """Another hit is under the cursor, or none."""

    class Chosen(Message):
        """Somebody clicked on the hit under the cursor."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._hits: tuple[SearchHit, ...] = ()

    @property
    def found(self) -> tuple[SearchHit, ...]:
        """Everything that is shown."""
        return self._hits

    @property
    def current(self) -> SearchHit | None:
        """The hit under the cursor."""
        return self._hits[self.cursor] if self.cursor < len(self._hits) else None

    def show(self, hits: tuple[SearchHit, ...]) -> None:
        """Show hits; the cursor stays on the one it was on, if it was moved there."""
        before = self.current if self.cursor else None
        self._hits = hits
        self.virtual_size = Size(self.size.width, len(hits))
        place = next((at for at, hit in enumerate(hits) if before is not None and _same(hit, before)), 0)
        self.set_reactive(HitList.cursor, place)
        show_row(self, self.cursor)
        self.refresh()
        self.post_message(self.Moved())

    def action_move(self, step: int) -> None:
        """Move the cursor by lines."""
        self.cursor += step

    def action_page(self, step: int) -> None:
        """Move the cursor by what is in sight."""
        self.cursor += step * max(1, self.size.height - 1)

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor inside the list."""
        return max(0, min(cursor, len(self._hits) - 1))

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw the two lines anew and tell of it."""
        for index in (before, after):
            self.refresh(Region(0, index - self.scroll_offset.y, self.size.width, 1))
        show_row(self, self.cursor)
        self.post_message(self.Moved())

    def on_click(self, event: "object") -> None:
        """Open what the mouse points at."""
        row = getattr(event, "y", 0) + self.scroll_offset.y
        if row < len(self._hits):
            self.cursor = row
            self.post_message(self.Chosen())

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.virtual_size = Size(self.size.width, len(self._hits))
        show_row(self, self.cursor)

    def render_line(self, y: int) -> Strip:
        """Draw one hit."""
        index, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if index >= len(self._hits):
            return Strip.blank(width, self.rich_style)
        chosen = index == self.cursor
        base = self.get_component_rich_style("hit-list--cursor") if chosen else self.rich_style
        dim = base if chosen else self.get_component_rich_style("hit-list--dim")
        kind = base if chosen else self.get_component_rich_style("hit-list--kind")
        hit = self._hits[index]
        head = f"{'›' if chosen else ' '} {hit.kind.value:<11} "
        segments = [
            Segment(head, kind),
            Segment(f"{reference_of(hit):<8} ", base),
            Segment("" if hit.passage.part in _USUAL else steady(f"{hit.passage.part}: "), dim),
            *_marked(hit.passage, base),
        ]
        strip = Strip(segments)
        if strip.cell_length > width:
            strip = Strip([*strip.crop(0, width - 1), Segment("…", base)])
        return strip.adjust_cell_length(width, base)


def reference_of(hit: SearchHit) -> str:
    """Write what a hit belongs to: its claim, or the article or prior check that was found."""
    if hit.claim is not None:
        return claim_reference(hit.claim)
    if hit.prior is not None:
        return prior_reference(hit.prior)
    return article_reference(hit.article or 0)


def pieces_of(passage: Passage, start: int = 0) -> list[tuple[str, bool]]:
    """Cut a passage where its marks begin and end; say of each piece whether it was looked for."""
    found: list[tuple[str, bool]] = []
    at = start
    for mark in passage.marks:
        if mark.end <= at:
            continue
        found.append((passage.text[at : mark.start], False))
        found.append((passage.text[max(at, mark.start) : mark.end], True))
        at = mark.end
    found.append((passage.text[at:], False))
    return [(steady(" ".join(text.split("\n"))), marked) for text, marked in found if text]


def preview_of(hit: SearchHit) -> Content:
    """Give the passage as a whole; above it what it belongs to, where that is not the same."""
    heading = [] if hit.heading.startswith(hit.passage.text) else [line(hit.heading, "$text-muted"), Content("\n")]
    words = [
        Content.styled(text, "bold underline") if marked else Content(text) for text, marked in pieces_of(hit.passage)
    ]
    return Content("").join([*heading, *words])


def _marked(passage: Passage, style: Style) -> list[Segment]:
    first = passage.marks[0].start if passage.marks else 0
    start = passage.text.rfind(" ", 0, first - _BEFORE) + 1 if first > 2 * _BEFORE else 0
    looked_for = style + Style(bold=True, underline=True)
    cut = [Segment("… ", style)] if start or passage.start else []
    return [*cut, *(Segment(text, looked_for if marked else style) for text, marked in pieces_of(passage, start))]


def _same(hit: SearchHit, other: SearchHit) -> bool:
    return hit[:5] == other[:5] and hit.passage.part == other.passage.part
