"""Later looks at what evidence rests on."""

from sqlmodel import Field

from claims_db.capture_vocabulary import RecheckOutcome
from claims_db.columns import Micros, Names, Word, Words
from claims_db.tables.base import Record, reference


class Recheck(Record, table=True):
    """What a later look at its source found of one piece of evidence; written once, never changed.

    ``capture_id`` is the capture that the first one was compared with, empty (NULL) where no page came. The words of
    the excerpt stand there from ``start`` to ``end``, and are ``exact``; they are empty where they are not there.
    """

    evidence_id: int = reference("evidence.id", index=True)
    capture_id: int | None = reference("capture.id", default=None)
    outcome: RecheckOutcome = Field(sa_type=Word(RecheckOutcome))
    start: int | None = Field(default=None)
    end: int | None = Field(default=None)
    exact: str = Field(default="", sa_type=Words)
    prefix: str = Field(default="", sa_type=Words)
    suffix: str = Field(default="", sa_type=Words)
    remarks: tuple[str, ...] = Field(default=(), sa_type=Names)
    checked_at: int = Field(sa_type=Micros)
    reviewer_id: int = reference("reviewer.id")
