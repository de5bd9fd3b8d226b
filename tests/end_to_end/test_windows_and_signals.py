"""What happens to a terminal while somebody types: its window changes, it hangs up, the program is ended or killed."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.terminal import ESCAPE, PATIENCE, SUBMIT, TAB, Terminal, opened, run, started

LEFT = "\x1b[D"


def half_typed(folder: Path) -> Terminal:
    desk = started(folder)
    desk.type("t6")
    desk.wait("Verdict on C-1")
    desk.type("half a thought")
    desk.wait("half a thought")
    return desk


def see_that_nothing_is_lost(folder: Path) -> None:
    """See that what was half typed is a draft, and that the claim is still held."""
    desk = opened(folder)
    assert ["half a thought" in draft.body for draft in desk.drafts()] == [True]
    lease = desk.claim(1).lease
    assert lease is not None
    assert lease.holder == "ana"
    desk.close()


def test_a_window_that_changes_while_somebody_types_loses_nothing(desk_folder: Path) -> None:
    desk = started(desk_folder, 120, 40)
    desk.type("t6")
    desk.wait("Verdict on C-1")
    desk.type("two figures")
    desk.wait("two figures")
    desk.type(LEFT * len("figures"))
    desk.resize(80, 24)
    desk.wait("two figures")
    desk.type("different ")
    desk.wait("two different figures")
    desk.resize(60, 16)
    desk.wait("two different figures")
    desk.resize(50, 15)
    desk.wait("The terminal is too small.")
    desk.gone("different figures")
    desk.resize(120, 40)
    desk.wait("two different figures")
    desk.type("and late ")
    desk.wait("two different and late figures")
    desk.type(SUBMIT)
    desk.wait("1 done")
    desk.type("q")
    assert desk.end() == 0
    assert "two different and late figures" in run(desk_folder, "show", "C-1")


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGHUP], ids=["SIGTERM", "SIGHUP"])
def test_who_is_asked_to_end_keeps_words_and_lease_and_leaves_the_terminal_as_it_was(
    desk_folder: Path, asked: signal.Signals
) -> None:
    desk = half_typed(desk_folder)
    assert desk.state() != desk.before
    desk.process.kill(asked)
    assert desk.end() == 0
    assert desk.after == desk.before
    see_that_nothing_is_lost(desk_folder)


def test_a_terminal_that_is_gone_ends_the_program_and_loses_nothing(desk_folder: Path) -> None:
    desk = half_typed(desk_folder)
    os.close(desk.process.child_fd)
    give_up = time.monotonic() + PATIENCE
    while os.waitpid(desk.process.pid, os.WNOHANG) == (0, 0):
        assert time.monotonic() < give_up
    see_that_nothing_is_lost(desk_folder)
    assert not list((desk_folder / "home").rglob("bug-*"))


def plain(desk: Terminal, key: str, heading: str) -> None:
    desk.type(key)
    desk.wait(heading)


def to_address(desk: Terminal, key: str, heading: str) -> None:
    plain(desk, key, heading)
    desk.type(TAB * 2)


DIALOGS: dict[str, tuple[str, str, Callable[[Terminal, str, str], None]]] = {
    "rationale": ("6", "Verdict on C-1", plain),
    "address": ("a", "Evidence for C-1", to_address),
    "comment": ("m", "Discussion of C-1", plain),
    "place": ("o", "Take in an article", plain),
    "statement": ("c", "Take in a claim by hand", plain),
}
"""What is half typed in each dialog: the key that opens it, its heading, and how to get to the field."""


def test_what_was_half_typed_in_any_dialog_is_offered_after_a_kill(desk_folder: Path) -> None:
    stored = opened(desk_folder)
    desk = started(desk_folder)
    desk.type("t")
    desk.wait("1 leased")
    for what, (key, heading, open_it) in DIALOGS.items():
        open_it(desk, key, heading)
        desk.type(f"half a {what}")
        desk.wait(lambda _, words=f"half a {what}": any(words in one.body for one in stored.drafts()))  # type: ignore[misc]
        desk.kill()
        desk = started(desk_folder)
        desk.wait("Drafts are kept for")
        desk.type(key)
        desk.wait(heading)
        desk.wait(f"half a {what}")
        desk.type(ESCAPE)
        desk.gone(heading)
    desk.type("q")
    assert desk.end() == 0
    assert len(stored.drafts()) == len(DIALOGS)
    stored.close()
