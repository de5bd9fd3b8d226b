"""What a person hands over for the logs of a claim, and about a source."""

from dataclasses import dataclass

from claims_db.report_vocabulary import RequestOutcome
from claims_db.rows import DateRow, SourceRow
from claims_db.vocabulary import SourceKind


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


@dataclass(frozen=True)
class CorrectionRequestEntry:
    """A request to somebody else to correct what they published.

    Attributes:
        asked: whom.
        outlet: of which outlet; None for that of the claim's article.
        url: where the error stands; None for the address of the claim's article.
        channel: how, such as by e-mail.
        request: what they were asked to correct.
        asked_at: when, in microseconds UTC; None for now.
        deadline: until when they may answer, in microseconds UTC.

    """

    asked: str
    outlet: str | None = None
    url: str | None = None
    channel: str = ""
    request: str = ""
    asked_at: int | None = None
    deadline: int | None = None


@dataclass(frozen=True)
class OutcomeEntry:
    """What came of a request for a correction.

    Attributes:
        outcome: the kind.
        at: when, in microseconds UTC; None for now.
        url: where the correction can be read.
        note: what else is to be known, for the desk alone.
        printed: whether reports tell of the request and its outcome.

    """

    outcome: RequestOutcome
    at: int | None = None
    url: str = ""
    note: str = ""
    printed: bool = False


@dataclass(frozen=True)
class SourceEdit:
    """What the desk says of a source; what is None stays as it is.

    Attributes:
        title, author, publisher, published: in place of what the source says of itself.
        kind: how near it is to what it tells of.
        interest: what it has to gain.
        reliability: how far it can be relied on, and why.
        origin: whose word it is, where it is not its own; an agency, for a wire copy.
        retraction: that its publisher took it back: when, where and why; empty where it still stands.
        base: what was there when editing began, None where that is what is there now.

    """

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: DateRow | None = None
    kind: SourceKind | None = None
    interest: str | None = None
    reliability: str | None = None
    origin: str | None = None
    retraction: str | None = None
    base: SourceRow | None = None
