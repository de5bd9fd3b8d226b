"""Bytes that a person brings: a file of this machine, or standard input."""

import os
import stat
from pathlib import Path
from typing import BinaryIO, NamedTuple

from workbench.domain.text import printable
from workbench.errors import BadInput

_SPLIT = "Split it."

_KINDS = {
    stat.S_IFCHR: "a device, no file",
    stat.S_IFBLK: "a device, no file",
    stat.S_IFIFO: "a pipe, no file",
    stat.S_IFSOCK: "a socket, no file",
}


class Brought(NamedTuple):
    """Bytes, and what to call them."""

    content: bytes
    name: str


def from_file(
    location: str, largest: int, wanted: str = "a file", instead: str = _SPLIT, *, streams: bool = True
) -> Brought:
    """Read a regular file of at most this many bytes.

    Args:
        location: its path.
        largest: how many.
        wanted: what would do.
        instead: what to do with one that is larger.
        streams: whether standard input would do as well.

    Raises:
        BadInput: there is none, it is another thing, too large, or can't be read.

    """
    with opened(location, wanted, " or '-' for standard input" if streams else "") as stream:
        size = os.fstat(stream.fileno()).st_size
        name = printable(location)
        if size > largest:
            raise too_large(name, size, largest, instead)
        try:
            return Brought(stream.read(), name)
        except OSError as problem:
            raise _unreadable(name, problem) from None


def opened(location: str, wanted: str, otherwise: str = "") -> BinaryIO:
    """Open a regular file; nothing else is opened, for a pipe would wait and a device might never end.

    Args:
        location: its path.
        wanted: what would do.
        otherwise: what would do as well.

    Raises:
        BadInput: there is none, it is another thing, or can't be read.

    """
    if not location.strip():
        raise BadInput("Nothing is named.", f"Name {wanted}.")
    name, path = printable(location), Path(location)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise BadInput(f"{name} is a folder.", f"Name {wanted}.")
        if not stat.S_ISREG(mode):
            raise BadInput(
                f"{name} is {_KINDS.get(stat.S_IFMT(mode), 'no regular file')}.", f"Name {wanted}{otherwise}."
            )
        return path.open("rb")
    except FileNotFoundError:
        raise BadInput(f"There is no file {name}.", "Check the path.") from None
    except (OSError, ValueError) as problem:
        raise _unreadable(name, problem) from None


def _unreadable(name: str, problem: Exception) -> BadInput:
    words = problem.strerror if isinstance(problem, OSError) else "the name can't be a path"
    return BadInput(f"{name} can't be read: {words or problem}.", "Check the path and its permissions.")


def from_stream(stream: BinaryIO | None, largest: int, instead: str = _SPLIT) -> Brought:
    """Read standard input; ``instead`` says what to do where it is too large.

    Raises:
        BadInput: it is too large.

    """
    content = stream.read(largest + 1) if stream is not None else b""
    if len(content) > largest:
        raise too_large("Standard input", len(content), largest, instead)
    return Brought(content, "Standard input")


def too_large(name: str, size: int, largest: int, instead: str = _SPLIT) -> BadInput:
    """Say that something is larger than what is read."""
    return BadInput(f"{name} has {size / 1e6:.0f} MB; at most {largest // 1_000_000} MB are read.", instead)
