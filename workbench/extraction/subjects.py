"""Whom a clause is about that was cut from its subject: ``and sank in May`` of ``The ship left and sank in May``."""

from workbench.domain.syntax_tree import Tree
from workbench.extraction.tokens import FINITE

_ADVERBS = frozenset({"RB", "RBR", "RBS"})
_NO_NAMES = frozenset({"PRP", "WP", "WDT", "EX"})
_LONGEST = 12
"""How many words a subject may have that is read into a clause: a longer one is no help to a reader."""


def missing_subject(tree: Tree, before: tuple[int, int], start: int, end: int) -> tuple[int, int] | None:
    """Give where the subject stands that a clause between two offsets shares with the one before it, or nothing.

    Only where there is little room for error: the clause opens with a finite verb and is coordinated with one whose
    subject opens the clause before, or it is relative to a name or plain noun that ends the clause before.
    """
    words, left = tree.words(start, end), tree.words(*before)
    opening = next((word for word in words if tree.tags[word] not in _ADVERBS), None)
    if opening is None or tree.tags[opening] not in FINITE:
        return None
    tops = [word for word in words if tree.heads[word] not in words]
    if len(tops) != 1 or tree.heads[tops[0]] not in left:
        return None
    top, head = tops[0], tree.heads[tops[0]]
    if tree.relation(top) == "acl":
        return _named(tree, _antecedent(tree, head, left))
    subject = tree.relation_of_child(head, "nsubj")
    own = tree.relation_of_child(top, "nsubj")
    if tree.relation(top) != "conj" or subject is None or own is not None:
        return None
    reach = tree.subtree(subject)
    return _named(tree, reach if reach.start <= left.start + 1 else range(0))


def _antecedent(tree: Tree, noun: int, left: range) -> range:
    """Give the phrase of a noun that ends the left side, where no other noun beside it could be meant."""
    below = [word for word in range(tree.subtree(noun).start, noun + 1) if tree.relation(word) != "case"]
    parts = [child for child in tree.children(noun) if tree.relation(child) in {"nmod", "conj"} and child < left.stop]
    above = tree.relation(noun) in {"nmod", "conj", "appos"}
    return range(0) if parts or above or not below else range(below[0], left.stop)


def _named(tree: Tree, words: range) -> tuple[int, int] | None:
    after = words.stop
    while after > words.start and tree.relations[after - 1] == "punct":
        after -= 1
    inner = range(words.start, after)
    if not 0 < len(inner) <= _LONGEST or tree.tags[inner.start] in _NO_NAMES or tree.relations[inner.start] == "punct":
        return None
    if any(tree.tags[word] in FINITE for word in inner):
        return None
    return tree.starts[words.start], tree.ends[after - 1]
