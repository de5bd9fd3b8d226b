"""A file of an export before it is written."""

from typing import NamedTuple


class RenderedFile(NamedTuple):
    """A file: its name inside of the folder, of ``a-z``, ``0-9``, ``-``, ``_``, ``.`` and ``/``, and its bytes."""

    name: str
    content: bytes
