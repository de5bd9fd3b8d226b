"""Which key runs which command: a ready-made keymap, over it the user's own keys; collisions are refused."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from itertools import pairwise
from types import MappingProxyType

from workbench.domain.text import printable
from workbench.errors import BadSetting
from workbench.tui.commands.command import KeyCommand
from workbench.tui.commands.dialog import DialogCommand, FieldCommand
from workbench.tui.commands.modes import ModeCommand
from workbench.tui.commands.registry import EVERY, SCREENS
from workbench.tui.commands.searching import SearchCommand
from workbench.tui.key_names import is_letter, keys_of, problem_of, shown
from workbench.tui.keymaps import STYLES, Style
from workbench.tui.pending import Keys, KeyTable

RESERVED: Mapping[Keys, str] = MappingProxyType(
    {
        **{(str(digit),): "a rating or a count" for digit in range(10)},
        ("ctrl+c",): "interrupt",
    }
)
"""Keys that no command can have."""

LEADING_OUT = frozenset({"back", "leave-article", "leave-screen", "leave-search", "close-dialog"})
"""The commands that lead out of where one is: their keys also drop a count, or keys, that wait for more."""

Keymap = Mapping[str, tuple[Keys, ...]]
"""The keys of every command, by its name; each is one key, or several typed one after another."""

_WHERE = "settings.toml, [keys]"
_KINDS_BESIDE_TEXT = (DialogCommand, FieldCommand, ModeCommand, SearchCommand)
_BESIDE_TEXT = {one.name for one in EVERY if issubclass(one, _KINDS_BESIDE_TEXT)}
"""The commands whose keys work while text is typed."""


def keymap(overrides: Sequence[tuple[str, str]] = (), style: str = Style.DEFAULT) -> Keymap:
    """Give every command's keys.

    Args:
        overrides: the user's own: a command's name and its keys, separated by commas.
        style: the name of a ready-made keymap, over which the user's own keys go.

    Raises:
        BadSetting: a keymap or command that is not there, no key, or one key for two commands; names both.
    """
    names = [command.name for command in EVERY]
    written = {command.name: command.key for command in EVERY} | dict(STYLES[known_style(style)])
    for name, wanted in overrides:
        if name not in names:
            hint = _nearest(name, names, "'workbench keys' lists the commands.")
            raise BadSetting(f"{_WHERE}: there is no command {printable(name)!r}.", hint)
        if not keys_of(wanted):
            raise BadSetting(f"{_WHERE}: {name} has no key.", f'Write it as {name} = "n".')
        _check_names(name, wanted)
        written[name] = wanted
    keys = {name: tuple(dict.fromkeys(keys_of(words))) for name, words in written.items()}
    for name in _BESIDE_TEXT:
        _check_beside_text(name, keys[name])
    for screen in SCREENS:
        _check({name: keys[name] for name in screen})
    return MappingProxyType(keys)


def known_style(name: str) -> Style:
    """Give the ready-made keymap of a name.

    Raises:
        BadSetting: there is no such keymap; names the nearest.
    """
    try:
        return Style(name)
    except ValueError:
        hint = _nearest(name, list(Style), f"Known keymaps: {', '.join(Style)}.")
        raise BadSetting(f"The setting keymap: there is no keymap {printable(name)!r}.", hint) from None


def first_keys(keys: Keymap) -> Mapping[str, str]:
    """Give the first key of each command as a person writes it: words that name commands in braces take them."""
    return MappingProxyType({name: shown(own[0]) for name, own in keys.items()})


def textual_keys(keys: Keymap) -> dict[str, str]:
    """Give the keymap as Textual takes it: only what differs, and only single keys; it knows nothing of sequences."""
    changed = {one.name: keys[one.name] for one in EVERY if keys[one.name] != keys_of(one.key)}
    return {name: ",".join(key for (key,) in _single(own)) or _no_key(name) for name, own in changed.items()}


def palette_key(keys: Keymap) -> str:
    """Give the key of the command palette: Textual binds one, and no sequence."""
    return next((key for (key,) in _single(keys["palette"])), _no_key("palette"))


def key_table(keys: Keymap, commands: Sequence[type[KeyCommand]], *, digits: bool) -> KeyTable:
    """Give the keys of one screen; ``digits`` are counts there without a key before them."""
    owners = {own: command.name for command in commands for own in keys[command.name]}
    stops = {own[0] for own, name in owners.items() if name in LEADING_OUT and len(own) == 1}
    return KeyTable(owners, digits, frozenset({"escape", *stops}))


def _check_names(name: str, wanted: str) -> None:
    for key in {key for own in keys_of(wanted) for key in own}:
        problem = problem_of(key)
        if problem:
            raise BadSetting(f"{_WHERE}: {name} can't have the key {printable(shown((key,)))}: {problem}.", _ANOTHER)


def _check(keys: Mapping[str, tuple[Keys, ...]]) -> None:
    owners = sorted((own, name) for name, several in keys.items() for own in several)
    for own, name in owners:
        if own[:1] in RESERVED:
            raise BadSetting(
                f"{_WHERE}: the key {_words(own[:1])} is for {RESERVED[own[:1]]} and for {name}.", _ANOTHER
            )
    # Sorted, keys that begin with others stand right behind them.
    for (one, first), (other, second) in pairwise(owners):
        if one == other:
            raise BadSetting(f"{_WHERE}: the key {_words(one)} is for {first} and for {second}.", _ANOTHER)
        if other[: len(one)] == one:
            raise BadSetting(
                f"{_WHERE}: the key {_words(one)} is for {first}, and {_words(other)} for {second} begins with it.",
                _ANOTHER,
            )


_ANOTHER = "Give one of them another key."


def _check_beside_text(name: str, keys: tuple[Keys, ...]) -> None:
    """Refuse, where text is typed, sequences and keys that type a character."""
    for own in keys:
        if len(own) > 1:
            raise BadSetting(f"{_WHERE}: {name} can have no keys one after another.", "Give it a single key.")
        if is_letter(own[0]):
            raise BadSetting(
                f"{_WHERE}: {_words(own)} is typed into text, so it can't be for {name}.",
                "Take a key with Ctrl or Alt, or a function key.",
            )


def _single(keys: tuple[Keys, ...]) -> list[Keys]:
    return [own for own in keys if len(own) == 1]


def _no_key(name: str) -> str:
    """Name a key that no terminal sends; the footer shows the sequence in its place."""
    return f"sequence-{name}"


def _words(keys: Keys) -> str:
    return printable(shown(keys))


def _nearest(name: str, names: Sequence[str], otherwise: str) -> str:
    near = get_close_matches(name, names, n=1)
    return f"Did you mean {near[0]}?" if near else otherwise
