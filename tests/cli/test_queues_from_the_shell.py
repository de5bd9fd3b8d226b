"""Queues from the shell: what waits, in which order, for whom, until when."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from tests.cli.conftest import Team
from workbench.errors import ExitCode


def order(team: Team, queue: str = "desk") -> list[int]:
    return [claim["number"] for claim in team.json("ada", "queue", "show", queue)["claims"]]


def in_queue(team: Team, number: int) -> dict[str, Any]:
    found: dict[str, Any] = next(
        claim for claim in team.json("ada", "queue", "show")["claims"] if claim["number"] == number
    )
    return found


def test_a_queue_is_made_filled_changed_and_removed(team: Team) -> None:
    made = team.json("ada", "queue", "add", "sea  trade", "--takes", "ferry worth:0.1", "--by", "deadline, demand")
    assert made == {"name": "sea trade", "takes": "ferry worth:0.1", "orders": ["deadline", "demand"], "waiting": 0}
    assert "C-2, C-3 are in sea trade." in team.done("ada", "queue", "put", "C-2", "c-3", "2", "--queue", "sea trade")
    assert order(team, "sea trade") == [2, 3]
    team.done("ada", "claim", "add", "A new ferry runs to the island.")
    assert order(team, "sea trade") == [2, 3, 5]
    assert team.json("ada", "queue", "set", "sea trade", "--takes", "") == made | {"takes": "", "waiting": 3}
    team.done("ada", "queue", "out", "C-3", "--queue", "sea trade")
    listed = team.done("ada", "queue", "list")
    assert [line.split("  ")[0] for line in listed.splitlines()] == ["queue", "desk", "sea trade"]
    assert "every new claim" in listed
    team.done("ada", "queue", "out", "C-2", "--queue", "desk")
    assert "1 of its claims went to desk" in team.done("ada", "queue", "remove", "sea trade")
    assert sorted(order(team)) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("claim", "where", "expected"),
    [
        ("C-3", ("--first",), [3, 1, 2, 4]),
        ("C-1", ("--last",), [2, 3, 4, 1]),
        ("C-4", ("--before", "C-2"), [1, 4, 2, 3]),
        ("C-1", ("--after", "3"), [2, 3, 1, 4]),
    ],
)
def test_a_claim_is_moved(team: Team, claim: str, where: Sequence[str], expected: list[int]) -> None:
    words = team.done("ada", "queue", "move", claim, *where)
    assert words == f"{claim} is in place {expected.index(int(claim[2:])) + 1} of desk.\n"
    assert order(team) == expected
    team.done("ada", "undo")
    assert order(team) == [1, 2, 3, 4]


def test_marks_order_the_queue_and_what_is_not_named_stays(team: Team) -> None:
    team.done("ada", "queue", "mark", "C-4", "--priority", "urgent", "--demand", "7", "--legal")
    team.done("ada", "queue", "mark", "C-3", "--deadline", "2031-05-04 14:00")
    assert order(team) == [4, 3, 1, 2]
    assert [claim["number"] for claim in team.json("ada", "queue", "show", "--limit", "2")["claims"]] == [4, 3]
    sheet = team.json("ada", "queue", "mark", "C-4", "--kind", "trend", "--no-legal")
    assert (sheet["priority"], sheet["demand"], sheet["legal"], sheet["kind"]) == ("urgent", 7, False, "trend")
    assert in_queue(team, 3)["deadline"] == "2031-05-04T14:00:00Z"
    assert "no deadline" in team.done("ada", "queue", "mark", "C-3", "--deadline", "")
    card = team.done("ada", "show", "C-4")
    assert "priority  urgent" in card
    assert "demand    7" in card


def test_a_claim_waits_for_one_person(team: Team) -> None:
    team.done("ben", "list")
    team.done("ada", "queue", "assign", "C-1", "C-2", "C-3", "--to", "ben", "--note", "You know the harbour.")
    assert in_queue(team, 1)["assigned_to"] == "ben"
    assert [row["number"] for row in team.json("ada", "list", "assigned:ben")] == [1, 2, 3]
    assert team.json("ada", "take")["claim"]["number"] == 4
    assert team.json("ben", "take")["claim"]["number"] == 1
    assert "for       ben: You know the harbour." in team.done("ben", "show", "C-1")
    assert {row["claim"] for row in team.json("ben", "notices") if row["kind"] == "assigned"} == {1, 2, 3}
    refused = team("ben", "queue", "assign", "C-4", "--to", "ada")
    assert refused.code == ExitCode.CONFLICT
    assert "Only an editor" in refused.err
    team.done("ada", "queue", "assign", "C-2", "--nobody")
    assert in_queue(team, 2)["assigned_to"] == ""


def test_a_postponed_claim_is_not_handed_out(team: Team) -> None:
    assert "until 2031-05-04 UTC" in team.done("ada", "queue", "postpone", "C-1", "C-2", "--until", "2031-05-04")
    assert in_queue(team, 1)["postponed_until"] == "2031-05-04T00:00:00Z"
    assert team.json("ada", "take")["claim"]["number"] == 3
    team.done("ada", "hand-back", "C-3")
    team.done("ada", "queue", "postpone", "C-1", "--now")
    assert team.json("ada", "take")["claim"]["number"] == 1


def test_a_decided_claim_has_a_place_and_does_not_wait(team: Team) -> None:
    team.done("ada", "record", "C-1", "false", "--rationale", "No.")
    answer = team("ada", "queue", "put", "C-1", "C-2")
    assert answer.out == "C-1, C-2 are in desk.\n"
    assert "C-1 is recorded" in answer.err
    assert "C-2" not in answer.err
    assert order(team) == [2, 3, 4]
    assert team.done("ada", "queue", "move", "C-1", "--last") == "C-1 is moved in desk.\n"


def test_a_queue_says_what_is_free_and_why_nothing_is(team: Team) -> None:
    assert team.done("ada", "queue").splitlines()[1].split() == ["desk", "4", "0", "0", "0", "0"]
    team.done("ada", "take", "C-1")
    team.done("ada", "queue", "postpone", "C-2", "C-3", "--until", "2031-05-04")
    team.done("ben", "skip", "C-4", "trivial")
    for command in (("queue",), ("take",)):
        answer = team("cid", *command)
        assert "0 free, 1 leased (the oldest for 30 minutes more), 2 postponed until 2031-05-04, 1 done" in answer.err
    (state,) = team.json("cid", "queue")
    assert state["queue"]["leased"] == 1
    assert "0 free" in state["reason"]
    shown = team.done("cid", "queue", "show")
    assert shown.startswith("desk: 0 free, 1 leased")
    assert shown.splitlines()[2].split()[:7] == ["1", "C-1", "queued", "-", "-", "ada", "30"]
    assert team.json("cid", "queue", "show")["reason"] == state["reason"]


def test_nothing_to_take_has_its_own_exit_code_and_counts(team: Team) -> None:
    team.done("ada", "queue", "add", "health")
    answer = team("ada", "take", "--queue", "health", "--json")
    assert answer.code == ExitCode.NOTHING_FREE == 8
    taken = json.loads(answer.out)
    assert (taken["claim"], taken["token"], taken["queue"]["name"]) == (None, None, "health")
    assert answer.err.strip() == taken["reason"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("queue", "show", "helth"), ExitCode.NOT_FOUND, "queue list"),
        (("queue", "set", "helth", "--by", "demand"), ExitCode.NOT_FOUND, "helth"),
        (("queue", "set", "desk"), ExitCode.USAGE, "--takes"),
        (("queue", "remove", "desk"), ExitCode.CONFLICT, "can't be removed"),
        (("queue", "add", "desk"), ExitCode.CONFLICT, "already"),
        (("queue", "add", " "), ExitCode.BAD_INPUT, "name"),
        (("queue", "add", "sea", "--by", "mood"), ExitCode.BAD_INPUT, "check_worthiness"),
        (("queue", "add", "sea", "--takes", "state:queued"), ExitCode.BAD_INPUT, "state"),
        (("queue", "add", "sea", "--takes", "kid:event"), ExitCode.BAD_INPUT, "kind"),
        (("queue", "put", "C-99"), ExitCode.NOT_FOUND, "C-99"),
        (("queue", "put", "C-1", "--queue", "sea"), ExitCode.NOT_FOUND, "sea"),
        (("queue", "put", "C-1", "--queue", ""), ExitCode.USAGE, "--queue is empty"),
        (("queue", "put", "--queue", "sea"), ExitCode.USAGE, "--filter"),
        (("queue", "out", "C-1"), ExitCode.USAGE, "--queue"),
        (("queue", "move", "C-1"), ExitCode.USAGE, "--first"),
        (("queue", "move", "C-1", "--first", "--last"), ExitCode.USAGE, "--first"),
        (("queue", "move", "C-1", "--before", "C-1"), ExitCode.BAD_INPUT, "beside itself"),
        (("queue", "move", "C-1", "--after", "A-2"), ExitCode.BAD_INPUT, "C-12"),
        (("queue", "assign", "C-1"), ExitCode.USAGE, "--nobody"),
        (("queue", "assign", "C-1", "--to", "eve"), ExitCode.NOT_FOUND, "eve"),
        (("queue", "assign", "C-1", "--to", "ada", "--nobody"), ExitCode.USAGE, "--nobody"),
        (("queue", "postpone", "C-1"), ExitCode.USAGE, "--until"),
        (("queue", "postpone", "C-1", "--until", "2001-02-03"), ExitCode.BAD_INPUT, "passed"),
        (("queue", "postpone", "C-1", "--until", "soon"), ExitCode.BAD_INPUT, "2026-11-30"),
        (("queue", "postpone", "C-1", "--until", "2031-02-30"), ExitCode.BAD_INPUT, "no date"),
        (("queue", "mark", "C-1"), ExitCode.USAGE, "--priority"),
        (("queue", "mark", "C-1", "--demand", "-1"), ExitCode.BAD_INPUT, "demand"),
        (("queue", "mark", "C-1", "--priority", "high-ish"), ExitCode.USAGE, "urgent"),
        (("queue", "--json", "list"), ExitCode.USAGE, "--json"),
        (("queue", "lst"), ExitCode.USAGE, "list"),
        (("list", "queue:nowhere", "assined:ben"), ExitCode.BAD_INPUT, "assigned"),
        (("take", "C-1", "--queue", "desk"), ExitCode.USAGE, "not both"),
        (("take", "--over"), ExitCode.USAGE, "--over"),
        (("take", "C-99"), ExitCode.NOT_FOUND, "C-99"),
        (("take", "--queue", "sea"), ExitCode.NOT_FOUND, "sea"),
    ],
)
def test_what_can_not_be_meant_is_refused_and_changes_nothing(
    team: Team, arguments: tuple[str, ...], code: ExitCode, words: str
) -> None:
    before = team.done("ada", "queue", "show", "--json")
    answer = team("ada", *arguments)
    assert answer.code == code, answer.err
    assert answer.out == ""
    assert words in answer.err
    assert team.done("ada", "queue", "show", "--json") == before


def test_only_editors_make_and_change_queues(team: Team) -> None:
    for arguments in (("add", "sea"), ("set", "desk", "--by", "demand"), ("remove", "desk")):
        answer = team("ben", "queue", *arguments)
        assert answer.code == ExitCode.CONFLICT
        assert "Only an editor" in answer.err


def test_a_database_named_before_the_group_or_its_command_is_the_one(team: Team) -> None:
    for arguments in (
        ("--database", "other.sqlite3", "queue", "list"),
        ("queue", "--database", "other.sqlite3", "list"),
        ("queue", "list", "--database", "other.sqlite3"),
    ):
        assert team.done("ada", *arguments).splitlines()[1].split()[:2] == ["desk", "0"]
