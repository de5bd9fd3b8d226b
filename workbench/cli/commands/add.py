"""``workbench add``."""

from typing import Annotated

import typer

from workbench.cli.extraction_notes import say_dropped, say_language
from workbench.cli.near_claims import point_out
from workbench.cli.opening import open_desk, standard_input
from workbench.cli.options import AsJson, Database, Published, Speaker, Text, WithModel, plain_app
from workbench.cli.output import write_json, write_line
from workbench.desk.entries import ArticleEntry, Intake
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
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Take in an article and its claims."""
    entry = ArticleEntry(location, parse_date(published) if published else None, outlet, url, title, speaker, model)
    with open_desk(context, database) as desk:
        intake = desk.add_article(entry, standard_input(location))
    if as_json:
        write_json(intake)
    else:
        write_line(_summary(intake))
    say_language(intake.language)
    say_dropped(intake.dropped, intake.unread)
    point_out(intake.near)


def _summary(intake: Intake) -> str:
    article = intake.article
    name = f"{article_reference(article.number)} {article.title}"
    if intake.known:
        return f"{name}: the desk has this text already, with {article.claims} claims."
    if not intake.claims:
        return f"{name}: taken in; no claims were found."
    first, last = claim_reference(min(intake.claims)), claim_reference(max(intake.claims))
    which = f"one claim, {first}" if first == last else f"{len(intake.claims)} claims, {first} to {last}"
    return f"{name}: taken in with {which}."
