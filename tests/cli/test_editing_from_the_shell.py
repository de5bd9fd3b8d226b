"""Claims are edited, split and marked as duplicates from the shell."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell, Team
from tests.conftest import hostile

TEXT = "Harbour town raises ferry prices\n\nThe council raised ferry prices by 12% in March. It rained on 40 days.\n"


@pytest.fixture
def taken_in(shell: Shell, home: Path) -> Shell:
    (home / "ferry.txt").write_text(TEXT, encoding="utf-8")
    shell("add", "ferry.txt")
    return shell


def span(words: str) -> str:
    return f"{TEXT.index(words)}:{TEXT.index(words) + len(words)}"


def test_words_claimer_and_span_are_changed_in_one_step(taken_in: Shell) -> None:
    edited = taken_in("claim", "edit", "C-1", "--claimer", "Inga Holm", "--via", "ANI", "--via", "The Ferry")
    assert (edited.code, edited.err) == (0, "")
    assert edited.out.splitlines()[1:] == ["  said by Inga Holm, through The Ferry, through ANI"]
    assert "said by   Inga Holm, through The Ferry, through ANI" in taken_in("show", "C-1").out
    edited = taken_in("claim", "edit", "c1", "--span", span("raised ferry prices by 12%"))
    assert edited.out == "C-1 says now: Raised ferry prices by 12%.\n"
    sheet = json.loads(taken_in("claim", "edit", "C-1", "--statement", "-", "--json", stdin=b"Prices rose.\n").out)
    assert (sheet["statement"], sheet["claimer"], sheet["via"]) == ("Prices rose.", "Inga Holm", ["ANI", "The Ferry"])
    assert sheet["appearances"][0]["quote"]["exact"] == "raised ferry prices by 12%"
    assert "said by   the article itself" in _after(taken_in, "claim", "edit", "C-1", "--claimer", "", "--via", "")
    assert [taken_in("undo").out for _ in range(2)] == [
        "Took back the new claimer on C-1.\n",
        "Took back the new statement on C-1.\n",
    ]
    assert taken_in("redo").out == "Did again: the new statement on C-1.\n"
    assert taken_in("verify").code == 0


def test_a_day_to_check_again_is_set_found_and_taken_away(taken_in: Shell) -> None:
    edit = ("claim", "edit", "C-1")
    dated = taken_in(*edit, "--recheck-on", "2021-11-14", "--recheck-why", "next release of the survey")
    assert dated.out.splitlines()[1:] == ["  to be checked again: 14 November 2021: next release of the survey"]
    assert dated.err == "That day has come: C-1 is to be checked again now.\n"
    assert "recheck   14 November 2021: next release of the survey" in taken_in("show", "C-1").out
    assert [row["number"] for row in json.loads(taken_in("list", "recheck:due", "--json").out)] == [1]
    assert json.loads(taken_in("show", "C-1", "--json").out)["recheck"]["on"] == "2021-11-14"
    refused = taken_in(*edit, "--recheck-on", "2021-11-14")
    assert (refused.code, "needs a reason" in refused.err) == (3, True)
    assert taken_in(*edit, "--no-recheck", "--recheck-why", "Why not?").code == 2
    assert taken_in(*edit, "--no-recheck").out.splitlines()[1:] == ["  to be checked again: no day is named"]
    assert taken_in("verify").code == 0


def _after(shell: Shell, *arguments: str) -> str:
    assert shell(*arguments).code == 0
    return shell("show", "C-1").out


def test_a_claim_is_split_at_characters(taken_in: Shell) -> None:
    parts = (span("The council raised"), span("prices by 12% in March"))
    assert taken_in("claim", "split", "C-1", *parts).out == "C-1 says now: The council raised. New: C-3.\n"
    assert "Prices by 12% in March." in taken_in("show", "C-3").out
    assert "the split on C-1" in taken_in("undo").out
    found = json.loads(taken_in("claim", "split", "C-1", *parts, "--json").out)
    assert (found["claim"]["number"], found["new"]) == (1, [3])


def test_a_duplicate_names_its_claim_and_leaves_the_list_of_those_open(taken_in: Shell) -> None:
    assert taken_in("claim", "duplicate", "C-2", "--of", "C-1").out == "C-2 is a duplicate of C-1.\n"
    assert "same as   C-1" in taken_in("show", "C-2").out
    assert "same as   C-2" in taken_in("show", "C-1").out
    assert "C-2" not in taken_in("list", "state:queued").out
    taken_in("export", "--all", "--out", "reports")
    assert any("the same as C-1, and not rated here" in one.read_text("utf-8") for one in Path("reports").glob("*.md"))
    assert taken_in("queue", "put", "C-2").code == 0
    assert "same as" not in taken_in("show", "C-1").out
    found = json.loads(taken_in("claim", "duplicate", "C-2", "--of", "C-1", "--json").out)
    assert (found["state"], found["duplicate_of"]) == ("duplicate", 1)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("edit", "C-1"), 3, "There is nothing to change."),
        (("edit", "C-1", "--statement", " "), 3, "A claim needs a statement."),
        (("edit", "C-1", "--span", "five"), 3, "'five' is no span."),
        (("edit", "C-1", "--span", "5:5000"), 3, "A-1 has no characters 5 to 5000."),
        (("edit", "C-9", "--claimer", "x"), 4, "There is no claim C-9."),
        (("edit", "A-1", "--claimer", "x"), 3, "'A-1' is no claim."),
        (("split", "C-1", "34:40"), 3, "A split needs two spans or more."),
        (("split", "C-1", "34:50", "40:60"), 3, "overlap"),
        (("duplicate", "C-1", "--of", "C-1"), 3, "always the same as itself"),
        (("duplicate", "C-1", "--of", "C-9"), 4, "There is no claim C-9."),
    ],
)
def test_what_can_not_be_done_is_named(taken_in: Shell, arguments: tuple[str, ...], code: int, message: str) -> None:
    answer = taken_in("claim", *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert message in answer.err


def test_a_late_edit_is_set_against_what_stands_and_kept(team: Team) -> None:
    token = str(team.json("ada", "take", "C-1")["token"])
    team.done("ben", "take", "C-1", "--over")
    team.done("ben", "claim", "edit", "C-1", "--statement", "It sank twice.")
    late = team("ada", "claim", "edit", "C-1", "--statement", "It sank once.", "--token", token)
    assert late.code == 6
    assert "- statement: It sank twice." in late.err
    assert "+ statement: It sank once." in late.err
    assert "It sank once." in team.done("ada", "drafts")
    assert "It sank twice." in team.done("ada", "show", "C-1")


def test_what_was_published_says_what_to_do_instead(team: Team) -> None:
    team.weigh("C-1")
    team.done("ben", "record", "C-1", "true", "--rationale", "The log says so.")
    assert "Only an editor can edit a claim" in team("cid", "claim", "edit", "C-1", "--claimer", "x").err
    team.done("ada", "signoff", "C-1")
    team.done("ada", "publish", "C-1")
    for who in ("ada", "ben"):
        refused = team(who, "claim", "edit", "C-1", "--statement", "x")
        assert refused.code == 6
        assert "C-1 is published; its words can't be edited." in refused.err
        assert "Reopen it first" in refused.err


def test_it_works_on_a_server(team_on_server: Team) -> None:
    team_on_server.done("ben", "claim", "edit", "C-1", "--statement", "It sank twice.", "--claimer", "Jonas Berg")
    team_on_server.done("ben", "claim", "duplicate", "C-2", "--of", "C-1")
    assert "same as   C-2" in team_on_server.done("ada", "show", "C-1")
    team_on_server.done("ben", "undo")
    team_on_server.done("ben", "undo")
    assert "said by   Inga Holm" in team_on_server.done("ada", "show", "C-1")


TYPED = [
    one.payload for one in hostile("terminal", "markup") if isinstance(one.payload, str) and "\0" not in one.payload
]
"""What can be typed behind a command."""


@pytest.mark.parametrize("payload", TYPED, ids=ascii)
def test_words_that_a_terminal_would_obey_are_drawn_safely(taken_in: Shell, payload: str) -> None:
    shown = taken_in("claim", "edit", "C-1", f"--statement=x {payload}", f"--claimer={payload[:500]}")
    assert shown.code == 0, shown.err
    shown = taken_in("show", "C-1")
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown.out)
