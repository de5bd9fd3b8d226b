"""A line that has no room for all of its words says so."""

import pytest

from workbench.tui.widgets.line_list import Span, in_room


@pytest.mark.parametrize(
    ("words", "width", "shown"),
    [
        (("evidence ", "added by ana"), 12, "evidence ad…"),
        (("evidence ", "added"), 14, "evidence added"),
        (("evidence ", "added"), 9, "evidence…"),
        (("evidence    ", ""), 9, "evidence"),
    ],
)
def test_a_line_that_is_cut_ends_with_a_mark(words: tuple[str, ...], width: int, shown: str) -> None:
    assert "".join(span.words for span in in_room([Span(one) for one in words], width)) == shown
