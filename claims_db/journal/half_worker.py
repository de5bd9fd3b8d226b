"""The process that hashes the second half of a long journal: one line of JSON for each entry that does not fit.

Arguments: the file, the sequence and the hash of the entry before, the last sequence. Its last line is the
entry it came to, by which the other process knows that all of the half was looked at.
"""

import json
import sqlite3
import sys
from collections.abc import Generator
from pathlib import Path

from claims_db.journal.framing import Broken, Head, misfits
from claims_db.journal.stored import journal_batches


def main() -> None:
    """Hash the entries and print what does not fit."""
    path, above, previous, until = sys.argv[1:]
    connection = sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    connection.execute("BEGIN")
    before = Head(int(above), bytes.fromhex(previous))
    last = _write(misfits(journal_batches(connection, before.sequence, int(until)), before))
    sys.stdout.write(json.dumps([last.sequence, last.hash.hex()]) + "\n")
    connection.close()


def _write(entries: Generator[Broken, None, Head]) -> Head:
    """Write what does not fit, one line an entry; give the entry that it ends with."""
    while True:
        try:
            entry = next(entries)
        except StopIteration as end:
            last: Head = end.value
            return last
        sys.stdout.write(json.dumps(entry) + "\n")


if __name__ == "__main__":
    main()
