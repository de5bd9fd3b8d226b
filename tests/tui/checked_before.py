"""A claim that differs in a number from what an outlet has checked before."""

import json

from tests.tui.rooms import Room
from workbench.desk.entries import ClaimEntry

ASKED = "The ferry Aurora sank 40 times off Holm harbour in 2019."
CHECKED = "The ferry Aurora sank 400 times off Holm harbour in 2019."
PUBLISHED = {
    "claimReviewed": CHECKED,
    "url": "https://factcheck.example/aurora",
    "author": {"name": "Harbour Facts"},
    "datePublished": "2020-02-03",
    "reviewRating": {"alternateName": "False", "ratingValue": 1, "worstRating": 1, "bestRating": 5},
    "itemReviewed": {"author": {"name": "Inga Holm"}, "datePublished": "2020-01-02"},
}


async def asked(here: Room) -> int:
    """Give the desk a prior check, and go to a claim that differs from it in a number."""
    feed = here.folder / "feed.json"
    feed.write_text(json.dumps([{"@type": "ClaimReview", **PUBLISHED}]))
    assert here.desk.import_priors(str(feed)).added == 1
    number = here.desk.add_claim(ClaimEntry(ASKED, "Inga Holm")).claim
    here.desk.fill_pool()
    await here.notice()
    here.drive.review.go_to(number)
    await here.drive.settle()
    return number
