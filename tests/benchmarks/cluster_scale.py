"""Clusters at a desk of very many claims: what following one costs, on SQLite and on PostgreSQL.

Usage: python tests/benchmarks/cluster_scale.py [CLAIMS]

The claims hold as many decisions on matches as a tenth of their number, one cluster of 400 and one that is too large.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sqlalchemy import Engine, insert, text

from claims_db import views
from claims_db.engine import open_engine
from claims_db.match_vocabulary import MatchDecision, Relation
from claims_db.migrations.runner import migrate
from claims_db.rows import ClusterRow
from claims_db.tables import METADATA
from claims_db.tables.inserting import insert_rows
from claims_db.vocabulary import AppearanceForm, ClaimKind, ClaimState, Role
from tests.postgres_cluster import running_cluster
from workbench.desk.clusters import MOST
from workbench.domain.clusters import in_order
from workbench.matching.wordings import wordings

_T = METADATA.tables
_BATCH = 20_000
_JOINED, _TOO_LARGE, _ALONE, _PAIRED = 1, 1_000, 500, 5_000
_ROUNDS = 15


def fill(engine: Engine, count: int) -> None:
    """Write claims, where they were met, and decisions on matches of them."""
    someone = {
        "id": 1,
        "public_id": "ana",
        "version": 1,
        "name": "ana",
        "role": Role.ADMIN,
        "login": "ana",
        "joined_at": 0,
    }
    with engine.begin() as connection:
        connection.execute(insert(_T["reviewer"]), [someone])
        for start in range(1, count + 1, _BATCH):
            keys = range(start, min(count, start + _BATCH - 1) + 1)
            insert_rows(connection, _T["claim"], [_claim(key) for key in keys])
            insert_rows(connection, _T["appearance"], [_appearance(key) for key in keys])
        decisions = _decisions(count)
        while batch := list(islice(decisions, _BATCH)):
            insert_rows(connection, _T["match"], batch)
        connection.execute(text("ANALYZE"))


def _claim(key: int) -> dict[str, object]:
    # Half of the 400 are duplicates of the first; all of the too large one are of one claim.
    same = _JOINED if 200 <= key < 400 else _TOO_LARGE if _TOO_LARGE < key < _TOO_LARGE + 3_000 else None
    return {
        "id": key,
        "public_id": f"c{key}",
        "version": 1,
        "number": key,
        "state": ClaimState.QUEUED,
        "kind": ClaimKind.OTHER,
        "statement": f"The town of Holm could open {key % 97} parks and {key % 89} schools within {key % 7} years.",
        "language": "en",
        "via": (),
        "said_on_zone": "",
        "worth": 0,
        "reasons": (),
        "assumptions": (),
        "position": 0,
        "duplicate_of_id": same,
        "added_at": key,
        "priority": "normal",
        "demand": 0,
        "legal": False,
        "assignment_note": "",
        "round": 1,
        "judgements": 0,
        "fold": "",
    }


def _appearance(key: int) -> dict[str, object]:
    words = dict.fromkeys(("exact", "prefix", "suffix", "locator", "url"), "")
    return {"id": key, "public_id": f"a{key}", "version": 1, "claim_id": key, "form": AppearanceForm.TIP, **words}


def _decisions(count: int) -> Iterator[dict[str, object]]:
    pairs = [*pairwise(range(_JOINED, 200))]
    # Spread as if by chance, the same each time.
    spread = (_PAIRED + at * 7_919 % (count - _PAIRED) for at in range(count // 5))
    pairs += zip(spread, spread, strict=True)
    for key, (one, other) in enumerate(pairs, 1):
        yield {
            "id": key,
            "public_id": f"m{key}",
            "version": 1,
            "claim_id": one,
            "other_claim_id": other,
            "relation": Relation.SAME if key < 200 or key % 3 else Relation.VARIANT,
            "decision": MatchDecision.ACCEPTED,
            "reviewer_id": 1,
            "decided_at": key,
        }


def measure(name: str, engine: Engine, count: int) -> None:
    """Print what each kind of cluster costs."""
    for what, number in (
        ("joined with nothing", _ALONE),
        ("of a few", count // 2),
        ("of 400", _JOINED),
        ("of 3,000", _TOO_LARGE),
    ):
        spent, judged = list[float](), list[float]()
        for _ in range(_ROUNDS):
            begun = time.perf_counter()
            with engine.connect() as connection:
                found = views.cluster(connection, number, "ana", MOST, MOST)
            spent.append((time.perf_counter() - begun) * 1_000)
            begun = time.process_time()
            wordings(in_order(found.members))
            judged.append((time.process_time() - begun) * 1_000)
        _told(f"{name}, {count:,} claims, {what}", found, spent, judged)


def _told(name: str, found: ClusterRow, spent: list[float], judged: list[float]) -> None:
    read, order = statistics.median(spent), statistics.median(judged)
    whole = "" if found.whole else ", stopped"
    print(f"{name:<52} {len(found.members):>4} read{whole}: {read:8.1f} ms; wordings {order:8.1f} CPU ms", flush=True)


def main() -> None:
    """Measure both."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(str(Path(folder) / "desk.sqlite3"))
        migrate(engine)
        fill(engine, count)
        measure("SQLite", engine, count)
        engine.dispose()
    with running_cluster() as cluster, cluster.database("scale") as name:
        engine = open_engine(cluster.url(name))
        migrate(engine)
        fill(engine, count)
        measure("PostgreSQL", engine, count)
        engine.dispose()


if __name__ == "__main__":
    main()
