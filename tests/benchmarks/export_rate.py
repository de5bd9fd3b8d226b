"""Findings as pages and ClaimReview: how long they take, how much memory, and what writing them again costs.

Usage: python tests/benchmarks/export_rate.py [FINDINGS]
"""

import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claims_db.vocabulary import EvidenceForm, Stance
from tests.benchmarks.measuring import Figure, cpu, show
from tests.benchmarks.published_desk import fill_published
from workbench.bootstrap import open_desk
from workbench.desk.entries import EvidenceEntry
from workbench.desk.finding_exports import FindingForm
from workbench.settings import Settings, load_settings

ROOT = Path(__file__).resolve().parents[2]
_CHANGED = 10
_ROUNDS = 50
_PAGES, _REVIEWS = ["--template", "long", "--all"], ["--format", "claimreview", "--all"]


class Spent(NamedTuple):
    """What one command took: CPU and wall time in seconds, and memory in megabytes."""

    cpu: float
    wall: float
    memory: float

    def beside(self, other: "Spent") -> "Spent":
        return Spent(self.cpu + other.cpu, self.wall + other.wall, max(self.memory, other.memory))

    def told(self) -> str:
        return f"{self.cpu:6.1f} CPU s, {self.wall:.1f} s, {self.memory:.0f} MB"


def main() -> None:
    """Fill a desk, and print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings({"WORKBENCH_HOME": folder, "USER": "benchmark"})
        # A command counts the memory of the process that starts it as its own.
        filling = multiprocessing.get_context("spawn").Process(target=fill_published, args=(settings, count))
        filling.start()
        filling.join()
        few = "".join(f"C-{number}\n" for number in range(1, count // 10 + 1))
        tenth = run(folder, "tenth", ["--template", "long", "--claim", "-"], few)
        pages, reviews = run(folder, "out", _PAGES), run(folder, "out", _REVIEWS)
        again = run(folder, "out", _PAGES).beside(run(folder, "out", _REVIEWS))
        run(folder, "kept", [*_PAGES, "--changed"])
        run(folder, "kept", [*_REVIEWS, "--changed"])
        change(settings)
        changed = run(folder, "kept", [*_PAGES, "--changed"]).beside(run(folder, "kept", [*_REVIEWS, "--changed"]))
        show(
            f"{count:,} findings, each with two sources",
            [
                Figure("a tenth of them as pages", "", tenth.told()),
                Figure("pages", "", pages.told()),
                Figure("ClaimReview", "", reviews.told()),
                Figure("both", "15 s", pages.beside(reviews).told()),
                Figure("both again, nothing changed", "", again.told()),
                Figure("both with --changed, ten changes", "2 s", changed.told()),
                Figure("one report", "50 ms", one_report(settings, Path(folder))),
            ],
        )


def run(folder: str, out: str, arguments: list[str], words: str = "") -> Spent:
    """Run an export on one core."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "workbench", "export", "--out", f"{folder}/{out}", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        cwd=ROOT,
        env={"WORKBENCH_HOME": folder, "USER": "benchmark", "PATH": "/usr/bin:/bin"},
    )
    assert process.stdin is not None
    process.stdin.write(words.encode())
    process.stdin.close()
    _, status, spent = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"The export failed: {arguments}")
    return Spent(spent.ru_utime + spent.ru_stime, time.perf_counter() - began, spent.ru_maxrss / 1000)


def change(settings: Settings) -> None:
    """Attach evidence to a few claims."""
    desk = open_desk(settings)
    for number in range(1, _CHANGED + 1):
        desk.attach(number, EvidenceEntry(EvidenceForm.NOTE, Stance.CONTEXT, note="A late find."))
    desk.close()


def one_report(settings: Settings, folder: Path) -> str:
    """Write single reports, each of another claim."""
    desk = open_desk(settings)
    taken = [
        cpu(lambda number=number: desk.export_findings(FindingForm.PAGES, folder / "single", [number]))
        for number in range(1, _ROUNDS + 1)
    ]
    desk.close()
    return f"{statistics.median(taken):.1f} CPU ms, {max(taken):.1f} at most"


if __name__ == "__main__":
    main()
