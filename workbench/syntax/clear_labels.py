"""Read the labels of spaCy's own English pipelines, which follow ClearNLP, as Universal Dependencies.

There a preposition stands above its noun, a form of ``to be`` above what is said, and each member of a list below the
one before; here it is the other way round. Only what extraction looks at is turned with care.
"""

from workbench.syntax.columns import Grammar

_RENAMED = {
    "acomp": "xcomp",
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "npadvmod": "obl:unmarked",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "pcomp": "advcl",
    "pobj": "obl",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prep": "case",
    "agent": "case",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
_BE = frozenset("be am is are was were been being 's 're 'm ’s ’re ’m".split())
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})


def universal(grammar: Grammar) -> Grammar:
    """Give the same grammar in Universal Dependencies."""
    return _Turning(grammar).turned()


class _Turning:
    """A grammar on its way from one scheme to the other."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._relations = list(grammar.relations)
        self._heads = list(grammar.heads)

    def turned(self) -> Grammar:
        depths = self._depths()
        order = sorted(range(len(self._heads)), key=lambda word: -depths[word])
        for word in order:  # from below, so that "out of the house" is turned from the inside
            if self._relations[word] in _PREPOSITIONS:
                self._turn_preposition(word)
        for word in order:
            if self._grammar.forms[word].lower() in _BE:
                self._turn_copula(word)
        self._turn_lists()
        relations = (self._renamed(word) for word in range(len(self._heads)))
        return self._grammar._replace(relations=tuple(relations), heads=tuple(self._heads))

    def _depths(self) -> list[int]:
        depths = [-1] * len(self._heads)
        for word in range(len(self._heads)):
            way, at = list[int](), word
            while depths[at] < 0 and self._heads[at] != at:
                way.append(at)
                at = self._heads[at]
            depths[at] = max(depths[at], 0)
            for step in reversed(way):
                depths[step] = depths[self._heads[step]] + 1
        return depths

    def _children(self, word: int, *relations: str) -> list[int]:
        return [
            child
            for child, head in enumerate(self._heads)
            if head == word != child and (not relations or self._relations[child] in relations)
        ]

    def _take_place(self, lower: int, upper: int) -> None:
        """Put a word where its head was, with the head and all that hung on it below."""
        root = self._heads[upper] == upper
        for child in self._children(upper):
            self._heads[child] = lower
        self._heads[lower] = lower if root else self._heads[upper]
        self._heads[upper] = lower

    def _turn_preposition(self, word: int) -> None:
        relation, head = self._relations[word], self._heads[word]
        nouns, clauses = self._children(word, "pobj"), self._children(word, "pcomp")
        if head == word or not (nouns or clauses):
            return
        lower = (nouns or clauses)[0]
        verbal = self._grammar.tags[head].startswith(("VB", "MD", "JJ", "RB"))
        self._take_place(lower, word)
        if self._relations[head] in _PREPOSITIONS:
            self._relations[lower] = "pobj" if nouns else "pcomp"
        elif nouns:
            self._relations[lower] = "obl:agent" if relation == "agent" else "obl" if verbal else "nmod"
        else:
            self._relations[lower] = "advcl" if verbal else "acl"
        self._relations[word] = "case" if nouns else "mark"

    def _turn_copula(self, word: int) -> None:
        said = self._children(word, "attr", "acomp")
        if not said or self._relations[word] in {"aux", "auxpass"}:
            return
        if self._children(word, "expl"):  # "there is a way": the way is what is
            self._relations[said[0]] = "nsubj"
            return
        relation = self._relations[word]
        self._take_place(said[0], word)
        self._relations[said[0]], self._relations[word] = relation, "cop"

    def _turn_lists(self) -> None:
        for word in range(len(self._heads)):
            while self._relations[word] == "conj" and self._relations[self._heads[word]] == "conj":
                self._heads[word] = self._heads[self._heads[word]]
        for word in range(len(self._heads)):
            if self._relations[word] == "cc":
                member = self._heads[word]
                first = self._heads[member] if self._relations[member] == "conj" else member
                after = [other for other in self._children(first, "conj") if other > word]
                self._heads[word] = after[0] if after else member

    def _renamed(self, word: int) -> str:
        relation = self._relations[word]
        if self._heads[word] == word:
            return "root"
        if relation == "aux" and self._grammar.tags[word] == "TO":
            return "mark"
        return _RENAMED.get(relation, relation)
