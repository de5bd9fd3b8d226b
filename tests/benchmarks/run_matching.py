"""Say for each statement which known claims it may repeat.

Usage: run_matching.py CLAIMS.jsonl QUERIES.jsonl RUN.tsv [--top 10] [--semantic MODEL_DIR]

CLAIMS holds ``id``, ``claim``, ``title`` and ``claimer`` on each line (the last two may be missing), QUERIES ``id`` and
``text``. RUN gets a line for each suggestion: both ids, a score that falls from the best on, and the probability that
the statement was checked already, divided by tabs. MODEL_DIR is the folder of a sentence encoder, such as
``workbench semantic add`` takes.
"""

import argparse
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from workbench.domain.priors import Prior
from workbench.index.priors import PriorIndex
from workbench.matching.guard import Said
from workbench.matching.judged import answer
from workbench.matching.ranking import Matcher
from workbench.semantic.encoder import OnnxEncoder
from workbench.semantic.folder import read_folder


def read_priors(path: Path) -> list[Prior]:
    """Read claims."""
    rows = map(json.loads, filter(None, path.read_text("utf-8").split("\n")))
    return [Prior(str(one["id"]), one["claim"], one.get("title") or "", one.get("claimer") or "") for one in rows]


def main() -> None:
    """Write the suggestions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", type=Path)
    parser.add_argument("queries", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--top", type=int, default=10)
    parser.add_argument("--semantic", type=Path, metavar="MODEL_DIR")
    given = parser.parse_args()
    encoder = OnnxEncoder(read_folder(given.semantic)) if given.semantic else None
    began = time.process_time()
    pool = PriorIndex()
    pool.fill(read_priors(given.claims))
    matcher = Matcher(pool, encoder)
    filled = time.process_time()
    said: dict[str, int] = {}
    # A query that is there twice is answered once: its suggestions would count twice.
    rows = map(json.loads, filter(None, given.queries.read_text("utf-8").split("\n")))
    queries = list({str(row["id"]): row for row in rows}.values())
    with given.run.open("w", encoding="utf-8") as out:
        for query in queries:
            found = answer(matcher, Said(query["text"]), given.top)
            said[found.repeat.value] = said.get(found.repeat.value, 0) + 1
            for place, one in enumerate(found.matches):
                out.write(f"{query['id']}\t{one.prior.id}\t{given.top - place}\t{one.probability:.4f}\n")
    spent = (time.process_time() - filled) / max(len(queries), 1)
    print(f"{pool.size()} claims in {filled - began:.1f} CPU s; {spent * 1_000:.1f} CPU ms a statement; {said}")


if __name__ == "__main__":
    main()
