"""``workbench search``: a table, JSON, what leaves out, and how it fails."""

import json
from pathlib import Path

import pytest

from tests.claim_reviews import feed, item, review
from tests.cli.conftest import Shell, Team
from workbench.errors import ExitCode


def test_hits_are_a_table_with_the_words_marked(team: Team) -> None:
    lines = team.done("ada", "search", "ferries", "-5").splitlines()
    assert lines[0].split() == ["what", "claim", "article", "found", "in", "words"]
    assert len(lines) == 4
    assert "C-3" not in " ".join(lines)


def test_words_are_in_brackets_and_json_gives_their_places(team: Team) -> None:
    assert "The [ferry] sank [3 times] in" in team.done("ada", "search", "ferries", '"3 times"')
    (hit,) = team.json("ada", "search", '"3 times"')
    assert (hit["kind"], hit["claim"], hit["evidence"]) == ("claim", 1, None)
    passage = hit["passage"]
    assert [passage["text"][mark["start"] : mark["end"]] for mark in passage["marks"]] == ["3 times"]


def test_more_than_was_asked_for_is_said(team: Team) -> None:
    answer = team("ada", "search", "ferry", "--limit", "2")
    assert len(answer.out.splitlines()) == 3
    assert "There is more" in answer.err


def test_nothing_found_is_no_failure(team: Team) -> None:
    answer = team("ada", "search", "zeppelin")
    assert (answer.code, answer.out) == (0, "")
    assert "Nothing was found" in answer.err
    assert json.loads(team("ada", "search", "zeppelin", "--json").out) == []


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["nofield:x"], ExitCode.BAD_INPUT, "There is no field"),
        (["on:never"], ExitCode.BAD_INPUT, "is no date"),
        (["%"], ExitCode.BAD_INPUT, "nothing to look for"),
        (["ferry", "--limit", "0"], ExitCode.BAD_INPUT, "That many hits"),
        ([], ExitCode.USAGE, "Missing argument"),
    ],
)
def test_what_can_not_be_looked_for_ends_with_its_code(
    shell: Shell, arguments: list[str], code: ExitCode, says: str
) -> None:
    answer = shell("search", *arguments)
    assert answer.code == code
    assert says in answer.err


def test_what_a_terminal_would_obey_is_not_printed(shell: Shell) -> None:
    assert shell("claim", "add", "The ferry \x1b]52;c;eA==\x07 sank.").code == 0
    for options in ([], ["--json"]):
        answer = shell("search", "ferry", *options)
        assert answer.code == 0
        assert "\x1b" not in answer.out + answer.err


def test_what_is_kept_under_a_name_narrows_lists_and_searches(team: Team) -> None:
    team.done("ada", "saved", "keep", "ferries", "ferr", "-5")
    (kept,) = team.json("ada", "saved")
    assert kept == {"name": "ferries", "form": "filter", "words": "ferr -5"}
    listed = team.json("ada", "list", "--saved", "ferries")
    assert listed == team.json("ada", "list", "ferr", "-5")
    assert listed
    assert team.json("ada", "list", "--saved", "ferries", "-ferr") == []
    team.done("ada", "saved", "keep", "seen", "--search", "ferry")
    assert team.json("ada", "search", "--saved", "seen") == team.json("ada", "search", "ferry")
    answer = team("ada", "list", "--saved", "others")
    assert (answer.code, answer.out) == (ExitCode.NOT_FOUND, "")
    assert "ferries, seen" in answer.err
    team.done("ada", "saved", "remove", "ferries")
    assert [row["name"] for row in team.json("ada", "saved")] == ["seen"]
    team.done("ada", "undo")
    assert [row["name"] for row in team.json("ada", "saved")] == ["ferries", "seen"]


def test_a_prior_check_is_found_by_its_words_and_its_short_name(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "feed.json").write_text(feed(item(review(7, headline="Nautical myths"))))
    assert shell("priors", "import", str(tmp_path / "feed.json")).code == 0
    row = shell("search", "nautical").out.splitlines()[1]
    assert row.split() == ["P-1", "-", "-", "title", "[Nautical]", "myths"]
    (hit,) = json.loads(shell("search", "P-1", "--json").out)
    assert (hit["kind"], hit["claim"], hit["prior"]) == ("prior check", None, 1)
