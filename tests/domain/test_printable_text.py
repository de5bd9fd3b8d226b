"""What is drawn is safe; what is normalised can be traced back exactly."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Hostile, hostile
from workbench.domain.source_map import SourceMap
from workbench.domain.spans import quote_at
from workbench.domain.text import normalise, printable, storable

ANYTHING = st.text(st.characters(codec=None, exclude_categories=()), max_size=200)


def is_safe(text: str) -> bool:
    return all(
        (mark >= " " or mark == "\n")
        and not 0x7F <= ord(mark) <= 0x9F
        and mark not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u2028\u2029"
        and not 0xD800 <= ord(mark) <= 0xDFFF
        for mark in text
    )


@pytest.mark.parametrize("row", hostile("terminal", "markup"), ids=lambda row: row.id)
def test_no_hostile_text_reaches_the_terminal(row: Hostile) -> None:
    assert is_safe(printable(str(row.payload), newlines=True))


@given(ANYTHING)
def test_printable_is_safe_and_changes_nothing_the_second_time(text: str) -> None:
    shown = printable(text)
    assert is_safe(shown)
    assert "\n" not in shown
    assert printable(shown) == shown
    shown.encode("utf-8")


def test_ordinary_words_stay_as_they_are() -> None:
    assert printable("“Zoë” paid €5 – 汉字 👩‍🚀") == "“Zoë” paid €5 – 汉字 👩‍🚀"


@given(ANYTHING)
def test_every_span_of_the_normalised_text_comes_from_its_span_of_the_source(source: str) -> None:
    text, source_map = normalise(source)
    assert SourceMap.decode(source_map.encode()).to_source(0, len(text)) == source_map.to_source(0, len(text))
    last = 0
    for start in range(len(text)):
        begin, end = source_map.to_source(start, start + 1)
        assert 0 <= begin < end <= len(source)
        assert begin >= last - 64
        last = begin
        assert text[start] in normalise(source[begin:end]).text


@given(st.text(max_size=120))
def test_a_word_is_found_again_in_the_source(source: str) -> None:
    marked = f"{source} needle {source}"
    text, source_map = normalise(marked)
    start = text.index(" needle ") + 1
    begin, end = source_map.to_source(start, start + 6)
    assert marked[begin:end] == "needle"


@pytest.mark.parametrize(
    ("source", "text", "why"),
    [
        ("a\r\nb\rc", "a\nb\nc", "line ends become line feeds"),
        ("5\u00a0km", "5 km", "a hard space is a space"),
        ("co\u00adoperate", "cooperate", "a soft hyphen is no letter"),
        ("e\u0301tat", "état", "composed letters"),
        ("of\ufb01ce", "office", "ligatures are two letters"),
        ("“quoted”", "“quoted”", "curly quotes stay"),
    ],
)
def test_normalise(source: str, text: str, why: str) -> None:
    assert normalise(source).text == text, why
    assert unicodedata.is_normalized("NFC", normalise(source).text)


def test_a_quote_keeps_what_stands_around_it() -> None:
    quote = quote_at("x" * 40 + "HERE" + "y" * 40, 40, 44)
    assert quote == ("HERE", "x" * 32, "y" * 32)


def test_storable_replaces_what_no_database_can_hold() -> None:
    assert storable("a\ud800b\0c") == "a\ufffdb\ufffdc"
