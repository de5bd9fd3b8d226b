"""A statement as the marks of check-worthiness look at it: its classes of words, its parts of speech in their order."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType

from workbench.extraction.word_classes import entries

_SHORTENED = re.compile(r"(?<=\w)n['’]t\b|(?<=\w)['’](?:s|m|d|re|ve|ll)\b", re.IGNORECASE)
_WORD = re.compile(r"n't\b|'(?:s|m|d|re|ve|ll)\b|\w+(?:-\w+)*|[%$£€]")
_JOINING = frozenset({"and", "but", "so", "now", "well", "or", "then"})
_START = "^"
_ADVERBS = frozenset({"RB", "UH"})
_VERBS = frozenset({"VB", "VBD", "VBP", "VBZ", "VBG", "VBN", "MD"})


def _classes_of(written: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry, name in written:
        found.setdefault(entry, set()).add(name)
    return MappingProxyType({entry: frozenset(names) for entry, names in found.items()})


_WHOLE = _classes_of((entry, name) for entry, name in entries() if not entry.endswith("*"))
_BEGINNING = _classes_of((entry[:-1], name) for entry, name in entries() if entry.endswith("*"))
_LONGEST_PHRASE = 1 + max(entry.count(" ") for entry in _WHOLE)
_LENGTHS = sorted({len(entry) for entry in _BEGINNING})


class Reading:
    """A statement's words and Penn Treebank tags, counted once for all marks."""

    def __init__(self, words: str, tags: Sequence[str]) -> None:
        self.words = words
        self.tags = tags
        self.length = len(words.split())
        self.count = Counter(tags)
        self.classes = self._classes()

    def _classes(self) -> frozenset[str]:
        apart = _SHORTENED.sub(lambda found: " " + found.group().replace("’", "'"), self.words.replace("’", "'"))
        cut = _WORD.findall(apart.casefold())
        begins = 0
        while begins < len(cut) - 1 and cut[begins] in _JOINING:
            begins += 1
        cut[begins:begins] = [_START]
        found: set[str] = set()
        for at, word in enumerate(cut):
            for length in _LENGTHS:
                if length > len(word):
                    break
                found.update(_BEGINNING.get(word[:length], ()))
            for after in range(at + 1, min(at + _LONGEST_PHRASE, len(cut)) + 1):
                phrase = word if after == at + 1 else " ".join(cut[at:after])
                found.update(_WHOLE.get(phrase, ()))
            for part in word.split("-") if "-" in word else ():
                found.update(_WHOLE.get(part, ()))
        return frozenset(found)

    def tagged(self, wanted: frozenset[str], least: int = 1) -> bool:
        """Say whether at least so many words have one of the tags."""
        return sum(self.count[tag] for tag in wanted) >= least

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Tags that follow each other; adverbs are passed over."""
        kept = [tag for tag in self.tags if tag not in _ADVERBS]
        return frozenset(pairwise(kept))

    @cached_property
    def first_verb(self) -> str:
        """The tag of the first verb."""
        return next((tag for tag in self.tags if tag in _VERBS), "")
