"""One entry of the journal: every column before and after, side by side, what changed first."""

from itertools import zip_longest

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from claims_db.rows import JournalField, JournalSheet
from workbench.domain.dates import instant_words
from workbench.domain.journal_words import about_words, action_words, entry_words, field_words, value_words
from workbench.tui.cells import steady
from workbench.tui.drawing import frame, joined, line
from workbench.tui.widgets.charts import column
from workbench.tui.widgets.wrapping import rows_of

_NAME = 18
_NARROWEST = 10


class JournalSheetPane(VerticalScroll, can_focus=True):
    """Shows one entry."""

    DEFAULT_CSS = """
    JournalSheetPane { padding: 0 1; scrollbar-size-vertical: 1; scrollbar-gutter: stable; border: round $frame; border-title-color: $text; border-subtitle-color: $text-muted; }
    JournalSheetPane:focus { border: heavy $border; border-title-style: bold; }
    JournalSheetPane Static { width: 1fr; height: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._sheet: JournalSheet | None = None

    def compose(self) -> ComposeResult:
        """Hold one text."""
        yield Static("", markup=False)

    def show(self, sheet: JournalSheet) -> None:
        """Show an entry."""
        other = self._sheet is None or self._sheet.row.sequence != sheet.row.sequence
        self._sheet = sheet
        row = sheet.row
        what = f"{row.sequence}  {action_words(row.action)}  {about_words(row)}"
        frame(self, what.rstrip(), f"{row.who or 'nobody'}, {instant_words(row.at)}")
        self._draw()
        if other:
            self.scroll_home(animate=False)

    def clear(self) -> None:
        """Show nothing."""
        self._sheet = None
        frame(self, "")
        self.query_one(Static).update("")

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._draw()

    def _draw(self) -> None:
        if self._sheet is not None:
            width = self.scrollable_content_region.width
            self.query_one(Static).update(Content("\n").join(_lines(self._sheet, width)))


def _lines(sheet: JournalSheet, width: int) -> list[Content]:
    lines = [line(entry_words(sheet.row), "bold")]
    if not sheet.readable:
        return [*lines, line("What stands there can't be read. Run 'workbench verify'.", "$error")]
    if not sheet.fields:
        return lines
    room = max(_NARROWEST, (width - _NAME - 4) // 2)
    lines.append(line(f"  {'':<{_NAME}}{column('before', room)} after", "$text-muted"))
    for field in sorted(sheet.fields, key=lambda one: one.before == one.after):
        lines += _field(field, room, both=sheet.row.was_there and sheet.row.is_there)
    return lines


def _field(field: JournalField, room: int, *, both: bool) -> list[Content]:
    """Write one column of the row; a mark in front says that it changed, so that no colour has to."""
    changed = both and field.before != field.after
    sides = [_cut(value_words(field.name, value), room) for value in (field.before, field.after)]
    look = "bold" if changed else "" if not both else "$text-muted"
    found = []
    for at, (before, after) in enumerate(zip_longest(*sides, fillvalue="")):
        head = f"{'≠' if changed and at == 0 else ' '} {column(field_words(field.name) if at == 0 else '', _NAME)}"
        found.append(joined(line(head, "$text-muted"), line(f"{column(before, room)} {column(after, room)}", look)))
    return found


def _cut(text: str, room: int) -> list[str]:
    drawn = steady(text, newlines=True)
    return [drawn[row.start : row.end] for row in rows_of(drawn, 0, len(drawn), room)]
