"""A file of an export before it is written."""

from typing import NamedTuple


class RenderedFile(NamedTuple):
    """A file: its name inside of the folder, of ``a-z``, ``0-9``, ``-``, ``_``, ``.`` and ``/``, and its bytes.

    ``claim`` is the public id of the one claim that it tells of; empty where it tells of several or of none.
    """

    name: str
    content: bytes
    claim: str = ""
