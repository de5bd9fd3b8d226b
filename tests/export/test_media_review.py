"""MediaReview: the fields of schema.org, nothing that is not known, and the same after an independent reading."""

import json
import warnings as warnings_of_python
from dataclasses import replace
from typing import Any

import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from claims_db.media_vocabulary import MediaCategory, MediaKind
from claims_db.rows import PublisherRow
from claims_db.vocabulary import ClaimState
from tests.export.example_finding import PUBLISHER, finding
from tests.export.markdown_readers import HOSTILE, commonmark, targets
from workbench.export.claim_review import claim_review
from workbench.export.finding import MediaItem
from workbench.export.finding_json import finding_bytes, finding_from
from workbench.export.json_ld import script
from workbench.export.media_review import CATEGORIES, every_media_review, media_reviews, together
from workbench.export.media_review_rules import faults, warnings
from workbench.export.templating import SHIPPED, shipped_template

SCHEMA = Namespace("https://schema.org/")
PAGE = f"https://example.org/checks/{finding().slug}/"
FILM = MediaItem("m", MediaKind.VIDEO, ("https://post.example/1",), categories=(MediaCategory.EDITED,))


def reviews(*media: MediaItem) -> tuple[dict[str, Any], ...]:
    return media_reviews(finding(media=media) if media else finding(), PUBLISHER)


def test_it_says_where_a_film_was_seen_and_what_became_of_it() -> None:
    film, picture = reviews()
    appearance = {
        "@type": "VideoObject",
        "hasPart": [
            {"@type": "Clip", "name": "Edited part", "startOffset": 12},
            {"@type": "Clip", "name": "Edited part", "startOffset": 65, "endOffset": 80},
        ],
    }
    assert film == {
        "@context": "https://schema.org",
        "@type": "MediaReview",
        "@id": f"{PAGE}#mediareview-1",
        "url": PAGE,
        "datePublished": "2021-11-23",
        "dateModified": "2021-11-24",
        "inLanguage": "en",
        "author": {
            "@type": "Organization",
            "name": "Example Desk",
            "url": "https://example.org/",
            "correctionsPolicy": "https://example.org/corrections",
        },
        "mediaAuthenticityCategory": ["EditedOrCroppedContent"],
        "originalMediaLink": "https://archive.example/whole",
        "originalMediaContextDescription": "It shows drills of 2005, and goes on after the landing.",
        "itemReviewed": {
            "@type": "MediaReviewItem",
            "mediaItemAppearance": [
                {**appearance, "contentUrl": "https://post.example/1"},
                {**appearance, "contentUrl": "https://video.example/watch?v=2"},
            ],
        },
        "associatedClaimReview": {"@type": "ClaimReview", "@id": f"{PAGE}#claimreview"},
    }
    (seen,) = picture["itemReviewed"]["mediaItemAppearance"]
    assert (seen["@type"], seen["embeddedTextCaption"]) == ("ImageObject", "FIRST TIME EVER")
    assert picture["mediaAuthenticityCategory"] == ["DecontextualizedContent", "StagedContent"]
    assert "originalMediaLink" not in picture


def test_every_category_has_its_name_of_schema_org() -> None:
    assert set(CATEGORIES) == set(MediaCategory)
    for category, name in CATEGORIES.items():
        (review,) = reviews(replace(FILM, categories=(category,)))
        assert review["mediaAuthenticityCategory"] == [name]


def test_one_stands_alone_and_several_make_a_graph() -> None:
    (one,) = reviews(FILM)
    assert together((one,)) == one
    both = together(reviews())
    assert both["@context"] == "https://schema.org"
    assert [entry["@id"] for entry in both["@graph"]] == [f"{PAGE}#mediareview-1", f"{PAGE}#mediareview-2"]
    assert not any("@context" in entry for entry in both["@graph"])


@pytest.mark.parametrize(
    ("item", "fault"),
    [
        (replace(FILM, links=()), "seen"),
        (replace(FILM, links=("javascript:alert(1)",)), "seen"),
        (replace(FILM, categories=()), "became"),
        (replace(FILM, categories=(MediaCategory.ORIGINAL, MediaCategory.STAGED)), "contradict"),
    ],
)
def test_media_that_readers_could_not_use_have_none(item: MediaItem, fault: str) -> None:
    assert reviews(item) == ()
    assert "associatedMediaReview" not in claim_review(finding(media=(item,)), PUBLISHER)
    (partial,) = every_media_review(finding(media=(item,)), PUBLISHER)
    (found,) = faults(partial)
    assert fault in found


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"url": "/checks/1"}, "url"),
        ({"@type": "Review"}, "not marked"),
        ({"mediaAuthenticityCategory": ["DecontexualizedContent"]}, "no category"),
        ({"originalMediaLink": "the archive"}, "originalMediaLink"),
        ({"itemReviewed": {"mediaItemAppearance": [{"@type": "VideoObject", "contentUrl": "https://a.b"}]}}, "Item"),
        (
            {"itemReviewed": {"@type": "MediaReviewItem", "mediaItemAppearance": [{"contentUrl": "https://a.b"}]}},
            "no im",
        ),
    ],
)
def test_what_is_wrong_with_a_review_is_found(change: dict[str, object], fault: str) -> None:
    (found,) = faults({**reviews(FILM)[0], **change})
    assert fault in found


def test_what_would_help_readers_is_pointed_out() -> None:
    (review,) = reviews(replace(FILM, categories=(MediaCategory.EDITED, MediaCategory.MISSING_CONTEXT)))
    assert len(warnings(review)) == 2
    assert warnings(reviews()[0]) == ()


def test_a_withdrawn_finding_and_a_desk_without_pages_have_none() -> None:
    assert media_reviews(finding(state=ClaimState.WITHDRAWN), PUBLISHER) == ()
    assert media_reviews(finding(), PublisherRow("Desk")) == ()


def test_an_independent_library_reads_the_same() -> None:
    """The context is put into the file, since a test asks no server for it."""
    graph = Graph()
    with warnings_of_python.catch_warnings():
        warnings_of_python.simplefilter("ignore", DeprecationWarning)  # what its reader uses of itself
        for document in (together(reviews()), claim_review(finding(), PUBLISHER)):
            graph.parse(data=json.dumps(document | {"@context": {"@vocab": str(SCHEMA)}}), format="json-ld")
    claim = URIRef(f"{PAGE}#claimreview")
    assert set(graph.subjects(RDF.type, SCHEMA.MediaReview)) == set(graph.objects(claim, SCHEMA.associatedMediaReview))
    film = URIRef(f"{PAGE}#mediareview-1")
    assert graph.value(film, SCHEMA.associatedClaimReview) == claim
    item = graph.value(film, SCHEMA.itemReviewed)
    links = {str(graph.value(one, SCHEMA.contentUrl)) for one in graph.objects(item, SCHEMA.mediaItemAppearance)}
    assert links == {"https://post.example/1", "https://video.example/watch?v=2"}
    assert str(graph.value(film, SCHEMA.mediaAuthenticityCategory)) == "EditedOrCroppedContent"


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_words_and_links_stay_words(payload: str) -> None:
    """As a desk could hold them that another program wrote."""
    text = f"{payload}</script>"
    links = (f"javascript:{payload}", text, "https://post.example/1")
    item = MediaItem(
        "m", MediaKind.VIDEO, links, text, (MediaCategory.EDITED,), text, text, text, (text, "00:00:01-99:99:99")
    )
    hostile = finding(media=(item,))
    (review,) = media_reviews(hostile, PUBLISHER)
    assert "<" not in script(review)
    assert "originalMediaLink" not in review
    (seen,) = review["itemReviewed"]["mediaItemAppearance"]
    assert seen["contentUrl"] == "https://post.example/1"
    assert "hasPart" not in seen
    assert finding_from(finding_bytes(hostile)).media[0].categories == (MediaCategory.EDITED,)
    for name in SHIPPED:
        found = targets(shipped_template(name).page(hostile, PUBLISHER), commonmark())
        assert all(one.startswith(("https://", "http://", "#")) for one in found)
