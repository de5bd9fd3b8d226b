"""Whatever goes wrong is a line of words, a hint and a documented exit code; never a traceback."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Answer, Shell
from workbench.errors import ExitCode

ROOT = Path(__file__).parents[2]


def assert_complaint(answer: Answer, code: int, *words: str) -> None:
    assert answer.code == code
    assert answer.out == ""
    first, *rest = answer.err.splitlines()
    assert first.startswith("workbench: ")
    assert len(rest) <= 1
    assert "Traceback" not in answer.err
    for word in words:
        assert word in answer.err


def python(*arguments: str, home: Path, **options: object) -> "subprocess.CompletedProcess[bytes]":
    environ = os.environ | {"WORKBENCH_HOME": str(home), "PYTHONPATH": str(ROOT)}
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [sys.executable, *arguments], env=environ, check=False, **{"stderr": subprocess.PIPE, **options}
    )


@pytest.mark.parametrize("command", [("add",), ("extract",)])
@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\x7fELF\x02\x01\x01\x00" * 40, "program"),
        (b"PK\x03\x04" + bytes(99), "zip"),
    ],
)
def test_a_file_that_is_no_text(shell: Shell, home: Path, command: tuple[str], content: bytes, word: str) -> None:
    (home / "file").write_bytes(content)
    answer = shell(*command, "file")
    assert_complaint(answer, ExitCode.BAD_INPUT)
    assert word in answer.err.casefold() or "file" in answer.err


def test_a_file_that_is_not_there_or_a_folder(shell: Shell, home: Path) -> None:
    assert_complaint(shell("add", "nowhere.txt"), ExitCode.BAD_INPUT, "nowhere.txt")
    assert_complaint(shell("add", home), ExitCode.BAD_INPUT, "folder")
    assert_complaint(shell("import", "nowhere.csv"), ExitCode.BAD_INPUT, "nowhere.csv")
    assert_complaint(shell("add", "-"), ExitCode.BAD_INPUT, "empty")


def test_nothing_is_stored_of_what_can_not_be_read(shell: Shell, home: Path) -> None:
    (home / "file").write_bytes(bytes(range(256)) * 10)
    assert shell("add", "file").code == ExitCode.BAD_INPUT
    assert "no articles" in shell("list", "--articles").err


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("show", "C-99"), ExitCode.NOT_FOUND, "C-99"),
        (("show", "A-99"), ExitCode.NOT_FOUND, "A-99"),
        (("show", "X-1"), ExitCode.BAD_INPUT, "C-12"),
        (("show", ""), ExitCode.BAD_INPUT, "C-12"),
        (("export", "--claim", "C-99"), ExitCode.NOT_FOUND, "C-99"),
        (("export", "--article", "A-99"), ExitCode.NOT_FOUND, "A-99"),
        (("--database", "", "list"), ExitCode.USAGE, "--database is empty"),
        (("list", "--database", " "), ExitCode.USAGE, "--database is empty"),
        (("demo", "--database", ""), ExitCode.USAGE, "--database is empty"),
        (("export", "--out", ""), ExitCode.USAGE, "--out is empty"),
        (("export", "--claim", ""), ExitCode.USAGE, "--claim is empty"),
        (("export", "--article", ""), ExitCode.USAGE, "--article is empty"),
        (("list", "state:opne"), ExitCode.BAD_INPUT, "Did you mean open?"),
        (("list", "w " * 999), ExitCode.BAD_INPUT, "999 words"),
        (("list", "word " * 5000), ExitCode.BAD_INPUT, "2000 are the most"),
        (("list", "state:queud"), ExitCode.BAD_INPUT, "queued"),
        (("list", "stat:open"), ExitCode.BAD_INPUT, "state"),
        (("add", "x", "--published", "soon"), ExitCode.BAD_INPUT, "soon"),
        (("claim", "add", "  "), ExitCode.BAD_INPUT, "statement"),
        (("lst",), ExitCode.USAGE, "list"),
        (("list", "--nope"), ExitCode.USAGE, "workbench list --help"),
        (("add",), ExitCode.USAGE, "workbench add --help"),
        (("claim",), ExitCode.USAGE, "workbench claim --help"),
        (("team",), ExitCode.USAGE, "needs a command: init, add"),
        (("extract", "x", "--format", "xml"), ExitCode.USAGE, "json"),
        (("tui",), ExitCode.USAGE, "terminal"),
        ((), ExitCode.USAGE, "terminal"),
        (("--database", "nowhere/desk.db", "list"), ExitCode.DATABASE, "nowhere"),
        (("--database", "mysql://x", "list"), ExitCode.DATABASE, "mysql"),
    ],
)
def test_a_wrong_command_says_what_to_do(shell: Shell, arguments: tuple[str, ...], code: ExitCode, words: str) -> None:
    assert_complaint(shell(*arguments), code, words)


def test_a_file_that_is_no_desk_is_named_and_left_alone(shell: Shell, home: Path) -> None:
    other = home / "notes.txt"
    other.write_text("mine " * 1000)
    assert_complaint(shell("list", "--database", other), ExitCode.DATABASE, "notes.txt")
    assert other.read_text() == "mine " * 1000


def test_a_bad_setting_is_named(shell: Shell, home: Path) -> None:
    (home / "home").mkdir()
    (home / "home" / "settings.toml").write_text('reveiwer = "x"\n')
    assert_complaint(shell("list"), ExitCode.USAGE, "settings.toml", "reviewer")


def test_a_word_that_is_said_a_thousand_times_is_said_once(shell: Shell, article: Path) -> None:
    shell("add", article)
    assert shell("list", "state:" + "open," * 300).out == shell("list", "state:open").out
    assert shell("list", "kind:" + "quantity," * 200).out == shell("list", "kind:quantity").out


def test_a_folder_that_can_not_be_written_is_named(shell: Shell, article: Path, home: Path) -> None:
    shell("add", article)
    (home / "blocked").write_text("")
    assert_complaint(shell("export", "--out", "blocked"), ExitCode.FAILED, "blocked", "--out")


def test_hostile_names_are_drawn_safely(shell: Shell) -> None:
    for name in ("\x1b]0;x\x07.txt", "a\udcffb", "[/x]", "\u202egnp.txt"):
        answer = shell("add", name)
        assert_complaint(answer, ExitCode.BAD_INPUT)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", answer.err)


def test_an_interrupt_is_one_word(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("workbench.desk.desk.Desk.claim_numbers", interrupt)
    assert shell("list") == Answer(ExitCode.INTERRUPTED, "", "Interrupted.\n")


def test_control_c_while_waiting_for_input_ends_cleanly(home: Path) -> None:
    program = (
        "import io, os, signal, sys, types\n"
        "def read(_):\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    return b''\n"
        "sys.stdin = types.SimpleNamespace(buffer=types.SimpleNamespace(read=read), isatty=lambda: False)\n"
        "sys.argv = ['workbench', 'add', '-']\n"
        "from workbench.__main__ import main\n"
        "main()\n"
    )
    done = python("-c", program, home=home, stdout=subprocess.PIPE)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"Interrupted.\n")


def test_a_bug_is_one_line_and_a_file_with_the_rest(shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object) -> None:
        raise ZeroDivisionError("deep \x1b[2J inside")

    monkeypatch.setattr("workbench.desk.desk.Desk.claim_numbers", break_down)
    answer = shell("list")
    assert_complaint(answer, ExitCode.FAILED, "ZeroDivisionError")
    assert "\x1b" not in answer.err
    (log,) = (home / "home" / "log").iterdir()
    assert str(log) in answer.err
    assert "Traceback" in log.read_text("utf-8")
    assert log.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("arguments", [("version",), ("list",), ("extract", "article.txt"), ("--help",)])
def test_a_reader_that_went_away_is_no_failure(home: Path, article: Path, arguments: tuple[str, ...]) -> None:
    assert article.is_file()
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = python("-m", "workbench", *arguments, home=home / "home", stdout=writing)
    finally:
        os.close(writing)
    assert done.returncode in ({0} if arguments != ("--help",) else {0, 1})
    assert b"rror" not in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_a_full_disk_behind_the_output_is_said(home: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = python("-m", "workbench", "version", home=home, stdout=full)
    assert done.returncode == ExitCode.FAILED
    assert done.stderr.startswith(b"workbench: The output can't be written: No space left")
    assert done.stderr.count(b"\n") == 2


def test_closed_output_is_said(home: Path) -> None:
    done = python(
        "-c",
        "import os, sys; os.close(1); os.execv(sys.executable, [sys.executable, '-m', 'workbench', 'version'])",
        home=home,
    )
    assert done.returncode == ExitCode.FAILED
    assert b"Traceback" not in done.stderr
