"""What is pasted is told from keys, however a terminal hands it over."""

import pytest
from textual.events import Key, Paste

from workbench.tui.terminal_input import PasteParser

BEGIN, END = "\x1b[200~", "\x1b[201~"


def read(*pieces: str) -> list[str]:
    """Give what is read from pieces that come one after another: keys by name, pastes in brackets."""
    parser = PasteParser()
    came = [one for piece in pieces for one in parser.feed(piece)]
    return [f"[{one.text}]" if isinstance(one, Paste) else one.key for one in came if isinstance(one, Key | Paste)]


@pytest.mark.parametrize(
    ("pieces", "events"),
    [
        (("a" + BEGIN + "bc" + END + "d",), ["a", "[bc]", "d"]),
        (("a\x1b[2", "00~b", "c\x1b[20", "1~d"), ["a", "[bc]", "d"]),
        ((BEGIN + "x\x1b[Ay\x1b\x03q\x1b]0;t\x07" + END,), ["[x[Ay\x03q]0;t\x07]"]),
        ((BEGIN + "x" + BEGIN + "y" + END + "z",), ["[x[200~y]", "z"]),
        ((BEGIN + "one" + END + BEGIN + "two" + END,), ["[one]", "[two]"]),
        (("\x1b[A", "b"), ["up", "b"]),
        ((BEGIN + END + "q",), ["q"]),
    ],
)
def test_pastes_are_pieces_and_the_rest_is_keys(pieces: tuple[str, ...], events: list[str]) -> None:
    assert [one for one in read(*pieces) if one != "[]"] == events
