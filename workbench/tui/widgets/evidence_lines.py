"""A piece of evidence as panels and dialogs show it."""

from textual.content import Content

from claims_db.rows import EvidenceRow
from claims_db.vocabulary import NumberOutcome, Stance
from workbench.domain.evidence.check_words import check_words, look_words
from workbench.domain.evidence.number_words import loudest_first, none_words, notes, number_line
from workbench.domain.evidence.source_words import confidential_words
from workbench.domain.references import evidence_reference
from workbench.tui.drawing import block, joined, line

_REMARKS = 4
_NUMBERS, _NOTES = 6, 2
_STANCES = {Stance.SUPPORTS: ("+", "$success"), Stance.REFUTES: ("−", "$error"), Stance.CONTEXT: ("○", "$text-muted")}


_OUTCOMES = {
    NumberOutcome.DIFFERS: ("≠", "bold $error"),
    NumberOutcome.WITHIN_TOLERANCE: ("≈", "$text-muted"),
    NumberOutcome.AGREES: ("=", "$text-muted"),
    NumberOutcome.NOT_COMPARABLE: ("?", "$text-muted"),
}


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
        lines += _numbers(evidence)
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


def _numbers(evidence: EvidenceRow) -> list[Content]:
    """Give the numbers check: a difference loudly, everything else in passing."""
    shown = [row for row in loudest_first(evidence.numbers) if row.outcome in _OUTCOMES]
    lines: list[Content] = []
    for row in shown[:_NUMBERS]:
        mark, style = _OUTCOMES[row.outcome]
        lines.append(block(f"    {mark} {number_line(row)}", style))
        lines += [block(f"      {note}", "$text-muted") for note in notes(row)[:_NOTES]]
    more, missing = len(shown) - _NUMBERS, none_words(evidence.numbers)
    lines += [line(f"      and {more} more numbers", "$text-muted")] if more > 0 else []
    return [*lines, *([block(f"    – {missing}", "$text-muted")] if missing else [])]
