"""Whether a passage that differs a little still says what the other one said: in doubt it does not.

``fell`` is never ``rose``. Other numbers, dates, names, negations and verbs make another statement; so does every
word that is not known to say the same. What is refused here is shown to a person, never taken.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from workbench.domain.amounts import Amount, amounts_in
from workbench.domain.dates import MONTHS
from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.changes import Change, ChangeKind
from workbench.domain.evidence.folding import fold
from workbench.domain.evidence.same_words import LIGHT, PHRASES, same_word
from workbench.domain.evidence.words import is_word, words_of
from workbench.domain.turning_words import directions_of

_WEIGHTY = frozenset(
    "not no never none nobody nothing neither nor without cannot hardly barely scarcely rarely seldom deny denied denies "
    "denying refuse refused refuses reject rejected fail failed fails false falsely untrue wrong wrongly incorrect fake "
    "all some most many few several every each both only any least majority minority half up to by from "
    "may might could would should must can will shall "
    "alleged allegedly reported reportedly claimed suspected accused likely unlikely possible possibly probably perhaps "
    "former ex acting deputy would-be until before after since if unless although despite except "
    "first second third fourth fifth sixth seventh eighth ninth tenth last next previous "
    "he she they we i you his her their our my your him them us me who whom whose "
    "against for with over under above below more less fewer between within outside inside "
    "and or but".split()
)
_FRAMES = frozenset(
    "not no never none nobody nothing neither nor without cannot hardly deny denied denies denying denial refuse refused "
    "refuses reject rejected rejects fail failed fails false falsely untrue wrong wrongly incorrect incorrectly fake lie lied "
    "lies lying myth hoax rumour rumours rumor rumors dispute disputed disputes doubt doubts doubted contrary if unless "
    "whether would could might may alleged allegedly alleges claim claims claimed suspected mistaken mistakenly retracted "
    "withdrew withdrawn corrected correction opponents critics isn't wasn't aren't weren't don't doesn't didn't won't "
    "hasn't haven't hadn't couldn't wouldn't shouldn't can't debunked supposedly".split()
)
_OPENERS = re.compile(
    r"\s*+(?:(?:all )?in all|in (?:total|sum|short|fact|addition|turn)|all told|overall|altogether|however|moreover|"
    r"furthermore|further|additionally|also|meanwhile|thus|therefore|hence|consequently|as a result|finally|indeed|"
    r"of course|for (?:example|instance)|similarly|likewise|so|and|but), ",
    re.IGNORECASE,
)
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_TIMES = frozenset((*MONTHS, *_DAYS, "yesterday", "today", "tomorrow", "tonight"))
_MEANT_PAIRS = frozenset({("a", "few"), ("a", "little")})
_UNIT_NAMES = frozenset("$ £ € ¥ us dollars dollar pounds pound euros euro yen % percent per cent".split())
_COUNTED_PREFIX = re.compile(r"(?:re|un|pre|non|anti|ex|pro)-", re.IGNORECASE)
_ASKS = frozenset("?!")
_OPENS, _CLOSES = frozenset(",-("), frozenset(",-)")


def unlike(one: str, other: str, changes: Iterable[Change]) -> tuple[str, ...]:
    """Give why one passage does not say what the other does, in words; nothing where it does.

    Args:
        one: the one passage.
        other: the other.
        changes: in what they differ.

    """
    same_amounts = _amounts(one) == _amounts(other)
    reasons = [
        str(change)
        for change in changes
        if not (_harmless(change, one, other) or (same_amounts and _names_units(change)))
    ]
    if reasons:
        return tuple(reasons)
    mine, theirs = (CapturedText(text) for text in (one, other))
    return tuple(_unlike_as_wholes(mine, theirs))


def frames_alike(one: str, other: str) -> bool:
    """Say whether words around a statement leave it as true: none of them denies, supposes or only alleges it."""
    return Counter(framing_words(one)) == Counter(framing_words(other))


def framing_words(words: str) -> tuple[str, ...]:
    """Give the words that deny, suppose or only allege what stands next to them."""
    return tuple(key for key in words_of(fold(words).text).keys if key in _FRAMES)


def without_opener(sentence: str) -> str:
    """Leave out what only leads over to a sentence, such as ``In all,`` and ``However,``."""
    opener = _OPENERS.match(sentence)
    return sentence[opener.end() :] if opener else sentence


def harmless_words(words: str) -> bool:
    """Say whether words that were added say nothing of weight: no name, number, negation, direction, condition."""
    folded = fold(words).text
    keys = words_of(folded).keys
    return not (
        amounts_in(folded)
        or directions_of(folded)
        or any(key in _WEIGHTY or key in _TIMES or key in _ASKS or key[:1].isdecimal() for key in keys)
        or any(_capital(word) for word in _whole_words(folded))
    )


def _harmless(change: Change, one: str, other: str) -> bool:
    mine, theirs = fold(change.words).text, fold(change.source_words).text
    keys, other_keys = words_of(mine).keys, words_of(theirs).keys
    if change.kind is ChangeKind.CAPITALS:
        return change.start == 0 or one.isupper() or other.isupper()
    if change.kind is ChangeKind.PUNCTUATION:
        return not _ASKS & {*keys, *other_keys}
    if _same_amounts(mine, theirs):
        return True
    if keys == other_keys:
        return not (_COUNTED_PREFIX.match(mine) or _COUNTED_PREFIX.match(theirs) or _COUNTED_PREFIX.match(change.words))
    if not keys or not other_keys:
        return _aside(keys or other_keys, mine or theirs)
    heavy, other_heavy = _heavy(keys), _heavy(other_keys)
    return len(heavy) == len(other_heavy) and all(
        same_word(word, another) for word, another in zip(heavy, other_heavy, strict=True)
    )


def _heavy(keys: Sequence[str]) -> list[str]:
    """Give the words that count, phrases as the one word that says the same."""
    words = [key for key in keys if (is_word(key) or key == "%") and key not in LIGHT]
    found: list[str] = []
    index = 0
    while index < len(words):
        phrase = PHRASES.get(" ".join(words[index : index + 2]))
        found.append(phrase or words[index])
        index += 2 if phrase else 1
    return found


def _aside(keys: Sequence[str], words: str) -> bool:
    """Say whether words that came or went are light, or stand between commas and say nothing of weight."""
    if not _heavy(keys):
        return not _ASKS & set(keys)
    return len(keys) > 2 and keys[0] in _OPENS and keys[-1] in _CLOSES and harmless_words(words)


def _amounts(text: str) -> list[tuple[Decimal, str]]:
    return [(found.value, found.unit) for found in amounts_in(text)]


def _names_units(change: Change) -> bool:
    keys = words_of(fold(f"{change.words} {change.source_words}").text).keys
    return bool(keys) and all(key in _UNIT_NAMES for key in keys)


def _same_amounts(one: str, other: str) -> bool:
    mine, theirs = amounts_in(one), amounts_in(other)
    if not mine or len(mine) != len(theirs):
        return False
    if any((a.value, a.unit) != (b.value, b.unit) for a, b in zip(mine, theirs, strict=True)):
        return False
    return _heavy(words_of(_without(one, mine)).keys) == _heavy(words_of(_without(other, theirs)).keys)


def _without(text: str, amounts: Sequence[Amount]) -> str:
    for amount in reversed(amounts):
        text = text[: amount.start] + " " + text[amount.end :]
    return text


def _unlike_as_wholes(one: CapturedText, other: CapturedText) -> Iterable[str]:
    """Compare what the passages say as wholes, for what no single difference shows."""
    mine, theirs = one.folded.text, other.folded.text
    amounts, other_amounts = _amounts(mine), _amounts(theirs)
    if [value for value, _ in amounts] != [value for value, _ in other_amounts]:
        yield "other numbers"
    elif amounts != other_amounts:
        yield "other units"
    keys, other_keys = _heavy(one.words.keys), _heavy(other.words.keys)
    for words in (_WEIGHTY, _TIMES):
        weights, other_weights = (Counter(key for key in side if key in words) for side in (keys, other_keys))
        if weights != other_weights:
            odd = (weights - other_weights) + (other_weights - weights)
            yield f"“{'”, “'.join(sorted(odd))}” in one of them alone"
    if _pairs(one.words.keys) != _pairs(other.words.keys):
        yield "“few” is not “a few”"


def _pairs(keys: Sequence[str]) -> int:
    return sum(pair in _MEANT_PAIRS for pair in pairwise(keys))


def _whole_words(text: str) -> list[str]:
    found = words_of(text)
    return [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]


def _capital(word: str) -> bool:
    return word[:1].isupper()
