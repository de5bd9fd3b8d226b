"""See that nothing that is scored stands in the treebanks that the weights were trained on.

Usage: python -m workbench.syntax.training.held_apart --trained TRAIN.conllu [...] --scored FILE [...]

Scored files are ``.txt``, ``.conllu`` or ``.jsonl``; of the last, every string counts. Sentences of at least eight
words are compared, without marks and capitals. Ends with code 1 where one is found on both sides.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from workbench.syntax.training.treebank import pieces, text_of

_WORD = re.compile(r"\w+")
_LEAST = 8


class Shared(NamedTuple):
    """A sentence that was trained on and stands in a scored file."""

    scored: Path
    document: str
    sentence: str


def shared(trained: list[Path], scored: list[Path]) -> Iterator[Shared]:
    """Give the sentences of treebanks that stand in scored files as well."""
    known: dict[str, tuple[str, str]] = {}
    for path in trained:
        for piece in pieces(path, names=False):
            for sentence in piece.sentences:
                written = text_of(sentence.words)
                words = _words(written)
                if words.count(" ") >= _LEAST - 1:
                    known[words] = (piece.document, written)
    for path in scored:
        text = f" {_words(' '.join(_strings(path)))} "
        for words, (document, written) in known.items():
            if f" {words} " in text:
                yield Shared(path, document, written)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _strings(path: Path) -> Iterator[str]:
    if path.suffix == ".conllu":
        for piece in pieces(path, names=False):
            yield from (text_of(sentence.words) for sentence in piece.sentences)
    elif path.suffix == ".jsonl":
        for line in path.read_text("utf-8").splitlines():
            yield from _inside(json.loads(line))
    else:
        yield path.read_text("utf-8")


def _inside(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _inside(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _inside(part)


def main() -> None:
    """Print what is shared."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trained", type=Path, nargs="+", required=True)
    parser.add_argument("--scored", type=Path, nargs="+", required=True)
    asked = parser.parse_args()
    found = list(shared(asked.trained, asked.scored))
    for one in found:
        print(f"{one.scored.name}: {one.document}: {one.sentence}")  # noqa: T201 - what the command is for
    print(f"{len(found)} sentences shared")  # noqa: T201
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
