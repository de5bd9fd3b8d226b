"""The pages of a site: they say what came out and why, work without script or network, and hostile words stay words."""

import json
import posixpath
import re
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from claims_db.rows import DeskRow, PublisherRow
from claims_db.vocabulary import ClaimState, Severity
from tests.export.example_finding import PUBLISHER, finding
from tests.export.markdown_readers import HOSTILE, shown
from workbench.errors import BadInput
from workbench.export.finding import Corrected, Finding
from workbench.export.finding_json import finding_bytes, finding_from
from workbench.export.site.pages import site_files

DESK = DeskRow("018bebf5-0000-7000-8000-000000000000", "Harbour desk", "UTC", "en", "desk")
ATOM = "{http://www.w3.org/2005/Atom}"
_MARKS = {"class", "id", "lang", "dir", "datetime", "aria-label", "aria-labelledby", "aria-current", "role", "tabindex"}
_OF_LINKS = {"href", "rel", "type", "title", "value"}
_OF_META = {"charset", "http-equiv", "content", "name"}
_ACTIVE = {"img", "iframe", "object", "embed", "form", "input", "button", "style", "svg", "math", "base", "video"}


def site(findings: Iterable[Finding], publisher: PublisherRow = PUBLISHER) -> dict[str, bytes]:
    """Give the files of a site by their names; each is there once."""
    written = list(site_files(findings, publisher, DESK))
    found = {file.name: file.content for file in written}
    assert len(found) == len(written)
    return found


def page(one: Finding) -> html.HtmlElement:
    return html.document_fromstring(site([one])[f"checks/{one.slug}/index.html"])


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def issued(number: int) -> Finding:
    """Give one of many findings, each a minute after the one before."""
    went_out = f"2026-01-02T{number // 60:02}:{number % 60:02}:00Z"
    return finding(
        id=f"id-{number:04}",
        slug=f"c-{number}",
        statement=f"Claim {number}.",
        first_published=went_out,
        published=went_out,
        corrections=(),
    )


MANY = site(map(issued, range(250)))
ONE = finding()


def test_a_reader_can_repeat_the_check_from_the_page() -> None:
    waived = replace(ONE, waived=("Rule “one-source” was waived: nobody else saw it.",))
    source = replace(waived.sources[0], archived_at="2021-11-23T12:01:00Z", sha256="ab" * 32)
    said = words(page(replace(waived, sources=(source, *waived.sources[1:]))))
    for told in (
        "False, 1 of 5 on the scale “Desk scale”: Not accurate.",
        "There were drills in 2005.",
        "the first time that troops joined drills on Chinese soil",
        "Refutes E-40",
        "Troops of both countries landed in 2005.",
        "Joint drills on the Shandong peninsula",
        "23 November 2021, 12:01 UTC https://archive.example/2005/drills",
        "Retrieved23 November 2021, 12:00 UTC",
        "ab" * 32,
        "The archive, with the words “joint drills”: nothing was found",
        "Was it the first?",
        "It was.We stand by it.",
        "Example Times (The times), asked for a correction by form",
        "They trained in 2005.",
        "Partly corrected on 2021-11-23T12:00:00Z: https://example.org/mended",
        "Rule “one-source” was waived",
        "People gave each rating",
        "Clarification 23 November 2021",
        "The year was left out.",
        "1 of them is confidential and not named",
        "Document seen by the desk.",
    ):
        assert told in said, told
    assert "SECRET" not in said
    assert "Not to be printed" not in said
    assert "<" not in said
    assert "&" not in said
    bold = {words(one) for one in page(ONE).xpath("//strong")}
    assert {"False", "the first time that troops joined drills", "Rating.", "Limits."} <= bold


def test_a_page_carries_its_claim_review_and_the_reviews_of_its_media() -> None:
    scripts = page(ONE).xpath("//script")
    assert [one.attrib for one in scripts] == [{"type": "application/ld+json"}] * 2
    review, media = (json.loads(one.text) for one in scripts)
    assert [one["@id"] for one in media["@graph"]] == [one["@id"] for one in review["associatedMediaReview"]]
    assert {one["associatedClaimReview"]["@id"] for one in media["@graph"]} == {review["@id"]}
    assert review["@type"] == "ClaimReview"
    assert review["url"] == f"https://example.org/checks/{ONE.slug}/"
    assert [one.attrib["href"] for one in page(ONE).xpath("//link[@rel='canonical']")] == [review["url"]]


def test_a_page_tells_what_became_of_pictures_and_films() -> None:
    said = words(page(ONE))
    for told in (
        "The video Edited or cropped. Parts were cut out",
        "Seen at https://video.example/watch?v=2",
        "Original https://archive.example/whole",
        "Edited at 00:00:12, from 00:01:05 to 00:01:20",
        "The image with text Missing context.",
        "Words on it FIRST TIME EVER",
        "No original The account that posted it is gone.",
    ):
        assert told.replace(" ", "") in said.replace(" ", ""), told


def test_a_withdrawn_finding_says_so_and_nothing_of_its_verdict() -> None:
    taken_back = replace(
        ONE,
        state=ClaimState.WITHDRAWN,
        corrections=(*ONE.corrections, Corrected(Severity.WITHDRAWN, "Another ship.", "Eda", "2021-11-25T08:00:00Z")),
    )
    files = site([taken_back])
    found = html.document_fromstring(files[f"checks/{ONE.slug}/index.html"])
    assert "taken back" in words(found)
    assert "Another ship." in words(found)
    assert "There were drills in 2005." not in words(found)
    assert found.xpath("//script") == []
    assert "Withdrawn" in words(html.document_fromstring(files["index.html"]).xpath("//li/article")[0])
    assert "drills in 2005" not in files["feed.xml"].decode()


def test_findings_are_listed_newest_first_a_hundred_to_a_page() -> None:
    names = ["index.html", "findings/2/index.html", "findings/3/index.html"]
    listed = [[words(one) for one in html.document_fromstring(MANY[name]).xpath("//main//h2")] for name in names]
    assert [len(one) for one in listed] == [100, 100, 50]
    assert [one for shown_there in listed for one in shown_there] == [
        f"Claim {number}." for number in reversed(range(250))
    ]


def test_a_desk_that_published_nothing_has_no_site() -> None:
    assert site([]) == {}


def test_corrections_of_all_findings_stand_on_one_page() -> None:
    other = replace(
        issued(5), corrections=(Corrected(Severity.RATING_CHANGED, "It was four.", "Eda", "2026-02-01T08:00:00Z"),)
    )
    found = html.document_fromstring(site([ONE, other])["corrections/index.html"])
    entries = [words(one) for one in found.xpath("//main//li")]
    assert entries[0] == "Rating changed 1 February 2026 Claim 5. It was four."
    assert entries[1].startswith("Clarification 23 November 2021")
    none = html.document_fromstring(MANY["corrections/index.html"])
    assert "Nothing that was published had to be corrected" in words(none)


@pytest.mark.parametrize("files", [MANY, site([ONE])], ids=["many", "one"])
def test_links_lead_to_what_is_there_wherever_the_site_stands(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        if not name.endswith(".html"):
            continue
        found = html.document_fromstring(content)
        ids = {one.attrib["id"] for one in found.xpath("//*[@id]")}
        for href in found.xpath("//*[not(@rel='canonical')]/@href"):
            if href.startswith("#"):
                assert href[1:] in ids
            elif not href.startswith("https://"):
                assert posixpath.normpath(posixpath.join(posixpath.dirname(name), href)) in files, (name, href)


def test_pages_load_nothing_from_elsewhere_and_forbid_it() -> None:
    for name, content in site([ONE]).items():
        assert b"url(" not in content
        assert b"@import" not in content
        if name.endswith(".html"):
            found = html.document_fromstring(content)
            (policy,) = found.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
            assert policy.startswith("default-src 'none'; style-src 'self'; img-src 'self'")
            assert found.xpath("//*[@src or @style]") == []
            assert len(found.xpath("//link[@rel='stylesheet']")) == 1


def test_pages_are_read_by_keyboard_and_screen_reader() -> None:
    for name, content in site([ONE]).items():
        if not name.endswith(".html"):
            continue
        found = html.document_fromstring(content)
        assert found.attrib["lang"] == "en"
        assert [len(found.xpath(f"//body/{part}")) for part in ("header", "main", "footer")] == [1, 1, 1]
        assert found.xpath("//body/*[1]/@href") == ["#content"]
        levels = [int(str(one.tag)[1]) for one in found.iter("h1", "h2", "h3", "h4")]
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))
    assert page(finding(language="ar")).xpath("//h1/@lang") == ["ar"]
    assert page(finding(language="und")).xpath("//h1/@lang") == [""]


def test_the_colours_have_enough_contrast() -> None:
    style = site([ONE])["style.css"].decode()
    for block in (style.split("@media")[0], style.split("@media")[1]):
        colours = dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", block))
        pairs = [(ink, paper) for ink in ("ink", "quiet", "link") for paper in ("paper", "panel")]
        pairs += [("on-rating", name) for name in colours if re.fullmatch(r"rating-\w+", name)]
        for one, other in pairs:
            assert contrast(colours[one], colours[other]) >= 4.5, (one, other)


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours as WCAG 2.2 reckons it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_feed_is_atom_with_the_findings_that_changed_last() -> None:
    feed = etree.fromstring(MANY["feed.xml"])
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 100
    for one in (feed, *entries):
        assert one.findtext(f"{ATOM}id", "").startswith("urn:uuid:")
        assert one.findtext(f"{ATOM}title")
    assert feed.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}updated") == "2026-01-02T04:09:00Z"
    assert feed.find(f"{ATOM}author").findtext(f"{ATOM}name") == "Example Desk"
    assert entries[0].find(f"{ATOM}link").attrib["href"] == "https://example.org/checks/c-249/"
    without = etree.fromstring(site([ONE], PublisherRow())["feed.xml"])
    assert without.findtext(f"{ATOM}title") == "Harbour desk: findings"
    assert without.find(f"{ATOM}entry/{ATOM}link").attrib["href"] == f"checks/{ONE.slug}/index.html"


def test_without_an_address_of_pages_there_is_a_page_and_no_claim_review() -> None:
    found = html.document_fromstring(site([ONE], PublisherRow())[f"checks/{ONE.slug}/index.html"])
    assert found.xpath("//script | //link[@rel='canonical']") == []
    assert "There were drills in 2005." in words(found)


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_words_stay_words(payload: str) -> None:
    def say(text: str) -> str:
        return f"{text} {payload} w"

    hostile = finding(say)
    places = tuple(replace(one, url=payload) for one in hostile.places)
    sources = tuple(replace(one, url=payload, archived_url=payload) for one in hostile.sources)
    media = tuple(replace(one, links=(payload,), original=payload, edited=(payload,)) for one in hostile.media)
    hostile = replace(
        hostile, places=places, sources=sources, media=media, language=payload, waived=(payload,), tags=(payload,)
    )
    publisher = PublisherRow(payload, payload, payload, payload)
    files = site([hostile], publisher)
    for name, content in files.items():
        assert re.fullmatch(r"[a-z0-9][a-z0-9./-]*", name)
        assert ".." not in name
        if name.endswith(".html"):
            assert_passive(html.document_fromstring(content.decode("utf-8")))
    links = etree.fromstring(files["feed.xml"]).iter(f"{ATOM}link")
    assert all(re.match(r"https?://|checks/|index", one.attrib["href"]) for one in links)


def assert_passive(found: html.HtmlElement) -> None:
    for one in found.iter(etree.Element):
        assert one.tag not in _ACTIVE
        allowed = _OF_META if one.tag == "meta" else {"type"} if one.tag == "script" else _MARKS | _OF_LINKS
        assert set(one.attrib) <= allowed, (one.tag, one.attrib)
        assert one.attrib.get("http-equiv", "Content-Security-Policy") == "Content-Security-Policy"
        assert one.tag != "script" or json.loads(one.text)
        href = one.attrib.get("href", "#")
        assert re.match(r"https?://[^\s/]|#|(\.\./)*[a-z]+[/.]", href), href
        assert not re.match(r"\s*(javascript|data|vbscript|file):", href, re.IGNORECASE)


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=60))
def test_any_words_can_be_read_back_from_pages_and_feed(text: str) -> None:
    files = site([replace(ONE, statement=text, rationale=text, claimer=text)])
    found = html.document_fromstring(files[f"checks/{ONE.slug}/index.html"].decode("utf-8"))
    assert_passive(found)
    drawn = re.sub("[\ufffe\uffff]", "\ufffd", shown(text))
    assert found.xpath("//h1")[0].text_content() == drawn
    titles = [one.text for one in etree.fromstring(files["feed.xml"]).iter(f"{ATOM}title")]
    assert titles[1].startswith("False: ")


@pytest.mark.parametrize("slug", ["../../etc/x", "/x", "", ".", "a/b", "A", "c-1\n", "x" * 81])
def test_a_finding_whose_page_would_stand_elsewhere_is_none(slug: str) -> None:
    with pytest.raises(BadInput, match="name of a page"):
        finding_from(finding_bytes(replace(ONE, slug=slug)))
