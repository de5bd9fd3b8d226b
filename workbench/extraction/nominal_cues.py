"""Nouns that bring what somebody says: ``the mayor's claim that``, ``a warning from the bank that``, ``issued a warning that``."""

from workbench.domain.syntax_tree import Tree
from workbench.extraction.reports import Form, Reported

_NOUNS = frozenset(
    "claim claims warning warnings statement allegation allegations assertion announcement suggestion prediction estimate promise "
    "view belief admission accusation accusations comment remark argument finding findings conclusion contention charge "
    "assurance reminder declaration insistence complaint complaints fear fears".split()
)
_VERBS = frozenset(
    "make makes made making issue issues issued issuing give gives gave repeat repeats repeated renew renewed publish published "
    "release released face faced file filed level levelled leveled send sent".split()
)
_TAKEN = frozenset({"face", "faced"})
_BY = frozenset({"from", "by"})
_AHEAD = 10


def by_noun(text: str, tree: Tree, word: int) -> Reported | None:
    """Give what a noun of saying brings with ``that``, where the sentence tells whose it is."""
    if _form(text, tree, word) not in _NOUNS or not tree.tags[word].startswith("NN"):
        return None
    that = _that(text, tree, word)
    source = _whose(text, tree, word, that)
    if that < 0 or not source:
        return None
    content = _content(tree, word, that)
    return Reported(source, word, content, Form.SPEECH, clause=True) if content else None


def _form(text: str, tree: Tree, word: int) -> str:
    return text[tree.starts[word] : tree.ends[word]].casefold()


def _that(text: str, tree: Tree, word: int) -> int:
    """Give the ``that`` behind a noun, with nothing but whose it is, or ``is``, in between; or -1."""
    for at in range(word + 1, min(word + _AHEAD, len(tree.starts))):
        if _form(text, tree, at) == "that":
            return at
        if tree.tags[at].startswith(("VB", "MD")) and _form(text, tree, at) not in {"is", "was"}:
            return -1
    return -1


def _content(tree: Tree, word: int, that: int) -> range:
    """Give the clause behind ``that``; nothing where ``that`` is its subject: ``a claim that shook the town``."""
    clause = tree.heads[that]
    if clause <= that or tree.relation(that) == "nsubj" or not tree.predicates(clause):
        return range(0)
    own = tree.relation_of_child(clause, "nsubj", "csubj", "expl")
    if own is None:
        return range(0)
    subjects = [child for child in tree.children(clause) if child > that]
    after = max([clause + 1, *(tree.subtree(child).stop for child in subjects if tree.relation(child) != "punct")])
    return range(that + 1, after) if word < that else range(0)


def _whose(text: str, tree: Tree, word: int, that: int) -> range:
    owner = next((child for child in tree.children(word) if tree.relations[child] == "nmod:poss"), None)
    if owner is not None:
        reach = tree.subtree(owner)
        return range(reach.start, reach.stop - (tree.tags[reach.stop - 1] == "POS"))
    if that > word + 1 and _form(text, tree, word + 1) in _BY:
        return range(word + 2, that)
    verb = tree.heads[word]
    issued = tree.relation(word) == "obj" and _form(text, tree, verb) in _VERBS - _TAKEN
    subject = tree.relation_of_child(verb, "nsubj") if issued else None
    return range(0) if subject is None else tree.subtree(subject)
