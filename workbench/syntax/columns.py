"""The words of a parse as columns of plain values, read from spaCy's arrays, not word by word."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from workbench.domain.syntax_tree import Named, Tree
from workbench.syntax.garden_paths import read_again

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

LONGEST_PART = 1_000
"""How many words are parsed at once at most: a text of marks has a word in every character."""


class Part(NamedTuple):
    """Words that are parsed together, and where each of them starts in the whole text."""

    doc: "Doc"
    starts: tuple[int, ...]


class Grammar(NamedTuple):
    """What was read of some words: forms, tags, relations, heads by their index, and names."""

    forms: tuple[str, ...]
    tags: tuple[str, ...]
    relations: tuple[str, ...]
    heads: tuple[int, ...]
    names: tuple[Named, ...]


Scheme = Callable[[Grammar], Grammar]
"""Puts the labels of another pipeline into ours."""


def parts(vocab: "Vocab", offset: int, doc: "Doc") -> list[Part]:
    """Take the blanks out of a text that was cut into words, and cut it where it has too many.

    Blanks are no words of a tree, and the treebanks have none: a parser takes the end of a line for a word it has
    never met.
    """
    from spacy.tokens import Doc  # noqa: PLC0415 - half a second that only reading a text needs

    rows = doc.to_array(["IDX", "LENGTH", "IS_SPACE"]).tolist()
    kept = [(offset + start, length) for start, length, blank in rows if not blank]
    if len(kept) == len(rows) <= LONGEST_PART:
        return [Part(doc, tuple(start for start, _ in kept))] if kept else []
    forms = [form for form, (*_, blank) in zip((word.text for word in doc), rows, strict=True) if not blank]
    found = []
    for first in range(0, len(kept), LONGEST_PART):
        here = kept[first : first + LONGEST_PART]
        after = [start for start, _ in kept[first + 1 : first + len(here) + 1]]
        spaces = [following > start + length for (start, length), following in zip(here, after, strict=False)]
        spaces += [False] * (len(here) - len(spaces))
        cut = Doc(vocab, words=forms[first : first + len(here)], spaces=spaces)
        found.append(Part(cut, tuple(start for start, _ in here)))
    return found


@dataclass
class Columns:
    """The words of a stretch, to which part after part is added."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    names: list[Named] = field(default_factory=list)

    def add(self, part: Part, scheme: Scheme | None) -> None:
        """Add the words of a part that was parsed."""
        base, strings = len(self.starts), part.doc.vocab.strings
        tags, relations = part.doc.to_array(["TAG", "DEP"]).T.tolist()
        rows = part.doc.to_array(["LENGTH", "HEAD", "SENT_START"])
        lengths, heads, begins = rows.astype("int64").T.tolist()  # a head is a distance, and may lie before
        labels = {label: strings[label] for label in {*tags, *relations}}
        grammar = Grammar(
            () if scheme is None else tuple(word.text for word in part.doc),
            tuple(labels[tag] for tag in tags),
            tuple(
                labels[relation] if distance else "root" for relation, distance in zip(relations, heads, strict=True)
            ),
            tuple(at + distance for at, distance in enumerate(heads)),
            tuple(Named(name.start, name.end, name.label_) for name in part.doc.ents),
        )
        if scheme is not None:
            grammar = scheme(grammar)
        self.starts += part.starts
        self.ends += [start + length for start, length in zip(part.starts, lengths, strict=True)]
        self.tags += grammar.tags
        self.relations += grammar.relations
        self.heads += [base + head for head in grammar.heads]
        self.sentences += [base + at for at, begun in enumerate(begins) if begun == 1 or at == 0]
        self.names += [Named(base + name.first, base + name.after, name.kind) for name in grammar.names]

    def tree(self) -> Tree:
        """Give the tree of all that was added."""
        tree = Tree(
            tuple(self.starts),
            tuple(self.ends),
            tuple(self.tags),
            tuple(self.relations),
            tuple(self.heads),
            tuple(self.sentences),
            tuple(self.names),
        )
        tree = read_again(tree)
        return replace(tree, tags=tuple(_tag(tree, word) for word in range(len(tree.tags))))


def _tag(tree: Tree, word: int) -> str:
    """Give a word's tag, that of a past tense where the grammar says so: ``put`` and ``raised`` are many things.

    What has a subject of its own, and neither an auxiliary nor ``to``, is finite; and so is what shares it with a
    past tense, as in ``prices rose and fell``.
    """
    tag = tree.tags[word]
    if tag not in {"VB", "VBN"} or tree.passive(word):
        return tag
    shares = tree.relations[word] == "conj" and tree.tags[tree.heads[word]] == "VBD" and tag == "VBN"
    if not shares and tree.relation_of_child(word, "nsubj") is None:
        return tag
    tied = any(tree.relation(child) in {"aux", "cop"} or tree.tags[child] == "TO" for child in tree.children(word))
    return tag if tied else "VBD"
