"""The key card, for printing and for the help screen."""

from collections.abc import Sequence
from itertools import groupby

from workbench.tui.card_lines import card_lines
from workbench.tui.commands.registry import EVERY
from workbench.tui.keymap import keymap

_SHOWN = {
    "slash": "/",
    "question_mark": "?",
    "exclamation_mark": "!",
    "number_sign": "#",
    "space": "Space",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "equals_sign": "=",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
}

DIALOG_KEYS = (
    ("Ctrl+S", "Submit; of a verdict or skip, the next claim comes at once"),
    ("Ctrl+E", "Write the long text in your editor"),
    ("Ctrl+X", "Throw the draft away"),
    ("F1", "Say what the dialog is for, and its keys"),
    ("Esc", "Close; what you typed is kept"),
)


def shown(key: str) -> str:
    """Write a key as a person would."""
    if key[:1] == "f" and key[1:].isdecimal():
        return key.upper()
    return _SHOWN.get(key, key.replace("ctrl+", "Ctrl+") if "+" in key else key)


def key_rows(overrides: Sequence[tuple[str, str]] = ()) -> list[tuple[str, list[tuple[str, str]]]]:
    """Give the groups of commands with their keys and helps."""
    keys = keymap(overrides)
    groups = [
        (group, [(" ".join(shown(key) for key in keys[command.name]), command.help()) for command in commands])
        for group, commands in groupby(EVERY, key=lambda command: command.group)
    ]
    groups[0][1].insert(4, ("1 … 9", "Choose this rating of the scale and write the rationale."))
    return [*groups, ("In a dialog", list(DIALOG_KEYS))]


def key_card(overrides: Sequence[tuple[str, str]] = ()) -> str:
    """Give the key card as text."""
    lines = []
    for group, rows in key_rows(overrides):
        lines += [group, *(part for keys, words in rows for part in card_lines(keys, words)), ""]
    return "\n".join(lines).rstrip() + "\n"
