"""Write a whole desk as lines of JSON, and take one in again: whole or not at all."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from claims_db.engine import Engine, location, open_engine
from claims_db.errors import BadLine, Conflict, RowUnfit
from claims_db.migrations.runner import HEAD, migrate, step
from claims_db.moving.dumping import dump
from claims_db.moving.loading import load
from claims_db.rows.dumps import Dumped, DumpLine, DumpRow
from claims_db.whole_files import part_beside, put, saying_of_disk
from workbench.desk.care.verifying import Anchor
from workbench.desk.one_file import file_of, write_file
from workbench.domain.counted import counted
from workbench.domain.progress import Progress, unheard
from workbench.export.jsonl import render_head, render_row
from workbench.sources.dump_files import DumpFile, open_dump

NAME = "desk.jsonl"
_OFTEN = 1_000


class DumpWritten(NamedTuple):
    """A dump that was written.

    Attributes:
        sha256, size: of the file.
        rows: how many rows are in it.
        head: the last entry of the journal.
        captures: how many captures refer to files that are not in it.

    """

    path: str
    sha256: str
    size: int
    rows: int
    head: Anchor
    captures: int


class DumpTaken(NamedTuple):
    """A dump that was taken in: into which database, how many rows, and the rest as in ``DumpWritten``."""

    database: str
    rows: int
    head: Anchor
    captures: int


def write_dump(engine: Engine, out: Path, progress: Progress = unheard) -> DumpWritten:
    """Write every row of a desk into a file; one that would stay the same is not touched.

    It holds what a backup holds, words about confidential sources among it, and only its owner may read it.

    Raises:
        StoreError: the desk can't be read or does not fit its journal, or the file can't be written.
        Stopped: nobody wants it any more; the file is as it was.

    """
    progress("verifying", 0, 0)
    migrate(engine)
    with dump(engine) as (dumped, rows):
        written = write_file(file_of(out, NAME), _rendered(dumped, rows, progress))
    return DumpWritten(
        str(written.path), written.sha256, written.size, dumped.head.rows, _anchor(dumped), dumped.captures
    )


def warning_words(done: DumpWritten) -> str:
    """Say what is in a dump that others may not see, and what is not in it, a line each."""
    words = "It holds what a backup holds: drafts, discussions and all that is said of confidential sources."
    if not done.captures:
        return words
    files = f"The files of {counted(done.captures, 'capture')} are not in it; copy the folder of the desk's evidence."
    return f"{words}\n{files}"


def take_dump(database: str, location_of_dump: str, progress: Progress = unheard) -> DumpTaken:
    """Take every row of a dump into an empty database; a file that is not there is made, and is whole or not there.

    Raises:
        BadInput: the dump can't be used; the message names the line.
        StoreError: the database holds a desk, or can't be written.
        Stopped: nobody wants it any more; nothing was stored.

    """
    with open_dump(location_of_dump) as file, _opened(database) as place, _empty(place) as engine:
        migrate(engine)
        try:
            dumped = load(engine, file.head, _heard(file, progress))
        except BadLine as bad:
            file.refuse(bad.why, bad.line)
        except RowUnfit as unfit:
            file.refuse(unfit.why, _line_of(location_of_dump, unfit))
    return DumpTaken(location(place), dumped.head.rows, _anchor(dumped), dumped.captures)


def _rendered(dumped: Dumped, rows: Iterable[DumpRow], progress: Progress) -> Iterator[bytes]:
    yield render_head(dumped.head)
    for at, row in enumerate(rows):
        if at % _OFTEN == 0:
            progress("writing", at, dumped.head.rows)
        yield render_row(row)


def _heard(file: DumpFile, progress: Progress) -> Iterator[DumpLine]:
    for line in file.lines():
        if line.number % _OFTEN == 0:
            progress("reading", line.number, file.head.rows)
        yield line
    progress("verifying", 0, 0)


def _line_of(dump_file: str, unfit: RowUnfit) -> int:
    """Look for the line of a row; 0 where the row is missing from the file."""
    with open_dump(dump_file) as file:
        for number, row, _ in file.lines():
            if row.table == unfit.entity and row.field("public_id") == unfit.public_id:
                return number
    return 0


@contextmanager
def _empty(place: Engine) -> Iterator[Engine]:
    """Give the database that takes a desk in; a new file gets its name when the desk in it is whole."""
    path = Path(str(place.url.database))
    if place.dialect.name != "sqlite" or path.exists():
        if step(place) not in {None, HEAD}:
            raise Conflict(f"{location(place)} is a desk already.", "Name a new file with --database.")
        yield place
        return
    with saying_of_disk(path), part_beside(path) as part:
        with _opened(str(part)) as engine:
            yield engine
        put(part, path, replace=False)


@contextmanager
def _opened(database: str) -> Iterator[Engine]:
    engine = open_engine(database)
    try:
        yield engine
    finally:
        engine.dispose()


def _anchor(dumped: Dumped) -> Anchor:
    return Anchor(dumped.head.sequence, dumped.head.hash)
