"""Quotation marks of all kinds, written one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.extraction.find import find_candidates
from workbench.extraction.quotation_marks import unified, with_partners


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("''It fell,'' Roe said. ''Twice.''", " “It fell,”  Roe said.  “Twice.” ", "two apostrophes of a typewriter"),
        ("``It fell,'' Roe said.", " “It fell,”  Roe said.", "grave accents open"),
        ("‘The workers’ pay fell,’ Roe said.", "“The workers’ pay fell,” Roe said.", "an apostrophe closes nothing"),
        ("a ‘special bond’ of old", "a “special bond” of old", "words held at a distance"),
        ("'It fell,' Roe said.", "“It fell,” Roe said.", "straight single marks around speech"),
        ("the dogs' bones and 'em", "the dogs' bones and 'em", "apostrophes alone"),
        ("the 'quoted' word", "the 'quoted' word", "a straight mark closes behind a stop alone"),
        ("“He said ‘no.’ Twice,” Roe said", "“He said ‘no.’ Twice,” Roe said", "a quotation inside another one"),
        ("‘It fell\nin May’ it", "‘It fell\nin May’ it", "no quotation goes over a line"),
        ("in the ’80s they’d gone", "in the ’80s they’d gone", "an apostrophe opens nothing"),
    ],
)
def test_marks(text: str, expected: str, why: str) -> None:
    assert unified(text) == expected, why


@given(st.text(alphabet="aB ,.'\"‘’“”`\n", max_size=60))
def test_nothing_moves(text: str) -> None:
    found = unified(text)
    assert len(found) == len(text)
    kept = [(old, new) for old, new in zip(text, found, strict=True) if old != new]
    assert all(old in "'`‘’" and new in "“” " for old, new in kept)


def test_british_speech_has_a_speaker() -> None:
    text = "‘The bridge cost three million pounds,’ said Ana Reyes, the mayor."
    (claim,) = find_candidates(text).candidates
    assert (text[claim.start : claim.end], claim.claimer) == ("The bridge cost three million pounds", "Ana Reyes")


@pytest.mark.parametrize(
    ("text", "words", "expected", "why"),
    [
        (
            "hailed it as “fantastic” today",
            "hailed it as “fantastic",
            "hailed it as “fantastic”",
            "its end is taken in",
        ),
        ("“It fell” twice", "It fell” twice", "“It fell” twice", "its beginning is taken in"),
        ("(The law holds. It fell)", "(The law holds", "The law holds", "a mark whose partner is far away is left out"),
        ('as "big" ones', 'as "big', 'as "big"', "straight marks"),
        ("It fell” twice", "It fell”", "It fell", "a mark alone at the end"),
        ("( It fell in May", "( It fell", "It fell", "nor the blank behind it"),
        ("as is) it fell", ") it fell", "it fell", "an end at the beginning"),
        ("It “fell” twice", "It “fell” twice", "It “fell” twice", "nothing alone"),
    ],
)
def test_a_mark_comes_with_its_partner(text: str, words: str, expected: str, why: str) -> None:
    start = text.index(words)
    found = with_partners(text, start, start + len(words))
    assert text[slice(*found)] == expected, why
