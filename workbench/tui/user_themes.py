"""Themes that a user wrote: files ``themes/NAME.toml`` in the config folder."""

import re
import stat
import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from textual.color import Color, ColorParseError
from textual.theme import BUILTIN_THEMES, Theme

from workbench.domain.text import printable
from workbench.errors import BadSetting
from workbench.tui.themes import FOLDER, OWN_THEMES, known_theme

_COLOURS = (
    *("primary", "secondary", "accent", "warning", "error", "success"),
    *("foreground", "background", "surface", "panel", "boost"),
)
_KEYS = ("dark", *_COLOURS)
_NEEDED = ("primary", "foreground", "background")
_LARGEST = 16_384
_MOST = 100
_HALF = 0.5
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_COLOUR = re.compile(r"#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6}|[a-z]{3,24}")


class Misfit(NamedTuple):
    """A file that can't be worn, by the name that its theme would have, and what is wrong with it."""

    name: str
    problem: BadSetting


class UserThemes(NamedTuple):
    """The themes of a folder, and what can't be worn of it."""

    themes: tuple[Theme, ...] = ()
    misfits: tuple[Misfit, ...] = ()


def user_themes(config: Path) -> UserThemes:
    """Read the themes in the config folder; a file that can't be used is told of and left out."""
    folder = config / FOLDER
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except FileNotFoundError:
        return UserThemes()
    except OSError as error:
        words = f"The themes in {_shown(folder)} can't be read: {error.strerror}."
        return UserThemes((), (Misfit("", BadSetting(words, "Mend the folder or move it away.")),))
    themes: list[Theme] = []
    misfits: list[Misfit] = []
    for path in paths[:_MOST]:
        try:
            themes.append(read_theme(path))
        except BadSetting as problem:
            misfits.append(Misfit(path.stem, problem))
    if len(paths) > _MOST:
        words = f"{_shown(folder)}: only the first {_MOST} themes are read."
        misfits.append(Misfit("", BadSetting(words, "Move some away.")))
    return UserThemes(tuple(themes), tuple(misfits))


def worn_theme(name: str, config: Path) -> UserThemes:
    """Find the themes of the user, and see that the one that is set can be worn.

    Raises:
        BadSetting: there is none of this name, or its file can't be used.
    """
    found = user_themes(config)
    for misfit in found.misfits:
        if misfit.name == name:
            raise misfit.problem
    known_theme(name, (theme.name for theme in found.themes))
    return found


def read_theme(path: Path) -> Theme:
    """Read one theme.

    Raises:
        BadSetting: the file can't be used; names the file, the key, and the nearest key or what is expected.
    """
    name = path.stem
    if not _NAME.fullmatch(name):
        raise BadSetting(f"{_shown(path)}: this can't be a theme's name.", "Use up to 40 of a-z, 0-9, - and _.")
    if name in OWN_THEMES or name in BUILTIN_THEMES:
        raise BadSetting(f"{_shown(path)}: there is a theme {name} already.", "Give the file another name.")
    values = _read(path)
    for key in values:
        if key not in _KEYS:
            raise BadSetting(f"{_shown(path)}: there is no key '{printable(key)}'.", _nearest(key))
    for key in _NEEDED:
        if key not in values:
            raise BadSetting(f"{_shown(path)}: the key '{key}' is missing.", f'Write {key} = "#…".')
    dark = values.pop("dark", None)
    if dark is not None and not isinstance(dark, bool):
        raise BadSetting(f"{_shown(path)}, key 'dark': true or false is expected.", "")
    colours = {key: _colour(value, path, key) for key, value in values.items()}
    if dark is None:
        dark = Color.parse(colours["background"]).brightness < _HALF
    return Theme(name=name, dark=dark, **colours)  # type: ignore[arg-type]


def _read(path: Path) -> dict[str, object]:
    try:
        # A pipe or a device would never end.
        if not stat.S_ISREG(path.stat().st_mode):
            raise BadSetting(f"{_shown(path)}: this is no file.", "A theme is a TOML file.")
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise BadSetting(f"{_shown(path)}: the file is too large for a theme.", f"Limit: {_LARGEST:,} bytes.")
        return tomllib.loads(content.decode("utf-8"))
    except OSError as problem:
        raise BadSetting(f"{_shown(path)} can't be read: {problem.strerror}.", "") from None
    except (ValueError, RecursionError) as problem:
        raise BadSetting(f"{_shown(path)} is no TOML: {printable(str(problem))}.", "") from None


def _colour(value: object, path: Path, key: str) -> str:
    where = f"{_shown(path)}, key '{key}'"
    hint = 'Write it as "#rrggbb", or as the name of a colour such as "teal".'
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise BadSetting(f"{where}: a colour is expected.", hint)
    try:
        colour = Color.parse(value)
    except ColorParseError:
        raise BadSetting(f"{where}: there is no colour '{value}'.", hint) from None
    if colour.a < 1 or colour.ansi is not None:
        raise BadSetting(f"{where}: '{value}' is no colour of its own.", hint)
    return colour.hex


def _nearest(key: str) -> str:
    near = get_close_matches(key, _KEYS, n=1)
    return f"Did you mean '{near[0]}'?" if near else f"Known keys: {', '.join(_KEYS)}."


def _shown(path: Path) -> str:
    return printable(str(path))
