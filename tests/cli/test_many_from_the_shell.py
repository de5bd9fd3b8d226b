"""One step with several claims from the shell: named, from standard input, or by a filter."""

from pathlib import Path

from tests.cli.conftest import Shell, Team
from workbench.errors import ExitCode


def states(team: Team) -> list[str]:
    return [claim["state"] for claim in sorted(team.json("ada", "list"), key=lambda claim: claim["number"])]


def test_tags_are_set_listed_found_and_taken_off(team: Team) -> None:
    assert "C-1 is tagged #harbour #winter-2026." in team.done("ada", "claim", "tag", "C-1", "Harbour", "winter-2026")
    assert "C-1, C-2 are tagged #harbour." in team.done("ada", "claim", "tag", "C-1", "c-2", "harbour")
    assert team.json("ada", "claim", "tags") == [{"name": "harbour", "claims": 2}, {"name": "winter-2026", "claims": 1}]
    assert [claim["number"] for claim in team.json("ada", "list", "tag:harbour tag:winter-2026")] == [1]
    assert "tags      #harbour #winter-2026" in team.done("ada", "show", "C-1")
    assert "C-1, C-2 are not tagged #harbour." in team.done("ada", "claim", "tag", "C-1", "C-2", "harbour", "--remove")
    assert team.json("ada", "show", "C-1")["tags"] == ["winter-2026"]
    assert team.json("ada", "undo")["summary"] == "Took back the change of tags on 2 claims."
    assert team.json("ada", "show", "C-2")["tags"] == ["harbour"]
    assert team("ada", "claim", "tag", "C-1").code == ExitCode.USAGE
    assert team("ada", "claim", "tag", "harbour").code == ExitCode.USAGE
    assert team("ada", "claim", "tag", "C-1", "a\x1b[2J").code == ExitCode.BAD_INPUT


def test_a_filter_says_which_and_one_undo_takes_it_back(team: Team) -> None:
    assert "C-1, C-2, C-3, C-4 are set aside." in team.done("ada", "skip", "--filter", "ferry", "trivial")
    assert states(team) == ["skipped"] * 4
    assert team.json("ada", "undo")["summary"] == "Took back the skip on 4 claims."
    assert states(team) == ["queued"] * 4
    assert team("ada", "skip", "--filter", "nowhere", "trivial").code == ExitCode.BAD_INPUT
    assert team("ada", "skip", "C-1", "--filter", "ferry", "trivial").code == ExitCode.USAGE
    assert team("ada", "skip", "trivial").code == ExitCode.USAGE
    assert team("ada", "skip", "C-1", "C-2", "trivial", "--next").code == ExitCode.USAGE


def test_claims_come_from_standard_input(shell: Shell) -> None:
    for number in range(3):
        assert shell("claim", "add", f"The ferry sank {number + 2} times.").code == 0
    answer = shell("queue", "assign", "-", "--to", "ada", stdin=b"C-3\nC-1, C-3\n")
    assert answer.out == "C-3, C-1 are for ada.\n"
    assert shell("queue", "assign", "-", "--to", "ada", stdin=b"").code == ExitCode.BAD_INPUT
    assert shell("queue", "assign", "-", "--to", "ada", stdin=b"C-1 nonsense").code == ExitCode.BAD_INPUT


def test_what_can_not_be_is_left_out_and_named(team: Team) -> None:
    team.done("ben", "take", "C-2")
    answer = team("ada", "skip", "C-1", "C-2", "C-99", "opinion")
    assert answer.code == ExitCode.CONFLICT
    assert answer.out == "C-1 is set aside.\n"
    assert answer.err.startswith("2 left out:\n  C-2 is held by ben for ")
    assert "There is no claim C-99." in answer.err
    assert team("ben", "hand-back", "C-1", "C-2").out == "C-2 is handed back.\n"


def test_claims_are_joined_pressed_and_exported(team: Team, home: Path) -> None:
    joined = team.done("ada", "claim", "duplicate", "C-1", "C-2", "C-3", "--of", "C-1")
    assert joined == "C-2, C-3 are duplicates of C-1.\n"
    assert team.json("ada", "show", "C-1")["duplicates"] == [2, 3]
    team.done("ada", "undo")
    team.done("ada", "queue", "mark", "--filter", "ferry", "--priority", "urgent")
    assert {claim["priority"] for claim in team.json("ada", "list")} == {"urgent"}
    team.weigh("C-4")
    team.done("ben", "record", "C-4", "false", "--rationale", "The log says so.")
    answer = team("ada", "signoff", "C-3", "C-4")
    assert (answer.code, answer.out) == (ExitCode.CONFLICT, "C-4 is signed off.\n")
    written = team.json("ada", "export", "--claim", "C-1", "--claim", "C-4", "--out", str(home / "out"))
    assert [Path(path).name[:3] for path in written] == ["c-1", "c-4"]
    assert team("ada", "export", "--claim", "C-1", "--filter", "ferry").code == ExitCode.USAGE
