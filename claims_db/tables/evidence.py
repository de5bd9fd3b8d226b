"""Evidence, the sources it rests on, and their preserved bytes."""

from sqlmodel import Field

from claims_db.capture_vocabulary import CaptureMode, CaptureOutcome
from claims_db.columns import JOURNAL, LEFT_OUT, Blob, Micros, Names, Word, Words
from claims_db.tables.base import Record, reference
from claims_db.vocabulary import DatePrecision, EvidenceForm, QuoteVerdict, SourceKind, Stance


class Source(Record, table=True):
    """What evidence rests on; one source serves many claims.

    The texts of a confidential source enter the journal as digests with ``salt``; erasing the salt and the
    texts erases the source. ``interest`` says what the source has to gain, ``origin`` whose word it is, where a
    reviewer says so, ``retraction`` that its publisher took it back.
    """

    url: str = Field(default="", sa_type=Words, index=True)
    title: str = Field(default="", sa_type=Words)
    author: str = Field(default="", sa_type=Words)
    publisher: str = Field(default="", sa_type=Words)
    published: str | None = Field(default=None, sa_type=Words)
    published_precision: DatePrecision | None = Field(default=None, sa_type=Word(DatePrecision))
    published_zone: str = Field(default="", sa_type=Words)
    archived_url: str = Field(default="", sa_type=Words)
    archived_at: int | None = Field(default=None, sa_type=Micros)
    retrieved_at: int | None = Field(default=None, sa_type=Micros)
    sha256: str = Field(default="", sa_type=Words)
    kind: SourceKind | None = Field(default=None, sa_type=Word(SourceKind))
    interest: str = Field(default="", sa_type=Words)
    reliability: str = Field(default="", sa_type=Words)
    origin: str = Field(default="", sa_type=Words)
    retraction: str = Field(default="", sa_type=Words)
    confidential: bool = Field(default=False)
    salt: bytes | None = Field(default=None, sa_type=Blob, sa_column_kwargs={"info": {JOURNAL: LEFT_OUT}})
    erased_at: int | None = Field(default=None, sa_type=Micros)


class Capture(Record, table=True):
    """A source's preserved bytes at one time; the database lets nobody change or remove it.

    ``sha256``, ``warc``, ``provenance_sha256`` and ``text_sha256`` name files of the desk's content store: the bytes
    as they came, the exchange, the record of how, and the text, which is empty where there is none.
    """

    source_id: int = reference("source.id", index=True)
    sha256: str = Field(sa_type=Words, index=True)
    size: int
    media_type: str = Field(default="", sa_type=Words)
    captured_at: int = Field(sa_type=Micros)
    final_url: str = Field(default="", sa_type=Words)
    warc: str = Field(default="", sa_type=Words)
    provenance_sha256: str = Field(default="", sa_type=Words)
    mode: CaptureMode = Field(default=CaptureMode.LIVE, sa_type=Word(CaptureMode))
    outcome: CaptureOutcome = Field(default=CaptureOutcome.OK, sa_type=Word(CaptureOutcome))
    truncated: str = Field(default="", sa_type=Words)
    text_sha256: str = Field(default="", sa_type=Words)


class Evidence(Record, table=True):
    """What links a claim to a source, or a note; taken off with ``retracted_at``, never deleted.

    What begins with ``quote_`` says how the excerpt stands to the text of the capture, and where in it the words are
    (TextPositionSelector and TextQuoteSelector); without a verdict the two were not compared. ``confidential`` and ``salt`` are those of its source.
    """

    number: int = Field(unique=True)
    claim_id: int = reference("claim.id", index=True)
    source_id: int | None = reference("source.id", default=None, index=True)
    capture_id: int | None = reference("capture.id", default=None)
    form: EvidenceForm = Field(sa_type=Word(EvidenceForm))
    stance: Stance = Field(sa_type=Word(Stance))
    excerpt: str = Field(default="", sa_type=Words)
    locator: str = Field(default="", sa_type=Words)
    note: str = Field(default="", sa_type=Words)
    quote_verdict: QuoteVerdict | None = Field(default=None, sa_type=Word(QuoteVerdict))
    quote_start: int | None = Field(default=None)
    quote_end: int | None = Field(default=None)
    quote_exact: str = Field(default="", sa_type=Words)
    quote_prefix: str = Field(default="", sa_type=Words)
    quote_suffix: str = Field(default="", sa_type=Words)
    quote_remarks: tuple[str, ...] = Field(default=(), sa_type=Names)
    reviewer_id: int = reference("reviewer.id")
    attached_at: int = Field(sa_type=Micros)
    retracted_at: int | None = Field(default=None, sa_type=Micros)
    confidential: bool = Field(default=False)
    salt: bytes | None = Field(default=None, sa_type=Blob, sa_column_kwargs={"info": {JOURNAL: LEFT_OUT}})
