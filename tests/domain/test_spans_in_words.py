"""How long something lasts or has lasted, where there is little room."""

import pytest

from workbench.domain.waiting import due_words, elapsed_span, short_span

MINUTE = 60_000_000
HOUR, DAY = 60 * MINUTE, 24 * 60 * MINUTE


@pytest.mark.parametrize(
    ("span", "lasts", "ago"),
    [
        (1, "1 min", "1 min"),
        (11 * MINUTE + 1, "12 min", "11 min"),
        (90 * MINUTE, "90 min", "90 min"),
        (5 * HOUR + 1, "6 h", "5 h"),
        (3 * DAY + HOUR, "4 days", "3 days"),
    ],
)
def test_what_is_left_is_rounded_up_and_what_is_past_down(span: int, lasts: str, ago: str) -> None:
    assert short_span(span) == lasts
    assert elapsed_span(span) == ago


def test_a_deadline_is_due_and_then_late() -> None:
    assert due_words(2 * DAY, DAY) == "due Saturday"
    assert due_words(DAY, DAY + 3 * HOUR) == "late by 3 h"
