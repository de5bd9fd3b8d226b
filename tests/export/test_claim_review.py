"""ClaimReview: the fields that readers ask for, nothing that is not known, and the same after an independent reading."""

import json
import warnings as warnings_of_python
from dataclasses import replace

import pytest
from rdflib import RDF, Graph, Namespace

from claims_db.rows import PublisherRow
from tests.export.example_finding import PUBLISHER, finding
from tests.export.markdown_readers import HOSTILE
from workbench.domain.publisher import check_publisher, page_url
from workbench.errors import BadInput
from workbench.export.claim_review import claim_review
from workbench.export.claim_review_rules import faults, warnings
from workbench.export.json_ld import json_ld, script

SCHEMA = Namespace("https://schema.org/")


def test_it_says_who_claimed_what_and_what_came_out() -> None:
    found = finding(media=())
    assert claim_review(found, PUBLISHER) == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": f"https://example.org/checks/{found.slug}/",
        "claimReviewed": "Russian troops joined drills on Chinese soil for the first time.",
        "datePublished": "2021-11-23",
        "dateModified": "2021-11-24",
        "inLanguage": "en",
        "author": {
            "@type": "Organization",
            "name": "Example Desk",
            "url": "https://example.org/",
            "correctionsPolicy": "https://example.org/corrections",
        },
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": "Sergei Shoigu"},
            "datePublished": "2021-11-23",
            "firstAppearance": {
                "@type": "NewsArticle",
                "url": "https://example.org/ties",
                "headline": "Title",
                "datePublished": "2021-11-23",
                "publisher": {"@type": "Organization", "name": "Example Wire"},
            },
        },
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "False",
            "ratingExplanation": "Not accurate.",
            "ratingValue": 1,
            "bestRating": 5,
            "worstRating": 1,
        },
        "correction": [{"@type": "CorrectionComment", "text": "The year was left out.", "datePublished": "2021-11-23"}],
    }
    assert faults(claim_review(found, PUBLISHER)) == ()


def test_a_rating_without_a_number_has_none() -> None:
    rating = replace(finding().rating, value=None, label="Unproven")
    review = claim_review(finding(rating=rating), PUBLISHER)
    assert set(review["reviewRating"]) == {"@type", "alternateName", "ratingExplanation"}
    assert faults(review) == ()


def test_what_is_not_known_is_not_there() -> None:
    review = claim_review(finding(claimer="", said_on="", places=()), PublisherRow(pages=PUBLISHER.pages))
    assert "itemReviewed" not in review
    assert review["author"] == {"@type": "Organization", "name": "City desk"}
    assert "nobody is named who made the claim" in warnings(review)


def test_a_body_is_told_from_a_person_by_its_name() -> None:
    for name, kind in (("Russian Defence Ministry", "Organization"), ("Wei Fenghe", "Person")):
        assert claim_review(finding(claimer=name), PUBLISHER)["itemReviewed"]["author"]["@type"] == kind


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"url": ""}, "url"),
        ({"url": "/checks/1"}, "url"),
        ({"claimReviewed": " "}, "claimReviewed"),
        ({"reviewRating": {"ratingValue": 1, "bestRating": 5, "worstRating": 1}}, "alternateName"),
        ({"reviewRating": {"alternateName": "x", "ratingValue": 0, "bestRating": 5, "worstRating": 0}}, "between"),
        ({"reviewRating": {"alternateName": "x", "ratingValue": 6, "bestRating": 5, "worstRating": 1}}, "between"),
        ({"reviewRating": {"alternateName": "x", "ratingValue": 1, "bestRating": 1, "worstRating": 1}}, "between"),
        ({"reviewRating": {"alternateName": "x", "ratingValue": 3}}, "three numbers"),
        ({"reviewRating": {"alternateName": "x", "ratingValue": "3", "bestRating": 5, "worstRating": 1}}, "number"),
        ({"itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": ""}}}, "author.name"),
        ({"@type": "Review"}, "not marked"),
    ],
)
def test_what_readers_could_not_use_is_found(change: dict[str, object], fault: str) -> None:
    (found,) = faults({**claim_review(finding(), PUBLISHER), **change})
    assert fault in found


def test_long_claims_and_claims_that_tell_the_verdict_are_pointed_out() -> None:
    review = claim_review(finding(statement="Fact check: " + "x" * 80), PUBLISHER)
    assert len(warnings(review)) == 2


@pytest.mark.parametrize("payload", HOSTILE)
def test_nothing_ends_the_script_that_it_stands_in(payload: str) -> None:
    review = claim_review(finding(lambda words: f"{words}{payload}</script><!--"), PUBLISHER)
    text = script(review)
    assert "<" not in text
    assert ">" not in text
    assert json.loads(text) == json.loads(json.dumps(review))
    json.loads(json_ld(review))


def test_an_independent_library_reads_the_same() -> None:
    """The context is put into the file, since a test asks no server for it."""
    review = claim_review(finding(), PUBLISHER) | {"@context": {"@vocab": str(SCHEMA)}}
    with warnings_of_python.catch_warnings():
        warnings_of_python.simplefilter("ignore", DeprecationWarning)  # what its reader uses of itself
        graph = Graph().parse(data=json.dumps(review), format="json-ld")
    (one,) = graph.subjects(RDF.type, SCHEMA.ClaimReview)
    assert str(graph.value(one, SCHEMA.claimReviewed)) == finding().statement
    rating = graph.value(one, SCHEMA.reviewRating)
    assert graph.value(rating, SCHEMA.ratingValue).toPython() == 1  # type: ignore[union-attr]
    author = graph.value(graph.value(one, SCHEMA.itemReviewed), SCHEMA.author)
    assert str(graph.value(author, SCHEMA.name)) == "Sergei Shoigu"


@pytest.mark.parametrize(
    "publisher",
    [
        PUBLISHER,
        PublisherRow(),
        PublisherRow(pages="http://localhost:1313/{slug}"),
        PublisherRow(url="https://example.org", pages="https://checks.example.org/{slug}"),
        PublisherRow(url="https://www.example.org", pages="https://example.org/{slug}.html"),
    ],
)
def test_pages_on_ones_own_site_are_good(publisher: PublisherRow) -> None:
    check_publisher(publisher)
    assert "{" not in page_url(publisher, "a-slug")


@pytest.mark.parametrize(
    "publisher",
    [
        PublisherRow(pages="https://example.org/checks/"),
        PublisherRow(pages="https://example.org/{slug}/{slug}"),
        PublisherRow(pages="ftp://example.org/{slug}"),
        PublisherRow(pages="{slug}"),
        PublisherRow(pages="https://bit.ly/{slug}"),
        PublisherRow(pages="https://example.org/ {slug}"),
        PublisherRow(pages='https://example.org/"><script>{slug}'),
        PublisherRow(url="javascript:alert(1)"),
        PublisherRow(corrections="example.org/corrections"),
        PublisherRow(url="https://example.org", pages="https://example.com/{slug}"),
        PublisherRow(url="https://example.org", pages="https://evilexample.org/{slug}"),
        PublisherRow(url="https://user:password@example.org"),
    ],
)
def test_an_address_that_can_not_be_used_is_refused(publisher: PublisherRow) -> None:
    with pytest.raises(BadInput):
        check_publisher(publisher)
