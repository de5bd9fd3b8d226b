"""One Markdown report an article: the claims in the order of the text, each with all that a reader needs to repeat the check.

Same rows, same bytes: no time of writing, no order of the database, no setting of the machine goes in.
"""

import re
import unicodedata

from claims_db.rows import ArticleReport, ClaimReport, ClaimSheet, DateRow, EvidenceRow, QuoteRow
from claims_db.vocabulary import AppearanceForm, ClaimState
from workbench.domain.dates import instant_words
from workbench.domain.references import article_reference, claim_reference
from workbench.domain.states import state_words
from workbench.export.escaping import link, paragraphs, words
from workbench.export.sources import SourceList

_LONGEST_SLUG = 60
_METHOD = (
    "Claims were found in the text by rules and checked one by one by people; each stands with its exact words. "
    "The order of work follows a check-worthiness between 0 and 1 that is a sum of named reasons; it says nothing about truth. "
    "Ratings are points on the scale explained above each rationale. A source that was entered by hand carries what the reviewer typed: "
    "where no archived copy, retrieval time or hash is given, none was taken. A claim that is not rated here was not judged."
)
_REVIEW_WORDS = {
    ClaimState.RECORDED: "recorded by one reviewer, not yet seen by a second",
    ClaimState.SECOND_REVIEW: "waiting for a second verdict",
    ClaimState.ADJUDICATION: "two verdicts differ and are being adjudicated",
    ClaimState.SIGNED_OFF: "signed off by an editor",
    ClaimState.PUBLISHED: "published",
    ClaimState.CORRECTED: "corrected after publication",
    ClaimState.WITHDRAWN: "withdrawn",
}


def file_name(report: ArticleReport) -> str:
    """Give the file's name: reference, title in plain letters, the start of the public id."""
    if report.article is None:
        return "claims-by-hand.md"
    article = report.article
    slug = _slug(article.title)
    parts = [article_reference(article.number).casefold(), slug, article.public_id.replace("-", "")[-8:]]
    return "-".join(part for part in parts if part) + ".md"


def render_article(report: ArticleReport) -> str:
    """Write a report as Markdown; ends with one line feed, lines end in line feeds."""
    sources = SourceList()
    claims = [line for claim in report.claims for line in _claim(claim, sources)]
    lines = [
        *_head(report),
        *_corrections(report),
        *_overview(report),
        *claims,
        *_method(report),
        *sources.lines(),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _head(report: ArticleReport) -> list[str]:
    article = report.article
    if article is None:
        return ["# Claims entered by hand", "", f"- Desk: {words(report.desk.name)}", ""]
    facts = [
        ("Outlet", words(article.outlet)),
        ("By", words(report.byline)),
        ("Published", _date(article.published)),
        ("Address", link(article.url) if article.url else ""),
        ("Taken in", instant_words(article.taken_in_at)),
        ("Article", f"{article_reference(article.number)}, `{article.public_id}`"),
    ]
    return [f"# Claims in: {words(article.title)}", "", *(f"- {name}: {value}" for name, value in facts if value), ""]


def _corrections(report: ArticleReport) -> list[str]:
    found = [
        f"- {instant_words(one.at)}: {claim_reference(claim.sheet.number)}, {words(one.severity.replace('_', ' '))}: {words(one.reason)} ({words(one.by)})"
        for claim in report.claims
        for one in claim.corrections
    ]
    return ["## Corrections", "", *found, ""] if found else []


def _overview(report: ArticleReport) -> list[str]:
    rows = [
        f"| {claim_reference(claim.sheet.number)} | {words(claim.sheet.statement)} | {words(claim.sheet.claimer) or 'the article'} | {_outcome(claim.sheet)} |"
        for claim in report.claims
    ]
    if not rows:
        return ["No claims were found in this text.", ""]
    return ["## Overview", "", "| Claim | Statement | Said by | Outcome |", "| --- | --- | --- | --- |", *rows, ""]


def _outcome(sheet: ClaimSheet) -> str:
    standing = next((verdict for verdict in sheet.verdicts if verdict.stands), None)
    if sheet.state in _REVIEW_WORDS and standing is not None:
        return f"**{words(standing.rating.label)}**"
    if sheet.state is ClaimState.SKIPPED and sheet.skip is not None:
        return f"set aside: {words(sheet.skip.reason.replace('_', ' '))}"
    return {ClaimState.DUPLICATE: "duplicate", ClaimState.SKIPPED: "set aside"}.get(sheet.state, "not checked yet")


def _claim(report: ClaimReport, sources: SourceList) -> list[str]:
    sheet = report.sheet
    lines = [f"## {claim_reference(sheet.number)}: {words(sheet.statement)}", ""]
    lines += _quotes(sheet)
    facts = [
        ("Said by", _said_by(sheet)),
        ("Said on", _date(sheet.said_on)),
        ("Kind", sheet.kind.value),
        ("Check-worthiness", f"{sheet.check_worthiness:.2f}" if sheet.reasons else ""),
        ("State", _state(sheet)),
    ]
    lines += [f"- {name}: {value}" for name, value in facts if value]
    lines += [f"- Taken for granted: {words(assumption)}" for assumption in sheet.assumptions]
    lines += ["", *_verdict(sheet)]
    if sheet.evidence:
        lines += ["### Evidence", ""]
        for evidence in sheet.evidence:
            lines += _evidence(evidence, sources)
        lines.append("")
    lines += [f"Claim `{sheet.public_id}`", ""]
    return lines


def _quotes(sheet: ClaimSheet) -> list[str]:
    lines: list[str] = []
    for appearance in sheet.appearances:
        if appearance.quote is not None:
            lines += [f"> {_in_context(appearance.quote)}", ""]
        if appearance.form is not AppearanceForm.ARTICLE:
            place = [
                f"Met in a {appearance.form.value}" if appearance.form is not AppearanceForm.OTHER else "Met elsewhere"
            ]
            place += [words(appearance.locator)] if appearance.locator else []
            place += [link(appearance.url)] if appearance.url else []
            lines += [", ".join(place) + ".", ""]
    return lines


def _in_context(quote: QuoteRow) -> str:
    before, after = words(quote.prefix), words(quote.suffix)
    left = f"… {before}" if before else ""
    right = f"{after} …" if after else ""
    gap = " " if before and quote.prefix[-1:].isspace() else ""
    gap_after = " " if after and quote.suffix[:1].isspace() else ""
    return f"{left}{gap}**{words(quote.exact)}**{gap_after}{right}"


def _said_by(sheet: ClaimSheet) -> str:
    speaker = words(sheet.claimer) if sheet.claimer else "the article itself" if _in_article(sheet) else ""
    chain = "".join(f", through {words(name)}" for name in reversed(sheet.via))
    return f"{speaker}{chain}" if speaker else chain.removeprefix(", ")


def _in_article(sheet: ClaimSheet) -> bool:
    return any(appearance.form is AppearanceForm.ARTICLE for appearance in sheet.appearances)


def _state(sheet: ClaimSheet) -> str:
    if sheet.state is ClaimState.SKIPPED and sheet.skip is not None:
        note = f" ({words(sheet.skip.note)})" if sheet.skip.note else ""
        reason = words(sheet.skip.reason.replace("_", " "))
        return f"set aside by {words(sheet.skip.reviewer)} on {instant_words(sheet.skip.at)}: {reason}{note}"
    return _REVIEW_WORDS.get(
        sheet.state, "not checked yet" if sheet.state is ClaimState.QUEUED else state_words(sheet.state)
    )


def _verdict(sheet: ClaimSheet) -> list[str]:
    standing = next((verdict for verdict in sheet.verdicts if verdict.stands), None)
    if standing is None or sheet.state not in _REVIEW_WORDS:
        return []
    rating = standing.rating
    number = f" ({rating.value} of 5)" if rating.value is not None else ""
    return [
        f"### Rating: {words(rating.label)}{number}",
        "",
        *([f"*{words(rating.definition)}*", ""] if rating.definition else []),
        *(line for block in paragraphs(standing.rationale) for line in (block, "")),
        f"{words(standing.reviewer)}, {instant_words(standing.recorded_at)}",
        "",
    ]


def _evidence(evidence: EvidenceRow, sources: SourceList) -> list[str]:
    mark = f" [^{sources.number(evidence.source)}]" if evidence.source is not None else ""
    place = f", {words(evidence.locator)}" if evidence.locator else ""
    lines = [f"- **{evidence.stance.value.capitalize()}** ({evidence.form.value}{place}){mark}"]
    if evidence.excerpt:
        lines += ["", f"  > {words(evidence.excerpt)}"]
    if evidence.note:
        lines += ["", f"  {words(evidence.note)}"]
    return [*lines, ""] if len(lines) > 1 else lines


def _method(report: ArticleReport) -> list[str]:
    return [
        "## How we checked",
        "",
        _METHOD,
        "",
        f"Journal head: `{report.journal_head}`. Whoever holds the desk can show with it that the record was not changed since.",
        "",
    ]


def _date(date: DateRow | None) -> str:
    if date is None:
        return ""
    return (
        f"{words(date.value)} {words(date.zone)}".rstrip()
        if date.zone and date.zone != "Z"
        else words(date.value) + (date.zone or "")
    )


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return slug[:_LONGEST_SLUG].rstrip("-")
