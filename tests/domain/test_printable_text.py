"""What is drawn is safe, and what is safe is left as it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Hostile, hostile
from workbench.domain.text import printable, storable

DANGEROUS = (
    set(range(0x20)) - {0x0A}
    | {0x7F, *range(0x80, 0xA0), 0xAD, 0x34F, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, *range(0x2028, 0x202F)}
    | {*range(0x2060, 0x2070), 0x3164, 0xFEFF, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0100)}
    | {*range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF, 0x10FFFF}
)
ODD = st.sampled_from([chr(code) for code in sorted(DANGEROUS)] + list("\n\u200c\u200d\u0301\u05b0\ufe0f\u20dd👩ه[]\\"))
ANYTHING = st.text(st.characters(codec=None, exclude_categories=()) | ODD, max_size=100)


def is_safe(text: str) -> bool:
    return DANGEROUS.isdisjoint(map(ord, text))


def longest_heap(text: str) -> int:
    longest = heap = 0
    for mark in text:
        heap = heap + 1 if unicodedata.category(mark) in {"Mn", "Me"} else 0
        longest = max(longest, heap)
    return longest


@pytest.mark.parametrize("row", hostile("terminal"), ids=lambda row: row.id)
def test_no_hostile_text_reaches_the_terminal(row: Hostile) -> None:
    for newlines in (True, False):
        shown = printable(str(row.payload), newlines=newlines)
        assert is_safe(shown)
        assert longest_heap(shown) <= 8
        assert shown.encode("utf-8")


@pytest.mark.parametrize("row", hostile("markup"), ids=lambda row: row.id)
def test_markup_is_no_danger_here_and_stays_as_it_was_written(row: Hostile) -> None:
    assert printable(str(row.payload)) == row.payload


@given(ANYTHING, st.booleans())
def test_printable_is_safe_and_changes_nothing_the_second_time(text: str, newlines: bool) -> None:
    shown = printable(text, newlines=newlines)
    assert is_safe(shown)
    assert longest_heap(shown) <= 8
    assert newlines or "\n" not in shown
    assert printable(shown, newlines=newlines) == shown
    shown.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "shown", "why"),
    [
        ("\x1b]52;c;eA==\x07", "␛]52;c;eA==␇", "controls are shown as pictures"),
        ("a\tb", "a b", "a tab is a space"),
        ("a\nb\r\nc", "a b  c", "line ends are spaces in one line"),
        ("a\u200bb", "a\ufffdb", "what is hidden becomes visible"),
        ("pass\u200dword", "pass\ufffdword", "a joiner between Latin letters only hides"),
        ("\ud83d", "\ufffd", "half a surrogate pair can't be written"),
        ("e" + "\u0301" * 12, "e" + "\u0301" * 8, "eight marks on one letter are enough"),
        ("o" + "\u20dd" * 12, "o" + "\u20dd" * 8, "enclosing marks too"),
        ("😀" + "\U000e0100" * 40, "😀" + "\U000e0100" * 8, "variation selectors can't carry a hidden text"),
    ],
)
def test_what_is_dangerous_is_shown_as_something_harmless(text: str, shown: str, why: str) -> None:
    assert printable(text) == shown, why


@pytest.mark.parametrize(
    "text",
    ["“Zoë” paid €5 – 汉字", "👩‍🚀 ❤️‍🔥", "می‌روم", "क्‍ष", "שָׁלוֹם", "Tiếng Việt", "\U0001f1e9\U0001f1ea", "[/x]"],
)
def test_ordinary_words_of_any_script_stay_as_they_are(text: str) -> None:
    assert printable(text) == text


def test_line_ends_stay_where_they_are_asked_for() -> None:
    assert printable("one\ntwo\x0b", newlines=True) == "one\ntwo␋"


def test_storable_replaces_what_no_database_can_hold() -> None:
    assert storable("a\ud800b\0c") == "a\ufffdb\ufffdc"
