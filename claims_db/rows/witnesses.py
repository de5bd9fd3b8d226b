"""Rows of what others outside of the desk saw."""

from typing import NamedTuple

from claims_db.capture_vocabulary import WitnessKind, WitnessState


class WitnessAnswer(NamedTuple):
    """How far an archive is, and what it has; ``same_bytes`` is None where nobody knows."""

    state: WitnessState
    job: str = ""
    archived_url: str = ""
    archived_at: int | None = None
    same_bytes: bool | None = None
    problem: str = ""


class WitnessRow(NamedTuple):
    """An archive that was asked for a copy; ``same_bytes`` is None while nobody knows whether its bytes are the desk's."""

    public_id: str
    evidence: int
    kind: WitnessKind
    state: WitnessState
    url: str
    job: str
    archived_url: str
    archived_at: int | None
    same_bytes: bool | None
    problem: str
    asked_by: str
    asked_at: int
    answered_at: int | None


class WitnessedCapture(NamedTuple):
    """What an archive is asked for again: the request, the capture, and whether its source is confidential by now."""

    witness: WitnessRow
    provenance_sha256: str
    confidential: bool


class StampRow(NamedTuple):
    """A timestamp of an authority over an entry of the journal; ``token_sha256`` names its file."""

    public_id: str
    sequence: int
    hash: str
    authority: str
    stamped_at: int
    token_sha256: str
    stamped_by: str
