"""What sort of statement a claim is."""

import re
from collections.abc import Sequence

from claims_db.vocabulary import ClaimKind
from workbench.extraction.lexicon import CAUSAL, COMPARISON, PREDICTION, RULE, SUPERLATIVE, TREND
from workbench.extraction.tokens import Token, tokens
from workbench.extraction.verbs import finite_verb
from workbench.extraction.worth import Statement, countable

_TITLED = re.compile(r"\b(?:First|FIRST|Only|Most|Best|Record)\b(?= [A-Z])")


def kind_of(statement: Statement) -> ClaimKind:
    """Say what sort of statement it is; the most telling mark counts."""
    words = _TITLED.sub(" ", statement.words)
    found = tokens(words)
    numbers = countable(statement)
    marks = (
        (statement.utterance or (not numbers and _tells_of_words(statement)), ClaimKind.QUOTATION),
        (SUPERLATIVE.search(words), ClaimKind.SUPERLATIVE),
        (PREDICTION.search(words), ClaimKind.PREDICTION),
        (COMPARISON.search(words), ClaimKind.COMPARISON),
        (_MOVES.search(words), ClaimKind.TREND),
        (numbers, ClaimKind.QUANTITY),
        (TREND.search(words), ClaimKind.TREND),
        (CAUSAL.search(words) or _LINKED.search(words), ClaimKind.CAUSAL),
        (RULE.search(words), ClaimKind.RULE),
        (_happens(found, statement.tags), ClaimKind.EVENT),
    )
    return next((kind for mark, kind in marks if mark), ClaimKind.OTHER)


def _tells_of_words(statement: Statement) -> bool:
    """Say whether a claim is that somebody said so: it names its claimer, or holds some of the words."""
    words, claimer = statement.words, statement.claimer
    if not claimer or statement.quoted:
        return False
    return _QUOTED.search(words) is not None or claimer.split()[-1] in words[: len(claimer) + _OPENING]


def _happens(found: list[Token], tags: Sequence[str]) -> bool:
    """Say whether something happens: a verb that is more than ``is`` and ``has``, and not what always holds."""
    verb = finite_verb(found, 0, len(found))
    if tags and _PAST.isdisjoint(tags):
        return False
    return verb >= 0 and not (
        found[verb].lower in _STATES and not any(word.lower.endswith(("ed", "ing")) for word in found[verb:])
    )


_STATES = frozenset("is are was were am it's that's there's they're we're i'm has have had".split())
_PAST = frozenset({"VBD", "VBN"})
_QUOTED = re.compile(r"[“\"][^“”\"]{3,}[”\"]")
_OPENING = 16
_MOVES = re.compile(
    r"\b(?:rose|fell|grew|climbed|plunged|soared|surged|slumped|dropped|declined|increased|decreased|shrank|doubled|tripled|halved)\b|"
    r"\b(?:is|are|was|were) (?:up|down) \d",
    re.IGNORECASE,
)
_LINKED = re.compile(
    r"\b(?:associated with|linked to|(?:has|have) (?:pushed|driven|fuelled|fueled|confused|forced)|contributes? to)\b",
    re.IGNORECASE,
)
