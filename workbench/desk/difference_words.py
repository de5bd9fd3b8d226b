"""What changed in an article, in lines that shell and terminal desk show alike."""

from collections.abc import Iterator
from typing import NamedTuple

from workbench.desk.refetch_entries import ArticleDifference, ClaimNow, ParagraphNow
from workbench.domain.evidence.later_look import changed_words
from workbench.domain.evidence.paragraph_pairs import ParagraphFate
from workbench.domain.references import claim_reference

_LONGEST = 300


class DifferenceLine(NamedTuple):
    """A line, and how deep below the one before it stands: 0 for a claim or a heading, 1 and 2 below it."""

    depth: int
    words: str


def difference_lines(found: ArticleDifference) -> Iterator[DifferenceLine]:
    """Say what changed in an article: its paragraphs, its claims, and the findings that rest on changed words."""
    for paragraph in found.paragraphs:
        yield from _paragraph(paragraph)
    for one in found.claims:
        yield DifferenceLine(0, f"{claim_reference(one.claim.number)}  {one.fate.value}  {one.claim.statement}")
        known = {str(change) for change in one.changes}
        for words in (*map(changed_words, one.changes), *(reason for reason in one.reasons if reason not in known)):
            yield DifferenceLine(2, words)
    if found.findings:
        yield DifferenceLine(0, "Findings that rest on changed words:")
    for one in found.findings:
        yield DifferenceLine(1, _finding(one))


def _paragraph(paragraph: ParagraphNow) -> Iterator[DifferenceLine]:
    if paragraph.fate is ParagraphFate.KEPT and not paragraph.changes:
        return
    yield DifferenceLine(1, f"{paragraph.fate.value}: {_cut(paragraph.now or paragraph.before)}")
    for change in paragraph.changes:
        yield DifferenceLine(2, changed_words(change))


def _finding(one: ClaimNow) -> str:
    out = f"PUBLISHED (revision {one.claim.published})" if one.claim.published is not None else "signed off"
    return f"{claim_reference(one.claim.number)}  {out}, {one.fate.value}:  {one.claim.statement}"


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
