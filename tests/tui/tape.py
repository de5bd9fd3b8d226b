"""What the terminal desk would write to a terminal, taken down at its driver; and what of it no terminal may see."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from textual.drivers.headless_driver import HeadlessDriver

_OURS = re.compile(r"\x1b\[(?:[0-9;]*m|\d+;\d+H|\?2026[hl]|\?25[hl])|\x1b\]22;[a-z-]*\x07")
"""The sequences that drawing needs: looks, moves to a place, the marks around a frame, the shape of the pointer."""

_REFUSED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e0fff]"
)
"""Controls, marks of direction, what is hidden, and what can't be encoded."""


class Tape:
    """All that was written, since it was last read."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def take_down(self, written: str) -> None:
        self._parts.append(written)

    def read(self) -> str:
        written = "".join(self._parts)
        self._parts.clear()
        return written


def foreign_controls(written: str) -> list[str]:
    """Give what is in the writing that drawing does not need."""
    return _REFUSED.findall(_OURS.sub("", written))


@contextmanager
def taping(monkeypatch: pytest.MonkeyPatch) -> Iterator[Tape]:
    """Let the driver of tests write as one of a terminal does, onto a tape."""
    tape = Tape()
    monkeypatch.setattr(HeadlessDriver, "is_headless", property(lambda _: False))
    monkeypatch.setattr(HeadlessDriver, "write", lambda _, written: tape.take_down(written))
    yield tape
