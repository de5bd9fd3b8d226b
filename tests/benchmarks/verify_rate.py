"""How fast the journal is verified: entries hashed again a second, and live rows compared, by the wall clock.

The journal is built as daily work leaves it, six entries a transaction. Beside the chain stands plain
``hashlib.sha256`` over as many pieces of the same length, which no verifying in Python can beat in one process.

Usage: python tests/benchmarks/verify_rate.py [ENTRIES] [ROUNDS]
"""

import hashlib
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sqlalchemy.orm import Session

from claims_db.engine import Engine, open_engine, reading
from claims_db.journal.chain import Change, Deed, append, broken, head
from claims_db.journal.verify import Finding, verify_chain, verify_rows
from tests.benchmarks.filled_desk import fill
from workbench.bootstrap import system_id
from workbench.settings import load_settings

A_CLAIM = 3
"""Entries that one claim leaves: its own, its appearance's and its place's."""

TOGETHER = 6


def in_small_groups(session: Session, deed: Deed, changes: Sequence[Change]) -> None:
    """Write changes as if each few of them were a transaction of their own."""
    for start in range(0, len(changes), TOGETHER):
        small = deed._replace(at=deed.at + start, group=system_id())
        append(session, small, changes[start : start + TOGETHER])


def median(rounds: int, action: Callable[[], Sequence[object]]) -> float:
    """Give the median seconds of an action that finds nothing wrong."""
    spent = []
    for _ in range(rounds):
        began = time.perf_counter()
        found = action()
        spent.append(time.perf_counter() - began)
        assert not found, found[:3]
    return statistics.median(spent)


def chain(engine: Engine, *, in_halves: bool) -> list[Finding]:
    """Verify the chain."""
    with reading(engine) as connection:
        return list(verify_chain(connection, in_halves=in_halves))


def rows(engine: Engine) -> list[Finding]:
    """Compare the live rows."""
    with reading(engine) as connection:
        return list(verify_rows(connection).findings)


def plain(pieces: int, size: int) -> list[Finding]:
    """Hash as many pieces of the same length, with nothing around it."""
    content = [os.urandom(size) for _ in range(1_000)]
    for number in range(pieces):
        hashlib.sha256(content[number % 1_000]).digest()
    return []


def main() -> None:
    """Print the figures."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 300_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings({"WORKBENCH_HOME": folder, "USER": "benchmark"})
        with mock.patch("claims_db.unit_of_work.append", in_small_groups):
            fill(settings, wanted // A_CLAIM)
        engine = open_engine(settings.database)
        with reading(engine) as connection:
            entries = head(connection).sequence
            assert not list(broken(connection))
            size = int(
                connection.exec_driver_sql(
                    "SELECT avg(25 + 32 + 13 * 8 + length(sequence) + 16 + length(actor) + length(action)"
                    " + length(group_id) + length(reverses) + length(entity) + length(public_id) + length(claim) + 1"
                    " + coalesce(length(before), 0) + coalesce(length(after), 0)) FROM journal"
                ).scalar_one()
            )
            live = verify_rows(connection).rows
        two = median(rounds, lambda: chain(engine, in_halves=True))
        one = median(rounds, lambda: chain(engine, in_halves=False))
        bare = median(rounds, lambda: plain(entries, size))
        compared = median(max(1, rounds // 2), lambda: rows(engine))
        engine.dispose()
    print(f"journal entries            {entries:10,}, {size} bytes hashed of each, medians of {rounds} runs")
    print(f"chain, as verify does it   {entries / two:10,.0f} a second   {bare / two:.2f} of plain sha256")
    print(f"chain, in one process      {entries / one:10,.0f} a second   {bare / one:.2f} of plain sha256")
    print(f"plain hashlib.sha256       {entries / bare:10,.0f} a second")
    print(f"live rows compared         {live / compared:10,.0f} a second, {live:,} rows in {compared:.1f} s")
    print(f"most memory                {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:10,.0f} MiB")


if __name__ == "__main__":
    main()
