"""What is said of the time left is steady, and of a part of some work it is said as of the whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.progress import Estimate, Share, bar, left_words, share_words


def test_a_steady_work_counts_down() -> None:
    estimate = Estimate(100.0)
    for second in range(1, 50):
        estimate.heard(100.0 + second, second, 100)
        left = estimate.left(100.0 + second)
        if second >= 2:
            assert left == pytest.approx(100 - second)


def test_nothing_is_said_before_anybody_can_know() -> None:
    estimate = Estimate(0.0)
    estimate.heard(0.5, 50, 100)
    assert estimate.left(0.5) is None
    estimate.heard(2.0, 0, 0)
    assert estimate.left(2.0) is None
    assert left_words(None) == ""


def test_a_step_of_unknown_length_begins_the_count_anew() -> None:
    estimate = Estimate(0.0)
    estimate.heard(10.0, 0, 0)
    estimate.heard(20.0, 50, 100)
    assert estimate.left(20.0) == pytest.approx(10.0)


@given(st.lists(st.integers(1, 40), min_size=3, max_size=60))
def test_what_is_left_never_leaps(steps: list[int]) -> None:
    """However unevenly the work goes on, a second moves the time left by no more than a fifth of the difference."""
    whole, done, estimate = sum(steps), 0, Estimate(0.0)
    before: float | None = None
    for second, step in enumerate(steps, 1):
        done += step
        estimate.heard(float(second), done, whole)
        left = estimate.left(float(second))
        raw = second * (whole - done) / done
        if before is not None and left is not None:
            assert abs(left - (before - 1)) <= abs(raw - (before - 1)) * 0.2 + 1
        before = left


def test_a_part_is_told_as_its_share_of_the_whole() -> None:
    heard = list[tuple[str, int, int]]()
    share = Share(lambda *told: heard.append(told), 40, 20, 100)
    share.hear("reading", 0, 0)
    share.hear("finding claims", 5, 10)
    share.hear("finding claims", 10, 10)
    assert heard == [("reading", 40, 100), ("finding claims", 50, 100), ("finding claims", 60, 100)]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (3, "a few seconds left"),
        (12, "about 20 s left"),
        (61, "about 2 min left"),
        (1_000, "about 20 min left"),
        (5_400, "about 1.5 h left"),
    ],
)
def test_time_is_said_no_more_exactly_than_it_is_known(seconds: float, words: str) -> None:
    assert left_words(seconds) == words


def test_a_bar_is_as_long_as_it_is_asked_to_be() -> None:
    assert (bar(1, 2, 10), bar(0, 0, 4), bar(9, 3, 4)) == ("█████░░░░░", "░░░░", "████")
    assert (share_words(1, 3), share_words(0, 0)) == (" 33 %", "")
