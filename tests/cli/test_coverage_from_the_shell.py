"""What became of each sentence of an article, and what was refused taken in, from the shell."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Shell


@pytest.fixture
def taken_in(shell: Shell, home: Path) -> Shell:
    (home / "ferry.txt").write_text(
        "Harbour town raises ferry prices\n\nThe council raised ferry prices by 12% in March. Who would not love it?\n",
        encoding="utf-8",
    )
    shell("add", "ferry.txt")
    return shell


def test_the_coverage_is_a_table_with_numbers_to_take_in_by(taken_in: Shell) -> None:
    shown = taken_in("coverage", "A-1")
    assert shown.code == 0
    assert [" ".join(line.split()) for line in shown.out.splitlines()] == [
        "stretch characters what words",
        "1 0:32 refused: heading Harbour town raises ferry prices",
        "2 34:81 claim C-1 queued The council raised ferry prices by 12% in March",
        "3 83:105 refused: question Who would not love it?",
    ]
    assert taken_in("take-in", "a1", "3").out == "C-2 taken in from A-1.\n"
    assert "claim C-2 queued" in taken_in("coverage", "1").out
    assert "taken in by a reviewer" in taken_in("show", "C-2").out
    assert "taking in of C-2" in taken_in("undo").out
    assert "refused: question" in taken_in("coverage", "A-1").out


def test_words_are_taken_in_by_their_characters(taken_in: Shell) -> None:
    added = json.loads(taken_in("take-in", "A-1", "8:32", "--json").out)
    assert added["claim"] == 2
    found = json.loads(taken_in("coverage", "A-1", "--json").out)
    assert found["refusals_kept"]
    by_form = {stretch["form"]: stretch for stretch in found["stretches"]}
    assert set(by_form) == {"claim", "refused"}
    assert [claim["number"] for stretch in found["stretches"] for claim in stretch["claims"]] == [2, 1]
    assert by_form["refused"]["text"] == "Who would not love it?"


@pytest.mark.parametrize(
    ("article", "words", "code", "message"),
    [
        ("A-1", "2", 6, "These words are C-1 already."),
        ("A-1", "7", 3, "A-1 has no stretch 7."),
        ("A-1", "0", 3, "A-1 has no stretch 0."),
        ("A-1", "5:5000", 3, "A-1 has no characters 5 to 5000."),
        ("A-1", "five", 3, "'five' is no stretch."),
        ("A-7", "1", 4, "There is no article A-7."),
        ("C-1", "1", 3, "'C-1' is no article."),
        ("A-1", "1 --revision 9", 3, "A-1 has no revision 9."),
    ],
)
def test_what_can_not_be_taken_in_is_named(taken_in: Shell, article: str, words: str, code: int, message: str) -> None:
    answer = taken_in("take-in", article, *words.split())
    assert (answer.code, answer.out) == (code, "")
    assert message in answer.err


def test_words_of_an_article_that_was_taken_in_again_need_the_revision_that_was_looked_at(
    shell: Shell, home: Path
) -> None:
    for words in (
        "The council raised ferry prices by 12% in March. Who would not love it?\n",
        "No more ferries? Why?\n",
    ):
        (home / "ferry.txt").write_text(words, encoding="utf-8")
        shell("add", "ferry.txt", "--url", "https://example.org/ferry")
    assert shell("coverage", "A-1").err == "This is revision 2; 'take-in' needs --revision 2.\n"
    for chosen in ("1", "0:15"):
        guessed = shell("take-in", "A-1", chosen)
        assert (guessed.code, guessed.out) == (3, "")
        assert "A-1 has 2 revisions." in guessed.err
    outdated = shell("take-in", "A-1", "0:15", "--revision", "1")
    assert (outdated.code, outdated.out) == (6, "")
    assert "taken in again with another text" in outdated.err
    assert shell("take-in", "A-1", "1", "--revision", "2").out == "C-2 taken in from A-1.\n"


def test_an_article_of_an_earlier_version_says_that_its_refusals_were_not_kept(shell: Shell, home: Path) -> None:
    desk = sqlite3.connect(home / "old.sqlite3")
    desk.executescript((Path(__file__).parents[1] / "claims_db" / "desks" / "0003.sql").read_text("utf-8"))
    desk.close()
    shown = shell("coverage", "A-1", "--database", "old.sqlite3")
    assert shown.code == 0
    assert shown.err == "What was refused was not kept for A-1.\n"
    assert "other text" in shown.out


def test_words_that_a_terminal_would_obey_are_drawn_safely(shell: Shell, home: Path) -> None:
    (home / "evil.txt").write_text("Who would not love \x1b]52;c;eA==\x07 the sea [/x] there?\n", encoding="utf-8")
    shell("add", "evil.txt")
    shown = shell("coverage", "A-1")
    assert "\x1b" not in shown.out
    assert "[/x]" in shown.out
