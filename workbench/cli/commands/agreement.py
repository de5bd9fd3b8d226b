"""``workbench agreement``."""

from typing import TYPE_CHECKING

import typer

from workbench.cli.complaints import say
from workbench.cli.opening import open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json
from workbench.cli.tables import write_table
from workbench.domain.agreement import Agreement

if TYPE_CHECKING:
    from workbench.desk.insight import ScaleAgreement

app = plain_app()

_MEANINGS = (
    "units    rounds of claims with a first verdict and a blind second one",
    "percent  equal ratings among all pairs",
    "kappa    Cohen's: agreement beyond chance between two, the mean over pairs for all; 1 is perfect, 0 chance",
    "alpha    Krippendorff's: the same for any number of people; ordinal counts how far apart ratings are",
    "–        not defined: nothing to compare, or only one rating was ever given",
)


@app.command()
def agreement(context: typer.Context, *, as_json: AsJson = False, database: Database = None) -> None:
    """Say how far independent verdicts agree. On each scale, of all and of each pair of people."""
    with open_desk(context, database) as desk:
        found = desk.agreement()
    if as_json:
        write_json(found)
        return
    if not found:
        say("There is no blind second verdict yet; 'workbench review rules' says which verdicts need one.")
        return
    rows = [row for scale in found for row in _rows(scale)]
    write_table(("scale", "people", "units", "percent", "kappa", "alpha", "ordinal"), rows)
    for meaning in _MEANINGS:
        say(meaning)


def _rows(scale: "ScaleAgreement") -> list[tuple[str, ...]]:
    pairs = [(scale.scale, f"{one.first}, {one.second}", *_figures(one.agreement), "") for one in scale.pairs]
    return [(scale.scale, "all", *_figures(scale.overall), _figure(scale.ordinal_alpha)), *pairs]


def _figures(found: Agreement) -> tuple[str, ...]:
    percent = "–" if found.percent is None else f"{found.percent:.0%}"
    return str(found.units), percent, _figure(found.kappa), _figure(found.alpha)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
