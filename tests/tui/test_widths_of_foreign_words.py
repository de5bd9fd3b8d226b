"""Wide letters, emoji, marks and joiners: each row is as wide as its pane, and no cluster is cut in half."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from workbench.tui.cells import cluster_end, fitted, padded, steady, steady_by_place, width_of
from workbench.tui.widgets.wrapping import rows_of

PIECES = st.sampled_from(
    [
        *("a", " ", "word ", "\n", "漢", "字", "仮名", "שלום", "سلام", "می\u200cخواهم", "हिन्दी", "ไทย", "한글"),
        *("👩\u200d👩\u200d👧", "❤\ufe0f", "👍🏽", "🇩🇪", "🇫🇷", "🏳\ufe0f\u200d🌈", "1\ufe0f\u20e3", "☺", "🚀"),
        *("e\u0301", "n" + "\u0303" * 100, "\u200b", "\u200d", "\x1b[2J", "\t", "\u202e", "\u0301", "\ufe0f"),
    ]
)
WORDS = st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join)


def clusters(text: str) -> set[int]:
    """Give the places where a cluster of a text ends."""
    places, at = {0}, 0
    while at < len(text):
        at = cluster_end(text, at, len(text))
        places.add(at)
    return places


@settings(deadline=None, max_examples=150)
@given(WORDS, st.integers(1, 40))
@example("👩\u200d👩\u200d👧 family", 3)
@example("n" + "\u0303" * 100 + "o", 1)
def test_what_is_fitted_is_no_wider_than_its_room(text: str, width: int) -> None:
    shown = fitted(text, width)
    assert cell_len(shown) <= width
    assert cell_len(padded(text, width)) == width
    whole = steady(text)
    assert shown == whole or (shown.endswith("…") and whole.startswith(shown[:-1].rstrip()))


@settings(deadline=None, max_examples=150)
@given(WORDS, st.integers(8, 40))
@example("字" * 9 + "n" + "\u0303" * 100, 9)
@example("\u200d".join("👩" * 50), 8)
@example("aaaaaaa \u202e", 8)
def test_no_row_is_wider_than_its_pane_and_none_cuts_a_cluster(text: str, columns: int) -> None:
    rows = rows_of(text, 0, len(text), columns)
    for row in rows:
        assert width_of(text[row.start : row.end]) <= columns
    assert [row.start for row in rows] == sorted(row.start for row in rows)
    kept = "".join(text[row.start : row.end] for row in rows)
    assert kept.replace(" ", "") == text.replace("\n", "").replace(" ", "")
    for line_start, line in _lines(text):
        ends = {line_start + place for place in clusters(line)}
        inside = [row for row in rows if line_start <= row.start and row.end <= line_start + len(line)]
        assert all(row.start in ends and row.end in ends for row in inside)


def _lines(text: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, line))
        at += len(line) + 1
    return found


@settings(deadline=None, max_examples=100)
@given(WORDS)
def test_a_field_draws_a_character_for_each_of_its_own(text: str) -> None:
    assert len(steady_by_place(text)) == len(text)


@settings(deadline=None, max_examples=100)
@given(WORDS)
def test_the_parts_of_what_is_drawn_are_together_as_wide_as_the_whole(text: str) -> None:
    shown = steady(text)
    assert cell_len(shown) == sum(cell_len(character) for character in shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("👩\u200d👩\u200d👧", "👩👩👧"),
        ("🇩🇪", "DE"),
        ("❤\ufe0f", "❤"),
        ("👍🏽", "👍"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_terminals_measure_differently_is_drawn_alike_everywhere(text: str, shown: str) -> None:
    assert steady(text) == shown
