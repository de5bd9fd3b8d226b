"""Turn treebank paragraphs into what spaCy trains on."""

import random
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.syntax.training.treebank import Piece, Sentence, Word

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

LONGEST = 400
"""How many words one piece has at most; longer paragraphs are cut between sentences."""

_CURLED = {"''": "”", "``": "“"}
_LOWERED = 0.03
_CURLY = 0.5


def docs(vocab: "Vocab", found: Sequence[Piece], *, vary: int | None = None) -> Iterator["Doc"]:
    """Give a document for each piece.

    Args:
        vocab: the pipeline's.
        found: the pieces.
        vary: a seed; with one, quotation marks and dashes are written now straight, now typographic, as newspapers
            differ in that, and a few pieces in lower case.

    """
    chance = None if vary is None else random.Random(vary)  # noqa: S311 - variety, not secrecy
    for piece in found:
        for part in _parts(piece):
            yield _doc(vocab, part, chance)


def _parts(piece: Piece) -> Iterator[Piece]:
    part, size = list[Sentence](), 0
    for sentence in piece.sentences:
        if part and size + len(sentence.words) > LONGEST:
            yield Piece(piece.document, tuple(part))
            part, size = [], 0
        part.append(sentence)
        size += len(sentence.words)
    yield Piece(piece.document, tuple(part))


def _doc(vocab: "Vocab", piece: Piece, chance: random.Random | None) -> "Doc":
    from spacy.tokens import Doc, Span  # noqa: PLC0415 - half a second that only training needs

    curly = chance is not None and chance.random() < _CURLY
    lowered = chance is not None and chance.random() < _LOWERED
    words, offset, heads, starts, spans = (
        list[Word](),
        0,
        list[int](),
        list[bool | int | None](),
        list[tuple[int, int, str]](),
    )
    known = all(sentence.names is not None for sentence in piece.sentences)
    for sentence in piece.sentences:
        words += sentence.words
        heads += [offset + word.head for word in sentence.words]
        starts += [at == 0 for at in range(len(sentence.words))]
        spans += [(offset + name.first, offset + name.after, name.kind) for name in sentence.names or ()]
        offset += len(sentence.words)
    spaces = [word.space_after for word in words]
    forms = [_written(word, curly=curly, lowered=lowered) for word in words]
    doc = Doc(
        vocab,
        words=forms,
        spaces=spaces,
        tags=[word.tag for word in words],
        heads=heads,
        deps=["ROOT" if word.relation == "root" else word.relation for word in words],
        sent_starts=starts,
    )
    named = [Span(doc, first, after, label=kind) for first, after, kind in spans]
    doc.set_ents(named, default="outside" if known else "missing")
    return doc


def _written(word: Word, *, curly: bool, lowered: bool) -> str:
    form = word.form.lower() if lowered else word.form
    if not curly:
        return form
    if form == '"':
        return _CURLED.get(word.tag, form)
    return "—" if form == "--" else form.replace("'", "’")
