"""What others outside of the desk saw: copies of pages in archives, and timestamps of the journal's head."""

from sqlalchemy import BigInteger
from sqlmodel import Field

from claims_db.capture_vocabulary import WitnessKind, WitnessState
from claims_db.columns import Micros, Word, Words
from claims_db.tables.base import Record, reference


class Witness(Record, table=True):
    """An archive that was asked to capture what a capture of the desk shows, and how far it is.

    ``url`` is what it was asked for; ``job`` is its own name for the request, ``archived_url`` and ``archived_at``
    say what it has. ``same_bytes`` says whether its copy has the bytes of the capture, None while nobody knows.
    """

    capture_id: int = reference("capture.id", index=True)
    kind: WitnessKind = Field(sa_type=Word(WitnessKind))
    state: WitnessState = Field(sa_type=Word(WitnessState))
    url: str = Field(sa_type=Words)
    job: str = Field(default="", sa_type=Words)
    archived_url: str = Field(default="", sa_type=Words)
    archived_at: int | None = Field(default=None, sa_type=Micros)
    same_bytes: bool | None = Field(default=None)
    problem: str = Field(default="", sa_type=Words)
    reviewer_id: int = reference("reviewer.id")
    asked_at: int = Field(sa_type=Micros)
    answered_at: int | None = Field(default=None, sa_type=Micros)


class JournalStamp(Record, table=True):
    """A timestamp of an authority over an entry of the journal; ``token_sha256`` names it in the content store."""

    __tablename__ = "journal_stamp"

    sequence: int = Field(sa_type=BigInteger)
    hash: str = Field(sa_type=Words)
    authority: str = Field(sa_type=Words)
    stamped_at: int = Field(sa_type=Micros)
    token_sha256: str = Field(sa_type=Words)
    reviewer_id: int = reference("reviewer.id")
