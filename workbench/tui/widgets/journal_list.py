"""The journal as a list, the newest entry first: any number of them, read a page at a time."""

from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Sequence

from textual.message import Message

from claims_db.rows import JournalRow
from workbench.domain.dates import instant_words
from workbench.domain.journal_words import about_words, action_words, entry_words
from workbench.tui.cells import steady
from workbench.tui.widgets.charts import column
from workbench.tui.widgets.line_list import LineList, Span

PAGE = 128
"""How many entries are asked for at once."""

_KEPT = 4_096
_WIDE = 90


class JournalList(LineList):
    """Shows entries one a line; posts which ones it needs."""

    class RowsWanted(Message):
        """Entries came into sight that are not known yet."""

        def __init__(self, sequences: tuple[int, ...]) -> None:
            self.sequences = sequences
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.sequences: Sequence[int] = array("q")
        self._rows: OrderedDict[int, JournalRow | None] = OrderedDict()
        self._wanted: set[int] = set()

    @property
    def count(self) -> int:
        """How many entries there are."""
        return len(self.sequences)

    @property
    def current(self) -> int | None:
        """The sequence of the entry under the cursor."""
        return self.sequences[self.cursor] if self.cursor < len(self.sequences) else None

    @property
    def row(self) -> JournalRow | None:
        """The entry under the cursor, where it is known."""
        return None if self.current is None else self._rows.get(self.current)

    @property
    def awaited(self) -> bool:
        """Whether the entry under the cursor was not read yet."""
        return self.current is not None and self.current not in self._rows

    def show(self, sequences: Sequence[int]) -> None:
        """Show these entries; the cursor stays on its entry, or goes to the next older one."""
        before = self.current
        self.sequences = sequences
        self._wanted.clear()
        self.lines_changed(None if before is None else bisect_left(sequences, -before, key=lambda one: -one))

    def fill(self, asked: Sequence[int], rows: Iterable[JournalRow]) -> None:
        """Take in entries that were asked for; those that did not come are not to be seen."""
        known = {row.sequence: row for row in rows}
        for sequence in asked:
            self._rows[sequence] = known.get(sequence)
            self._rows.move_to_end(sequence)
            self._wanted.discard(sequence)
        while len(self._rows) > _KEPT:
            self._rows.popitem(last=False)
        self.refresh()

    def forget_hidden(self) -> None:
        """Ask anew for entries that were kept back: that may have ended. All others stay as they were written."""
        for sequence in [one for one, row in self._rows.items() if row is None or row.kept_back]:
            del self._rows[sequence]
        self._wanted.clear()
        self.refresh()

    def spans(self, index: int, width: int) -> Sequence[Span]:
        """Give what stands in a line."""
        sequence = self.sequences[index]
        if sequence not in self._rows:
            self._ask(index)
            return (Span(f"{sequence:>7}  …", "dim"),)
        row = self._rows[sequence]
        if row is None:
            return (Span(f"{sequence:>7}  kept back, or not there", "dim"),)
        at = instant_words(row.at)
        when = at[:10] + " " + at[11:19] if width >= _WIDE else at[5:10] + " " + at[11:16]
        return (
            Span(f"{sequence:>7}  {when}  ", "dim"),
            Span(column(row.who or "nobody", 12) + " "),
            Span(f"{about_words(row):<8}", "strong"),
            Span(column(action_words(row.action), 20) + " "),
            Span(steady(entry_words(row)), "dim"),
        )

    def _ask(self, index: int) -> None:
        start = max(0, index - PAGE // 4)
        page = self.sequences[start : start + PAGE]
        missing = tuple(one for one in page if one not in self._wanted and one not in self._rows)
        if missing:
            self._wanted.update(missing)
            self.post_message(self.RowsWanted(missing))
