"""One finding as it leaves the desk: what every format is made from, and what a publication keeps.

Everything in it is words, marks and numbers of its own, so that it can be read in years without the desk. What could
give away a confidential source is not in it.
"""

from dataclasses import dataclass

from claims_db.media_vocabulary import MediaCategory, MediaKind
from claims_db.rows import RecheckDate
from claims_db.vocabulary import AppearanceForm, ClaimKind, ClaimState, EvidenceForm, Severity, Stance
from workbench.domain.media import CATEGORY_NAMES, CATEGORY_WORDS, KIND_NAMES, edited_words
from workbench.domain.recheck_dates import recheck_words

SCHEMA = "workbench/finding/1"
"""Names the shape of this record where it is written as JSON."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands: in an article, or elsewhere with a ``locator`` such as a time code.

    ``published`` is a date as exactly as it is known. ``exact`` are the claim's words, between ``before`` and ``after``.
    """

    form: AppearanceForm
    article: str = ""
    title: str = ""
    outlet: str = ""
    url: str = ""
    published: str = ""
    revision: int | None = None
    locator: str = ""
    before: str = ""
    exact: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class MediaItem:
    """A picture, film or recording that the claim is about.

    Attributes:
        links: where it was seen, the first place first.
        overlaid: the words that stand on an image.
        categories: what became of it.
        original: where the original is found; ``no_original`` why none is linked.
        context: what the original shows.
        edited: the parts that were edited, by their times.

    """

    id: str
    kind: MediaKind
    links: tuple[str, ...] = ()
    overlaid: str = ""
    categories: tuple[MediaCategory, ...] = ()
    original: str = ""
    no_original: str = ""
    context: str = ""
    edited: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What it is, for people."""
        return KIND_NAMES[self.kind]

    @property
    def judged(self) -> tuple[tuple[str, str], ...]:
        """What became of it, for people: each category by its name and in a sentence."""
        return tuple((CATEGORY_NAMES[one], CATEGORY_WORDS[one]) for one in self.categories)

    @property
    def edited_parts(self) -> str:
        """Which parts were edited, for people."""
        return edited_words(self.edited)


@dataclass(frozen=True, slots=True)
class Judged:
    """The rating of a finding; ``value`` from 1 (false) to 5 (true), None where it is no point between.

    ``scale`` is what people call the scale.
    """

    slug: str
    label: str
    definition: str
    value: int | None
    averitec: str
    scale: str


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source, of which nothing is said where it is ``confidential``.

    Instants are in UTC to the second; empty words stand where something is not known.
    """

    number: int
    id: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    archived_url: str = ""
    archived_at: str = ""
    retrieved_at: str = ""
    sha256: str = ""
    kind: str = ""
    interest: str = ""
    retraction: str = ""
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence; ``source`` is the number of the source that it rests on.

    Of one that rests on a confidential source nothing stands here but what it does to the claim.
    """

    reference: str
    id: str
    form: EvidenceForm
    stance: Stance
    attached_by: str
    attached_at: str
    source: int | None = None
    excerpt: str = ""
    locator: str = ""
    note: str = ""
    quote_check: str = ""
    remarks: tuple[str, ...] = ()
    looked_again: str = ""
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """A line of the search log; ``found`` is empty where nothing was found."""

    place: str
    words: str
    found: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who was asked for a reply; ``outcome`` says in words what came of it."""

    whom: str
    channel: str
    question: str
    answer: str
    outcome: str
    at: str


@dataclass(frozen=True, slots=True)
class Requested:
    """Somebody else who was asked to correct what they published; ``outcome`` says in words what came of it, and when.

    ``url`` says where it stood, ``corrected_url`` where the correction can be read.
    """

    whom: str
    outlet: str
    channel: str
    request: str
    url: str
    outcome: str
    corrected_url: str
    at: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction of what was published before."""

    severity: Severity
    reason: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim with its verdict and all that it rests on.

    Attributes:
        reference: its short name at the desk, C-12; ``id`` is the one that holds everywhere.
        via: through whom the claim came, the nearest to the reader first.
        places: where it stands, the first in which it was met first.
        counted: what can be said of the number of independent sources.
        revision: of the publication, None where it did not go out; ``published`` when this one went out,
            ``first_published`` when the first one did.
        media: the pictures, films and recordings that it is about.
        slug: what its files and its page are called.
        recheck_on: the day, as 2026-11-14, from which it is to be checked again, and ``recheck_reason`` why.

    """

    reference: str
    id: str
    slug: str
    desk: str
    language: str
    state: ClaimState
    statement: str
    kind: ClaimKind
    claimer: str
    via: tuple[str, ...]
    said_on: str
    places: tuple[Place, ...]
    rating: Judged
    rationale: str
    reviewer: str
    recorded_at: str
    signed_off_by: str = ""
    signed_off_at: str = ""
    evidence: tuple[Piece, ...] = ()
    sources: tuple[CitedSource, ...] = ()
    counted: str = ""
    searched: tuple[Looked, ...] = ()
    asked: tuple[Asked, ...] = ()
    requested: tuple[Requested, ...] = ()
    corrections: tuple[Corrected, ...] = ()
    assumptions: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    waived: tuple[str, ...] = ()
    revision: int | None = None
    published: str = ""
    first_published: str = ""
    media: tuple[MediaItem, ...] = ()
    recheck_on: str = ""
    recheck_reason: str = ""

    @property
    def recheck(self) -> str:
        """Until when it holds, in a sentence; empty where nothing is said of it, or it holds no more."""
        dated = recheck_words(RecheckDate(self.recheck_on, self.recheck_reason))
        ends = "" if dated.endswith((".", "!", "?")) else "."
        return f"To be checked again on {dated}{ends}" if dated and not self.withdrawn else ""

    @property
    def withdrawn(self) -> bool:
        """Whether it was taken back after it went out."""
        return self.state is ClaimState.WITHDRAWN

    @property
    def confidential(self) -> int:
        """How many of its sources are not named."""
        return sum(one.confidential for one in self.sources)

    @property
    def first_place(self) -> Place | None:
        """Where it was met first, None where that is not known."""
        return self.places[0] if self.places else None
