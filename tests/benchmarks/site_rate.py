"""A desk's published findings as a site: how long writing takes, first and again, and how much memory.

Usage: python tests/benchmarks/site_rate.py [FINDINGS]
"""

import multiprocessing
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claims_db.vocabulary import Action
from tests.benchmarks.dump_rate import filled, told
from tests.export.example_finding import PUBLISHER, finding
from workbench.bootstrap import open_desk
from workbench.export.naming import named
from workbench.export.publication import JournalHead, issue_content, issued
from workbench.export.templating import shipped_template
from workbench.settings import load_settings

_AT_ONCE = 1_000


def main() -> None:
    """Fill a desk, and print the figures."""
    findings = int((*sys.argv[1:], "10000")[0])
    with tempfile.TemporaryDirectory() as folder:
        filling = multiprocessing.get_context("spawn").Process(target=published, args=(folder, findings))
        filling.start()
        filling.join()
        database = load_settings({"WORKBENCH_HOME": folder, "USER": "benchmark"}).database
        for name in ("export --format site", "the same again"):
            command = ["export", "--format", "site", "--out", f"{folder}/site", "--database", database]
            told(name, folder, command)
        written = [path for path in Path(folder, "site").rglob("*") if path.is_file()]
        print(f"{'':<34} {sum(path.stat().st_size for path in written) / 1e6:9.1f} MB, {len(written):,} files")


def published(folder: str, findings: int) -> None:
    """Fill a desk with findings that went out, many in one transaction, each with all that a finding can have."""
    filled(folder, findings, findings)
    desk = open_desk(load_settings({"WORKBENCH_HOME": folder, "USER": "benchmark"}))
    desk.set_publisher(PUBLISHER)
    desk.close()
    desk = open_desk(load_settings({"WORKBENCH_HOME": folder, "USER": "benchmark editor"}))
    template = shipped_template("long")
    for start in range(1, findings + 1, _AT_ONCE):
        with desk._place.work(Action.FINDING_PUBLISHED) as work:
            for number in range(start, min(start + _AT_ONCE, findings + 1)):
                statement = f"Claim {number} has its own words, and {number * 37 % 1000} ferries."
                one = finding(
                    statement=statement, reference=f"C-{number}", slug=named(f"C-{number}", statement, f"{number:08}")
                )
                work.findings.sign_off(number, None, "")
                work.findings.publish(number, issue_content(issued(one, PUBLISHER, template, JournalHead(1, "00"))))
    desk.close()


if __name__ == "__main__":
    main()
