"""Make the record of a finding from rows; what could give away a confidential source is left out here, for all formats."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from claims_db.rows import (
    AppearanceRow,
    ArticleReport,
    ArticleRow,
    ClaimReport,
    ClaimSheet,
    CorrectionRequestRow,
    EvidenceRow,
    ReplyRow,
    VerdictRow,
)
from claims_db.vocabulary import NumberOutcome
from workbench.domain.dates import instant_words
from workbench.domain.evidence.check_words import check_words, look_words
from workbench.domain.evidence.log_words import answer_words, is_told, outcome_day
from workbench.domain.evidence.number_words import loudest_first, notes, number_line
from workbench.domain.evidence.source_count import count_words
from workbench.domain.lint.outcome import waiver_words
from workbench.domain.references import article_reference, claim_reference, evidence_reference
from workbench.export.facts import standing_verdict
from workbench.export.finding import Asked, Corrected, Finding, Judged, Looked, MediaItem, Piece, Place, Requested
from workbench.export.naming import named
from workbench.export.source_list import SourceList, date_text


def findings_of(reports: Iterable[ArticleReport]) -> Iterator[Finding]:
    """Make the findings of some reports; claims with no verdict that stands have none."""
    for report in reports:
        for claim in report.claims:
            found = finding_of(report, claim)
            if found is not None:
                yield found


def finding_of(report: ArticleReport, claim: ClaimReport) -> Finding | None:
    """Make the record of one claim of a report; None where no verdict stands."""
    sheet = claim.sheet
    verdict = standing_verdict(sheet)
    if verdict is None:
        return None
    cited = SourceList()
    evidence = tuple(_piece(one, cited) for one in sheet.evidence)
    signed = sheet.finding
    return Finding(
        reference=claim_reference(sheet.number),
        id=sheet.public_id,
        slug=named(claim_reference(sheet.number), sheet.statement, sheet.public_id),
        desk=report.desk.name,
        language=sheet.language,
        state=sheet.state,
        statement=sheet.statement,
        kind=sheet.kind,
        claimer=sheet.claimer,
        via=sheet.via,
        said_on=date_text(sheet.said_on),
        places=tuple(_place(one, report.article) for one in sheet.appearances),
        rating=_judged(verdict),
        rationale=verdict.rationale,
        reviewer=verdict.reviewer,
        recorded_at=instant_words(verdict.recorded_at),
        signed_off_by=signed.signed_off_by if signed else "",
        signed_off_at=instant_words(signed.signed_off_at) if signed else "",
        evidence=evidence,
        sources=cited.sources,
        counted=_counted(sheet),
        searched=tuple(
            Looked(row.place, row.words, row.found, row.reviewer, instant_words(row.searched_at))
            for row in sheet.search_log
        ),
        asked=tuple(_asked(row) for row in sheet.replies),
        requested=tuple(_requested(row) for row in sheet.correction_requests if is_told(row)),
        corrections=tuple(
            Corrected(row.severity, row.reason, row.by, instant_words(row.at)) for row in claim.corrections
        ),
        assumptions=sheet.assumptions,
        tags=sheet.tags,
        waived=tuple(waiver_words(one) for one in claim.waivers),
        revision=claim.publication,
        published=instant_words(claim.published_at[-1]) if claim.published_at else "",
        first_published=instant_words(claim.published_at[0]) if claim.published_at else "",
        media=media_items(sheet),
        recheck_on=sheet.recheck.on,
        recheck_reason=sheet.recheck.reason,
    )


def media_items(sheet: ClaimSheet) -> tuple[MediaItem, ...]:
    """Make the records of what a claim is about."""
    return tuple(MediaItem(row.public_id, *row.medium) for row in sheet.media)


def _judged(verdict: VerdictRow) -> Judged:
    rating = verdict.rating
    return Judged(rating.slug, rating.label, rating.definition, rating.value, rating.averitec, verdict.scale_name)


def _place(row: AppearanceRow, article: ArticleRow | None) -> Place:
    inside = article if article is not None and article.number == row.article else None
    return Place(
        form=row.form,
        article=article_reference(row.article) if row.article is not None else "",
        title=row.article_title,
        outlet=inside.outlet if inside else "",
        url=row.url or (inside.url if inside else ""),
        published=date_text(inside.published) if inside else "",
        revision=row.revision,
        locator=row.locator,
        before=row.quote.prefix if row.quote else "",
        exact=row.quote.exact if row.quote else "",
        after=row.quote.suffix if row.quote else "",
    )


def _piece(row: EvidenceRow, cited: SourceList) -> Piece:
    bare = Piece(
        reference=evidence_reference(row.number),
        id=row.public_id,
        form=row.form,
        stance=row.stance,
        attached_by=row.attached_by,
        attached_at=instant_words(row.attached_at),
        source=None if row.source is None else cited.number(row.source),
    )
    if row.source is not None and row.source.confidential:
        return bare
    shown = [one for one in loudest_first(row.numbers) if one.outcome is not NumberOutcome.NONE_THERE]
    return replace(
        bare,
        excerpt=row.excerpt,
        locator=row.locator,
        note=row.note,
        quote_check=check_words(row.check) if row.excerpt.strip() else "",
        remarks=row.check.remarks if row.check is not None else (),
        looked_again=look_words(row) if row.look is not None and not row.look.outcome.as_it_was else "",
        numbers=tuple(" ".join((f"{number_line(one, loud=False)}.", *notes(one))) for one in shown),
    )


def _counted(sheet: ClaimSheet) -> str:
    """Say how many sources there are; why some of them are one is told in the desk, where nobody can be given away."""
    return count_words(sheet.sources) if sheet.sources is not None else ""


def _asked(row: ReplyRow) -> Asked:
    return Asked(row.asked, row.channel, row.question, row.answer, answer_words(row), instant_words(row.asked_at))


def _requested(row: CorrectionRequestRow) -> Requested:
    return Requested(
        row.asked,
        row.outlet,
        row.channel,
        row.request,
        row.url,
        outcome_day(row),
        row.outcome_url,
        instant_words(row.asked_at),
    )
