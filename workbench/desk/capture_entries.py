"""What a person hands over to be captured as evidence, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from claims_db.rows import EvidenceCard, RecheckRow, RestingRow
from workbench.desk.entries import EvidenceEntry


@dataclass(frozen=True)
class CaptureEntry:
    """Something to capture as evidence.

    Attributes:
        location: a web address, a path, or ``-`` for standard input.
        said: what the reviewer says of it; what is left empty of the source is taken from what it says of itself,
            and ``url`` is where a file came from.
        reason: why it is captured.
        obtained_how: how a file came to the desk.
        statement: what the reviewer says of a capture that they made by hand, as behind a login.

    """

    location: str
    said: EvidenceEntry
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
    ``aside`` are the files of the capture that lie in quarantine, since their bytes were changed, ``missing`` the
    digests of those that are not there beside a record that is.
    """

    card: EvidenceCard
    provenance: Mapping[str, Any] | None
    text: str
    rechecks: tuple[RecheckRow, ...] = ()
    resting: tuple[RestingRow, ...] = ()
    aside: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
