"""What a person hands over for the logs of a claim, and about a source."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SearchLogEntry:
    """Where somebody looked.

    Attributes:
        place: the register, archive or search engine.
        words: what was asked for there, word for word.
        found: what came of it; empty where nothing was found.
        searched_at: when, in microseconds UTC; None for now.

    """

    place: str
    words: str
    found: str = ""
    searched_at: int | None = None


@dataclass(frozen=True)
class ReplyEntry:
    """A request for a reply.

    Attributes:
        asked: whom.
        channel: how, such as by e-mail.
        question: what they were asked.
        asked_at: when, in microseconds UTC; None for now.
        deadline: until when they may answer, in microseconds UTC.

    """

    asked: str
    channel: str = ""
    question: str = ""
    asked_at: int | None = None
    deadline: int | None = None
