"""Articles, their revisions, and who published them."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from claims_db.columns import DIGEST, JOURNAL, Blob, Micros, Word, Words
from claims_db.tables.base import Record, long_text, reference
from claims_db.vocabulary import DatePrecision


class Outlet(Record, table=True):
    """Who published an article."""

    name: str = Field(sa_type=Words, unique=True)


class Article(Record, table=True):
    """A published text that was taken in; ``url`` is empty where it has none."""

    number: int = Field(unique=True)
    outlet_id: int | None = reference("outlet.id", default=None, index=True)
    url: str = Field(default="", sa_type=Words, index=True)
    title: str = Field(default="", sa_type=Words)
    byline: str = Field(default="", sa_type=Words)
    published: str | None = Field(default=None, sa_type=Words)
    published_precision: DatePrecision | None = Field(default=None, sa_type=Word(DatePrecision))
    published_zone: str = Field(default="", sa_type=Words)
    language: str = Field(default="und", sa_type=Words)
    taken_in_at: int = Field(sa_type=Micros)
    taken_in_by_id: int = reference("reviewer.id")


class Revision(Record, table=True):
    """One state of an article's text; it never changes.

    ``source_text`` is what was decoded, ``text`` its normalised form, ``source_map`` the way back from
    the one to the other, ``sha256`` the digest of the bytes that came in. ``refused`` is what extraction refused of
    the text, as JSON; empty (NULL) where that was not kept.
    """

    __table_args__ = (UniqueConstraint("article_id", "number"),)

    article_id: int = reference("article.id", index=True)
    number: int
    source_text: str = long_text()
    text: str = long_text()
    source_map: bytes = Field(default=b"", sa_type=Blob, sa_column_kwargs={"info": {JOURNAL: DIGEST}})
    media_type: str = Field(default="", sa_type=Words)
    encoding: str = Field(default="", sa_type=Words)
    origin: str = Field(default="", sa_type=Words)
    sha256: str = Field(sa_type=Words, index=True)
    taken_in_at: int = Field(sa_type=Micros)
    refused: str | None = Field(default=None, sa_type=Words, sa_column_kwargs={"info": {JOURNAL: DIGEST}})
