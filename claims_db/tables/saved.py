"""Filters and searches that people of the desk keep under a name."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from claims_db.columns import Word, Words
from claims_db.tables.base import Record, reference
from claims_db.vocabulary import SavedForm


class SavedSearch(Record, table=True):
    """Words of the language of filters under a name, which one reviewer kept; removing it removes the row."""

    __tablename__ = "saved_search"
    __table_args__ = (UniqueConstraint("reviewer_id", "name"),)

    reviewer_id: int = reference("reviewer.id")
    name: str = Field(sa_type=Words)
    form: SavedForm = Field(sa_type=Word(SavedForm))
    words: str = Field(sa_type=Words)
