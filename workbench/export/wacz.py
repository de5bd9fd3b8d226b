"""Write a WACZ 1.1.1 file: WARC files with their pages, an index, and the digests of all of it.

The same parts give the same bytes: entries stand in one order with one date, and nothing is compressed, for
libraries compress differently. The WARC files go in as they are, so each still has the digest that the desk's
journal covers.
"""

import hashlib
import json
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import BinaryIO, NamedTuple, Self

from workbench.domain.evidence.warc_entry import WarcEntry

VERSION = "1.1.1"
_SOFTWARE = "claim-workbench"
_INDEX = "index.cdx.gz"
_DATE = (1980, 1, 1, 0, 0, 0)
_LINES = 300
_BLOCK = 0xFFFF
_WARCS = "archive"


class Page(NamedTuple):
    """A page to begin with: its id, its address, the date of its record, and its title, if any."""

    id: str
    url: str
    date: str
    title: str


class Indexed(NamedTuple):
    """An answer in a WARC file of the archive, and the name of that file."""

    answer: WarcEntry
    warc: str


class _Part(NamedTuple):
    """A file of the archive that was written."""

    path: str
    digest: str
    size: int


class WaczWriter:
    """Writes one file part by part; ``finish`` writes what says which parts there are."""

    def __init__(self, file: BinaryIO) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_STORED)
        self._parts: list[_Part] = []
        self._indexed: list[Indexed] = []

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the file."""
        self._zip.close()

    def warc(self, name: str, content: bytes, entries: Sequence[Indexed]) -> None:
        """Add a WARC file and what is in it."""
        self._add(f"{_WARCS}/{name}", content)
        self._indexed += entries

    def beside(self, folder: str, name: str, content: bytes) -> None:
        """Add a file that says more of the WARC files, in a folder that the format leaves free."""
        self._add(f"{folder}/{name}", content)

    def finish(self, pages: Sequence[Page], title: str, created: int) -> None:
        """Write index, pages and digests.

        Args:
            pages: in the order in which they are listed.
            title: of the whole.
            created: an instant that depends on the content alone, in microseconds UTC.

        """
        index, places = _index(self._indexed)
        self._add(f"indexes/{_INDEX}", index)
        self._add("indexes/index.idx", places)
        self._add("pages/pages.jsonl", _pages(pages))
        package = {
            "profile": "data-package",
            "resources": [
                {
                    "name": part.path.rpartition("/")[2].lower(),
                    "path": part.path,
                    "hash": part.digest,
                    "bytes": part.size,
                }
                for part in self._parts
            ],
            "title": title,
            "created": _moment(created),
            "wacz_version": VERSION,
            "software": _SOFTWARE,
        }
        described = (json.dumps(package, indent=2, ensure_ascii=False) + "\n").encode()
        self._add("datapackage.json", described)
        digest = {"path": "datapackage.json", "hash": _digest(described)}
        self._add("datapackage-digest.json", (json.dumps(digest, indent=2) + "\n").encode())

    def _add(self, path: str, content: bytes) -> None:
        entry = zipfile.ZipInfo(path, _DATE)
        entry.create_system = 3
        entry.external_attr = 0o644 << 16
        self._zip.writestr(entry, content)
        self._parts.append(_Part(path, _digest(content), len(content)))


def _pages(pages: Sequence[Page]) -> bytes:
    lines: list[dict[str, str]] = [{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}]
    for page in pages:
        titled = {"title": page.title} if page.title else {}
        lines.append({"id": page.id, "url": page.url, "ts": f"{page.date[:19]}Z", **titled})
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def _index(entries: Sequence[Indexed]) -> tuple[bytes, bytes]:
    """Give the lines in blocks, each a gzip member, and where each block begins."""
    lines = sorted(_line(entry) for entry in entries)
    index = bytearray()
    meta = {"format": "cdxj-gzip-1.0", "filename": _INDEX}
    places = [f"!meta 0 {json.dumps(meta)}\n"]
    for start in range(0, len(lines), _LINES):
        block = _gzip("".join(lines[start : start + _LINES]).encode())
        where = {"offset": len(index), "length": len(block), "digest": _digest(block), "filename": _INDEX}
        places.append(f"{lines[start].partition(' {')[0]} {json.dumps(where)}\n")
        index += block
    return bytes(index), "".join(places).encode()


def _line(entry: Indexed) -> str:
    answer = entry.answer
    stamp = "".join(mark for mark in answer.date[:19] if mark.isdigit())
    told = {"url": answer.url, "mime": answer.media_type, "status": answer.status, "digest": answer.digest}
    told |= {"length": str(answer.length), "offset": str(answer.offset), "filename": entry.warc}
    return f"{answer.key} {stamp} {json.dumps({name: value for name, value in told.items() if value})}\n"


def _gzip(content: bytes) -> bytes:
    """Put bytes into the form of gzip without compressing them: every library would write the same."""
    head = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
    return head + b"".join(_stored(content)) + struct.pack("<II", zlib.crc32(content), len(content) & 0xFFFFFFFF)


def _stored(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), _BLOCK):
        some = content[start : start + _BLOCK]
        yield struct.pack("<BHH", start + _BLOCK >= len(content), len(some), len(some) ^ _BLOCK) + some


def _digest(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def _moment(at: int) -> str:
    return f"{datetime.fromtimestamp(at // 1_000_000, UTC):%Y-%m-%dT%H:%M:%SZ}"
