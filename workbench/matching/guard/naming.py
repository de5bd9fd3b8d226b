"""Lay the names of two claims side by side: one name, a capital for its country, an abbreviation for its words."""

from typing import NamedTuple

from workbench.matching.guard.reading import Reading
from workbench.matching.guard.words import Word

_LETTERS = 6
_SMALL = frozenset("of the for and in on a an".split())
_DEMONYMS = ("", "n", "an", "ian", "ese", "i", "ish", "ic", "er", "s", "ns", "ans", "ians", "ers")


class Link(NamedTuple):
    """Two words that belong together, by their places."""

    first: int
    second: int


def names_of(
    one: Reading, other: Reading
) -> tuple[list[Link], tuple[int, ...], tuple[int, ...], tuple[set[int], set[int]]]:
    """Lay the names side by side: those on both sides, what is left over on each, and the plain words that are names on the other."""
    found, left, free = list[Link](), list(one.names), list(other.names)
    for fits in (_one_name, _stands_for):
        still = []
        for at in left:
            place = next((place for place in free if fits(one.words[at], other.words[place])), None)
            if place is None:
                still.append(at)
            else:
                free.remove(place)
                found.append(Link(at, place))
        left = still
    left, taken = _plainly(one, other, left)
    free, returned = _plainly(other, one, free)
    second_plain, first_plain = {link.second for link in taken}, {link.second for link in returned}
    found += [link for link in taken if _capital(other, link.second)]
    found += [Link(link.second, link.first) for link in returned if _capital(one, link.second)]
    second_spelled, first_spelled = _spelled_out(one, other, left), _spelled_out(other, one, free)
    left = [at for at in left if at not in first_spelled]
    free = [at for at in free if at not in second_spelled]
    return found, tuple(left), tuple(free), (first_spelled | first_plain, second_spelled | second_plain)


def _one_name(one: Word, other: Word) -> bool:
    mine, theirs = ({key for key in word.bases if key[0] == "="} for word in (one, other))
    return bool(mine & theirs) if mine and theirs else same_name(one.lower, other.lower)


def _stands_for(one: Word, other: Word) -> bool:
    """Say whether one is the capital that stands for the other, or both are."""
    return any("=" + key[1:] in other.bases or key in other.bases for key in one.bases if key[0] == "~") or any(
        "=" + key[1:] in one.bases for key in other.bases if key[0] == "~"
    )


def _capital(reading: Reading, at: int) -> bool:
    """Say whether a plain word may be a name that opens a sentence."""
    return reading.words[at].content and reading.text[reading.words[at].start].isupper()


def _plainly(one: Reading, other: Reading, left: list[int]) -> tuple[list[int], list[Link]]:
    """Leave out the names that the other claim has as a plain word, such as a title; give them with those words."""
    plain: dict[str, int] = {}
    for at, word in enumerate(other.words):
        for base in (word.lower, *word.bases):
            plain.setdefault(base, at)
    still, covered = [], list[Link]()
    for at in left:
        word = one.words[at]
        place = next((plain[base] for base in (word.lower, *word.bases) if base in plain), None)
        if place is None:
            still.append(at)
        else:
            covered.append(Link(at, place))
    return still, covered


def _spelled_out(one: Reading, other: Reading, left: list[int]) -> set[int]:
    """Find the words of the other claim that an abbreviation stands for; the abbreviation leaves ``left``."""
    covered = set[int]()
    big = [at for at, word in enumerate(other.words) if word.lower not in _SMALL]
    for row in (big, range(len(other.words))):
        short = "".join(other.words[at].lower[:1] for at in row)
        for at in list(left):
            letters = one.words[at].lower
            place = short.find(letters) if 1 < len(letters) <= _LETTERS else -1
            if place < 0 and len(letters) > 2 and letters.endswith("s"):  # a plural
                letters = letters[:-1]
                place = short.find(letters)
            if place >= 0:
                covered |= set(row[place : place + len(letters)])
                left.remove(at)
    return covered


def same_name(one: str, other: str) -> bool:
    """Say whether two names in small letters are one, be it as a place and its people."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < 4:
        return False
    stem = short[:-1] if short[-1] in "aeoy" else short
    return long.startswith(stem) and long[len(stem) :] in _DEMONYMS
