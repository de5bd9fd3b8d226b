"""Moments in the zone of a desk; any words are read or refused."""

import contextlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.moments import moment_words, parse_moment
from workbench.errors import BadInput

NOW = datetime(2026, 11, 25, 22, 30, 15, tzinfo=UTC)
"""A Wednesday; in Helsinki it is Thursday already."""


def micros(when: datetime) -> int:
    return int(when.timestamp()) * 1_000_000


@pytest.mark.parametrize(
    ("words", "zone", "expected"),
    [
        ("2026-12-01", "UTC", datetime(2026, 12, 1, tzinfo=UTC)),
        (" 2026-12-01  14:00 ", "UTC", datetime(2026, 12, 1, 14, tzinfo=UTC)),
        ("2026-12-01", "Europe/Helsinki", datetime(2026, 11, 30, 22, tzinfo=UTC)),
        ("2026-12-01 14:00", "Europe/Helsinki", datetime(2026, 12, 1, 12, tzinfo=UTC)),
        ("2026-07-01 14:00", "Europe/Helsinki", datetime(2026, 7, 1, 11, tzinfo=UTC)),
        ("2026-12-01 14:00Z", "Europe/Helsinki", datetime(2026, 12, 1, 14, tzinfo=UTC)),
        ("2026-12-01T14:00+05:30", "Europe/Helsinki", datetime(2026, 12, 1, 8, 30, tzinfo=UTC)),
        ("tomorrow", "UTC", datetime(2026, 11, 26, tzinfo=UTC)),
        ("Tomorrow", "Europe/Helsinki", datetime(2026, 11, 26, 22, tzinfo=UTC)),
        ("wed", "UTC", datetime(2026, 12, 2, tzinfo=UTC)),
        ("wed", "Europe/Helsinki", datetime(2026, 12, 1, 22, tzinfo=UTC)),
        ("3h", "Europe/Helsinki", datetime(2026, 11, 26, 1, 30, 15, tzinfo=UTC)),
    ],
)
def test_a_moment_is_meant_in_the_zone_of_the_desk(words: str, zone: str, expected: datetime) -> None:
    assert parse_moment(words, micros(NOW), zone) == micros(expected)


@pytest.mark.parametrize(
    ("words", "zone", "said"),
    [
        ("2026-02-30", "UTC", "no date"),
        ("0001-01-01", "Asia/Tokyo", "too far away"),
        ("9999-12-31T23:59-11:00", "UTC", "too far away"),
        ("2026-12-01", "Mars/Olympus", "not known"),
        ("2026-12-01", "../etc", "not known"),
    ],
)
def test_what_names_no_moment_is_refused(words: str, zone: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        parse_moment(words, micros(NOW), zone)


@given(st.integers(micros(datetime(2000, 1, 1, tzinfo=UTC)), micros(datetime(2100, 1, 1, tzinfo=UTC))))
def test_what_is_shown_can_be_read_back_to_the_minute(instant: int) -> None:
    assert parse_moment(moment_words(instant), micros(NOW)) == instant // 60_000_000 * 60_000_000


@given(st.text(max_size=30), st.sampled_from(["UTC", "Asia/Tokyo", "America/Lima"]))
def test_any_words_are_read_or_refused(words: str, zone: str) -> None:
    with contextlib.suppress(BadInput):
        parse_moment(words, micros(NOW), zone)
