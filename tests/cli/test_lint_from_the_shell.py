"""Lint from the shell: what it prints, how it ends, and what editors make of the rules."""

import json

import pytest

from tests.cli.conftest import Team
from workbench.errors import ExitCode


@pytest.fixture
def judged(team: Team) -> Team:
    """Give a desk where ben rated C-1 and C-2 as false, the second with evidence for both sides."""
    team.weigh("C-2")
    for claim in ("C-1", "C-2"):
        team.done("ben", "record", claim, "false", "--rationale", "The log has none.")
    return team


def test_claims_are_looked_at_and_what_blocks_is_the_exit_code(judged: Team) -> None:
    answer = judged("ada", "lint", "C-1")
    assert answer.code == ExitCode.CONFLICT
    lines = answer.out.splitlines()
    assert lines[0].startswith("C-1: 1 rule blocks, ")
    assert lines[1] == "  blocks  false-without-refuting: False, by ben: no evidence refutes the claim."
    assert judged("ada", "lint", "check", "C-2").code == ExitCode.OK
    every = judged("ada", "lint", "--all", "--json")
    assert every.code == ExitCode.CONFLICT
    assert [json.loads(line)["claim"] for line in every.out.splitlines()] == [1, 2]
    some = judged("ada", "lint", "--filter", "state:recorded")
    assert some.err == "2 claims looked at; 1 can't be signed off.\n"
    assert judged("ada", "lint", "C-1", "C-99").code == ExitCode.NOT_FOUND
    assert judged("ada", "lint", "C-1", "--all").code == ExitCode.USAGE
    assert judged("ada", "lint", "--help").out.startswith("Usage: workbench lint")


def test_a_waived_rule_lets_the_claim_pass_and_undo_takes_it_back(judged: Team) -> None:
    refused = judged("ada", "signoff", "C-1")
    assert (refused.code, refused.out) == (ExitCode.CONFLICT, "")
    assert "false-without-refuting" in refused.err
    waive = ("lint", "waive", "C-1", "false-without-refuting", "--reason")
    assert judged("ben", *waive, "x").code == ExitCode.CONFLICT
    assert judged("ada", *waive, " ").code == ExitCode.BAD_INPUT
    said = judged.done("ada", *waive, "-", stdin=b"Nobody counts.")
    assert said == "false-without-refuting is waived for C-1.\n"
    assert "      Waived by ada: Nobody counts.\n" in judged.done("ada", "lint", "C-1")
    judged.done("ada", "undo")
    assert judged("ada", "lint", "C-1").code == ExitCode.CONFLICT


def test_editors_say_what_a_rule_means(judged: Team) -> None:
    rules = {row["rule"]: row["level"] for row in judged.json("ben", "lint", "rules")}
    assert rules["false-without-refuting"] == "block"
    changed = judged.json("ada", "lint", "rules", "set", "false-without-refuting", "Warn")
    assert {row["rule"]: row["level"] for row in changed}["false-without-refuting"] == "warn"
    assert judged("ben", "lint", "rules", "set", "false-without-refuting", "off").code == ExitCode.CONFLICT
    assert judged("ada", "lint", "rules", "set", "false-without-refuting", "maybe").code == ExitCode.BAD_INPUT
    assert judged("ada", "lint", "rules", "false-without-refuting").code == ExitCode.BAD_INPUT
    told = judged.done("ben", "lint", "explain", "false-without-refuting")
    assert "It warns" in told
    assert "At first it is set to block." in told
    missing = judged("ben", "lint", "explain", "false-without-refutin")
    assert (missing.code, "Did you mean false-without-refuting?" in missing.err) == (ExitCode.BAD_INPUT, True)
    assert judged("ada", "signoff", "C-1").code == ExitCode.OK
