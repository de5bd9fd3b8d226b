"""Cut a stretch of text into words and marks."""

import re
from typing import NamedTuple

from workbench.domain.syntax_tree import Tree

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""The tags of finite verbs."""


class Token(NamedTuple):
    """A word, a number or a mark, with its offsets in the text it was cut from.

    ``tag`` is its part of speech, in the tags of the Penn Treebank, where the grammar is known; of a word that a
    parser takes apart, such as ``won't``, that of its finite part.
    """

    start: int
    end: int
    text: str
    lower: str
    tag: str = ""

    @property
    def is_word(self) -> bool:
        """Say whether this is a word or a number."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Say whether this is a word that starts with a capital."""
        return self.text[0].isupper() or (self.text[:3] in {"al-", "el-", "as-"} and self.text[3:4].isupper())


_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\w*|\d+\.\d+\w*|(?:[A-Z]\.){2,6}|\w+(?:['’.-]\w+)*|[^\w\s]")


def tokens(text: str, start: int = 0, end: int | None = None, tree: Tree | None = None) -> list[Token]:
    """Give the words and marks between two offsets, in order; their offsets are those of the whole text.

    With a tree of the same text they know their part of speech.
    """
    found = [
        Token(match.start(), match.end(), match.group(), match.group().casefold().replace("’", "'"))
        for match in _TOKEN.finditer(text, start, len(text) if end is None else end)
    ]
    return found if tree is None else [token._replace(tag=_tag(tree, token)) for token in found]


def _tag(tree: Tree, token: Token) -> str:
    tags = [tree.tags[word] for word in tree.words(token.start, token.end)]
    return next((tag for tag in tags if tag in FINITE), tags[0] if tags else "")


def word_count(text: str) -> int:
    """Count the words of a text; marks are none."""
    return sum(token.is_word for token in tokens(text))
