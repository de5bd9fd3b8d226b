"""What a team looks at: who holds what, what came in and went out, how old the queue is, who judged what."""

from typing import NamedTuple

from claims_db import changes, views
from claims_db.rows import HoldRow, JudgementRow, ReviewerRow, SkipsRow, VerdictsRow, WaitingRow
from workbench.desk.insight import ScaleAgreement, agreement_on
from workbench.desk.workplace import Workplace
from workbench.domain.days import age_edges, day_edges
from workbench.domain.verdict_pairs import PairCounts, pair_counts

DAYS = (14, 30)
"""How many days back a team looks."""


class ScalePairs(NamedTuple):
    """What first and second verdicts on one scale said, and how far they agree."""

    agreement: ScaleAgreement
    counts: PairCounts


class TeamReport(NamedTuple):
    """The work at a desk.

    Attributes:
        now: the instant of the report.
        zone: the desk's time zone, in which days begin.
        changes: the desk's change number.
        edges: the midnights before each day, and the one after today.
        came_in: the claims that came in on each day.
        ages: the waiting claims by how long ago they came in, the longest first, as ``age_edges`` has it.
        longest: the claim that has waited longest.
        verdicts, skips: what was given and set aside, by day and person.
        left_out: the claims whose first verdict is left out, because it must not be known yet.
        ratings: the slugs of the desk's scale, in order.
        pairs: first and second verdicts by scale; empty where there is no second one.

    """

    now: int
    zone: str
    changes: int
    people: tuple[ReviewerRow, ...]
    holds: tuple[HoldRow, ...]
    edges: tuple[int, ...]
    came_in: tuple[int, ...]
    ages: tuple[int, ...]
    longest: WaitingRow | None
    verdicts: tuple[VerdictsRow, ...]
    skips: tuple[SkipsRow, ...]
    left_out: int
    ratings: tuple[str, ...]
    pairs: tuple[ScalePairs, ...]

    def went_out(self) -> tuple[int, ...]:
        """Count for each day the first verdicts and the claims that were set aside."""
        counts = [0] * len(self.came_in)
        for verdict in self.verdicts:
            counts[verdict.span] += 0 if verdict.blind else verdict.total
        for skip in self.skips:
            counts[skip.span] += skip.total
        return tuple(counts)


def team_report(place: Workplace, days: int) -> TeamReport:
    """Read the report on the last days."""
    now, viewer = place.clock(), place.reviewer.public_id
    with place.read() as connection:
        zone = views.desk(connection).time_zone
        edges = day_edges(now, days, zone)
        judgements = views.judgements(connection, viewer)
        return TeamReport(
            now,
            zone,
            changes.change_number(connection),
            views.people(connection),
            views.holds(connection, now),
            edges,
            views.came_in(connection, edges),
            views.waiting(connection, age_edges(now)),
            views.waiting_longest(connection),
            views.verdicts_given(connection, edges, viewer),
            views.skips_made(connection, edges),
            views.kept_back(connection, viewer),
            tuple(rating.slug for rating in views.scale(connection).ratings),
            tuple(_pairs(scale, judgements) for scale in sorted({row.scale for row in judgements})),
        )


def _pairs(scale: str, judgements: tuple[JudgementRow, ...]) -> ScalePairs:
    here = [row for row in judgements if row.scale == scale]
    return ScalePairs(agreement_on(scale, here), pair_counts(here))
