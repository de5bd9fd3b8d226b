"""What was read out of captured bytes, and by what."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import rfc8785

from workbench.domain.evidence.locators import Cue

PLAIN, PLAIN_VERSION = "workbench.markup", "1"
"""What reads all words of a page."""


class Told(NamedTuple):
    """Something a document says of itself, and where it says so."""

    value: str
    origin: str


@dataclass(frozen=True)
class FoundText:
    """The text of a document.

    Attributes:
        text: the text, empty where there is none.
        tool, tool_version: what read it.
        settings: how it was told to read.
        encoding: how bytes became characters, where that had to be told.
        pages: where each page begins and ends in the text, in characters; empty for a document without pages.
        told: what the document says of itself, by ``title``, ``author``, ``outlet``, ``published``, ``language``,
            ``canonical_url``.
        note: what is worth knowing, such as why another tool had to read it.
        whole: all words of a page of which ``text`` is the article alone; empty elsewhere.
        hidden: words that readers are not shown, as far as the document itself tells; they stand in ``whole`` or
            ``text`` as well.
        cues: when the words of a transcript were said, and by whom.

    """

    text: str
    tool: str
    tool_version: str
    settings: Mapping[str, bool | int | str]
    encoding: str = ""
    pages: tuple[tuple[int, int], ...] = ()
    told: tuple[tuple[str, Told], ...] = ()
    note: str = ""
    whole: str = ""
    hidden: str = ""
    cues: tuple[Cue, ...] = ()


class Unreadable(Exception):
    """A document is built so that its text is not read: too large, too deep, encrypted or broken."""


def settings_digest(settings: Mapping[str, bool | int | str]) -> str:
    """Give the digest of settings, for a record of what was read how."""
    return hashlib.sha256(rfc8785.dumps(dict(settings))).hexdigest()
