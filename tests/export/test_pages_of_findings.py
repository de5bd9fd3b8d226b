"""A finding on a page of its own: three templates, front matter, and no word that becomes markup."""

import json
from dataclasses import replace

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claims_db.vocabulary import ClaimState
from tests.export.example_finding import PUBLISHER, finding
from tests.export.markdown_readers import HOSTILE, commonmark, everything, frame, targets
from workbench.errors import BadInput
from workbench.export.finding_json import finding_bytes, finding_from
from workbench.export.footnotes import Notes
from workbench.export.publication import SCHEMA, issue_from
from workbench.export.templating import SHIPPED, own_template, shipped_template

ANY_WORDS = st.text(st.characters(codec=None), max_size=60)


@pytest.fixture(params=SHIPPED)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def body(page: str) -> str:
    return page.partition("\n---\n")[2]


def head(page: str) -> dict[str, object]:
    front, _, _ = page.removeprefix("---\n").partition("\n---\n")
    read = yaml.safe_load(front)
    assert isinstance(read, dict)
    return read


def test_every_template_says_what_came_out_why_and_on_what_it_rests(name: str) -> None:
    page = body(shipped_template(name).page(finding(), PUBLISHER))
    for words in (
        "Russian troops joined drills on Chinese soil",
        "False",
        "There were drills in 2005",
        "Troops of both countries landed in 2005",
        "paragraph 3",
        "Joint drills on the Shandong peninsula",
        "<https://archive.example/2005/drills>",
        "The archive",
        "We stand by it",
        "Partly corrected on",
        "<https://example.org/mended>",
        "NOT AS QUOTED",
        "The year was left out",
    ):
        assert words in page, words
    assert page.index("The year was left out") < page.index("There were drills in 2005"), "corrections stand at the top"
    assert page.endswith("\n")
    assert "\n\n\n" not in page


def test_confidential_sources_are_counted_and_not_named(name: str) -> None:
    page = shipped_template(name).page(finding(), PUBLISHER)
    assert "SECRET" not in page
    assert "secret.example" not in page
    assert "Document seen by the desk." in page
    assert "1 of them is confidential" in page


def test_what_did_not_go_out_says_so_and_is_a_draft(name: str) -> None:
    page = shipped_template(name).page(finding(revision=None, published="", first_published=""), PUBLISHER)
    assert "Not published." in page
    assert head(page)["draft"] is True


def test_a_withdrawn_finding_says_so_before_anything_else(name: str) -> None:
    page = shipped_template(name).page(finding(state=ClaimState.WITHDRAWN), PUBLISHER)
    assert body(page).index("Withdrawn.") < body(page).index("There were drills")
    assert head(page)["withdrawn"] is True


def test_front_matter_is_read_as_it_was_meant(name: str) -> None:
    found = finding(statement='It said: "yes" # no\n---\n{{< x >}}', tags=("war", "- a: b"))
    front = head(shipped_template(name).page(found, PUBLISHER))
    assert front["title"] == 'It said: "yes" # no --- {{< x >}}'
    assert front["tags"] == ["war", "- a: b"]
    assert front["draft"] is False
    assert front["verdict"] == {"slug": "false", "label": "False", "scale": "Desk scale", "value": 1}
    assert front["claim"]["speaker"] == "Sergei Shoigu"  # type: ignore[index]
    assert front["canonical"] == f"https://example.org/checks/{found.slug}/"
    assert [one["id"] for one in front["sources"]] == ["source-1"]  # type: ignore[attr-defined]
    assert str(front["date"]).startswith("2021-11-23")
    assert str(front["lastmod"]).startswith("2021-11-24")


@given(ANY_WORDS)
@settings(max_examples=60, deadline=None)
def test_no_words_break_the_front_matter(text: str) -> None:
    page = shipped_template("box").page(finding(statement=f"a{text}b", claimer=text, tags=(text,)), PUBLISHER)
    assert list(head(page))[:2] == ["title", "date"]


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_words_change_nothing_in_the_structure_of_a_page(payload: str) -> None:
    for name in SHIPPED:
        template = shipped_template(name)
        plain, hostile = (
            body(template.page(replace(finding(say), slug="s"), PUBLISHER))
            for say in (lambda _: "word", lambda _: f"w {payload} w")
        )
        for parser in (commonmark(), everything()):
            assert frame(hostile, parser) == frame(plain, parser)
            assert targets(hostile, parser) == targets(plain, parser)


def test_a_finding_on_a_common_page_leaves_head_footnotes_and_method_to_the_page() -> None:
    template = shipped_template("long")
    section = template.section(finding(), PUBLISHER, Notes())
    assert "[^1]:" not in section
    assert "Told at the end of the page: notes 1, 2." in section
    assert "**Finding claims.**" not in section
    assert section.startswith("### ")
    assert "---" not in section


def test_a_desk_can_own_a_template_and_include_ours() -> None:
    mine = own_template("mine.j2", '# {{ finding.claimer }}\n\n{% include "_evidence.md.j2" %}\n')
    page = mine.page(finding(claimer="*A* <b>"), PUBLISHER)
    assert page.startswith("# \\*A\\* \\<b\\>\n")
    assert "E\\-40" in page or "E-40" in page


@pytest.mark.parametrize(
    "text",
    [
        "{{ finding.nothing }}",
        "{% for x in %}",
        "{{ finding.__class__.__mro__ }}",
        "{% include '../../../etc/passwd' %}",
        "{{ ''.__class__ }}",
        "{{ 10 ** 10 ** 10 }}",
        "{{ 'a' * 999999999 }}",
        "{% for one in range(9999) %}{% for other in range(9999) %}{{ page }}{% endfor %}{% endfor %}",
        "{{ range(1000000000)|list }}",
        "{{ finding.tags[7] }}{{ 1 / 0 }}",
    ],
)
def test_a_broken_or_prying_template_is_refused_with_its_name(text: str) -> None:
    with pytest.raises(BadInput, match=r"mine\.j2"):
        own_template("mine.j2", text).page(finding(), PUBLISHER)


def test_there_is_no_other_template() -> None:
    with pytest.raises(BadInput, match="no template"):
        shipped_template("fancy")


def test_a_finding_is_the_same_after_being_written_as_json() -> None:
    found = finding()
    assert finding_from(finding_bytes(found)) == found
    assert b"SECRET" not in finding_bytes(found)


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b'{"schema":"workbench/finding/1"}', b'{"schema":"workbench/finding/9"}', b"[" * 9999],
)
def test_what_is_no_finding_is_refused(content: bytes) -> None:
    with pytest.raises(BadInput):
        finding_from(content)


@pytest.mark.parametrize("manifest", ["", "[", '{"evidence": 1}', '{"evidence": {"pieces": [], "left_out": []}}'])
def test_a_revision_with_a_manifest_that_is_none_is_refused(manifest: str) -> None:
    files = {"finding.json": finding_bytes(finding()).decode(), "manifest.json": manifest}
    with pytest.raises(BadInput):
        issue_from(json.dumps({"schema": SCHEMA, "files": files}))
