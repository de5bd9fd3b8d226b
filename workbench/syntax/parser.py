"""The parser that ships with the program: spaCy with weights of our own, loaded when the first text is read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from workbench.domain.syntax_tree import Named, Tree

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

WEIGHTS = Path(__file__).parent / "weights"
"""Where the weights stand in the package; ``MODEL_CARD.md`` beside them says what they were trained on."""

LONGEST_PIECE = 5_000
"""How many characters are parsed at once: memory and time of a parse grow with it."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile(r"\s")
_AT_ONCE = 16


class _Piece(NamedTuple):
    start: int
    end: int


class _Word(NamedTuple):
    start: int
    end: int
    tag: str
    relation: str
    head: int


class ShippedParser:
    """Reads English with the weights of the package."""

    def parse(self, text: str, stretches: Sequence[tuple[int, int]]) -> Iterator[Tree]:
        """Give a tree for each stretch, in order; a long one is parsed in pieces, which are cut between words."""
        # Half of a character can't be handed to the library; what stands in its place is as long.
        whole = _SURROGATE.sub("\ufffd", text)
        cut = [_pieces(whole, *stretch) for stretch in stretches]
        pieces = [piece for pieces in cut for piece in pieces]
        docs = _loaded(WEIGHTS).pipe((whole[piece.start : piece.end] for piece in pieces), batch_size=_AT_ONCE)
        for pieces_of_one in cut:
            growing = _Growing()
            for piece in pieces_of_one:
                growing.add(piece.start, next(docs))
            yield growing.tree()


@cache
def _loaded(weights: Path) -> "Language":
    """Load weights, once for all desks of a process."""
    import spacy  # noqa: PLC0415 - half a second that only reading a text needs

    return spacy.load(weights)


def _pieces(text: str, start: int, end: int) -> list[_Piece]:
    cuts = [start]
    while end - cuts[-1] > LONGEST_PIECE:
        limit = cuts[-1] + LONGEST_PIECE
        blanks = [match.end() for match in _BREAKS.finditer(text, cuts[-1] + LONGEST_PIECE // 2, limit)]
        cuts.append(blanks[-1] if blanks else limit)
    return [_Piece(*bounds) for bounds in pairwise([*cuts, end])]


class _Growing:
    """A tree to which piece after piece is added; blanks are no words of it."""

    def __init__(self) -> None:
        self._words: list[_Word] = []
        self._sentences: list[int] = []
        self._names: list[Named] = []

    def add(self, offset: int, doc: "Doc") -> None:
        base = len(self._words)
        kept = {token.i: base + at for at, token in enumerate(token for token in doc if not token.is_space)}
        for token in doc:
            if token.i in kept:
                head = kept.get(token.head.i, kept[token.i])  # what hangs on a blank stands alone
                own = head == kept[token.i]
                start = offset + token.idx
                relation = "root" if own else token.dep_
                self._words.append(_Word(start, start + len(token), token.tag_, relation, head))
        for sentence in doc.sents:
            first = next((kept[token.i] for token in sentence if token.i in kept), None)
            self._sentences += [] if first is None else [first]
        for name in doc.ents:
            inside = [kept[at] for at in range(name.start, name.end) if at in kept]
            self._names += [Named(inside[0], inside[-1] + 1, name.label_)] if inside else []

    def tree(self) -> Tree:
        columns = zip(*self._words, strict=True) if self._words else iter([()] * len(_Word._fields))
        starts, ends, tags, relations, heads = columns
        tree = Tree(starts, ends, tags, relations, heads, tuple(self._sentences), tuple(self._names))
        return replace(tree, tags=tuple(_tag(tree, word) for word in range(len(tags))))


def _tag(tree: Tree, word: int) -> str:
    """Give a word's tag, that of a past tense where the grammar says so: ``put`` and ``raised`` are many things.

    What has a subject of its own, and neither an auxiliary nor ``to``, is finite.
    """
    tag = tree.tags[word]
    if tag not in {"VB", "VBN"} or tree.relation_of_child(word, "nsubj") is None or tree.passive(word):
        return tag
    tied = any(tree.relation(child) in {"aux", "cop"} or tree.tags[child] == "TO" for child in tree.children(word))
    return tag if tied else "VBD"
