"""The journal's own table."""

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from claims_db.columns import Blob, Micros, Word, Words
from claims_db.vocabulary import Action


class JournalEntry(SQLModel, table=True):
    """One change of one row; written once, never changed. See ``claims_db.journal`` for what is hashed."""

    __tablename__ = "journal"
    __table_args__ = (
        Index("ix_journal_actor", "actor", "sequence"),
        Index("ix_journal_action", "action", "sequence"),
        Index("ix_journal_at", "at"),
    )

    sequence: int = Field(primary_key=True, sa_type=Micros, sa_column_kwargs={"autoincrement": False})
    at: int = Field(sa_type=Micros)
    actor: str = Field(sa_type=Words)
    action: Action = Field(sa_type=Word(Action))
    group_id: str = Field(sa_type=Words, index=True)
    reverses: str = Field(default="", sa_type=Words)
    entity: str = Field(sa_type=Words)
    public_id: str = Field(sa_type=Words)
    claim: str = Field(default="", sa_type=Words, index=True)
    payload_version: int = Field(default=1)
    before: bytes | None = Field(default=None, sa_type=Blob)
    after: bytes | None = Field(default=None, sa_type=Blob)
    previous: bytes = Field(sa_type=Blob)
    hash: bytes = Field(sa_type=Blob)
