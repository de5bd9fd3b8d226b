"""How many articles of 3 kB are stored a second, with their claims and journal rows; extraction apart.

And what it costs to look for what their claims repeat, among those of the articles before.

Usage: python tests/benchmarks/intake_rate.py [ARTICLES]
"""

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claims_db.engine import open_engine, reading
from claims_db.journal.chain import head
from tests.benchmarks.measuring import cpu
from workbench.bootstrap import open_desk
from workbench.desk import intake
from workbench.desk.as_written import anchored
from workbench.desk.entries import ArticleEntry
from workbench.desk.new_matches import new_matches, prepared
from workbench.desk.proposing import Proposal, propose
from workbench.desk.workplace import Workplace
from workbench.sample import article
from workbench.settings import load_settings
from workbench.sources.reader import Reader
from workbench.syntax.parser import ShippedParser

SIZE, _LOOKED = 3_000, 10


def proposals(count: int, folder: Path) -> tuple[list[Proposal], float]:
    """Give articles that differ in every number and name, and the CPU time of reading and extracting them."""
    text = article().read_text("utf-8")
    text += "\nThe harbour lay quiet in the morning, and few people were to be seen on the quays. " * 5
    found, spent, reader, parser = [], 0.0, Reader(), ShippedParser()
    for number in range(count):
        path = folder / f"{number}.txt"
        path.write_text(
            text[: SIZE - 20].replace("Shoigu", f"Shoigu{number}").replace("30", str(30 + number)) + f"\n{number}"
        )
        spent += cpu(lambda path=path: found.append(propose(reader, parser, str(path))))  # type: ignore[misc]
    reader.close()
    return found, spent


def compare(place: Workplace, proposal: Proposal) -> None:
    """Look for what the claims of an article repeat, as its intake does."""
    normalised, language = proposal.normalised, proposal.extraction.language
    claims = [anchored(one, normalised, language) for one in proposal.extraction.candidates]
    # No number is that of a claim of the desk, or it would be taken for one of the article.
    new_matches(place, prepared(place), list(enumerate(claims, 10**9)))


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found, extracting = proposals(count, folder)
        settings = load_settings({"WORKBENCH_HOME": name, "USER": "benchmark"})
        desk = open_desk(settings)
        place = desk._place
        intake.store(place, ArticleEntry("warm"), found[0])
        began, storing = time.perf_counter(), 0.0
        for number, proposal in enumerate(found[1:]):
            storing += cpu(
                lambda number=number, proposal=proposal: intake.store(place, ArticleEntry(str(number)), proposal)
            )  # type: ignore[misc]
        wall = time.perf_counter() - began
        pool = cpu(lambda: place.pool().refresh())
        looked = found[1::_LOOKED]
        comparing = sum(cpu(lambda one=one: compare(place, one)) for one in looked)  # type: ignore[misc]
        claims = sum(len(proposal.extraction.candidates) for proposal in found[1:])
        engine = open_engine(settings.database)
        with reading(engine) as connection:
            rows = head(connection).sequence
        engine.dispose()
        desk.close()
    done = count - 1
    print(f"articles {done}, claims {claims}, journal rows {rows}")
    print(f"stored a CPU second     {done / storing * 1000:7.0f} articles ({claims / storing * 1000:.0f} claims)")
    print(f"stored a second         {done / wall:7.0f} articles, each flushed to the disk")
    print(f"pool filled in {pool:.0f} CPU ms; compared an article in {comparing / len(looked):.0f} CPU ms")
    print(f"extracted a CPU second  {count / extracting * 1000:7.0f} articles")


if __name__ == "__main__":
    main()
