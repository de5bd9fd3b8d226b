"""A whole desk as lines: how long writing and taking in take, and how much memory, on a real SQLite desk.

Usage: python tests/benchmarks/dump_rate.py [CLAIMS [FINDINGS]]
"""

import multiprocessing
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claims_db.vocabulary import Action
from tests.benchmarks.filled_desk import fill
from workbench.bootstrap import open_desk
from workbench.settings import load_settings

_AT_ONCE = 1_000


def main() -> None:
    """Fill a desk, and print the figures."""
    claims, findings = (int(words) for words in (*sys.argv[1:], "100000", "10000")[:2])
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings({"WORKBENCH_HOME": folder, "USER": "benchmark"})
        # A command counts the memory of the process that starts it as its own.
        filling = multiprocessing.get_context("spawn").Process(target=filled, args=(folder, claims, findings))
        filling.start()
        filling.join()
        place = ["--database", settings.database]
        whole = Path(folder) / "desk.jsonl"
        told("export --format jsonl", folder, ["export", "--format", "jsonl", "--out", str(whole), *place])
        with whole.open("rb") as file:
            print(f"{'':<34} {whole.stat().st_size / 1e6:9.1f} MB, {sum(1 for _ in file):,} lines")
        told("export --format csv", folder, ["export", "--format", "csv", "--out", folder, *place])
        told("import", folder, ["import", str(whole), "--database", f"{folder}/new.sqlite3"])
        told("verify", folder, ["verify", *place])


def filled(folder: str, claims: int, findings: int) -> None:
    """Fill a desk with claims, and record verdicts, many in one transaction."""
    settings = load_settings({"WORKBENCH_HOME": folder, "USER": "benchmark"})
    fill(settings, claims)
    desk = open_desk(settings)
    for start in range(1, findings + 1, _AT_ONCE):
        with desk._place.work(Action.VERDICT_RECORDED) as work:
            for number in range(start, min(start + _AT_ONCE, findings + 1)):
                work.reviews.record(number, "false", "The register of the port says otherwise.", blind=False)
    desk.close()


def told(name: str, folder: str, arguments: list[str]) -> None:
    """Run a command, and print what it costs: CPU time and the most memory of any command so far."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "workbench", *arguments],
        check=True,
        capture_output=True,
        cwd=Path(__file__).parents[2],
        env={"WORKBENCH_HOME": folder, "USER": "benchmark", "PATH": "/usr/bin:/bin"},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    spent = time.perf_counter() - began
    print(f"{name:<34} {cpu:9.1f} CPU s, {spent:.1f} s, {after.ru_maxrss / 1000:.0f} MB at most so far")


if __name__ == "__main__":
    main()
