"""The grammar of a stretch of text."""

import pytest

from tests.trees import tree

_TEXT, _TREE = tree("""
The DT det 2
ministry NN nsubj 3
said VBD root 0
that IN mark 7
ten CD nummod 6
ships NNS nsubj 7
sailed VBD ccomp 3
. . punct 3
""")


def test_words_are_those_that_lie_whole_between_two_offsets() -> None:
    start, end = _TEXT.index("that"), _TEXT.index(" .")
    assert _TREE.words(start, end) == range(3, 7)
    assert _TREE.words(start + 1, end) == range(4, 7), "a word that is cut at its start is left out"
    assert _TREE.words(start, end - 1) == range(3, 6), "so is one that is cut at its end"
    assert not _TREE.words(len(_TEXT), len(_TEXT))


@pytest.mark.parametrize(("word", "reach"), [(1, range(2)), (6, range(3, 7)), (2, range(8)), (4, range(4, 5))])
def test_a_subtree_is_a_word_with_all_below_it(word: int, reach: range) -> None:
    assert _TREE.subtree(word) == reach


def test_relations_are_told_without_their_subtypes() -> None:
    _, passive = tree("""
Two CD nummod 2
bridges NNS nsubj:pass 4
were VBD aux:pass 4
closed VBN root 0
""")
    assert passive.relation(1) == "nsubj"
    assert passive.relation_of_child(3, "nsubj") == 1
    assert passive.relation_of_child(3, "obj") is None
    assert passive.passive(3)
    assert not _TREE.passive(2)


def test_what_has_a_subject_or_is_a_verb_states_something() -> None:
    _, copula = tree("""
Rivers NNS nsubj 3
are VBP cop 3
wide JJ root 0
""")
    assert copula.predicates(2)
    assert not copula.predicates(0)
    assert _TREE.predicates(6)
