"""Back a desk up into a file, and put a backup in a desk's place."""

import re
import unicodedata
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from claims_db import backups
from claims_db.backups import Copied
from workbench.desk.care.verifying import Anchor, Misfit, misfit_of
from workbench.domain.progress import Progress, unheard


class Backup(NamedTuple):
    """A copy of a desk that was written and looked at.

    Attributes:
        head: the last entry of its journal.
        size: its bytes.
        misfits: what does not fit the journal, in the desk as in the copy.
        kept: where the desk is now that a backup replaced; empty where there was none.

    """

    path: str
    head: Anchor
    size: int
    misfits: tuple[Misfit, ...]
    kept: str


def back_up(desk: Path, target: Path | None, now: int, *, replace: bool, progress: Progress = unheard) -> Backup:
    """Copy a desk's present state into a file, by default one of the working folder named after desk and time."""
    path = target or Path(f"{_plain(backups.name_of(desk))}-{_stamp(now)}.sqlite3")

    def told(done: int, whole: int) -> None:
        progress("copying" if whole else "verifying the copy", done, whole)

    return _backup(backups.back_up(desk, path, replace=replace, told=told))


def restore(backup: Path, desk: Path, now: int, *, replace: bool) -> Backup:
    """Put a copy of a backup in a desk's place; a desk that stands there is kept beside it."""
    kept = desk.with_name(f"{desk.stem}.replaced-{_stamp(now)}{desk.suffix}") if replace else None
    return _backup(backups.restore(backup, desk, kept))


def _backup(copied: Copied) -> Backup:
    last = Anchor(copied.head.sequence, copied.head.hash.hex())
    misfits = tuple(map(misfit_of, copied.findings))
    return Backup(str(copied.path), last, copied.size, misfits, str(copied.kept or ""))


def _stamp(micros: int) -> str:
    return datetime.fromtimestamp(micros // 1_000_000, UTC).strftime("%Y%m%dT%H%M%SZ")


def _plain(name: str) -> str:
    """Give a name as every file system takes it."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return re.sub("[^a-z0-9]+", "-", letters).strip("-")[:60] or "desk"
