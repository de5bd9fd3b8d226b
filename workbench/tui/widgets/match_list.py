"""The matches of a claim, one a line: relation, what it is, rating, outlet, and the words."""

from workbench.desk.match_rows import MatchRow
from workbench.tui.cells import padded, steady
from workbench.tui.widgets.line_list import KeyedLines, Span
from workbench.tui.widgets.match_lines import facts_of, reference_of, relation_words

_RELATION, _REFERENCE = 11, 7


class MatchList(KeyedLines):
    """Shows matches; each is found again by what it is with."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._rows: tuple[MatchRow, ...] = ()

    @property
    def row(self) -> MatchRow | None:
        """The match under the cursor."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    def show_matches(self, rows: tuple[MatchRow, ...]) -> None:
        """Show these matches."""
        self._rows = rows
        self.show([(row.other, _spans(row)) for row in rows])


def _spans(row: MatchRow) -> tuple[Span, ...]:
    return (
        Span(padded(relation_words(row.relation), _RELATION), "strong"),
        Span(padded(reference_of(row), _REFERENCE)),
        Span(f"{steady('  '.join(facts_of(row)))}  ", "dim"),
        Span(steady(" ".join(row.words[:400].split()))),
    )
