"""``workbench queue``: the queues of the desk, what waits in them and for whom."""

from typing import NamedTuple

import typer

from claims_db.rows import QueueSummary
from workbench.cli.commands import queue_places, queue_rules
from workbench.cli.complaints import say
from workbench.cli.opening import leads_on, open_desk
from workbench.cli.options import AsJson, Database, plain_app
from workbench.cli.output import write_json
from workbench.cli.tables import write_table
from workbench.domain.waiting import why_nothing_is_free

app = plain_app(
    "Look at queues and change them: which claims wait, for whom.\n\n"
    "Without a command it says for every queue how many claims are free for you, and why none is."
)


class QueueState(NamedTuple):
    """How many claims of a queue are free and what becomes of the others; ``reason`` says why none is free."""

    queue: QueueSummary
    reason: str


@app.callback(invoke_without_command=True)
def queue(context: typer.Context, *, as_json: AsJson = False, database: Database = None) -> None:
    """Say for every queue how many claims are free for you, and why none is; its commands do more."""
    if leads_on(context, database, as_json=as_json):
        return
    with open_desk(context, database) as desk:
        now = desk.now()
        found = [desk.queue(row.name) for row in desk.queues()]
    states = [QueueState(row, "" if row.free else why_nothing_is_free(row, now)) for row in found]
    if as_json:
        write_json(states)
        return
    write_table(
        ("queue", "free", "leased", "postponed", "for others", "not yours to decide"),
        [(row.name, *map(str, (row.free, row.leased, row.postponed, row.assigned, row.barred))) for row, _ in states],
    )
    for state in states:
        if state.reason:
            say(f"{state.queue.name}: {state.reason}")


queue_rules.add_to(app)
queue_places.add_to(app)
