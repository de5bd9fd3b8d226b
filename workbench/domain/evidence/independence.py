"""Whose word sources are: wire copies and shared text count as one source, whatever the number of outlets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from workbench.domain.evidence.agencies import Strength, agency_marks, agency_of
from workbench.domain.evidence.compared_text import ComparedText, compared
from workbench.domain.evidence.shared_text import SHARED, overlaps, twins


@dataclass(frozen=True)
class SourceText:
    """A source as far as it tells whose word it is.

    Attributes:
        name: what the desk calls it, such as its reference.
        text: its text.
        outlet: who published it.
        author: its byline.
        origin: whose word a reviewer says it is; this goes over all that the text tells.

    """

    name: str
    text: str
    outlet: str = ""
    author: str = ""
    origin: str = ""


class TieKind(StrEnum):
    """Why two sources are one."""

    REVIEWER = "a reviewer said so"
    SHARED_TEXT = "shared text"
    AGENCY = "agency"
    OUTLET = "outlet"
    AUTHOR = "author"


class Tie(NamedTuple):
    """Two sources that are one, and why, as a sentence."""

    kind: TieKind
    one: str
    other: str
    words: str


@dataclass(frozen=True)
class OneSource:
    """Sources that are one, in the order they were given in, and what ties them together."""

    members: tuple[str, ...]
    ties: tuple[Tie, ...]
    origin: str


@dataclass(frozen=True)
class Independence:
    """How many independent sources there are, and which; ``remarks`` has what a reviewer should look at."""

    groups: tuple[OneSource, ...]
    remarks: tuple[str, ...]

    @property
    def count(self) -> int:
        """The number of independent sources."""
        return len(self.groups)


class _Joined:
    """Which sources belong together so far."""

    def __init__(self, count: int) -> None:
        self._heads = list(range(count))

    def head(self, index: int) -> int:
        while self._heads[index] != index:
            self._heads[index] = self._heads[self._heads[index]]
            index = self._heads[index]
        return index

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.head(one), self.head(other)))
        self._heads[second] = first


class _Pair(NamedTuple):
    kind: TieKind
    one: int
    other: int
    words: str


def independence(sources: Sequence[SourceText], shared: float = SHARED) -> Independence:
    """Group sources that are one source, and count the groups.

    In doubt two are one: a count that is too high is what a fact-check is embarrassed by. A reviewer's word on whose
    a source is goes over what its text tells.
    """
    texts = [compared(source.text) for source in sources]
    pairs = [*_said(sources), *_by_agency(sources), *_by_name(sources), *_by_text(sources, texts, shared)]
    joined = _Joined(len(sources))
    for pair in pairs:
        joined.join(pair.one, pair.other)
    groups: dict[int, list[int]] = {}
    for index in range(len(sources)):
        groups.setdefault(joined.head(index), []).append(index)
    return Independence(
        tuple(_group(sources, members, pairs) for members in groups.values()), tuple(_remarks(sources, texts))
    )


def _group(sources: Sequence[SourceText], members: Sequence[int], pairs: Iterable[_Pair]) -> OneSource:
    inside = set(members)
    ties = tuple(
        Tie(pair.kind, sources[pair.one].name, sources[pair.other].name, pair.words)
        for pair in pairs
        if pair.one in inside
    )
    origins = dict.fromkeys(origin for index in members if (origin := _origin(sources[index])))
    return OneSource(tuple(sources[index].name for index in members), ties, " and ".join(origins))


def _origin(source: SourceText) -> str:
    """Give whose word a source is, where that is told: a reviewer's word, the agency it is or is credited to."""
    if source.origin:
        return agency_of(source.origin) or source.origin
    return next(iter(_agencies(source)), "")


def _agencies(source: SourceText) -> dict[str, str]:
    """Give the agencies whose word a source is, each with the words that tell it."""
    if source.origin:
        return {}
    own = agency_of(source.outlet)
    found = {own: f"is {own}"} if own else {}
    for mark in agency_marks(source.text, source.author):
        if mark.strength is Strength.CREDITED:
            found.setdefault(mark.agency, f"is credited to {mark.agency} (“{mark.words}”)")
        elif mark.strength is Strength.NAMED and not own:
            found.setdefault(mark.agency, f"names {mark.agency} as its source (“{mark.words}”)")
    return found


def _said(sources: Sequence[SourceText]) -> Iterable[_Pair]:
    first: dict[str, int] = {}
    for index, source in enumerate(sources):
        if not source.origin:
            continue
        key = _key(agency_of(source.origin) or source.origin)
        before = first.setdefault(key, index)
        if before != index:
            yield _Pair(TieKind.REVIEWER, before, index, f"A reviewer said that both are the word of {source.origin}.")


def _by_agency(sources: Sequence[SourceText]) -> Iterable[_Pair]:
    first: dict[str, tuple[int, str]] = {}
    for index, source in enumerate(sources):
        marks = _agencies(source)
        if source.origin and (agency := agency_of(source.origin)):
            marks = {agency: f"is the word of {agency}, a reviewer said"}
        for agency, words in marks.items():
            before, told = first.setdefault(agency, (index, words))
            if before != index:
                yield _Pair(TieKind.AGENCY, before, index, f"{sources[before].name} {told}; {source.name} {words}.")


def _by_name(sources: Sequence[SourceText]) -> Iterable[_Pair]:
    outlets: dict[str, int] = {}
    authors: dict[str, int] = {}
    for index, source in enumerate(sources):
        if source.origin:
            continue
        for kind, first, name in (
            (TieKind.OUTLET, outlets, source.outlet),
            (TieKind.AUTHOR, authors, source.author),
        ):
            if not name.strip() or agency_of(name):
                continue
            before = first.setdefault(_key(name), index)
            if before != index:
                words = "Both were published by" if kind is TieKind.OUTLET else "Both were written by"
                yield _Pair(kind, before, index, f"{words} {name.strip()}.")


def _by_text(sources: Sequence[SourceText], texts: Sequence[ComparedText], shared: float) -> Iterable[_Pair]:
    same = twins(texts)
    for one, other in same:
        if not (sources[one].origin and sources[other].origin):
            yield _Pair(TieKind.SHARED_TEXT, one, other, "Both have the very same text.")
    for one, other, share in overlaps(texts, shared):
        if (one, other) in same:
            continue
        if sources[one].origin and sources[other].origin:
            continue
        yield _Pair(TieKind.SHARED_TEXT, one, other, f"{share:.0%} of the shorter text stands in the other.")


def _remarks(sources: Sequence[SourceText], texts: Sequence[ComparedText]) -> Iterable[str]:
    for source, text in zip(sources, texts, strict=True):
        if text.few and source.text.strip():
            yield f"{source.name} is too short to be compared with others."
        elif not source.text.strip():
            yield f"{source.name} has no text to compare."
        for mark in agency_marks(source.text, source.author):
            if mark.strength is Strength.HELPED:
                yield f"{source.name} had help from {mark.agency} (“{mark.words}”)."


def _key(name: str) -> str:
    words = " ".join(name.casefold().removeprefix("by ").split())
    return words.removeprefix("www.").removeprefix("the ")
