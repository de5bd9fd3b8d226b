"""The folder of an index: opened, made where it is missing, made anew where it is damaged or of another version."""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import tantivy

from workbench.errors import WorkbenchError
from workbench.index.schema import EXACT, STEMS, VERSION, analysers, schema

_PANIC = "PanicException"

_OS_ERROR = re.compile(r"os error (\d{1,4})\b")
_OF_THE_DISK = re.compile(r"os error (?:5|13|28|30|122)\b")
"""How the library tells of a disk that fails, is full, may not be written, or is over its quota."""


class IndexDamaged(Exception):
    """The index can't be read as it is; it is made anew."""


def folder_of(cache: Path, desk: str) -> Path:
    """Name the folder of a desk's index, by the desk's public id and the version of the fields."""
    return cache / "index" / f"{desk}-v{VERSION}"


@contextmanager
def reading_index() -> Iterator[None]:
    """Turn what tantivy makes of a damaged file into ``IndexDamaged``.

    Raises:
        IndexDamaged: a file is missing, cut or changed.

    """
    try:
        yield
    except (ValueError, OSError) as problem:
        raise IndexDamaged(str(problem)) from problem
    except BaseException as problem:
        # A panic of the library is no Exception, and has no class that could be named here.
        if type(problem).__name__ != _PANIC:
            raise
        raise IndexDamaged(str(problem)) from problem


def open_index(folder: Path) -> tantivy.Index | None:
    """Open the index in a folder; None where there is none.

    Raises:
        IndexDamaged: it can't be read, or has other fields.

    """
    if not (folder / "meta.json").exists():
        return None
    with reading_index():
        return _ready(tantivy.Index(schema(), str(folder)))


def make_index(folder: Path) -> tantivy.Index:
    """Make an empty index in place of whatever is there; whoever calls holds ``only_writer``."""
    with _writable(folder):
        remove_index(folder)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return _ready(tantivy.Index(schema(), str(folder)))


def remove_index(folder: Path) -> None:
    """Take an index away; whoever calls holds ``only_writer``."""
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def only_writer(folder: Path) -> Iterator[bool]:
    """Say whether this process may write the index now; no other one may meanwhile. Nobody waits."""
    with _writable(folder):
        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(folder.with_name(f"{folder.name}.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(handle)


def clear_older(folder: Path, desk: str) -> None:
    """Remove what earlier versions of the program left of this desk's index; that of a later one stays."""
    for other in folder.parent.glob(f"{desk}-v*"):
        version = other.name.removeprefix(f"{desk}-v")
        if other.is_dir() and version.isdecimal() and int(version) < VERSION:
            shutil.rmtree(other, ignore_errors=True)
            other.with_name(f"{other.name}.lock").unlink(missing_ok=True)


@contextmanager
def _writable(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as problem:
        raise not_writable(folder, problem) from None


def of_the_disk(problem: Exception) -> bool:
    """Say whether a disk that is full or can't be written is to blame, and not what stands in the index."""
    return _OF_THE_DISK.search(str(problem)) is not None


def not_writable(folder: Path, problem: Exception) -> WorkbenchError:
    """Say that the index can't be kept."""
    told = _OS_ERROR.search(str(problem))
    words = os.strerror(int(told[1])) if told else getattr(problem, "strerror", None) or problem
    return WorkbenchError(
        f"The search index in {folder.parent} can't be written: {words}.",
        "Make room or set its permissions; it holds nothing that is not in the database, and can be removed.",
    )


def _ready(index: tantivy.Index) -> tantivy.Index:
    exact, stems = analysers()
    index.register_tokenizer(EXACT, exact)
    index.register_tokenizer(STEMS, stems)
    # Reloaded by hand where it is asked: a thread that watches the folder would outlive its folder.
    index.config_reader("manual", 0)
    return index
