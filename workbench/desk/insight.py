"""What the desk can tell of its own work."""

from typing import NamedTuple

from claims_db import views
from claims_db.rows import JudgementRow
from workbench.desk.workplace import Workplace
from workbench.domain.agreement import (
    Agreement,
    Judgement,
    Level,
    PairAgreement,
    agreement_by_pair,
    krippendorff_alpha,
)
from workbench.domain.agreement import agreement as agreement_of


class ScaleAgreement(NamedTuple):
    """How far independent verdicts on one scale agree.

    Attributes:
        scale: the scale's slug.
        overall: of everybody; ratings are names, each as far from the others as any.
        ordinal_alpha: Krippendorff's alpha over the ratings that have a number, by their order.
        pairs: of each two reviewers who judged a claim in common.

    """

    scale: str
    overall: Agreement
    ordinal_alpha: float | None
    pairs: tuple[PairAgreement, ...]


def agreement(place: Workplace) -> tuple[ScaleAgreement, ...]:
    """Say how far independent verdicts agree, for each scale in the order of their slugs."""
    with place.read() as connection:
        found = views.judgements(connection, place.reviewer.public_id)
    return tuple(
        agreement_on(scale, [row for row in found if row.scale == scale])
        for scale in sorted({row.scale for row in found})
    )


def agreement_on(scale: str, rows: list[JudgementRow]) -> ScaleAgreement:
    """Say how far the verdicts on one scale agree."""
    named = [Judgement(_unit(row), row.reviewer, row.rating) for row in rows]
    numbered = [Judgement(_unit(row), row.reviewer, row.value) for row in rows if row.value is not None]
    return ScaleAgreement(
        scale,
        agreement_of(named, Level.NOMINAL),
        krippendorff_alpha(numbered, Level.ORDINAL),
        agreement_by_pair(named, Level.NOMINAL),
    )


def _unit(row: JudgementRow) -> str:
    return f"C-{row.claim}, round {row.round}"
