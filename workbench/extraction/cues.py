"""Speech cues: the verb that brings what somebody says, and the words that name who does."""

from collections.abc import Sequence
from typing import NamedTuple

from workbench.extraction.asides import AFTER_SOURCE, QUOTE_MARKS, behind_aside, behind_listener, content_at
from workbench.extraction.reporting_verbs import DENYING, NEGATING, NOBODY
from workbench.extraction.roles import MONTHS, PARTICLES
from workbench.extraction.tokens import Token
from workbench.extraction.verbs import AUXILIARIES, PRONOUNS, clause_at, finite_verb, is_finite

STRONG = frozenset(
    "said says added adds stated states claimed claims asserted asserts warned warns argued argues insisted insists alleged alleges "
    "retorted snapped shouted exclaimed lamented stressed stresses acknowledged acknowledges testified tweeted reiterated contended contends admitted admits emphasised emphasized "
    "emphasises emphasizes cautioned conceded countered declared declares explained explains noted notes remarked told tells wrote "
    "writes replied quipped joked posted say claim argue insist warn allege".split()
)
"""Verbs that are hardly ever anything but speech."""

WEAK = frozenset(
    "reported reports announced announces confirmed confirms estimated estimates predicted predicts suggested suggests revealed reveals "
    "maintained maintains recalled complained concluded concludes disclosed observed commented responded underlined continued promised "
    "pledged vowed boasted charged believes believed reckons forecast forecasts found finds showed shows indicated indicates denied "
    "denies mentioned agreed ruled learned heard expects thinks feels felt hopes proposed recommended recommends demanded "
    "show suggest indicate reveal estimate predict believe expect informed informs reminded assured accepted cited cites described recounted advised speculated promises".split()
)
"""Verbs that bring speech only before ``that``, a clause or a quotation."""

SHOT_BACK = frozenset("shot shoots fired fires hit hits snapped snaps".split())
"""Verbs that with ``back`` are those of an answer."""

HELPERS = frozenset(
    "has have had did does do also then later further previously repeatedly recently once himself herself themselves publicly reportedly earlier "
    "again only now already".split()
)
"""Words that may stand between who speaks and the verb."""
_SOURCE_STOPS = frozenset(
    "there this that which what not and of the to but or if because it's that's there's so when while than".split()
)
_OPENINGS = frozenset(
    "in on at during after before since last speaking asked while as for with by when despite earlier following under since until "
    "although though responding addressing citing".split()
)
_NO_START = frozenset(
    "that which if because and but than there what to in on at by with during from into after before as for under over through".split()
)
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve hundreds thousands millions billions dozens".split()
)
_PARTS = frozenset({"percent", "per", "%", "out", "in", "of"})
_BEFORE_NOUNS = frozenset({"DT", "JJ", "PRP$", "IN", "CD", "VBD", "VBZ", "VBP", "VBN", "VBG", "VB"})
_SHARES = frozenset({"majority", "half", "percent", "percentage"})
_TIMES = frozenset("on in last this late early".split())
_TIES = frozenset("and but or who which that as when while because".split())
_BEFORE_NO_CUE = frozenset(
    "the a an be been is was are were to will of their his its would could can may might must should did do does not cannot don't didn't "
    "doesn't won't can't couldn't wouldn't no any this that your my our her new".split()
)
TO_LISTENER = frozenset("told tells informed informs reminded assured".split())
_NEAR = 2
_LONGEST_SOURCE = 16
_CLAUSE_AHEAD = 22


class Source(NamedTuple):
    """The tokens that name who speaks: indexes, half-open."""

    first: int
    last: int


class Cue(NamedTuple):
    """A speech verb with its source and where the words around it end.

    Attributes:
        verb: the index of the verb.
        source: who speaks; None where the verb goes on from the one who spoke before.
        first: the index at which source and verb begin.
        after: the index of the first token that is said, for a cue that stands before.

    """

    verb: int
    source: Source | None
    first: int
    after: int


def speech_verb(words: Sequence[Token], index: int) -> bool:
    """Say whether a finite speech verb stands at an index."""
    word = words[index].lower
    if word in SHOT_BACK and index + 1 < len(words) and words[index + 1].lower == "back":
        return True
    if (word not in STRONG and word not in WEAK) or _is_noun(words, index):
        return False
    before = words[index - 1].lower if index else ""
    after = words[index + 1].lower if index + 1 < len(words) else ""
    return (
        before
        not in {"the", "a", "an", "be", "been", "is", "was", "are", "were", "to", "will", "of", "their", "his", "its"}
        and after not in {"to", "of", "by"}
        and not words[index].is_capital
    )


def _share(words: Sequence[Token], first: int) -> bool:
    """Say whether words give a share of those who were asked: ``51 percent``, ``two out of three``."""
    counted = words[first].text[0].isdigit() or words[first].lower in _NUMBERS
    return counted and first + 1 < len(words) and words[first + 1].lower in _PARTS


def turned(words: Sequence[Token], verb: int) -> bool:
    """Say whether a verb turns its words round: who denies them, or did not say them, does not claim them."""
    near = words[max(0, verb - _NEAR) : verb]
    return words[verb].lower in DENYING or any(word.lower in NEGATING or word.lower.endswith("n't") for word in near)


def _is_noun(words: Sequence[Token], index: int) -> bool:
    """Say whether the grammar takes a word for a noun and what stands before it bears that out: ``the mayor's claim``."""
    if not index or not words[index].tag.startswith("NN"):
        return False
    return words[index - 1].lower.endswith(("'s", "s'")) or words[index - 1].tag in _BEFORE_NOUNS


def quoted_as_saying(words: Sequence[Token], index: int, end: int) -> int:
    """Give the index behind ``was quoted as saying`` or ``reportedly said`` that starts at an index, or -1."""
    if words[index].lower not in {"was", "were", "is", "are"} or index + 2 >= end:
        return -1
    at = index + 1 + (words[index + 1].lower in HELPERS)
    if at < end and words[at].lower in {"quoted", "cited", "reported", "heard"}:
        for ahead in range(at + 1, min(at + 6, end)):
            if words[ahead].lower == "saying":
                return ahead + 1
    return -1


def leading_cue(words: Sequence[Token], start: int, end: int) -> Cue | None:
    """Find ``Source verb (that)`` whose words follow; the source starts at or after ``start``."""
    for index in range(start + 1, end):
        if words[index].text in QUOTE_MARKS and index > start + 1:
            return None
        passive = quoted_as_saying(words, index, end)
        if passive > 0:
            source = source_before(words, start, index)
            return (
                None
                if source is None
                else Cue(index, source, source.first, content_at(words, behind_aside(words, passive, end), end))
            )
        if not speech_verb(words, index):
            continue
        source = source_before(words, start, index)
        after = _behind(words, index, end)
        if source is not None and not turned(words, index) and _brings_words(words, index, after, end):
            return Cue(index, source, source.first, content_at(words, after, end))
    return None


def source_before(words: Sequence[Token], start: int, verb: int) -> Source | None:
    """Give the noun phrase in front of a verb, if it can name somebody: ``In May, Jane Roe, the mayor, said``."""
    last = verb
    while last > start and (words[last - 1].lower in HELPERS or words[last - 1].lower.endswith("ly")):
        last -= 1
    if (
        last - start > 2
        and words[last - 1].lower in MONTHS | {"week", "month", "year", "night"}
        and words[last - 2].lower in _TIMES
    ):
        last -= 2
    first = start
    commas = [index for index in range(start, last) if words[index].text == ","]
    opening = commas and (words[start].lower in _OPENINGS or words[start].lower.endswith(("ing", "ed")))
    if opening:
        first = commas[0] + 1
    elif words[start].lower in _OPENINGS:
        return _nearest(words, start, last)
    elif finite_verb(words, start, last) >= 0 and (shared := _shared_subject(words, start, last)) is not None:
        return shared
    if finite_verb(words, first, last) >= 0 and not _only_participles(words, first, last):
        relative = (
            commas and words[commas[0] + 1].lower in {"who", "which", "whose", "where"} and last - 1 == commas[-1]
        )
        if not relative:
            return _after_comma(words, commas, last)
        last = commas[0]
    while last > first and not words[last - 1].is_word:
        last -= 1
    return _checked(words, first, last)


def source_after(words: Sequence[Token], start: int, end: int) -> Source | None:
    """Give the noun phrase behind an inverted verb: ``said Jane Roe, the mayor``."""
    last = start
    while last < end and words[last].is_word and not (last > start and words[last].lower in AFTER_SOURCE):
        last += 1
    counts = start < end and (words[start].text[0].isdigit() or words[start].lower in _NUMBERS)
    return None if counts or finite_verb(words, start + 1, last) > 0 else _checked(words, start, last)


def words_follow(words: Sequence[Token], verb: int, end: int) -> bool:
    """Say whether what is said follows a speech verb, rather than standing in front of it."""
    return _brings_words(words, verb, _behind(words, verb, end), end)


def said_at(words: Sequence[Token], verb: int, end: int) -> int:
    """Give where the words begin that a speech verb brings."""
    return content_at(words, _behind(words, verb, end), end)


def _behind(words: Sequence[Token], verb: int, end: int) -> int:
    """Give the index behind who is told and what stands aside, such as ``reporters on Monday``."""
    told = words[verb].lower in TO_LISTENER
    return behind_aside(words, behind_listener(words, verb + 1, end) if told else verb + 1, end)


def _after_comma(words: Sequence[Token], commas: list[int], last: int) -> Source | None:
    return _checked(words, commas[-1] + 1, last) if commas else None


def _only_participles(words: Sequence[Token], first: int, last: int) -> bool:
    """Say whether what look like verbs in front of a verb are participles: ``a study published in May found``.

    Two finite verbs of one subject need something between them; where nothing stands there, the first is none.
    """
    verb = finite_verb(words, first, last)
    if any(not word.is_word or word.lower in _TIES for word in words[verb:last]):
        return False
    return all(words[at].lower not in AUXILIARIES for at in range(verb, last))


def _nearest(words: Sequence[Token], start: int, last: int) -> Source | None:
    """Give the name, pronoun or short phrase right before a verb: ``In May Reyes said``."""
    first = last
    while (
        first > start
        and (words[first - 1].is_capital or words[first - 1].lower in PARTICLES)
        and words[first - 1].lower not in MONTHS
    ):
        first -= 1
    if first == last and words[last - 1].lower in PRONOUNS:
        first = last - 1
    if first == last:
        near = range(max(start + 1, last - 4), last)
        first = next((index for index in near if words[index].lower in {"the", "a", "an", "its", "his", "her"}), last)
    return _checked(words, first, last) if first < last else None


def _shared_subject(words: Sequence[Token], start: int, last: int) -> Source | None:
    """Give the subject of ``Roe visited the port and said``: what stands before the first verb."""
    if words[last - 1].lower not in {"and", "but", "then"}:
        return None
    verb = finite_verb(words, start, last)
    return _checked(words, start, verb)


def _checked(words: Sequence[Token], first: int, last: int) -> Source | None:
    if not 0 < last - first <= _LONGEST_SOURCE or not words[first].is_word:
        return None
    single = last - first == 1
    if words[last - 1].lower in _SOURCE_STOPS and not (single and words[first].lower == "who"):
        return None
    if (
        words[first].lower in _NO_START | STRONG | _SHARES | NOBODY
        or _share(words, first)
        or (words[last - 1].lower == "who" and not single)
    ):
        return None
    if any(word.lower in {"how", "why", "whether", "what"} for word in words[first:last]):
        return None
    if single and words[first].lower == "who" and first and words[first - 1].is_word:
        return None  # the number who said: whoever answered is counted, nobody speaks
    return Source(first, last)


def _brings_words(words: Sequence[Token], verb: int, after: int, end: int) -> bool:
    """Say whether what follows a speech verb is something that is said."""
    if after >= end:
        return False
    if words[after].lower == "that" or words[after].text == ":" or words[after].text in QUOTE_MARKS:
        return True
    begin = content_at(words, after, end)
    if words[after].text == "," and not (
        begin < end and (words[begin].text in QUOTE_MARKS or words[begin - 1].lower == "that")
    ):
        return False
    if begin < end and words[begin].text in QUOTE_MARKS:
        return True
    if words[verb].lower in {"said", "says"}:
        return end - begin >= 3 and finite_verb(words, begin, end) > 0
    states = clause_at(words, begin, min(end, begin + _CLAUSE_AHEAD))
    second = states > 0 and words[states - 1].lower in {"and", "but"}  # ``denied the report and said``: of one subject
    return states > 0 and not second and not is_finite(words, begin)
