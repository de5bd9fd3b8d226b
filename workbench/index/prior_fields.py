"""The fields of the pool of priors, and a prior as a document."""

from collections.abc import Mapping
from functools import cache

import tantivy

from workbench.domain.plain_words import pieces
from workbench.domain.priors import Prior
from workbench.domain.text import storable

ID, STEMS, CLAIMER = "id", "stems", "said by"
"""The id, the stems of claim and title, and the claimer as a whole."""

MARK = "\0mark"
"""The id of the one document that says what the pool holds; no prior has it, and nothing that is asked finds it."""

_KEPT = ("claim", "title", "claimer")
"""What is given back and not looked for."""

SPLIT = "blanks"
_LONGEST = 20_000
"""What stands behind this many characters is not looked for; it is given back."""

_LONGEST_NAME = 200
"""Claimers that differ only behind this many characters are taken for one."""


@cache
def prior_schema() -> tantivy.Schema:
    """Give the fields."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(ID, stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field(STEMS, tokenizer_name=SPLIT, index_option="freq")
    builder.add_text_field(CLAIMER, tokenizer_name="raw", index_option="basic")
    for name in _KEPT:
        builder.add_bytes_field(name, stored=True)
    return builder.build()


def register_split(index: tantivy.Index) -> None:
    """Let an index part texts at blanks alone: they are cut into words before."""
    index.register_tokenizer(SPLIT, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())


def prior_document(prior: Prior, stems: Mapping[str, str]) -> tantivy.Document:
    """Give a prior as a document; ``stems`` has those of each piece of a text."""
    found = pieces(f"{prior.claim[:_LONGEST]}\n{prior.title[:_LONGEST]}")
    document = tantivy.Document()
    document.add_text(ID, storable(prior.id))
    document.add_text(STEMS, " ".join(map(stems.__getitem__, found)))
    if prior.claimer:
        document.add_text(CLAIMER, claimer_key(prior.claimer))
    for name, value in zip(_KEPT, prior[1:], strict=True):
        document.add_bytes(name, value.encode("utf-8", "surrogatepass"))
    return document


def claimer_key(claimer: str) -> str:
    """Give a claimer as it is looked for, however it is spaced and whichever letters are capitals."""
    return storable(" ".join(claimer[:_LONGEST_NAME].casefold().split()))


def mark_document(words: str) -> tantivy.Document:
    """Give what a pool says of itself as a document."""
    document = tantivy.Document()
    document.add_text(ID, MARK)
    document.add_bytes(_KEPT[0], words.encode())
    return document


def prior_of(document: tantivy.Document) -> Prior:
    """Give the prior that a document was made of."""
    kept = (bytes(document.get_first(name) or b"").decode("utf-8", "surrogatepass") for name in _KEPT)
    return Prior(str(document.get_first(ID)), *kept)
