"""``workbench extract``."""

import os
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.complaints import say
from workbench.cli.extraction_notes import say_dropped, say_language
from workbench.cli.opening import standard_input
from workbench.cli.options import AsJson, Published, Speaker, Text, WithModel, plain_app
from workbench.cli.output import write_json
from workbench.cli.tables import write_table
from workbench.domain.dates import parse_date
from workbench.domain.reasons import reason_words, strongest
from workbench.settings import load_settings

if TYPE_CHECKING:
    from workbench.cli.proposal_json import ProposedClaims
    from workbench.desk.proposing import Proposal

app = plain_app()


class Form(StrEnum):
    """How extraction is printed."""

    TABLE = "table"
    JSON = "json"


@app.command()
def extract(
    location: Text,
    published: Published = "",
    form: Annotated[Form, typer.Option("--format", help="How to print.")] = Form.TABLE,
    speaker: Speaker = "",
    model: WithModel = False,
    as_json: AsJson = False,
) -> None:
    """Find the claims of a text and print them; nothing is stored."""
    from workbench.cli.proposal_json import proposed_claims  # noqa: PLC0415 - help needs no extraction

    proposal = _propose(location, published, speaker, ask_model=model)
    found = proposed_claims(proposal)
    if as_json or form is Form.JSON:
        write_json(found)
    else:
        _write_found(found)
    say_dropped(proposal.dropped, proposal.unread)
    say_language(proposal.extraction.language)
    if not found.claims:
        say("No claims were found.")


def _propose(location: str, published: str, speaker: str, *, ask_model: bool) -> "Proposal":
    from workbench.desk.proposing import Told, propose  # noqa: PLC0415 - help needs no extraction
    from workbench.sources.model_endpoint import model  # noqa: PLC0415
    from workbench.sources.reader import Reader  # noqa: PLC0415
    from workbench.syntax.parser import ShippedParser  # noqa: PLC0415

    settings = load_settings(os.environ)
    parser = ShippedParser(settings.parser)
    proposer = model(settings.model, os.environ) if ask_model else None
    reader = Reader(allowed=settings.own_services)
    try:
        day = parse_date(published) if published else None
        return propose(reader, parser, location, Told(day, speaker), standard_input(location), proposer)
    finally:
        reader.close()


def _write_found(found: "ProposedClaims") -> None:
    write_table(
        ("span", "worth", "why", "kind", "claimer", "via", "claim"),
        [
            (
                f"{claim.start}-{claim.end}",
                f"{claim.score:.2f}",
                ", ".join(map(reason_words, strongest(claim.reasons))) or "-",
                claim.kind.value,
                claim.claimer or "-",
                ", ".join(claim.via) or "-",
                claim.text,
            )
            for claim in found.claims
        ],
    )
