"""Cut the texts of a file into sentences and print how many spans are exactly right, by each way there is.

Usage: run_segmentation.py GOLD.jsonl [--wrong]

Each line of GOLD holds ``text`` and ``sentences``, strings or spans of the text. ``rules`` are those of extraction, inside
paragraphs; ``parser`` the boundaries of the shipped parser; other libraries are measured where they are installed.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from workbench.extraction.paragraphs import paragraphs
from workbench.extraction.sentences import sentences_with_marks
from workbench.syntax.parser import ShippedParser

Spans = set[tuple[int, int]]


def by_rules(text: str) -> Spans:
    """Cut as extraction does; bullets and numbers count as part of the item."""
    return {
        tuple(one)
        for paragraph in paragraphs(text)
        for one in sentences_with_marks(text, paragraph.begins, paragraph.end)
    }


def by_parser(parser: ShippedParser) -> Callable[[str], Spans]:
    """Cut as the parser does, inside paragraphs."""

    def cut(text: str) -> Spans:
        found = set()
        for tree in parser.parse(text, [(one.start, one.end) for one in paragraphs(text)]):
            for first, after in pairwise([*tree.sentences, len(tree.starts)]):
                found.add((tree.starts[first], tree.ends[after - 1]))
        return found

    return cut


def in_order(cut: Callable[[str], list[str]]) -> Callable[[str], Spans]:
    """Find the spans of sentences that a library gives as strings; it is given each line apart."""

    def spans(text: str) -> Spans:
        found, at = set(), 0
        for row in text.splitlines(keepends=True):
            for sentence in cut(row):
                bare = sentence.strip()
                start = text.find(bare, at) if bare else -1
                if start >= 0:
                    at = start + len(bare)
                    found.add((start, at))
        return found

    return spans


def ways() -> Iterator[tuple[str, Callable[[str], Spans]]]:
    """Give every way of cutting that is at hand."""
    yield "rules", by_rules
    yield "parser", by_parser(ShippedParser())
    if find_spec("pysbd"):
        import pysbd

        yield "pysbd", in_order(pysbd.Segmenter(language="en", clean=False).segment)
    if find_spec("blingfire"):
        import blingfire

        yield "blingfire", in_order(lambda text: blingfire.text_to_sentences(text).split("\n"))
    if find_spec("sentencex"):
        import sentencex

        yield "sentencex", in_order(lambda text: list(sentencex.segment("en", text)))
    if find_spec("syntok"):
        from syntok import segmenter

        yield (
            "syntok",
            in_order(
                lambda text: [
                    text[sentence[0].offset : sentence[-1].offset + len(sentence[-1].value)]
                    for paragraph in segmenter.analyze(text)
                    for sentence in paragraph
                ]
            ),
        )


def wanted(row: dict[str, object]) -> Spans:
    """Give the spans of the sentences of a line."""
    text, found, at = str(row["text"]), set(), 0
    for one in row["sentences"]:  # type: ignore[attr-defined]
        if isinstance(one, str):
            start = text.index(one, at)
            at = start + len(one)
            found.add((start, at))
        else:
            found.add((one[0], one[1]))
    return found


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--wrong", action="store_true", help="show the texts that the rules cut wrong")
    asked = parser.parse_args()
    rows = [json.loads(row) for row in asked.gold.read_text("utf-8").splitlines()]
    for name, cut in ways():
        right = predicted = gold = whole = 0
        cut("Warm. Up.")
        began = time.process_time()
        for row in rows:
            found, expected = cut(row["text"]), wanted(row)
            right, predicted, gold = right + len(found & expected), predicted + len(found), gold + len(expected)
            whole += found == expected
            if asked.wrong and name == "rules" and found != expected:
                print(f"  {row['text'][:200]!r}: {sorted(found ^ expected)[:6]}")
        spent = time.process_time() - began
        print(
            f"{name:<10} F1 {2 * right / max(1, predicted + gold):.3f}  precision {right / max(1, predicted):.3f}  "
            f"recall {right / max(1, gold):.3f}  texts all right {whole} of {len(rows)}  {spent:.2f} CPU s"
        )


if __name__ == "__main__":
    main()
