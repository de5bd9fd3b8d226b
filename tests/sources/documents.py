"""Documents of many kinds, made by hand, honest ones and bombs."""

import io
import stat
import struct
import zipfile
import zlib
from functools import cache

import pypdf

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def archive(members: dict[str, bytes | str], first: str = "") -> bytes:
    """Zip members; ``first`` is stored as the member ``mimetype`` in front of them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        if first:
            made.writestr(zipfile.ZipInfo("mimetype"), first)
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


def paragraphs(*texts: str) -> str:
    inside = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
    return f'<w:document xmlns:w="{WORD}"><w:body>{inside}</w:body></w:document>'


def docx(document: bytes | str, core: str = "") -> bytes:
    members = {"[Content_Types].xml": "<Types/>", "word/document.xml": document}
    return archive({**members, "docProps/core.xml": core} if core else members)


def properties(title: str, creator: str) -> str:
    names = f'xmlns:cp="{CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return (
        f"<cp:coreProperties {names}><dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator></cp:coreProperties>"
    )


def odt(*texts: str) -> bytes:
    inside = "".join(f"<text:p>{text}</text:p>" for text in texts)
    content = f'<office:document-content xmlns:office="{OFFICE}" xmlns:text="{TEXT}">{inside}</office:document-content>'
    return archive({"content.xml": content}, "application/vnd.oasis.opendocument.text")


def xlsx(rows: list[list[str | float]]) -> bytes:
    strings = sorted({cell for row in rows for cell in row if isinstance(cell, str)})
    cells = [
        [f'<c t="s"><v>{strings.index(one)}</v></c>' if isinstance(one, str) else f"<c><v>{one}</v></c>" for one in row]
        for row in rows
    ]
    sheet = "".join(f"<row>{''.join(row)}</row>" for row in cells)
    shared = "".join(f"<si><t>{text}</t></si>" for text in strings)
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}"><sheetData>{sheet}</sheetData></worksheet>',
            "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}">{shared}</sst>',
        }
    )


def pdf(*pages: str, title: str = "", compressed: bytes | None = None, more: str = "") -> bytes:
    """Write a PDF with these words a page; ``compressed`` takes the place of the first page's content."""
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<< /Type /Catalog /Pages 2 0 R {more} >>".encode())
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, words in enumerate(pages):
        content, filtered = f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET".encode("latin-1"), ""
        if compressed is not None and number == 0:
            content, filtered = compressed, "/Filter /FlateDecode "
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
        objects.append((page + "/Resources << /Font << /F1 3 0 R >> >> >>").encode())
        head = f"<< {filtered}/Length {len(content)} >>\nstream\n".encode()
        objects.append(head + content + b"\nendstream")
    if title:
        objects.append(f"<< /Title ({title}) /CreationDate (D:20240203120000Z) >>".encode())
    return _numbered(objects, f"/Info {len(objects)} 0 R" if title else "")


def _numbered(objects: list[bytes], more: str) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %b >>\n" % (len(objects) + 1, more.encode())
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def encrypted_pdf(words: str) -> bytes:
    """Write a PDF that only opens with a password."""
    out = io.BytesIO()
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(words)))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


@cache
def deflated(byte: bytes, count: int) -> bytes:
    """Compress one byte repeated very often: a block of a million of them, again and again."""
    return b"\x78\x9c" + _blocks(byte, count) + zlib.adler32(byte * 1_000).to_bytes(4, "big")


@cache
def gzipped(byte: bytes, count: int) -> bytes:
    """Compress in the same way; its checksum is never reached."""
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + _blocks(byte, count) + b"\0" * 8


def _blocks(byte: bytes, count: int) -> bytes:
    machine = zlib.compressobj(9, zlib.DEFLATED, -15)
    # After a full flush a block depends on none before it.
    block = machine.compress(byte * 1_000_000) + machine.flush(zlib.Z_FULL_FLUSH)
    return block * (count // 1_000_000) + machine.flush()


@cache
def zip_bomb(size: int) -> bytes:
    """Write a document whose only part unpacks to ``size`` blanks, and says so."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        with made.open("word/document.xml", "w", force_zip64=True) as member:
            member.write(f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>'.encode())
            for _ in range(size // 1_000_000):
                member.write(b" " * 1_000_000)
            member.write(b"</w:t></w:r></w:p></w:body></w:document>")
    return out.getvalue()


@cache
def lying_bomb(size: int) -> bytes:
    """Write a document whose part unpacks to far more than the archive says."""
    content = zip_bomb(size)
    place = content.rfind(b"PK\x01\x02")
    told = content[:place] + content[place : place + 24] + struct.pack("<L", 1_000) + content[place + 28 :]
    return told.replace(b"PK\x06\x06", b"PK\x06\x05")


def linked(target: str) -> bytes:
    """Write a document whose part is a symbolic link."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        link = zipfile.ZipInfo("word/document.xml")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, target)
    return out.getvalue()


@cache
def crowded(count: int) -> bytes:
    """Write an archive with very many members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("word/document.xml", paragraphs("many"))
        for number in range(count):
            made.writestr(zipfile.ZipInfo(str(number)), b"")
    return out.getvalue()


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * 3 * width for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int, height: int) -> bytes:
    """Write the head of a JPEG with EXIF, which holds where it was taken."""
    exif = b"Exif\0\0MM\0*GPS 54.1 N 7.9 E"
    frame = struct.pack(">BHHB", 8, height, width, 3) + b"\x01\x22\0\x02\x11\x01\x03\x11\x01"
    return (
        b"\xff\xd8\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
        + b"\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame + b"\xff\xd9"
    )  # fmt: skip
