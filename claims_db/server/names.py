"""The names of a desk's database roles; roles are the whole server's, so the names carry the database's."""

import hashlib

from claims_db.vocabulary import Role

LONGEST = 63
"""How many bytes of a name PostgreSQL keeps."""


def group(database: str, role: Role) -> str:
    """Name the database role whose members may do at a desk what a role of people may."""
    return _named(database, role.value)


def owner(database: str) -> str:
    """Name the database role that owns a desk's tables; no person of the desk is a member."""
    return _named(database, "owner")


def quoted(name: str) -> str:
    """Write a name as SQL takes it, whatever stands in it."""
    return '"' + name.replace('"', '""') + '"'


def _named(database: str, suffix: str) -> str:
    name = f"{database}_{suffix}"
    if len(name.encode()) <= LONGEST:
        return name
    # Cut names would be the same for databases whose names begin alike.
    digest = hashlib.sha256(database.encode()).hexdigest()[:16]
    return f"{database.encode()[: LONGEST - len(suffix) - 18].decode(errors='ignore')}_{digest}_{suffix}"


def literal(words: str) -> str:
    """Write a text as SQL takes it, whatever stands in it."""
    escaped = words.replace("'", "''")
    return " E'" + escaped.replace("\\", "\\\\") + "'" if "\\" in words else "'" + escaped + "'"
