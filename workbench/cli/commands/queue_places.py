"""``workbench queue put|out|move|assign|postpone|mark``: which claims wait, where, for whom, until when."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from claims_db.vocabulary import ClaimKind, Priority, Spot
from workbench.cli.complaints import say
from workbench.cli.lots import ByFilter, Claims, chosen, only_one, take_step
from workbench.cli.opening import open_desk, queue_named
from workbench.cli.options import AsJson, Claim, Database, OfQueue
from workbench.cli.output import write_json, write_line
from workbench.cli.turns import write_standing
from workbench.desk.lots import Assign, Postpone, Press, Put, TakeOut
from workbench.domain.filters import OPEN
from workbench.domain.moments import moment_words, parse_moment
from workbench.domain.references import claim_reference, parse_reference
from workbench.domain.states import state_words

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

_DATE = "such as 2026-12-01, '2026-12-01 14:00', friday, tomorrow, 3h or 2d, in the desk's time zone"
_OTHER = "C-12"
_NAMED = 10


def add_to(app: typer.Typer) -> None:
    """Add these commands to the group of queues."""
    for command in (put, out, move, assign, postpone, mark):
        app.command()(command)


def put(
    context: typer.Context,
    claims: Claims = None,
    *,
    by_filter: ByFilter = None,
    queue: OfQueue = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Put claims into a queue. What was proposed, set aside or a duplicate waits from now on."""
    name = queue_named(queue)
    with open_desk(context, database) as desk:
        numbers = chosen(desk, claims, by_filter)
        take_step(desk, numbers, Put(name), f"in {name}", as_json=as_json)
        resting = [row for row in desk.claim_rows(numbers) if row.state not in OPEN]
    for row in resting[:_NAMED]:
        say(f"{claim_reference(row.number)} is {state_words(row.state)}; it waits there only if it comes back to work.")
    if len(resting) > _NAMED:
        say(f"So it is with {len(resting) - _NAMED:,} more.")


def out(
    context: typer.Context,
    claims: Claims = None,
    *,
    by_filter: ByFilter = None,
    queue: Annotated[str, typer.Option("--queue", metavar="NAME", help="The queue they leave.")],
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Take claims out of a queue. They stay in the others."""
    with open_desk(context, database) as desk:
        take_step(desk, chosen(desk, claims, by_filter), TakeOut(queue), f"out of {queue}", as_json=as_json)


def move(
    context: typer.Context,
    claim: Claim,
    *,
    first: Annotated[bool, typer.Option("--first", help="To the first place.")] = False,
    last: Annotated[bool, typer.Option("--last", help="To the last place.")] = False,
    before: Annotated[str, typer.Option(metavar=_OTHER, help="Before this claim.")] = "",
    after: Annotated[str, typer.Option(metavar=_OTHER, help="Behind this claim.")] = "",
    queue: OfQueue = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Move a claim within a queue."""
    number, name = parse_reference(claim, "C"), queue_named(queue)
    spots = ((Spot.FIRST, first), (Spot.LAST, last), (Spot.BEFORE, bool(before)), (Spot.AFTER, bool(after)))
    chosen = [spot for spot, given in spots if given]
    if len(chosen) != 1:
        raise typer.BadParameter("Say where to with one of --first, --last, --before and --after.")
    other = parse_reference(before or after, "C") if before or after else None
    with open_desk(context, database) as desk:
        desk.move(number, name, chosen[0], other)
        waiting = desk.queue_numbers(name)
        place = waiting.index(number) + 1 if number in waiting else 0
        _write(desk, [number], f"in place {place} of {name}" if place else f"moved in {name}", as_json=as_json)


def assign(
    context: typer.Context,
    claims: Claims = None,
    *,
    by_filter: ByFilter = None,
    to: Annotated[str | None, typer.Option("--to", metavar="NAME", help="The person they wait for.")] = None,
    nobody: Annotated[bool, typer.Option("--nobody", help="Anybody can take them again.")] = False,
    note: Annotated[str, typer.Option(metavar="TEXT", help="What the person should know.")] = "",
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Let claims wait for one person. Reviewers assign to themselves, editors to everybody."""
    if (to is None) != nobody:
        raise typer.BadParameter("Say whom they wait for: --to NAME or --nobody.")
    with open_desk(context, database) as desk:
        words = "for anybody" if to is None else f"for {to}"
        take_step(desk, chosen(desk, claims, by_filter), Assign(to, note), words, as_json=as_json)


def postpone(
    context: typer.Context,
    claims: Claims = None,
    *,
    by_filter: ByFilter = None,
    until: Annotated[str, typer.Option(metavar="DATE", help=f"When they are handed out again, {_DATE}.")] = "",
    now: Annotated[bool, typer.Option("--now", help="They wait no longer.")] = False,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Hand claims out no earlier than at a time. A hold of your own on them ends."""
    if bool(until.strip()) == now:
        raise typer.BadParameter("Say until when with --until DATE, or --now.")
    with open_desk(context, database) as desk:
        instant = _moment(desk, until)
        words = "postponed no longer" if instant is None else f"postponed until {moment_words(instant)} UTC"
        take_step(desk, chosen(desk, claims, by_filter), Postpone(instant), words, as_json=as_json)


def mark(
    context: typer.Context,
    claims: Claims = None,
    *,
    by_filter: ByFilter = None,
    priority: Annotated[Priority | None, typer.Option(help="How pressing it is.")] = None,
    deadline: Annotated[
        str | None, typer.Option(metavar="DATE", help=f"When it is due, {_DATE}; empty for no deadline.")
    ] = None,
    demand: Annotated[int | None, typer.Option(metavar="NUMBER", help="How many people have asked for it.")] = None,
    legal: Annotated[bool | None, typer.Option("--legal/--no-legal", help="A lawyer has to see it.")] = None,
    kind: Annotated[ClaimKind | None, typer.Option(help="What sort of statement it is.")] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Set priority, deadline, demand, legal mark and kind. What is not named stays."""
    if all(value is None for value in (priority, deadline, demand, legal, kind)):
        raise typer.BadParameter("Say what to set: --priority, --deadline, --demand, --legal or --kind.")
    with open_desk(context, database) as desk:
        instant = None if deadline is None else _moment(desk, deadline)
        deed = Press(priority, instant, deadline is not None and instant is None, demand, legal, kind)
        number = only_one(claims, by_filter)
        if number is None:
            take_step(desk, chosen(desk, claims, by_filter), deed, "changed", as_json=as_json)
            return
        desk.do_all([number], deed)
        sheet = desk.claim(number)
    marks = sheet.marks()
    parts = (
        f"priority {marks.priority}",
        "no deadline" if marks.deadline is None else f"due {moment_words(marks.deadline)} UTC",
        f"demand {marks.demand}",
        "for a lawyer" if marks.legal else "",
        f"kind {marks.kind}",
    )
    write_standing(sheet, f"has {', '.join(part for part in parts if part)}", as_json=as_json)


def _moment(desk: "Desk", text: str) -> int | None:
    return parse_moment(text, desk.now(), desk.desk().time_zone)


def _write(desk: "Desk", numbers: Sequence[int], words: str, *, as_json: bool) -> None:
    if as_json:
        write_json(desk.claim_rows(numbers))
    else:
        names = ", ".join(claim_reference(number) for number in numbers)
        write_line(f"{names} {'is' if len(numbers) == 1 else 'are'} {words}.")
