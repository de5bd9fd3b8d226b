"""The edges of chosen words move from word to word, whatever the text."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.choosing import end_moved, parts_of, start_moved, words_in
from workbench.domain.coverage import Extent

TEXT = "“We carried 48,000 passengers – in 2019,” said Berg (the head)."


def chosen(words: str) -> Extent:
    return Extent(TEXT.index(words), TEXT.index(words) + len(words))


def of(extent: Extent) -> str:
    return TEXT[extent.start : extent.end]


def test_words_are_without_the_marks_around_them() -> None:
    words = [of(one) for one in words_in(TEXT, 0, len(TEXT))]
    assert words == ["We", "carried", "48,000", "passengers", "in", "2019", "said", "Berg", "the", "head"]


def test_the_start_moves_by_words_and_one_stays() -> None:
    assert of(start_moved(TEXT, chosen("carried 48,000"), 1)) == "48,000"
    assert of(start_moved(TEXT, chosen("48,000"), 1)) == "48,000"
    assert of(start_moved(TEXT, chosen("48,000"), -1)) == "carried 48,000"
    assert of(start_moved(TEXT, chosen("We"), -1)) == "We"


def test_the_end_moves_by_words_and_one_stays() -> None:
    assert of(end_moved(TEXT, chosen("passengers"), 1)) == "passengers – in"
    assert of(end_moved(TEXT, chosen("in 2019"), 1)) == "in 2019,” said"
    assert of(end_moved(TEXT, chosen("passengers – in"), -1)) == "passengers"
    assert of(end_moved(TEXT, chosen("passengers"), -1)) == "passengers"
    assert of(end_moved(TEXT, chosen("head"), 1)) == "head"


def test_words_are_cut_where_others_begin_and_end() -> None:
    whole = chosen("We carried 48,000 passengers – in 2019")
    assert [of(one) for one in parts_of(TEXT, whole, chosen("48,000"))] == [
        "We carried",
        "48,000",
        "passengers – in 2019",
    ]
    assert [of(one) for one in parts_of(TEXT, whole, chosen("in 2019,” said"))] == [
        "We carried 48,000 passengers",
        "in 2019",
    ]
    assert [of(one) for one in parts_of(TEXT, whole, whole)] == ["We carried 48,000 passengers – in 2019"]


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60), st.sampled_from([1, -1]))
def test_whatever_the_text_the_edges_stay_inside_it(text: str, start: int, end: int, step: int) -> None:
    before = Extent(min(start, end, len(text)), min(max(start, end), len(text)))
    for after in (start_moved(text, before, step), end_moved(text, before, step)):
        assert 0 <= after.start <= after.end <= len(text)
    for part in parts_of(text, Extent(0, len(text)), before):
        assert text[part.start : part.end].strip() == text[part.start : part.end] != ""
