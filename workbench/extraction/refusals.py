"""What is refused, and why; a reviewer can see it and take it in all the same."""

import re
from collections.abc import Sequence

from workbench.extraction.lexicon import ACCUSATION, FIRST_PERSON, INSTITUTION, OPINION, SUPERLATIVE, TREND
from workbench.extraction.tokens import FINITE, Token, tokens
from workbench.extraction.verbs import finite_verb
from workbench.extraction.worth import Statement, anchors, countable

_COMMENT = re.compile(
    r"\b(?:did not (?:immediately )?(?:respond|reply|return)|not (?:immediately )?(?:available|reachable) for comment|declined to comment|neither confirm(?:ed)? nor den(?:y|ied)|"
    r"could not (?:immediately )?be (?:immediately )?(?:reached|contacted)|no comment|refused to comment|has been contacted for comment|approached for comment)\b",
    re.IGNORECASE,
)
_SMALL_PRINT = re.compile(
    r"\b(?:contains? forward-looking statements|all rights reserved|terms and conditions apply|results may differ materially)\b",
    re.IGNORECASE,
)
_UNVERIFIED = re.compile(
    r"\b(?:independently (?:verif|confirm|corroborat)\w+|(?:could not|couldn['’]t|unable to|not possible to) (?:be )?(?:immediately )?(?:verif|confirm)\w*)\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    r"\b(?:urg|advis|encourag|remind|invit|ask)(?:e|es|ed|s)? (?:people|everyone|everybody|the public|anyone|residents|consumers|readers|viewers|fans|parents|"
    r"users|drivers|visitors|listeners|supporters|those \w+) (?:not )?to\b|\bcan (?:look forward to|take advantage)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:wonder(?:s|ed|ing)?|ask(?:s|ed|ing)?) (?:\w+ )?(?:why|whether|if|how|what|who)\b", re.IGNORECASE
)
_VALUED = re.compile(
    r"\b(?:(?:very|particularly|extremely|incredibly|really|so|most|scientifically|more and more) (?:important|cool|fun|exciting|good|nice|special|"
    r"proud|happy|interesting|valuable|significant|meaningful|sad|hard|tough)|what is (?:\w+ ){0,2}(?:fun|cool|great|important)|the mark of a|"
    r"it['’]s (?:all )?about)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"^(?:(?:but|and|so) )?(?:(?:that|this) (?:would|could|might|may) |if (?:we|i|you|they|he|she|it) (?:were|had|could) )",
    re.IGNORECASE,
)
_PROMISED = re.compile(
    r"^(?:(?:and|that|which|this|we|it|they) )?(?:will|shall|['’]ll|(?:is|are) going to) (?:\w+ )?(?:increase|improve|strengthen|ensure|help|make|build|deliver|"
    r"continue|work|do|keep|bring|create|enhance|provide|support)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"^(?:(?:but|and|so|well|yeah|yes|no|now|look) ?,? )*(?:i|he|she|it|this|that|they)\b", re.IGNORECASE
)
_INNER_LIFE = re.compile(
    r"^(?:and |but |so )?(?:i|we)(?:['’](?:m|re|ve|d|ll))? (?:(?:just|really|all|do|don['’]t|can['’]t|also|still|always|very|so|would|must|are|am|will|have to|need to) ){0,3}"
    r"(?:think|feel|felt|hope|want|wish|believe|love|like|know|understand|need|look forward|thank|wonder|guess|mean|happy|proud|"
    r"excited|delighted|sorry|confident|grateful|pleased|thrilled|committed|remain|stand|miss)\b",
    re.IGNORECASE,
)
_INSTRUCTION = re.compile(
    r"^(?:(?:my fellow \w+|ladies and gentlemen|folks|friends|my friends)\b,? )?(?:please|tell us|send us|write to us|let us|let['’]s|don['’]t|click|call|visit|remember|imagine|consider|see|note that|stay|enjoy|welcome|thank you|hello|you know what they say|good (?:morning|evening))\b",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:must (?:not |never |now )?(?:be|do|act|stop|work|come|take|ensure|show|learn)|ought to|should|let us|let['’]s|need to|deserves?|hopefully|we hope|has to stop)\b",
    re.IGNORECASE,
)
_RHETORIC = re.compile(
    r"\b(?:time will tell|only time|who knows|nobody (?:can )?knows?|no one (?:can )?knows?|nobody can know|it remains to be seen|remains unclear|at the end of the day|"
    r"the truth is|make no mistake|needless to say|enough is enough|one thing is (?:certain|clear)|what matters)\b",
    re.IGNORECASE,
)
_WARM = re.compile(
    r"\b(?:(?:more and more|particularly|very|so|really) important|for a long time|strong ties|partners|friends(?:hip)?|shared (?:values|future)|"
    r"our (?:future|values|hearts|prayers|friends|partners)|hand in hand|on the right (?:path|track|side)|stronger together|journey)\b",
    re.IGNORECASE,
)
_NAME_INSIDE = re.compile(r"(?<=[\w,] )[A-Z][\w'’-]+")
_FEWEST = 4
_FEW = 7


def refusal(statement: Statement, whole: str) -> str:
    """Give the reason for which a statement is refused, or nothing where it is offered."""
    if not statement.english:
        return "" if countable(statement) or statement.quoted else "language not supported"
    words = statement.words
    if _asks(words, whole):
        return "question"
    found = tokens(words)
    count = sum(word.is_word for word in found)
    if count < _FEWEST and not (_short_and_clear(statement, count) and _has_finite_verb(statement, found)):
        return "too short"
    if _COMMENT.search(words):
        return "no comment"
    if _SMALL_PRINT.search(words):
        return "boilerplate"
    if _UNVERIFIED.search(words):
        return "says that it is unverified"
    hard = bool(countable(statement) or ACCUSATION.search(words) or _superlative(words))
    if reason := _not_factual(statement, hard):
        return reason
    if not _has_finite_verb(statement, found) and not hard:
        return "states nothing"
    return "too vague to check" if count < _FEW and not anchors(statement) else ""


def _short_and_clear(statement: Statement, count: int) -> bool:
    """Say whether a few words say enough to be looked up: ``Taxes are rising``, ``Biden won Michigan``."""
    words = statement.words
    told = bool(TREND.search(words)) or bool(_NAME_INSIDE.search(words))
    return bool(countable(statement)) or (count == _FEWEST - 1 and told and not _POINTING.match(words))


def _has_finite_verb(statement: Statement, found: Sequence[Token]) -> bool:
    if statement.tags:
        told = statement.quoted and "VBN" in statement.tags  # a tweet leaves "was" out
        return told or not FINITE.isdisjoint(statement.tags)
    return finite_verb(found, 0, len(found)) >= 0


def _not_factual(statement: Statement, hard: bool) -> str:
    """Tell rhetoric, feeling, wish and opinion from fact; what counts something is kept."""
    words = statement.words
    numbers = countable(statement)
    anchored = hard or bool(TREND.search(words))
    named = bool(_NAME_INSIDE.search(words)) or bool(INSTITUTION.search(words))
    if _RHETORIC.search(words) and not numbers:
        return "vague rhetoric"
    if _INSTRUCTION.match(words) and not numbers:
        return "instruction or greeting"
    if _INNER_LIFE.match(words) and not anchored:
        return "feeling or wish"
    if not numbers and (reason := _beside_the_facts(statement, named=named)):
        return reason
    if FIRST_PERSON.search(words) and _WARM.search(words) and not anchored:
        return "vague rhetoric"
    if _WISH.search(words) and not numbers and not (named and statement.claimer and anchored):
        return "opinion or wish"
    if OPINION.search(words) and not anchored and not (named and not statement.claimer):
        return "opinion or wish"
    return ""


def _beside_the_facts(statement: Statement, *, named: bool) -> str:
    """Tell what is said of a matter but nothing that can be looked up, in words that count nothing."""
    words = statement.words
    hard = ACCUSATION.search(words) or TREND.search(words)
    if _ASKED.search(words):
        return "question"
    if _ADVICE.search(words):
        return "advice or invitation"
    if _VALUED.search(words):
        return "opinion or wish"
    if _SUPPOSED.match(words):
        return "supposition"
    if statement.claimer and not named and _PROMISED.match(words):
        return "vague promise"
    return "too vague to check" if statement.quoted and not named and not hard and _POINTING.match(words) else ""


def _asks(words: str, whole: str) -> bool:
    """Say whether words are a question, or the end of one."""
    asked = whole.rstrip('"”’) ')
    return words.endswith("?") or (asked.endswith("?") and asked.rstrip('?"” ').endswith(words.rstrip('"”? ')))


def _superlative(words: str) -> bool:
    return (
        SUPERLATIVE.search(re.sub(r"(?i)\b(?:best|worst|most (?:important|interesting|beautiful))\b", "", words))
        is not None
    )
