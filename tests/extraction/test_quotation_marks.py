"""Quotation marks of all kinds, written one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.extraction.find import find_candidates
from workbench.extraction.quotation_marks import unified


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
