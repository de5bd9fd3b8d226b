"""Every command's keys for the settings screen: where they come from, and which commands of other screens share one."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from workbench.tui.commands.registry import EVERY
from workbench.tui.key_names import shown, spelled
from workbench.tui.keymap import keymap, known_style
from workbench.tui.keymaps import STYLES, Style
from workbench.tui.pending import Keys


class KeyLine(NamedTuple):
    """One command with its keys; ``shared`` names commands of other screens that have one of them too.

    ``written`` are the keys as the settings file has them.
    """

    name: str
    written: str
    shown: str
    where: str
    help: str
    shared: tuple[str, ...]


def key_lines(overrides: Sequence[tuple[str, str]], style: str = Style.DEFAULT) -> list[KeyLine]:
    """Give every command with its keys: a ready-made keymap, over it the user's own.

    Raises:
        BadSetting: as ``keymap``.

    """
    keys, own, ready = keymap(overrides, style), dict(overrides), known_style(style)
    origins = dict.fromkeys(STYLES[ready], f"the keymap {ready}") | dict.fromkeys(own, "the settings file")
    owners: defaultdict[Keys, list[str]] = defaultdict(list)
    for command in EVERY:
        for key in keys[command.name]:
            owners[key].append(command.name)
    return [
        KeyLine(
            command.name,
            spelled(keys[command.name]),
            ", ".join(map(shown, keys[command.name])),
            origins.get(command.name, "the default"),
            command.help(),
            tuple(dict.fromkeys(one for key in keys[command.name] for one in owners[key] if one != command.name)),
        )
        for command in EVERY
    ]
