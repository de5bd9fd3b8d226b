"""Say from the grammar of a sentence whether it may be cut at a place."""

from workbench.domain.syntax_tree import Tree

_CLAUSES = frozenset({"root", "conj", "parataxis", "advcl", "acl", "ccomp", "csubj", "appos"})
_TIES = frozenset({"punct", "cc", "mark", "advmod", "discourse"})


def may_cut(tree: Tree, left: range, right: range) -> bool:
    """Say whether the words on both sides of a cut are clauses of their own.

    The right side is one where it hangs together by one word that states something and belongs to the left side as
    a clause: coordinated, adverbial, relative or beside it. Where a phrase of the left side goes on, as in
    ``agree to large | and specific purchases``, it is none. The left side has to keep a word that states something.
    """
    if not left or not right:
        return False
    if not any(tree.predicates(word) for word in left):
        return False
    tops = [word for word in right if tree.heads[word] == word or tree.heads[word] not in right]
    heads = [word for word in tops if tree.relation(word) not in _TIES]
    stating = [word for word in heads if tree.relation(word) in _CLAUSES and tree.predicates(word)]
    return bool(stating) and all(_fits(tree, word, left) for word in stating)


def _fits(tree: Tree, word: int, left: range) -> bool:
    """Say whether what a clause is coordinated with states something as well: a noun's second half is no clause."""
    head = tree.heads[word]
    if tree.relations[word] != "conj" or head not in left:
        return True
    return tree.predicates(head)
