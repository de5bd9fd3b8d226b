"""Look at the machine: versions, settings, folders, permissions, room."""

import os
import platform
import re
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from claims_db.network_files import mounted_over_network
from workbench import __version__
from workbench.desk.care.checks import Check, look, ok, wrong
from workbench.errors import WorkbenchError
from workbench.settings import Origin
from workbench.sources.capture.sealing import Sealing

_MIB = 1024 * 1024
_LITTLE_ROOM = 200 * _MIB
_NO_ROOM = 20 * _MIB
_PASSWORD = re.compile(r"(://[^/:@]*):[^/@]*@")
_PACKAGES = ("textual", "sqlmodel", "sqlalchemy", "alembic", "psycopg")

_MENDED = (3, 51, 3)
_MENDED_IN_OLDER = {(3, 44): 6, (3, 50): 7}


def versions(people: int) -> Iterator[Check]:
    """Look at the versions of what the program stands on; ``people`` is the number of the desk's reviewers."""
    yield ok("program", f"claim-workbench {__version__}, Python {platform.python_version()}")
    yield ok("packages", ", ".join(f"{name} {_version(name)}" for name in _PACKAGES))
    yield sqlite_library(sqlite3.sqlite_version_info, people)


def sqlite_library(release: tuple[int, ...], people: int) -> Check:
    """Look at SQLite's version: before 3.51.3 two programs that write at once can, rarely, damage the file."""
    found = "SQLite " + ".".join(map(str, release))
    if release >= _MENDED or release[2] >= _MENDED_IN_OLDER.get((release[0], release[1]), release[2] + 1):
        return ok("SQLite", found)
    if people < 2:
        return ok("SQLite", f"{found}, good for one program that writes at a time")
    return look(
        "SQLite",
        f"{found}, and {people} people write: before 3.51.3 programs that write at once can, rarely, damage a desk",
        "Use a Python with SQLite 3.51.3 or newer, or a PostgreSQL server; back up often until then.",
    )


def settings(path: Path, origins: Iterable[Origin]) -> Iterator[Check]:
    """Look at where the settings come from."""
    yield ok("settings file", f"{path}" if path.exists() else f"{path} is not there, and need not be")
    for key, value, where in origins:
        shown = _PASSWORD.sub(r"\1:…@", value) or "not set"
        yield ok(f"setting {key}", f"{shown} ({where})")


def sealed(sealing: Sealing) -> Iterator[Check]:
    """Seal something and open it again, if files of confidential sources are sealed at all."""
    if not sealing.program:
        return
    try:
        sealing.check()
    except WorkbenchError as problem:
        yield wrong("sealing", problem.message, problem.hint)
        return
    try:
        sealing.check_both_ways()
        yield ok("sealing", f"{sealing.program} seals for {len(sealing.recipients)} keys, one of them yours")
    except WorkbenchError as problem:
        yield look("sealing", f"{sealing.program} seals, and you can't open it: {problem.message}", problem.hint)


def folders(data: Path, desk: Path | None) -> Iterator[Check]:
    """Look at the data folder, the drafts in it, and a desk in a file: who may read and write them, and the room."""
    yield _private("data folder", data, folder=True)
    yield _private("drafts", data / "drafts", folder=True)
    if desk is None:
        return
    yield _private("desk file", desk, folder=False)
    kind = mounted_over_network(desk)
    if not kind:
        yield ok("file system", f"{desk.parent} lies on a disk of this machine")
    else:
        yield wrong(
            "file system",
            f"{desk.parent} lies on a network file system ({kind})",
            "Move the desk to a disk of this machine, or share a PostgreSQL server.",
        )
    yield _room(desk)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _private(name: str, path: Path, *, folder: bool) -> Check:
    try:
        mode = path.stat().st_mode
        above = path.parent.stat().st_mode
    except FileNotFoundError:
        return ok(name, f"{path} is not there yet")
    except OSError as problem:
        return wrong(name, f"{path}: {problem.strerror}", "Check the permissions of the folders above it.")
    if not os.access(path, os.R_OK | os.W_OK | (os.X_OK if folder else 0)):
        return wrong(name, f"{path} can't be read and written by you", f"chmod u+rw{'x' if folder else ''} '{path}'")
    reached = mode & 0o005 if folder else mode & 0o006 and above & 0o001
    if reached:
        return look(name, f"{path} can be read by everybody on this machine", f"chmod o-rwx '{path}'")
    return ok(name, f"{path}, mode {mode & 0o777:o}")


def _room(desk: Path) -> Check:
    there = next((folder for folder in desk.absolute().parents if folder.is_dir()), desk.parent)
    try:
        free = shutil.disk_usage(there).free
        size = desk.stat().st_size if desk.exists() else 0
    except OSError as problem:
        return wrong("free space", f"{there}: {problem.strerror}", "Check the disk.")
    found = f"{free // _MIB:,} MiB free, the desk has {size / _MIB:,.1f} MiB"
    if free < _NO_ROOM:
        return wrong("free space", found, "Make room: writes will fail.")
    if free < max(_LITTLE_ROOM, 2 * size):
        return look("free space", found, "Make room: a backup or an upgrade needs as much as the desk again.")
    return ok("free space", found)
