"""Which key does what: the commands' own keys with the user's changes over them, refused where two would clash."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from workbench.domain.text import printable
from workbench.errors import BadSetting

RESERVED: Mapping[str, str] = {
    "ctrl+p": "the command palette",
    "ctrl+q": "leaving the program",
    "ctrl+c": "copying",
    "tab": "going to the next field",
    "shift+tab": "going to the field before",
}
"""Keys that no command may take, and what they are kept for."""

_NAMED = frozenset(
    "enter escape space backspace delete insert home end pageup pagedown up down left right".split()
    + [f"f{number}" for number in range(1, 13)]
    + "question_mark slash plus minus comma full_stop colon semicolon equals_sign left_square_bracket".split()
    + "right_square_bracket exclamation_mark underscore asterisk number_sign at tilde".split()
)
_MODIFIED = re.compile(r"(?P<modifiers>(?:(?:ctrl|alt|shift)\+)+)(?P<key>.+)", re.DOTALL)


class Keyed(NamedTuple):
    """A command as the keymap sees it; keys of different places never meet."""

    name: str
    keys: tuple[str, ...]
    place: str
    typing: bool
    """Whether text is typed where the command works, so that a bare letter would never reach it."""


def resolve(commands: Iterable[Keyed], overrides: Sequence[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Give every command's keys.

    Args:
        commands: the commands with their own keys.
        overrides: a command's name and its keys instead, several of them joined by commas.

    Raises:
        BadSetting: there is no such command or key, or two commands would have the same key; the message
            names both.
    """
    known = {command.name: command for command in commands}
    found = {name: command.keys for name, command in known.items()}
    for name, text in overrides:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"Did you mean {near[0]!r}?" if near else "'workbench keys' lists the commands."
            raise BadSetting(f"keys: there is no command {printable(name)!r}.", hint)
        found[name] = tuple(_key(known[name], part) for part in _parts(text))
    _refuse_clashes(known, found)
    return found


def _parts(text: str) -> list[str]:
    return [","] if text.strip() == "," else [part.strip() for part in text.split(",")]


def _key(command: Keyed, text: str) -> str:
    match = _MODIFIED.fullmatch(text)
    key = f"{match['modifiers']}{match['key'].lower()}" if match else text
    bare = match["key"].lower() if match else text
    if not (bare in _NAMED or (len(bare) == 1 and bare.isprintable() and bare != " ")) and key not in RESERVED:
        raise BadSetting(
            f"keys: {command.name!r} can't have the key {printable(text)!r}.",
            "Write a letter, a name such as 'pageup' or 'f2', or 'ctrl+…' and a letter.",
        )
    if key in RESERVED:
        raise BadSetting(f"keys: {command.name!r} can't have {key!r}.", f"It is kept for {RESERVED[key]}.")
    if command.typing and len(key) == 1:
        raise BadSetting(
            f"keys: {command.name!r} can't have the bare key {key!r}: it works where text is typed.",
            "Use ctrl+… or a function key.",
        )
    return key


def _refuse_clashes(known: Mapping[str, Keyed], found: Mapping[str, tuple[str, ...]]) -> None:
    owners: dict[tuple[str, str], str] = {}
    for name, keys in found.items():
        for key in keys:
            place = (known[name].place, key)
            other = owners.setdefault(place, name)
            if other != name:
                raise BadSetting(
                    f"keys: {printable(key)!r} would do both {other!r} and {name!r}.", "Give one of them another key."
                )
