"""A text is cut into stretches: claims, parts of them, what was refused, and the rest; nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.rows import PlacedClaim, RefusedRow, SpanRow
from claims_db.vocabulary import ClaimState
from workbench.domain.coverage import Extent, Stretch, StretchForm, stretch_words, stretches_of

TEXT = 'News\n\nThe ferry sank, she said. "We love it," said Berg. It rained'
SENTENCES = [Extent(0, 4), Extent(6, 31), Extent(32, 56), Extent(57, 66)]


def claim(number: int, start: int, end: int, state: ClaimState = ClaimState.QUEUED, rating: str = "") -> PlacedClaim:
    return PlacedClaim(number, SpanRow(start, end, start, end), state, rating)


def shown(found: tuple[Stretch, ...], text: str = TEXT) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], stretch_words(one)) for one in found]


def test_every_sentence_ends_as_claim_part_of_one_refused_or_other_text() -> None:
    refused = [RefusedRow(0, 4, "heading"), RefusedRow(33, 43, "feeling or wish")]
    assert shown(stretches_of(TEXT, SENTENCES, [claim(1, 6, 20)], refused)) == [
        ("News", "refused: heading"),
        ("The ferry sank", "claim C-1 queued"),
        ("she said", "part of C-1"),
        ("We love it", "refused: feeling or wish"),
        ("said Berg", "beside what was refused: feeling or wish"),
        ("It rained", "other text"),
    ]


def test_words_of_a_claim_are_no_longer_refused() -> None:
    refused = [RefusedRow(0, 4, "heading")]
    claims = [claim(7, 0, 4, ClaimState.RECORDED, "False")]
    assert shown(stretches_of(TEXT, SENTENCES, claims, refused))[0] == ("News", "claim C-7 recorded, False")


def test_a_claim_in_another_one_is_shown_before_it() -> None:
    found = stretches_of(TEXT, SENTENCES, [claim(1, 6, 30), claim(2, 10, 20)], ())
    assert shown(found)[1:4] == [
        ("The", "claim C-1 queued"),
        ("ferry sank", "claim C-2 queued; inside C-1"),
        (", she said", "claim C-1 queued"),
    ]


def test_what_was_refused_twice_has_both_reasons() -> None:
    refused = [RefusedRow(57, 66, "too short"), RefusedRow(57, 66, "too vague to check")]
    assert shown(stretches_of(TEXT, SENTENCES, (), refused))[-1] == (
        "It rained",
        "refused: too short; too vague to check",
    )


def test_a_claim_over_two_sentences_is_one_stretch() -> None:
    assert ('The ferry sank, she said. "We love it', "claim C-1 queued") in shown(
        stretches_of(TEXT, SENTENCES, [claim(1, 6, 43)], ())
    )


@pytest.mark.parametrize("text", ["", " \n ", "…!"])
def test_a_text_without_words_has_no_stretches(text: str) -> None:
    assert stretches_of(text, (), (), ()) == ()


extents = st.lists(st.tuples(st.integers(0, 39), st.integers(1, 12)), max_size=8)


@given(st.text("ab1 ,.\n", min_size=40, max_size=40), extents, extents)
def test_every_letter_stands_in_exactly_one_stretch(
    text: str, claims: list[tuple[int, int]], refused: list[tuple[int, int]]
) -> None:
    placed = [claim(number, start, min(40, start + long)) for number, (start, long) in enumerate(claims, 1)]
    refusals = [RefusedRow(start, min(40, start + long), "opinion") for start, long in refused]
    found = stretches_of(text, [Extent(0, 17), Extent(18, 40)], placed, refusals)
    assert [one.start for one in found] == sorted(one.start for one in found)
    for at, letter in enumerate(text):
        here = [one for one in found if one.start <= at < one.end]
        assert len(here) <= 1
        if letter.isalnum():
            (one,) = here
            inside = [claim for claim in placed if claim.span.start <= at < claim.span.end]
            assert (one.form is StretchForm.CLAIM) == bool(inside)
            assert {claim.number for claim in one.claims} >= {claim.number for claim in inside}
            was_refused = any(row.start <= at < row.end for row in refusals)
            assert (one.form is StretchForm.REFUSED) == (was_refused and not inside)
