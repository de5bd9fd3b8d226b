"""A piece of evidence as panels and dialogs show it."""

from textual.content import Content

from claims_db.rows import EvidenceRow
from claims_db.vocabulary import Stance
from workbench.domain.references import evidence_reference
from workbench.tui.drawing import block, joined, line

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
    if evidence.note:
        lines.append(block(f"    {evidence.note}"))
    if source and source.url and title:
        lines.append(line(f"    {source.url}", "$text-muted"))
    return lines
