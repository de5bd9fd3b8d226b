"""The words of media: of what kind a picture, film or recording is, and what became of it."""

from enum import StrEnum


class MediaKind(StrEnum):
    """What a claim is about, or came with."""

    IMAGE = "image"
    IMAGE_WITH_TEXT = "image_with_text"
    VIDEO = "video"
    AUDIO = "audio"


class MediaCategory(StrEnum):
    """What became of it, as the fact-checkers who made MediaReview tell it apart; several can be true at once."""

    ORIGINAL = "original"
    MISSING_CONTEXT = "missing_context"
    EDITED = "edited"
    TRANSFORMED = "transformed"
    STAGED = "staged"
    SATIRE = "satire"
