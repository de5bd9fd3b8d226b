"""Taking in: add, extract, claim add, import."""

import sys

from claims_db.rows import Intake, NearPair
from claims_db.vocabulary import AppearanceForm
from workbench.cli.complaints import say
from workbench.cli.output import write_json, write_line, write_table
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ClaimEntry
from workbench.domain.dates import parse_date
from workbench.domain.references import article_reference, claim_reference


def add(desk: Desk, entry: ArticleEntry, *, as_json: bool) -> None:
    """Take in an article and say what was found."""
    intake = desk.add_article(entry, sys.stdin.buffer if entry.location == "-" else None)
    if as_json:
        write_json(intake)
        return
    write_line(_summary(intake))
    if intake.article.language == "und":
        say("The language is not known; little was extracted.")
    _point_out(intake.near)


def extract(location: str, published: str | None, form: str) -> None:
    """Find the claims of a text without storing anything."""
    from workbench.cli.extraction_json import extraction_json  # noqa: PLC0415 - only this command prints it
    from workbench.desk.intake import propose  # noqa: PLC0415
    from workbench.sources.reader import Reader  # noqa: PLC0415

    reader = Reader()
    try:
        proposal = propose(
            reader,
            location,
            parse_date(published) if published else None,
            sys.stdin.buffer if location == "-" else None,
        )
    finally:
        reader.close()
    if form == "json":
        sys.stdout.write(extraction_json(proposal) + "\n")
        return
    rows = [
        (
            f"{candidate.start}-{candidate.end}",
            f"{candidate.check_worthiness:.2f}",
            candidate.kind.value,
            candidate.claimer or "-",
            ", ".join(candidate.via) or "-",
            proposal.normalised.text[candidate.start : candidate.end],
        )
        for candidate in proposal.extraction.candidates
    ]
    write_table(("span", "worth", "kind", "claimer", "via", "claim"), rows)
    if proposal.extraction.language == "und":
        say("The language is not known; little was extracted.")


def add_claim(desk: Desk, entry: ClaimEntry, *, as_json: bool) -> None:
    """Take in one claim by hand."""
    added = desk.add_claim(entry)
    if as_json:
        write_json(added)
        return
    write_line(
        f"{claim_reference(added.claim)} was there already."
        if added.known
        else f"{claim_reference(added.claim)} added."
    )
    _point_out(added.near)


def claim_entry(
    statement: str, claimer: str, via: list[str], form: AppearanceForm, locator: str, url: str, said_on: str, quote: str
) -> ClaimEntry:
    """Put the options of ``claim add`` together."""
    return ClaimEntry(
        statement=statement,
        claimer=claimer,
        via=tuple(via),
        form=form,
        locator=locator,
        url=url,
        said_on=parse_date(said_on) if said_on else None,
        exact=quote,
    )


def import_claims(desk: Desk, path: str, *, as_json: bool) -> bool:
    """Take in a list of claims; say whether every row was good."""
    done = desk.import_claims(path)
    if as_json:
        write_json(done)
    else:
        write_line(
            f"{len(done.added)} claims added, {len(done.known)} known already, {len(done.rejected)} rows rejected."
        )
        _point_out(done.near)
    for row in done.rejected:
        say(f"  line {row.line}: {row.reason}")
    return not done.rejected


def _summary(intake: Intake) -> str:
    article = intake.article
    name = f"{article_reference(article.number)} {article.title}"
    if intake.known:
        return f"{name}: the desk has this text already, with {article.claims} claims."
    if not intake.claims:
        return f"{name}: taken in; no claims were found."
    first, last = claim_reference(min(intake.claims)), claim_reference(max(intake.claims))
    span = first if first == last else f"{first} to {last}"
    return f"{name}: taken in with {len(intake.claims)} claims, {span}."


def _point_out(pairs: tuple[NearPair, ...]) -> None:
    for pair in pairs:
        difference = f" ({'; '.join(pair.near.differences)})" if pair.near.differences else ""
        say(
            f"  {claim_reference(pair.claim)} is nearly {claim_reference(pair.near.number)}, "
            f"{pair.near.relation.value}{difference}: {pair.near.statement}"
        )
