"""Where the grammar allows a sentence to be cut."""

import pytest

from tests.trees import tree
from workbench.extraction.clauses import may_cut
from workbench.extraction.propositions import propositions

_TWO_CLAUSES = """
Sales NNS nsubj 2
rose VBD root 0
in IN case 4
May NNP obl 2
, , punct 8
and CC cc 8
prices NNS nsubj 8
fell VBD conj 2
by IN case 10
half NN obl 8
"""
_ONE_OBJECT = """
Advisers NNS nsubj 2
want VBP root 0
China NNP obj 2
to TO mark 5
buy VB xcomp 2
large JJ amod 10
, , punct 8
specific JJ conj 6
farm NN compound 10
amounts NNS obj 5
"""
_TWO_NOUNS = """
The DT det 2
town NN nsubj 3
sold VBD root 0
ferries NNS obj 3
and CC cc 6
bridges NNS conj 4
built VBN acl 6
in IN case 9
1990 CD obl 7
"""
_RELATIVE = """
He PRP nsubj 2
leads VBZ root 0
the DT det 4
firm NN obj 2
, , punct 7
which WDT nsubj 7
owns VBZ acl:relcl 4
ten CD nummod 9
mines NNS obj 7
"""


@pytest.mark.parametrize(
    ("rows", "left", "right", "allowed", "why"),
    [
        (_TWO_CLAUSES, range(4), range(6, 10), True, "a coordinated clause with a subject of its own"),
        (_RELATIVE, range(4), range(6, 9), True, "a relative clause adds a fact"),
        (_ONE_OBJECT, range(6), range(7, 10), False, "half of an object is no clause"),
        (_TWO_NOUNS, range(4), range(5, 9), False, "a second noun with a participle states nothing"),
        (_TWO_CLAUSES, range(1), range(6, 10), False, "the left side has to state something as well"),
        (_TWO_CLAUSES, range(4), range(10, 10), False, "nothing is no clause"),
    ],
)
def test_a_cut_falls_between_clauses(rows: str, left: range, right: range, allowed: bool, why: str) -> None:
    _, grammar = tree(rows)
    assert may_cut(grammar, left, right) is allowed, why


def test_a_sentence_is_cut_where_its_grammar_allows_it() -> None:
    text, grammar = tree(_TWO_CLAUSES)
    found = [text[one.start : one.end] for one in propositions(text, 0, len(text), grammar)]
    assert found == ["Sales rose in May", "prices fell by half"]


def test_a_word_that_looks_like_a_verb_and_is_none_cuts_nothing() -> None:
    text, grammar = tree("""
The DT det 2
firm NN nsubj 3
demands VBZ root 0
pledges NNS obj 3
and CC cc 7
new JJ amod 7
claims NNS conj 4
of IN case 9
damage NN nmod 7
""")
    found = [text[one.start : one.end] for one in propositions(text, 0, len(text), grammar)]
    assert found == [text]
