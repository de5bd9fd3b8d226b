"""Figures of a report as tables of words, the same in the shell, in the terminal desk and in files."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from claims_db.report_vocabulary import BalanceAxis
from claims_db.rows import BalanceRating
from workbench.domain.balance import FEW, Balance, BalanceLine, LineKind, share
from workbench.domain.counted import counted
from workbench.domain.days import Period
from workbench.domain.impact import Impact, Lasted, lasted_words

GAP, WIDEST_NAME = 2, 28
"""What stands between columns, and how wide the names may be where there is little room."""

_NONE = "–"
_FATES = (
    *("came in", "% of all", "checked", "checked %", "set aside", "aside %"),
    *("withdrawn", "in review", "waiting", "duplicates"),
)
_NOT_KNOWN = {
    BalanceAxis.CLAIMER: "not known: nobody named",
    BalanceAxis.PARTY: "not known: no party named",
    BalanceAxis.OUTLET: "not known: no outlet named",
    BalanceAxis.TOPIC: "not known: no tag",
}


class FigureTable(NamedTuple):
    """A table: its heading, its columns, and its rows, of which each begins with a name."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class FigureReport(NamedTuple):
    """A report: what it is called, what it is over, in sentences, and its tables."""

    title: str
    notes: tuple[str, ...]
    tables: tuple[FigureTable, ...]


def balance_report(balance: Balance) -> FigureReport:
    """Write the balance of what was selected: what became of all, the ratings, and the reasons for setting aside."""
    by = balance.asked.by.value
    whole, *_ = balance.lines
    used = [at for at, count in enumerate(whole.reasons) if count]
    rated = FigureTable(
        "Checked, by rating",
        (by, "checked", *rating_names(balance.ratings)),
        tuple(
            (line_name(balance.asked.by, one), f"{one.checked:,}", *(f"{count:,}" for count in one.ratings))
            for one in balance.lines
            if one.checked
        ),
    )
    aside = FigureTable(
        "Set aside, by reason",
        (by, "set aside", *(balance.reasons[at].replace("_", " ") for at in used)),
        tuple(
            (line_name(balance.asked.by, one), f"{one.set_aside:,}", *(f"{one.reasons[at]:,}" for at in used))
            for one in balance.lines
            if one.set_aside
        ),
    )
    fates = FigureTable(
        "What became of the claims",
        (by, *_FATES),
        tuple(_fates(balance.asked.by, one, whole) for one in balance.lines),
    )
    tables = (fates, *([rated] if rated.rows else []), *([aside] if aside.rows else []))
    return FigureReport(f"Selection by {by}", balance_notes(balance), tables)


def balance_notes(balance: Balance) -> tuple[str, ...]:
    """Say what the counts are over, and how to read them."""
    whole, *_ = balance.lines
    which = f" that “{balance.asked.filter}” lets through" if balance.asked.filter else ""
    of_topics = " A claim with several tags counts under each, so that the lines are more than all."
    of_parties = " A claimer belongs to a party as the desk says, on the day of the claim."
    of_axis = {BalanceAxis.TOPIC: of_topics, BalanceAxis.PARTY: of_parties}.get(balance.asked.by, "")
    once = "A claim that stands in several articles counts once, with the first."
    return (
        f"{counted(whole.came_in, 'claim')}{which}, {_when(balance.asked.period, 'taken in')}. {once}{of_axis}",
        "Checked: a finding stands. In review: rated, not signed off. Waiting: nobody has judged it, or it was reopened.",
        "Duplicates: marked as the same as another claim.",
        f"% of all: of all that came in; checked % and aside %: of the same line. Of fewer than {FEW} none is given ({_NONE}).",
    )


def impact_report(impact: Impact) -> FigureReport:
    """Write what was published and corrected, and what came of requests to others."""
    own = FigureTable(
        "Corrections of our own",
        ("severity", "corrections", "days since publication"),
        tuple((one.severity.replace("_", " "), *_lasted(one.lasted)) for one in impact.corrections),
    )
    requests = FigureTable(
        "Requests for a correction to others",
        ("outcome", "requests", "days since the request"),
        tuple(
            (one.outcome.replace("_", " ") if one.outcome else "open", *_lasted(one.lasted)) for one in impact.requests
        ),
    )
    outlets = FigureTable(
        "The same by outlet",
        ("outlet", "requests", *(one.replace("_", " ") for one in impact.outcomes), "open", "days"),
        tuple(
            (
                one.outlet or "no outlet named",
                *(f"{count:,}" for count in (one.asked, *one.outcomes, one.open)),
                lasted_words(one.answered),
            )
            for one in impact.outlets
        ),
    )
    notes = (
        f"{counted(impact.published, 'finding')} went out for the first time, {_when(impact.period, 'published')}.",
        f"Corrections {_when(impact.period, 'made')}; requests {_when(impact.period, 'asked')}, whatever came of them, also those that reports do not tell of.",
        f"Of fewer than {FEW} there is no median: the shortest and the longest are given, one number where they are the same.",
    )
    return FigureReport("Impact", notes, (own, requests, *([outlets] if outlets.rows else [])))


def parted(table: FigureTable, columns: int, width: Callable[[str], int]) -> Iterator[FigureTable]:
    """Part a table that is too wide into several, one below the other, each with the names in front."""
    every = (table.header, *table.rows)
    widths = [max(width(row[at]) for row in every) for at in range(len(table.header))]
    at, title = 1, table.title
    while at < len(widths):
        end, room = at, columns - min(widths[0], WIDEST_NAME)
        while end < len(widths) and (end == at or room >= widths[end] + GAP):
            room -= widths[end] + GAP
            end += 1
        header, *rows = ((row[0], *row[at:end]) for row in every)
        yield FigureTable(title, header, tuple(rows))
        at, title = end, ""


def line_name(by: BalanceAxis, line: BalanceLine) -> str:
    """Name a line for people."""
    names = {LineKind.ALL: "all", LineKind.OTHERS: f"{line.name} others", LineKind.NOT_KNOWN: _NOT_KNOWN[by]}
    return names.get(line.kind, line.name)


def rating_names(ratings: Sequence[BalanceRating]) -> list[str]:
    """Name ratings; those of another scale than the first with their scale."""
    first = ratings[0].scale if ratings else ""
    return [
        one.rating.replace("_", " ") if one.scale == first else f"{one.scale}: {one.rating.replace('_', ' ')}"
        for one in ratings
    ]


def _fates(by: BalanceAxis, line: BalanceLine, whole: BalanceLine) -> tuple[str, ...]:
    return (
        line_name(by, line),
        f"{line.came_in:,}",
        _share(line.came_in, whole.came_in),
        f"{line.checked:,}",
        _share(line.checked, line.came_in),
        f"{line.set_aside:,}",
        _share(line.set_aside, line.came_in),
        *(f"{count:,}" for count in (line.withdrawn, line.in_review, line.waiting, line.duplicates)),
    )


def _share(part: int, whole: int) -> str:
    found = share(part, whole)
    return _NONE if found is None else f"{found:.1%}"


def _lasted(found: Lasted) -> tuple[str, str]:
    return f"{found.total:,}", lasted_words(found)


def _when(period: Period, verb: str) -> str:
    words = period.words()
    return f"{verb} {words}" if words else f"{verb} at any time"


def balance_cells(balance: Balance) -> list[tuple[str, ...]]:
    """Give the balance as the rows of a spreadsheet; the first one names the columns."""
    ratings = [f"rating {one.scale}/{one.rating}" for one in balance.ratings]
    reasons = [f"reason {one.value}" for one in balance.reasons]
    head = ("by", "line", "name", *BalanceLine._fields[2:4], *ratings, "withdrawn", "set_aside", *reasons)
    return [
        (*head, *BalanceLine._fields[-3:]),
        *(
            (
                *(balance.asked.by.value, one.kind.value, one.name),
                *map(str, (one.came_in, one.checked, *one.ratings, one.withdrawn, one.set_aside, *one.reasons)),
                *map(str, one[-3:]),
            )
            for one in balance.lines
        ),
    ]


def impact_cells(impact: Impact) -> list[tuple[str, ...]]:
    """Give the impact as the rows of a spreadsheet: one for each number of something, with its days."""
    told = [
        ("published", "", "", Lasted(impact.published, None, None, None)),
        *(("correction", one.severity.value, "", one.lasted) for one in impact.corrections),
        *(("request", one.outcome.value if one.outcome else "open", "", one.lasted) for one in impact.requests),
        *(("outlet", "asked", one.outlet, one.answered._replace(total=one.asked)) for one in impact.outlets),
    ]
    return [
        ("what", "kind", "outlet", *Lasted._fields),
        *(
            (what, kind, outlet, *("" if one is None else str(one) for one in days))
            for what, kind, outlet, days in told
        ),
    ]
