"""Foreign words stay words: every renderer shows them, none obeys them."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from tests.export import example_report
from workbench.export.escaping import bold, lines, link, words
from workbench.export.markdown import render_article

ROWS = [
    json.loads(line) for line in (Path(__file__).parents[1] / "hostile_inputs.jsonl").read_text("utf-8").splitlines()
]
HOSTILE = [
    pytest.param(row["payload"], id=row["id"])
    for row in ROWS
    if row["kind"] in {"markdown", "terminal", "markup", "filename", "csv", "prompt"}
]
TRICKY = st.text(st.sampled_from("ab.1)(*_-+=#`~<>[]!|\\&;:/@{}%$^'\"w \n\t\u00a0\u202e\ud800é“—一"), max_size=40)
ANYTHING = st.one_of(TRICKY, st.text(st.characters(codec=None), max_size=60))


def commonmark() -> MarkdownIt:
    """Read plain CommonMark with raw HTML, where a footnote is an ordinary bracket."""
    return MarkdownIt("commonmark")


def everything() -> MarkdownIt:
    """Read GitHub's Markdown with links made of bare addresses, and what other renderers add."""
    parser = MarkdownIt("gfm-like", {"html": True, "linkify": True})
    for plugin in (front_matter_plugin, footnote_plugin, deflist_plugin, dollarmath_plugin):
        parser.use(plugin)
    return parser


def shown(text: str) -> str:
    """Say what a reader is to see of foreign words."""
    drawn = re.sub("[\x00-\x08\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]", "\ufffd", text)
    return re.sub("[ \t\n\x0b\x0c\r]+", " ", drawn).strip(" ")


def flat(tokens: list[Token]) -> list[Token]:
    return [part for token in tokens for part in (token, *flat(token.children or []))]


def structure(markdown: str, parser: MarkdownIt) -> list[str]:
    """Give the kinds of all that a document is made of, bare text left out."""
    kinds = [token.type for token in flat(parser.parse(markdown)) if token.type not in {"text", "text_special"}]
    return [kind for kind in kinds if kind != "softbreak"]


def frame(markdown: str, parser: MarkdownIt) -> list[str]:
    """Give the structure of a report; lines and paragraphs of a rationale, an excerpt or a note count as one."""
    kinds = [kind for kind in structure(markdown, parser) if kind != "hardbreak"]
    paragraph = ["paragraph_open", "inline", "paragraph_close"]
    found: list[str] = []
    for kind in kinds:
        found.append(kind)
        if found[-6:] == paragraph * 2:
            del found[-3:]
    return found


def targets(markdown: str, parser: MarkdownIt) -> list[str]:
    return [str(token.attrs["href"]) for token in flat(parser.parse(markdown)) if token.type == "link_open"]


def seen(markdown: str, parser: MarkdownIt) -> str:
    return "".join(token.content for token in flat(parser.parse(markdown)) if token.type.startswith("text"))


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
