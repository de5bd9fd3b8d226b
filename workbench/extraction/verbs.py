"""Which words are finite verbs, and where a clause begins.

Where the grammar is not known, this is told from forms and neighbours alone. English marks finite verbs poorly, so this errs on the side of seeing none: a clause that is missed leaves a
claim a little long, one that is imagined cuts a claim in two.
"""

from collections.abc import Sequence

from workbench.extraction.tokens import FINITE, Token

AUXILIARIES = frozenset(
    "is are was were am has have had does do did will would can could cannot may might must shall should isn't aren't wasn't weren't "
    "hasn't haven't hadn't won't wouldn't can't couldn't don't doesn't didn't shouldn't mustn't mightn't i'm he's she's it's we're "
    "they're you're that's there's i've we've they've you've i'll we'll they'll he'll she'll it'll you'll he'd she'd they'd we'd".split()
)
_PAST_ONLY = frozenset(
    "rose fell grew took came went flew began became gave ran saw sank stole threw wrote wore knew broke chose drove shrank spoke swore "
    "drew rode ate sang hid blew shook woke froze withdrew overtook undertook arose overcame underwent foresaw oversaw forgot".split()
)
_PAST_OR_PARTICIPLE = frozenset(
    "made held met led won lost sent left brought built bought sold spent got struck stood taught told thought kept beat caught fought "
    "found fed felt sought said paid hit cut put set shot hurt let heard laid lent meant read sat shed shut slept spread stuck swept "
    "understood dealt dug fled hung lit slid split spun burnt learnt bore tore rebuilt withheld upheld cost".split()
)
_BASES = (
    "say show make take remain include require cover mean give share hold own produce employ use need allow ban exceed account rise fall "
    "grow run lie stand contain face plan aim want expect depend support sell buy pay offer work live come go see know think believe "
    "claim argue warn add note state insist admit deny estimate predict suggest report find reveal indicate call ask tell write earn "
    "lead win lose play serve help provide operate control receive cause keep continue begin start stop end open close move turn bring "
    "carry leave follow represent reflect affect appear seem become happen occur exist tend fail try intend hope seek oppose demand "
    "deserve belong consist cost charge increase decrease decline drop reduce improve spread reach pass stay visit export import supply "
    "kill die suffer fear rely apply contribute attract host house feature describe cite recommend propose vary differ weigh measure "
    "span last attend teach train treat test target threaten violate prohibit protect prevent back reject accept agree feel look get put"
).split()
_NOT_PAST = frozenset(
    "hundred need indeed speed seed feed breed bed red shed united exceed embed proceed succeed weed greed creed deed bleed unprecedented "
    "so-called alleged armed aged sacred naked wicked rugged beloved limited infrared one-sided middle-aged long-awaited biased".split()
)
_BEFORE_NO_FINITE = frozenset(
    "the a an his her its their our my your of in for with by on at from to as into than be been being is are was were has have had get "
    "got gets more most very newly so these those this no some any all each every other".split()
)
_BEFORE_PLURALS = frozenset(
    "and or new many two three four five six although though while whereas as if when because since but after before".split()
)
_PLURAL_SUBJECTS = frozenset(
    "they we you i who which that people police men women children those these many most both some others".split()
)
PRONOUNS = frozenset(
    "he she it they we i you there this that these those who which what nobody everyone someone none".split()
)
_NO_SUBJECT = frozenset("to than as of by for if because not only also then even just so such".split())
_STOPS = frozenset('; : ( ) — – " “ ” « »'.split())
_RELATIVES = frozenset("which who whose that where when while because although though if".split())
_ADVERBS = frozenset(
    "also then later now still never not only already even soon once again often always reportedly allegedly".split()
)
_LONGEST_SUBJECT = 12


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeiou" else base + "s"


_BASE_FORMS = frozenset(_BASES)
_THIRD_FORMS = frozenset(_third(base) for base in _BASES)


def is_finite(words: Sequence[Token], index: int) -> bool:
    """Say whether the word at an index is, as far as can be seen, a finite verb."""
    if words[index].tag:
        return words[index].tag in FINITE
    word = words[index].lower
    if word in AUXILIARIES:
        return index == 0 or not words[index].is_capital
    before = words[index - 1].lower if index else ""
    if before.endswith(("'s", "s'")) and before not in {"it's", "that's", "he's", "she's"}:
        return False
    if word in _PAST_ONLY:
        return before not in {"the", "a", "an"}
    after = words[index + 1].lower if index + 1 < len(words) else ""
    if word in _PAST_OR_PARTICIPLE or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST):
        return before not in _BEFORE_NO_FINITE and after != "by" and not words[index].is_capital
    if word in _THIRD_FORMS:
        return (
            index > 0
            and words[index - 1].is_word
            and not before[0].isdigit()
            and before not in _BEFORE_NO_FINITE
            and before not in _BEFORE_PLURALS
            and not before.endswith(("ing", "al", "ive", "ous"))
            and after not in {"of", "and", "."}
        )
    return word in _BASE_FORMS and (before in _PLURAL_SUBJECTS or _looks_plural(before)) and after not in {"of", "."}


def finite_verb(words: Sequence[Token], start: int, end: int) -> int:
    """Give the index of the first finite verb between two indexes, or -1."""
    return next((index for index in range(start, min(end, len(words))) if is_finite(words, index)), -1)


def main_verb(words: Sequence[Token], start: int, end: int) -> int:
    """Give the index of the first finite verb that is not that of a relative clause such as ``who were wounded``, or -1."""
    for index in range(start, min(end, len(words))):
        if is_finite(words, index) and (index == 0 or words[index - 1].lower not in {"who", "which", "that", "whose"}):
            return index
    return -1


def states(words: Sequence[Token], start: int, end: int) -> bool:
    """Say whether there is a finite verb with something before it that it can be said of."""
    return main_verb(words, start + 1, end) > start


def clause_at(words: Sequence[Token], start: int, end: int) -> int:
    """Find a clause that starts at an index, a short subject and a finite verb; give the verb's index, or -1."""
    if start >= end or not words[start].is_word or words[start].lower in _NO_SUBJECT or is_finite(words, start):
        return -1
    if words[start].lower.endswith("ly") and len(words[start].text) > 4:
        return -1
    commas = 0
    for index in range(start, min(end, start + _LONGEST_SUBJECT + 1)):
        word = words[index].lower
        if index > start and is_finite(words, index):
            return index
        commas += word == ","
        if word in _STOPS or (index > start and word in _RELATIVES) or commas > (2 if words[start].is_capital else 0):
            return -1
    return -1


def verb_at(words: Sequence[Token], start: int, end: int) -> int:
    """Find a finite verb right at an index, adverbs aside, as in ``and later sold the firm``; give its index, or -1."""
    index = start
    while index < end and (words[index].lower in _ADVERBS or words[index].lower.endswith("ly")):
        index += 1
    if index >= end or words[index].is_capital or words[index].lower.endswith("'s"):
        return -1
    word = words[index].lower
    if word in AUXILIARIES or word in _PAST_ONLY or word in _PAST_OR_PARTICIPLE:
        return index
    if word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST:
        after = words[index + 1].lower if index + 1 < end else ""
        return index if after and after not in {"and", ",", "."} else -1
    return -1


def _looks_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and len(word) > 3
