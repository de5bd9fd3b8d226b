"""Verdicts on one claim side by side, each with its reasons and evidence; one below the other where it is narrow."""

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from claims_db.rows import ClaimSheet, EvidenceRow, Precedents, VerdictRow
from workbench.domain.dates import instant_words
from workbench.domain.scales import scale_beside
from workbench.tui.drawing import block, frame, joined, line
from workbench.tui.widgets.evidence_lines import evidence_lines
from workbench.tui.widgets.precedent_lines import by_rating, count_words

_BESIDE = 90
"""Columns of the terminal from which on verdicts stand side by side."""


def counting(sheet: ClaimSheet) -> tuple[VerdictRow, ...]:
    """Give the verdicts that count in the round under way, the first one first."""
    return tuple(sorted((one for one in sheet.verdicts if one.counts), key=lambda one: one.recorded_at))


class VerdictColumns(VerticalScroll, can_focus=True):
    """A column for each verdict that counts; evidence by others stands below."""

    DEFAULT_CSS = """
    VerdictColumns { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
    VerdictColumns #verdicts { layout: vertical; height: auto; }
    VerdictColumns .verdict { width: 1fr; height: auto; border: round $frame; padding: 0 1; }
    VerdictColumns .verdict.-chosen { border: heavy $success; }
    VerdictColumns .others { height: auto; padding: 0 2; }
    VerdictColumns.-beside #verdicts { layout: horizontal; }
    """

    def __init__(self, sheet: ClaimSheet) -> None:
        super().__init__()
        self._sheet = sheet

    def compose(self) -> ComposeResult:
        """Lay out the columns."""
        verdicts = counting(self._sheet)
        names = {verdict.reviewer for verdict in verdicts}
        with Container(id="verdicts"):
            for key, verdict in enumerate(verdicts, 1):
                column = Static(self._column(verdict, ""), classes="verdict", id=f"verdict{key}")
                frame(column, f"{key}  {verdict.reviewer}", instant_words(verdict.recorded_at))
                yield column
        others = [one for one in self._sheet.evidence if one.attached_by not in names]
        if others:
            yield Static(Content("\n").join(_evidence("Evidence by others", others)), classes="others")

    def on_resize(self) -> None:
        """Put the columns side by side where there is room."""
        self.set_class(self.size.width >= _BESIDE, "-beside")

    def set_beside(self, found: Precedents) -> None:
        """Say beside each rating how often the desk gave it before to what is like the claim."""
        for key, verdict in enumerate(counting(self._sheet), 1):
            count = by_rating(found, verdict.scale).get(verdict.rating.slug)
            if count is not None:
                self.query_one(f"#verdict{key}", Static).update(self._column(verdict, count_words(count)))

    def choose(self, key: int) -> None:
        """Mark the chosen column; keys count from 1."""
        for column in self.query(".verdict"):
            column.set_class(column.id == f"verdict{key}", "-chosen")

    def _column(self, verdict: VerdictRow, before: str) -> Content:
        own = [one for one in self._sheet.evidence if one.attached_by == verdict.reviewer]
        scale = scale_beside(verdict, counting(self._sheet))
        rating = joined(
            line(f"{scale}{verdict.rating.label}", "bold"), line(f"   {before}" if before else "", "$text-muted")
        )
        return Content("\n").join([rating, block(verdict.rationale), Content(""), *_evidence("Evidence", own)])


def _evidence(heading: str, evidence: list[EvidenceRow]) -> list[Content]:
    lines = [line(f"{heading} ({len(evidence)})", "bold $accent")]
    for one in evidence:
        lines += evidence_lines(one)
    return lines
