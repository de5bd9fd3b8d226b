"""Dates and references as people write them."""

import contextlib
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.rows import DateRow
from claims_db.vocabulary import DatePrecision
from workbench.domain.dates import first_day, instant_words, parse_date
from workbench.domain.references import article_reference, claim_reference, evidence_reference, parse_reference
from workbench.errors import BadInput

MINUTE, DAY, MONTH, YEAR = DatePrecision.MINUTE, DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("2021", DateRow("2021", YEAR)),
        (" 2021-11 ", DateRow("2021-11", MONTH)),
        ("2021-11-23", DateRow("2021-11-23", DAY)),
        ("23 November 2021", DateRow("2021-11-23", DAY)),
        ("23\u00a0november  2021", DateRow("2021-11-23", DAY)),
        ("Tuesday, 23rd Nov 2021", DateRow("2021-11-23", DAY)),
        ("Sept. 3, 2021", DateRow("2021-09-03", DAY)),
        ("May 2020", DateRow("2020-05", MONTH)),
        ("2021-11-23T10:05Z", DateRow("2021-11-23T10:05", MINUTE, "Z")),
        ("2021-11-23 10:05:30.250 +0200", DateRow("2021-11-23T10:05", MINUTE, "+02:00")),
        ("2021-11-23T10:05:30-03:30", DateRow("2021-11-23T10:05", MINUTE, "-03:30")),
        ("2021-11-23 10:05 UTC", DateRow("2021-11-23T10:05", MINUTE, "Z")),
        ("2021-11-23T10:05", DateRow("2021-11-23T10:05", MINUTE)),
    ],
)
def test_a_date_keeps_the_precision_and_the_zone_it_is_given_in(words: str, row: DateRow) -> None:
    assert parse_date(words) == row


@pytest.mark.parametrize(
    "words",
    ["", "soon", "2021-13", "2021-02-30", "31 April 2021", "0000", "May 0000", "23.11.2021", "11/23/2021", "２０２１", "2021-1-2",
     "2021-11-23T25:00", "2021-11-23T10:61", "2021-11-23T10:05:99", "2021-11-23T10:05+25:00", "2021 " + " " * 200 + "x", "\x1b[2J"],
)  # fmt: skip
def test_what_is_no_date_is_refused_in_one_line_with_a_hint(words: str) -> None:
    with pytest.raises(BadInput) as bad:
        parse_date(words)
    assert bad.value.hint
    assert bad.value.message.isprintable()
    assert len(bad.value.message) < 100


@given(st.text(max_size=30))
def test_reading_a_date_never_breaks(words: str) -> None:
    with contextlib.suppress(BadInput):
        row = parse_date(words)
        assert parse_date(row.value + row.zone) == row
        assert first_day(row).year == int(row.value[:4])


@given(st.datetimes(), st.integers(-23 * 60, 23 * 60))
def test_every_instant_is_read_to_the_minute(when: datetime, minutes: int) -> None:
    zoned = when.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    row = parse_date(zoned.isoformat())
    assert datetime.fromisoformat(row.value + row.zone) == zoned.replace(second=0, microsecond=0)


@given(st.dates())
def test_every_day_is_read_as_it_is_written(when: date) -> None:
    assert parse_date(when.isoformat()) == DateRow(when.isoformat(), DAY)
    assert first_day(parse_date(when.isoformat())) == when


def test_the_first_day_of_a_month_and_a_year() -> None:
    assert first_day(DateRow("2021-11", MONTH)) == date(2021, 11, 1)
    assert first_day(DateRow("2021", YEAR)) == date(2021, 1, 1)


def test_an_instant_is_written_in_utc() -> None:
    assert instant_words(1_637_662_830_999_999) == "2021-11-23T10:20:30Z"


@given(st.integers(1, 999_999_999))
def test_a_reference_is_read_back(number: int) -> None:
    for letter, written in (("C", claim_reference), ("A", article_reference), ("E", evidence_reference)):
        for words in (written(number), written(number).lower(), f" {letter}{number} ", str(number)):
            assert parse_reference(words, letter) == number


@pytest.mark.parametrize(
    "words", ["", "C", "A-12", "C-12.5", "C--1", "-1", "C-" + "9" * 40, "C-2147483648", "C-١", "\x1b[2J"]
)
def test_what_is_no_reference_is_refused_in_one_line_with_a_hint(words: str) -> None:
    with pytest.raises(BadInput) as bad:
        parse_reference(words, "C")
    assert bad.value.message.isprintable()
    assert "C-12" in bad.value.hint
