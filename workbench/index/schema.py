"""The fields of the index, and how texts are cut into words."""

from functools import cache
from typing import NamedTuple

import tantivy

from workbench.domain.evidence.compared_text import MANNER

VERSION = 3
"""Counts up with every change of the fields, of how words are cut, or of what is indexed."""

EXACT, STEMS = "exact", "stems"
"""The two fields of text: words as they are but for case and accents, and the stems of these."""

PRINTS = f"print{MANNER:x}"
"""The prints of an article's text: by these its copies are found."""

NAMES = ("state", "kind", "queue", "assigned", "claimer", "via")
NUMBERS = ("claim", "article", "evidence", "prior", "worth", "first", "last", "sequence")
STORED_NAMES = ("what", "owner", "verdict", "hash")

_LONGEST_WORD = 200


class Token(NamedTuple):
    """A word of a text: as it is looked for, its stem, and where it stands, half-open, in code points."""

    exact: str
    stem: str
    start: int
    end: int


@cache
def schema() -> tantivy.Schema:
    """Give the fields."""
    builder = tantivy.SchemaBuilder()
    for name in NAMES:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in STORED_NAMES:
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    for name in NUMBERS:
        builder.add_unsigned_field(name, stored=True, indexed=True, fast=True)
    builder.add_unsigned_field(PRINTS, indexed=True)
    for name in (EXACT, STEMS):
        builder.add_text_field(name, tokenizer_name=name, index_option="position")
    return builder.build()


@cache
def analysers() -> tuple[tantivy.TextAnalyzer, tantivy.TextAnalyzer]:
    """Give what cuts texts into words, and into the stems of the same words."""
    return _folded().build(), _folded().filter(tantivy.Filter.stemmer("english")).build()


def tokens(text: str) -> list[Token]:
    """Cut a text into its words."""
    exact, stems = (analyser.pre_tokenize(text).tokens for analyser in analysers())
    return [
        Token(word.text, stem.text, word.char_offset_from, word.char_offset_to or word.char_offset_from)
        for word, stem in zip(exact, stems, strict=True)
    ]


def _folded() -> tantivy.TextAnalyzerBuilder:
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(_LONGEST_WORD))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
    )
