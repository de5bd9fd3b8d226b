"""The balance of the selection at a large desk: how long each axis takes, on both databases.

Usage: python tests/benchmarks/balance_scale.py [CLAIMS]

Two of ten claims were checked, three set aside; there are 3,000 claimers, a tenth of whom changed their party, and
50,000 articles of 60 outlets; a third of the claims has a tag.
"""

import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import Connection, text

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claims_db.engine import open_engine
from claims_db.report_vocabulary import BalanceAxis
from tests.postgres_cluster import running_cluster
from tests.server_desk import ServerDesk
from workbench.bootstrap import open_desk
from workbench.desk.desk import Desk
from workbench.domain.balance import Asked
from workbench.domain.days import Period
from workbench.settings import Settings, load_settings

_NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) "
_ME = "(SELECT min(id) FROM reviewer)"
_FILL = (
    ("claimer", 3_000, "public_id, version, name", "'a' || i, 1, 'Member ' || i"),
    ("outlet", 60, "public_id, version, name", "'o' || i, 1, 'Outlet ' || i"),
    (
        "claimer_group",
        3_000,
        "public_id, version, claimer, name, since, until",
        "'g' || i, 1, 'Member ' || i, 'Party ' || (i % 8), CASE WHEN i % 10 = 0 THEN '2010-01-01' ELSE '' END, ''",
    ),
    (
        "article",
        50_000,
        (
            "public_id, version, number, outlet_id, url, title, byline, published, published_precision, published_zone, "
            "language, taken_in_at, taken_in_by_id"
        ),
        (
            "'t' || i, 1, i, (SELECT min(id) FROM outlet) + i % 60, '', '', '', (2001 + i % 20) || '-05-04', 'day', '', "
            f"'en', 0, {_ME}"
        ),
    ),
    (
        "claim",
        0,
        (
            "public_id, version, number, state, kind, statement, language, claimer_id, via, said_on_zone, worth, reasons, "
            "assumptions, article_id, position, added_at, priority, demand, legal, assignment_note, round, judgements, fold"
        ),
        (
            "'c' || i, 1, i, CASE WHEN i % 10 < 4 THEN 'queued' WHEN i % 10 < 7 THEN 'skipped' WHEN i % 10 < 9 THEN "
            "'published' ELSE 'duplicate' END, 'quantity', 'Claim ' || i || ' of a town that counted its ferries', 'en', "
            "(SELECT min(id) FROM claimer) + i * 1999 % 3000, '[]', '', 1, '[]', '[]', "
            "(SELECT min(id) FROM article) + i * 1009 % 50000, 0, "
            "1600000000000000 + (i % 1500) * 86400000000, 'normal', 0, {false}, '', 1, 1, 'claim'"
        ),
    ),
    ("tag", 0, "public_id, version, claim_id, name", "'t' || i, 1, {claim}, 'topic' || (i % 40)", "i % 3 = 0"),
    (
        "skip",
        0,
        "public_id, version, claim_id, reason, note, reviewer_id, skipped_at",
        f"'s' || i, 1, {{claim}}, CASE WHEN i % 2 = 0 THEN 'opinion' ELSE 'trivial' END, '', {_ME}, 0",
        "i % 10 BETWEEN 4 AND 6",
    ),
    (
        "verdict",
        0,
        "public_id, version, claim_id, rating_id, rationale, reviewer_id, recorded_at, round, blind",
        f"'v' || i, 1, {{claim}}, (SELECT min(id) FROM rating) + i % 5, '', {_ME}, 0, 1, {{false}}",
        "i % 10 BETWEEN 7 AND 8",
    ),
)
_FINDINGS = (
    "INSERT INTO finding (public_id, version, claim_id, verdict_id, signed_off_by_id, signed_off_at, note) "
    "SELECT 'f' || claim_id, 1, claim_id, id, (SELECT max(id) FROM reviewer), 0, '' FROM verdict"
)


def fill(connection: Connection, count: int) -> None:
    """Put so many claims into an empty desk, past its journal."""
    server = connection.dialect.name == "postgresql"
    words = {"false": "false" if server else "0", "claim": "(SELECT min(id) FROM claim) + i - 1"}
    if server:
        connection.execute(text("SET session_replication_role = replica"))
    for table, rows, columns, values, *so in _FILL:
        numbers = _NUMBERS.format(count=rows or count)
        where = f" WHERE {so[0]}" if so else ""
        given = f"SELECT {values.format(**words)} FROM n{where}"
        statement = f"INSERT INTO {table} ({columns}) {numbers}{given}"
        connection.execute(text(statement.replace(":", "\\:")))
    connection.execute(text(_FINDINGS))


def told(name: str, desk: Desk) -> None:
    """Print how long the report takes on each axis, of all claims and of a quarter of a year."""
    for axis in BalanceAxis:
        for period in (Period(), Period("2021-01-01", "2021-03-31")):
            spent = []
            for _ in range(3):
                began, cpu = time.perf_counter(), time.process_time()
                found = desk.balance(Asked(axis, period))
                spent.append((time.perf_counter() - began, time.process_time() - cpu))
            took, cpu = min(spent)
            claims = f"{found.lines[0].came_in:,} claims, {len(found.lines):,} lines"
            print(f"{name:<11} by {axis.value:<8} {took:6.2f} s, {cpu:5.2f} CPU s here: {claims}")


def _settings(folder: str, who: str, place: str) -> Settings:
    return load_settings({"WORKBENCH_HOME": folder, "WORKBENCH_REVIEWER": who, "WORKBENCH_DATABASE": place})


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder, running_cluster() as cluster, cluster.database("balance") as name:
        server = ServerDesk(cluster, name)
        places = {"SQLite": f"{folder}/desk.sqlite3", "PostgreSQL": server.place_for("ana")}
        server.person("ben")
        open_desk(_settings(folder, "ben", places["SQLite"])).close()
        for kind, place in places.items():
            desk = open_desk(_settings(folder, "ana", place))
            engine = desk._place.engine if kind == "SQLite" else open_engine(server.url())
            with engine.begin() as connection:
                fill(connection, count)
                connection.execute(text("ANALYZE"))
            told(kind, desk)
            desk.close()


if __name__ == "__main__":
    main()
