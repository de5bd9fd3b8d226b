"""Which key runs which command, after the user's own keys; two commands on one key are refused."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from workbench.domain.text import printable
from workbench.errors import BadSetting
from workbench.tui.commands.registry import EVERY, SCREENS

RESERVED = {
    **{str(digit): "a rating" for digit in range(1, 10)},
    "ctrl+p": "the command palette",
    "ctrl+c": "interrupt",
}
"""Keys that no command can have."""


def keymap(overrides: Sequence[tuple[str, str]] = ()) -> Mapping[str, tuple[str, ...]]:
    """Give every command's keys.

    Args:
        overrides: the user's own: a command's name and its keys, separated by commas.

    Raises:
        BadSetting: a command that is not there, no key, or one key for two commands; names both.
    """
    keys = {command.name: _split(command.key) for command in EVERY}
    for name, wanted in overrides:
        if name not in keys:
            near = get_close_matches(name, keys, n=1)
            hint = f"Did you mean {near[0]}?" if near else "'workbench keys' lists the commands."
            raise BadSetting(f"settings.toml, [keys]: there is no command {printable(name)!r}.", hint)
        if not _split(wanted):
            raise BadSetting(f"settings.toml, [keys]: {name} has no key.", f'Write it as {name} = "n".')
        keys[name] = _split(wanted)
    for names in SCREENS:
        _check({name: keys[name] for name in names})
    return keys


def _check(keys: Mapping[str, tuple[str, ...]]) -> None:
    owners: dict[str, str] = {}
    for name, own in keys.items():
        for key in own:
            other = RESERVED.get(key) or owners.get(key)
            if other is not None:
                raise BadSetting(
                    f"settings.toml, [keys]: the key {printable(key)} is for {other} and for {name}.",
                    "Give one of them another key.",
                )
            owners[key] = name


def _split(keys: str) -> tuple[str, ...]:
    return tuple(key.strip() for key in keys.split(",") if key.strip())
