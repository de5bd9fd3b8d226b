"""What changed in an article, in lines that shell and terminal desk show alike."""

from collections.abc import Iterator

from workbench.desk.deep_lines import DeepLine
from workbench.desk.refetch_entries import ArticleDifference, ClaimNow, ParagraphNow, Refetched
from workbench.domain.evidence.article_changes import ClaimFate
from workbench.domain.evidence.later_look import changed_words
from workbench.domain.evidence.paragraph_pairs import ParagraphFate
from workbench.domain.references import claim_reference

_LONGEST = 300
_IN_ORDER = (ClaimFate.REMOVED, ClaimFate.REWORDED, ClaimFate.MOVED, ClaimFate.UNCHANGED)


def difference_lines(found: ArticleDifference) -> Iterator[DeepLine]:
    """Say what changed in an article: its paragraphs, its claims, and the findings that rest on changed words."""
    for paragraph in found.paragraphs:
        yield from _paragraph(paragraph)
    apart = {fate: [one for one in found.claims if one.fate is fate] for fate in _IN_ORDER}
    for fate in _IN_ORDER[:-1]:
        for one in apart[fate]:
            yield from _claim(one)
    if found.findings:
        yield DeepLine(0, "Findings that rest on changed words:")
    for one in found.findings:
        yield DeepLine(1, _finding(one))
    for one in apart[ClaimFate.UNCHANGED]:
        yield from _claim(one)


def refetched_lines(found: Refetched) -> Iterator[DeepLine]:
    """Say what changed in an article that was taken in again, and which claims that brought."""
    if found.difference is not None:
        yield from difference_lines(found.difference)
    for words, claims in (("Stand in it again", found.back), ("New claims", found.new)):
        if claims:
            yield DeepLine(0, f"{words}: {', '.join(map(claim_reference, claims))}.")


def _claim(one: ClaimNow) -> Iterator[DeepLine]:
    yield DeepLine(0, f"{claim_reference(one.claim.number)}  {one.fate.value}  {one.claim.statement}")
    known = {str(change) for change in one.changes}
    for words in (*map(changed_words, one.changes), *(reason for reason in one.reasons if reason not in known)):
        yield DeepLine(2, words)


def _paragraph(paragraph: ParagraphNow) -> Iterator[DeepLine]:
    if paragraph.fate is ParagraphFate.KEPT and not paragraph.changes:
        return
    yield DeepLine(1, f"{paragraph.fate.value}: {_cut(paragraph.now or paragraph.before)}")
    for change in paragraph.changes:
        yield DeepLine(2, changed_words(change))


def _finding(one: ClaimNow) -> str:
    out = f"PUBLISHED (revision {one.claim.published})" if one.claim.published is not None else "signed off"
    return f"{claim_reference(one.claim.number)}  {out}, {one.fate.value}:  {one.claim.statement}"


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
