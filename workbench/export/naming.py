"""What files of an export are called: references, titles in plain letters, and the end of public ids."""

import re
import unicodedata

_LONGEST_SLUG = 48
_SHORT_ID = 8
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


def slug(title: str) -> str:
    """Write a title in ``a-z``, ``0-9`` and ``-``, at most 48 characters; empty where nothing is left of it."""
    plain_letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain_letters).strip("-")[:_LONGEST_SLUG].rstrip("-")


def named(reference: str, title: str, public_id: str) -> str:
    """Name something by its reference, its title and the end of its public id; at most 80 characters long."""
    short = re.sub(r"[^a-z0-9]", "", public_id.casefold())[-_SHORT_ID:]
    return "-".join(part for part in (reference.casefold(), slug(title), short) if part)


def is_name(text: str) -> bool:
    """Say whether this is a name as ``named`` gives it, which can name a file or a folder and lead nowhere else."""
    return _NAME.fullmatch(text) is not None
