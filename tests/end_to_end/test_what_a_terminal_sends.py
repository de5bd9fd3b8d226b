"""What a terminal sends beside single keys: bursts, pastes, reports and noise; and terminals that can do little."""

import re
from pathlib import Path

import pytest

from tests.end_to_end.terminal import ESCAPE, SUBMIT, Terminal, opened, started
from workbench.errors import ExitCode

HOSTILE = "Evil\x1b[2J\x1b]52;c;ZXZpbA==\x07 one\r\nq t6u \x1b\x03\x9b31m"
"""Pasted words with newlines, keys that are commands, and sequences that a terminal would obey."""


def test_keys_and_pastes_sent_at_once_are_for_what_they_open(desk_folder: Path) -> None:
    desk = started(desk_folder)
    desk.type("t6reason\x13")
    desk.wait("1 done")
    desk.type("6\x1b[200~pasted\rwords\x1b[201~ and typed\x131so\x13sn")
    desk.wait("4 done")
    desk.type("u\x12u")
    desk.wait("3 done")
    desk.type("q")
    assert desk.end() == 0
    stored = opened(desk_folder)
    verdicts = {verdict.rationale for number in range(1, 10) for verdict in stored.claim(number).verdicts}
    assert verdicts == {"reason", "pasted\nwords and typed", "so"}
    assert stored.queue().done == 3
    stored.close()


def without_bars(text: str) -> str:
    """Give what is on the screen but for the scroll bars, which grow shorter when the claim's matches were found."""
    return re.sub("[▁▂▃▄▅▆▇█]", " ", text)


def test_pasted_words_never_act(desk_folder: Path) -> None:
    desk = started(desk_folder)
    desk.settle()
    before = without_bars(desk.text())
    desk.paste(HOSTILE)
    desk.paste("tso q6x\n Vd")
    desk.settle()
    assert without_bars(desk.text()) == before
    desk.type("f")
    desk.wait("claimer:name")
    desk.paste(HOSTILE)
    desk.wait("filter: Evil[2J]52;c;ZXZpbA==␇ one q t6u")
    desk.type(ESCAPE + ESCAPE)
    desk.wait("Claims (9)")
    desk.type("t")
    desk.wait("1 leased")
    desk.type("s")
    desk.wait("Set C-1 aside")
    desk.paste("opn\nc")
    desk.settle()
    assert "Set C-1 aside" in desk.text()
    desk.type(ESCAPE)
    desk.gone("Set C-1 aside")
    desk.type("6")
    desk.wait("Verdict on C-1")
    desk.paste(HOSTILE)
    desk.wait("q t6u")
    desk.type(SUBMIT)
    desk.wait("1 done")
    desk.type("q")
    assert desk.end() == 0
    assert b"\x1b]52" not in desk.written
    stored = opened(desk_folder)
    (verdict,) = stored.claim(1).verdicts
    assert verdict.rationale.startswith("Evil[2J]52;c;ZXZpbA==")
    assert "one\nq t6u" in verdict.rationale
    stored.close()


def test_reports_and_noise_between_letters_neither_act_nor_take_a_letter(desk_folder: Path) -> None:
    desk = started(desk_folder)
    desk.type("t6")
    desk.wait("Verdict on C-1")
    desk.type("a\x1b[<35;10;10Mb\x1b[<35;11;12Mc")
    desk.wait("abc")
    desk.type("\x1b[Od\x1b[Ie\x1b[Of")
    desk.wait("abcdef")
    desk.type("\x1b[<65;50;20Mg\x1b[<64;50;20Mh\x1b[?2026;0$yi")
    desk.wait("abcdefghi")
    desk.type("\x1b[99;99~")
    desk.settle()
    desk.type("j\x1b[2")
    desk.type("00~k")
    desk.type("\x1b[20")
    desk.type("1~l")
    desk.wait("abcdefghijkl")
    desk.process.send(b"\xe9")
    desk.process.send(b"m\xff\xfe")
    desk.wait("abcdefghijkl\ufffdm\ufffd\ufffd")
    desk.type("\x7f\x7f" + SUBMIT)
    desk.wait("1 done")
    desk.type("q")
    assert desk.end() == 0
    assert desk.after == desk.before
    stored = opened(desk_folder)
    assert stored.claim(1).verdicts[0].rationale == "abcdefghijkl\ufffdm"
    stored.close()


@pytest.mark.parametrize(
    ("variables", "says"),
    [({"TERM": "linux"}, "This terminal has 16 colours"), ({"NO_COLOR": "1"}, "")],
    ids=["linux", "no-colour"],
)
def test_a_terminal_with_few_colours_is_worked_at_like_any_other(
    desk_folder: Path, variables: dict[str, str], says: str
) -> None:
    desk = started(desk_folder, 80, 24, **variables)
    desk.wait(says)
    desk.type("t6why\x13")
    desk.wait("1 done")
    desk.type("G")
    desk.wait("[False]")
    desk.type("q")
    assert desk.end() == 0
    assert desk.after == desk.before
    colours = b";".join(re.findall(rb"\x1b\[([0-9;:]*)m", desk.written))
    assert not re.search(rb"[34]8[;:][25]", colours)


def test_a_terminal_that_cannot_move_its_cursor_is_refused_in_words(desk_folder: Path) -> None:
    desk = Terminal([], desk_folder, 200, 30, TERM="dumb")
    assert desk.end() == ExitCode.USAGE
    assert "a terminal that can't move its cursor" in " ".join(desk.text().split())
    assert desk.after == desk.before
