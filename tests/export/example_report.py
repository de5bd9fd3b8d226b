"""A report with one of everything, every foreign word in it replaceable."""

from collections.abc import Callable

from claims_db.media_vocabulary import MediaCategory, MediaKind
from claims_db.report_vocabulary import RequestOutcome
from claims_db.rows import (
    AppearanceRow,
    ArticleReport,
    ArticleRow,
    ClaimReport,
    ClaimSheet,
    CorrectionRequestRow,
    CorrectionRow,
    DateRow,
    DeskRow,
    EvidenceRow,
    MediaRow,
    Medium,
    QuoteCheckRow,
    QuoteRow,
    RatingRow,
    ReasonRow,
    ReplyRow,
    SearchEntryRow,
    SkipRow,
    SourceCount,
    SourceRow,
    SpanRow,
    VerdictRow,
)
from claims_db.vocabulary import (
    AppearanceForm,
    ClaimKind,
    ClaimState,
    DatePrecision,
    EvidenceForm,
    QuoteVerdict,
    Severity,
    SkipReason,
    Stance,
)

NOON = 1_637_668_800_000_000
"""23 November 2021, 12:00 UTC."""

FALSE = RatingRow("false", "False", "Not accurate.", 1, "Refuted")
DAY = DateRow("2021-11-23", DatePrecision.DAY)

Say = Callable[[str], str]


def as_it_is(words: str) -> str:
    """Give the words of the example themselves."""
    return words


def source(say: Say = as_it_is, **changes: object) -> SourceRow:
    """Give a source that was entered by hand."""
    row = SourceRow(
        public_id="source-1",
        url="https://example.org/drills",
        title=say("Joint drills on the Shandong peninsula"),
        author=say("A. Writer"),
        publisher=say("Example Post"),
        published=DateRow("2005-08-18", DatePrecision.DAY),
        archived_url="https://archive.example/2005/drills",
        archived_at=None,
        retrieved_at=NOON,
        sha256="",
        confidential=False,
    )
    return row._replace(**changes)  # type: ignore[arg-type]


def evidence(say: Say = as_it_is, **changes: object) -> EvidenceRow:
    """Give a piece of evidence that refutes."""
    row = EvidenceRow(
        number=40,
        public_id="evidence-40",
        form=EvidenceForm.LINK,
        stance=Stance.REFUTES,
        excerpt=say("Troops of both countries landed in 2005."),
        locator=say("paragraph 3"),
        note=say("Sixteen years before."),
        source=source(say),
        attached_by=say("Ada"),
        attached_at=NOON,
        check=QuoteCheckRow(
            QuoteVerdict.ALTERED,
            0,
            24,
            QuoteRow(say("Troops of the two countries landed"), "", ""),
            (say("Excerpt and source differ: “both” against “the two”."),),
        ),
    )
    return row._replace(**changes)  # type: ignore[arg-type]


def verdict(say: Say = as_it_is, **changes: object) -> VerdictRow:
    """Give a verdict that stands."""
    row = VerdictRow(
        "verdict-1",
        FALSE,
        "desk",
        say("There were drills in 2005."),
        say("Ada"),
        NOON,
        stands=True,
        scale_name=say("Desk scale"),
    )
    return row._replace(**changes)  # type: ignore[arg-type]


def quoted(say: Say = as_it_is) -> AppearanceRow:
    """Give the place of a claim in an article."""
    quote = QuoteRow(say("the first time that troops joined drills"), say("in August was "), say(" on Chinese soil."))
    return AppearanceRow(AppearanceForm.ARTICLE, 3, say("Title"), 1, SpanRow(9, 40, 9, 40), quote, "", "")


def media(say: Say = as_it_is, **changes: object) -> MediaRow:
    """Give a film that was cut, of which the original is known."""
    medium = Medium(
        MediaKind.VIDEO,
        ("https://post.example/1", "https://video.example/watch?v=2"),
        "",
        (MediaCategory.EDITED,),
        "https://archive.example/whole",
        "",
        say("It shows drills of 2005, and goes on after the landing."),
        ("00:00:12", "00:01:05-00:01:20"),
    )
    return MediaRow(1, "media-1", medium._replace(**changes), say("Ada"), NOON)  # type: ignore[arg-type]


def picture(say: Say = as_it_is) -> MediaRow:
    """Give a picture with words on it, of which no original is known."""
    told = say("The account that posted it is gone.")
    return media(
        say,
        kind=MediaKind.IMAGE_WITH_TEXT,
        links=("https://post.example/3",),
        overlaid=say("FIRST TIME EVER"),
        categories=(MediaCategory.MISSING_CONTEXT, MediaCategory.STAGED),
        original="",
        no_original=told,
        edited=(),
    )._replace(number=2, public_id="media-2")


def claim(number: int = 12, say: Say = as_it_is, **changes: object) -> ClaimSheet:
    """Give a claim with a verdict and one piece of evidence."""
    sheet = ClaimSheet(
        number=number,
        public_id=f"01a20a5b-0878-7b12-9f4e-{number:012d}",
        state=ClaimState.RECORDED,
        kind=ClaimKind.SUPERLATIVE,
        statement=say("Russian troops joined drills on Chinese soil for the first time."),
        claimer=say("Sergei Shoigu"),
        via=(say("ANI"), say("his ministry")),
        said_on=DAY,
        language="en",
        check_worthiness=0.67,
        reasons=(ReasonRow("first_time", 0.3), ReasonRow("names_somebody", 0.05)),
        assumptions=(say("“August” read as 2021-08"),),
        appearances=(quoted(say),),
        evidence=(evidence(say),),
        verdicts=(verdict(say),),
        skip=None,
        lease=None,
        drafts=(),
        history=(),
        search_log=(SearchEntryRow(1, "search-1", say("The archive"), say("joint drills"), say(""), say("Ada"), NOON),),
        replies=(
            ReplyRow(
                *(1, "reply-1", say("The ministry"), say("e-mail"), say("Was it the first?"), NOON, NOON),
                *(say("It was.\nWe stand by it."), NOON, say("Ada")),
            ),
        ),
        media=(media(say), picture(say)),
        correction_requests=(
            CorrectionRequestRow(
                *(1, 1, "request-1", say("Example Times"), say("The times"), "https://example.org/wrong"),
                *(say("form"), say("They trained in 2005."), NOON, None, RequestOutcome.PARTLY, NOON),
                *("https://example.org/mended", say("Not to be printed."), True, say("Ada")),
            ),
        ),
        sources=SourceCount(2, 1, ((40, 41),), ((say("E-40 and E-41 were written by A. Writer."),),)),
    )
    return sheet._replace(**changes)  # type: ignore[arg-type]


def skipped(number: int = 13, say: Say = as_it_is) -> ClaimSheet:
    """Give a claim that was set aside."""
    return claim(
        number,
        say,
        state=ClaimState.SKIPPED,
        evidence=(),
        verdicts=(),
        skip=SkipRow(SkipReason.NOT_CHECKABLE, say("a hope"), say("Ada"), NOON),
    )


def by_hand(number: int = 14, say: Say = as_it_is) -> ClaimSheet:
    """Give a claim with no article that nobody has checked."""
    met = AppearanceRow(
        AppearanceForm.SPEECH, None, "", None, None, QuoteRow(say("forty days"), "", ""), say("12:40"), say("a link")
    )
    return claim(number, say, state=ClaimState.QUEUED, appearances=(met,), evidence=(), verdicts=())


PUBLISHED = (ClaimState.PUBLISHED, ClaimState.CORRECTED, ClaimState.WITHDRAWN)


def report(*claims: ClaimSheet, say: Say = as_it_is, **changes: object) -> ArticleReport:
    """Give the report of an article with these claims, or with one of every sort."""
    sheets = claims or (claim(12, say), skipped(13, say), by_hand(14, say))
    correction = CorrectionRow(Severity.RATING_CHANGED, say("A source was misread."), say("Ed"), NOON)
    row = ArticleReport(
        desk=DeskRow("desk-1", say("City desk"), "UTC", "en", "desk"),
        article=ArticleRow(
            number=3,
            public_id="01a20a5b-0872-7fb2-8371-17572d9d808a",
            title=say("Closer military ties"),
            outlet=say("Example Wire"),
            url="https://example.org/ties",
            published=DAY,
            language="en",
            taken_in_at=NOON,
            claims=len(sheets),
            open_claims=0,
        ),
        byline=say("B. Line"),
        claims=tuple(
            ClaimReport(sheet, (correction,) if place == 0 else (), 1 if sheet.state in PUBLISHED else None)
            for place, sheet in enumerate(sheets)
        ),
    )
    return row._replace(**changes)  # type: ignore[arg-type]
