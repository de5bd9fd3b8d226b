"""Reading and writing out: list, show, export."""

from pathlib import Path

from claims_db.rows import ClaimRow, ClaimSheet
from workbench.cli.output import write_json, write_line, write_lines, write_table
from workbench.desk.desk import Desk
from workbench.domain.filters import parse_filter
from workbench.domain.references import article_reference, claim_reference, evidence_reference, parse_reference
from workbench.domain.states import state_words

_PAGE = 1_000


def list_claims(desk: Desk, words: list[str], *, as_json: bool) -> None:
    """List the claims that a filter lets through."""
    numbers = desk.claim_numbers(parse_filter(" ".join(words)))
    rows: list[ClaimRow] = []
    for start in range(0, len(numbers), _PAGE):
        rows.extend(desk.claim_rows(numbers[start : start + _PAGE]))
    if as_json:
        write_json(rows)
    else:
        write_claims(rows)


def write_claims(rows: list[ClaimRow]) -> None:
    """Write claims as a table."""
    write_table(
        ("claim", "state", "worth", "kind", "rating", "claimer", "via", "statement"),
        [
            (
                claim_reference(row.number),
                state_words(row.state),
                f"{row.check_worthiness:.2f}",
                row.kind.value,
                row.rating or "-",
                row.claimer or "-",
                ", ".join(row.via) or "-",
                row.statement,
            )
            for row in rows
        ],
    )


def list_articles(desk: Desk, *, as_json: bool) -> None:
    """List the articles."""
    articles = desk.articles()
    if as_json:
        write_json(articles)
        return
    write_table(
        ("article", "published", "outlet", "claims", "open", "title"),
        [
            (
                article_reference(row.number),
                row.published.value if row.published else "-",
                row.outlet or "-",
                str(row.claims),
                str(row.open_claims),
                row.title,
            )
            for row in articles
        ],
    )


def show(desk: Desk, reference: str, *, as_json: bool) -> None:
    """Show one claim or one article."""
    if reference[:1] in "Aa":
        sheet = desk.article(parse_reference(reference, "A"))
        if as_json:
            write_json(sheet)
        else:
            write_line(f"{article_reference(sheet.row.number)}  {sheet.row.title}")
            write_lines(sheet.text)
        return
    claim = desk.claim(parse_reference(reference, "C"))
    if as_json:
        write_json(claim)
    else:
        _write_claim(claim)


def export(desk: Desk, out: Path, article: str | None, claim: str | None, *, as_json: bool) -> None:
    """Write reports and name the files."""
    paths = desk.export(
        out,
        article=parse_reference(article, "A") if article else None,
        claim=parse_reference(claim, "C") if claim else None,
    )
    if as_json:
        write_json([str(path) for path in paths])
    else:
        for path in paths:
            write_line(str(path))


def _write_claim(claim: ClaimSheet) -> None:
    write_line(f"{claim_reference(claim.number)}  {claim.statement}")
    for appearance in claim.appearances:
        if appearance.quote is not None:
            place = article_reference(appearance.article) if appearance.article else appearance.form.value
            write_line(
                f"  quote     …{appearance.quote.prefix}[{appearance.quote.exact}]{appearance.quote.suffix}…  ({place})"
            )
        elif appearance.locator or appearance.url:
            write_line(f"  met       {appearance.form.value} {appearance.locator} {appearance.url}".rstrip())
    write_line(
        f"  said by   {claim.claimer or 'the article itself'}{''.join(f', through {name}' for name in reversed(claim.via))}"
    )
    write_line(f"  state     {state_words(claim.state)}")
    reasons = ", ".join(f"{reason.name} {reason.weight:+.2f}" for reason in claim.reasons)
    write_line(f"  worth     {claim.check_worthiness:.2f}  {reasons}".rstrip())
    for assumption in claim.assumptions:
        write_line(f"  assumed   {assumption}")
    for evidence in claim.evidence:
        source = evidence.source
        words = " ".join(
            part
            for part in (evidence.excerpt, evidence.note, source.title if source else "", source.url if source else "")
            if part
        )
        write_line(f"  evidence  {evidence_reference(evidence.number)} {evidence.stance.value}: {words}")
    for verdict in claim.verdicts:
        if verdict.stands:
            write_line(f"  verdict   {verdict.rating.label}, by {verdict.reviewer}: {verdict.rationale}")
