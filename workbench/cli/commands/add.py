"""``workbench add``."""

from dataclasses import replace
from typing import Annotated

import typer

from workbench.cli.complaints import complain, say
from workbench.cli.extraction_notes import say_dropped, say_language
from workbench.cli.new_matches import point_out
from workbench.cli.opening import open_desk, standard_input
from workbench.cli.options import AsJson, Database, Published, Speaker, Text, WithModel, plain_app
from workbench.cli.output import write_json, write_line
from workbench.cli.progress_line import progress_line
from workbench.desk.copy_words import copied_words, figures_words
from workbench.desk.entries import ArticleEntry, Intake
from workbench.desk.taken_in import articles_at
from workbench.domain.dates import parse_date
from workbench.domain.references import article_reference, claim_reference

app = plain_app()


@app.command()
def add(
    context: typer.Context,
    location: Text,
    *,
    published: Published = "",
    outlet: Annotated[str, typer.Option(metavar="NAME", help="Who published it.")] = "",
    url: Annotated[str, typer.Option(metavar="URL", help="Where it stands on the web.")] = "",
    title: Annotated[str, typer.Option(metavar="TEXT", help="Its headline.")] = "",
    speaker: Speaker = "",
    model: WithModel = False,
    link: Annotated[
        bool,
        typer.Option(" /--no-link", help="Keep the claims of a wire copy apart from those of its original."),
    ] = True,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Take in an article and its claims, or all articles of a folder.

    Of a folder the texts that end in .txt, .md or .html are taken in, each for itself: those that can't be used are
    named, and the exit code says why the first of them could not.

    What a wire copy has of an article of the desk is linked to the claims of that; undo takes the linking back.
    """
    entry = ArticleEntry(
        location, parse_date(published) if published else None, outlet, url, title, speaker, model, link
    )
    places = articles_at(location)
    if places != (location,):
        if title or url:
            raise typer.BadParameter("The articles of a folder can't all have one title or address.")
        _add_all(context, database, [replace(entry, location=place) for place in places], as_json=as_json)
        return
    with open_desk(context, database) as desk, progress_line("Taking in") as progress:
        intake = desk.add_article(entry, standard_input(location), progress)
    if as_json:
        write_json(intake)
    else:
        write_line(_summary(intake))
    say_language(intake.language)
    say_dropped(intake.dropped, intake.unread)
    _point_out(intake)


def _add_all(context: typer.Context, database: str | None, entries: list[ArticleEntry], *, as_json: bool) -> None:
    with open_desk(context, database) as desk, progress_line("Taking in") as progress:
        found = desk.add_articles(entries, progress)
    if as_json:
        write_json(found.intakes)
    for intake in found.intakes:
        if not as_json:
            write_line(_summary(intake))
        _point_out(intake)
    for one in found.failed:
        complain(one.failure)
    if found.failed:
        raise typer.Exit(found.failed[0].failure.exit_code)


def _point_out(intake: Intake) -> None:
    """Say of which article it is a copy, and what its claims may repeat."""
    if words := copied_words(intake.copied, len(intake.claims)):
        say(words)
    for words in figures_words(intake.copied):
        say(f"  {words}")
    point_out(intake.matches)


def _summary(intake: Intake) -> str:
    article = intake.article
    name = f"{article_reference(article.number)} {article.title}"
    if intake.known:
        own = f"; {len(intake.claims)} of them are new" if intake.claims else ""
        return f"{name}: the desk has this text already, with {article.claims} claims{own}."
    if intake.copied.linked and not intake.claims:
        return f"{name}: taken in; all its claims are linked."
    if not intake.claims:
        return f"{name}: taken in; no claims were found."
    first, last = claim_reference(min(intake.claims)), claim_reference(max(intake.claims))
    which = f"one claim, {first}" if first == last else f"{len(intake.claims)} claims, {first} to {last}"
    return f"{name}: taken in with {which}."
