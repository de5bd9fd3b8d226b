"""The key card: every command with its keys, as text."""

from collections.abc import Iterator, Mapping, Sequence

from workbench.tui.commands.command import Command
from workbench.tui.commands.registry import COMMANDS, resolved_keys

_SHOWN = {
    "question_mark": "?",
    "slash": "/",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def key_words(keys: Sequence[str]) -> str:
    """Write keys for people; a row of digits as a range."""
    if len(keys) > 2 and all(key.isdigit() for key in keys):
        return f"{keys[0]}–{keys[-1]}"
    return " ".join(key_word(key) for key in keys)


def key_word(key: str) -> str:
    """Write one key for people."""
    head, plus, tail = key.rpartition("+")
    return f"{head}{plus}{_SHOWN.get(tail, tail)}" if tail else key


def grouped() -> dict[str, list[Command]]:
    """Give the commands under their headings."""
    found: dict[str, list[Command]] = {}
    for command in COMMANDS:
        found.setdefault(command.group, []).append(command)
    return found


def key_card(overrides: Sequence[tuple[str, str]] = ()) -> Iterator[str]:
    """Give the lines of the key card.

    Raises:
        BadSetting: a change of the keys can't be used.
    """
    return _lines(resolved_keys(overrides))


def _lines(keys: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for place, (group, commands) in enumerate(grouped().items()):
        if place:
            yield ""
        yield group
        for command in commands:
            shown = key_words(keys[command.name()])
            yield f"  {shown:<22} {command.title:<28} {command.name()}"
