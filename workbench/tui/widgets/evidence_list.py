"""The evidence of the open claim, numbered."""

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from claims_db.rows import ClaimSheet, EvidenceRow
from workbench.domain.references import evidence_reference
from workbench.domain.text import printable
from workbench.tui.marks import STANCE_MARKS, date_words


def evidence_content(place: int, row: EvidenceRow) -> Content:
    """Draw one piece of evidence: what it does, what it says, where it is from."""
    lines: list[Content] = [
        Content.assemble(
            (f"{place}. ", "bold"),
            (f"{STANCE_MARKS[row.stance]} {row.stance.value}", f"bold {_STANCE_COLOURS[row.stance.value]}"),
            (f"  {row.form.value} · {evidence_reference(row.number)} · {printable(row.attached_by)}", "$text-muted"),
        )
    ]
    if row.excerpt:
        lines.append(Content(f"   “{printable(row.excerpt)}”"))
    if row.note:
        lines.append(Content(f"   {printable(row.note)}"))
    source = _source_words(row)
    if source:
        lines.append(Content.styled(f"   {source}", "$text-muted"))
    return Content("\n").join(lines)


_STANCE_COLOURS = {"supports": "$text-success", "refutes": "$text-error", "context": "$text-secondary"}


def _source_words(row: EvidenceRow) -> str:
    source = row.source
    if source is None:
        return printable(row.locator)
    archived = f"archived {source.archived_url}" if source.archived_url else ""
    parts = (source.title, source.publisher, date_words(source.published), row.locator, source.url, archived)
    return " · ".join(printable(part) for part in parts if part)


class EvidenceList(OptionList):
    """Evidence, one entry each; the one under the cursor can be detached."""

    DEFAULT_CSS = """
    EvidenceList {
        background: transparent;
        border: none;
        padding: 0;
        height: 1fr;
        scrollbar-size-vertical: 1;
        &:focus { border: none; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, markup=False, compact=True)
        self._numbers: tuple[int, ...] = ()

    @property
    def chosen(self) -> int | None:
        """The number of the evidence under the cursor."""
        place = self.highlighted
        return self._numbers[place] if place is not None and place < len(self._numbers) else None

    def show(self, sheet: ClaimSheet | None) -> None:
        """Show a claim's evidence."""
        rows = sheet.evidence if sheet is not None else ()
        before = self.chosen
        self._numbers = tuple(row.number for row in rows)
        self.clear_options()
        if rows:
            self.add_options(
                [Option(evidence_content(place, row), id=str(row.number)) for place, row in enumerate(rows, start=1)]
            )
            self.highlighted = self._numbers.index(before) if before in self._numbers else 0
        else:
            words = "No evidence yet. Press v to attach some." if sheet is not None else ""
            self.add_option(Option(Content.styled(words, "$text-muted"), disabled=True))

    def move(self, step: int) -> None:
        """Move the cursor by so many entries."""
        if self._numbers:
            self.highlighted = min(max(0, (self.highlighted or 0) + step), len(self._numbers) - 1)

    def page_step(self) -> int:
        """Say how far a page goes."""
        return 3
