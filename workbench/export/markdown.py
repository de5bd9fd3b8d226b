"""One Markdown report an article: what was claimed, by whom, what came out and on what it rests.

Same rows, same bytes: no time of writing, no order of the database, no setting of the machine goes in.
"""

from claims_db.rows import ArticleReport
from workbench.domain.dates import instant_words
from workbench.domain.references import article_reference, claim_reference
from workbench.export.claims import claim_lines
from workbench.export.escaping import code, link, words
from workbench.export.facts import date_words, outcome, plain, said_by
from workbench.export.footnotes import footnote_lines
from workbench.export.logs import log_lines
from workbench.export.method import OF_CLAIMS
from workbench.export.naming import named
from workbench.export.rendered import RenderedFile
from workbench.export.source_list import SourceList

_WIDTHS = f"| {'-' * 5} | {'-' * 31} | {'-' * 18} | {'-' * 14} |"
"""How wide columns are beside each other, which pandoc goes by."""


def article_file(report: ArticleReport, claim: int | None = None) -> RenderedFile:
    """Write a report as a file; ``claim`` is the claim's number, for a report that holds this claim alone."""
    return RenderedFile(file_name(report, claim), render_article(report).encode("utf-8"))


def file_name(report: ArticleReport, claim: int | None = None) -> str:
    """Give a report's file name: reference, title in plain letters, end of the public id.

    It is made of ``a-z``, ``0-9`` and ``-`` alone and at most 80 characters long before its ending.

    Args:
        report: the report.
        claim: the claim's number, for a report that holds this claim alone.
    """
    if claim is not None:
        sheet = report.claims[0].sheet
        return f"{named(claim_reference(claim), sheet.statement, sheet.public_id)}.md"
    article = report.article
    if article is None:
        return "claims-by-hand.md"
    return f"{named(article_reference(article.number), article.title, article.public_id)}.md"


def render_article(report: ArticleReport) -> str:
    """Write a report as Markdown. Lines end in line feeds; the text can always be encoded as UTF-8."""
    sources = SourceList()
    published = date_words(report.article.published) if report.article else ""
    claims = [line for claim in report.claims for line in claim_lines(claim, published, sources)]
    found = [
        *_head(report),
        *_corrections(report),
        *_overview(report),
        *claims,
        "## How this was checked",
        "",
        *(line for paragraph in OF_CLAIMS for line in (paragraph, "")),
        *log_lines(report.claims),
        *(["## Sources", "", *footnote_lines(sources.sources)] if sources.sources else []),
    ]
    return "\n".join(found).rstrip("\n") + "\n"


def _head(report: ArticleReport) -> list[str]:
    article = report.article
    if article is None:
        title, facts = "Claims entered by hand", [("Desk", words(report.desk.name))]
    else:
        reference = article_reference(article.number)
        title = f"Claims in: {words(article.title) or reference}"
        facts = [
            ("Outlet", words(article.outlet)),
            ("By", words(report.byline)),
            ("Published", date_words(article.published)),
            ("Address", link(article.url) if article.url else ""),
            ("Article", f"{reference}, {code(article.public_id)}, taken in {instant_words(article.taken_in_at)}"),
            ("Part", _part(len(report.claims), article.claims)),
            ("Desk", words(report.desk.name)),
        ]
    return [f"# {title}", "", *(f"- {name}: {value}" for name, value in facts if value), ""]


def _part(held: int, claims: int) -> str:
    return f"this report holds {held} of the article's {claims} claims" if held < claims else ""


def _corrections(report: ArticleReport) -> list[str]:
    found = sorted((one.at, claim.sheet.number, one) for claim in report.claims for one in claim.corrections)
    told = [
        f"- {instant_words(at)}, {claim_reference(number)}, {plain(one.severity)}: {words(one.reason)}, {words(one.by)}"
        for at, number, one in found
    ]
    return ["## Corrections", "", *told, ""] if told else []


def _overview(report: ArticleReport) -> list[str]:
    if not report.claims:
        return ["No claim was found in this text.", ""]
    rows = [
        f"| {claim_reference(sheet.number)} | {words(sheet.statement)} | {said_by(sheet)} | {outcome(sheet)} |"
        for sheet in (claim.sheet for claim in report.claims)
    ]
    return ["## Overview", "", "| Claim | Statement | Said by | Outcome |", _WIDTHS, *rows, ""]
