"""What sort of statement a claim is."""

import re

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
        (statement.utterance, ClaimKind.QUOTATION),
        (SUPERLATIVE.search(words), ClaimKind.SUPERLATIVE),
        (PREDICTION.search(words), ClaimKind.PREDICTION),
        (COMPARISON.search(words), ClaimKind.COMPARISON),
        (numbers, ClaimKind.QUANTITY),
        (TREND.search(words), ClaimKind.TREND),
        (CAUSAL.search(words), ClaimKind.CAUSAL),
        (RULE.search(words), ClaimKind.RULE),
        (_happens(found), ClaimKind.EVENT),
    )
    return next((kind for mark, kind in marks if mark), ClaimKind.OTHER)


def _happens(found: list[Token]) -> bool:
    """Say whether something happens: a verb that is more than ``is`` and ``has``."""
    verb = finite_verb(found, 0, len(found))
    return verb >= 0 and not (
        found[verb].lower in _STATES and not any(word.lower.endswith(("ed", "ing")) for word in found[verb:])
    )


_STATES = frozenset("is are was were am it's that's there's they're we're i'm has have had".split())
