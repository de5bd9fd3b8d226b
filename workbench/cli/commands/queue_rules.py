"""``workbench queue list|show|add|set|remove``: queues and their rules."""

from typing import Annotated, NamedTuple

import typer

from claims_db.rows import ClaimRow, QueueRow, QueueRules, QueueSummary
from claims_db.vocabulary import RankKey
from workbench.cli.claim_table import write_waiting
from workbench.cli.complaints import say
from workbench.cli.opening import open_desk, queue_named
from workbench.cli.options import AsJson, Database
from workbench.cli.output import write_json, write_line
from workbench.cli.tables import write_table
from workbench.cli.typed import word
from workbench.desk.entries import QueueEntry
from workbench.domain.text import storable
from workbench.domain.waiting import queue_words, why_nothing_is_free

Name = Annotated[str, typer.Argument(metavar="NAME", help="The queue's name.")]
Takes = Annotated[
    str | None,
    typer.Option(metavar="FILTER", help="Which new claims enter, such as 'kind:quantity worth:0.5'; empty for all."),
]
By = Annotated[
    str | None, typer.Option(metavar="ORDER,...", help=f"What decides the order, the first most: {', '.join(RankKey)}.")
]


class QueueContents(NamedTuple):
    """A queue as JSON: its counts, why nothing is free, and the claims that wait in it, in order."""

    queue: QueueSummary
    reason: str
    claims: tuple[ClaimRow, ...]


def add_to(app: typer.Typer) -> None:
    """Add these commands to the group of queues."""
    app.command("list")(list_queues)
    app.command("show")(show_queue)
    app.command("add")(add_queue)
    app.command("set")(set_queue)
    app.command("remove")(remove_queue)


def list_queues(context: typer.Context, *, as_json: AsJson = False, database: Database = None) -> None:
    """List the queues with their rules, the desk's own first."""
    with open_desk(context, database) as desk:
        rows = desk.queues()
    if as_json:
        write_json(rows)
        return
    write_table(
        ("queue", "waiting", "takes", "ordered by"),
        [(row.name, str(row.waiting), row.takes or "every new claim", ", ".join(row.orders)) for row in rows],
    )


def show_queue(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="The queue; the desk's own at first.")] = None,
    *,
    limit: Annotated[int | None, typer.Option(metavar="NUMBER", min=1, help="So many claims at most.")] = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Show the claims of a queue in its order. With who holds them and what they wait for."""
    with open_desk(context, database) as desk:
        summary = desk.queue(queue_named(name))
        rows = desk.claim_rows(desk.queue_numbers(summary.name)[:limit])
        now = desk.now()
    if as_json:
        reason = "" if summary.free else why_nothing_is_free(summary, now)
        write_json(QueueContents(summary, reason, rows))
        return
    write_line(f"{summary.name}: {queue_words(summary, now)}")
    if rows:
        write_waiting(rows, now)
    else:
        say("No claim waits in it.")


def add_queue(
    context: typer.Context,
    name: Name,
    *,
    takes: Takes = None,
    by: By = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Make a queue. 'queue put' puts claims into it; for editors."""
    with open_desk(context, database) as desk:
        desk.open_queue(QueueEntry(name, takes or "", _orders(by)))
        row = next(row for row in desk.queues() if row.name == _stored(name))
    _write(row, "is made", as_json=as_json)


def set_queue(
    context: typer.Context,
    name: Name,
    *,
    takes: Takes = None,
    by: By = None,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Change a queue's rules. What is not named stays; another order ranks its claims anew; for editors."""
    if takes is None and by is None:
        raise typer.BadParameter("Say what to change: --takes, --by or both.")
    with open_desk(context, database) as desk:
        known = next((row for row in desk.queues() if row.name == _stored(name)), None)
        base = QueueRules("", ()) if known is None else QueueRules(known.takes, known.orders)
        orders = base.orders if by is None else _orders(by)
        desk.change_queue(QueueEntry(name, base.takes if takes is None else takes, orders), base)
        row = next(row for row in desk.queues() if row.name == _stored(name))
    _write(row, "has its new rules", as_json=as_json)


def remove_queue(
    context: typer.Context,
    name: Name,
    *,
    as_json: AsJson = False,
    database: Database = None,
) -> None:
    """Remove a queue. Its claims go to the desk's own, and who holds one keeps it; for editors."""
    with open_desk(context, database) as desk:
        moved = desk.remove_queue(name)
        own = desk.queues()[0]
    if as_json:
        write_json(own)
    else:
        write_line(f"{name} is removed; {moved} of its claims went to {own.name}.")


def _stored(name: str) -> str:
    return " ".join(storable(name).split())


def _orders(by: str | None) -> tuple[str, ...]:
    return tuple(word(part) for part in (by or "").split(",") if part.strip())


def _write(row: QueueRow, words: str, *, as_json: bool) -> None:
    if as_json:
        write_json(row)
    else:
        write_line(f"{row.name} {words}: takes {row.takes or 'every new claim'}, ordered by {', '.join(row.orders)}.")
