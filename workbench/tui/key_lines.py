"""Every command's keys for the settings screen: where they come from, and which commands of other screens share one."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from workbench.tui.commands.registry import EVERY
from workbench.tui.key_card import shown
from workbench.tui.keymap import keymap


class KeyLine(NamedTuple):
    """One command with its keys; ``shared`` names commands of other screens that have one of them too."""

    name: str
    keys: tuple[str, ...]
    shown: str
    where: str
    help: str
    shared: tuple[str, ...]


def key_lines(overrides: Sequence[tuple[str, str]]) -> list[KeyLine]:
    """Give every command with its keys, after the user's own.

    Raises:
        BadSetting: as ``keymap``.

    """
    keys, own = keymap(overrides), dict(overrides)
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for command in EVERY:
        for key in keys[command.name]:
            owners[key].append(command.name)
    return [
        KeyLine(
            command.name,
            keys[command.name],
            " ".join(map(shown, keys[command.name])),
            "the settings file" if command.name in own else "the default",
            command.help(),
            tuple(dict.fromkeys(one for key in keys[command.name] for one in owners[key] if one != command.name)),
        )
        for command in EVERY
    ]
