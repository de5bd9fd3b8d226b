"""A whole session of review, driven by the keyboard of a real terminal, held against what stands in the desk at last."""

import json
import re
from pathlib import Path

import pytest

from claims_db.rows import SecondReviewRule
from tests.end_to_end.terminal import (
    ENTER,
    ESCAPE,
    F2,
    F3,
    F4,
    F5,
    F6,
    NARROW,
    REDO,
    SUBMIT,
    WIDE,
    Terminal,
    opened,
    run,
    started,
    type_address,
)


def read_and_decide(desk: Terminal) -> None:
    """Take a claim, read its article, attach a page, decide; set the next one aside; take all back and do it again."""
    desk.type("t")
    desk.wait("1 leased")
    desk.type("r")
    desk.wait("refused")
    desk.press(ESCAPE)
    desk.wait("1 leased")
    desk.type("a")
    desk.wait("Evidence for C-1")
    type_address(desk, "https://example.org/minutes")
    desk.type(SUBMIT)
    desk.gone("Evidence for C-1")
    desk.type("6")
    desk.wait("Verdict on C-1")
    desk.type("The minutes say 7%.")
    desk.wait("say 7%.")
    desk.type(SUBMIT)
    desk.wait("1 done")
    desk.type("s")
    desk.wait("Set C-3 aside")
    desk.type("o")
    desk.wait("2 done")
    desk.type("u")
    desk.wait("1 done")
    desk.type("u")
    desk.wait("0 done")
    desk.type(REDO + REDO)
    desk.wait("2 done")


def review_what_ben_found(desk: Terminal) -> None:
    """Give a second verdict on C-2, blind, and see both."""
    desk.type("f")
    desk.wait("claimer:name")
    desk.type("state:second_review" + ENTER)
    desk.wait("Claims (1)")
    assert "As ben counted" not in desk.text()
    desk.type("7")
    desk.wait("Second verdict on C-2, blind")
    desk.type("As I counted")
    desk.wait("As I counted")
    assert "As ben counted" not in desk.text()
    desk.type(SUBMIT)
    desk.wait("As ben counted")
    desk.type(ESCAPE)
    desk.gone("As ben counted")
    desk.type(ESCAPE)
    desk.wait("Claims (9)")


def find_mark_and_tag(desk: Terminal) -> None:
    """Look for a tip and go to it; tag a lot of two, take it back, and put it aside."""
    desk.type("/")
    desk.wait("Enter opens, Esc goes back")
    desk.type("7 ships")
    desk.wait(lambda text: re.search("› claim +C-9", text) is not None and "7 ships" in text.splitlines()[0])
    desk.type(ENTER)
    desk.wait("The harbour counted 7 ships on day 6.")
    desk.type("k  ")
    desk.wait("2 marked")
    desk.type("#")
    desk.wait("Tag 2 claims")
    desk.type("harbour" + SUBMIT)
    desk.wait("#harbour")
    desk.type("u")
    desk.gone("#harbour")
    desk.type(REDO)
    desk.wait("#harbour")
    desk.type("s")
    desk.wait("Set aside 2 claims")
    desk.type(SUBMIT)
    desk.wait("5 done")
    desk.type("X")
    desk.gone("marked")


def look_at_every_screen(desk: Terminal) -> None:
    """Go through all screens and come back to where the cursor was."""
    place = next(line for line in desk.text().splitlines() if "›" in line)
    for key, shown in (
        (F3, "[Article]"),
        (F4, "[Team]"),
        (F5, "claim skipped"),
        (F6, "[Settings]"),
        (F4, "[Team]"),
        (ESCAPE, "[Settings]"),
        (F2, "[Queue]"),
    ):
        desk.type(key)
        desk.wait(shown)
    desk.wait(place)


@pytest.mark.parametrize(("columns", "rows"), [WIDE, NARROW], ids=["120x40", "80x24"])
def test_a_session_from_take_next_to_q(desk_folder: Path, columns: int, rows: int) -> None:
    other = opened(desk_folder)
    other.set_second_review_rule(SecondReviewRule(ratings=("conflicting",)))
    other.close()
    ben = opened(desk_folder, "ben")
    ben.record(2, "conflicting", "As ben counted")
    ben.hand_back(1)
    ben.close()
    desk = started(desk_folder, columns, rows)
    read_and_decide(desk)
    review_what_ben_found(desk)
    find_mark_and_tag(desk)
    look_at_every_screen(desk)
    desk.type("q")
    assert desk.end() == 0
    assert desk.after == desk.before
    listed = {one["number"]: (one["state"], one["rating"]) for one in json.loads(run(desk_folder, "list", "--json"))}
    assert {number: listed[number] for number in (1, 2, 3, 8, 9)} == {
        1: ("recorded", "False"),
        2: ("recorded", "Conflicting evidence"),
        3: ("skipped", ""),
        8: ("skipped", ""),
        9: ("skipped", ""),
    }
    shown = json.loads(run(desk_folder, "show", "C-1", "--json"))
    assert [one["rationale"] for one in shown["verdicts"]] == ["The minutes say 7%."]
    assert "https://example.org/minutes" in json.dumps(shown["evidence"])
    assert "verified" in run(desk_folder, "verify")
    tagged = json.loads(run(desk_folder, "list", "--json", "tag:harbour"))
    assert {one["number"] for one in tagged} == {8, 9}
