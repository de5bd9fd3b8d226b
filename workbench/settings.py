"""The settings: a TOML file, over it the environment, over it the command line."""

import getpass
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from workbench.errors import BadSetting
from workbench.locations import HOME, Locations, locations
from workbench.setting_values import address, is_line, recipients, sealing_program, text
from workbench.setting_values import origins as origins_of

ENVIRONMENT = "WORKBENCH_"
"""What the names of environment variables start with: ``WORKBENCH_DATABASE`` sets ``database``."""

_ATTRIBUTE = re.compile(r"(?: {4}){1,2}(\w+): (.+)")
_LONGEST_NUMBER = 10
_TABLES = frozenset({"keys", "model"})
"""Settings that only the file can have."""


@dataclass(frozen=True)
class ModelSetting:
    """A model that may propose claims when it is asked to: where it answers, and its name there.

    Its key is no setting: it stands in the environment, and nothing prints it.
    """

    endpoint: str = ""
    name: str = ""

    def __str__(self) -> str:
        return f"{self.name} at {self.endpoint}" if self.endpoint else ""


@dataclass(frozen=True)
class Settings:
    """Everything that can be set; the names are the keys of the file ``settings.toml`` in the config folder.

    Attributes:
        database: path or address (``sqlite:///…``, ``postgresql://…``) of the desk. A path in the settings
            file that is not absolute starts at the file's folder, any other at the working folder.
        reviewer: the name the desk knows you by; your login name where nothing is set.
        theme: the look of the terminal desk: ``dark``, ``light``, ``high-contrast``, ``ansi``, one of Textual's, or the
            name of a file in the folder ``themes`` beside the settings file.
        editor: the program for long texts; ``VISUAL`` or ``EDITOR`` where nothing is set.
        lease_minutes: how long a claim that was taken is held without a sign of life, 1 to 1440.
        keys: a table of other keys for commands, each the command's name and its key.
        keymap: the keys that the terminal desk begins with: ``default``, ``vim`` or ``emacs``; ``keys`` go over it.
        folders: where everything is kept; set by ``WORKBENCH_HOME`` alone.
        exports: the folder that reports are written to, ``exports`` in the working folder at first.
        parser: the name of a spaCy pipeline for English that you have installed, or a folder with one, to read articles
            with; the one that ships where it is empty.
        semantic: the name of a sentence encoder that ``workbench semantic add`` took, by which matches are compared in
            what they mean as well; by their words alone where it is empty.
        local_services: addresses such as ``http://127.0.0.1:8000`` of services of your own that texts and evidence
            may come from, with blanks between them; everything else has to be on the public internet.
        model: a table with ``endpoint`` and ``name`` of a model that proposes claims where ``--model`` asks for it.
        wayback: the Wayback Machine that captures pages as an outside witness, ``https://web.archive.org``; nothing is
            asked while it is empty, for it tells somebody else which pages you look at.
        wayback_lookup: where the copies that it has are looked up.
        perma: the address of perma.cc as an outside witness, ``https://api.perma.cc``; as ``wayback``.
        perma_folder: the number of the folder at perma.cc that takes the copies.
        timestamps: the address of a timestamp authority (RFC 3161) that witnesses the head of the journal, of which it
            learns a digest; as ``wayback``.
        timestamp_roots: a file with the root certificates of that authority, the usual ones where it is empty.
        seal: the program that encrypts the files of confidential sources, ``age`` or ``gpg``; none while it is empty.
        seal_to: who can open them, with commas between: public keys of age (or ssh), or fingerprints of GPG keys.
        seal_identity: the file with your own key for age, one without a passphrase; gpg knows your key.
    """

    database: str
    reviewer: str
    theme: str
    editor: str
    lease_minutes: int
    keys: tuple[tuple[str, str], ...]
    folders: Locations
    exports: Path = Path("exports")
    parser: str = ""
    model: ModelSetting = ModelSetting()
    keymap: str = "default"
    semantic: str = ""
    local_services: str = ""
    wayback: str = ""
    wayback_lookup: str = "https://archive.org"
    perma: str = ""
    perma_folder: str = ""
    timestamps: str = ""
    timestamp_roots: str = ""
    seal: str = ""
    seal_to: str = ""
    seal_identity: str = ""

    @property
    def own_services(self) -> frozenset[str]:
        """The addresses of the user's own services, one by one."""
        return frozenset(self.local_services.split())


class Origin(NamedTuple):
    """One setting: its key, its value in words, and where it comes from."""

    key: str
    value: str
    where: str


def meanings() -> Mapping[str, str]:
    """Say of every setting what it means, as the description of ``Settings`` does."""
    found: dict[str, str] = {}
    name = ""
    for line in (Settings.__doc__ or "").partition("Attributes:")[2].splitlines():
        start = _ATTRIBUTE.match(line)
        if start:
            name = start[1]
            found[name] = start[2]
        elif name and line.strip():
            found[name] += f" {line.strip()}"
    return {name: words.replace("``", "") for name, words in found.items()}


def settings_file(environ: Mapping[str, str]) -> Path:
    """Name the settings file, which need not be there."""
    return locations(environ).config / "settings.toml"


def origins(
    environ: Mapping[str, str], config_file: Path | None = None, database: str | None = None
) -> tuple[Origin, ...]:
    """Say of every setting what it is and where it comes from; arguments and errors as of ``load_settings``."""
    settings = load_settings(environ, config_file, database)
    in_file = _read(config_file or settings_file(environ))
    found = []
    for key in _READERS:
        variable = ENVIRONMENT + key.upper()
        if key == "database" and database:
            where = "the command line"
        elif environ.get(variable) and key not in _TABLES:
            where = f"the environment variable {variable}"
        else:
            where = "the settings file" if key in in_file else "the default"
        value = getattr(settings, key)
        words = ", ".join(f"{name} = {chosen}" for name, chosen in value) if isinstance(value, tuple) else str(value)
        found.append(Origin(key, words, where))
    return tuple(found)


def load_settings(environ: Mapping[str, str], config_file: Path | None = None, database: str | None = None) -> Settings:
    """Read the settings.

    Args:
        environ: the environment.
        config_file: another file than ``settings.toml`` in the config folder; none of both has to be there.
        database: the desk that the command line names, over everything else.

    Raises:
        BadSetting: the file is no TOML, or a key or value can't be used; the message names file and key.
    """
    folders = locations(environ)
    settings = _from_file(_defaults(environ, folders), config_file or settings_file(environ))
    settings = _from_environment(settings, environ)
    return replace(settings, database=database) if database else settings


def _defaults(environ: Mapping[str, str], folders: Locations) -> Settings:
    return Settings(
        database=str(folders.data / "desk.sqlite3"),
        reviewer=_login(environ),
        theme="dark",
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
    values = _read(path)
    for key, value in values.items():
        if key not in _READERS:
            raise BadSetting(f"{path}: there is no setting '{key}'.", _nearest(key))
        settings = _READERS[key](settings, value, f"{path}, key '{key}'")
    if "database" in values and "://" not in settings.database:
        settings = replace(settings, database=str(path.parent / os.path.expanduser(settings.database)))
    return settings


def _read(path: Path) -> dict[str, object]:
    try:
        content = path.read_text("utf-8")
        import tomllib  # noqa: PLC0415 - most have no settings file

        return tomllib.loads(content)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as problem:
        raise BadSetting(f"The settings file {path} can't be read: {problem}.", "Mend it or move it away.") from None


def _from_environment(settings: Settings, environ: Mapping[str, str]) -> Settings:
    for name, value in sorted(environ.items()):
        key = name.removeprefix(ENVIRONMENT).lower()
        if not name.startswith(ENVIRONMENT) or name == HOME or not value:
            continue
        where = f"the environment variable {name}"
        if key in _READERS and key not in _TABLES:
            settings = _READERS[key](
                settings, int(value) if value.isdecimal() and len(value) < _LONGEST_NUMBER else value, where
            )
        elif get_close_matches(key, _READERS, n=1, cutoff=0.8):
            raise BadSetting(f"There is no setting for {where}.", _nearest(key))
    return settings


def _minutes(settings: Settings, value: object, where: str) -> Settings:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 1440:
        raise BadSetting(f"{where}: a number of minutes from 1 to 1440 is expected.", "The default is 30.")
    return replace(settings, lease_minutes=value)


def _keys(settings: Settings, value: object, where: str) -> Settings:
    if not isinstance(value, dict):
        raise BadSetting(
            f"{where}: a table of command names and keys is expected.", 'Write [keys] and below it take-next = "n".'
        )
    for name, key in value.items():
        if not isinstance(key, str) or not key:
            raise BadSetting(
                f"{where}: {name!r} has no key.", 'Below [keys] write it as take-next = "n", or take it out.'
            )
    return replace(settings, keys=tuple(sorted(value.items())))


def _model(settings: Settings, value: object, where: str) -> Settings:
    parts = value if isinstance(value, dict) else {}
    endpoint, name = parts.get("endpoint"), parts.get("name")
    if set(parts) != {"endpoint", "name"} or not is_line(endpoint) or not is_line(name):
        raise BadSetting(
            f"{where}: a table with the texts endpoint and name, and nothing else, is expected.",
            'Write [model] and below it endpoint = "http://127.0.0.1:8080/v1" and name = "…".',
        )
    return replace(settings, model=ModelSetting(str(endpoint), str(name)))


def _nearest(key: str) -> str:
    near = get_close_matches(key, _READERS, n=1)
    return f"Did you mean '{near[0]}'?" if near else f"Known keys: {', '.join(_READERS)}."


_READERS: "Mapping[str, Callable[[Settings, object, str], Settings]]" = MappingProxyType(
    {
        "database": lambda settings, value, where: replace(settings, database=text(value, where)),
        "reviewer": lambda settings, value, where: replace(settings, reviewer=text(value, where)),
        "exports": lambda settings, value, where: replace(
            settings, exports=Path(os.path.expanduser(text(value, where)))
        ),
        "theme": lambda settings, value, where: replace(settings, theme=text(value, where)),
        "editor": lambda settings, value, where: replace(settings, editor=text(value, where)),
        "parser": lambda settings, value, where: replace(settings, parser=text(value, where)),
        "lease_minutes": _minutes,
        "keymap": lambda settings, value, where: replace(settings, keymap=text(value, where)),
        "semantic": lambda settings, value, where: replace(settings, semantic=text(value, where)),
        "local_services": lambda settings, value, where: replace(settings, local_services=origins_of(value, where)),
        "wayback": lambda settings, value, where: replace(settings, wayback=address(value, where)),
        "wayback_lookup": lambda settings, value, where: replace(settings, wayback_lookup=address(value, where)),
        "perma": lambda settings, value, where: replace(settings, perma=address(value, where)),
        "perma_folder": lambda settings, value, where: replace(settings, perma_folder=text(value, where)),
        "timestamps": lambda settings, value, where: replace(settings, timestamps=address(value, where)),
        "timestamp_roots": lambda settings, value, where: replace(
            settings, timestamp_roots=os.path.expanduser(text(value, where))
        ),
        "seal": lambda settings, value, where: replace(settings, seal=sealing_program(value, where)),
        "seal_to": lambda settings, value, where: replace(settings, seal_to=recipients(value, where)),
        "seal_identity": lambda settings, value, where: replace(
            settings, seal_identity=os.path.expanduser(text(value, where))
        ),
        "keys": _keys,
        "model": _model,
    }
)
