"""Read treebanks in CoNLL-U (https://universaldependencies.org/format.html)."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from workbench.syntax.training.names import Name, names_in

_ID, _FORM, _TAG, _HEAD, _RELATION, _MISC = 0, 1, 4, 6, 7, 9
_WHOLE = re.compile(r"\d+$")
_RANGE = re.compile(r"(\d+)-(\d+)$")


class Word(NamedTuple):
    """A word of a sentence; ``head`` is the index of its head in the sentence, its own for the root."""

    form: str
    tag: str
    head: int
    relation: str
    space_after: bool


class Sentence(NamedTuple):
    """A sentence, and the names in it; None where the treebank marks none."""

    words: tuple[Word, ...]
    names: tuple[Name, ...] | None


class Piece(NamedTuple):
    """A paragraph of a document."""

    document: str
    sentences: tuple[Sentence, ...]


def pieces(path: Path, *, names: bool) -> Iterator[Piece]:
    """Give the paragraphs of a treebank, in order.

    Args:
        path: a file in CoNLL-U.
        names: whether it marks entities, as GUM does in its last column.

    """
    document, found = "", list[Sentence]()
    for comments, rows in _blocks(path.read_text(encoding="utf-8").splitlines()):
        begins = [comment for comment in comments if comment.startswith(("# newdoc", "# newpar"))]
        if begins and found:
            yield Piece(document, tuple(found))
            found = []
        for comment in comments:
            if comment.startswith("# newdoc id = "):
                document = comment.removeprefix("# newdoc id = ")
        found.append(_sentence(rows, names=names))
    if found:
        yield Piece(document, tuple(found))


def text_of(words: Iterable[Word]) -> str:
    """Give words as they were written."""
    return "".join(word.form + " " * word.space_after for word in words).strip()


def _blocks(lines: Iterable[str]) -> Iterator[tuple[list[str], list[list[str]]]]:
    comments, rows = list[str](), list[list[str]]()
    for line in (*lines, ""):
        if line.startswith("#"):
            comments.append(line)
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            yield comments, rows
            comments, rows = [], []


def _sentence(rows: list[list[str]], *, names: bool) -> Sentence:
    # A contraction such as "don't" stands as one row of its own before its words; whether a blank follows is said there.
    glued, last_of = set[int](), dict[int, bool]()
    for row in rows:
        span = _RANGE.match(row[_ID])
        if span:
            glued.update(range(int(span[1]), int(span[2])))
            last_of[int(span[2])] = "SpaceAfter=No" not in row[_MISC]
    whole = [row for row in rows if _WHOLE.match(row[_ID])]
    words = tuple(
        Word(
            row[_FORM],
            row[_TAG],
            int(row[_HEAD]) - 1 if row[_HEAD] != "0" else at,
            row[_RELATION],
            last_of.get(at + 1, at + 1 not in glued and "SpaceAfter=No" not in row[_MISC]),
        )
        for at, row in enumerate(whole)
    )
    return Sentence(words, names_in([row[_MISC] for row in whole], [row[_TAG] for row in whole]) if names else None)
