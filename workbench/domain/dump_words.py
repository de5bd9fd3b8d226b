"""The words of a dump's first line, which who writes it and who reads it share."""

from typing import Final

SCHEMA: Final = "schema"
FAMILY: Final = "desk/"
SCHEMA_NOW: Final = f"{FAMILY}1"
"""The version of dumps that is written and read."""

ROWS: Final = "rows"
HEAD: Final = "head"
SEQUENCE: Final = "sequence"
HASH: Final = "hash"
