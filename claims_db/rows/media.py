"""Rows of what claims are about where that is a picture, a film or a recording."""

from typing import NamedTuple

from claims_db.media_vocabulary import MediaCategory, MediaKind


class Medium(NamedTuple):
    """What the desk says of a picture, a film or a recording.

    Attributes:
        kind: what it is.
        links: where it was seen, the first place first.
        overlaid: the words that stand on an image.
        categories: what became of it, in the order of the vocabulary.
        original: where the original is found.
        no_original: why no original is linked.
        context: what the original shows, in a sentence.
        edited: the parts of a film or recording that were edited, as ``00:01:05-00:01:20`` or one time alone.

    """

    kind: MediaKind
    links: tuple[str, ...] = ()
    overlaid: str = ""
    categories: tuple[MediaCategory, ...] = ()
    original: str = ""
    no_original: str = ""
    context: str = ""
    edited: tuple[str, ...] = ()


class MediaRow(NamedTuple):
    """A picture, film or recording of a claim; ``number`` counts those of this claim from 1."""

    number: int
    public_id: str
    medium: Medium
    added_by: str
    added_at: int
