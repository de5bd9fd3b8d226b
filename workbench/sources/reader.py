"""Read what a person names: a file, standard input or a web address."""

import hashlib
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from claims_db.rows import DateRow
from workbench.domain.dates import parse_date
from workbench.domain.progress import HowFar, Progress, step_of, unheard
from workbench.domain.text import printable
from workbench.errors import BadInput
from workbench.sources.addresses import is_address
from workbench.sources.brought import from_file, from_stream, too_large
from workbench.sources.decoding import decode
from workbench.sources.document import Document
from workbench.sources.pages import PageReader
from workbench.sources.priors.reading import Feed, open_feed

LARGEST = 10_000_000
"""Bytes of the largest text that is read."""

_PAGE_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
_PAGE_START = re.compile(
    r"\s*+(?:<\?xml[^>]{0,200}>\s*+)?(?:(?><!--.{0,2000}?-->)\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_LONGEST_TITLE = 200


class _Bytes(NamedTuple):
    content: bytes
    name: str
    url: str
    content_type: str


class Reader:
    """Reads texts; keeps the process that reads pages until it is closed.

    ``allowed`` are the origins of the user's own services, exactly as the settings name them.
    """

    def __init__(self, pages: PageReader | None = None, allowed: frozenset[str] = frozenset()) -> None:
        self._pages = pages or PageReader()
        self._allowed = allowed

    def read(self, location: str, stdin: BinaryIO | None = None, progress: Progress = unheard) -> Document:
        """Read a path, ``-`` for standard input, or an http or https address.

        Raises:
            BadInput: missing, unreadable, empty, binary, too large, or in an unknown encoding.
            NotFetched: the address was refused or did not answer.
            Stopped: nobody wants it any more.

        """
        if location == "-":
            came = _from_stream(stdin)
        elif is_address(location):
            came = _from_web(location, self._allowed, step_of(progress, "fetching"))
        else:
            came = _from_file(location)
        return self._document(came, location, lambda: progress("reading", 0, 0))

    def feed(self, location: str, hear: HowFar) -> AbstractContextManager[Feed]:
        """Open prior checks of other desks: a path, or an http or https address; ``hear`` hears how much has come.

        Raises:
            BadInput: there is no such file, or it can't be read.
            NotFetched: the address was refused or did not answer.
            Stopped: nobody wants it any more.

        """
        return open_feed(location, self._allowed, hear)

    def close(self) -> None:
        """End the process that reads pages."""
        self._pages.close()

    def _document(self, came: _Bytes, location: str, wanted: Callable[[], None]) -> Document:
        charset = _CHARSET.search(came.content_type)
        text, encoding = decode(came.content, came.name, charset[1] if charset else "")
        if not text.strip():
            raise BadInput(f"{came.name} is empty.", "Give a text with at least one sentence.")
        sha256 = hashlib.sha256(came.content).hexdigest()
        if not _is_page(came, text):
            return Document(text, "text/plain", encoding, location, came.url, _title(text), "", "", None, "", sha256)
        page = self._pages.read(text, came.url, came.name, wanted)
        return Document(
            page.text,
            "text/html",
            encoding,
            location,
            came.url or _web(page.url),
            page.title,
            page.outlet,
            page.byline,
            _date(page.published),
            page.language,
            sha256,
        )


def _from_file(location: str) -> _Bytes:
    content, name = from_file(location, LARGEST, "a text or HTML file")
    return _Bytes(content, name, "", "text/html" if Path(location).suffix.casefold() in _PAGE_ENDINGS else "")


def _from_stream(stream: BinaryIO | None) -> _Bytes:
    return _Bytes(*from_stream(stream, LARGEST), "", "")


def _from_web(location: str, allowed: frozenset[str], hear: HowFar) -> _Bytes:
    from workbench.sources.fetch import fetch  # noqa: PLC0415 - requests costs 100 ms, and most texts are files
    from workbench.sources.guarded import Limits  # noqa: PLC0415 - as above

    fetched = fetch(location, Limits(allowed=allowed), hear=hear)
    name = printable(location[:120])
    if len(fetched.body) > LARGEST:
        raise too_large(name, len(fetched.body), LARGEST)
    return _Bytes(fetched.body, name, fetched.url, fetched.content_type)


def _is_page(came: _Bytes, text: str) -> bool:
    declared = came.content_type.split(";", 1)[0].strip().casefold()
    return declared in {"text/html", "application/xhtml+xml"} or (
        declared != "text/plain" and _PAGE_START.match(text[:8192]) is not None
    )


def _title(text: str) -> str:
    """Take the first line as the title where it is short and a blank line follows."""
    lines = text.lstrip().splitlines()
    first = lines[0].strip() if lines else ""
    alone = len(lines) > 1 and not lines[1].strip()
    return first if alone and len(first) <= _LONGEST_TITLE and not first.endswith((".", "!", "?", ":")) else ""


def _date(words: str) -> DateRow | None:
    try:
        return parse_date(words) if words else None
    except BadInput:
        return None


def _web(url: str) -> str:
    return url if url.startswith(("http://", "https://")) else ""
