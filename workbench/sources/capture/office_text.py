"""Read the text of office documents: paragraphs of DOCX and ODT, the cells of XLSX.

The XML is read as a stream and without a document type, so nothing in it is expanded or fetched.
"""

from collections.abc import Callable
from xml.parsers import expat

from workbench.sources.capture.found_text import FoundText, Told, Unreadable
from workbench.sources.capture.media_types import DOCX, ODT, XLSX
from workbench.sources.capture.zip_bounds import LARGEST_MEMBER, LARGEST_RATIO, MOST_MEMBERS, Members, members

TOOL, VERSION = "workbench.office", "1"
SETTINGS = {"largest_member": LARGEST_MEMBER, "largest_ratio": LARGEST_RATIO, "most_members": MOST_MEMBERS}

_DEEPEST = 200
_LONGEST_TEXT = 20_000_000
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
_T = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_DC = "http://purl.org/dc/elements/1.1/ "
_TOLD = {f"{_DC}title": "title", f"{_DC}creator": "author"}
Attributes = dict[str, str]


class _Stream:
    """Reads one XML document and collects text as its subclass says."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.size = 0
        self._depth = 0

    def opened(self, name: str, attributes: Attributes) -> None:
        """Take note of the start of an element."""

    def closed(self, name: str) -> None:
        """Take note of its end."""

    def said(self, words: str) -> None:
        """Take note of characters."""

    def add(self, words: str) -> None:
        """Collect text."""
        self.size += len(words)
        if self.size > _LONGEST_TEXT:
            raise Unreadable("it has too much text")
        self.parts.append(words)

    def read(self, content: bytes) -> None:
        """Read a document.

        Raises:
            Unreadable: it is broken, too deep, or has a document type.

        """
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self.said
        try:
            parser.Parse(content, True)
        except (expat.ExpatError, ValueError):
            raise Unreadable("it is broken") from None

    def _open(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Unreadable("it is built too deep")
        self.opened(name, attributes)

    def _close(self, name: str) -> None:
        self._depth -= 1
        self.closed(name)


def _refuse(*_: object) -> None:
    raise Unreadable("it has a document type, which can expand to anything")


class _Word(_Stream):
    """The paragraphs of a DOCX document."""

    _inside = False

    def opened(self, name: str, attributes: Attributes) -> None:  # noqa: ARG002 - as in the base class
        self._inside = name == f"{_W}t"
        if name in {f"{_W}tab", f"{_W}br", f"{_W}cr"}:
            self.add("\t" if name == f"{_W}tab" else "\n")

    def closed(self, name: str) -> None:
        self._inside = False
        if name == f"{_W}p":
            self.add("\n\n")

    def said(self, words: str) -> None:
        if self._inside:
            self.add(words)


class _Open(_Stream):
    """The paragraphs of an ODT document."""

    _paragraphs = 0

    def opened(self, name: str, attributes: Attributes) -> None:
        if name in {f"{_T}p", f"{_T}h"}:
            self._paragraphs += 1
        elif name == f"{_T}s":
            count = attributes.get(f"{_T}c", "1")
            self.add(" " * min(int(count) if count.isdigit() and len(count) < 4 else 1, 999))
        elif name in {f"{_T}tab", f"{_T}line-break"}:
            self.add("\t" if name == f"{_T}tab" else "\n")

    def closed(self, name: str) -> None:
        if name in {f"{_T}p", f"{_T}h"}:
            self._paragraphs -= 1
            self.add("\n\n")

    def said(self, words: str) -> None:
        if self._paragraphs:
            self.add(words)


class _Strings(_Stream):
    """The shared strings of an XLSX document."""

    def __init__(self) -> None:
        super().__init__()
        self.strings: list[str] = []
        self._inside = False

    def opened(self, name: str, attributes: Attributes) -> None:  # noqa: ARG002 - as in the base class
        self._inside = name == f"{_S}t"

    def closed(self, name: str) -> None:
        self._inside = False
        if name == f"{_S}si":
            self.strings.append("".join(self.parts))
            self.parts.clear()

    def said(self, words: str) -> None:
        if self._inside:
            self.add(words)


class _Sheet(_Stream):
    """The cells of one sheet: a line for each row, a tab between cells."""

    def __init__(self, strings: list[str]) -> None:
        super().__init__()
        self._strings = strings
        self._kind = ""
        self._value: list[str] = []
        self._inside = False
        self._row: list[str] = []

    def opened(self, name: str, attributes: Attributes) -> None:
        if name == f"{_S}c":
            self._kind, self._value = attributes.get("t", ""), []
        self._inside = name in {f"{_S}v", f"{_S}t"}

    def closed(self, name: str) -> None:
        self._inside = False
        if name == f"{_S}c":
            value = "".join(self._value)
            shared = self._kind == "s" and value.isdigit() and int(value) < len(self._strings)
            self._row.append(self._strings[int(value)] if shared else value)
        elif name == f"{_S}row":
            self.add("\t".join(self._row) + "\n")
            self._row = []

    def said(self, words: str) -> None:
        if self._inside:
            self._value.append(words)


class _Core(_Stream):
    """What a document's own properties say."""

    def __init__(self) -> None:
        super().__init__()
        self.told: dict[str, str] = {}
        self._field = ""

    def opened(self, name: str, attributes: Attributes) -> None:  # noqa: ARG002 - as in the base class
        self._field = _TOLD.get(name, "")

    def closed(self, name: str) -> None:  # noqa: ARG002 - as in the base class
        self._field = ""

    def said(self, words: str) -> None:
        if self._field and self._field not in self.told:
            self.told[self._field] = words.strip()[:500]


def read_office(content: bytes, kind: str) -> FoundText:
    """Read a document of one of the three kinds.

    Raises:
        Unreadable: it is broken, encrypted, or unpacks to too much.

    """
    with members(content) as parts:
        text = _READERS[kind](parts)
        told = _Core()
        properties = parts.read("meta.xml" if kind == ODT else "docProps/core.xml")
        if properties:
            told.read(properties)
    named = tuple((field, Told(value, "document properties")) for field, value in told.told.items() if value)
    return FoundText(text, TOOL, VERSION, SETTINGS, told=named)


def _word(parts: Members) -> str:
    stream = _Word()
    stream.read(_needed(parts, "word/document.xml"))
    return "".join(stream.parts).strip() + "\n"


def _open(parts: Members) -> str:
    stream = _Open()
    stream.read(_needed(parts, "content.xml"))
    return "".join(stream.parts).strip() + "\n"


def _sheets(parts: Members) -> str:
    strings = _Strings()
    shared = parts.read("xl/sharedStrings.xml")
    if shared:
        strings.read(shared)
    found, size = [], 0
    sheets = [name for name in parts.names if name.startswith("xl/worksheets/sheet") and name.endswith(".xml")]
    for name in sorted(sheets, key=lambda name: (len(name), name)):
        sheet = _Sheet(strings.strings)
        sheet.read(parts.read(name))
        size += sheet.size
        if size > _LONGEST_TEXT:
            raise Unreadable("it has too much text")
        found.append("".join(sheet.parts))
    return "\n".join(found)


def _needed(parts: Members, name: str) -> bytes:
    content = parts.read(name)
    if not content:
        raise Unreadable("it is broken")
    return content


_READERS: dict[str, Callable[[Members], str]] = {DOCX: _word, ODT: _open, XLSX: _sheets}
