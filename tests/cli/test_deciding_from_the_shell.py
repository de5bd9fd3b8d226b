"""The whole loop from the shell, one claim at a time: take, attach, record, skip, return, late saves, take-over."""

import hashlib
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from claims_db.errors import DatabaseUnavailable
from tests.cli.conftest import Team
from workbench.errors import ExitCode

ROOT = Path(__file__).parents[2]


def token(team: Team, who: str, *arguments: str) -> str:
    return str(team.json(who, "take", *arguments)["token"])


def verdicts(team: Team, number: int) -> list[tuple[str, str, str]]:
    sheet = team.json("ada", "show", f"C-{number}")
    return [(one["reviewer"], one["rating"]["slug"], one["rationale"]) for one in sheet["verdicts"]]


def test_a_claim_is_taken_worked_on_and_decided(team: Team) -> None:
    card = team.done("ada", "take")
    assert card.startswith("C-1  The ferry sank 3 times in nine years.")
    assert "  held by   ada until " in card
    assert "  token     1, until " in card
    assert team.json("ada", "take")["token"] == 1
    assert team.done("ada", "keep", "C-1", "--token", "1").startswith("C-1 is yours until ")
    assert team.json("ada", "keep", "C-1", "--token", "1")["holder"] == "ada"
    assert (
        team.done("ada", "record", "C-1", "Mostly false", "--rationale", "No.", "--token", "1") == "C-1 is recorded.\n"
    )
    assert verdicts(team, 1) == [("ada", "mostly_false", "No.")]
    assert team.json("ada", "show", "C-1")["lease"] is None
    assert team.json("ada", "record", "2", "true", "--rationale", "-", stdin="Two\nlines: ä\r\n".encode()) == {
        "claim": 2,
        "state": "recorded",
        "next": None,
    }
    assert verdicts(team, 2) == [("ada", "true", "Two\nlines: ä")]


def test_next_takes_the_next_claim_in_the_same_step(team: Team) -> None:
    team.done("ada", "queue", "add", "sea")
    team.done("ada", "queue", "put", "C-4", "--queue", "sea")
    first = team.json("ada", "record", "C-1", "false", "--rationale", "No.", "--next")
    assert (first["state"], first["next"]["claim"]["number"], first["next"]["token"]) == ("recorded", 2, 1)
    second = team.json("ada", "skip", "C-2", "trivial", "--next", "--queue", "sea")
    assert (second["state"], second["next"]["claim"]["number"]) == ("skipped", 4)
    answer = team("ada", "record", "C-4", "true", "--rationale", "Yes.", "--next", "--queue", "sea", "--json")
    assert answer.code == 0
    last = json.loads(answer.out)["next"]
    assert (last["claim"], last["queue"]["name"]) == (None, "sea")
    assert "Nothing to take" in answer.err
    plain = team.done("ada", "skip", "C-3", "other", "--note", "Not ours.", "--next")
    assert plain.startswith("C-3 is skipped.\n")


def test_a_queue_that_is_not_there_decides_nothing(team: Team) -> None:
    answer = team("ada", "record", "C-1", "false", "--rationale", "No.", "--next", "--queue", "sea")
    assert (answer.code, answer.out) == (ExitCode.NOT_FOUND, "")
    assert verdicts(team, 1) == []


@pytest.mark.parametrize(
    ("options", "stdin", "form", "expected"),
    [
        (("--link", "https://example.org/log", "--title", "Log"), b"", "link", {"url": "https://example.org/log"}),
        (("--quotation", "-", "--locator", "p. 3"), b"four sinkings\n", "quotation", {}),
        (("--note", "-"), b"A photo of the wreck.", "note", {}),
        (
            tuple(
                "--link https://example.org/log --quotation four --note Mine. --author Holm --publisher Harbour "
                "--published 2021-05 --archived https://example.org/kept "
                "--archived-at 2021-06-01T08:30 --retrieved-at 2021-06-02".split()
            ),
            b"",
            "link",
            {
                "author": "Holm",
                "publisher": "Harbour",
                "published": {"value": "2021-05", "precision": "month", "zone": ""},
                "archived_url": "https://example.org/kept",
                "archived_at": "2021-06-01T08:30:00Z",
                "retrieved_at": "2021-06-02T00:00:00Z",
            },
        ),
    ],
)
def test_evidence_is_attached(
    team: Team, options: tuple[str, ...], stdin: bytes, form: str, expected: dict[str, Any]
) -> None:
    (item,) = team.json("ada", "attach", "C-1", "--stance", "refutes", *options, stdin=stdin)["evidence"]
    assert (item["form"], item["stance"], item["attached_by"]) == (form, "refutes", "ada")
    assert stdin.decode().strip() in (item["excerpt"], item["note"]) or not stdin
    for name, value in expected.items():
        assert item["source"][name] == value
    assert team.done("ada", "detach", "E-1") == "C-1 has E-1 no more.\n"
    assert team.json("ada", "show", "C-1")["evidence"] == []
    assert "the detached evidence on C-1" in team.done("ada", "undo")
    assert len(team.json("ada", "show", "C-1")["evidence"]) == 1


def test_a_file_is_attached_with_its_hash(team: Team, home: Path) -> None:
    (home / "log.pdf").write_bytes(b"%PDF-")
    assert team.done("ada", "attach", "C-1", "--stance", "context", "--file", "log.pdf") == "C-1 has E-1 now.\n"
    source = team.json("ada", "show", "C-1")["evidence"][0]["source"]
    assert (source["title"], source["sha256"]) == ("log.pdf", hashlib.sha256(b"%PDF-").hexdigest())


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("record", "C-1", "flase", "--rationale", "No."), ExitCode.NOT_FOUND, "mostly_false"),
        (("record", "C-1", "false"), ExitCode.BAD_INPUT, "rationale"),
        (("record", "C-1", "false", "--rationale", "-"), ExitCode.BAD_INPUT, "rationale"),
        (("record", "C-1"), ExitCode.USAGE, "RATING"),
        (("record", "C-1", "false", "--rationale", "No.", "--queue", "desk"), ExitCode.USAGE, "--next"),
        (("record", "C-1", "false", "--rationale", "No.", "--token", "x"), ExitCode.USAGE, "token"),
        (("record", "C-9", "false", "--rationale", "No."), ExitCode.NOT_FOUND, "C-9"),
        (("skip", "C-1", "boring"), ExitCode.USAGE, "trivial"),
        (("skip", "C-1", "other"), ExitCode.BAD_INPUT, "note"),
        (("return", "C-1"), ExitCode.USAGE, "--comment"),
        (("return", "C-1", "--comment", "Look."), ExitCode.CONFLICT, "queued"),
        (("attach", "C-1", "--note", "x"), ExitCode.USAGE, "--stance"),
        (("attach", "C-1", "--stance", "context"), ExitCode.BAD_INPUT, "note"),
        (("attach", "C-1", "--stance", "context", "--link", "x"), ExitCode.BAD_INPUT, "web address"),
        (("attach", "C-1", "--stance", "context", "--file", "nowhere"), ExitCode.BAD_INPUT, "nowhere"),
        (("attach", "C-1", "--stance", "context", "--file", "x", "--link", "y"), ExitCode.USAGE, "not both"),
        (("attach", "C-1", "--stance", "context", "--note", "-", "--quotation", "-"), ExitCode.BAD_INPUT, "twice"),
        (("detach", "E-9"), ExitCode.NOT_FOUND, "E-9"),
        (("detach", "C-1"), ExitCode.BAD_INPUT, "E-12"),
        (("hand-back", "C-1"), ExitCode.CONFLICT, "do not hold"),
        (("keep", "C-1", "--token", "7"), ExitCode.CONFLICT, "no longer hold"),
        (("keep", "C-1"), ExitCode.USAGE, "--token"),
        (("comment", "C-1"), ExitCode.BAD_INPUT, "empty"),
        (("comment", "C-1", "Ask @eve."), ExitCode.NOT_FOUND, "eve"),
        (("comment", "C-1", "--resolve", "3"), ExitCode.NOT_FOUND, "comment"),
        (("comment", "C-1", "x", "--resolve", "3"), ExitCode.USAGE, "not both"),
        (("signoff", "C-1"), ExitCode.CONFLICT, "sign off"),
        (("adjudicate", "C-1", "ben"), ExitCode.CONFLICT, "adjudication"),
        (("publish", "C-1"), ExitCode.CONFLICT, "publish"),
        (("correct", "C-1", "--severity", "typo", "--reason", "x"), ExitCode.CONFLICT, "never published"),
        (("correct", "C-1", "--severity", "huge", "--reason", "x"), ExitCode.USAGE, "typo"),
        (("withdraw", "C-1", "--reason", "x"), ExitCode.CONFLICT, "never published"),
        (("reopen", "C-1", "--reason", "x"), ExitCode.CONFLICT, "never published"),
        (("redo",), ExitCode.CONFLICT, "nothing to do again"),
        (("drafts", "--drop", "skip"), ExitCode.USAGE, "--drop"),
        (("drafts", "A-1"), ExitCode.BAD_INPUT, "C-12"),
        (("review", "rules", "--share", "101"), ExitCode.BAD_INPUT, "0 to 100"),
        (("review", "rules", "--share", "nan"), ExitCode.BAD_INPUT, "0 to 100"),
        (("review", "rules", "--rating", "flase"), ExitCode.BAD_INPUT, "mostly_false"),
        (("review", "rules", "--name", " "), ExitCode.BAD_INPUT, "empty"),
    ],
)
def test_what_can_not_be_done_is_refused_and_changes_nothing(
    team: Team, arguments: tuple[str, ...], code: ExitCode, words: str
) -> None:
    before = team.done("ada", "show", "C-1", "--json")
    answer = team("ada", *arguments)
    assert answer.code == code, answer.err
    assert answer.out == ""
    assert words in answer.err
    assert team.done("ada", "show", "C-1", "--json") == before


def test_words_that_are_no_text_are_refused(team: Team) -> None:
    answer = team("ada", "comment", "C-1", "-", stdin=b"\xff\xfe\x00")
    assert answer.code == ExitCode.BAD_INPUT
    assert "UTF-8" in answer.err


def test_a_held_claim_is_refused_by_name_and_passed_over(team: Team) -> None:
    team.done("ada", "take")
    refused = team("ben", "take", "C-1")
    assert refused.code == ExitCode.CONFLICT
    assert "C-1 is held by ada for 30 more minutes" in refused.err
    assert team.json("ben", "take")["claim"]["number"] == 2
    assert [row["holder"] for row in team.json("cid", "list", "holder:ada")] == ["ada"]
    team.done("ada", "hand-back", "C-1")
    assert team.json("ben", "take", "C-1")["claim"]["number"] == 1


def test_a_late_verdict_is_refused_with_the_difference_and_kept(team: Team) -> None:
    late = token(team, "ben", "C-1")
    mine = token(team, "ada", "C-1", "--over")
    assert int(mine) > int(late)
    team.done("ada", "record", "C-1", "false", "--rationale", "The log lists three.", "--token", mine)
    refused = team("ben", "record", "C-1", "true", "--rationale", "The log lists four.", "--token", late)
    assert (refused.code, refused.out) == (ExitCode.CONFLICT, "")
    assert "C-1" in refused.err.splitlines()[0]
    assert "kept as a draft" in refused.err.splitlines()[1]
    assert [line.strip() for line in refused.err.splitlines()[2:]] == [
        "rating: false (ada), yours true",
        "- The log lists three.",
        "+ The log lists four.",
        "'workbench drafts' shows what you typed.",
    ]
    assert verdicts(team, 1) == [("ada", "false", "The log lists three.")]
    kept = team.done("ben", "drafts")
    assert kept.startswith("C-1  verdict, kept ")
    assert "rating: true" in kept
    assert "The log lists four." in kept
    (draft,) = team.json("ben", "drafts", "C-1")
    assert json.loads(draft["body"]) == {"rating": "true", "rationale": "The log lists four."}
    assert team.json("ben", "drafts", "C-2") == []
    assert "left by ben, verdict" in team.done("ada", "show", "C-1")
    assert "draft     yours, verdict" in team.done("ben", "show", "C-1")
    assert "no drafts" in team("ben", "drafts", "C-1", "--drop", "verdict").err
    assert "left by" not in team.done("ada", "show", "C-1")


@pytest.mark.parametrize(
    ("arguments", "typed"),
    [
        (("skip", "C-1", "other", "--note", "Not our town."), "Not our town."),
        (("return", "C-1", "--comment", "Ask the harbour."), "Ask the harbour."),
        (("record", "C-1", "true", "--rationale", "It did."), "It did."),
    ],
)
def test_a_claim_that_was_taken_over_keeps_late_words_of_every_kind(
    team: Team, arguments: tuple[str, ...], typed: str
) -> None:
    late = token(team, "ben", "C-1")
    over = team("ada", "take", "C-1", "--over")
    assert "held by   ada" in over.out
    for options in (("--token", late), ()):
        refused = team("ben", *arguments, *options)
        assert refused.code == ExitCode.CONFLICT
        assert "ada" in refused.err.splitlines()[0]
        assert typed in refused.err
        assert typed in team.done("ben", "drafts")
    assert team.json("ada", "show", "C-1")["state"] == "queued"
    again = team("ada", "take", "C-1", "--over")
    assert "ben was typing on it" in again.err
    assert typed in again.out


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        (("record", "C-1", "False", "--rationale", "Four sinkings."), "verdict"),
        (("skip", "C-1", "other", "--note", "Four sinkings."), "skip"),
        (("return", "C-1", "--comment", "Four sinkings."), "comment"),
        (("comment", "C-1", "Four sinkings."), "comment"),
        (("attach", "C-1", "--stance", "refutes", "--note", "Four sinkings."), "evidence"),
    ],
)
def test_a_database_that_fails_under_a_save_leaves_the_words_as_a_draft(
    team: Team, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], field: str
) -> None:
    if arguments[0] == "return":
        team.done("ada", "record", "C-1", "true", "--rationale", "It did.")

    def fail(*_: object) -> None:
        raise DatabaseUnavailable("The disk is full.", "Make room; what you typed is kept as a draft.")

    with monkeypatch.context() as broken:
        broken.setattr("claims_db.unit_of_work.append", fail)
        answer = team("ada", *arguments)
    assert (answer.code, answer.out) == (ExitCode.DATABASE, "")
    assert "disk is full" in answer.err
    (draft,) = team.json("ada", "drafts")
    assert (draft["claim"], draft["field"]) == (1, field)
    assert "Four sinkings." in team.done("ada", "drafts")
    assert team("ada", *arguments).code == 0
    assert team.json("ada", "drafts") == []


def test_two_loops_of_the_shell_share_a_queue_and_each_claim_is_decided_once(team: Team) -> None:
    def work(who: str) -> list[int]:
        done: list[int] = []
        while (taken := run(who, "take", "--json")).returncode == 0:
            turn = json.loads(taken.stdout)
            number = turn["claim"]["number"]
            saved = run(who, "record", f"C-{number}", "false", "--rationale", "-", "--token", str(turn["token"]))
            assert saved.returncode == 0, saved.stderr
            done.append(number)
        assert taken.returncode == ExitCode.NOTHING_FREE, taken.stderr
        return done

    def run(who: str, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [sys.executable, "-m", "workbench", *arguments],
            env=os.environ | {"WORKBENCH_REVIEWER": who, "PYTHONPATH": str(ROOT)},
            input=b"Because of the log.\n",
            capture_output=True,
            check=False,
        )

    with ThreadPoolExecutor() as loops:
        done = list(loops.map(work, ("ben", "cid")))
    assert sorted(number for numbers in done for number in numbers) == [1, 2, 3, 4]
    assert all(len(verdicts(team, number)) == 1 for number in range(1, 5))
    assert team("ada", "verify").code == 0


def test_undo_and_redo_follow_ones_own_steps(team: Team) -> None:
    team.done("ada", "record", "C-1", "false", "--rationale", "No.")
    team.done("ben", "skip", "C-2", "opinion")
    assert team.done("ada", "undo") == "Took back the verdict on C-1.\n"
    assert team.json("ada", "show", "C-1")["state"] == "queued"
    assert team.json("ada", "redo") == {"summary": "Did again: the verdict on C-1.", "claim": 1}
    assert team.json("ada", "show", "C-2")["state"] == "skipped"


def test_people_talk_about_a_claim(team: Team) -> None:
    team.done("ben", "list")
    assert team.done("ada", "comment", "C-1", "@ben, which log?") == "C-1 has comment 1 now.\n"
    (notice,) = team.json("ben", "notices")
    assert (notice["kind"], notice["claim"], notice["who"]) == ("mention", 1, "ada")
    assert team.done("ben", "notices", "--seen").splitlines()[1].split()[:2] == ["mention", "C-1"]
    assert "Nothing waits" in team("ben", "notices").err
    team.done("ben", "comment", "C-1", "-", stdin=b"The one of May.\n")
    assert team.done("ada", "comment", "C-1", "--resolve", "1") == "C-1 has comment 1 dealt with.\n"
    card = team.done("cid", "show", "C-1")
    assert ", dealt with by ada: @ben, which log?" in card
    assert "comment   2, by ben, " in card


def test_a_passed_deadline_is_a_notice(team: Team) -> None:
    team.done("ada", "queue", "mark", "C-2", "--deadline", "2020-02-03")
    assert team.done("ben", "notices").splitlines()[1].split()[:3] == ["deadline", "C-2", "2020-02-03T00:00:00Z"]
    assert "late by" in team.done("ben", "queue", "show")
