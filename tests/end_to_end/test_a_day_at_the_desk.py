"""The installed program in a real terminal: add, take next, attach, verdict, export; and what happens when it is killed."""

import signal
from pathlib import Path

import pytest

from tests.end_to_end.terminal import Terminal, run, type_address
from workbench.errors import ExitCode


@pytest.mark.parametrize(("columns", "rows"), [(120, 40), (80, 24)], ids=["120x40", "80x24"])
def test_from_an_article_to_a_report(folder: Path, columns: int, rows: int) -> None:
    assert "taken in with" in run(folder, "add", "ferry.txt", "--published", "2024-04-02")
    desk = Terminal([], folder, columns, rows)
    desk.wait("free")
    desk.wait("C-")
    desk.type("t")
    desk.wait("1 leased")
    desk.type("a")
    desk.wait("Evidence for C-")
    desk.wait("Discard draft")
    type_address(desk, "https://example.org/minutes")
    desk.type("\x13")
    desk.wait(lambda text: "Evidence for C-" not in text)
    desk.type("6")
    desk.wait("Verdict on C-")
    desk.type("The minutes of the council say 7%.")
    desk.wait("say 7%.")
    desk.type("\x13")
    desk.wait("1 done")
    desk.type("q")
    assert desk.end() == 0
    (report,) = run(folder, "export").split()
    text = (folder / report).read_text("utf-8")
    assert "### Rating: False" in text
    assert "The minutes of the council say 7%." in text
    assert "https://example.org/minutes" in text


@pytest.mark.parametrize(("columns", "rows"), [(120, 40), (80, 24)], ids=["120x40", "80x24"])
def test_what_was_refused_is_read_and_taken_in(folder: Path, columns: int, rows: int) -> None:
    run(folder, "add", "ferry.txt")
    desk = Terminal([], folder, columns, rows)
    desk.wait("C-")
    desk.wait("Said by" if columns > 100 else "free")
    desk.type("r")
    desk.wait("n Refused")
    desk.type("G")
    desk.wait("refused: question")
    desk.type("c")
    desk.wait("claim C-4 queued")
    desk.type("\r")
    desk.wait("4 free")
    desk.type("q")
    assert desk.end() == 0
    assert "taken in by a reviewer" in run(folder, "show", "C-4")
    assert "taking in of C-4" in run(folder, "undo")
    assert "refused: question" in run(folder, "coverage", "A-1")


def test_what_was_typed_is_there_after_the_program_was_killed(folder: Path) -> None:
    run(folder, "add", "ferry.txt")
    desk = Terminal([], folder, 100, 30)
    desk.wait("free")
    desk.wait("C-")
    desk.type("t")
    desk.wait("1 leased")
    desk.type("6")
    desk.wait("Verdict on C-")
    desk.type("a rationale that was not")
    desk.wait("was not")
    kept = folder / "home" / "drafts"
    desk.wait(lambda _: any("was not" in path.read_text() for path in kept.rglob("*.json")))
    desk.kill(signal.SIGKILL)
    again = Terminal([], folder, 100, 30)
    again.wait("Drafts are kept")
    again.wait("Said by")
    again.type("t")
    again.wait("held by you")
    again.type("v")
    again.wait("a rationale that was not")
    again.type("\x1b")
    again.wait(lambda text: "Verdict on" not in text)
    again.type("q")
    assert again.end() == 0


def test_the_demo_prints_a_table_where_there_is_no_terminal(folder: Path) -> None:
    table = run(folder, "demo")
    assert "cannot be ruled out" in table
    assert "Vladimir Putin" in table
    assert table == run(folder, "demo")


def test_the_terminal_is_left_as_it_was_after_an_interrupt(folder: Path) -> None:
    desk = Terminal(["demo"], folder, 100, 30)
    desk.wait(" free")
    desk.type("\x03")
    desk.type("q")
    assert desk.end() in {0, 130}


def test_a_desk_that_cannot_be_opened_is_left_with_the_reason(folder: Path) -> None:
    """A message on the screen would pass, and leave an empty desk that answers no key."""
    desk = Terminal(["--database", str(folder / "ferry.txt"), "tui"], folder, 100, 30)
    desk.wait("is not a SQLite database")
    desk.wait("Give the path of a desk")
    assert desk.end() == ExitCode.DATABASE
