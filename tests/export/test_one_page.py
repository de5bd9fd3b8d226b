"""One page for an article or for claims that were chosen: each finding a section, each source once."""

import re
from dataclasses import replace
from functools import cache

import pytest
import yaml

from claims_db.vocabulary import ClaimState
from tests.export.example_finding import PUBLISHER, finding
from tests.export.example_report import Say, as_it_is, by_hand, claim, evidence, report, skipped, source
from tests.export.markdown_readers import HOSTILE, commonmark, everything, frame, targets
from workbench.errors import BadInput
from workbench.export.collected import Collection, article_collection, chosen_collection, with_common_sources
from workbench.export.one_page import own_page, shipped_page
from workbench.export.templating import SHIPPED, own_template, shipped_template


def collection(say: Say = as_it_is) -> Collection:
    """Give the page of an article with two findings of one source, and two claims without a rating."""
    secret = source(say, public_id="secret", confidential=True, title="SECRET")
    other = source(say, public_id="other", title=say("The other log"), url="https://example.org/other")
    sheets = (
        claim(12, say, evidence=(evidence(say), evidence(say, source=secret, excerpt="SECRET"))),
        skipped(13, say),
        by_hand(14, say),
        claim(9, say, evidence=(evidence(say, source=other), evidence(say, source=secret), evidence(say))),
    )
    whole = report(*sheets, say=say)
    assert whole.article is not None
    return replace(article_collection(whole, whole.article, ((say("opinion"), 2),)), slug="page-s")


def page(say: Say = as_it_is, template: str = "long") -> str:
    return shipped_page().file(collection(say), PUBLISHER, shipped_template(template)).content.decode()


def body(text: str) -> str:
    return text.partition("\n---\n")[2]


@pytest.mark.parametrize("template", SHIPPED)
def test_a_page_has_an_overview_and_a_section_for_each_finding_in_the_order_of_the_text(template: str) -> None:
    text = body(page(template=template))
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == [
        *("Overview", "C-12", "C-9", "Set aside", "Not decided yet", "How this was checked", "Sources")
    ]
    assert "| [C-12](#c-12) | Russian troops joined" in text
    assert text.index("[C-12](#c-12) |") < text.index("[C-9](#c-9) |")
    assert "set aside by Ada, 2021-11-23T12:00:00Z: not checkable (a hope) |" in text
    assert "- 4 claims: 2 rated, 1 set aside, 1 not decided yet\n" in text
    assert "- Looked at and taken for no claim, stretches of the text: opinion 2\n" in text
    assert text.count("**Finding claims.**") == 1, "the note on the method is told once"
    assert text.count("Where the desk looked") == 2, "where the desk looked is told of each finding"
    assert text.index("A source was misread.") < text.index("## Overview"), "corrections stand at the top"
    told = re.sub(r"^## C-\d+\n\n###", "###", text, flags=re.MULTILINE)
    assert re.search(r"^#+ .*\n+#+ ", told, re.MULTILINE) is None, "a heading stands over nothing"
    assert "\n\n\n" not in text


def test_sources_are_told_once_and_confidential_ones_only_counted() -> None:
    text = page()
    assert "SECRET" not in text
    notes = re.findall(r"^\[\^(\d+)\]: (.{,30})", text, re.MULTILINE)
    assert [number for number, _ in notes] == ["1", "2", "3", "4"]
    assert sum(words.startswith("Document seen by the desk") for _, words in notes) == 2
    assert "counted and not named: 2\n" in text
    assert "Told at the end of the page: notes 3, 4, 1.\n" in text
    assert re.findall(r"\[\^(\d+)\](?!:)", text) == ["1", "2", "3", "4"], "one mark each, in the order of the numbers"
    assert text.count("(note 1)") == 1


def test_the_sources_of_each_finding_keep_their_evidence() -> None:
    first, second = finding(), finding(reference="C-13")
    numbered, sources = with_common_sources((first, second))
    assert [one.number for one in sources] == [1, 2, 3]
    for before, after in zip((first, second), numbered, strict=True):
        named = {one.number: one.id for one in before.sources}
        common = {one.number: one.id for one in after.sources}
        assert [named[one.source or 0] for one in before.evidence] == [
            common[one.source or 0] for one in after.evidence
        ]


def test_front_matter_says_what_was_checked() -> None:
    front = yaml.safe_load(page().removeprefix("---\n").partition("\n---\n")[0])
    assert front["title"] == "Closer military ties"
    assert front["draft"] is True
    assert [one["verdict"] for one in front["checks"]] == ["false", "false"]
    assert front["checks"][0]["canonical"].startswith("https://example.org/checks/c-12-")
    assert [one["id"] for one in front["sources"]] == ["source-1", "other"]


def test_chosen_claims_stand_in_the_order_in_which_they_were_chosen() -> None:
    reports = (report(claim(12), skipped(13)), report(claim(9)))
    chosen = chosen_collection(reports, (9, 13, 12), "City desk", "Ferries", "tag:ferry")
    assert [one.reference for one in chosen.findings] == ["C-9", "C-12"]
    file = shipped_page().file(chosen, PUBLISHER, shipped_template("box"))
    assert re.fullmatch(r"page-ferries-[0-9a-f]{8}\.md", file.name)
    assert "# Ferries\n" in file.content.decode()
    assert "- Chosen: tag:ferry\n" in file.content.decode()
    assert chosen.slug != chosen_collection(reports, (9, 13, 12), "City desk", "Ferries", "tag:boat").slug


def test_a_page_is_no_draft_when_every_finding_on_it_went_out() -> None:
    empty = chosen_collection((), (), "City desk", "Ferries", "")
    out = replace(empty, findings=(finding(), finding(reference="C-13", state=ClaimState.WITHDRAWN)))
    text = shipped_page().file(out, PUBLISHER, shipped_template("box")).content.decode()
    front = yaml.safe_load(text.removeprefix("---\n").partition("\n---\n")[0])
    assert front["draft"] is False
    assert str(front["date"]).startswith("2021-11-23")
    assert "**False** (withdrawn) |" in text
    assert "0 claims: none rated" in shipped_page().file(empty, PUBLISHER, shipped_template("box")).content.decode()


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_words_change_nothing_in_the_structure_of_a_page(payload: str) -> None:
    hostile = body(page(lambda _: f"w {payload} w"))
    for parser, structure in zip((commonmark(), everything()), _plain(), strict=True):
        assert (frame(hostile, parser), targets(hostile, parser)) == structure


@cache
def _plain() -> tuple[tuple[list[str], list[str]], ...]:
    """Give what a page of harmless words is made of, and where its links lead, to each parser."""
    plain = body(page(lambda _: "word"))
    return tuple((frame(plain, parser), targets(plain, parser)) for parser in (commonmark(), everything()))


def test_a_desk_can_own_the_page_and_the_sections() -> None:
    mine = own_page("mine.j2", "# {{ collection.title }}\n\n{% for one in sections %}{{ one.body }}{% endfor %}\n")
    findings = own_template("line.j2", "{{ heading() }} {{ finding.claimer }}{{ note(1) }}\n\n{{ footnotes }}\n")
    text = mine.file(collection(), PUBLISHER, findings).content.decode()
    assert text.startswith("# Closer military ties\n\n### Sergei Shoigu [^1]\n")
    assert "[^1]:" not in text, "the page of one's own says where the footnotes stand"
    with pytest.raises(BadInput, match=r"bad\.j2"):
        own_page("bad.j2", "{{ collection.__class__ }}").file(collection(), PUBLISHER, findings)
