"""Every page goes through pandoc and cmark-gfm: footnotes and tables are such, and nothing in them is active."""

import subprocess
from collections.abc import Callable

import pytest
from lxml import html

from tests.export.example_finding import PUBLISHER, finding
from tests.export.example_report import Say, report
from tests.export.markdown_readers import ROWS
from tests.export.test_one_page import page as one_page
from tests.installed_programs import must_have
from workbench.export.markdown import render_article
from workbench.export.templating import SHIPPED, shipped_template

PASSIVE = frozenset(
    "body h1 h2 h3 h4 p strong em ul li ol a blockquote code sup section hr br span div "
    "table thead tbody tr th td colgroup col".split()
)
ATTRIBUTES = frozenset(
    "href id class role style aria-label align data-footnotes data-footnote-ref data-footnote-backref data-footnote-backref-idx".split()
)
STYLES = ("width: ", "text-align: left;")
HOSTILE = [str(row["payload"]) for row in ROWS if row["kind"] in {"markdown", "html", "markup"}]
PROGRAMS = {
    "pandoc": ("pandoc", "--from", "markdown", "--to", "html"),
    "cmark-gfm": ("cmark-gfm", "--unsafe", "-e", "footnotes", "-e", "table", "-e", "autolink", "-e", "strikethrough"),
}
FORMS: dict[str, Callable[[Say], str]] = {
    "long": lambda say: shipped_template("long").page(finding(say), PUBLISHER),
    **{f"one-page-{name}": lambda say, name=name: one_page(say, name) for name in SHIPPED},  # type: ignore[misc]
    "article": lambda say: render_article(report(say=say)),
}


@pytest.fixture(params=PROGRAMS)
def program(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest) -> Callable[[Say], str]:
    return FORMS[str(request.param)]


def made(markdown: str, program: str) -> html.HtmlElement:
    """Let a program make HTML of Markdown; the front matter is no part of what cmark-gfm reads."""
    command = PROGRAMS[program]
    must_have(command[0])
    text = markdown.partition("\n---\n")[2] if program == "cmark-gfm" and markdown.startswith("---\n") else markdown
    written = subprocess.run(command, input=text.encode(), capture_output=True, check=True, timeout=60).stdout.decode()
    return html.fragment_fromstring(written, create_parent="body")


def test_footnotes_and_tables_are_such_and_nothing_is_active(form: Callable[[Say], str], program: str) -> None:
    payloads = "\n\n".join(HOSTILE)
    calm, hostile = (made(form(say), program) for say in (lambda _: "word", lambda words: f"{words} {payloads}"))
    assert "[^" not in calm.text_content(), "a footnote is not resolved"
    for document in (calm, hostile):
        for one in document.iter():
            assert isinstance(one.tag, str), "a comment, or a processing instruction"
            assert one.tag in PASSIVE
            assert set(one.attrib) <= ATTRIBUTES, one.attrib
            assert one.get("style", STYLES[0]).startswith(STYLES)
            assert one.get("href", "#").startswith(("https://", "#"))
    for tag in ("table", "tr", "th", "td", "a", "h1", "h2", "h3", "section"):
        assert len(hostile.findall(f".//{tag}")) == len(calm.findall(f".//{tag}")), tag


def test_links_of_the_overview_lead_to_their_sections(program: str) -> None:
    document = made(one_page(), program)
    linked = [one.get("href", "") for one in document.findall(".//table//a")]
    assert linked == ["#c-12", "#c-9"]
    headings = {one.text_content() for one in document.findall(".//h2")}
    assert {"C-12", "C-9"} <= headings
    if program != "cmark-gfm":  # which gives headings no names; GitHub, Hugo and Astro do
        assert {"c-12", "c-9"} <= {one.get("id") for one in document.findall(".//h2")}


def test_each_source_is_told_once(program: str) -> None:
    document = made(one_page(), program)
    notes = document.findall(".//section//ol/li") or document.findall(".//section/ol/li")
    assert len(notes) == 4
    assert len({one.get("id") for one in notes}) == 4
