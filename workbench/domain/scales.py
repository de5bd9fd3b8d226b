"""Rating scales: what one has to be like, and the one that a new desk starts with.

The ratings, their numbers and the AVeriTeC labels follow the five-point scale of the ClaimReview
documentation (1 False to 5 True) and the four labels of the AVeriTeC data set. A rating that is no
point between false and true has no number.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from enum import StrEnum
from typing import NamedTuple

from claims_db.rows import KeptScale, RatingRow, ScaleRow, VerdictRow
from workbench.domain.text import printable

SUPPORTED = "Supported"
REFUTED = "Refuted"
MIXED = "Conflicting Evidence/Cherrypicking"
OPEN = "Not Enough Evidence"
"""The four labels of AVeriTeC, to one of which a rating may lead."""

LABELS = (SUPPORTED, REFUTED, MIXED, OPEN)

MOST_KEYS = 9
"""So many ratings of a scale have a key; a further one is chosen with the cursor."""

FEWEST, MOST = 2, 30
_LONGEST = {"slug": 40, "name": 60, "label": 40, "definition": 600}
_VALUES = range(1, 6)
_SLUG = re.compile(r"[a-z0-9]++(?:_[a-z0-9]++)*+")

DEFAULT_SCALE = ScaleRow(
    "desk",
    "Desk scale",
    (
        RatingRow("true", "True", "Accurate, and nothing that matters is left out.", 5, SUPPORTED),
        RatingRow("mostly_true", "Mostly true", "Accurate in substance; needs a detail or a context.", 4, SUPPORTED),
        RatingRow("half_true", "Half true", "Partly accurate; leaves out or bends something that matters.", 3, MIXED),
        RatingRow("misleading", "Misleading", "The words may hold, the impression they give does not.", 2, MIXED),
        RatingRow("mostly_false", "Mostly false", "A grain of truth in a statement that is wrong.", 2, REFUTED),
        RatingRow("false", "False", "Not accurate.", 1, REFUTED),
        RatingRow("conflicting", "Conflicting evidence", "Good sources contradict each other.", None, MIXED),
        RatingRow("unproven", "Unproven", "The evidence found is not enough to tell.", None, OPEN),
        RatingRow("outdated", "Outdated", "Was so at an earlier date and no longer is.", None, REFUTED),
    ),
)


class ScaleStanding(StrEnum):
    """What a scale is to a desk."""

    IN_USE = "in use"
    READY = "ready"
    RETIRED = "retired"
    SHIPPED = "not added"


class KnownScale(NamedTuple):
    """A scale that the desk has, or that comes with the program and can be added by its slug."""

    slug: str
    name: str
    ratings: tuple[RatingRow, ...]
    standing: ScaleStanding

    @property
    def scale(self) -> ScaleRow:
        """The scale itself."""
        return ScaleRow(self.slug, self.name, self.ratings)


class Fault(NamedTuple):
    """What is wrong with a scale: in which rating, counted from 1, and in which field; 0 and "" where in none."""

    rating: int
    field: str
    words: str

    @property
    def told(self) -> str:
        """All of it as a sentence without its full stop."""
        of = f"rating {self.rating}, " if self.rating else ""
        return f"{of}{self.field} {self.words}".lstrip()


def standing_of(kept: KeptScale) -> ScaleStanding:
    """Say what a scale of the desk is to it."""
    if kept.in_use:
        return ScaleStanding.IN_USE
    return ScaleStanding.RETIRED if kept.retired else ScaleStanding.READY


def split_rating(rating: str) -> tuple[str, str]:
    """Part a rating from the scale that may stand before it, as in ``politifact/false``."""
    scale, _, slug = rating.rpartition("/")
    return scale, slug


def key_of(position: int) -> str:
    """Give the key of the rating at a position, counted from 1; a blank where it has none."""
    return str(position) if position <= MOST_KEYS else " "


def scale_beside(verdict: VerdictRow, verdicts: Sequence[VerdictRow]) -> str:
    """Name the scale of a verdict, in front of a colon, where those it stands with are not all on one scale."""
    return f"{verdict.scale_name}: " if len({one.scale for one in verdicts}) > 1 else ""


def faults_of(scale: ScaleRow) -> Iterator[Fault]:
    """Say what is wrong with a scale."""
    yield from _of_words(0, {"slug": scale.slug, "name": scale.name})
    if not FEWEST <= len(scale.ratings) <= MOST:
        yield Fault(0, "", f"a scale has {FEWEST} to {MOST} ratings, this one has {len(scale.ratings)}")
    slugs, labels = set[str](), set[str]()
    for at, rating in enumerate(scale.ratings, 1):
        yield from _of_words(at, {"slug": rating.slug, "label": rating.label, "definition": rating.definition})
        for field, known, value in (("slug", slugs, rating.slug), ("label", labels, rating.label)):
            if value.casefold() in known:
                yield Fault(at, field, f"{printable(value)!r} is that of an earlier rating")
            known.add(value.casefold())
        if rating.value is not None and rating.value not in _VALUES:
            yield Fault(at, "value", f"is {rating.value}; it goes from 1 (false) to 5 (true), or is left out")
        if rating.averitec and rating.averitec not in LABELS:
            near = get_close_matches(rating.averitec, LABELS, n=1)
            known_labels = f"did you mean {near[0]}?" if near else f"one of: {', '.join(LABELS)}"
            yield Fault(at, "averitec", f"{printable(rating.averitec)!r} is no label of AVeriTeC; {known_labels}")


def _of_words(at: int, words: dict[str, str]) -> Iterator[Fault]:
    for field, value in words.items():
        if len(value) > _LONGEST[field]:
            yield Fault(at, field, f"has {len(value)} characters; {_LONGEST[field]} at most")
        elif printable(value) != value:
            yield Fault(at, field, f"{printable(value)!r} has characters that can't be shown")
        elif not value.strip() and field != "definition":
            yield Fault(at, field, "is empty")
        elif value != value.strip():
            yield Fault(at, field, "begins or ends with a blank")
        elif field == "slug" and not _SLUG.fullmatch(value):
            yield Fault(at, field, f"{printable(value)!r} is not made of a to z, 0 to 9 and _")
