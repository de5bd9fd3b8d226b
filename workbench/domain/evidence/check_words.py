"""Say in words how an excerpt stands to its source, the same for every reader: terminal, shell and report."""

from types import MappingProxyType
from typing import TYPE_CHECKING

from claims_db.rows import EvidenceRow, QuoteCheckRow
from claims_db.vocabulary import QuoteVerdict
from workbench.domain.dates import instant_words

if TYPE_CHECKING:
    # Who shows a check needs none of what makes one.
    from workbench.domain.evidence.quote_check import LeftOut, QuoteCheck

HIDDEN = "The words stand in a part of the document that readers are not shown, or hardly: look at it yourself."
"""The remark on an excerpt whose words are in hidden text."""
NOT_COMPARED = "not compared with a captured text"
"""What is said of an excerpt without a quote check."""

_WORDS = MappingProxyType(
    {
        QuoteVerdict.EXACT: "in the source, word for word",
        QuoteVerdict.TYPOGRAPHIC: "in the source; only typesetting differs",
        QuoteVerdict.WITH_ELLIPSES: "in the source, with words left out",
        QuoteVerdict.WITH_INSERTIONS: "in the source, but for words in brackets",
        QuoteVerdict.ALTERED: "NOT AS QUOTED: the source has other words",
        QuoteVerdict.NOT_FOUND: "NOT IN THE SOURCE",
    }
)
_DOUBTS = MappingProxyType(
    {
        QuoteVerdict.ALTERED: "The excerpt is not as the source has it, and is marked so.",
        QuoteVerdict.NOT_FOUND: "The excerpt is not in the text that was read from the source, and is marked so.",
    }
)
_MOST = 20
_LONGEST = 300


def check_words(check: QuoteCheckRow | None) -> str:
    """Say in a few words what a quote check came to."""
    return NOT_COMPARED if check is None else _WORDS[check.verdict]


def short_words(evidence: EvidenceRow) -> str:
    """Say in a word or two what a quote check came to, for a table; of evidence without an excerpt nothing."""
    if not evidence.excerpt:
        return "-"
    return "not compared" if evidence.check is None else evidence.check.verdict.replace("_", " ")


def look_words(evidence: EvidenceRow) -> str:
    """Say what was found when its source was looked at last; empty where nobody has looked again."""
    look = evidence.look
    return "" if look is None else f"source {look.outcome.value} on {instant_words(look.at)[:10]}"


def in_doubt(evidence: EvidenceRow) -> str:
    """Say what a person has to look at before they rest on an excerpt; empty where its words are the source's."""
    if evidence.excerpt and evidence.check is not None and HIDDEN in evidence.check.remarks:
        return HIDDEN
    if not evidence.excerpt or (evidence.check is not None and evidence.check.verdict.stands):
        return ""
    if evidence.check is None:
        return "The excerpt was not compared: no text was captured with it."
    return _DOUBTS[evidence.check.verdict]


def remarks_of(check: "QuoteCheck") -> tuple[str, ...]:
    """Say in sentences what differs, what is left out, and what else a reader should know."""
    changed = [f"Excerpt and source differ: {_cut(str(change))}." for change in check.changes]
    shown = [*check.remarks, *changed, *map(_left_out, check.left_out)]
    if len(shown) > _MOST:
        shown = [*shown[:_MOST], f"And {len(shown) - _MOST} more."]
    return tuple(shown)


def _left_out(one: "LeftOut") -> str:
    return f"Left out: “{_cut(one.words)}”. {one.warning}".rstrip()


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
