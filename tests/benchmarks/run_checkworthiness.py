"""Score single sentences by check-worthiness, each as if it stood alone in a text.

Usage: run_checkworthiness.py GOLD.jsonl SCORES.tsv

GOLD holds ``id`` and ``text`` on each line; SCORES gets a line with both id and score, 0 to 1, divided by a tab.
"""

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from workbench.domain.amounts import amounts_in
from workbench.domain.syntax_tree import Parser
from workbench.extraction.worth import Statement, check_worthiness, reasons
from workbench.syntax.parser import ShippedParser


def score(text: str, parser: Parser) -> float:
    """Score a sentence as somebody's own words, whether extraction would offer it or refuse it."""
    words = text.strip().strip('"')
    (tree,) = parser.parse(words, [(0, len(words))])
    statement = Statement(words, amounts_in(words), "", utterance=False, quoted=True, tags=tree.tags)
    return check_worthiness(reasons(statement))


def main() -> None:
    """Write the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("scores", type=Path)
    asked = parser.parse_args()
    syntax = ShippedParser()
    with asked.scores.open("w", encoding="utf-8") as out:
        for line in asked.gold.read_text("utf-8").splitlines():
            row = json.loads(line)
            out.write(f"{row['id']}\t{score(row['text'], syntax):.6f}\n")


if __name__ == "__main__":
    main()
