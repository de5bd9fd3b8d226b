"""Cutting long texts for the parser, and what is read of its arrays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.syntax.columns import LONGEST_PART, parts
from workbench.syntax.parser import ShippedParser
from workbench.syntax.pieces import LONGEST_PIECE, pieces
from workbench.syntax.pipelines import load, ready

_PARSER = ShippedParser()


@pytest.mark.parametrize(
    ("text", "cut_behind", "why"),
    [
        ("A short text.", (), "what is short stays whole"),
        ("", (), "even where there is nothing"),
        ("word " * 700 + "Done. " + "word " * 900, ("Done. ",), "a sentence ends in the later half"),
        ("word " * 700 + "“Done.” " + "word " * 900, ("“Done.” ",), "its quotation marks go with it"),
        ("Done. " + "word " * 1500, ("word ",), "one that ends early is no place to cut"),
        ("x" * (2 * LONGEST_PIECE), ("x",), "a word without end is cut where it has to be"),
    ],
)
def test_a_long_stretch_is_cut_where_a_reader_would_pause(text: str, cut_behind: tuple[str, ...], why: str) -> None:
    found = pieces(f"before {text} after", 7, 7 + len(text))
    assert [f"before {text}"[: piece.end].endswith(end) for piece, end in zip(found, cut_behind, strict=False)] == [
        True
    ] * len(cut_behind), why
    assert len(found) == len(cut_behind) + 1, why


@given(st.text("a.\n ", max_size=60), st.integers(0, 3))
def test_pieces_lie_end_to_end(text: str, times: int) -> None:
    whole = text * (times * 100)
    found = pieces(whole, 0, len(whole))
    assert "".join(whole[piece.start : piece.end] for piece in found) == whole
    assert all(piece.end - piece.start <= LONGEST_PIECE for piece in found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two  blanks.\n\nNew line.", ["Two", "blanks", ".", "New", "line", "."]),
        ("\n  \t", []),
        (" Don't go\u00a0there ", ["Do", "n't", "go", "there"]),
    ],
)
def test_blanks_are_no_words(text: str, words: list[str]) -> None:
    language = load()
    found = parts(language.vocab, 100, language.make_doc(text))
    assert [word.text for part in found for word in part.doc] == words
    starts = [start - 100 for part in found for start in part.starts]
    assert [text[start:][: len(word)] for start, word in zip(starts, words, strict=True)] == words


def test_a_text_of_marks_is_parsed_in_parts_of_bounded_size() -> None:
    language = load()
    text = "!?" * (LONGEST_PIECE // 2)
    found = parts(language.vocab, 0, language.make_doc(text))
    assert max(len(part.doc) for part in found) <= LONGEST_PART
    (tree,) = _PARSER.parse(text, [(0, len(text))])
    assert tree.starts == tuple(range(len(text)))


def test_the_end_of_a_line_is_read_as_a_blank() -> None:
    flowing = "The minister said on Monday that prices in Norway had fallen."
    broken = flowing.replace(" on ", "\n on\t").replace(" in ", "\r\nin ")
    (first,) = _PARSER.parse(flowing, [(0, len(flowing))])
    (second,) = _PARSER.parse(broken, [(0, len(broken))])
    assert (second.tags, second.relations, second.heads) == (first.tags, first.relations, first.heads)
    assert [broken[start:end] for start, end in zip(second.starts, second.ends, strict=True)] == [
        flowing[start:end] for start, end in zip(first.starts, first.ends, strict=True)
    ]


def test_stretches_that_need_several_readings_come_in_order() -> None:
    stretches, text = [], ""
    for at in range(12):
        body = f"Ship number {at} sailed. " * (150 if at % 3 else 2) * (at != 5)
        stretches.append((len(text), len(text) + len(body)))
        text += body + "Between. "
    trees = list(_PARSER.parse(text, stretches))
    assert len(trees) == len(stretches)
    for (start, end), tree in zip(stretches, trees, strict=True):
        assert (
            text[start:end].split()
            == "".join(
                text[a:b] + " " * text[b : b + 1].isspace() for a, b in zip(tree.starts, tree.ends, strict=True)
            ).split()
        )


def test_two_readings_may_take_turns() -> None:
    text = "Prices fell. " * 400
    alone = list(_PARSER.parse(text, [(0, 1000), (1000, len(text))]))
    one, other = (_PARSER.parse(text, [(0, 1000), (1000, len(text))]) for _ in range(2))
    turns = [next(one), next(other), next(one), next(other)]
    assert turns == [alone[0], alone[0], alone[1], alone[1]]


def test_what_is_learnt_of_words_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    (before,) = _PARSER.parse("Prices fell.", [(0, 12)])
    first = ready("").language
    assert ready("").language is first, "loaded once"
    with monkeypatch.context() as few:
        few.setattr("workbench.syntax.pipelines._MOST_WORDS", 1)
        (after,) = _PARSER.parse("Prices fell.", [(0, 12)])
    assert after == before
    assert ready("").language is not first
