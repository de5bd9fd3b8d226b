"""Second review, sign-off, publication and corrections from the shell."""

from pathlib import Path

import pytest

from tests.cli.conftest import Team
from workbench.errors import ExitCode

SECRET = "The harbour log of 3 May lists four sinkings."


@pytest.fixture
def blind(team: Team) -> Team:
    """Give a desk where ben has given C-1 a first verdict, and a second one is needed."""
    for who in ("ben", "cid"):
        team.done(who, "list")
    team.weigh("C-1")
    team.done("ada", "review", "rules", "--rating", "Mostly false", "--rating", "false")
    recorded = team.json("ben", "record", "C-1", "mostly_false", "--rationale", SECRET)
    assert recorded["state"] == "second_review"
    return team


@pytest.fixture
def signed(team: Team) -> Team:
    """Give a desk where C-1 is signed off, false by ben."""
    team.weigh("C-1")
    team.done("ben", "record", "C-1", "false", "--rationale", SECRET)
    assert team.done("ada", "signoff", "C-1", "--note", "Seen the log.") == "C-1 is signed off.\n"
    return team


def test_the_rule_is_shown_changed_and_cleared(team: Team) -> None:
    assert team.done("ben", "review", "rules") == "No verdict needs a second one.\n"
    rule = {"ratings": ["false"], "names": ["Inga Holm"], "legal": True, "share": 12.5}
    options = ("--rating", "False", "--name", "Inga Holm", "--legal", "--share", "12.5")
    assert team.json("ada", "review", "rules", *options) == rule
    assert team.json("ben", "review", "rules") == rule
    assert team.json("ada", "review", "rules", "--no-legal") == rule | {"legal": False}
    words = team.done("ada", "review", "rules")
    assert "ratings  false" in words
    assert "12.5 % of the others" in words
    cleared = team.json("ada", "review", "rules", "--clear", "--legal")
    assert cleared == {"ratings": [], "names": [], "legal": True, "share": 0.0}
    refused = team("ben", "review", "rules", "--clear")
    assert refused.code == ExitCode.CONFLICT
    assert team.json("ben", "review", "rules") == cleared


def test_nothing_that_is_printed_tells_the_second_reviewer_of_the_first_verdict(blind: Team) -> None:
    blind.done("ben", "comment", "C-1", "The harbour log settles it.")
    commands = (
        ("show", "C-1"),
        ("list",),
        ("list", "rating:mostly_false"),
        ("queue",),
        ("queue", "show"),
        ("take", "C-1"),
        ("keep", "C-1", "--token", "2"),
        ("hand-back", "C-1"),
        ("notices",),
        ("drafts",),
        ("agreement",),
        ("attach", "C-1", "--stance", "context", "--note", "Mine."),
    )
    for command in commands:
        for options in (("--json",), ()):
            answer = blind("cid", *command, *options)
            printed = f"{answer.out}{answer.err}".casefold()
            assert "harbour log" not in printed, command
            assert "mostly_false" not in printed, command
            assert "mostly false" not in printed, command
    (report,) = blind.done("cid", "export", "--claim", "C-1", "--out", "mine").splitlines()
    written = Path(report).read_text("utf-8").casefold()
    assert "harbour log" not in written
    assert "mostly false" not in written
    card = blind.done("cid", "show", "C-1")
    assert "verdict   a first one is there, and kept back until you have given yours" in card
    sheet = blind.json("cid", "show", "C-1")
    assert (sheet["blind"], sheet["verdicts"]) == (True, [])
    assert SECRET in blind.done("ben", "show", "C-1")


def test_a_late_blind_verdict_is_told_that_there_is_one_and_no_more(blind: Team) -> None:
    late = str(blind.json("cid", "take", "C-1")["token"])
    blind.done("ada", "take", "C-1", "--over")
    refused = blind("cid", "record", "C-1", "true", "--rationale", "It did.", "--token", late)
    assert refused.code == ExitCode.CONFLICT
    assert "blind second one" in refused.err
    assert "harbour" not in refused.err


def test_a_second_verdict_reveals_the_first_and_agreement_is_signed_off(blind: Team) -> None:
    assert blind.json("cid", "record", "C-1", "mostly_false", "--rationale", "So say I.")["state"] == "recorded"
    sheet = blind.json("cid", "show", "C-1")
    assert [one["reviewer"] for one in sheet["verdicts"]] == ["cid", "ben"]
    assert blind.json("ada", "signoff", "C-1")["finding"]["signed_off_by"] == "ada"
    (scale,) = blind.json("ada", "agreement")
    assert scale["overall"]["percent"] == 1.0
    assert scale["overall"]["kappa"] is None
    answer = blind("ada", "agreement")
    assert answer.out.splitlines()[1].split() == ["desk", "all", "1", "100%", "–", "–", "–"]
    assert answer.out.splitlines()[2].split() == ["desk", "ben,", "cid", "1", "100%", "–", "–"]
    assert "not defined" in answer.err


def test_nobody_gives_a_second_verdict_on_their_own(blind: Team) -> None:
    for arguments in (("take", "C-1"), ("record", "C-1", "true", "--rationale", "On second thoughts.")):
        refused = blind("ben", *arguments)
        assert refused.code == ExitCode.CONFLICT
        assert "yours" in refused.err
    assert blind.json("ben", "show", "C-1")["state"] == "second_review"


def test_an_editor_decides_between_two_verdicts(blind: Team) -> None:
    assert blind.json("cid", "record", "C-1", "true", "--rationale", "It did sink.")["state"] == "adjudication"
    card = blind.done("ada", "show", "C-1")
    assert "Mostly false, by ben, " in card
    assert "(not decided): It did sink." in card
    assert blind("cid", "adjudicate", "C-1", "cid").code == ExitCode.CONFLICT
    assert blind("ada", "adjudicate", "C-1", "eve").code == ExitCode.NOT_FOUND
    assert blind("ada", "signoff", "C-1").code == ExitCode.CONFLICT
    assert blind.done("ada", "adjudicate", "C-1", "cid", "--note", "Two logs.") == "C-1 is signed off.\n"
    decided = blind.json("ada", "show", "C-1")
    assert [one["reviewer"] for one in decided["verdicts"] if one["stands"]] == ["cid"]
    assert "sign-off  by ada, " in blind.done("ben", "show", "C-1")


def test_an_adjudication_that_comes_too_late_keeps_its_note(blind: Team) -> None:
    blind.done("ada", "team", "add", "dan", "--role", "editor")
    blind.done("cid", "record", "C-1", "true", "--rationale", "It did sink.")
    late = str(blind.json("dan", "take", "C-1")["token"])
    blind.done("ada", "take", "C-1", "--over")
    refused = blind("dan", "adjudicate", "C-1", "ben", "--note", "One log is enough.", "--token", late)
    assert refused.code == ExitCode.CONFLICT
    assert "One log is enough." in blind.done("dan", "drafts")
    assert blind("dan", "adjudicate", "C-1", "ben", "--token", late).code == ExitCode.CONFLICT
    assert blind.json("ada", "show", "C-1")["state"] == "adjudication"
    blind.done("ada", "adjudicate", "C-1", "ben")
    assert blind.json("dan", "publish", "C-1")["state"] == "published"
    assert blind("ada", "verify").code == 0


def test_a_verdict_is_chosen_by_its_public_id_as_well(blind: Team) -> None:
    blind.done("cid", "record", "C-1", "true", "--rationale", "It did sink.")
    chosen = next(one["public_id"] for one in blind.json("ada", "show", "C-1")["verdicts"] if one["reviewer"] == "ben")
    assert blind.json("ada", "adjudicate", "C-1", chosen)["finding"]["verdict"] == chosen


def test_own_work_is_not_signed_off_and_reviewers_sign_off_nothing(team: Team) -> None:
    team.done("ada", "record", "C-1", "false", "--rationale", "No.")
    own = team("ada", "signoff", "C-1")
    assert (own.code, own.out) == (ExitCode.CONFLICT, "")
    assert "own work" in own.err
    reviewer = team("ben", "signoff", "C-1")
    assert reviewer.code == ExitCode.CONFLICT
    assert "Only an editor" in reviewer.err
    assert team.json("ada", "show", "C-1")["state"] == "recorded"


def test_returned_work_waits_again_with_the_comment(team: Team) -> None:
    team.done("ben", "record", "C-1", "false", "--rationale", SECRET)
    assert team("cid", "return", "C-1", "--comment", "Why?").code == ExitCode.CONFLICT
    returned = team.json("ada", "return", "C-1", "--comment", "-", stdin=b"Which log, @ben?")
    assert returned == {"claim": 1, "state": "queued", "next": None}
    assert [notice["words"] for notice in team.json("ben", "notices")] == ["Which log, @ben?"]
    assert not any(one["counts"] for one in team.json("ben", "show", "C-1")["verdicts"])
    assert "verdict" not in team.done("ben", "show", "C-1")


def test_what_was_published_is_frozen(signed: Team) -> None:
    assert signed("ben", "publish", "C-1").code == ExitCode.CONFLICT
    assert signed.done("ada", "publish", "C-1") == "C-1 is published.\n"
    before = signed.json("ben", "show", "C-1")
    for arguments in (
        ("record", "C-1", "true", "--rationale", "Changed my mind."),
        ("skip", "C-1", "trivial"),
        ("take", "C-1"),
        ("return", "C-1", "--comment", "Once more."),
        ("publish", "C-1"),
        ("signoff", "C-1"),
    ):
        refused = signed("ada", *arguments)
        assert refused.code == ExitCode.CONFLICT, arguments
    signed.done("ben", "attach", "C-1", "--stance", "supports", "--note", "A late find.")
    after = signed.json("ben", "show", "C-1")
    assert after["publications"] == before["publications"]
    assert "late find" not in after["publications"][0]["content"]


def test_corrections_are_new_revisions_and_the_last_is_withdrawal(signed: Team) -> None:
    signed.done("ada", "publish", "C-1")
    corrected = signed.json("ada", "correct", "C-1", "--severity", "clarification", "--reason", "Named the log.")
    assert corrected["state"] == "corrected"
    assert [one["number"] for one in corrected["publications"]] == [1, 2]
    assert corrected["publications"][0]["correction"] is None
    assert corrected["publications"][1]["correction"]["reason"] == "Named the log."
    changed = signed("ada", "correct", "C-1", "--severity", "rating_changed", "--reason", "It was true.")
    assert changed.code == ExitCode.CONFLICT
    assert "Reopen" in changed.err
    assert signed("ben", "withdraw", "C-1", "--reason", "Wrong.").code == ExitCode.CONFLICT
    assert signed.done("ada", "withdraw", "C-1", "--reason", "Wrong ferry.") == "C-1 is withdrawn.\n"
    card = signed.done("ben", "show", "C-1")
    assert "state     withdrawn" in card
    assert ": clarification, Named the log." in card
    assert ": withdrawn, Wrong ferry." in card
    for who in ("ada", "ben"):
        refused = signed(who, "undo")
        assert refused.code == ExitCode.CONFLICT
        assert "withdrawn" in refused.err
    assert signed.json("ben", "show", "C-1")["state"] == "withdrawn"


def test_a_changed_rating_goes_through_review_again(signed: Team) -> None:
    signed.done("ada", "publish", "C-1")
    assert signed.json("ada", "reopen", "C-1", "--reason", "New log.")["state"] == "queued"
    signed.done("cid", "record", "C-1", "true", "--rationale", "The new log says so.")
    signed.done("ada", "comment", "C-1", "--resolve", "1")
    signed.done("ada", "signoff", "C-1")
    assert signed("ada", "publish", "C-1").code == ExitCode.CONFLICT
    done = signed.json("ada", "correct", "C-1", "--severity", "rating_changed", "--reason", "A new log was found.")
    assert done["state"] == "corrected"
    assert [one["correction"] and one["correction"]["severity"] for one in done["publications"]] == [
        None,
        "rating_changed",
    ]


def test_the_loop_of_a_team_is_the_same_on_a_server(team_on_server: Team) -> None:
    team = team_on_server
    team.weigh("C-1")
    team.done("ada", "review", "rules", "--rating", "mostly_false")
    late = team.json("cid", "take")
    assert late["claim"]["number"] == 1
    mine = team.json("ben", "take", "C-1", "--over")["token"]
    given = team.json("ben", "record", "C-1", "mostly_false", "--rationale", SECRET, "--token", str(mine), "--next")
    assert (given["state"], given["next"]["claim"]["number"]) == ("second_review", 2)
    for command in (("show", "C-1"), ("list",), ("queue", "show"), ("take", "C-1"), ("drafts",)):
        printed = team.done("cid", *command, "--json")
        assert "harbour log" not in printed
        assert "mostly_false" not in printed
    refused = team("cid", "record", "C-1", "true", "--rationale", "It did.", "--token", str(late["token"]))
    assert refused.code == ExitCode.CONFLICT
    assert "It did." in team.done("cid", "drafts", "C-1")
    assert team.json("cid", "record", "C-1", "true", "--rationale", "It did.")["state"] == "adjudication"
    assert team("cid", "adjudicate", "C-1", "ben").code == ExitCode.CONFLICT
    assert team.json("ada", "adjudicate", "C-1", "ben")["state"] == "signed_off"
    assert team.json("ada", "publish", "C-1")["state"] == "published"
    assert team.json("ada", "withdraw", "C-1", "--reason", "Wrong ferry.")["state"] == "withdrawn"
    team.done("ada", "queue", "postpone", "C-3", "C-4", "--until", "2031-05-04")
    answer = team("cid", "take")
    assert answer.code == ExitCode.NOTHING_FREE
    assert "0 free, 1 leased (the oldest for 30 minutes more), 2 postponed until 2031-05-04, 1 done" in answer.err
