"""Everything about one claim beside its text: who says it, why it is worth checking, evidence, verdict."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from claims_db.rows import AppearanceRow, ClaimSheet, EvidenceRow, LeaseRow, ScaleRow
from claims_db.vocabulary import AppearanceForm, Stance
from workbench.domain.dates import instant_words
from workbench.domain.references import claim_reference, evidence_reference
from workbench.domain.states import state_words
from workbench.tui.drawing import block, frame, joined, line

_STANCES = {Stance.SUPPORTS: ("+", "$success"), Stance.REFUTES: ("−", "$error"), Stance.CONTEXT: ("○", "$text-muted")}
_MINUTE = 60_000_000
_LATEST = 6


class ClaimPanel(VerticalScroll, can_focus=True):
    """Shows one claim's sheet."""

    DEFAULT_CSS = """
    ClaimPanel { padding: 0 1; scrollbar-size-vertical: 1; background: $background; }
    ClaimPanel Static { width: 1fr; height: auto; }
    """

    def compose(self) -> ComposeResult:
        """Hold one text."""
        yield Static("", markup=False)

    def show(self, sheet: ClaimSheet, scale: ScaleRow | None, me: str, now: int) -> None:
        """Show a claim."""
        frame(self, f"{claim_reference(sheet.number)}  {state_words(sheet.state)}", _held(sheet.lease, me, now))
        self.query_one(Static).update(Content("\n").join(_lines(sheet, scale)))

    def clear(self) -> None:
        """Show nothing."""
        frame(self, "")
        self.query_one(Static).update("")


def _held(lease: LeaseRow | None, me: str, now: int) -> str:
    if lease is None:
        return "free"
    minutes = max(1, -(-(lease.expires_at - now) // _MINUTE))
    holder = "you" if lease.holder == me else lease.holder
    return f"held by {holder}, {minutes} min left"


def _lines(sheet: ClaimSheet, scale: ScaleRow | None) -> list[Content]:
    lines = [block(sheet.statement, "bold"), _said(sheet)]
    lines += [_met(appearance) for appearance in sheet.appearances if appearance.form is not AppearanceForm.ARTICLE]
    lines += [_worth(sheet)]
    lines += [line(f"Taken for granted: {assumption}", "$text-muted") for assumption in sheet.assumptions]
    lines += [Content(""), line(f"Evidence ({len(sheet.evidence)})", "bold $accent")]
    for evidence in sheet.evidence:
        lines += _evidence(evidence)
    if not sheet.evidence:
        lines.append(line("  none yet; a attaches some", "$text-muted"))
    lines += [Content(""), line("Verdict", "bold $accent"), *_verdict(sheet, scale)]
    if sheet.drafts:
        kinds = ", ".join(draft.field.value for draft in sheet.drafts)
        lines += [line(f"Draft kept: {kinds}; it is offered when you open the dialog again.", "$warning")]
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
    reasons = "  ".join(f"{reason.name.replace('_', ' ')} {reason.weight:+.2f}" for reason in sheet.reasons)
    return joined(
        line("Worth    ", "$text-muted"), line(f"{sheet.check_worthiness:.2f}  "), line(reasons, "$text-muted")
    )


def _evidence(evidence: EvidenceRow) -> list[Content]:
    mark, style = _STANCES[evidence.stance]
    source = evidence.source
    title = ", ".join(part for part in (source.title, source.publisher) if part) if source else ""
    head = joined(
        line(f"{mark} {evidence.stance.value}", style),
        line(f"  {evidence_reference(evidence.number)}  {evidence.form.value}  ", "$text-muted"),
        line(title or (source.url if source else "")),
        line(f"  {evidence.locator}" if evidence.locator else "", "$text-muted"),
    )
    lines = [head]
    if evidence.excerpt:
        lines.append(block(f"    “{evidence.excerpt}”"))
    if evidence.note:
        lines.append(block(f"    {evidence.note}"))
    if source and source.url and title:
        lines.append(line(f"    {source.url}", "$text-muted"))
    return lines


def _verdict(sheet: ClaimSheet, scale: ScaleRow | None) -> list[Content]:
    lines: list[Content] = []
    if sheet.skip is not None:
        note = f": {sheet.skip.note}" if sheet.skip.note else ""
        lines.append(line(f"  set aside by {sheet.skip.reviewer}: {sheet.skip.reason.value.replace('_', ' ')}{note}"))
    for verdict in sheet.verdicts:
        label = verdict.rating.label if verdict.stands else f"{verdict.rating.label} (no longer stands)"
        style = "bold" if verdict.stands else "$text-muted"
        lines.append(
            joined(
                line(f"  {label}", style),
                line(f"  {verdict.reviewer}, {instant_words(verdict.recorded_at)}", "$text-muted"),
            )
        )
        if verdict.stands:
            lines.append(block(f"  {verdict.rationale}"))
    if not lines and scale is not None:
        keys = "  ".join(f"{key} {rating.label}" for key, rating in enumerate(scale.ratings, 1))
        lines.append(line(f"  {keys}", "$text-muted"))
    return lines
