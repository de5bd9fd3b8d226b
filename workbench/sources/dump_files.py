"""Read a dump of a whole desk line by line, as if a stranger had written it.

A line is read up to a limit, is UTF-8 with one JSON object in it, and ends in a line feed. Nothing is taken for
something else: no key twice, no fraction, no number that is none. What the rows mean is for the database to say.
"""

import json
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from claims_db.rows.dumps import DumpHead, DumpLine, DumpRow
from workbench.domain.dump_words import FAMILY, HASH, HEAD, ROWS, SCHEMA, SCHEMA_NOW, SEQUENCE
from workbench.domain.text import printable
from workbench.errors import BadInput

LONGEST_LINE = 200_000_000
"""How many bytes a line may have; the longest that are written hold two texts of an article."""

_LONGEST_HEAD = 1_000
_DIGEST = re.compile("[0-9a-f]{64}", re.ASCII)
_ANEW = "Nothing was stored. Take another copy of the file, or write it anew with 'workbench export --format jsonl'."


def is_dump(location: str) -> bool:
    """Say by its first line whether a file is a dump of a desk; a file that can't be read is none."""
    try:
        if not stat.S_ISREG(Path(location).stat().st_mode):
            return False
        with Path(location).open("rb") as file:
            words = json.loads(file.readline(_LONGEST_HEAD))
    except (OSError, ValueError, RecursionError):
        return False
    named = words.get(SCHEMA) if isinstance(words, dict) else None
    return isinstance(named, str) and named.startswith(FAMILY)


class DumpFile:
    """An open dump; it is read once."""

    def __init__(self, file: BinaryIO, location: str) -> None:
        """Begin to read.

        Raises:
            BadInput: the first line is not that of a dump which this version reads.

        """
        self._file = file
        self._name = printable(location)
        self._number = self._size = 0
        self.head = self._head()

    def lines(self) -> Iterator[DumpLine]:
        """Give the rows with their lines.

        Raises:
            BadInput: a line can't be used, or there are more or fewer than the first line says.

        """
        while (words := self._next()) is not None:
            if self._number - 1 > self.head.rows:
                self._refuse(f"the first line names {self.head.rows} rows, and this is one more")
            ((table, fields), *more) = words.items() or [("", None)]
            if more or not isinstance(fields, dict):
                self._refuse("it is not one row of one table")
            yield DumpLine(self._number, DumpRow(table, tuple(fields.items())), self._size)
        if self._number - 1 < self.head.rows:
            self._refuse(f"the file ends here, after {self._number - 1} of {self.head.rows} rows: it was cut off")

    def refuse(self, why: str, line: int) -> NoReturn:
        """Say what is wrong with a line; with 0, what is wrong with the whole."""
        where = f", line {line}" if line else ""
        raise BadInput(f"{self._name}{where}: {printable(why)}.", _ANEW)

    def _refuse(self, why: str) -> NoReturn:
        self.refuse(why, self._number)

    def _next(self) -> dict[str, Any] | None:
        content = self._file.readline(LONGEST_LINE + 1)
        if not content:
            return None
        self._number, self._size = self._number + 1, len(content)
        if len(content) > LONGEST_LINE:
            self._refuse(f"it is longer than {LONGEST_LINE:,} bytes")
        if not content.endswith(b"\n"):
            self._refuse("it has no end: the file was cut off")
        try:
            found = _decode(content.decode("utf-8"))
        except UnicodeDecodeError as problem:
            self._refuse(f"it is not UTF-8 (byte {problem.start})")
        except (ValueError, RecursionError) as problem:
            self._refuse(str(problem) if isinstance(problem, _NotHere) else "it is no JSON object")
        if not isinstance(found, dict):
            self._refuse("it is no JSON object")
        return found

    def _head(self) -> DumpHead:
        words = self._next() or {}
        schema, head, rows = words.get(SCHEMA), words.get(HEAD), words.get(ROWS)
        if isinstance(schema, str) and schema.startswith(FAMILY) and schema != SCHEMA_NOW:
            raise BadInput(
                f"{self._name} is of the version {printable(schema)!r}; this program reads {SCHEMA_NOW!r}.",
                "Upgrade: pip install -U claim-workbench",
            )
        if schema != SCHEMA_NOW or not isinstance(head, dict):
            self._refuse("it does not begin as a dump of a desk does")
        sequence, digest = head.get(SEQUENCE), head.get(HASH)
        if type(rows) is not int or type(sequence) is not int or not _DIGEST.fullmatch(str(digest)):
            self._refuse("it does not say how many rows follow and where the journal ends")
        return DumpHead(rows, sequence, str(digest))


@contextmanager
def open_dump(location: str) -> Iterator[DumpFile]:
    """Open a dump.

    Raises:
        BadInput: there is no such file, it can't be read, or it is no dump.

    """
    name = printable(location)
    try:
        path = Path(location)
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            raise BadInput(f"{name} is no regular file.", "Name a file.")
        file = path.open("rb")
    except FileNotFoundError:
        raise BadInput(f"There is no file {name}.", "Check the path.") from None
    except (OSError, ValueError) as problem:
        why = problem.strerror if isinstance(problem, OSError) else "the name can't be a path"
        raise BadInput(f"{name} can't be read: {why or problem}.", "Check the path and its permissions.") from None
    with file:
        yield DumpFile(file, location)


class _NotHere(ValueError):
    """Something that JSON allows and a dump never has."""


def _refused(why: str) -> Callable[[str], NoReturn]:
    def refuse(_: str) -> NoReturn:
        raise _NotHere(why)

    return refuse


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _NotHere("a key stands in it twice")
    return found


_no_number = _refused("it has a number that is not whole")
_decode = json.JSONDecoder(object_pairs_hook=_once, parse_float=_no_number, parse_constant=_no_number).decode
