"""The desk and its people."""

from sqlalchemy import Index, text
from sqlmodel import Field

from claims_db.columns import Micros, Names, Word, Words
from claims_db.tables.base import Record, reference
from claims_db.vocabulary import Role

_PRESENT = text("login <> '' AND left_at IS NULL")


class Reviewer(Record, table=True):
    """A person of the desk; ``name`` is what they are called by, ``login`` how the database knows them."""

    __table_args__ = (
        Index("uq_reviewer_login", "login", unique=True, sqlite_where=_PRESENT, postgresql_where=_PRESENT),
    )

    name: str = Field(sa_type=Words, unique=True)
    login: str = Field(default="", sa_type=Words)
    role: Role = Field(sa_type=Word(Role))
    joined_at: int = Field(sa_type=Micros)
    left_at: int | None = Field(default=None, sa_type=Micros)


class Desk(Record, table=True):
    """The one row that says whose database this is.

    The ``second_…`` columns are the rule that sends a claim to second review: verdicts with these ratings,
    claims that name these people or bodies, claims with the legal flag, and a share of all the others in
    ten-thousandths. The ``tolerance_…`` columns say how far a claimed number may be from the source's, in the same.
    The ``publisher_…`` columns say who publishes the desk's findings, and where.
    """

    name: str = Field(sa_type=Words)
    time_zone: str = Field(sa_type=Words)
    language: str = Field(sa_type=Words)
    scale_id: int = reference("scale.id")
    opened_at: int = Field(sa_type=Micros)
    second_ratings: tuple[str, ...] = Field(default=(), sa_type=Names)
    second_names: tuple[str, ...] = Field(default=(), sa_type=Names)
    second_legal: bool = Field(default=False)
    second_share: int = Field(default=0)
    tolerance_share: int = Field(default=100)
    tolerance_about: int = Field(default=1_000)
    publisher_name: str = Field(default="", sa_type=Words)
    publisher_url: str = Field(default="", sa_type=Words)
    publisher_pages: str = Field(default="", sa_type=Words)
    publisher_corrections: str = Field(default="", sa_type=Words)
