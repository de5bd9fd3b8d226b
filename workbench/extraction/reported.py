"""Find who says what in the grammar of a sentence: a reporting verb, whoever is its subject, and the clause it brings."""

import re
from collections.abc import Iterator, Sequence

from workbench.domain.syntax_tree import Tree
from workbench.extraction.nominal_cues import by_noun
from workbench.extraction.quotes import Quotation
from workbench.extraction.reporting_verbs import ASKED, BASES, DENYING, JUDGING, NEGATING, NOBODY, SAYING
from workbench.extraction.reports import Form, Reported
from workbench.extraction.roles import MONTHS
from workbench.extraction.said import Said
from workbench.extraction.tokens import FINITE

_CLAUSES = ("ccomp", "csubj")
_OBJECTS = frozenset({"obj", "xcomp", "obl"})
_OF_CUE = frozenset({"nsubj", "aux", "cop"})
_FEWEST_OWN = 4
_FEWEST_SAID = 3
_OPENS = 3
_OF_LISTENERS = frozenset(
    "say tell ask add write post show find read continue remind inform assure advise urge".split()
)
_ISSUED = frozenset("statement letter tweet post release email note message memo".split())
_ASIDES = frozenset({"–", "—", "("})
_PRESENT = frozenset({"i", "we", "you"})
_AND_THAT = re.compile(r",? ?(?:and|but|or) that ")
_TIED = frozenset({"conj", "xcomp", "advcl"})


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
        named = by_noun(self._text, tree, word)
        if named is not None:
            yield named
        base = BASES.get(self._form(word))
        if base is None or not tree.tags[word].startswith("VB"):
            return
        form = Form.SPEECH if base in SAYING else Form.JUDGEMENT if base in JUDGING else Form.THOUGHT
        content = self._clause(word, form)
        brought = content or self._object(word, form)
        source = self._speaker(word)
        addressed = form is not Form.SPEECH and source and self._form(source.start) in _PRESENT
        if brought and not addressed:
            yield Reported(source, word, brought, form, clause=bool(content))

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
        content = self._trimmed(content)
        if source and content:
            yield Reported(source, word, content, Form.SPEECH, clause=True)

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
        meant = tree.relation_of_child(word, "obj") if form is Form.THOUGHT else None
        if (
            meant is not None
            and meant > word
            and (wanted is not None or tree.relation_of_child(meant, "acl") is not None)
        ):
            last = meant if wanted is None else max(meant, wanted)
            return self._trimmed(range(tree.subtree(meant).start, tree.subtree(last).stop))
        if wanted is not None and form is not Form.JUDGEMENT:
            return self._trimmed(tree.subtree(wanted))
        objects = [child for child in tree.children(word) if child > word and tree.relation(child) in _OBJECTS]
        if form is Form.JUDGEMENT and objects:
            return self._trimmed(range(word + 1, max(tree.subtree(child).stop for child in objects)))
        named = next((child for child in objects if tree.relations[child] == "obj"), None)
        base = BASES[self._form(word)]
        governs = base == "rule" and tree.relation_of_child(word, "compound") is None
        if form is Form.SPEECH and named is not None and base not in _OF_LISTENERS and not governs:
            return self._trimmed(tree.subtree(named))
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
                return self._author(at) if agent is None else self._agent(agent)
            subjects = [child for child in tree.children(at) if tree.relation(child) == "nsubj"]
            subject = next((child for child in subjects if self._form(child) not in MONTHS), None)
            if subject is not None:
                return self._trimmed(self._without_clauses(subject))
            if tree.relation(at) not in _TIED or tree.heads[at] == at:
                break
            at = tree.heads[at]
        if tree.relation(word) != "acl" or tree.tags[word] == "VBN":
            return range(0)
        told = tree.heads[word]
        if self._form(told) in _ISSUED and tree.relation(told) == "obj":
            return self._speaker(tree.heads[told])
        return self._trimmed(self._without_clauses(told))

    def _author(self, word: int) -> range:
        """Give who wrote the paper in which something was told: ``In a letter sent by Roe, clerks were told …``."""
        tree = self._tree
        papers = [child for child in tree.children(word) if self._form(child) in _ISSUED]
        sent = (child for paper in papers for child in tree.children(paper) if tree.relation(child) == "acl")
        authors = (tree.relation_of_child(verb, "obl") for verb in sent)
        named = next((one for one in authors if one is not None and tree.relations[one] == "obl:agent"), None)
        return range(0) if named is None else self._agent(named)

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
        while first < after - 1 and (self._tree.relations[first] == "punct" or self._form(first) == "that"):
            first += 1
        while after > first and self._tree.relations[after - 1] == "punct" and self._form(after - 1) not in {'"', "”"}:
            after -= 1
        return range(first, after)


def subject_among(text: str, tree: Tree, words: range) -> range:
    """Give the subject in the words in front of a cue: ``Jane Roe`` of ``On Monday Jane Roe``; all where none is."""
    outer = [word for word in words if tree.heads[word] not in words and tree.relation(word) == "nsubj"]
    named = (word for word in outer if text[tree.starts[word] : tree.ends[word]].casefold() not in MONTHS)
    subject = next(named, None)
    if subject is None:
        return words
    reach = tree.subtree(subject)
    after = [tree.tags[word] for word in range(reach.stop, words.stop) if tree.relations[word] != "punct"]
    explained = any(not tag.startswith("RB") for tag in after)  # ``Its lawyer, Peter Dunn``, which a parse may part
    return range(max(reach.start, words.start), words.stop if explained else min(reach.stop, words.stop))


def said_by_grammar(text: str, tree: Tree, start: int, end: int, quotes: Sequence[Quotation]) -> list[Said]:
    """Cut a sentence at its first reporting verb outside quotations; nothing where it has none with a clause."""
    within = tree.words(start, end)
    for one in reported(text, tree, within):
        inside = any(quote.inner_start <= tree.starts[one.cue] < quote.inner_end for quote in quotes)
        spoken = one.form is Form.SPEECH and one.clause and len(one.content) >= _FEWEST_SAID
        bare = text[tree.starts[one.cue] : tree.ends[one.cue]] == "according"
        aside = bare and text[max(0, tree.starts[one.cue] - 2) : tree.starts[one.cue]].strip() in _ASIDES
        if spoken and not inside and not aside and one.content.start in within and _claims(text, tree, one):
            return _beside(text, tree, within, one)
    return []


def _claims(text: str, tree: Tree, one: Reported) -> bool:
    """Say whether somebody claims what is reported: named, not counted, and neither denying it nor silent on it."""
    if not one.source and tree.tags[one.cue] in FINITE:
        return False  # it has a subject that the parse tied to something else
    form = text[tree.starts[one.cue] : tree.ends[one.cue]].casefold()
    who = text[tree.starts[one.source.start] : tree.ends[one.source.start]].casefold() if one.source else ""
    asked = text[tree.starts[one.content.start] : tree.ends[one.content.start]].casefold() in ASKED
    if who in NOBODY or asked or tree.tags[one.cue] == "VB":
        return False  # nobody says it, it is asked, or it only might be said: ``declined to say``, ``may say``
    return form not in DENYING and not negated(text, tree, one.cue) and not _counted(text, tree, one)


def negated(text: str, tree: Tree, word: int) -> bool:
    """Say whether a verb is negated: who did not say something does not claim it."""
    near = (text[tree.starts[child] : tree.ends[child]].casefold() for child in tree.children(word) if child < word)
    return any(form in NEGATING or form in {"n't", "n’t"} for form in near)


def _counted(text: str, tree: Tree, one: Reported) -> bool:
    """Say whether those who said something are counted: ``51 percent said so``, ``the number who said so rose``."""
    if one.source and "CD" in tree.tags[one.source.start : one.source.start + _OPENS]:
        return True
    bare = not one.source or text[tree.starts[one.source.start] :][:3].casefold() in {"who", "tha"}
    before = one.source.start - 1 if one.source else one.cue - 1
    return bare and tree.relation(one.cue) == "acl" and before >= 0 and tree.relations[before] != "punct"


def _beside(text: str, tree: Tree, within: range, one: Reported) -> list[Said]:
    """Give what is reported, and what the article states before and behind it."""
    one = _widened(text, tree, within, _kept_within(within, one))
    source, begins = "", -1
    if one.source:
        begins = tree.starts[one.source.start]
        source = text[begins : tree.ends[one.source.stop - 1]].strip(' ,"“”')
    cue = [child for child in tree.children(one.cue) if tree.relation(child) in _OF_CUE]
    first = min(one.content.start, one.cue, *one.source[:1], *(tree.subtree(child).start for child in cue))
    after = max(one.content.stop, one.cue + 1, one.source.stop)
    leads = begins if one.source and within.start <= one.source.start < one.content.start else -1
    said = Said(
        tree.starts[one.content.start], tree.ends[one.content.stop - 1], source, cue_start=leads, source_start=begins
    )
    beside = [
        Said(tree.starts[part.start], tree.ends[part.stop - 1])
        for part in (range(within.start, first), range(after, within.stop))
        if len(part) >= _FEWEST_OWN and any(tree.tags[word] in FINITE for word in part)
    ]
    return sorted([said, *(_continued(text, part, said) for part in beside)])


def _kept_within(within: range, one: Reported) -> Reported:
    """Leave out what lies behind the sentence: a parser may see none end where a stop is read as one."""
    return one._replace(content=range(one.content.start, min(one.content.stop, within.stop)))


def _widened(text: str, tree: Tree, within: range, one: Reported) -> Reported:
    """Take what stands between a cue and its clause, and what is left behind it, to be said as well.

    A clause ends too early where the parser ties its end to something else; what states something is another matter.
    """
    first, after = one.content.start, one.content.stop
    if first <= one.cue:
        return one
    gap, rest = range(one.cue + 1, first), range(after, within.stop)
    if any(tree.tags[word] in FINITE for word in gap):
        that = (word for word in gap if text[tree.starts[word] : tree.ends[word]].casefold() == "that")
        first = next(that, one.cue) + 1
    if not any(tree.tags[word] in FINITE for word in rest) and not (one.source and one.source.start >= after):
        after = within.stop
    return one._replace(content=range(first, after))


def _continued(text: str, part: Said, said: Said) -> Said:
    """Give ``, and that the road is closed`` behind what somebody says to the same speaker."""
    more = _AND_THAT.match(text, part.start, part.end)
    return part if more is None else said._replace(start=more.end(), end=part.end, cue_start=-1)
