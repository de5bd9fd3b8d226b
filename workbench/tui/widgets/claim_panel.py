"""Everything about one claim beside its text: who says it, why it is worth checking, evidence, verdict."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from claims_db.rows import AppearanceRow, ClaimSheet, ScaleRow
from claims_db.vocabulary import AppearanceForm
from workbench.domain.dates import instant_words
from workbench.domain.reasons import strongest, weighed_words
from workbench.domain.references import claim_reference
from workbench.domain.states import state_words
from workbench.tui.drawing import block, frame, joined, line
from workbench.tui.widgets.claim_work import (
    blind_lines,
    discussion_lines,
    held_words,
    left_lines,
    publication_lines,
    verdict_lines,
    waiting_lines,
)
from workbench.tui.widgets.evidence_lines import evidence_lines

_LATEST = 6


class ClaimPanel(VerticalScroll, can_focus=True):
    """Shows one claim's sheet."""

    DEFAULT_CSS = """
    ClaimPanel { padding: 0 1; scrollbar-size-vertical: 1; background: $background; }
    ClaimPanel Static { width: 1fr; height: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._number = 0

    def compose(self) -> ComposeResult:
        """Hold one text."""
        yield Static("", markup=False)

    def show(self, sheet: ClaimSheet, scale: ScaleRow | None, me: str, now: int) -> None:
        """Show a claim."""
        frame(self, f"{claim_reference(sheet.number)}  {state_words(sheet.state)}", held_words(sheet, me, now))
        self.query_one(Static).update(Content("\n").join(_lines(sheet, scale, me, now)))
        if sheet.number != self._number:
            self._number = sheet.number
            self.scroll_home(animate=False)

    def clear(self) -> None:
        """Show nothing."""
        frame(self, "")
        self.query_one(Static).update("")


def _lines(sheet: ClaimSheet, scale: ScaleRow | None, me: str, now: int) -> list[Content]:
    lines = [*blind_lines(sheet), block(sheet.statement, "bold"), _said(sheet)]
    lines += [_met(appearance) for appearance in sheet.appearances if appearance.form is not AppearanceForm.ARTICLE]
    lines += [_worth(sheet)]
    lines += [line(f"A duplicate of {claim_reference(one)}", "$warning") for one in (sheet.duplicate_of,) if one]
    lines += [line(f"{claim_reference(one)} is a duplicate of it", "$text-muted") for one in sheet.duplicates]
    lines += [line(f"Taken for granted: {assumption}", "$text-muted") for assumption in sheet.assumptions]
    lines += waiting_lines(sheet, me, now)
    lines += left_lines(sheet.left_drafts, now)
    lines += [Content(""), line(f"Evidence ({len(sheet.evidence)})", "bold $accent")]
    for evidence in sheet.evidence:
        lines += evidence_lines(evidence)
    if not sheet.evidence:
        lines.append(line("  none yet; a attaches some", "$text-muted"))
    lines += [Content(""), line("Verdict", "bold $accent"), *verdict_lines(sheet, scale)]
    if sheet.drafts:
        kinds = ", ".join(draft.field.value for draft in sheet.drafts)
        lines += [line(f"Draft kept: {kinds}; it is offered when you open the dialog again.", "$warning")]
    lines += publication_lines(sheet.publications)
    lines += discussion_lines(sheet.comments)
    if sheet.history:
        lines += [Content(""), line("History", "bold $accent")]
        lines += [
            line(f"  {instant_words(entry.at)}  {entry.summary}  {entry.actor}", "$text-muted")
            for entry in sheet.history[:_LATEST]
        ]
    return lines


def _said(sheet: ClaimSheet) -> Content:
    speaker = sheet.claimer or (
        "the article itself" if any(one.article for one in sheet.appearances) else "nobody named"
    )
    chain = " ← ".join([*sheet.via, speaker])
    said_on = f", {sheet.said_on.value}" if sheet.said_on else ""
    return joined(
        line("Said by  ", "$text-muted"),
        line(chain + said_on),
        line(f"   {sheet.kind.value}", "$text-muted"),
    )


def _met(appearance: AppearanceRow) -> Content:
    words = " ".join(part for part in (appearance.form.value, appearance.locator, appearance.url) if part)
    quote = f"  “{appearance.quote.exact}”" if appearance.quote else ""
    return joined(line("Met in   ", "$text-muted"), line(words + quote))


def _worth(sheet: ClaimSheet) -> Content:
    shown = strongest(sheet.reasons)
    reasons = "  ".join(weighed_words(reason) for reason in shown)
    if len(shown) < len(sheet.reasons):
        reasons += f"  and {len(sheet.reasons) - len(shown)} more"
    return joined(
        line("Worth    ", "$text-muted"), line(f"{sheet.check_worthiness:.2f}  "), line(reasons, "$text-muted")
    )
