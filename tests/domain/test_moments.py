"""Moments as people name them: dates, weekdays, and so long from now; all in UTC."""

from datetime import UTC, datetime

import pytest

from workbench.domain.moments import moment_words, parse_moment
from workbench.errors import BadInput

# A Tuesday.
NOW = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)


def micros(moment: datetime) -> int:
    return int(moment.timestamp()) * 1_000_000


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2026-11-30", datetime(2026, 11, 30, tzinfo=UTC)),
        ("2026-11-30 14:00", datetime(2026, 11, 30, 14, tzinfo=UTC)),
        ("2026-11-30T14:00+02:00", datetime(2026, 11, 30, 12, tzinfo=UTC)),
        ("2027-01", datetime(2027, 1, 1, tzinfo=UTC)),
        ("30 November 2026", datetime(2026, 11, 30, tzinfo=UTC)),
        ("tomorrow", datetime(2026, 11, 25, tzinfo=UTC)),
        ("Friday", datetime(2026, 11, 27, tzinfo=UTC)),
        ("tue", datetime(2026, 12, 1, tzinfo=UTC)),
        ("mon", datetime(2026, 11, 30, tzinfo=UTC)),
        (" 3h ", datetime(2026, 11, 24, 18, 30, tzinfo=UTC)),
        ("+2 days", datetime(2026, 11, 26, 15, 30, tzinfo=UTC)),
        ("45 min", datetime(2026, 11, 24, 16, 15, tzinfo=UTC)),
        ("1w", datetime(2026, 12, 1, 15, 30, tzinfo=UTC)),
    ],
)
def test_a_moment_is_read_as_a_person_means_it(words: str, expected: datetime) -> None:
    assert parse_moment(words, micros(NOW)) == micros(expected)


def test_no_words_are_no_moment() -> None:
    assert parse_moment("  ", micros(NOW)) is None


@pytest.mark.parametrize("words", ["soon", "2026-13-01", "31 February 2026", "99999d", "-3h", "\x1b[2J", "[/x]"])
def test_what_is_no_moment_is_refused_with_examples(words: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_moment(words, micros(NOW))
    assert "friday" in refused.value.hint
    assert "\x1b" not in refused.value.message


def test_an_error_echoes_what_was_typed() -> None:
    with pytest.raises(BadInput, match="Next Friday"):
        parse_moment("Next Friday", micros(NOW))
    with pytest.raises(BadInput, match="xx…' is no date"):
        parse_moment("x" * 70, micros(NOW))


@pytest.mark.parametrize("moment", [datetime(2026, 11, 30, tzinfo=UTC), datetime(2026, 11, 30, 14, 5, tzinfo=UTC)])
def test_a_moment_that_was_written_is_read_back(moment: datetime) -> None:
    assert parse_moment(moment_words(micros(moment)), micros(NOW)) == micros(moment)
