"""Take and record over a long queue: one person, then many processes at once, all through the desk's own verbs.

Usage: python tests/benchmarks/queue_cycles.py [--claims 100000] [--cycles 500] [--processes 8]

The desk is a SQLite file in a temporary folder; ``server_cycles.py`` does the same on a server.
A cycle is one ``Desk.record``: verdict, end of the lease and lease of the next claim in one transaction, and the reads that the next screen needs.
"""

import argparse
import multiprocessing
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing.pool import Pool
from pathlib import Path
from threading import Barrier
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claims_db.engine import reading
from claims_db.errors import StoreError
from claims_db.journal.chain import broken, entries
from claims_db.rows import ClaimSheet
from claims_db.vocabulary import Action
from tests.benchmarks.filled_desk import fill
from workbench.bootstrap import open_desk
from workbench.desk.desk import Desk
from workbench.errors import WorkbenchError
from workbench.settings import Settings, load_settings


class Leased(NamedTuple):
    """A claim that was handed to a reviewer."""

    claim: str
    token: int


class Worked(NamedTuple):
    """What one process did: leases it was given, verdicts that were acknowledged, seconds of each call, errors."""

    who: str
    leases: list[Leased]
    verdicts: list[str]
    seconds: list[float]
    errors: list[str]


def share(seconds: Sequence[float], part: float) -> float:
    """Give a quantile in milliseconds."""
    return sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * part))] * 1_000


def line(words: str, seconds: Sequence[float]) -> None:
    """Print how long calls took."""
    p50, p95, p99 = (share(seconds, part) for part in (0.5, 0.95, 0.99))
    print(f"{words:<34} p50 {p50:7.1f}  p95 {p95:7.1f}  p99 {p99:7.1f}  max {max(seconds) * 1_000:7.1f} ms")


def alone(settings: Settings, cycles: int) -> None:
    """Print what one person waits for."""
    desk = open_desk(settings)
    taking, both, recording = [], [], []
    for number in range(cycles + 20):
        began = time.perf_counter()
        turn = desk.take_next()
        taken = time.perf_counter()
        if not isinstance(turn, ClaimSheet) or turn.lease is None:
            break
        following = desk.record(turn.number, "false", "Because.", turn.lease.token).next
        done = time.perf_counter()
        if isinstance(following, ClaimSheet):
            desk.hand_back(following.number)
        if number >= 20:
            taking.append(taken - began)
            recording.append(done - taken)
            both.append(done - began)
    desk.close()
    print(f"one person, {len(both)} rounds")
    line("  take next", taking)
    line("  record and lease the next", recording)
    line("  take next + record", both)


def work_through(person: Settings, ready: Barrier, cycles: int) -> Worked:
    """Take and record as fast as it goes, once all the others are ready as well."""
    desk = open_desk(person)
    worked = Worked(person.reviewer, [], [], [], [])
    ready.wait()
    turn = _first(desk, worked)
    while turn is not None and len(worked.verdicts) < cycles:
        turn = _next(desk, turn, worked)
    desk.close()
    return worked


def _first(desk: Desk, worked: Worked) -> ClaimSheet | None:
    turn = desk.take_next()
    return _noted(turn, worked) if isinstance(turn, ClaimSheet) else None


def _next(desk: Desk, turn: ClaimSheet, worked: Worked) -> ClaimSheet | None:
    began = time.perf_counter()
    try:
        done = desk.record(turn.number, "false", "Because.", turn.lease.token if turn.lease else None)
    except (StoreError, WorkbenchError) as problem:
        worked.errors.append(str(problem))
        return _first(desk, worked)
    finally:
        worked.seconds.append(time.perf_counter() - began)
    worked.verdicts.append(turn.public_id)
    return _noted(done.next, worked) if isinstance(done.next, ClaimSheet) else None


def _noted(turn: ClaimSheet, worked: Worked) -> ClaimSheet:
    worked.leases.append(Leased(turn.public_id, turn.lease.token if turn.lease else 0))
    return turn


@contextmanager
def at_once(processes: int) -> Iterator[tuple[Pool, Barrier]]:
    """Give processes, and what they and this one wait at until all are ready: starting takes each its own time."""
    spawn = multiprocessing.get_context("spawn")
    with spawn.Manager() as manager, spawn.Pool(processes) as pool:
        yield pool, manager.Barrier(processes + 1)


def together(settings: Settings, people: Sequence[Settings], cycles: int) -> None:
    """Print what many processes do to each other, and hold what they were told against the journal.

    Args:
        settings: those of whoever counts afterwards.
        people: the settings of each process.
        cycles: how many each one tries.

    """
    for person in people:
        open_desk(person).close()
    processes = len(people)
    with at_once(processes) as (pool, ready):
        working = pool.starmap_async(work_through, [(person, ready, cycles) for person in people], chunksize=1)
        ready.wait()
        start = time.perf_counter()
        done = working.get()
        elapsed = time.perf_counter() - start
    seconds = [second for worked in done for second in worked.seconds]
    counts = [len(worked.leases) for worked in done]
    print(f"{processes} processes, {sum(len(worked.verdicts) for worked in done)} cycles in {elapsed:.1f} s")
    print(f"  cycles a second                  {len(seconds) / elapsed:7.0f}")
    line("  cycle", seconds)
    print(f"  leases for each process          {min(counts)} to {max(counts)}, {sum(counts)} in all")
    print(f"  first to finish, last to finish  {min(_spent(done)):.1f} s, {max(_spent(done)):.1f} s at work")
    print(f"  errors                           {sum(len(worked.errors) for worked in done)}")
    for problem in Counter(problem for worked in done for problem in worked.errors).most_common(3):
        print(f"    {problem}")
    _hold_against_the_journal(settings, done)


def _spent(done: Sequence[Worked]) -> list[float]:
    return [sum(worked.seconds) for worked in done]


def _hold_against_the_journal(settings: Settings, done: Sequence[Worked]) -> None:
    desk = open_desk(settings)
    given = Counter(lease.claim for worked in done for lease in worked.leases)
    told = Counter(claim for worked in done for claim in worked.verdicts)
    with reading(desk._place.engine) as connection:
        stored = Counter(
            entry.change.claim
            for entry in entries(connection)
            if entry.deed.action == Action.VERDICT_RECORDED and entry.change.entity == "verdict"
        )
        faults = list(broken(connection))
    desk.close()
    print(f"  leases given twice               {sum(n - 1 for n in given.values())}")
    print(f"  told, but not once in journal    {sum(stored[claim] != 1 for claim in told)}")
    print(f"  broken entries of the chain      {len(faults)}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--cycles", type=int, default=500, help="cycles of one person and of each process")
    parser.add_argument("--processes", type=int, default=8)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environment = {"WORKBENCH_HOME": folder, "USER": "benchmark"}
        settings = load_settings(environment)
        began = time.perf_counter()
        fill(settings, asked.claims)
        print(f"{asked.claims} claims queued in {time.perf_counter() - began:.1f} s")
        alone(settings, asked.cycles)
        if asked.processes:
            people = [replace(settings, reviewer=f"reviewer {number}") for number in range(asked.processes)]
            together(settings, people, asked.cycles)


if __name__ == "__main__":
    main()
