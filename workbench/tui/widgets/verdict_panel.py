"""The verdicts of the open claim and the scale with its keys."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from claims_db.rows import ClaimSheet, ScaleRow, VerdictRow
from workbench.domain.dates import instant_words
from workbench.domain.text import printable


def scale_content(scale: ScaleRow | None, *, definitions: bool, chosen: str = "") -> Content:
    """Draw the ratings with their keys."""
    if scale is None:
        return Content("")
    lines = []
    for key, rating in enumerate(scale.ratings[:9], start=1):
        here = rating.slug == chosen
        lines.append(
            Content.assemble(
                (f"{'▶' if here else ' '}{key} ", "bold $text-accent"),
                (printable(rating.label), "bold" if here or definitions else ""),
                (f"  {printable(rating.definition)}" if definitions and rating.definition else "", "$text-muted"),
            )
        )
    return Content("\n").join(lines)


def verdict_content(verdict: VerdictRow) -> Content:
    """Draw a verdict that was recorded."""
    return Content.assemble(
        ("✓ " if verdict.stands else "· ", "bold $text-success" if verdict.stands else "$text-muted"),
        (printable(verdict.rating.label), "bold" if verdict.stands else "$text-muted"),
        (f"  {printable(verdict.reviewer)}, {instant_words(verdict.recorded_at)}", "$text-muted"),
        ("" if verdict.stands else "  taken back or superseded", "$text-muted"),
        "\n",
        (printable(verdict.rationale, newlines=True), "" if verdict.stands else "$text-muted"),
    )


class VerdictPanel(VerticalScroll, can_focus=True):
    """What was decided so far, and the keys to decide."""

    DEFAULT_CSS = """
    VerdictPanel { padding: 0 1; height: 1fr; scrollbar-size-vertical: 1; }
    VerdictPanel > Static { height: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._words = Static(markup=False)
        self._drawn_for: tuple[ClaimSheet | None, ScaleRow | None, bool] | None = None
        self._sheet: ClaimSheet | None = None
        self._scale: ScaleRow | None = None

    def compose(self) -> ComposeResult:
        """Make the one text that scrolls."""
        yield self._words

    def show(self, sheet: ClaimSheet | None, scale: ScaleRow | None) -> None:
        """Show a claim's verdicts above the scale."""
        self._sheet, self._scale = sheet, scale
        self._draw()

    def on_resize(self) -> None:
        """Show definitions where there is room."""
        self._draw()

    def move(self, step: int) -> None:
        """Scroll by so many lines."""
        self.scroll_relative(y=step, animate=False)

    def page_step(self) -> int:
        """Say how many lines fit."""
        return max(1, self.size.height - 1)

    def _draw(self) -> None:
        wide = self.size.width >= 60
        wanted = (self._sheet, self._scale, wide)
        if wanted == self._drawn_for:
            return
        self._drawn_for = wanted
        verdicts = self._sheet.verdicts if self._sheet is not None else ()
        ordered = sorted(verdicts, key=lambda verdict: (not verdict.stands, -verdict.recorded_at))
        blocks = [verdict_content(verdict) for verdict in ordered]
        blocks.append(scale_content(self._scale, definitions=wide))
        self._words.update(Content("\n").join(blocks))
