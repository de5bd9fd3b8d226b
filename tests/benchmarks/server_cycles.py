"""Take and record on a PostgreSQL server, eight clients at once, beside a job queue on the same server.

Usage: python tests/benchmarks/server_cycles.py [--claims 100000] [--cycles 500] [--clients 8]

The cluster is made for the run and waits for the disk at every commit. First whole cycles of the desk are
measured (verdict, end of the lease, next lease, and the reads that the next screen needs), each client with a
login of its own. Then the bare lease and finish, each a transaction with its journal, beside the fetch and finish
of procrastinate, in turns; for that ``pip install procrastinate`` beside the program.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from threading import Barrier

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claims_db.vocabulary import Action, ClaimState
from tests.benchmarks.filled_desk import fill
from tests.benchmarks.queue_cycles import alone, at_once, line, together
from tests.postgres_cluster import Cluster, running_cluster
from tests.server_desk import ServerDesk
from workbench.bootstrap import open_desk
from workbench.settings import Settings, load_settings

TURNS = 3
Work = Callable[[object, Barrier, int], list[float]]


def lease_and_finish(person: Settings, ready: Barrier, cycles: int) -> list[float]:
    """Lease and finish as fast as it goes, without a look at any claim; give the seconds of each."""
    desk, seconds = open_desk(person), []
    place = desk._place
    ready.wait()
    for _ in range(cycles):
        began = time.perf_counter()
        with place.work(Action.CLAIM_TAKEN) as work:
            number = work.leases.next_free()
            if number is None:
                break
            lease = work.leases.take(number, work.now + place.lease)
        with place.work(Action.CLAIM_SKIPPED) as work:
            work.leases.check(number, lease.token)
            work.queues.set_state(number, ClaimState.SKIPPED)
            work.leases.end(number)
        seconds.append(time.perf_counter() - began)
    desk.close()
    return seconds


def fetch_and_finish(address: str, ready: Barrier, cycles: int) -> list[float]:
    """Fetch and finish jobs of procrastinate as fast as it goes; give the seconds of each."""
    import procrastinate
    from procrastinate.jobs import Status

    async def work() -> list[float]:
        seconds = []
        app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=address, min_size=1, max_size=1))
        async with app.open_async():
            worker = await app.job_manager.register_worker()
            ready.wait()
            for _ in range(cycles):
                began = time.perf_counter()
                job = await app.job_manager.fetch_job(queues=None, worker_id=worker)
                if job is None:
                    break
                await app.job_manager.finish_job(job, status=Status.SUCCEEDED, delete_job=False)
                seconds.append(time.perf_counter() - began)
        return seconds

    return asyncio.run(work())


def measured(work: Work, clients: Sequence[object], cycles: int) -> tuple[float, list[float]]:
    """Let the clients work at once; give cycles a second, and the seconds of each cycle."""
    with at_once(len(clients)) as (pool, ready):
        working = pool.starmap_async(work, [(client, ready, cycles) for client in clients], chunksize=1)
        ready.wait()
        done = working.get()
    elapsed = max(sum(seconds) for seconds in done)
    return sum(map(len, done)) / elapsed, [second for seconds in done for second in seconds]


def side_by_side(cluster: Cluster, people: Sequence[Settings], cycles: int, claims: int) -> None:
    """Print the bare lease and finish beside procrastinate's fetch and finish, in turns."""
    if find_spec("procrastinate") is None:
        print("procrastinate is not installed; nothing to compare with")
        return
    with cluster.database("jobs") as name:
        address = cluster.url(name)
        jobs = min(claims, (cycles + 1) * len(people) * TURNS)
        asyncio.run(_fill_jobs(address, jobs))
        rates: dict[str, list[float]] = {"lease and finish": [], "procrastinate": []}
        waits: dict[str, list[float]] = {"lease and finish": [], "procrastinate": []}
        for _ in range(TURNS):
            for words, work, clients in (
                ("lease and finish", lease_and_finish, people),
                ("procrastinate", fetch_and_finish, [address] * len(people)),
            ):
                rate, seconds = measured(work, clients, cycles)
                rates[words].append(rate)
                waits[words] += seconds
    for words, found in rates.items():
        print(f"{words}: {statistics.median(found):.0f} a second ({', '.join(f'{rate:.0f}' for rate in found)})")
        line("  each", waits[words])
    ours, theirs = (statistics.median(rates[words]) for words in rates)
    print(f"  ratio {ours / theirs:.2f}")


async def _fill_jobs(address: str, jobs: int) -> None:
    import procrastinate

    app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=address))

    @app.task(name="check")
    def check(number: int) -> None:
        del number

    async with app.open_async():
        await app.schema_manager.apply_schema_async()
        for first in range(0, jobs, 10_000):
            batch = [{"number": number} for number in range(first, min(jobs, first + 10_000))]
            await check.batch_defer_async(*batch)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--cycles", type=int, default=500, help="cycles of each client, in each part")
    parser.add_argument("--clients", type=int, default=8)
    asked = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        running_cluster(durable=True) as cluster,
        cluster.database("desk") as name,
    ):
        server = ServerDesk(cluster, name)
        settings = load_settings({"WORKBENCH_HOME": folder, "USER": "benchmark"})

        def person(who: str) -> Settings:
            return replace(settings, reviewer=who, database=server.place_for(who))

        admin, people = person("ana"), [person(f"reviewer {number}") for number in range(asked.clients)]
        began = time.perf_counter()
        fill(admin, asked.claims)
        cluster.execute("VACUUM ANALYZE", database=name)
        print(f"{asked.claims} claims queued in {time.perf_counter() - began:.1f} s")
        alone(admin, min(asked.cycles, 200))
        together(admin, people, asked.cycles)
        side_by_side(cluster, people, asked.cycles, asked.claims)


if __name__ == "__main__":
    main()
