"""Rows as the driver gives them, whatever stands in them: what was tampered with may be no word and no list."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

from claims_db.journal.framing import COLUMNS, Row

_BATCH = 1_000


class Cursor(Protocol):
    """What is used of a driver's cursor."""

    def execute(self, sql: str, values: Sequence[object], /) -> object:
        """Ask."""

    def fetchall(self) -> list[Any]:
        """Give the answer."""


class Driver(Protocol):
    """What is used of a driver's connection."""

    def cursor(self) -> Any:  # noqa: ANN401 - each driver has a class of its own
        """Give a cursor."""


def rows_in_order(driver: Driver, columns: str, table: str, key: str, above: object = None) -> Iterator[list[Row]]:
    """Give the rows of a table in batches, in the order of a key that no two rows share.

    Args:
        driver: the driver's connection, in a transaction that sees one state.
        columns: what to read of each row, in SQL; the key comes first.
        table: the table, in SQL.
        key: the column to go by.
        above: begin after this key.

    """
    cursor = driver.cursor()
    mark = "?" if isinstance(driver, sqlite3.Connection) else "%s"
    opening = f"SELECT {columns} FROM {table}"  # noqa: S608 - names of tables and columns, none from outside
    ending = f"ORDER BY {key} LIMIT {_BATCH}"
    while True:
        if above is None:
            rows = _fetched(driver, cursor, f"{opening} {ending}", ())
        else:
            rows = _fetched(driver, cursor, f"{opening} WHERE {key} > {mark} {ending}", (above,))
        if not rows:
            return
        yield rows
        above = rows[-1][0]


def journal_batches(driver: Driver, above: int | None = None, until: int | None = None) -> Iterator[list[Row]]:
    """Give the entries of the journal in batches; ``until`` is the last sequence to give."""
    for batch in rows_in_order(driver, ", ".join(COLUMNS), "journal", "sequence", above):
        if until is not None and not _up_to(batch[-1], until):
            yield [row for row in batch if _up_to(row, until)]
            return
        yield batch


def _up_to(row: Row, until: int) -> bool:
    """Say whether an entry stands no later; texts stand behind all numbers."""
    return isinstance(row[0], int | float) and row[0] <= until


def _fetched(driver: Driver, cursor: Cursor, sql: str, values: Sequence[object]) -> list[Row]:
    """Ask; where a text is not UTF-8 ask again for texts that can hold such bytes, and so fit nothing."""
    try:
        cursor.execute(sql, values)
        return cursor.fetchall()
    except sqlite3.OperationalError as problem:
        if not isinstance(driver, sqlite3.Connection) or "decode" not in str(problem):
            raise
        usual: Callable[[bytes], object] = driver.text_factory
        driver.text_factory = lambda text: text.decode("utf-8", "surrogateescape")
        try:
            cursor.execute(sql, values)
            return cursor.fetchall()
        finally:
            driver.text_factory = usual
