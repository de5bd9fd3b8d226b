"""Bytes that a person brings: a file of this machine, or standard input."""

import stat
from pathlib import Path
from typing import BinaryIO, NamedTuple

from workbench.domain.text import printable
from workbench.errors import BadInput


class Brought(NamedTuple):
    """Bytes, and what to call them."""

    content: bytes
    name: str


def from_file(location: str, largest: int, wanted: str = "a file") -> Brought:
    """Read a regular file of at most this many bytes; ``wanted`` says what would do.

    Raises:
        BadInput: there is none, it is another thing, too large, or can't be read.

    """
    if not location.strip():
        raise BadInput("Nothing is named.", f"Name {wanted}.")
    name = printable(location)
    path = Path(location)
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise BadInput(f"{name} is a folder.", f"Name {wanted}.")
        if not stat.S_ISREG(found.st_mode):
            raise BadInput(f"{name} is no regular file.", f"Name {wanted}, or '-' for standard input.")
        if found.st_size > largest:
            raise too_large(name, found.st_size, largest)
        return Brought(path.read_bytes(), name)
    except FileNotFoundError:
        raise BadInput(f"There is no file {name}.", "Check the path.") from None
    except (OSError, ValueError) as problem:
        words = problem.strerror if isinstance(problem, OSError) else "the name can't be a path"
        raise BadInput(f"{name} can't be read: {words or problem}.", "Check the path and its permissions.") from None


def from_stream(stream: BinaryIO | None, largest: int) -> Brought:
    """Read standard input.

    Raises:
        BadInput: it is too large.

    """
    content = stream.read(largest + 1) if stream is not None else b""
    if len(content) > largest:
        raise too_large("Standard input", len(content), largest)
    return Brought(content, "Standard input")


def too_large(name: str, size: int, largest: int) -> BadInput:
    """Say that something is larger than what is read."""
    return BadInput(f"{name} has {size / 1e6:.0f} MB; the largest text is {largest // 1_000_000} MB.", "Split it.")
