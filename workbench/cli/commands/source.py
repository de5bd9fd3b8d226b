"""``workbench source``: what the desk says of the sources of its evidence."""

from typing import Annotated

import typer

from claims_db.rows import SourceCard
from claims_db.vocabulary import SourceKind
from workbench.cli.complaints import say
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_indented, write_json, write_line
from workbench.cli.progress_line import progress_line
from workbench.cli.tables import write_table
from workbench.desk.ledger_entries import SourceEdit
from workbench.desk.recheck_words import resting_lines
from workbench.domain.dates import parse_date
from workbench.domain.evidence.source_words import source_facts, source_name
from workbench.domain.references import claim_reference, evidence_reference, parse_reference

app = plain_app("Say what a source is, for all claims that rest on it; keep one confidential; erase one.")

Evidence = Annotated[str, typer.Argument(metavar="EVIDENCE", help="Evidence that rests on it, such as E-40.")]

_LABEL = 10


@app.command("list")
def list_sources(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="[CLAIM]", help="Only the sources of this claim.")] = "",
    *,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """List the sources of the desk, each with the evidence that rests on it."""
    number = parse_reference(claim, "C") if claim else None
    with open_desk(context, database) as desk:
        cards = desk.sources(number)
    if as_json:
        write_json(cards)
    elif cards:
        write_table(("evidence", "claims", "kind", "outlet", "source"), [_listed(card) for card in cards])
    else:
        say("There is no source yet.")


@app.command()
def show(context: typer.Context, evidence: Evidence, *, as_json: AsJson = False, database: Database = None) -> None:
    """Show what the desk says of a source, and every claim that rests on it."""
    with open_desk(context, database) as desk:
        card = desk.source(parse_reference(evidence, "E"))
    _write_card(card, as_json=as_json)


@app.command()
def describe(
    context: typer.Context,
    evidence: Evidence,
    *,
    kind: Annotated[SourceKind | None, typer.Option(help="How near it is to what it tells of.")] = None,
    interest: Annotated[str | None, typer.Option(metavar="TEXT", help="What it has to gain.")] = None,
    reliability: Annotated[str | None, typer.Option(metavar="TEXT", help="How far it can be relied on.")] = None,
    word_of: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Whose word it is, such as an agency; sources of one word count once."),
    ] = None,
    retracted: Annotated[
        str | None, typer.Option(metavar="TEXT", help="That its publisher took it back: when, where and why.")
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="In place of what it says.")] = None,
    author: Annotated[str | None, typer.Option(metavar="NAME", help="In place of what it says.")] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="In place of what it says.")] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="In place of what it says.")] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Say what a source is. What is not given stays; an empty text is none."""
    edit = SourceEdit(
        title=title,
        author=author,
        publisher=publisher,
        published=parse_date(published) if published else None,
        kind=kind,
        interest=interest,
        reliability=reliability,
        origin=word_of,
        retraction=retracted,
    )
    if edit == SourceEdit():
        raise typer.BadParameter("Say what it is: --kind, --interest, --reliability, --word-of, --title and so on.")
    number = parse_reference(evidence, "E")
    with open_desk(context, database) as desk:
        card = desk.describe_source(number, edit)
        resting = desk.resting_on(number) if retracted and retracted.strip() else ()
    _write_card(card, as_json=as_json)
    if resting and not as_json:
        write_line("On the retracted source rest:")
        write_indented(resting_lines(resting))


@app.command()
def confidential(
    context: typer.Context, evidence: Evidence, *, as_json: AsJson = False, database: Database = None
) -> None:
    """Keep a source from everybody outside of the desk: no export names it, and its files are their owner's alone."""
    with open_desk(context, database) as desk:
        card = desk.make_source_confidential(parse_reference(evidence, "E"))
    _write_card(card, as_json=as_json)
    say("The journal holds what was written before; a source that comes as confidential is never in it.")


@app.command("seal-again")
def seal_again(context: typer.Context, *, as_json: AsJson = False, database: Database = None) -> None:
    """Encrypt the sealed files of this machine anew, for those whom seal_to names now and for nobody else."""
    with open_desk(context, database) as desk, progress_line("Sealing again") as progress:
        done = desk.seal_again(progress)
    if as_json:
        write_json(done)
    else:
        write_line(f"{done.files} files are sealed for the keys of seal_to.")
    if done.unopened:
        say(f"{done.unopened} can't be opened with your key and are as they were; let somebody do it who can.")
    if done.files:
        say("Backups and copies of the evidence folder are sealed as before; whoever could open those still can.")


@app.command()
def erase(
    context: typer.Context,
    evidence: Evidence,
    *,
    sure: Annotated[bool, typer.Option("--yes", help="Erase it; nothing takes that back.")] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Erase a confidential source for good: its words, those of its evidence, and its files on this machine."""
    number = parse_reference(evidence, "E")
    if not sure:
        raise typer.BadParameter("Nothing takes this back; say --yes.")
    with open_desk(context, database) as desk:
        erased = desk.erase_source(number)
    if as_json:
        write_json(erased)
    else:
        write_line(f"The source of {evidence_reference(number)} is erased, {erased.files} files with it.")
    if not erased.forgotten:
        say("Somebody is using the desk: its file still holds the words in its free room. Erase it again later.")
    say("Backups of the desk and of its evidence still have it; so has every other machine with files of the desk.")


def _listed(card: SourceCard) -> tuple[str, ...]:
    source, uses = card.source, [use for use in card.uses if use.retracted_at is None]
    return (
        ", ".join(evidence_reference(use.evidence) for use in uses) or "-",
        ", ".join(dict.fromkeys(claim_reference(use.claim) for use in uses)) or "-",
        source.kind.value.replace("_", " ") if source.kind else "-",
        source.publisher or "-",
        f"{source_name(source)} (confidential)" if source.confidential else source_name(source),
    )


def _write_card(card: SourceCard, *, as_json: bool) -> None:
    if as_json:
        write_json(card)
        return
    source = card.source
    write_line(source_name(source))
    facts = [("address", source.url), ("author", source.author), ("outlet", source.publisher)]
    facts += [("published", source.published.value if source.published else ""), *source_facts(source)]
    for use in card.uses:
        off = ", taken off" if use.retracted_at is not None else ""
        facts.append(("used by", f"{evidence_reference(use.evidence)} {use.stance} {claim_reference(use.claim)}{off}"))
    for name, value in facts:
        if value:
            write_line(f"  {name:<{_LABEL}}{value}")
