"""Hash a long journal with two processes: each entry names the hash before it, so both halves can be checked apart.

The process beside this one knows only the file; where it can't be started, or stops before its end, its half
is hashed here.
"""

import json
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from claims_db.journal.chain import broken, driver_of, head
from claims_db.journal.framing import GENESIS, Broken, Head, misfits
from claims_db.journal.stored import journal_batches
from claims_db.own_process import start
from claims_db.tables import METADATA

if TYPE_CHECKING:
    import subprocess

WORTH_IT = 60_000
"""Entries from which on a second process saves more than its start costs."""

_JOURNAL = METADATA.tables["journal"].c


def broken_in_halves(connection: Connection) -> Iterator[Broken]:
    """Name the entries that do not fit, in the order of the chain; what is not committed yet may be missed."""
    last, path = head(connection), connection.engine.url.database
    if connection.dialect.name != "sqlite" or not path or (os.cpu_count() or 1) < 2:
        return broken(connection)
    if not isinstance(last.sequence, int) or last.sequence < WORTH_IT:
        return broken(connection)
    middle = last.sequence // 2
    seam = connection.execute(select(_JOURNAL.hash).where(_JOURNAL.sequence == middle)).scalar()
    if not isinstance(seam, bytes):
        return broken(connection)
    return _in_halves(connection, path, Head(middle, seam), last)


def _in_halves(connection: Connection, path: str, middle: Head, end: Head) -> Iterator[Broken]:
    driver = driver_of(connection)
    other = _started(path, middle, end.sequence)
    try:
        # The entry in the middle is hashed here, and the other half must go on from its hash: no seam is left out.
        yield from misfits(journal_batches(driver, None, middle.sequence), Head(0, GENESIS))
        found = None if other is None else _answer(other, end)
        if found is None:
            found = list(misfits(journal_batches(driver, middle.sequence), middle))
        yield from found
    finally:
        if other is not None:
            with other:
                other.kill()


def _started(path: str, middle: Head, end: int) -> "subprocess.Popen[bytes] | None":
    arguments = [path, str(middle.sequence), middle.hash.hex(), str(end)]
    try:
        return start("claims_db.journal.half_worker", *arguments)
    except OSError:
        return None


def _answer(other: "subprocess.Popen[bytes]", end: Head) -> list[Broken] | None:
    """Give what the other process found, None where it did not come to the end of the journal."""
    try:
        *found, (sequence, hashed) = [json.loads(line) for line in other.communicate()[0].splitlines()]
        reached = Head(sequence, bytes.fromhex(hashed))
        return [Broken(int(sequence), reason) for sequence, reason in found] if reached == end else None
    except (ValueError, TypeError):
        return None
