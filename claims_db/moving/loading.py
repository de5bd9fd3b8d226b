"""Take the rows of a dump into an empty database; whatever is wrong with one of them is told with its line.

Rows come in the order in which they were stored, so that what they point to is there before them. All of it is one
transaction, which reads the dump as it goes: nobody else waits for a database that is empty.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from sqlalchemy import Connection, Engine, Table, select, update
from sqlalchemy.exc import DataError, IntegrityError

from claims_db.errors import BadLine, RowUnfit, StoreError
from claims_db.journal.framing import COLUMNS, GENESIS, Head, misfits
from claims_db.journal.verify import verify
from claims_db.moving.dumping import CLAIM, UNUSED_BEFORE
from claims_db.moving.empty_desk import taking_in
from claims_db.moving.fields import Field, checked_id, fields_of
from claims_db.repositories.writing import parts
from claims_db.rows.dumps import Dumped, DumpHead, DumpLine
from claims_db.tables import GAP, METADATA
from claims_db.tables.inserting import plain_insert

_AT_ONCE, _BYTES_AT_ONCE = 500, 20_000_000
_JOURNAL = "journal"
_LAST_PLACE = 2**62 // GAP
_ENTRY = tuple(METADATA.tables[_JOURNAL].c.keys().index(name) for name in COLUMNS)
_REFUSED = (IntegrityError, DataError)


class _Pointer(NamedTuple):
    """A field that points to another row by its public id, until its key is known."""

    line: int
    field: Field
    public_id: str


class _Ready(NamedTuple):
    """A row as the driver takes it, but for what it points to."""

    line: int
    values: list[object]
    pointers: list[tuple[int, _Pointer]]


def load(target: Engine, head: DumpHead, lines: Iterable[DumpLine]) -> Dumped:
    """Write every row of a dump.

    Raises:
        BadLine: a row can't be taken in.
        RowUnfit: a row is not as the journal says.
        Conflict: the database holds rows.
        NotAllowed: on a server, the login does not own the tables.

    """
    with taking_in(target) as connection:
        loading = _Loading(connection)
        for some in _batches(lines):
            loading.take(some)
        loading.finish()
        finding = next(verify(connection), None)
        if finding is not None:
            raise RowUnfit(finding.where, finding.what, finding.entity, finding.public_id)
        if loading.last != Head(head.sequence, bytes.fromhex(head.hash)):
            raise BadLine(1, "the journal does not end with the entry that the first line names")
        if loading.count("desk") != 1:
            raise StoreError("The dump holds no desk, or several.", "Write it anew from the desk.")
        return Dumped(head, loading.count("capture"))


def _batches(lines: Iterable[DumpLine]) -> Iterator[list[DumpLine]]:
    """Give rows of one table at a time, and not too many or too long ones."""
    some, size = list[DumpLine](), 0
    for line in lines:
        size += line.size
        if some and (len(some) == _AT_ONCE or size > _BYTES_AT_ONCE or some[0].row.table != line.row.table):
            yield some
            some, size = [], line.size
        some.append(line)
    if some:
        yield some


class _Loading:
    """The tables that are being filled: how far each is, and what is still to be pointed to."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._keys = dict.fromkeys(METADATA.tables, 0)
        self._counts = dict.fromkeys(METADATA.tables, 0)
        self._later: list[tuple[Table, int, _Pointer]] = []
        self.last = Head(0, GENESIS)

    def count(self, table: str) -> int:
        """Say how many rows of a table came."""
        return self._counts[table]

    def take(self, lines: Sequence[DumpLine]) -> None:
        """Write rows of one table."""
        name = lines[0].row.table
        table = METADATA.tables.get(name)
        if table is None:
            raise BadLine(lines[0].number, f"this version knows no table {name!r}")
        ready = [self._ready(table, line) for line in lines]
        self._point(table, ready)
        if name == _JOURNAL:
            self._chain(ready)
        self._write(table, ready)
        self._counts[name] += len(ready)

    def finish(self) -> None:
        """Let rows point to rows of their own table, now that all of them are there."""
        rest = iter(self._later)
        while some := list(islice(rest, _AT_ONCE)):
            keys = self._keys_of([pointer for _, _, pointer in some])
            for table, key, pointer in some:
                values = {pointer.field.name: _found(keys, pointer)}
                self._connection.execute(update(table).where(table.c.id == key).values(values))

    def _ready(self, table: Table, line: DumpLine) -> _Ready:
        fields, given = fields_of(table.name), dict(line.row.fields)
        pointers: list[tuple[int, _Pointer]] = []
        values: list[object] = []
        if "id" in table.c:
            values.append(self._key(table, given.pop(UNUSED_BEFORE, 0) if table.name == CLAIM else 0, line.number))
        for field in fields:
            value = given.pop(field.name, field)
            if value is field:
                if field.needed:
                    raise BadLine(line.number, f"{field.name} is missing")
                values.append(field.default)
            elif value is None:
                if not field.optional:
                    raise BadLine(line.number, f"{field.name} is empty")
                values.append(None)
            else:
                try:
                    if field.target:
                        pointers.append((len(values), _Pointer(line.number, field, checked_id(value))))
                        values.append(None)
                    else:
                        values.append(field.taken(value))
                except ValueError as problem:
                    raise BadLine(line.number, f"{field.name} {problem}") from None
        if given:
            raise BadLine(line.number, f"the table {table.name} has no {min(given)!r} in this version")
        return _Ready(line.number, values, pointers)

    def _key(self, table: Table, unused: object, line: int) -> int:
        key = self._keys[table.name] + 1
        if type(unused) is not int or not 0 <= unused <= _LAST_PLACE - key:
            raise BadLine(line, f"{UNUSED_BEFORE} is no number of places")
        self._keys[table.name] = key + unused
        return key + unused

    def _point(self, table: Table, ready: Sequence[_Ready]) -> None:
        """Put keys in the place of public ids; where a row may point to one that comes later, remember it."""
        now = list[tuple[_Ready, int, _Pointer]]()
        for row in ready:
            for at, pointer in row.pointers:
                if pointer.field.target == table.name:
                    self._later.append((table, int(str(row.values[0])), pointer))
                else:
                    now.append((row, at, pointer))
        keys = self._keys_of([pointer for _, _, pointer in now])
        for row, at, pointer in now:
            row.values[at] = _found(keys, pointer)

    def _keys_of(self, pointers: Sequence[_Pointer]) -> dict[tuple[str, str], int]:
        """Give the keys of the rows that are pointed to, by table and public id; one that is not there is left out."""
        wanted: dict[str, set[str]] = {}
        for pointer in pointers:
            wanted.setdefault(pointer.field.target, set()).add(pointer.public_id)
        found = {}
        for target, public_ids in wanted.items():
            columns = METADATA.tables[target].c
            for some in parts(sorted(public_ids)):
                query = select(columns.public_id, columns.id).where(columns.public_id.in_(some))
                found.update({(target, row[0]): int(row[1]) for row in self._connection.execute(query)})
        return found

    def _chain(self, ready: Sequence[_Ready]) -> None:
        """Hash entries of the journal again."""
        rows = [tuple(row.values[at] for at in _ENTRY) for row in ready]
        hashed = misfits([rows], self.last)
        while True:
            try:
                broken = next(hashed)
            except StopIteration as end:
                self.last = end.value
                return
            line = next((row.line for row in ready if row.values[_ENTRY[0]] == broken.sequence), ready[0].line)
            raise BadLine(line, f"the journal's chain breaks here: {broken.reason}")

    def _write(self, table: Table, ready: Sequence[_Ready]) -> None:
        """Write rows; where the database refuses one of them, say which."""
        write = plain_insert(self._connection, table)
        try:
            with self._connection.begin_nested():
                write([row.values for row in ready])
        except _REFUSED:
            for row in ready:
                try:
                    with self._connection.begin_nested():
                        write([row.values])
                except _REFUSED:
                    raise BadLine(
                        row.line, f"a row of the table {table.name} is there twice, or breaks a rule"
                    ) from None
            raise


def _found(keys: dict[tuple[str, str], int], pointer: _Pointer) -> int:
    key = keys.get((pointer.field.target, pointer.public_id))
    if key is None:
        raise BadLine(pointer.line, f"{pointer.field.name} points to a {pointer.field.target} that is not there")
    return key
