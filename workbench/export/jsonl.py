"""A whole desk as lines of JSON, the same bytes for the same desk: a head, then one row of one table a line.

Keys are sorted, lines end in line feeds, the text is UTF-8; nothing of the machine or of the time of writing goes in.
"""

import json

from claims_db.rows.dumps import DumpHead, DumpRow
from workbench.domain.dump_words import HASH, HEAD, ROWS, SCHEMA, SCHEMA_NOW, SEQUENCE

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def render_head(head: DumpHead) -> bytes:
    """Write the first line: the schema, how many rows follow, and where the journal ends."""
    return _line({SCHEMA: SCHEMA_NOW, ROWS: head.rows, HEAD: {SEQUENCE: head.sequence, HASH: head.hash}})


def render_row(row: DumpRow) -> bytes:
    """Write one row as an object in an object: the name of its table, and below it its fields."""
    return _line({row.table: dict(row.fields)})


def _line(value: object) -> bytes:
    return _encode(value).encode("utf-8") + b"\n"
