"""``workbench evidence numbers`` and ``tolerance``: a claim's numbers beside a source's, and how far apart they may be."""

from typing import Annotated, NamedTuple

import typer

from claims_db.rows import EvidenceCard, NumberRow, NumberTolerance
from workbench.cli.complaints import say
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, Evidence
from workbench.cli.output import write_json, write_line
from workbench.cli.tables import write_table
from workbench.domain.evidence.number_words import (
    difference_words,
    figure_facts,
    notes,
    outcome_words,
)
from workbench.domain.evidence.tolerance import in_percent, part_of, tolerance_words
from workbench.domain.references import claim_reference, evidence_reference, parse_reference

_FACTS = ("value", "unit", "period", "base")


class ToleranceInPercent(NamedTuple):
    """How far a claimed number may be from the source's as JSON, in percent of it."""

    share: float
    about: float


def numbers(context: typer.Context, evidence: Evidence, *, as_json: AsJson = False, database: Database = None) -> None:
    """Set the numbers of a claim beside those of a piece of its evidence: value, unit, period, base, and the difference."""
    number = parse_reference(evidence, "E")
    with open_desk(context, database) as desk:
        card, allowed = desk.evidence(number).card, desk.number_tolerance()
    if as_json:
        write_json(card.evidence.numbers)
        return
    if not card.evidence.numbers:
        say(f"There is nothing to compare: the words of {evidence_reference(number)} or of its claim hold no number.")
        return
    _write_all(card)
    say(tolerance_words(allowed))


def tolerance(
    context: typer.Context,
    *,
    share: Annotated[
        float | None, typer.Option(metavar="PERCENT", help="How far a number may be from the source's.")
    ] = None,
    about: Annotated[
        float | None, typer.Option(metavar="PERCENT", help="How far one may be that is said to be about so much.")
    ] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Show how far a claimed number may be from the source's. With options change it, which editors can."""
    with open_desk(context, database) as desk:
        base = found = desk.number_tolerance()
        if share is not None or about is not None:
            found = NumberTolerance(
                base.share if share is None else part_of(share), base.about if about is None else part_of(about)
            )
            desk.set_number_tolerance(found, base)
    if as_json:
        write_json(ToleranceInPercent(*(in_percent(part) for part in found)))
    else:
        write_line(tolerance_words(found))


def _write_all(card: EvidenceCard) -> None:
    row = card.evidence
    write_line(f"{evidence_reference(row.number)}  {row.stance.value} {claim_reference(card.claim)}")
    for one in row.numbers:
        write_line("")
        _write(one)


def _write(row: NumberRow) -> None:
    apart = difference_words(row)
    write_line(f"{row.claimed.words}: {outcome_words(row)}")
    mine = figure_facts(row.claimed)
    theirs = ("",) * len(_FACTS) if row.source is None else figure_facts(row.source)
    rows = [(name, one or "-", other or "-") for name, one, other in zip(_FACTS, mine, theirs, strict=True)]
    write_table(
        ("", "claim", "source"),
        [
            ("  words", row.claimed.words, row.source.words if row.source else "-"),
            *((f"  {a}", b, c) for a, b, c in rows),
        ],
    )
    if apart:
        write_line(f"  apart   {apart}")
    for note in notes(row):
        write_line(f"  {note}")
