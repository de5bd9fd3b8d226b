"""The team's figures as lines of text: every bar and every mark stands beside its number and its date."""

from collections import Counter
from collections.abc import Iterator, Sequence

from textual.content import Content

from workbench.desk.team_report import ScalePairs, TeamReport
from workbench.domain.days import AGES, OLDEST, day_name
from workbench.domain.references import claim_reference
from workbench.domain.waiting import elapsed_span
from workbench.tui.drawing import joined, line
from workbench.tui.widgets.charts import bar, column, spark

_NAME, _NUMBER = 16, 6
_PERSON = 53
"""Columns of a person's numbers, with what stands between them and the marks."""

_NARROWEST_BAR = 4
_MOST_PEOPLE = 30


def figures(report: TeamReport, columns: int) -> list[Content]:
    """Give all figures, for so many columns."""
    parts = (_flow(report, columns), _ages(report, columns), _throughput(report, columns), _ratings(report, columns))
    lines: list[Content] = []
    for part in parts:
        lines += [*part, Content("")]
    return [*lines, *_pairs(report, columns)]


def _heading(words: str) -> Content:
    return line(words, "bold $accent")


def _quiet(words: str) -> Content:
    return line(words, "$text-muted")


def _bar(count: int, most: int, room: int) -> Content:
    return line(column(bar(count, most, room), room), "$primary")


def _flow(report: TeamReport, columns: int) -> Iterator[Content]:
    days, names = len(report.came_in), [day_name(edge, report.zone) for edge in report.edges]
    out = report.went_out()
    yield _heading(f"Claims in and out, last {days} days")
    if not any((*report.came_in, *out)):
        yield _quiet("  nothing came in and nothing was decided in these days")
        return
    for name, counts in (("in", report.came_in), ("out", out)):
        most = max(counts)
        day = names[len(counts) - 1 - counts[::-1].index(most)]
        told = f"  {sum(counts)} in all; most {most} on {day}" if most else "  none"
        yield joined(line(f"  {name:<4}"), line(spark(counts), "bold $primary"), line(told))
    yield _quiet(f"      {names[0]} to {names[days - 1]}; out: judged, or set aside")
    most = max((*report.came_in, *out))
    room = max(_NARROWEST_BAR, (columns - 27) // 2)
    yield _quiet(f"  {'day':<11}{'in':>{_NUMBER}} {'':<{room}}{'out':>{_NUMBER}}")
    for at in reversed(range(days)):
        yield joined(
            line(f"  {names[at]:<11}{report.came_in[at]:>{_NUMBER}} "),
            _bar(report.came_in[at], most, room),
            line(f"{out[at]:>{_NUMBER}} "),
            _bar(out[at], most, room),
        )


def _ages(report: TeamReport, columns: int) -> Iterator[Content]:
    yield _heading(f"Age of the queue: {sum(report.ages)} claims wait")
    if report.longest is None:
        yield _quiet("  no claim waits")
        return
    room = max(_NARROWEST_BAR, columns - 28)
    named = zip((OLDEST, *(name for name, _ in reversed(AGES))), report.ages, strict=True)
    for name, count in named:
        yield joined(line(f"  {name:<14}{count:>9} "), _bar(count, max(report.ages), room))
    ago = elapsed_span(report.now - report.longest.since)
    yield _quiet(f"  the longest: {claim_reference(report.longest.claim)}, for {ago}; counted from when it came in")


def _throughput(report: TeamReport, columns: int) -> Iterator[Content]:
    days = len(report.came_in)
    yield _heading(f"Who did what, last {days} days")
    holds = Counter(hold.holder for hold in report.holds)
    first, second, aside = Counter[str](), Counter[str](), Counter[str]()
    by_day = {person.name: [0] * days for person in report.people}
    for verdict in report.verdicts:
        (second if verdict.blind else first)[verdict.reviewer] += verdict.total
        by_day[verdict.reviewer][verdict.span] += verdict.total
    for skip in report.skips:
        aside[skip.reviewer] += skip.total
        by_day[skip.reviewer][skip.span] += skip.total
    marks = columns >= _PERSON + days
    yield _quiet(f"  {'':<{_NAME}}{'holds':>8}{'verdicts':>9}{'second':>8}{'aside':>8}{'  by day' if marks else ''}")
    shown = [person for person in report.people if person.left_at is None or any(by_day[person.name])]
    for person in sorted(shown, key=lambda one: (-sum(by_day[one.name]), one.name))[:_MOST_PEOPLE]:
        name = person.name
        yield joined(
            line(f"  {column(name, _NAME)}{holds[name]:>8}{first[name]:>9}{second[name]:>8}{aside[name]:>8}"),
            line(f"  {spark(by_day[name])}" if marks else "", "bold $primary"),
        )
    if len(shown) > _MOST_PEOPLE:
        yield _quiet(f"  and {len(shown) - _MOST_PEOPLE} more")
    if report.left_out:
        verdicts = "verdict waits" if report.left_out == 1 else "verdicts wait"
        yield _quiet(f"  {report.left_out} first {verdicts} for a blind second one: not counted yet")


def _ratings(report: TeamReport, columns: int) -> Iterator[Content]:
    yield _heading(f"Ratings given, last {len(report.came_in)} days")
    totals: Counter[tuple[str, int, str]] = Counter()
    givers: dict[tuple[str, int, str], Counter[str]] = {}
    for verdict in report.verdicts:
        key = (verdict.scale, verdict.position, verdict.label)
        totals[key] += verdict.total
        givers.setdefault(key, Counter())[verdict.reviewer] += verdict.total
    if not totals:
        yield _quiet("  no verdicts in these days")
        return
    room = max(_NARROWEST_BAR, min(24, (columns - 28) // 2))
    several = len({scale for scale, _, _ in totals}) > 1
    named = ""
    for key in sorted(totals):
        if several and key[0] != named:
            named = key[0]
            yield _quiet(f"  scale {named}")
        who = ", ".join(f"{name} {count}" for name, count in givers[key].most_common())
        drawn = _bar(totals[key], max(totals.values()), room)
        yield joined(line(f"  {column(key[2], _NAME)}{totals[key]:>{_NUMBER}} "), drawn, _quiet(f" {who}"))


def _pairs(report: TeamReport, columns: int) -> Iterator[Content]:
    yield _heading("Agreement of first and second verdicts")
    if not report.pairs:
        yield _quiet("  no second verdicts yet; 'workbench review rules' says which verdicts need one")
    for pair in report.pairs:
        yield from _matrix(pair, pair.counts.ratings(report.ratings), columns)
        yield from _coefficients(pair)


def _matrix(pair: ScalePairs, ratings: Sequence[str], columns: int) -> Iterator[Content]:
    names = {rating: rating.replace("_", " ") for rating in ratings}
    wide = max(_NUMBER, min(14, (columns - _NAME - 8) // max(1, len(ratings))))
    yield _quiet(f"  scale {pair.agreement.scale}; first verdict down, second across; [] both the same")
    yield line(f"  {'':<{_NAME}}" + "".join(column(names[one], wide - 1, right=True) + " " for one in ratings), "bold")
    for first in ratings:
        cells = []
        for second in ratings:
            count = pair.counts.counts.get((first, second), 0)
            cells.append(f"[{count}]" if first == second else f"{count or '·'} ")
        yield line(f"  {column(names[first], _NAME)}" + "".join(f"{cell:>{wide}}" for cell in cells))


def _coefficients(pair: ScalePairs) -> Iterator[Content]:
    found, pairs = pair.agreement, pair.counts.pairs
    yield line(f"  {pair.counts.equal} of {pairs} {'pair' if pairs == 1 else 'pairs'} agree")
    alpha, ordinal, kappa = found.overall.alpha, found.ordinal_alpha, found.overall.kappa
    told = [
        f"{name} {value:.2f}"
        for name, value in (("kappa", kappa), ("alpha", alpha), ("ordinal alpha", ordinal))
        if value is not None
    ]
    yield _quiet("  " + ("; ".join(told) if told else "too little to say more: chance alone may explain it"))
