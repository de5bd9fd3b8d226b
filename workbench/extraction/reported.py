"""Find who says what in the grammar of a sentence: a reporting verb, whoever is its subject, and the clause it brings."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from workbench.domain.syntax_tree import Tree
from workbench.extraction.quotes import Quotation
from workbench.extraction.reporting_verbs import BASES, JUDGING, SAYING
from workbench.extraction.said import Said
from workbench.extraction.tokens import FINITE

_CLAUSES = ("ccomp", "csubj")
_OBJECTS = frozenset({"obj", "xcomp", "obl"})
_OF_CUE = frozenset({"nsubj", "aux", "cop"})
_FEWEST_OWN = 4
_FEWEST_SAID = 3
_TIED = frozenset({"conj", "xcomp", "advcl"})


class Form(StrEnum):
    """How words are reported."""

    SPEECH = "speech"
    THOUGHT = "thought"
    JUDGEMENT = "judgement"


class Reported(NamedTuple):
    """Words that are reported, and whose: ranges of words of a tree; ``cue`` is the verb, or ``according``.

    ``clause`` says that they are a whole clause, not an object or what somebody means to do.
    """

    source: range
    cue: int
    content: range
    form: Form
    clause: bool


def reported(text: str, tree: Tree, words: range) -> Iterator[Reported]:
    """Give what some words of a text report, in the order of the cues."""
    reading = _Reading(text, tree)
    for word in words:
        yield from reading.at(word)


class _Reading:
    def __init__(self, text: str, tree: Tree) -> None:
        self._text = text
        self._tree = tree

    def at(self, word: int) -> Iterator[Reported]:
        tree = self._tree
        if self._form(word) == "according" and self._form(word + 1) == "to":
            yield from self._according(word)
        base = BASES.get(self._form(word))
        if base is None or not tree.tags[word].startswith("VB"):
            return
        form = Form.SPEECH if base in SAYING else Form.JUDGEMENT if base in JUDGING else Form.THOUGHT
        content = self._clause(word, form)
        brought = content or self._object(word, form)
        if brought:
            yield Reported(self._speaker(word), word, brought, form, clause=bool(content))

    def _form(self, word: int) -> str:
        if word >= len(self._tree.starts):
            return ""
        return self._text[self._tree.starts[word] : self._tree.ends[word]].casefold()

    def _according(self, word: int) -> Iterator[Reported]:
        tree = self._tree
        named = tree.heads[word]
        source = tree.subtree(named)
        source = range(max(source.start, word + 2), source.stop)
        stated = tree.subtree(tree.heads[named])
        if source.start - 2 <= stated.start:
            content = range(source.stop, stated.stop)
        else:
            content = range(stated.start, source.start - 2)
        if source and content:
            yield Reported(source, word, self._trimmed(content), Form.SPEECH, clause=True)

    def _clause(self, word: int, form: Form) -> range:
        tree = self._tree
        clause = tree.relation_of_child(word, *_CLAUSES)
        if clause is not None:
            return self._trimmed(tree.subtree(clause))
        if tree.relations[word] == "parataxis":
            return self._around(word)
        beside = tree.relation_of_child(word, "parataxis") if form is Form.SPEECH else None
        if beside is None:
            return range(0)
        reach = tree.subtree(beside)
        return self._trimmed(reach if beside > word else range(reach.start, min(reach.stop, word)))

    def _object(self, word: int, form: Form) -> range:
        tree = self._tree
        wanted = tree.relation_of_child(word, "xcomp")
        if wanted is not None and form is not Form.JUDGEMENT:
            return self._trimmed(tree.subtree(wanted))
        objects = [child for child in tree.children(word) if child > word and tree.relation(child) in _OBJECTS]
        if form is Form.JUDGEMENT and objects:
            return self._trimmed(range(word + 1, max(tree.subtree(child).stop for child in objects)))
        return range(0)

    def _around(self, word: int) -> range:
        """Give what stands around an inserted cue such as ``, he said``: before it, or on both sides."""
        tree = self._tree
        stated, inserted = tree.subtree(tree.heads[word]), tree.subtree(word)
        if inserted.start <= stated.start:
            return self._trimmed(range(inserted.stop, stated.stop))
        behind = range(inserted.stop, stated.stop)
        content = stated if len(self._trimmed(behind)) > 1 else range(stated.start, inserted.start)
        return self._trimmed(content)

    def _speaker(self, word: int) -> range:
        """Give who speaks: the subject, whom the passive names with ``by``, or that of the verb it is tied to."""
        tree = self._tree
        at = word
        while True:
            if tree.passive(at):
                agent = next((child for child in tree.children(at) if tree.relations[child] == "obl:agent"), None)
                return range(0) if agent is None else self._agent(agent)
            subject = tree.relation_of_child(at, "nsubj")
            if subject is not None:
                return self._trimmed(self._without_clauses(subject))
            if tree.relation(at) not in _TIED or tree.heads[at] == at:
                break
            at = tree.heads[at]
        if tree.relation(word) == "acl" and tree.tags[word] != "VBN":
            return self._trimmed(self._without_clauses(tree.heads[word]))
        return range(0)

    def _agent(self, word: int) -> range:
        named = self._without_clauses(word)
        return self._trimmed(named[1:] if self._form(named.start) == "by" else named)

    def _without_clauses(self, word: int) -> range:
        tree = self._tree
        whole = tree.subtree(word)
        clauses = [
            child for child in tree.children(word) if child > word and tree.relation(child) in {"acl", "parataxis"}
        ]
        return range(whole.start, min([whole.stop, *(tree.subtree(child).start for child in clauses)]))

    def _trimmed(self, words: range) -> range:
        first, after = words.start, words.stop
        while first < after and (self._tree.relations[first] == "punct" or self._form(first) == "that"):
            first += 1
        while after > first and self._tree.relations[after - 1] == "punct" and self._form(after - 1) not in {'"', "”"}:
            after -= 1
        return range(first, after)


def said_by_grammar(text: str, tree: Tree, start: int, end: int, quotes: Sequence[Quotation]) -> list[Said]:
    """Cut a sentence at its first reporting verb outside quotations; nothing where it has none with a clause."""
    within = tree.words(start, end)
    for one in reported(text, tree, within):
        inside = any(quote.inner_start <= tree.starts[one.cue] < quote.inner_end for quote in quotes)
        spoken = one.form is Form.SPEECH and one.clause and len(one.content) >= _FEWEST_SAID
        if spoken and not inside and one.content.start in within:
            return _beside(text, tree, within, one)
    return []


def _beside(text: str, tree: Tree, within: range, one: Reported) -> list[Said]:
    """Give what is reported, and what the article states before and behind it."""
    source, begins = "", -1
    if one.source:
        begins = tree.starts[one.source.start]
        source = text[begins : tree.ends[one.source.stop - 1]].strip(' ,"“”')
    cue = [child for child in tree.children(one.cue) if tree.relation(child) in _OF_CUE]
    first = min(one.content.start, one.cue, *one.source[:1], *(tree.subtree(child).start for child in cue))
    after = max(one.content.stop, one.cue + 1, one.source.stop)
    leads = tree.starts[one.source.start] if one.source and one.source.start < one.content.start else -1
    said = Said(
        tree.starts[one.content.start], tree.ends[one.content.stop - 1], source, cue_start=leads, source_start=begins
    )
    own = [
        Said(tree.starts[part.start], tree.ends[part.stop - 1])
        for part in (range(within.start, first), range(after, within.stop))
        if len(part) >= _FEWEST_OWN and any(tree.tags[word] in FINITE for word in part)
    ]
    return sorted([*own, said])
