"""Text comes out of pages, PDFs, office documents and data files; bombs are refused within bounds, bytes stay."""

import gzip
import json
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import Hostile, hostile
from tests.growth import grows_with
from tests.sources import documents as made
from workbench.sources.capture import media_types
from workbench.sources.capture.hidden_words import parted
from workbench.sources.capture.texts import SECONDS, ReadBytes, TextReader

ARTICLE = "<article><h1>Ferry prices rise</h1>" + "".join(
    f"<p>The island council raised ferry prices by {number} percent in March, Mayor Inga Holm said on Monday.</p>"
    for number in range(10, 22)
)
SAID = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebPage", "name": "The page", "datePublished": "1999-01-01"},
        {
            "@type": ["NewsArticle"],
            "headline": "Ferry prices rise &amp; rise",
            "author": [{"@type": "Person", "name": "Ann Lee"}, "Bo Ek"],
            "publisher": {"@type": "Organization", "name": "The Harbour"},
            "datePublished": "2024-02-03T10:00:00+01:00",
        },
    ],
}


def page(head: str = "", body: str = ARTICLE) -> bytes:
    return f"<!DOCTYPE html><html><head><title>Ferries</title>{head}</head><body>{body}</body></html>".encode()


def told(read: ReadBytes) -> dict[str, tuple[str, str]]:
    assert read.text is not None
    return {field: (found.value, found.origin) for field, found in read.text.told}


def text(read: ReadBytes) -> str:
    assert read.text is not None, read.problem
    return read.text.text


def test_the_article_of_a_page_is_read_and_what_it_says_of_itself(texts: TextReader) -> None:
    block = (
        f'<script type="application/ld+json">{json.dumps(SAID)}</script><link rel="canonical" href="/ferries?a&amp;b">'
    )
    read = texts.read(page(block), "text/html; charset=utf-8", "", "https://news.example.com/x")
    assert read.text is not None
    assert "raised ferry prices by 12 percent" in read.text.text
    assert (read.text.tool, read.text.encoding, read.text.note) == ("trafilatura", "utf-8", "")
    assert read.text.tool_version
    found = told(read)
    assert found["title"] == ("Ferry prices rise & rise", "JSON-LD")
    assert found["author"] == ("Ann Lee, Bo Ek", "JSON-LD")
    assert found["outlet"] == ("The Harbour", "JSON-LD")
    assert found["published"] == ("2024-02-03T10:00:00+01:00", "JSON-LD")
    assert found["canonical_url"] == ("/ferries?a&b", "link rel=canonical")


def test_where_a_page_has_no_json_ld_the_extractor_says_what_it_found(texts: TextReader) -> None:
    head = '<meta name="author" content="Ann Lee"><meta property="article:published_time" content="2024-02-03">'
    found = told(texts.read(page(head), "text/html", "", "https://news.example.com/x"))
    assert found["author"] == ("Ann Lee", "trafilatura")
    assert found["published"] == ("2024-02-03", "trafilatura")


@pytest.mark.parametrize(
    "block",
    ["[" * 100_000, '{"@type": "NewsArticle", "headline": {"a": [1]}, "author": 7}', "{", "null", '"' + "a" * 900_000],
)
def test_a_broken_block_is_passed_over(texts: TextReader, block: str) -> None:
    read = texts.read(page(f'<script type="application/ld+json">{block}</script>'), "text/html")
    assert "12 percent" in text(read)


@pytest.mark.parametrize("reference", ["&#27;", "&#xFFFF;", "&#0;", "\x1b]0;x\x07"])
def test_a_page_with_an_illegal_reference_is_read_all_the_same(texts: TextReader, reference: str) -> None:
    read = texts.read(page(body=ARTICLE + f"<p>One {reference} mark.</p>"), "text/html")
    assert read.text is not None
    assert "12 percent" in read.text.text
    assert read.text.tool == "trafilatura"


def test_a_page_without_an_article_gives_its_words_and_says_so(texts: TextReader) -> None:
    read = texts.read(page(body="<table><tr><td>12<td>percent</table><script>var x</script>"), "text/html")
    assert read.text is not None
    assert "12" in read.text.text
    assert "var x" not in read.text.text


FELL = (
    "Prices fell by 40 percent in May, the harbour master of the smallest island told nobody in particular on Monday."
)
HIDES = (
    f'<p style="display:none">{FELL}</p>',
    f"<div hidden><div>So</div> {FELL}</div>",
    f'<span style="font-size:1px">{FELL}</span>',
    f"<p\nstyle='color:red;visibility:hidden'>{FELL}<p>",
)
SHOWS = (
    f'<p class="hidden">{FELL}</p>',
    f'<p style="font-size:1.5em;opacity:0.9">{FELL}</p>',
    f'<p title="hidden here">{FELL}</p>',
)


@pytest.mark.parametrize("element", [*HIDES, *SHOWS])
def test_words_that_readers_are_not_shown_are_kept_apart(texts: TextReader, element: str) -> None:
    read = texts.read(page(body=ARTICLE.replace("</h1>", f"</h1>{element}")), "text/html")
    assert read.text is not None
    hidden = element in HIDES
    assert ("fell by 40" in read.text.hidden) is hidden
    assert ("fell by 40" in read.text.text) is not hidden
    assert "fell by 40" in read.text.whole
    assert "by 21 percent" in read.text.text


def test_an_element_that_nothing_ends_hides_nothing(texts: TextReader) -> None:
    read = texts.read(page(body=f"<div hidden>{ARTICLE}"), "text/html")
    assert read.text is not None
    assert "raised ferry prices by 12 percent" in text(read)
    assert read.text.hidden == ""


@pytest.mark.parametrize("piece", ["<div hidden>", "<", "<a x='", "<p style='display:none", '<b hidden=""></b>'])
def test_to_look_for_hidden_words_is_linear_work(piece: str) -> None:
    assert grows_with(parted, piece * 20_000, piece * 80_000, 0.02)


def test_white_and_tiny_words_of_a_pdf_are_told(texts: TextReader) -> None:
    drawn = (
        b"BT /F1 12 Tf 72 700 Td (Prices rose.) Tj ET q 1 1 1 rg BT /F1 12 Tf 72 600 Td (Prices fell.) Tj ET Q "
        b"BT /F1 1 Tf 72 500 Td (Tiny.) Tj ET BT /F1 1 Tf 12 0 0 12 72 400 Tm (Large.) Tj ET "
        b"BT /F1 (x) Tf [] rg (no) k 3 Tr 1 0 0 1 72 300 Tm /F1 9 Tf (Of a scan.) Tj ET"
    )
    read = texts.read(made.pdf("", compressed=zlib.compress(drawn)), "application/pdf")
    assert read.text is not None
    assert read.text.hidden.split("\n") == ["Prices fell.", "Tiny."]
    for words in ("Prices rose.", "Prices fell.", "Tiny.", "Large.", "Of a scan."):
        assert words in text(read)


def test_a_pdf_is_read_page_by_page(texts: TextReader) -> None:
    read = texts.read(made.pdf("First page.", "Second page.", title="Minutes"), "application/pdf")
    assert read.text is not None
    assert [read.text.text[start:end].strip() for start, end in read.text.pages] == ["First page.", "Second page."]
    assert told(read) == {"title": ("Minutes", "PDF properties"), "published": ("2024-02-03", "PDF properties")}
    assert read.text.tool == "pypdf"


@pytest.mark.parametrize(
    ("content", "kind", "wanted"),
    [
        (made.docx(made.paragraphs("One &amp; two.", "Three.")), media_types.DOCX, "One & two.\n\nThree.\n"),
        (made.odt("One.", "Two <text:s text:c='2'/>three."), media_types.ODT, "One.\n\nTwo   three.\n"),
        (made.xlsx([["Year", "Price"], [2023, 4.5]]), media_types.XLSX, "Year\tPrice\n2023\t4.5\n"),
        (b"year,price\r\n2023,4.5\r\n", "text/plain", "year,price\r\n2023,4.5\r\n"),
        (b'{"a": 1e400, "a": NaN}', "application/json", '{"a": 1e400, "a": NaN}'),
        (b"<?xml version='1.0'?><rss><a/></rss>", "application/xml", "<?xml version='1.0'?><rss><a/></rss>"),
        ("\ufeffcafé".encode("utf-16"), "text/plain", "\ufeffcafé"),
        ("They said “no” in the café.".encode("cp1252"), "text/plain", "They said “no” in the café."),
        (b"", "text/plain", ""),
    ],
    ids=["docx", "odt", "xlsx", "csv", "json", "xml", "utf-16", "windows-1252", "empty"],
)
def test_office_documents_and_data_files_are_read(texts: TextReader, content: bytes, kind: str, wanted: str) -> None:
    read = texts.read(content, "")
    assert (read.sniffed, read.problem) == (kind, "")
    assert text(read) == wanted


VTT = """\ufeffWEBVTT - Council

STYLE
::cue { color: red }

NOTE taken on Monday

intro
00:01.000 --> 00:03.500 align:start
<v.loud Inga Holm>The bridge &amp; the <i>ferry</i>
are closed.</v>

01:02:03.004 --> 01:02:05.000
<v Ann Lee>For 14 days?
"""
SRT = "1\r\n00:00:01,000 --> 00:00:03,500\r\nThe bridge\r\nis closed.\r\n\r\n2\r\nbroken\r\n\r\n3\r\n00:00:04,000 --> 00:00:03,000\r\nFor days.\r\n"


@pytest.mark.parametrize(
    ("content", "wanted", "cues"),
    [
        (
            VTT,
            "The bridge & the ferry\nare closed.\nFor 14 days?",
            [(0, 34, 1_000, 3_500, "Inga Holm"), (35, 47, 3_723_004, 3_725_000, "Ann Lee")],
        ),
        (SRT, "The bridge\nis closed.\nFor days.", [(0, 21, 1_000, 3_500, ""), (22, 31, 4_000, 4_000, "")]),
    ],
    ids=["WebVTT", "SubRip"],
)
def test_the_words_of_a_transcript_are_read_with_their_times(
    texts: TextReader, content: str, wanted: str, cues: list[tuple[object, ...]]
) -> None:
    read = texts.read(content.encode(), "text/vtt")
    assert text(read) == wanted
    assert read.text is not None
    assert [tuple(cue) for cue in read.text.cues] == cues


@pytest.mark.parametrize(
    "content", ["WEBVTT\n\nno cues", "1\n00:00:01 --> 00:00:02\nx", "A --> B\n\n00:01.000 --> 00:02.000"]
)
def test_a_text_without_cues_is_no_transcript(texts: TextReader, content: str) -> None:
    read = texts.read(content.encode(), "text/vtt")
    assert text(read) == content


def test_a_document_says_who_wrote_it(texts: TextReader) -> None:
    content = made.docx(made.paragraphs("One."), made.properties("Minutes", "Ann Lee"))
    assert told(texts.read(content, "")) == {
        "title": ("Minutes", "document properties"),
        "author": ("Ann Lee", "document properties"),
    }


@pytest.mark.parametrize(
    ("content", "kind", "size"),
    [
        (made.png(64, 48), "image/png", (64, 48)),
        (made.jpeg(640, 480), "image/jpeg", (640, 480)),
        (b"GIF89a\x40\x00\x30\x00" + b"\0" * 10, "image/gif", (64, 48)),
        (b"\xff\xd8\xff\xe1\xff\xff", "image/jpeg", (0, 0)),
    ],
)
def test_of_a_picture_its_size_is_told_and_nothing_is_read(
    texts: TextReader, content: bytes, kind: str, size: tuple[int, int]
) -> None:
    read = texts.read(content, "")
    assert (read.sniffed, (read.width, read.height), read.text, read.problem) == (kind, size, None, "")


@pytest.mark.parametrize(
    "content", [b"\0\1\2\3", b"\x7fELF\2", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_anything_else_has_no_text(texts: TextReader, content: bytes) -> None:
    assert texts.read(content, "text/plain").text is None


@pytest.mark.parametrize(
    ("content", "said", "sniffed"),
    [(made.pdf("Words."), "text/html", "application/pdf"), (page(), "application/pdf", "text/html")],
)
def test_what_bytes_are_counts_more_than_what_is_said_of_them(
    texts: TextReader, content: bytes, said: str, sniffed: str
) -> None:
    read = texts.read(content, said)
    assert read.sniffed == sniffed
    assert text(read)


@pytest.mark.parametrize("charset", ["utf-7", "bogus", "utf-8; x", "rot13", "zip"])
def test_a_character_set_that_nobody_has_harms_nothing(texts: TextReader, charset: str) -> None:
    read = texts.read("Preise: 12 €, +AGEAYg-".encode(), f"text/plain; charset={charset}")
    assert read.text is not None
    assert "12 €" in read.text.text
    assert read.text.encoding == "utf-8"


RSS = "<?xml version='1.0'?><rss><channel><item>{}</item></channel></rss>"
LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>"
OUTSIDE = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
BOMBS: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "gzip": ("gzip", lambda: made.gzipped(b"\0", 300_000_000), "unpacks to more"),
    "deflate": ("deflate", lambda: made.deflated(b"\0", 300_000_000), "unpacks to more"),
    "eight times over": (", ".join(["gzip"] * 8), lambda: b"\x1f\x8b", "8 times over"),
    "another way": ("br", lambda: b"abc", "not asked for"),
    "cut off": ("gzip", lambda: gzip.compress(b"a" * 900_000)[:-20], "cut off"),
    "broken": ("gzip", lambda: b"no gzip at all", "can't be unpacked"),
    "docx that lies": ("", lambda: made.lying_bomb(100_000_000), "."),
    "entities": ("", lambda: made.docx(f"{LAUGHS}<x>&b;</x>"), "document type"),
    "outside entity": ("", lambda: made.docx(f"{OUTSIDE}<x>&a;</x>"), "document type"),
    "wide XML": ("", lambda: made.docx(f"{LAUGHS}<x>&a;</x>".encode("utf-16")), "document type"),
    "deep XML": ("", lambda: made.docx("<a>" * 100_000), "too deep"),
    "sheet of one text": ("", lambda: made.xlsx([["words " * 100_000] * 50_000]), "too much"),
    "pdf without pages": ("", lambda: b"%PDF-1.7\n%%EOF", "broken"),
    "deep page": ("", lambda: page(body="<div>" * 45_000), ""),
}
"""How each is compressed, what makes it, and words of why it has no text; none where it may have some."""


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_left_within_bounds(texts: TextReader, name: str) -> None:
    coding, make, words = BOMBS[name]
    content = make()
    began = time.monotonic()
    read = texts.read(content, "", coding)
    assert time.monotonic() - began < SECONDS + 5
    if words:
        assert read.text is None
        assert words in read.problem
    else:
        assert read.text is None or len(read.text.text) <= 20_000_000
    assert "12 percent" in text(texts.read(page(), "text/html"))


def test_a_pdf_that_would_run_something_is_only_read(texts: TextReader) -> None:
    more = "/OpenAction << /S /Launch /F (calc.exe) >> /AA << /O << /S /JavaScript /JS (app.alert(1)) >> >>"
    assert text(texts.read(made.pdf("Words.", more=more), "")).strip() == "Words."


@pytest.fixture
def hurried() -> Iterator[TextReader]:
    reader = TextReader(seconds=0.001)
    yield reader
    reader.close()


def test_a_document_that_takes_too_long_ends_the_process_and_the_next_one_is_read(hurried: TextReader) -> None:
    content = page(body=ARTICLE * 500)
    read = hurried.read(content, "text/html")
    assert "takes too long" in read.problem
    assert (read.sniffed, read.size) == ("text/html", len(content))
    hurried._worker._seconds = 20
    assert "12 percent" in text(hurried.read(page(), "text/html"))


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "file-01": ((LAUGHS + RSS.format("&b;")).encode, "&b;"),
    "file-02": (f"<?xml version='1.0'?>{OUTSIDE}<rss>&a;</rss>".encode, "&a;"),
    "file-03": (lambda: RSS.format("<xi:include href='file:///etc/passwd'/>").encode(), "xi:include"),
    "file-04": (lambda: made.zip_bomb(500_000_000), ""),
    "file-05": (lambda: made.crowded(100_000), ""),
    "file-06": (lambda: made.archive({"../../x": "out", "word/document.xml": made.paragraphs("Words.")}), "Words."),
    "file-07": (lambda: made.linked("/etc/passwd"), ""),
    "file-08": (lambda: made.archive({"a.zip": made.archive({"b.zip": made.archive({"c": b"0" * 100_000})})}), ""),
    "file-09": (lambda: made.pdf("a", compressed=made.deflated(b" ", 300_000_000)), ""),
    "file-10": (lambda: made.pdf("a", "b")[:200], ""),
    "file-11": (lambda: made.encrypted_pdf("Words."), ""),
    "file-12": (lambda: made.pdf("Words.", more="/OpenAction << /S /Launch /F (calc.exe) >>"), "Words."),
    "file-13": (lambda: page(body="<a href='/x'>link</a> " * 200_000), "link"),
    "file-14": (lambda: page(body="<div>" * 100_000 + "Words."), "Words."),
    "file-15": (lambda: page(body=ARTICLE + "<p>One &#27; mark.</p>"), "12 percent"),
    "file-16": (lambda: page(body=ARTICLE + "<p>One &#xFFFF; mark.</p>"), "12 percent"),
    "file-17": (lambda: page(body="<p>" + "word " * 3_900_000), "word word"),
    "file-18": (lambda: RSS.format("<link>javascript:alert(1)</link>").encode(), "javascript:"),
    "file-19": (lambda: RSS.format("<title>a\x1b]0;x\x07</title>").encode(), "\x1b]0;x"),
    "file-20": (lambda: b"http://169.254.169.254/latest/meta-data/", "http://169"),
    "file-21": (lambda: page('<meta property="og:image" content="http://169.254.169.254/">'), "12 percent"),
    "file-22": (lambda: b"WEBVTT\n\nSTYLE\n::cue {}\n\n00:01.000 --> 00:02.000\n<script>x</script>", "x"),
    "file-23": (lambda: b"1\n00:00:0x,000 -> nothing\n\n" * 10_000, "nothing"),
    "file-24": (lambda: b"[/x]: We closed the ferry.\n", "[/x]"),
    "file-25": (lambda: b"!!python/object/apply:os.system ['id']\n", "!!python"),
    "file-26": (lambda: b"[" * 10_000, "[[["),
    "file-27": (lambda: b'{"a": 1e400, "b": NaN, "a": 2}', "1e400"),
    "file-28": (lambda: b"a,b\n" + b"x" * 10_000_000, "xxx"),
}
"""What each hostile document is, and words of the text that comes of it; none where it is refused or has no text."""


@pytest.mark.parametrize("row", hostile("file"), ids=lambda row: row.id)
def test_every_hostile_document_is_read_or_refused_within_bounds(texts: TextReader, row: Hostile) -> None:
    make, words = HOSTILE[row.id]
    content = make()
    began = time.monotonic()
    read = texts.read(content, "")
    assert time.monotonic() - began < SECONDS + 5
    found = read.text.text if read.text else ""
    assert words in found
    assert bool(words) or not found.strip()
    assert peak(texts) < 800_000_000


def peak(texts: TextReader) -> int:
    """Give the largest memory that the process which reads has had."""
    assert texts._worker._process is not None
    status = Path(f"/proc/{texts._worker._process.pid}/status")
    if not status.exists():
        return 0
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) * 1024
