"""Wire copies among many articles: how long one is looked for, how many are found, and how many are none.

Usage: python tests/benchmarks/wire_copies_scale.py [ARTICLES] [QUERIES OF EACH KIND]
"""

import resource
import sqlite3
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.generated_articles import GeneratedArticles, Planted
from tests.benchmarks.measuring import Figure, show
from workbench.bootstrap import open_desk
from workbench.desk.copies import copies_of
from workbench.desk.desk import Desk
from workbench.settings import load_settings

_BATCH = 2_000


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    each = int(sys.argv[2]) if len(sys.argv) > 2 else 150
    articles = GeneratedArticles()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.sqlite3"
        settings = replace(load_settings({"WORKBENCH_HOME": folder, "USER": "benchmark"}), database=str(path))
        open_desk(settings).close()
        _fill(path, articles, count)
        desk = open_desk(settings)
        wall, spent = time.perf_counter(), time.process_time()
        desk.fill_index()
        wall, spent = time.perf_counter() - wall, time.process_time() - spent
        size = sum(path.stat().st_size for path in settings.folders.cache.rglob("*") if path.is_file())
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        build = [
            Figure("the whole search index, prints among it", "", f"{wall:.1f} s, {spent:.1f} CPU s"),
            Figure("its size", "", f"{size / 1e6:.0f} MB"),
            Figure("memory at most", "", f"{memory:.0f} MB"),
        ]
        show(f"{count:,} articles", build)
        _ask(desk, list(articles.queries(count, each)))
        desk.close()


def _fill(path: Path, articles: GeneratedArticles, count: int) -> None:
    """Write articles as no person could: at once, and without a journal."""
    connection = sqlite3.connect(path)
    columns = {
        name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] for name in ("article", "revision")
    }
    for start in range(0, count, _BATCH):
        rows: dict[str, list[tuple[object, ...]]] = {"article": [], "revision": []}
        for number in range(start, min(count, start + _BATCH)):
            key, text = number + 1, articles.article(number)
            told: dict[str, object] = {
                "id": key, "public_id": f"{key:032x}", "version": 1, "number": key, "url": "", "title": f"Article {key}",
                "byline": "", "published_zone": "", "language": "en", "taken_in_at": key, "taken_in_by_id": 1,
            }  # fmt: skip
            rows["article"].append(tuple(told.get(name) for name in columns["article"]))
            told |= {
                "article_id": key, "number": 1, "source_text": "", "text": text, "source_map": b"", "media_type": "",
                "encoding": "", "origin": "", "sha256": f"{key:064x}",
            }  # fmt: skip
            rows["revision"].append(tuple(told.get(name) for name in columns["revision"]))
        for name, values in rows.items():
            connection.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(columns[name]))})", values)
        connection.commit()
    connection.close()


def _ask(desk: Desk, queries: list[Planted]) -> None:
    spent, right, said, wanted = list[float](), 0, 0, 0
    missed: dict[str, int] = defaultdict(int)
    wrong: dict[str, int] = defaultdict(int)
    asked: dict[str, int] = defaultdict(int)
    for query in queries:
        begun = time.process_time()
        found = copies_of(desk._place, query.text)
        spent.append((time.process_time() - begun) * 1_000)
        numbers = {one.article - 1 for one in found}
        hit = query.copy_of in numbers
        asked[query.kind] += 1
        wanted += query.copy_of is not None
        right += hit
        said += len(numbers)
        missed[query.kind] += query.copy_of is not None and not hit
        wrong[query.kind] += len(numbers) - hit
    spent.sort()
    show(
        f"{len(queries):,} texts were looked for",
        [
            Figure(
                "CPU of one, in the middle and at 95 %", "20 ms", f"{_at(spent, 50):.1f} ms, {_at(spent, 95):.1f} ms"
            ),
            Figure("precision", ".98", f"{right / max(1, said):.4f}"),
            Figure("recall", ".98", f"{right / wanted:.4f}"),
            *(Figure(f"  {kind}: {asked[kind]}", "", f"{missed[kind]} missed, {wrong[kind]} wrong") for kind in asked),
        ],
    )


def _at(values: list[float], percent: int) -> float:
    return values[min(len(values) - 1, len(values) * percent // 100)]


if __name__ == "__main__":
    main()
