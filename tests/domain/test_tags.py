"""Tags are short, of one form, and nothing that a terminal would obey."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import hostile
from workbench.domain.search_words import parse_filter
from workbench.domain.tags import LONGEST, parse_tag, parse_tags, tag_words
from workbench.domain.text import printable
from workbench.errors import BadInput

HOSTILE = [one.payload for one in hostile("terminal", "markup") if isinstance(one.payload, str)]


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("Harbour", "harbour"),
        ("#harbour", "harbour"),
        ("  two  words ", "two-words"),
        ("e\u0301lection", "élection"),
        ("ÉLECTION", "élection"),
        ("выборы", "выборы"),
        ("चुनाव", "चुनाव"),
        ("2026/winter", "2026/winter"),
    ],
)
def test_a_tag_has_one_form(typed: str, tag: str) -> None:
    assert parse_tag(typed) == tag
    assert parse_tag(tag) == tag


@pytest.mark.parametrize(
    "typed", ["", " ", "#", "-x", "a:b", 'a"b', "a,b", "a\x1b[2J", "a\u202eb", "x" * 41, "[/x]", "🌊", "a\0", "\ud800"]
)
def test_what_is_no_tag_is_refused(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_tag(typed)
    assert printable(refused.value.message) == refused.value.message


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_words_are_refused_or_printable(typed: str) -> None:
    try:
        tag = parse_tag(typed)
    except BadInput:
        return
    assert printable(tag) == tag
    assert len(tag) <= LONGEST


@given(st.text())
def test_whatever_is_typed_is_one_tag_or_refused(typed: str) -> None:
    try:
        tag = parse_tag(typed)
    except BadInput:
        return
    assert parse_tag(tag) == tag
    assert parse_filter(f"tag:{tag}").tags == ((tag,),)
    assert tag_words((tag,)) == f"#{tag}"


def test_several_are_typed_into_one_field() -> None:
    assert parse_tags(" harbour, #Winter harbour ") == ("harbour", "winter")
    assert parse_tags("") == ()


def test_the_filter_wants_each_tag_or_one_of_several() -> None:
    assert parse_filter("tag:a tag:B,c").tags == (("a",), ("b", "c"))
    with pytest.raises(BadInput):
        parse_filter("tag:,")
