"""The key card, for printing and for the help screen."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

from workbench.tui.card_lines import card_lines
from workbench.tui.commands.registry import EVERY
from workbench.tui.key_names import shown
from workbench.tui.keymap import keymap
from workbench.tui.keymaps import Style

RATING_KEYS = "1 … 9"
_RATINGS = "Choose this rating of the scale and write the rationale."


class CardRow(NamedTuple):
    """One command on the card: its keys as a person writes them, what it does, its name for the settings."""

    keys: tuple[str, ...]
    words: str
    name: str


class CardGroup(NamedTuple):
    """Commands under one heading."""

    heading: str
    rows: list[CardRow]


def key_rows(overrides: Sequence[tuple[str, str]] = (), style: str = Style.DEFAULT) -> list[CardGroup]:
    """Give the groups of commands with their keys and helps."""
    keys = keymap(overrides, style)
    groups = [
        CardGroup(
            heading,
            [CardRow(tuple(map(shown, keys[one.name])), one.help(), one.name) for one in commands],
        )
        for heading, commands in groupby(EVERY, key=lambda command: command.group)
    ]
    groups[0].rows.insert(4, CardRow((RATING_KEYS,), _RATINGS, ""))
    return groups


def parted_rows(
    groups: Sequence[CardGroup], here: Sequence[str], also_here: Sequence[str] = ()
) -> tuple[list[CardGroup], list[CardGroup]]:
    """Part the card into what a screen has, in the order in which that screen names it, and what it has not.

    Args:
        groups: the card.
        here: the names of the screen's own commands; ratings, which have no name, go with the group before them.
        also_here: those that it shares with every screen; they come last.

    """
    places = {name: place for place, name in enumerate((*here, *also_here))}

    def place(group: CardGroup) -> int:
        return min(places[row.name] for row in group.rows if row.name in places)

    def of(group: CardGroup, *, on_screen: bool) -> CardGroup:
        kept, was_here = [], False
        for row in group.rows:
            was_here = was_here if not row.name else row.name in places
            if was_here is on_screen:
                kept.append(row)
        return CardGroup(group.heading, kept)

    mine = [part for group in groups if (part := of(group, on_screen=True)).rows]
    return sorted(mine, key=place), [part for group in groups if (part := of(group, on_screen=False)).rows]


class CardEntry(NamedTuple):
    """One command, for programs that read the card."""

    group: str
    name: str
    keys: tuple[str, ...]
    does: str


def key_card(overrides: Sequence[tuple[str, str]] = (), style: str = Style.DEFAULT) -> str:
    """Give the key card as text."""
    return _written(_text, overrides, style)


def key_card_markdown(overrides: Sequence[tuple[str, str]] = (), style: str = Style.DEFAULT) -> str:
    """Give the key card as tables in Markdown."""
    return _written(_markdown, overrides, style)


def card_entries(overrides: Sequence[tuple[str, str]] = (), style: str = Style.DEFAULT) -> list[CardEntry]:
    """Give all commands with their keys."""
    groups = key_rows(overrides, style)
    return [
        CardEntry(group.heading, row.name, row.keys, row.words) for group in groups for row in group.rows if row.name
    ]


def _written(write: Callable[[CardGroup], list[str]], overrides: Sequence[tuple[str, str]], style: str) -> str:
    lines = [line for group in key_rows(overrides, style) for line in write(group)]
    return "\n".join(lines).rstrip() + "\n"


def _text(group: CardGroup) -> list[str]:
    return [group.heading, *(part for row in group.rows for part in card_lines(", ".join(row.keys), row.words)), ""]


def _markdown(group: CardGroup) -> list[str]:
    rows = [f"| {' '.join(_code(key) for key in row.keys)} | {row.words} |" for row in group.rows]
    return [f"**{group.heading}**", "", "| key | what it does |", "|---|---|", *rows, ""]


def _code(key: str) -> str:
    """Write a key as code; a bar would end the cell of the table."""
    return f"`{key}`".replace("|", "\\|")
