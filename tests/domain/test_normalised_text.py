"""What is normalised can be traced back exactly, whatever Unicode comes in."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.domain.normalising import NormalisedText, normalise
from workbench.domain.source_map import SourceMap
from workbench.domain.spans import quote_at

TROUBLE = st.sampled_from(
    [
        *"\r\n\t \u00a0\u2009\u2028\u00ad\ufeff\u200b\u2060\ufb01\ufb03é“’aeoq",
        *("\r\n", "\u0301", "\u0323", "\u0327", "\u0308", "\u0f73", "\u0f71", "\u0344", "\u212b", "\u1100", "\u1161"),
        *("\u11a8", "\uac00", "\u09c7", "\u09be", "\ud800", "\udfff", "\U0001d15e", "👩\u200d🚀", "\U0002f800"),
        *(
            "&",
            "amp;",
            "&amp;",
            "&quot;",
            "quot;",
            "&#8217;",
            "&#x27;",
            "#39;",
            "&lt;",
            "&nbsp;",
            "&#38;",
            ";",
            "\u037e",
            "<b>",
        ),
    ]
)
SOURCES = st.lists(TROUBLE | st.characters(codec=None, exclude_categories=()), max_size=24).map("".join)


def whole_places(text: str, source_map: SourceMap) -> list[int]:
    """Give the places at which the normalised text can be cut without cutting what was made whole."""
    return [
        place
        for place in range(len(text) + 1)
        if place in {0, len(text)}
        or source_map.to_source(place - 1, place)[1] <= source_map.to_source(place, place + 1)[0]
    ]


@given(SOURCES)
@example("q\u0301\u0323")
@example("e\u00ad\u0301")
@example("\ufb01\u0301n")
@example("\ufb03\u0323\ufb01")
@example("\u0f71\u0f73\u0301")
@example("fi\ufb01n\u0323\u0307\r\n\r")
def test_every_span_is_made_from_its_span_of_the_source(source: str) -> None:
    text, source_map = normalise(source)
    places = whole_places(text, source_map)
    for number, start in enumerate(places):
        for end in places[number + 1 :]:
            begin, finish = source_map.to_source(start, end)
            assert normalise(source[begin:finish]).text == text[start:end]


@given(SOURCES)
def test_spans_follow_each_other_in_the_source_and_stay_inside_it(source: str) -> None:
    text, source_map = normalise(source)
    reached = 0
    for place in range(len(text)):
        begin, end = source_map.to_source(place, place + 1)
        assert 0 <= begin < end <= len(source)
        assert begin >= reached or source_map.to_source(place - 1, place) == (begin, end)
        reached = end
        at, until = source_map.to_source(place, place)
        assert at == until


@given(SOURCES)
def test_a_stored_map_leads_the_same_way(source: str) -> None:
    text, source_map = normalise(source)
    stored = SourceMap.decode(source_map.encode())
    for start in range(len(text) + 1):
        for end in range(start, len(text) + 1):
            assert stored.to_source(start, end) == source_map.to_source(start, end)


@given(SOURCES)
def test_the_normalised_text_has_one_form(source: str) -> None:
    text = normalise(source).text
    assert unicodedata.is_normalized("NFC", text)
    assert not set("\r\u00a0\u2009\u2028\u00ad\ufeff\u200b\u2060\ufb01") & set(text)
    assert normalise(text).text == text


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
        ("a\u2028b", "a\nb", "a line separator ends a line"),
        ("5\u00a0km", "5 km", "a hard space is a space"),
        ("co\u00adoperate", "cooperate", "a soft hyphen is no letter"),
        ("\ufeffword", "word", "a byte-order mark is no letter"),
        ("e\u0301tat", "état", "composed letters"),
        ("e\u00ad\u0301tat", "état", "also across what was dropped"),
        ("of\ufb01ce", "office", "ligatures are two letters"),
        ("“quoted”", "“quoted”", "curly quotes stay"),
        ("a\tb", "a\tb", "a tab stays: it parts the cells of tables"),
        (
            "&quot;It&#039;s&nbsp;5&#x2009;km&#8221;&hellip;",
            "\"It's 5 km”…",
            "references of HTML are the marks they stand for",
        ),
        ("Pitt &amp; Co, R&D, AT&amp;amp;T", "Pitt & Co, R&D, AT&T", "also where they were written twice"),
        ("&amp;quot;yes&amp;quot;", '"yes"', "and where the mark itself was"),
        (
            "5 &lt; 6, &eacute; &#0; &unknown;",
            "5 &lt; 6, &eacute; &#0; &unknown;",
            "signs of comparison and what is not known stay",
        ),
        ("a <b>bold</b> word", "a <b>bold</b> word", "tags stay, for the reader to see; extraction passes over them"),
        ("می‌روم", "می‌روم", "joiners stay"),
        ("", "", "nothing stays nothing"),
    ],
)
def test_normalise(source: str, text: str, why: str) -> None:
    assert normalise(source).text == text, why


def test_marks_that_changed_places_are_given_back_together() -> None:
    text, source_map = normalise("xq\u0301\u0323y")
    assert text == "xq\u0323\u0301y"
    assert source_map.to_source(2, 3) == (1, 4)
    assert source_map.to_source(4, 5) == (4, 5)


def test_a_mountain_of_marks_is_read_and_traced_back() -> None:
    source = "a" + "\u0301\u0327" * 20_000 + " end"
    text, source_map = normalise(source)
    start = text.index("end")
    assert source_map.to_source(start, start + 3) == (len(source) - 3, len(source))


def test_a_plain_text_costs_one_piece() -> None:
    normalised: NormalisedText = normalise("5\u00a0km of ordinary words\n" * 1_000)
    assert len(normalised.source_map.encode()) < 40


def test_a_quote_keeps_what_stands_around_it() -> None:
    assert quote_at("x" * 40 + "HERE" + "y" * 40, 40, 44) == ("HERE", "x" * 32, "y" * 32)
    assert quote_at("HERE", 0, 4) == ("HERE", "", "")
