"""What a person hands over to be captured as evidence, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from claims_db.rows import DateRow, EvidenceCard, RecheckRow, RestingRow
from claims_db.vocabulary import Stance


@dataclass(frozen=True)
class CaptureEntry:
    """Something to capture as evidence; what is left empty is taken from what it says of itself.

    Attributes:
        location: a web address, a path, or ``-`` for standard input.
        stance: what it does to the claim.
        excerpt: the words of the source that matter, verbatim.
        locator: page, paragraph or time in the source.
        note: what the reviewer adds.
        url: where a file came from.
        title, author, publisher, published: of the source.
        archived_url: an archived copy.
        reason: why it is captured.
        obtained_how: how a file came to the desk.
        statement: what the reviewer says of a capture that they made by hand, as behind a login.

    """

    location: str
    stance: Stance
    excerpt: str = ""
    locator: str = ""
    note: str = ""
    url: str = ""
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: DateRow | None = None
    archived_url: str = ""
    reason: str = ""
    obtained_how: str = ""
    statement: str = ""


class EvidenceCaptured(NamedTuple):
    """What a capture did; ``problem`` says why it is not whole or has no text, and is empty where all is well."""

    number: int
    claim: int
    card: EvidenceCard
    problem: str


class EvidenceShown(NamedTuple):
    """A piece of evidence with the record of its capture; None where there is none, or its file is not on this machine.

    ``rechecks`` are the later looks at its source, the newest first; ``resting`` is what rests on that source.
    """

    card: EvidenceCard
    provenance: Mapping[str, Any] | None
    text: str
    rechecks: tuple[RecheckRow, ...] = ()
    resting: tuple[RestingRow, ...] = ()
