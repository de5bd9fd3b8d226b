"""The cluster of a claim on the screen: its places, the wordings with what differs, and undo."""

import threading

import pytest
from textual.content import Content
from textual.widgets import Static

from claims_db.match_vocabulary import Relation
from claims_db.rows import MatchWith
from claims_db.vocabulary import AppearanceForm
from tests.tui.at_rest import rest
from tests.tui.driving import NARROW
from tests.tui.rooms import Room, Run, panel
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry, Undone
from workbench.domain.dates import parse_date
from workbench.tui.screens.cluster import ClusterScreen
from workbench.tui.screens.matches import MatchesScreen
from workbench.tui.widgets.cluster_pane import ClusterPane

WORDS = ("The bridge could be closed for 40 days.", "The bridge will be closed for 50 days.", "The bridge stays open.")


async def joined(here: Room) -> tuple[int, int, int]:
    """Join two claims as the same, say of a third that it is the opposite, and go to the second."""
    first, second, third = (
        here.desk.add_claim(
            ClaimEntry(words, "Inga Holm", form=AppearanceForm.SPEECH, said_on=parse_date(f"2021-11-2{at}"))
        ).claim
        for at, words in enumerate(WORDS)
    )
    here.desk.accept_match(third, MatchWith(claim=first), Relation.OPPOSITE)
    here.desk.accept_match(second, MatchWith(claim=first), Relation.SAME)
    await here.notice()
    here.drive.review.go_to(second)
    await here.drive.settle()
    return first, second, third


def marks(here: Room) -> list[str]:
    """Give the words that are marked."""
    shown = here.drive.screen.query_one(ClusterPane).query_one(Static).content
    assert isinstance(shown, Content)
    return [shown.plain[one.start : one.end] for one in shown.spans if "underline" in str(one.style)]


def test_it_shows_places_wordings_and_what_stands_apart(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        first, second, third = await joined(here)
        assert f"1 other, first in C-{first} (2021-11-20); & shows them" in panel(here)
        await here.drive.press("&")
        assert isinstance(here.drive.screen, ClusterScreen)
        text = here.drive.text()
        for words in (f"C-{second} is the same as 1 other claim", "1st 2021-11-20", "Words    The bridge could"):
            assert words in text
        await here.drive.press("j")
        text = here.drive.text()
        for words in ("Before", "After", "hedge: “could” became “will”.", "number: “40” became “50”."):
            assert words in text
        assert {"could", "will"} <= set(marks(here))
        await here.drive.press("j")
        assert f"It is the opposite of C-{first}, said by ana." in here.drive.text()
        await here.drive.press("enter")
        assert here.drive.screen is here.drive.review
        assert here.current == third

    at_the_desk(story)


def test_undo_takes_it_apart_there_and_redo_joins_it_again(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        _, second, _ = await joined(here)
        await here.drive.press("&", "u")
        assert "Took back the decision on a match" in here.drive.notices()
        assert f"C-{second} is joined with no other claim" in here.drive.text()
        await here.drive.press("ctrl+r")
        assert f"C-{second} is the same as 1 other claim" in here.drive.text()
        await here.drive.press("u", "escape")
        assert here.drive.screen is here.drive.review
        assert "& shows them" not in panel(here)

    at_the_desk(story)


def test_what_is_taken_back_while_the_list_closes_is_told_of_the_claim_all_the_same(
    at_the_desk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed, undo = threading.Event(), Desk.undo

    def slow(desk: Desk) -> Undone:
        assert closed.wait(60)
        return undo(desk)

    async def story(here: Room) -> None:
        await joined(here)
        await here.drive.press("&")
        cluster = here.drive.screen
        assert isinstance(cluster, ClusterScreen)
        monkeypatch.setattr(Desk, "undo", slow)
        here.drive.send("u")
        await rest(here.drive.pilot)
        # A look that was begun before comes now: no key waits any more.
        cluster.saw(here.desk.changes())
        here.drive.send("escape")
        await rest(here.drive.pilot)
        assert here.drive.screen is here.drive.review
        closed.set()
        await here.drive.settle()
        assert here.drive.screen is here.drive.review
        assert "& shows them" not in panel(here)

    at_the_desk(story)


def test_a_rejection_and_a_duplicate_are_taken_back_too(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        first, second, third = await joined(here)
        here.desk.reject_match(second, MatchWith(claim=first))
        here.desk.mark_duplicate(third, second)
        await here.notice()
        await here.drive.press("&")
        assert f"C-{second} is the same as 1 other claim" in here.drive.text()
        await here.drive.press("u")
        assert f"C-{second} is joined with no other claim" in here.drive.text()
        await here.drive.press("u")
        assert f"C-{second} is the same as 1 other claim" in here.drive.text()
        assert here.desk.cluster(second).claims == (first, second)

    at_the_desk(story)


def test_it_is_shown_from_the_matches_in_a_small_terminal(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        first, second, _ = await joined(here)
        here.desk.record(first, "false", "The log says so.", queue=None)
        here.desk.record(second, "true", "The other log says so.", queue=None)
        await here.drive.press("M")
        await here.drive.press("&")
        assert isinstance(here.drive.screen, ClusterScreen)
        text = here.drive.text()
        for words in ("The desk contradicts itself", "recorded, False", "recorded, True"):
            assert words in text
        await here.drive.press("escape")
        assert isinstance(here.drive.screen, MatchesScreen)

    at_the_desk(story, size=NARROW)


def test_what_others_join_is_seen_while_one_looks(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        _, second, third = await joined(here)
        await here.drive.press("&")
        here.open_as("ben").accept_match(third, MatchWith(claim=second), Relation.SAME)
        await here.notice()
        assert f"C-{second} is the same as 2 other claims" in here.drive.text()
        assert "was said to be the opposite of" in here.drive.text()

    at_the_desk(story)
