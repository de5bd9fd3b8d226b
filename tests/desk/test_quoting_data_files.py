"""Figures quoted from a data file are compared cell by cell; a number in prose stays whole."""

import pytest

from workbench.desk.quoting import quoted_in
from workbench.sources.capture.found_text import FoundText

PORTS = (
    'place,kind,rate,year\nPorthaven,harbour,91.2,2025\n"Tallinn, Estonia",4,88.0,2025\n"Z, south",412,"1,234",2019\n'
)
SPANISH = "lugar;tasa\nVigo;88,5\nCádiz;91,2\n"


def stands(words: str, text: str, *names: str) -> bool:
    found = quoted_in(words, FoundText(text, "workbench.plain", "1", {}), "text/plain", names=names)
    assert found.check is not None
    return found.check.verdict.stands


@pytest.mark.parametrize("words", ["91.2", "2025", "88.0", "412", "1,234", "Porthaven,harbour,91.2,2025"])
def test_a_cell_is_quoted_whatever_stands_in_the_next_one(words: str) -> None:
    assert stands(words, PORTS)


@pytest.mark.parametrize("words", ["91", "8.0", "234", "1", "12"])
def test_a_part_of_a_cell_is_a_number_that_was_cut(words: str) -> None:
    assert not stands(words, PORTS)


def test_rows_of_numbers_are_a_table_where_type_or_name_says_so() -> None:
    numbers = "12,345\n13,346\n"
    assert not stands("345", numbers)
    assert stands("345", numbers, "text/csv")
    assert stands("345", numbers, "", "https://example.org/rates.CSV?year=2025")


def test_a_decimal_comma_is_part_of_its_number_where_semicolons_part_the_cells() -> None:
    assert stands("88,5", SPANISH, "rates.csv")
    assert not stands("88", SPANISH, "rates.csv")


@pytest.mark.parametrize(
    "text", ["He paid 1,234 pounds.\nShe paid 5,234 too.\n", "So, 1,234 ships came.\nNo, 5,234 did.\n"]
)
def test_a_number_in_prose_is_not_cut_at_its_comma(text: str) -> None:
    assert not stands("234", text)


def test_a_cut_number_is_not_said_to_stand_in_the_source() -> None:
    text = "The port counted 1,234 ships, the town 5,234 of them."
    found = quoted_in("234", FoundText(text, "workbench.plain", "1", {}), "text/plain")
    assert found.check is not None
    assert not any("These words stand" in remark for remark in found.check.remarks)
    assert stands("234", f"{text} The lake counted 234.")
