"""Team and journal at a large desk: how long their reads take, on a real SQLite desk.

Usage: python tests/benchmarks/insight_scale.py [CLAIMS]
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.filled_desk import fill
from workbench.bootstrap import open_desk
from workbench.domain.journal_filters import parse_journal_filter
from workbench.settings import load_settings

_VERDICTS = 400


def told(name: str, call: Callable[[], object]) -> None:
    """Print what a read costs."""
    spent = []
    for _ in range(5):
        began = time.process_time()
        call()
        spent.append((time.process_time() - began) * 1000)
    print(f"{name:<34} {statistics.median(spent):9.1f} CPU ms, {max(spent):.1f} at most")


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings({"WORKBENCH_HOME": folder, "USER": "benchmark"})
        fill(settings, count)
        desk = open_desk(settings)
        for number in range(1, _VERDICTS + 1):
            desk.record(number, "false", "Because.")
        told("team, last 14 days", lambda: desk.team_report(14))
        told("team, last 30 days", lambda: desk.team_report(30))
        for words in (
            "",
            "who:benchmark",
            "C-77",
            "verdict",
            "added",
            "since:2020",
            "who:benchmark verdict since:2020",
        ):
            wanted = parse_journal_filter(words, "UTC")
            numbers = desk.journal_numbers(wanted)
            told(
                f"journal {words or 'whole'} ({len(numbers):,})",
                lambda wanted=wanted: desk.journal_numbers(wanted),  # type: ignore[misc]
            )
        numbers = desk.journal_numbers(parse_journal_filter("", "UTC"))
        told("journal, a page of 128 entries", lambda: desk.journal_rows(numbers[5_000:5_128]))
        told("journal, one entry", lambda: desk.journal_entry(numbers[5_000]))
        desk.close()


if __name__ == "__main__":
    main()
