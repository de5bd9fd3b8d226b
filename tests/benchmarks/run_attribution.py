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
from workbench.extraction.paragraph_forms import ParagraphForm
from workbench.extraction.paragraphs import paragraphs
from workbench.extraction.quotes import quotations
from workbench.extraction.said import Said
from workbench.extraction.sentences import Sentence, sentences
from workbench.extraction.speech import LONGEST_SENTENCE, Speech
from workbench.syntax.parser import ShippedParser

Spans = list[list[int]]


def attributions(text: str, parser: Parser | None) -> Iterator[dict[str, Spans]]:
    """Give source and content of what a text says that somebody says; continued speech has no source of its own."""
    bodies = [one for one in paragraphs(text) if one.form in {ParagraphForm.BODY, ParagraphForm.LIST}]
    trees = parser.parse(text, [(one.start, one.end) for one in bodies]) if parser else iter([None] * len(bodies))
    speaking = False
    for paragraph, tree in zip(bodies, trees, strict=True):
        quotes = quotations(text, paragraph.start, paragraph.end)
        cut = sentences(text, paragraph.begins, paragraph.end)
        opens = bool(quotes) and quotes[0].start == paragraph.start
        speech = Speech(text, cut, quotes, tree, speaking=speaking and opens)
        for at, sentence in enumerate(cut):
            if sentence.end - sentence.start <= LONGEST_SENTENCE:
                for said in speech.said(at):
                    if said.source:
                        yield {"source": _source(text, said, sentence), "content": [[said.start, said.end]]}
        speaking = speech.speaking


def _source(text: str, said: Said, sentence: Sentence) -> Spans:
    for start in (said.cue_start, sentence.start):
        found = text.find(said.source, start, sentence.end) if start >= 0 else -1
        if found >= 0:
            return [[found, found + len(said.source)]]
    return []


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
            out.write(json.dumps({"id": row["id"], "attributions": list(attributions(row["text"], syntax))}) + "\n")


if __name__ == "__main__":
    main()
