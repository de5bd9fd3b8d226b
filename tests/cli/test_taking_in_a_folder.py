"""A folder is taken in article by article; what can't be used is named and holds nothing up; a terminal shows how far."""

import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from workbench.cli import progress_line as drawing
from workbench.errors import ExitCode


@pytest.fixture
def folder(home: Path) -> Path:
    texts = home / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text("The mill closed in 1999.")
    (texts / "b.txt").write_text("   ")
    (texts / "c.md").write_text("The road is 40 kilometres long.")
    (texts / "d.bin").write_bytes(b"\0\1")
    return texts


def test_each_article_of_a_folder_goes_in_for_itself(shell: Shell, folder: Path) -> None:
    answer = shell("add", str(folder))
    assert answer.code == ExitCode.BAD_INPUT
    assert answer.out.splitlines() == [
        "A-1 a.txt: taken in with one claim, C-1.",
        "A-2 c.md: taken in with one claim, C-2.",
    ]
    assert "b.txt is empty." in answer.err


def test_a_folder_is_told_as_a_list(shell: Shell, folder: Path) -> None:
    (folder / "b.txt").unlink()
    answer = shell("add", str(folder), "--json")
    assert [one["article"]["title"] for one in json.loads(answer.out)] == ["a.txt", "c.md"]


def test_a_folder_with_no_texts_is_refused(shell: Shell, home: Path) -> None:
    (home / "empty").mkdir()
    answer = shell("add", "empty")
    assert answer.code == ExitCode.BAD_INPUT
    assert "holds no texts" in answer.err


class Terminal(io.StringIO):
    """Standard error that says that it is a terminal."""

    encoding = "utf-8"  # type: ignore[assignment]

    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_how_far_work_is_and_is_clean_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr(drawing, "_OFTEN", 0.0)
    with drawing.progress_line("Taking in") as progress:
        progress("b\x1b]52.txt", 1, 2)
    drawn, clear = terminal.getvalue().split("\r\x1b[K")[1:]
    assert drawn.startswith("Taking in  ██████████░░░░░░░░░░   50 %")
    assert "\x1b" not in drawn
    assert clear == ""


def test_a_pipe_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr("sys.stderr", pipe)
    with drawing.progress_line("Taking in") as progress:
        progress("b.txt", 1, 2)
    assert pipe.getvalue() == ""
