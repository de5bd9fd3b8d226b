"""What a claim may repeat is shown while one reads it, and one key says what it is."""

import json

import pytest

from claims_db.vocabulary import MatchDecision, Relation
from tests.tui.rooms import Room, Run, Test, collecting
from workbench.desk.entries import ClaimEntry
from workbench.tui.commands.matching import MATCH_COMMANDS
from workbench.tui.screens.matches import MatchesScreen

TESTS: dict[str, Test] = {}
command_test = collecting(TESTS)
OWN = ["matches", *(one.name for one in MATCH_COMMANDS)]

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


async def beside(here: Room) -> int:
    """Open the matches of that claim."""
    number = await asked(here)
    await here.drive.press("M")
    assert isinstance(here.drive.screen, MatchesScreen)
    return number


def said(here: Room, number: int) -> list[tuple[int | None, Relation, MatchDecision]]:
    return [(one.prior, one.relation, one.decision) for one in here.desk.match_decisions(number)]


@command_test("matches")
async def matches(here: Room) -> None:
    await beside(here)
    text = here.drive.text()
    for words in ("≈ variant", "P-1", "prior check", "False", "Harbour Facts", "2020-02-03", "number: 40 against 400"):
        assert words in text
    for words in ("https://factcheck.example/aurora", "Said by  Inga Holm", "40 times", "400 times"):
        assert words in text
    await here.drive.press("escape")
    assert here.drive.screen is here.drive.review


@command_test("accept-match")
async def accept(here: Room) -> None:
    number = await beside(here)
    await here.drive.press("a")
    assert said(here, number) == [(1, Relation.VARIANT, MatchDecision.ACCEPTED)]
    assert "✓ accepted by ana" in here.drive.text()


@command_test("reject-match")
async def reject(here: Room) -> None:
    number = await beside(here)
    await here.drive.press("d")
    assert said(here, number)[0][2] is MatchDecision.REJECTED
    assert "P-1" not in here.drive.text()
    assert "1 rejected; h shows them" in here.drive.text()


@command_test("show-rejected")
async def show_rejected(here: Room) -> None:
    await reject(here)
    await here.drive.press("h")
    assert "✗ rejected by ana" in here.drive.text()
    await here.drive.press("h")
    assert "rejected by ana" not in here.drive.text()


@command_test("same-match")
async def same(here: Room) -> None:
    number = await beside(here)
    await here.drive.press("s", "escape")
    assert said(here, number) == [(1, Relation.SAME, MatchDecision.ACCEPTED)]
    assert "= same" in here.drive.text()
    assert "✓ already checked" in here.drive.text()


@command_test("variant-match")
async def variant(here: Room) -> None:
    number = await beside(here)
    await here.drive.press("v")
    assert said(here, number) == [(1, Relation.VARIANT, MatchDecision.ACCEPTED)]


@command_test("opposite-match")
async def opposite(here: Room) -> None:
    number = await beside(here)
    await here.drive.press("o")
    assert said(here, number) == [(1, Relation.OPPOSITE, MatchDecision.ACCEPTED)]
    assert "≠ opposite" in here.drive.text()


@command_test("related-match")
async def related(here: Room) -> None:
    number = await beside(here)
    await here.drive.press("r")
    assert said(here, number) == [(1, Relation.RELATED, MatchDecision.ACCEPTED)]
    assert "~ related" in here.drive.text()


@pytest.mark.parametrize("name", [one for one in OWN if one != "reuse-match"])
def test_the_command_does_what_it_says(name: str, at_the_desk: Run) -> None:
    at_the_desk(TESTS[name])
