"""A piece of evidence as panels and dialogs show it."""

from textual.content import Content

from claims_db.rows import EvidenceRow
from claims_db.vocabulary import Stance
from workbench.domain.evidence.check_words import check_words, look_words
from workbench.domain.evidence.source_words import confidential_words
from workbench.domain.references import evidence_reference
from workbench.tui.drawing import block, joined, line

_REMARKS = 4
_STANCES = {Stance.SUPPORTS: ("+", "$success"), Stance.REFUTES: ("−", "$error"), Stance.CONTEXT: ("○", "$text-muted")}


def evidence_lines(evidence: EvidenceRow) -> list[Content]:
    """Give one piece of evidence: its stance and source, the words that matter, the note."""
    mark, style = _STANCES[evidence.stance]
    source = evidence.source
    title = ", ".join(part for part in (source.title, source.publisher) if part) if source else ""
    head = joined(
        line(f"  {mark} {evidence.stance.value}", style),
        line(f"  {evidence_reference(evidence.number)}  {evidence.form.value}  ", "$text-muted"),
        line(title or (source.url if source else "")),
        line(f"  {evidence.locator}" if evidence.locator else "", "$text-muted"),
    )
    lines = [head]
    if evidence.excerpt:
        lines.append(block(f"    “{evidence.excerpt}”"))
        lines += _compared(evidence)
    if source and source.retraction:
        lines.append(block(f"    ✗ retracted: {source.retraction}", "bold $error"))
    if source and source.confidential:
        lines.append(line(f"    {confidential_words(source)}", "$warning"))
    if evidence.look is not None:
        style = "$text-muted" if evidence.look.outcome.as_it_was else "bold $warning"
        lines.append(line(f"    ↻ {look_words(evidence)}", style))
    if evidence.note:
        lines.append(block(f"    {evidence.note}"))
    if source and source.url and title:
        lines.append(line(f"    {source.url}", "$text-muted"))
    return lines


def _compared(evidence: EvidenceRow) -> list[Content]:
    """Give the quote check: a mark, what it came to, and what a reader should know."""
    check = evidence.check
    if check is None:
        return [line(f"    ? {check_words(check)}", "$text-muted")]
    mark, style = ("✓", "$success") if check.verdict.stands else ("✗", "bold $error")
    remarks = check.remarks[:_REMARKS]
    more = len(check.remarks) - len(remarks)
    return [
        line(f"    {mark} {check_words(check)}", style),
        *(block(f"      {remark}", "$text-muted") for remark in remarks),
        *([line(f"      and {more} more", "$text-muted")] if more else []),
    ]
