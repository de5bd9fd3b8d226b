"""Find who says what in every text of a file and write the spans in the form that attribution scorers take.

Usage: run_attribution.py GOLD.jsonl PRED.jsonl [--without-syntax]

GOLD holds an object with ``id`` and ``text`` on each line; PRED gets one with ``id`` and ``attributions``: source and
content as lists of spans, half-open, in code points.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from workbench.domain.syntax_tree import Parser
from workbench.extraction.attributions import attributions
from workbench.extraction.paragraph_forms import ParagraphForm
from workbench.extraction.paragraphs import paragraphs
from workbench.extraction.quotation_marks import unified
from workbench.extraction.quotes import quotations
from workbench.extraction.sentences import sentences
from workbench.extraction.speech import Speech
from workbench.syntax.parser import ShippedParser

Spans = list[list[int]]


def found(text: str, parser: Parser | None) -> Iterator[dict[str, Spans]]:
    """Give source and content of all that a text says that somebody says."""
    text = unified(text)
    bodies = [one for one in paragraphs(text) if one.form in {ParagraphForm.BODY, ParagraphForm.LIST}]
    trees = parser.parse(text, [(one.start, one.end) for one in bodies]) if parser else iter([None] * len(bodies))
    speaking = False
    for paragraph, tree in zip(bodies, trees, strict=True):
        quotes = quotations(text, paragraph.start, paragraph.end)
        cut = sentences(text, paragraph.begins, paragraph.end)
        opens = bool(quotes) and quotes[0].start == paragraph.start
        speech = Speech(text, cut, quotes, tree, speaking=speaking and opens)
        said = [one for at in range(len(cut)) for one in speech.said(at)]
        for one in attributions(text, tree, said, quotes):
            yield {
                "source": [] if one.source is None else [list(one.source)],
                "content": [list(part) for part in one.content],
            }
        speaking = speech.speaking


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("pred", type=Path)
    parser.add_argument("--without-syntax", action="store_true", help="read words alone, to compare")
    asked = parser.parse_args()
    syntax = None if asked.without_syntax else ShippedParser()
    with asked.pred.open("w", encoding="utf-8") as out:
        for line in asked.gold.read_text("utf-8").splitlines():
            row = json.loads(line)
            out.write(json.dumps({"id": row["id"], "attributions": list(found(row["text"], syntax))}) + "\n")


if __name__ == "__main__":
    main()
