"""How fast claims are looked at by the rules before sign-off: one alone, and all of a desk.

Run it as ``python tests/benchmarks/lint_rate.py [CLAIMS]``.
"""

import statistics
import sys
import tempfile
from pathlib import Path
from time import process_time

from claims_db.vocabulary import EvidenceForm, Stance
from workbench.bootstrap import open_desk
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry, EvidenceEntry
from workbench.settings import load_settings

CLAIMS = 2_000
ASKED_MS = 20


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = open_desk(load_settings({"WORKBENCH_HOME": folder, "USER": "ana"}, database=str(Path(folder) / "desk")))
        for number in range(1, count + 1):
            fill(desk, number)
        numbers = list(desk.judged_numbers())
        took = []
        for number in numbers[:200]:
            began = process_time()
            desk.lint(number)
            took.append(1_000 * (process_time() - began))
        print(
            f"one claim: median {statistics.median(took):.1f} ms of CPU, slowest {max(took):.1f} ms (asked: {ASKED_MS} ms)"
        )
        began = process_time()
        looked = sum(1 for _ in desk.lint_many(numbers))
        spent = process_time() - began
        print(f"{looked:,} claims: {spent:.1f} s of CPU, {looked / spent:,.0f} a second")
        desk.close()


def fill(desk: Desk, number: int) -> None:
    """Give a claim with a verdict, two sources and a comment."""
    claim = desk.add_claim(ClaimEntry(f"Ship {number} sank {number} times in nine years.", claimer="Inga Holm")).claim
    for stance, host in ((Stance.REFUTES, "log"), (Stance.SUPPORTS, "minutes")):
        words = f"Ship {number} sank {number} times, the {host} say, of 48,000 journeys in 2019 and 2020."
        url = f"https://{host}.example.org/{number}"
        desk.attach(claim, EvidenceEntry(EvidenceForm.LINK, stance, words, url=url, title=f"The {host}"))
    desk.record(claim, "false", f"It sank {number + 1} times, 12% of 48,000 journeys.", queue=None)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS)
