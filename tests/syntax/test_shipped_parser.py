"""The parser that ships with the program, on texts of all sorts."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.domain.syntax_tree import Tree
from workbench.syntax.parser import ShippedParser
from workbench.syntax.pieces import LONGEST_PIECE
from workbench.syntax.pipelines import WEIGHTS

_PARSER = ShippedParser()


def _parsed(text: str) -> Tree:
    (tree,) = _PARSER.parse(text, [(0, len(text))])
    return tree


def _see_that_it_fits(text: str, tree: Tree, start: int = 0) -> None:
    """See that the words cover all that is not blank, in order, and that everything points to words."""
    count = len(tree.starts)
    assert len(tree.ends) == len(tree.tags) == len(tree.relations) == len(tree.heads) == count
    assert all(begin < end for begin, end in zip(tree.starts, tree.ends, strict=True))
    assert all(tree.ends[word] <= tree.starts[word + 1] for word in range(count - 1))
    gaps = [start, *(bound for pair in zip(tree.starts, tree.ends, strict=True) for bound in pair), start + len(text)]
    assert not "".join(text[a - start : b - start] for a, b in zip(gaps[::2], gaps[1::2], strict=True)).strip()
    assert all(0 <= head < count for head in tree.heads)
    assert all((tree.relations[word] == "root") == (tree.heads[word] == word) for word in range(count))
    assert tree.sentences[:1] == (0,) * bool(count)
    assert all(before < after for before, after in pairwise(tree.sentences))
    assert all(0 <= name.first < name.after <= count for name in tree.names)


@settings(deadline=None)  # the first one loads the weights
@given(st.text(st.characters(), max_size=120))
@example("")
@example(" \n\t\u00a0 ")
@example("half \ud83d of a character")
@example("\x00\x1b[31m\u202eabc")
@example("👩‍👩‍👧 e\u0301 ﬁ")
def test_every_text_comes_back_with_exact_offsets(text: str) -> None:
    _see_that_it_fits(text, _parsed(text))


@pytest.mark.parametrize("text", ["x" * (3 * LONGEST_PIECE), "word " * LONGEST_PIECE, "no end, " * LONGEST_PIECE])
def test_long_lines_are_parsed_in_pieces(text: str) -> None:
    _see_that_it_fits(text, _parsed(text))


def test_stretches_are_parsed_apart_with_the_offsets_of_the_whole_text() -> None:
    text = "Ignored. The minister said that prices fell. Not this. Ten ships sailed."
    stretches = [(9, 44), (55, len(text))]
    first, second = _PARSER.parse(text, stretches)
    assert text[first.starts[0] : first.ends[-1]] == "The minister said that prices fell."
    assert text[second.starts[0] : second.ends[-1]] == "Ten ships sailed."


def test_a_plain_sentence_is_read_as_its_readers_do() -> None:
    text = "The minister said on Monday that prices in Norway had fallen."
    tree = _parsed(text)
    words = [text[start:end] for start, end in zip(tree.starts, tree.ends, strict=True)]
    said, minister, fallen = (words.index(word) for word in ("said", "minister", "fallen"))
    assert (tree.relations[said], tree.heads[minister], tree.heads[fallen]) == ("root", said, said)
    assert (tree.relation(minister), tree.relation(fallen)) == ("nsubj", "ccomp")
    assert (tree.tags[said], tree.tags[fallen]) == ("VBD", "VBN")
    assert "PLACE" in {name.kind for name in tree.names if words[name.first] == "Norway"}


def test_sentences_are_told_apart() -> None:
    text = 'Prices fell. "We are glad," he said. The U.S. sold ten ships to Dr. Holm.'
    tree = _parsed(text)
    assert [text[tree.starts[first] :][:10] for first in tree.sentences] == ["Prices fel", '"We are gl', "The U.S. s"]


def test_the_weights_come_with_a_card_that_names_data_and_licence() -> None:
    card = (WEIGHTS / "MODEL_CARD.md").read_text("utf-8")
    for words in ("CC BY-SA 4.0", "EWT", "GUM", "workbench.syntax.training.train"):
        assert words in card
