"""The settings: a TOML file, over it the environment, over it the command line."""

import getpass
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from workbench.errors import BadSetting
from workbench.locations import Locations, locations

ENVIRONMENT = "WORKBENCH_"
"""What the names of environment variables start with: ``WORKBENCH_DATABASE`` sets ``database``."""


@dataclass(frozen=True)
class Settings:
    """Everything that can be set.

    Attributes:
        database: path or address of the desk.
        reviewer: the name the desk knows you by; your login name where nothing is set.
        theme: the look of the terminal desk.
        editor: the program for long texts; ``VISUAL`` or ``EDITOR`` where nothing is set.
        lease_minutes: how long a claim that was taken is held without a sign of life.
        keys: other keys for commands: the command's name and the key.
        folders: where everything is kept.

    """

    database: str
    reviewer: str
    theme: str
    editor: str
    lease_minutes: int
    keys: tuple[tuple[str, str], ...]
    folders: Locations


_TEXTS = ("database", "reviewer", "theme", "editor")
_KNOWN = (*_TEXTS, "lease_minutes", "keys")


def load_settings(environ: Mapping[str, str], database: str | None = None) -> Settings:
    """Read the settings.

    Raises:
        BadSetting: the file is no TOML, or a key or value can't be used; the message names file and key.

    """
    folders = locations(environ)
    settings = _from_file(_defaults(environ, folders), folders.config / "settings.toml")
    for key in _TEXTS:
        value = environ.get(ENVIRONMENT + key.upper(), "")
        if value:
            settings = _with_text(settings, key, value)
    minutes = environ.get(ENVIRONMENT + "LEASE_MINUTES", "")
    if minutes:
        where = f"the environment variable {ENVIRONMENT}LEASE_MINUTES"
        settings = replace(settings, lease_minutes=_minutes(int(minutes) if minutes.isdigit() else minutes, where))
    return replace(settings, database=database) if database else settings


def _defaults(environ: Mapping[str, str], folders: Locations) -> Settings:
    return Settings(
        database=str(folders.data / "desk.sqlite3"),
        reviewer=_login(environ),
        theme="textual-dark",
        editor=environ.get("VISUAL") or environ.get("EDITOR") or "",
        lease_minutes=30,
        keys=(),
        folders=folders,
    )


def _login(environ: Mapping[str, str]) -> str:
    try:
        return environ.get("USER") or environ.get("LOGNAME") or getpass.getuser()
    except (KeyError, OSError):
        return "reviewer"


def _from_file(settings: Settings, path: Path) -> Settings:
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return settings
    except (OSError, ValueError) as problem:
        raise BadSetting(f"The settings file {path} can't be read: {problem}.", "Mend it or move it away.") from None
    for key, value in values.items():
        settings = _with(settings, path, key, value)
    return settings


def _with(settings: Settings, path: Path, key: str, value: object) -> Settings:
    where = f"{path}, key '{key}'"
    if key in _TEXTS:
        if not isinstance(value, str) or not value:
            raise BadSetting(f"{where}: a text is expected.", f'Write it as {key} = "…".')
        return _with_text(settings, key, value)
    if key == "lease_minutes":
        return replace(settings, lease_minutes=_minutes(value, where))
    if key == "keys":
        if not isinstance(value, dict) or not all(isinstance(key_, str) for key_ in value.values()):
            raise BadSetting(
                f"{where}: a table of command names and keys is expected.", 'Write [keys] and below it take-next = "n".'
            )
        return replace(settings, keys=tuple(sorted(value.items())))
    near = get_close_matches(key, _KNOWN, n=1)
    hint = f"Did you mean '{near[0]}'?" if near else f"Known keys: {', '.join(_KNOWN)}."
    raise BadSetting(f"{path}: there is no setting '{key}'.", hint)


def _with_text(settings: Settings, key: str, value: str) -> Settings:
    changes = {
        "database": settings.database,
        "reviewer": settings.reviewer,
        "theme": settings.theme,
        "editor": settings.editor,
    }
    changes[key] = value
    return replace(
        settings,
        database=changes["database"],
        reviewer=changes["reviewer"],
        theme=changes["theme"],
        editor=changes["editor"],
    )


def _minutes(value: object, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 1440:
        raise BadSetting(f"{where}: a number of minutes from 1 to 1440 is expected.", "The default is 30.")
    return value
