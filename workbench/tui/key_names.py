"""How keys are written: as a person writes them in the settings and reads them on the key card, and as Textual calls them."""

import re
import unicodedata
from collections.abc import Iterable
from types import MappingProxyType

_OWN_NAMES = MappingProxyType(
    {
        "solidus": "slash",
        "reverse_solidus": "backslash",
        "commercial_at": "at",
        "hyphen_minus": "minus",
        "plus_sign": "plus",
        "low_line": "underscore",
    }
)
"""Where Textual's name of a character is not that of Unicode."""

_SHOWN = MappingProxyType(
    {
        "enter": "Enter",
        "escape": "Esc",
        "tab": "Tab",
        "space": "Space",
        "backspace": "Backspace",
        "delete": "Delete",
        "pagedown": "PageDown",
        "pageup": "PageUp",
        "ctrl": "Ctrl",
        "shift": "Shift",
        "alt": "Alt",
        **{name: name.capitalize() for name in ("home", "end", "up", "down", "left", "right")},
        **{f"f{number}": f"F{number}" for number in range(1, 25)},
    }
)


_ASCII = range(33, 127)

_HELD = frozenset({"ctrl", "alt", "shift", "super", "hyper", "meta"})
_SAME = MappingProxyType({"i": "Tab", "m": "Enter", "left_square_bracket": "Esc"})
_LONG_NAME = re.compile("[a-z]+(?:_[a-z0-9]+)+")
"""The names of characters beyond ASCII that are neither letters nor digits, as Textual has them."""


def named(written: str) -> str:
    """Give a key's name of Textual: ``/`` is ``slash``, ``Alt+<`` is ``alt+less_than_sign``."""
    if written == "+":
        return "plus"
    if written.endswith("++"):
        *held, last = *written[:-2].split("+"), "+"
    else:
        *held, last = written.split("+")
    if held and last.isalpha() and len(last) == 1:
        # Beside a key that is held people write capitals; whoever means one names Shift.
        last = last.lower()
    last = _name(last) if len(last) == 1 else _plain(last)
    return "+".join([*(one.lower() for one in held), last])


def problem_of(key: str) -> str:
    """Say why no terminal sends a key of this name; empty where one does."""
    *held, last = key.split("+")
    if set(held) - _HELD or not _is_key(last):
        return "there is no such key"
    if held == ["ctrl"] and last in _SAME:
        return f"a terminal sends {_SAME[last]} for it"
    if held == ["shift"] and len(last) == 1:
        return f"write it as {last.upper()}"
    return ""


def _is_key(name: str) -> bool:
    if len(name) == 1:
        return name.isprintable() and not unicodedata.combining(name)
    return name in _MARKS or name in _SHOWN.keys() - _HELD or name == "insert" or _LONG_NAME.fullmatch(name) is not None


def keys_of(written: str) -> tuple[tuple[str, ...], ...]:
    """Read what stands in the settings: keys separated by commas, those of one command's sequence by blanks."""
    return tuple(tuple(map(named, one.split())) for one in written.split(",") if one.strip())


def shown(keys: tuple[str, ...]) -> str:
    """Write the keys of one command, typed one after another, as a person would."""
    return " ".join(_shown(key) for key in keys)


def spelled(several: Iterable[tuple[str, ...]]) -> str:
    """Write a command's keys as ``keys_of`` reads them again."""
    return ", ".join(" ".join("comma" if key == "comma" else _shown(key) for key in keys) for keys in several)


def is_letter(key: str) -> bool:
    """Say whether a key types a character into a text field."""
    return "+" not in key and len(_mark(key)) == 1


def _name(character: str) -> str:
    if character.isalnum():
        return character
    try:
        name = unicodedata.name(character).lower().replace("-", "_").replace(" ", "_")
    except ValueError:
        return character
    return _OWN_NAMES.get(name, name)


def _plain(name: str) -> str:
    """Give a key's long name as Textual writes it: ``PageDown`` and ``F3`` in small letters, ``Esc`` in full."""
    small = name.lower()
    return {"esc": "escape", "return": "enter", "del": "delete"}.get(small, small)


def _mark(key: str) -> str:
    """Give the character that a key types; its name where it types none."""
    return " " if key == "space" else _MARKS.get(key, key)


def _shown(key: str) -> str:
    *held, last = key.split("+")
    last = _SHOWN.get(last) or (_mark(last).upper() if held else _mark(last))
    return "+".join([*(_SHOWN.get(one, one) for one in held), last])


_MARKS = MappingProxyType({_name(mark): mark for mark in map(chr, _ASCII)})
"""The characters that a keyboard has beside letters, by Textual's names."""
