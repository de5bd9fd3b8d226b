"""What a search finds, and what a search index does; the index itself is behind the protocol."""

from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from workbench.domain.progress import Progress, unheard
from workbench.domain.search_words import Sought

LIMIT, MOST = 50, 1_000
"""How many hits a search gives where nobody says, and how many it can give."""


class HitKind(StrEnum):
    """What was found."""

    CLAIM = "claim"
    ARTICLE = "article"
    EVIDENCE = "evidence"
    VERDICT = "verdict"
    PRIOR_CHECK = "prior check"


class Part(NamedTuple):
    """A text that is searched, and what it is: ``statement``, ``excerpt``."""

    name: str
    text: str


class Mark(NamedTuple):
    """A half-open range of code points in a passage: words that were looked for."""

    start: int
    end: int


class Passage(NamedTuple):
    """A stretch of a stored text; ``start`` is where it begins there, ``marks`` are counted from its own beginning."""

    part: str
    start: int
    text: str
    marks: tuple[Mark, ...]


class Candidate(NamedTuple):
    """What the index offers; it may be of an earlier state of the desk.

    ``claim``, ``article``, ``evidence`` and ``prior`` are numbers, 0 for none; ``verdict`` is a public id.
    """

    kind: HitKind
    claim: int
    article: int
    evidence: int
    verdict: str
    prior: int


class Sharing(NamedTuple):
    """An article by its number, and how many prints of a text its own text has."""

    article: int
    prints: int


class SearchHit(NamedTuple):
    """Something that was found; ``heading`` is the statement of its claim, the title of its article, or what was checked."""

    kind: HitKind
    claim: int | None
    article: int | None
    evidence: int | None
    prior: int | None
    heading: str
    passage: Passage


class Found(NamedTuple):
    """What a search found, what fits best first.

    ``more`` says that there is more than was asked for, ``behind`` that the index is still to be filled, or another
    process is filling it, and this answer may lack what came in last.
    """

    hits: tuple[SearchHit, ...]
    more: bool
    behind: bool


class IndexLost(Exception):
    """The index can't be read; it is made anew when it is asked to take up what was written."""


class SearchIndex(Protocol):
    """Finds what may be looked for; whoever asks compares it with the database."""

    def refresh(self, progress: Progress = unheard, at_most: int | None = None) -> bool:
        """Take up what was written since; say whether the index is as the database is now.

        Where more than ``at_most`` claims, articles and prior checks would have to be read, none is.

        Raises:
            WorkbenchError: it can't be written.
            Stopped: nobody waits for it any more; who asks next goes on from there.

        """
        ...

    def drop(self) -> None:
        """Take the index away, with the words that were taken out of it and still lie in its files.

        Where another process writes there it stays; what is taken up next from the journal makes it anew then.
        """
        ...

    def candidates(
        self, sought: Sought, among: Collection[int] | None, start: int, count: int
    ) -> tuple[Candidate, ...]:
        """Give what fits, what fits best first, from ``start`` on; ``among`` are the only claims to look at.

        Raises:
            BadInput: none of the words can be looked for.
            IndexLost: the index can't be read.

        """
        ...

    def holders(self, prints: Sequence[int]) -> tuple[int, ...]:
        """Say for each print how many articles have it.

        Raises:
            IndexLost: the index can't be read.

        """
        ...

    def sharing(self, prints: Collection[int], count: int) -> tuple[Sharing, ...]:
        """Give the articles that have most of these prints, those first.

        Raises:
            IndexLost: the index can't be read.

        """
        ...

    def passage(self, sought: Sought, parts: Sequence[Part]) -> Passage:
        """Give the stretch of a text in which most of the words stand."""
        ...
