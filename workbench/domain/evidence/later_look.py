"""What became of what evidence rests on, seen in a later capture of its source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from claims_db.capture_vocabulary import RecheckOutcome
from claims_db.rows import QuoteCheckRow, QuoteRow
from workbench.domain.evidence.article_changes import ArticleChanges
from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.changes import Change
from workbench.domain.evidence.paragraph_pairs import ParagraphFate
from workbench.domain.evidence.reanchoring import Fate, Reanchored, reanchor
from workbench.domain.spans import quote_at

_MOST, _LONGEST = 10, 300
_COMPARED, _AROUND = 1_500_000, 200_000
"""Characters of a text that are compared as a whole, and around words in one that is longer: memory has an end."""
_TOO_LONG = "The text is too long to be compared as a whole, and the words do not stand there as they did."
_OUTCOMES = MappingProxyType(
    {
        Fate.UNCHANGED: RecheckOutcome.UNCHANGED,
        Fate.MOVED: RecheckOutcome.MOVED,
        Fate.REWORDED: RecheckOutcome.REWORDED,
        Fate.ORPHAN: RecheckOutcome.GONE,
    }
)
_COUNTED = (
    (ParagraphFate.CHANGED, "changed"),
    (ParagraphFate.MOVED_AND_CHANGED, "moved and changed"),
    (ParagraphFate.MOVED, "moved"),
    (ParagraphFate.REMOVED, "taken out"),
    (ParagraphFate.ADDED, "new"),
)


class CapturedWords(NamedTuple):
    """The words of a capture: its text, and all words of a page of which that is the article; None where none are here."""

    text: str | None
    whole: str = ""


@dataclass(frozen=True)
class LaterLook:
    """What was found.

    Attributes:
        outcome: what became of the words, or of the text where no words are quoted.
        start, end: where the words stand in the newer text, None where they are not there or stand beside its article.
        quote: they, as the newer text has them; None where they are gone.
        remarks: what differs, in sentences.

    """

    outcome: RecheckOutcome
    start: int | None = None
    end: int | None = None
    quote: QuoteRow | None = None
    remarks: tuple[str, ...] = ()


def look_again(check: QuoteCheckRow | None, older: CapturedWords, newer: CapturedWords) -> LaterLook:
    """Set a newer capture against the one that evidence was made with.

    Args:
        check: how the excerpt stands to the older text; without words there the whole text is compared.
        older: the words of the older capture.
        newer: those of the newer one.

    """
    if newer.text is None:
        remark = "No text can be read from what came; the words can't be looked for."
        return LaterLook(RecheckOutcome.UNREACHED, remarks=(remark,))
    if check is None or check.quote is None:
        return _texts(older.text, newer.text)
    in_text = check.start is not None
    before = older.text if in_text else older.whole
    found = _words(check.quote, check.start if in_text else None, before, newer.text, inside=True)
    if found.outcome is RecheckOutcome.GONE and newer.whole:
        beside = _words(check.quote, None, before, newer.whole, inside=False)
        if beside.outcome is not RecheckOutcome.GONE:
            return beside
    return found


def _words(quote: QuoteRow, start: int | None, older: str | None, newer: str, *, inside: bool) -> LaterLook:
    begins, shift = -1 if start is None else start, 0
    if max(len(older or ""), len(newer)) > _COMPARED:
        at = _only_place(quote, newer)
        if at is None:
            return LaterLook(RecheckOutcome.UNREACHED, remarks=(_TOO_LONG,))
        shift = max(0, at - _AROUND)
        newer = newer[shift : at + len(quote.exact) + _AROUND]
        cut = max(0, begins - _AROUND)
        older = older[cut : begins + len(quote.exact) + _AROUND] if older and begins >= 0 else None
        begins -= cut if begins >= 0 else 0
    found = reanchor(quote, CapturedText(newer), begins, CapturedText(older) if older else None)
    remarks = tuple(_about_words(found, newer))
    if found.span is None:
        return LaterLook(RecheckOutcome.GONE, remarks=remarks)
    first, end = found.span
    quoted = quote_at(newer, first, end)
    if not inside:
        return LaterLook(_OUTCOMES[found.fate], quote=quoted, remarks=remarks)
    return LaterLook(_OUTCOMES[found.fate], first + shift, end + shift, quoted, remarks)


def _only_place(quote: QuoteRow, text: str) -> int | None:
    """Give where the words stand in a long text with what stood around them, or by themselves if only once."""
    for before, words in ((quote.prefix, f"{quote.prefix}{quote.exact}{quote.suffix}"), ("", quote.exact)):
        at = text.find(words)
        if at >= 0 and text.find(words, at + 1) < 0:
            return at + len(before)
    return None


def _about_words(found: Reanchored, newer: str) -> Iterator[str]:
    if found.fate is Fate.MOVED:
        yield "The words stand among other words now."
    if found.fate is Fate.ORPHAN:
        yield "The words are not there any more."
    yield from _said(found.changes)
    told = {str(change) for change in found.changes}
    yield from (reason for reason in found.reasons if reason not in told)
    if found.lookalike is not None:
        yield f"What looks most like them: “{_cut(newer[slice(*found.lookalike)])}”."


def _texts(older: str | None, newer: str) -> LaterLook:
    """Compare whole texts, where no words are quoted."""
    if older is None:
        remark = "The text captured first is not on this machine, so nobody can say whether this one is the same."
        return LaterLook(RecheckOutcome.UNREACHED, remarks=(remark,))
    if older == newer:
        return LaterLook(RecheckOutcome.UNCHANGED)
    if max(len(older), len(newer)) > _COMPARED:
        remark = "The text is another one; it is too long to say what changed."
        return LaterLook(RecheckOutcome.REWORDED, remarks=(remark,))
    changes = ArticleChanges(CapturedText(older), CapturedText(newer))
    if not changes.changed:
        return LaterLook(RecheckOutcome.UNCHANGED)
    paragraphs = changes.paragraphs
    if all(one.fate in {ParagraphFate.REMOVED, ParagraphFate.ADDED} for one in paragraphs):
        return LaterLook(RecheckOutcome.GONE, remarks=("Nothing of the text that was captured is there any more.",))
    counts = {words: sum(one.fate is fate for one in paragraphs) for fate, words in _COUNTED}
    told = ", ".join(f"{count} {words}" for words, count in counts.items() if count)
    remarks = (f"Of its paragraphs: {told}.", *_said([change for one in paragraphs for change in one.changes]))
    same = all(one.fate in {ParagraphFate.KEPT, ParagraphFate.MOVED} and not one.changes for one in paragraphs)
    return LaterLook(RecheckOutcome.MOVED if same else RecheckOutcome.REWORDED, remarks=remarks)


def _said(changes: Sequence[Change]) -> Iterator[str]:
    for change in changes[:_MOST]:
        yield changed_words(change)
    if len(changes) > _MOST:
        yield f"And {len(changes) - _MOST} more differences."


def changed_words(change: Change) -> str:
    """Say in a sentence what one difference is, the older words first."""
    if not change.words:
        return f"New: “{_cut(change.source_words)}”."
    if not change.source_words:
        return f"Taken out: “{_cut(change.words)}”."
    return f"“{_cut(change.words)}” became “{_cut(change.source_words)}”."


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
