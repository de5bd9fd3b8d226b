"""The grammar of a stretch of text, as the stages of extraction take it from a parser."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol

_PASSIVE = frozenset({"nsubj:pass", "aux:pass", "csubj:pass"})


class Named(NamedTuple):
    """A name in a text: words of a tree, half-open, and what it names: PERSON, ORG, PLACE, DATE, EVENT or THING."""

    first: int
    after: int
    kind: str


@dataclass(frozen=True)
class Tree:
    """Words with what each one is and which one it belongs to; the sequences run side by side.

    Attributes:
        starts, ends: offsets in the whole text, code points, half-open.
        tags: parts of speech, in the tags of the Penn Treebank.
        relations: what a word is to its head, in those of Universal Dependencies; ``root`` for the head of a sentence.
        heads: indexes of the words' heads; that of the head of a sentence is its own.
        sentences: indexes of the words with which sentences begin, in order; the first is 0.
        names: the names, none inside another.

    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tags: tuple[str, ...]
    relations: tuple[str, ...]
    heads: tuple[int, ...]
    sentences: tuple[int, ...]
    names: tuple[Named, ...] = ()

    def words(self, start: int, end: int) -> range:
        """Give the words that lie whole between two offsets."""
        return range(bisect_left(self.starts, start), bisect_right(self.ends, end))

    def tags_between(self, start: int, end: int) -> tuple[str, ...]:
        """Give the tags of the words that lie whole between two offsets."""
        words = self.words(start, end)
        return self.tags[words.start : words.stop]

    def children(self, word: int) -> Sequence[int]:
        """Give the words that belong to a word, in order."""
        return self._children.get(word, ())

    def subtree(self, word: int) -> range:
        """Give the words from the first to the last one that belongs to a word, itself and all below it included."""
        first, last = self._reach[word]
        return range(first, last + 1)

    def relation_of_child(self, word: int, *relations: str) -> int | None:
        """Give the first child that stands in one of these relations, subtypes such as ``nsubj:pass`` included."""
        return next((child for child in self.children(word) if self.relation(child) in relations), None)

    def relation(self, word: int) -> str:
        """Give what a word is to its head, without the subtype."""
        return self.relations[word].partition(":")[0]

    def passive(self, word: int) -> bool:
        """Say whether a verb stands in the passive."""
        return any(self.relations[child] in _PASSIVE for child in self.children(word))

    def predicates(self, word: int) -> bool:
        """Say whether a word states something: a verb, or what has a subject or copula of its own."""
        return (
            self.tags[word].startswith(("VB", "MD"))
            or self.relation_of_child(word, "nsubj", "csubj", "cop") is not None
        )

    @cached_property
    def _reach(self) -> list[tuple[int, int]]:
        """The first and the last word below each word."""
        first, last = list(range(len(self.heads))), list(range(len(self.heads)))
        waiting = [len(self.children(word)) for word in range(len(self.heads))]
        done = [word for word, children in enumerate(waiting) if not children]
        for word in done:
            head = self.heads[word]
            if head != word:
                first[head], last[head] = min(first[head], first[word]), max(last[head], last[word])
                waiting[head] -= 1
                if not waiting[head]:
                    done.append(head)
        return list(zip(first, last, strict=True))

    @cached_property
    def _children(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for word, head in enumerate(self.heads):
            if head != word:
                found.setdefault(head, []).append(word)
        return found


class Parser(Protocol):
    """Reads the grammar of texts."""

    def parse(self, text: str, stretches: Sequence[tuple[int, int]]) -> Iterator[Tree]:
        """Give a tree for each stretch between two offsets, in order; no tree reaches into another stretch."""
