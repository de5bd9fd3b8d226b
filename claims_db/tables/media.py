"""What claims are about where that is a picture, a film or a recording."""

from sqlmodel import Field

from claims_db.columns import Micros, Names, Word, WordList, Words
from claims_db.media_vocabulary import MediaCategory, MediaKind
from claims_db.tables.base import Record, reference


class MediaItem(Record, table=True):
    """A picture, film or recording of a claim; taken off with ``retracted_at``, never deleted.

    ``edited`` holds the parts that were edited, as ``00:01:05-00:01:20`` or one time alone.
    """

    __tablename__ = "media_item"

    claim_id: int = reference("claim.id", index=True)
    kind: MediaKind = Field(sa_type=Word(MediaKind))
    links: tuple[str, ...] = Field(default=(), sa_type=Names)
    overlaid: str = Field(default="", sa_type=Words)
    categories: tuple[MediaCategory, ...] = Field(default=(), sa_type=WordList(MediaCategory))
    original: str = Field(default="", sa_type=Words)
    no_original: str = Field(default="", sa_type=Words)
    context: str = Field(default="", sa_type=Words)
    edited: tuple[str, ...] = Field(default=(), sa_type=Names)
    reviewer_id: int = reference("reviewer.id")
    added_at: int = Field(sa_type=Micros)
    retracted_at: int | None = Field(default=None, sa_type=Micros)
