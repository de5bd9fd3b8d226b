"""What people type into a search is read, or refused with what to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.search_words import DATES, SEARCH_FIELDS, Sought, SoughtWords, parse_filter, parse_search
from workbench.errors import BadInput
from workbench.index.queries import query_of

PIECES = [
    "-",
    '"',
    ":",
    " ",
    "ferry",
    "48,000",
    "é",
    "\x00",
    "\ud800",
    "(",
    "*",
    "\\",
    "[a",
    "+x",
    "~2",
    "AND",
    "//",
    "٣",
]
NAMES = [f"{name}:" for name in (*SEARCH_FIELDS, *DATES, "order", "nofield")]
VALUES = ["open", "2021", "9999", "0001", "0.5", "A-1", "999999999999999", "quantity", "claimer"]


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from([*PIECES, *NAMES, *VALUES]), max_size=12).map("".join)))
def test_whatever_is_typed_is_read_or_refused_with_a_hint(text: str) -> None:
    try:
        sought = parse_search(text)
        query_of(sought, None)
    except BadInput as refused:
        if not (refused.message and refused.hint):
            raise
        return
    assert sought != Sought()


def test_words_phrases_fields_and_what_is_left_out_are_told_apart() -> None:
    sought = parse_search('ferry "nine years" -sold -"for sale" state:queued -kind:event on:2021-02')
    assert sought.words == (SoughtWords("ferry", exactly=False), SoughtWords("nine years", exactly=True))
    assert [(words.text, words.exactly) for words in sought.without] == [("sold", False), ("for sale", True)]
    assert sought.wanted.states == ("queued",)
    assert [filter_.kinds for filter_ in sought.unwanted] == [("event",)]
    assert (sought.last or 0) - (sought.first or 0) == 27


def test_an_address_is_a_word_and_a_near_field_is_named() -> None:
    assert parse_search("http://a.org/b").words[0].text == "http://a.org/b"
    for typed, hint in (("befor:2020", "before:"), ("claimr:x", "claimer:")):
        with pytest.raises(BadInput) as refused:
            parse_search(typed)
        assert hint in refused.value.hint


def test_filters_and_searches_are_one_language() -> None:
    words = 'ferry "nine years" -sold -kind:event state:queued on:2021-02 claimer:"Inga Holm"'
    sought, wanted = parse_search(words), parse_filter(words)
    assert wanted.words == tuple(one.text for one in sought.words)
    assert (wanted.states, wanted.claimer, wanted.first, wanted.last) == (
        ("queued",),
        "Inga Holm",
        sought.first,
        sought.last,
    )
    assert [(one.words, one.kinds) for one in wanted.without] == [(("sold",), ()), ((), ("event",))]
    for wrong in ("state:", "nofield:x", "-on:2021", "on:never", "x " * 51, "x" * 2_001, "state:queued " * 51):
        for parse in (parse_filter, parse_search):
            with pytest.raises(BadInput) as refused:
                parse(wrong)
            assert refused.value.hint


def test_the_last_word_may_be_unfinished_while_somebody_types() -> None:
    def beginnings(text: str, *, typing: bool) -> list[str]:
        return [one.text for one in parse_search(text, typing=typing).words if one.begins]

    assert beginnings("ferry bri", typing=True) == ["bri"]
    assert beginnings("ferry bri", typing=False) == []
    assert beginnings("ferry bri ", typing=True) == []
    assert beginnings('ferry "bri', typing=True) == []
    assert beginnings("ferr* bridge", typing=False) == ["ferr"]
    assert parse_filter("ferr*").words == ("ferr",)
