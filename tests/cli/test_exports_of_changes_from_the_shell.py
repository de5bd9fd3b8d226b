"""``workbench export --changed`` and ``--since``: what is told, and what is refused."""

import json

import pytest

from tests.cli.conftest import Team
from workbench.errors import ExitCode


def test_what_changed_is_written_and_told(team: Team) -> None:
    for claim in ("C-1", "C-2"):
        team.done("ada", "record", claim, "true", "--rationale", "The log says so.")
    first = team.json("ada", "export", "--template", "box", "--changed", "--out", "site")
    assert [len(first[what]) for what in ("written", "unchanged", "removed", "kept")] == [2, 0, 0, 0]
    team.done("ada", "claim", "edit", "C-2", "--statement", "No ferry sank.")
    told = team("ada", "export", "--template", "box", "--changed", "--out", "site")
    assert told.out.count("\n") == 1
    assert "c-2-no-ferry-sank" in told.out
    assert "1 written, 1 unchanged, 1 removed." in told.err
    again = team("ada", "export", "--template", "box", "--changed", "--out", "site", "--json")
    assert json.loads(again.out)["written"] == []


@pytest.mark.parametrize(
    "options",
    [
        ("--changed",),
        ("--changed", "--format", "csv"),
        ("--changed", "--format", "revisions"),
        ("--changed", "--template", "box", "--claim", "C-1"),
        ("--changed", "--template", "box", "--since", "2020-01-01"),
        ("--since", "2020-01-01"),
        ("--since", "2020-01-01", "--format", "bibtex"),
    ],
)
def test_what_has_no_file_for_each_finding_is_refused(team: Team, options: tuple[str, ...]) -> None:
    assert team("ada", "export", *options).code == ExitCode.USAGE


def test_since_a_day_to_come_is_refused(team: Team) -> None:
    assert team("ada", "export", "--template", "box", "--since", "2999-01-01").code == ExitCode.BAD_INPUT
    assert "left out" not in team.done("ada", "export", "--template", "box", "--since", "2020-01-01")
