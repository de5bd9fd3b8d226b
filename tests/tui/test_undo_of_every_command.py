"""Every command that changes something is taken back and done again, any number of times, from the keyboard."""

from typing import NamedTuple

import pytest
from textual.widgets import Select

from claims_db.rows import ClaimFilter, ClaimSheet
from claims_db.vocabulary import EvidenceForm, SavedForm, Stance
from tests.tui.checked_before import asked
from tests.tui.rooms import Room, Run, Test, collecting, type_address
from tests.weighed import weigh
from workbench.desk.entries import EvidenceEntry, QueueEntry
from workbench.tui.commands.command import KeyCommand
from workbench.tui.commands.registry import EVERY
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.widgets.fields import LongField, ShortField

STORIES: dict[str, Test] = {}
SETTINGS: dict[str, Test] = {}
story_of = collecting(STORIES)
setting_of = collecting(SETTINGS)
TIMES = 3

UNDONE = [one.name for one in EVERY if one.changes and one.undone]
NOT_UNDONE = frozenset(
    {
        *("take-next", "take-this", "hand-back", "take-over"),
        *("add-article", "add-claim", "publish", "correct", "withdraw", "refetch", "recheck"),
    }
)
"""A hold is ended by another command; what came in stays; of what went out there are only corrections."""


class Standing(NamedTuple):
    """What the desk holds of a claim, without times, versions and history."""

    claim: tuple[object, ...]
    evidence: tuple[tuple[int, str], ...]
    verdicts: tuple[tuple[str, str, bool], ...]
    comments: tuple[tuple[str, bool], ...]
    logs: tuple[tuple[str, str], ...]
    places: tuple[object, ...]


def standing(sheet: ClaimSheet) -> Standing:
    skip = (sheet.skip.reason, sheet.skip.note) if sheet.skip is not None else None
    finding = sheet.finding.signed_off_by if sheet.finding is not None else None
    return Standing(
        (
            *(sheet.state, sheet.wording(), sheet.marks(), skip, finding, sheet.duplicate_of),
            *(sheet.assigned_to, sheet.assignment_note, sheet.postponed_until, sheet.tags),
        ),
        tuple((one.number, one.source.interest if one.source is not None else "") for one in sheet.evidence),
        tuple((one.rating.slug, one.rationale, one.stands) for one in sheet.verdicts if one.counts),
        tuple((one.body, one.resolved_at is not None) for one in sheet.comments),
        (
            *((one.place, one.words) for one in sheet.search_log),
            *((one.asked, one.answer) for one in sheet.replies),
            *((one.medium.kind, one.medium.context) for one in sheet.media),
            *((one.asked, str(one.outcome)) for one in sheet.correction_requests),
        ),
        tuple(one.span for one in sheet.appearances),
    )


def held(here: Room) -> tuple[object, ...]:
    """Give what the desk holds: of every claim that is there, the order of its queues, what is kept under names."""
    numbers = list(here.desk.claim_numbers(ClaimFilter()))
    queues = [(queue.name, list(here.desk.queue_numbers(queue.name))) for queue in here.desk.queues()]
    saved = [(row.name, row.words) for row in here.desk.saved()]
    said = [
        (number, one.claim, one.prior, one.relation, one.decision)
        for number in sorted(numbers)
        for one in here.desk.match_decisions(number)
    ]
    return (queues, saved, said, *((one, standing(here.desk.claim(one))) for one in sorted(numbers)))


async def look_at(here: Room, number: int) -> None:
    here.drive.review.go_to(number)
    await here.drive.settle()


async def say(here: Room, key: str, words: str) -> None:
    await here.drive.press(key)
    await here.drive.type(words)
    await here.drive.press("ctrl+s")


@setting_of("detach")
async def with_evidence(here: Room) -> None:
    ben = here.open_as("ben")
    ben.attach(here.current, EvidenceEntry(EvidenceForm.NOTE, Stance.CONTEXT, note="Seen it."))
    await here.notice()


@setting_of("source")
async def with_a_source(here: Room) -> None:
    here.open_as("ben").attach(
        here.current, EvidenceEntry(EvidenceForm.LINK, Stance.SUPPORTS, url="https://example.org/a", title="Prices")
    )
    await here.notice()


@setting_of("sign-off")
@setting_of("return")
async def recorded(here: Room) -> None:
    ben = here.open_as("ben")
    weigh(ben, here.current)
    ben.record(here.current, "false", "The minutes say otherwise.")
    await here.notice()


@setting_of("reopen")
async def published(here: Room) -> None:
    await recorded(here)
    here.desk.sign_off(here.current)
    here.desk.publish(here.current)
    await here.notice()


@setting_of("move-up")
@setting_of("move-down")
@setting_of("move-first")
@setting_of("move-last")
async def in_a_queue(here: Room) -> None:
    await here.drive.press("w", "down", "enter", "g", "j")


@setting_of("put-in-queue")
async def with_another_queue(here: Room) -> None:
    here.desk.open_queue(QueueEntry("health"))
    await in_a_queue(here)


@setting_of("saved-searches")
async def with_a_filter_kept(here: Room) -> None:
    here.desk.keep_search("ferries", "ferry", SavedForm.FILTER)


@setting_of("take-in")
async def at_what_was_refused(here: Room) -> None:
    await here.drive.press("g", "r", "g", "n")


@setting_of("change-span")
@setting_of("split-claim")
async def at_words_of_a_claim(here: Room) -> None:
    await look_at(here, 1)
    await here.drive.press("r", "l", "l", "l")
    assert isinstance(here.drive.screen, ArticleScreen)


@setting_of("accept-match")
@setting_of("reject-match")
@setting_of("same-match")
@setting_of("variant-match")
@setting_of("opposite-match")
@setting_of("related-match")
async def beside_its_matches(here: Room) -> None:
    await asked(here)
    await here.drive.press("M")


@story_of("attach")
async def attach(here: Room) -> None:
    await type_address(here.drive, "https://example.org/minutes")
    await here.drive.press("ctrl+s")


@story_of("detach")
async def detach(here: Room) -> None:
    await here.drive.press("d", "enter")


@story_of("verdict")
async def verdict(here: Room) -> None:
    await say(here, "6", "The minutes say otherwise")


@story_of("skip")
async def skip(here: Room) -> None:
    await here.drive.press("s", "t")


@story_of("discuss")
async def discuss(here: Room) -> None:
    await say(here, "m", "Which winter")
    await here.drive.press("escape")


@story_of("log-search")
async def log_search(here: Room) -> None:
    await here.drive.press("L")
    await here.drive.type("Companies register")
    await here.drive.press("tab")
    await here.drive.type("Holm Ferries")
    await here.drive.press("ctrl+s")


@story_of("replies")
async def replies(here: Room) -> None:
    await say(here, "Y", "Inga Holm")


@story_of("correction-requests")
async def correction_requests(here: Room) -> None:
    await say(here, "at", "Example Times")


@story_of("source")
async def source(here: Room) -> None:
    await here.drive.press("D")
    here.drive.screen.query_one("#interest", ShortField).value = "Sells news."
    await here.drive.press("ctrl+s")


@story_of("media")
async def media(here: Room) -> None:
    await here.drive.press("plus")
    here.drive.screen.query_one("#context", LongField).text = "A swimming lesson."
    await here.drive.press("ctrl+s")


@story_of("assign")
async def assign(here: Room) -> None:
    await here.drive.press("A")
    here.drive.screen.query_one("#person", Select).value = "ana"
    await here.drive.press("ctrl+s")


@story_of("postpone")
async def postpone(here: Room) -> None:
    await say(here, "p", "2d")


@story_of("marks")
async def marks(here: Room) -> None:
    await here.drive.press("exclamation_mark")
    here.drive.screen.query_one("#priority", Select).value = "urgent"
    await here.drive.press("ctrl+s")


@story_of("tag")
async def tag(here: Room) -> None:
    await say(here, "number_sign", "harbour")


@story_of("put-in-queue")
async def put_in_queue(here: Room) -> None:
    await here.drive.press("space", "space", "Q")
    await here.drive.press("ctrl+s")


@story_of("keep-search")
async def keep_search(here: Room) -> None:
    await here.drive.press("slash")
    await here.drive.type("ferry")
    await here.drive.press("ctrl+s")
    await here.drive.type("ferries")
    await here.drive.press("enter", "escape")


@story_of("saved-searches")
async def remove_saved(here: Room) -> None:
    await here.drive.press("F", "d", "escape")


@story_of("move-up")
async def move_up(here: Room) -> None:
    await here.drive.press("K")


@story_of("move-down")
async def move_down(here: Room) -> None:
    await here.drive.press("semicolon", "2", "J")


@story_of("move-first")
async def move_first(here: Room) -> None:
    await here.drive.press("less_than_sign")


@story_of("move-last")
async def move_last(here: Room) -> None:
    await here.drive.press("greater_than_sign")


@story_of("sign-off")
async def sign_off(here: Room) -> None:
    await say(here, "S", "Well done")


@story_of("return")
async def send_back(here: Room) -> None:
    await say(here, "R", "Which winter")


@story_of("reopen")
async def reopen(here: Room) -> None:
    await say(here, "O", "New figures")


@story_of("edit-claim")
async def edit_claim(here: Room) -> None:
    await say(here, "E", "So it is said: ")


@story_of("mark-duplicate")
async def mark_duplicate(here: Room) -> None:
    await look_at(here, 1)
    await say(here, "equals_sign", "C-2")


@story_of("take-in")
async def take_in(here: Room) -> None:
    await here.drive.press("c")


@story_of("change-span")
async def change_span(here: Room) -> None:
    await here.drive.press("s")


@story_of("split-claim")
async def split(here: Room) -> None:
    await here.drive.press("x")


@story_of("accept-match")
async def accept_match(here: Room) -> None:
    await here.drive.press("a")


@story_of("reject-match")
async def reject_match(here: Room) -> None:
    await here.drive.press("d")


@story_of("variant-match")
async def variant_match(here: Room) -> None:
    await here.drive.press("v")


@story_of("opposite-match")
async def opposite_match(here: Room) -> None:
    await here.drive.press("o")


@story_of("related-match")
async def related_match(here: Room) -> None:
    await here.drive.press("r")


@story_of("same-match")
async def same_match(here: Room) -> None:
    await here.drive.press("s")
    await here.drive.press("n")


async def nothing(here: Room) -> None:
    del here


@pytest.mark.parametrize("name", UNDONE)
def test_it_is_taken_back_and_done_again(name: str, at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        await SETTINGS.get(name, nothing)(here)
        before = held(here)
        await STORIES[name](here)
        after = held(here)
        assert after != before
        for _ in range(TIMES):
            await here.drive.press("u")
            assert held(here) == before
            await here.drive.press("ctrl+r")
            assert held(here) == after

    at_the_desk(story)


def test_what_undo_does_not_reach_is_named() -> None:
    assert {one.name for one in EVERY if one.changes and not one.undone} == NOT_UNDONE


def test_a_command_that_changes_nothing_on_the_desk_is_not_one_that_does() -> None:
    looks: list[type[KeyCommand]] = [one for one in EVERY if not one.changes]
    assert not {one.name for one in looks} & set(STORIES)
