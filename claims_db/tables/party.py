"""To which parties and groups claimers belong, and when."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from claims_db.columns import Words
from claims_db.tables.base import Record


class ClaimerGroup(Record, table=True):
    """The party or group that a claimer, by name, belongs to from one day to another, both in ISO 8601.

    ``since`` is empty where it always was so, ``until`` where it still is. Who says no more that it was so removes
    the row.
    """

    __tablename__ = "claimer_group"
    __table_args__ = (UniqueConstraint("claimer", "since"),)

    claimer: str = Field(sa_type=Words)
    name: str = Field(sa_type=Words)
    since: str = Field(default="", sa_type=Words)
    until: str = Field(default="", sa_type=Words)
