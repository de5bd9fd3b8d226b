"""Foreign words stay words: every renderer shows them, none obeys them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.export import example_report
from tests.export.markdown_readers import HOSTILE, commonmark, everything, frame, seen, shown, structure, targets
from workbench.export.escaping import bold, lines, link, words
from workbench.export.markdown import render_article

TRICKY = st.text(st.sampled_from("ab.1)(*_-+=#`~<>[]!|\\&;:/@{}%$^'\"w \n\t\u00a0\u202e\ud800é“—一"), max_size=40)
ANYTHING = st.one_of(TRICKY, st.text(st.characters(codec=None), max_size=60))


def assert_literal(text: str) -> None:
    written = words(text)
    written.encode("utf-8")
    assert "\n" not in written
    for parser in (commonmark(), everything()):
        if shown(text).strip("\u00a0\u2000\u3000"):
            assert structure(written, parser) in (["paragraph_open", "inline", "paragraph_close"], [])
        assert seen(written, parser).strip() == shown(text).strip()


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_words_are_one_paragraph_of_plain_text(payload: str) -> None:
    assert_literal(payload)


@given(ANYTHING)
@settings(max_examples=400, deadline=None)
def test_any_words_are_one_paragraph_of_plain_text(text: str) -> None:
    assert_literal(text)


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_words_change_nothing_in_the_structure_of_a_report(payload: str) -> None:
    plain = render_article(example_report.report(say=lambda _: "word"))
    hostile = render_article(example_report.report(say=lambda _: f"w {payload} w"))
    for parser in (commonmark(), everything()):
        assert frame(hostile, parser) == frame(plain, parser)
        assert targets(hostile, parser) == targets(plain, parser)


@given(ANYTHING)
@settings(max_examples=40, deadline=None)
def test_no_words_change_the_structure_of_a_report(text: str) -> None:
    plain = render_article(example_report.report(say=lambda _: "word"))
    hostile = render_article(example_report.report(say=lambda _: f"word{text}word"))
    hostile.encode("utf-8")
    assert frame(hostile, everything()) == frame(plain, everything())
    assert targets(hostile, everything()) == targets(plain, everything())


@pytest.mark.parametrize("payload", HOSTILE)
def test_site_generators_find_no_shortcode(payload: str) -> None:
    assert not re.search(r"\{\{|\{%|\{#|<%", words(payload))


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "http:",
        "https:///x",
        " https://example.org",
        "//example.org",
    ],
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert targets(link(url), everything()) == []


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://example.org/a_(b)?q=1&r=2#f", "https://example.org/a_(b)?q=1&r=2#f"),
        ("https://example.org/a>b", "https://example.org/a%3Eb"),
        ("https://example.org/a\n\n# b", "https://example.org/a%0A%0A#%20b"),
        ("https://example.org/{{< x >}}", "https://example.org/%7B%7B%3C%20x%20%3E%7D%7D"),
        ("https://example.org/ü\ud800", "https://example.org/%C3%BC%3F"),
        ("http://[2001:db8::1]/x", None),
    ],
)
def test_a_web_address_links_to_itself_and_nothing_escapes_it(url: str, target: str | None) -> None:
    found = targets(link(url), everything())
    assert len(found) == 1
    assert target is None or found == [target]


@given(st.text(st.characters(codec=None), max_size=40))
@settings(max_examples=200, deadline=None)
def test_no_address_breaks_out_of_its_link(tail: str) -> None:
    written = link("https://example.org/" + tail)
    assert structure(written, commonmark()) == [
        "paragraph_open",
        "inline",
        "link_open",
        "link_close",
        "paragraph_close",
    ]


@pytest.mark.parametrize(
    ("before", "exact", "after"),
    [
        ("he said ", "it rose", " today"),
        ("said", "“it rose”", "yesterday"),
        ("他说", "“涨了”", "但是"),
        ("", "*", ""),
        ("a", "-b-", "c"),
        ("a ", " b ", " c"),
        ("x*", "*y*", "*z"),
        ("", "a\nb", "\nc"),
    ],
)
def test_exact_words_are_bold_whatever_stands_beside_them(before: str, exact: str, after: str) -> None:
    written = bold(before, exact, after)
    kinds = structure(written, commonmark())
    assert kinds == ["paragraph_open", "inline", "strong_open", "strong_close", "paragraph_close"]
    assert seen(written, commonmark()).replace(" ", "") == re.sub(r"\s", "", before + exact + after)


@given(TRICKY, TRICKY.filter(lambda text: bool(shown(text).strip("\u00a0"))), TRICKY)
@settings(max_examples=300, deadline=None)
def test_any_exact_words_are_bold(before: str, exact: str, after: str) -> None:
    assert structure(bold(before, exact, after), commonmark()).count("strong_open") == 1


def test_lines_of_a_rationale_stay_lines_and_paragraphs_stay_paragraphs() -> None:
    written = "\n".join(lines("First:\r\n- one\n# two\n\n\nSecond."))
    kinds = structure(written, commonmark())
    assert kinds.count("paragraph_open") == 2
    assert kinds.count("hardbreak") == 2
    assert not {"heading_open", "bullet_list_open"} & set(kinds)


def test_quotes_are_not_normalised() -> None:
    decomposed = "Cafe\u0301 \ufb01ve\u00a0km"
    assert words(decomposed) == decomposed


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("It was :smile: he said", "It was \\:smile: he said"),
        (":+1:", "\\:+1:"),
        ("a :thumbs_up: b", "a \\:thumbs\\_up: b"),
        ("at 10:30:45 it ended", "at 10:30:45 it ended"),
    ],
)
def test_no_picture_is_made_of_a_name_between_colons(text: str, written: str) -> None:
    assert words(text) == written
