"""``workbench claim cluster``: what is joined, which is first, how the wording drifted; undo takes it apart."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from workbench.errors import ExitCode

COULD = "The ministry could raise ferry prices by 5 percent next winter."
WILL = "The ministry will raise ferry prices by 6 percent next winter."


@pytest.fixture
def joined(shell: Shell, home: Path) -> Shell:
    """Give C-1 of an agency, C-2 and C-3 of papers that have other words, all joined; C-4 is the opposite of C-1."""
    for outlet, day, words in (("Reuters", 23, COULD), ("Post", 24, WILL), ("Sun", 25, WILL)):
        (home / f"{outlet}.txt").write_text(f"{outlet} on prices\n\n{words}\n")
        shell("add", f"{outlet}.txt", "--outlet", outlet, "--published", f"2021-11-{day}", "--no-link")
    shell("claim", "add", "Ferry prices fall next winter.", "--claimer", "Inga Holm")
    for other in ("C-2", "C-3"):
        assert shell("matches", "accept", other, "C-1", "--as", "same").code == 0
    shell("matches", "accept", "C-4", "C-1", "--as", "opposite")
    return shell


def test_it_says_what_is_joined_which_is_first_and_how_the_wording_drifted(joined: Shell) -> None:
    answer = joined("claim", "cluster", "c-2")
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[:2] == [
        "C-2 is the same as 2 other claims; they stand in 3 places.",
        "First in A-1 (Reuters, 2021-11-23; C-1).",
    ]
    assert [line.split()[:3] for line in lines[3:6]] == [
        ["2021-11-23", "C-1", "1"],
        ["2021-11-24", "C-2", "2"],
        ["2021-11-25", "C-3", "2"],
    ]
    for words in (
        "2  word for word in 2 articles: A-2 (Post, 2021-11-24; C-2), A-3 (Sun, 2021-11-25; C-3)",
        "  before: The ministry [could] raise ferry prices by [5] percent next winter",
        "  after:  The ministry [will] raise ferry prices by [6] percent next winter",
        "  hedge: “could” became “will”.",
        "  number: “5” became “6”.",
        "C-4  the opposite of C-1, said by ada",
    ):
        assert any(line.startswith(words) for line in lines), words


def test_json_has_places_wordings_and_what_stands_beside(joined: Shell) -> None:
    found = json.loads(joined("claim", "cluster", "C-3", "--json").out)
    assert (found["claims"], found["known"], found["first"]) == ([1, 2, 3], "first", [0])
    assert [place["published"]["value"] for place in found["places"]] == ["2021-11-23", "2021-11-24", "2021-11-25"]
    assert found["wordings"][1]["origin"]["changes"][0]["kinds"] == ["hedge"]
    assert [one["claim"]["number"] for one in found["beside"]] == [4]


def test_the_card_names_the_cluster_and_warns_where_ratings_differ(joined: Shell) -> None:
    assert "  cluster   2 others, first in A-1 (Reuters, 2021-11-23).\n" in joined("show", "C-3").out
    assert "cluster" not in joined("show", "C-4").out
    for claim, rating in (("C-1", "false"), ("C-2", "true")):
        assert joined("record", claim, rating, "--rationale", "The log says so.").code == 0
    assert "The ratings of the same claim differ: False, True." in joined("show", "C-3").out
    assert "The desk contradicts itself" in joined("claim", "cluster", "C-3").err


def test_undo_takes_each_of_them_apart(joined: Shell) -> None:
    def others() -> str:
        return joined("claim", "cluster", "C-1").out.splitlines()[0]

    assert joined("claim", "duplicate", "C-4", "--of", "C-1").code == 0
    assert others().startswith("C-1 is the same as 3 other claims")
    assert "the mark as a duplicate on C-4" in joined("undo").out
    assert "the decision on a match" in joined("undo").out
    assert others().startswith("C-1 is the same as 2 other claims")
    joined("matches", "reject", "C-3", "C-1")
    assert others().startswith("C-1 is the same as 1 other claim;")
    joined("undo")
    assert others().startswith("C-1 is the same as 2 other claims")
    joined("undo")
    joined("undo")
    assert others() == "C-1 is joined with no other claim; it stands in 1 place."


def test_nothing_that_a_terminal_obeys_is_printed(shell: Shell) -> None:
    for number in (1, 2):
        words = f"\x1b]52;c;x\x07 Whales [/x] {{x}} sleep {number} times"
        shell("claim", "add", words, "--claimer", f"\x1b[2J{number}", "--via", "\x1b[2J")
    assert shell("matches", "accept", "C-1", "C-2", "--as", "same").code == 0
    for arguments in (("claim", "cluster", "C-1"), ("claim", "cluster", "C-1", "--json"), ("show", "C-2")):
        answer = shell(*arguments)
        assert answer.code == 0
        assert "\x1b" not in answer.out + answer.err
    assert "Whales [/x] {x}" in shell("claim", "cluster", "C-1").out


def test_what_is_not_there_says_so(shell: Shell) -> None:
    answer = shell("claim", "cluster", "C-9")
    assert (answer.code, answer.out) == (ExitCode.NOT_FOUND, "")
    assert shell("claim", "cluster", "A-1").code == ExitCode.BAD_INPUT
