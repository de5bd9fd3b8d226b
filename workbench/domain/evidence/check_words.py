"""Say in words how an excerpt stands to its source, the same for every reader: terminal, shell and report."""

from types import MappingProxyType
from typing import TYPE_CHECKING

from claims_db.capture_vocabulary import RecheckOutcome
from claims_db.rows import EvidenceRow, QuoteCheckRow
from claims_db.vocabulary import QuoteVerdict
from workbench.domain.dates import instant_words

if TYPE_CHECKING:
    # Who shows a check needs none of what makes one.
    from workbench.domain.evidence.changes import Change
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
_FATES = MappingProxyType(
    {
        RecheckOutcome.UNCHANGED: "unchanged",
        RecheckOutcome.REWORDED: "reworded",
        RecheckOutcome.MOVED: "at another place",
        RecheckOutcome.GONE: "gone",
        RecheckOutcome.UNREACHED: "not looked for",
    }
)
_PAGES = MappingProxyType({RecheckOutcome.GONE: "the page gone", RecheckOutcome.UNREACHED: "the page not reached"})
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
    if look is None:
        return ""
    found = outcome_words(look.outcome, quotes=quotes_words(evidence), answered=look.answered)
    return f"{found} on {instant_words(look.at)[:10]}"


def outcome_words(outcome: RecheckOutcome, *, quotes: bool, answered: bool) -> str:
    """Say what became of quoted words, or of a text that is quoted nowhere: a page that answers is not gone."""
    if not answered and outcome in _PAGES:
        return _PAGES[outcome]
    return f"the {'words' if quotes else 'text'} {_FATES[outcome]}"


def quotes_words(evidence: EvidenceRow) -> bool:
    """Say whether evidence has words that were found in its capture; where it has none, its text is looked at."""
    return evidence.check is not None and evidence.check.quote is not None


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
    changed = map(_differs, check.changes)
    shown = [*check.remarks, *changed, *map(_left_out, check.left_out)]
    if len(shown) > _MOST:
        shown = [*shown[:_MOST], f"And {len(shown) - _MOST} more."]
    return tuple(shown)


def _differs(change: "Change") -> str:
    mine, theirs = f"“{_cut(change.words)}”", f"“{_cut(change.source_words)}”"
    if not change.words:
        return f"The source has {theirs} there, the excerpt has not."
    if not change.source_words:
        return f"The excerpt has {mine} there, the source has not."
    return f"Excerpt and source differ: {mine} against {theirs}."


def _left_out(one: "LeftOut") -> str:
    return f"Left out: “{_cut(one.words)}”. {one.warning}".rstrip()


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
