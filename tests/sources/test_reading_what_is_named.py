"""Files, standard input and pages: clean text, or one sentence that says why not."""

import contextlib
import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims_db.vocabulary import DatePrecision
from workbench.errors import BadInput
from workbench.sources.pages import PageReader
from workbench.sources.reader import LARGEST, Reader

PAGE = """<!doctype html><html lang="en"><head><title>Ferry prices rise</title>
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry prices rise",
"datePublished": "2024-04-02", "author": {"@type": "Person", "name": "Jo Lind"}, "publisher": {"@type": "Organization", "name": "Harbour Post"}}</script>
</head><body><nav>Home | News | Sport</nav><article><h1>Ferry prices rise</h1>
<p>The island council raised ferry prices by 12% in March, Mayor Inga Holm said on Monday. It was the first increase in nine years.</p>
<p>The ferry company carried 48,000 passengers last winter &#27; and expects to carry more of them next winter, it said.</p>
<p>The council met in the harbour hall for three hours and heard eleven people, most of them against the new prices.</p>
</article><footer>All rights reserved</footer></body></html>"""


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    opened = Reader()
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        ("Zoë paid.\r\n".encode(), "Zoë paid.\r\n", "utf-8"),
        (b"\xef\xbb\xbfZo\xc3\xab", "Zoë", "utf-8"),
        ("Zoë".encode("utf-16"), "Zoë", "utf-16-le"),
        ("Zoë “paid” €5".encode("windows-1252"), "Zoë “paid” €5", "windows-1252"),
        (
            b"\x1b[2J[/x] " + "\u202e".encode() + b"hostile text stays as it came",
            "\x1b[2J[/x] \u202ehostile text stays as it came",
            "utf-8",
        ),
    ],
)
def test_text_is_decoded_and_nothing_in_it_is_changed(
    reader: Reader, tmp_path: Path, content: bytes, text: str, encoding: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    document = reader.read(str(path))
    assert (document.text, document.encoding) == (text, encoding)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"%PDF-1.7 ...", "a PDF document"),
        (b"PK\x03\x04....", "zip archive"),
        (b"\x89PNG\r\n", "PNG image"),
        (b"abc\0def", "binary"),
        (b"\x80\x81\x82\x83\x90\x9d" * 50, "not readable as text"),
    ],
)
def test_what_is_no_text_is_said_to_be_none(reader: Reader, tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "a\x1b[2J.txt"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=words) as bad:
        reader.read(str(path))
    assert "\x1b" not in bad.value.message
    assert bad.value.hint


def test_missing_folder_and_fifo_are_named(reader: Reader, tmp_path: Path) -> None:
    fifo = tmp_path / "pipe"
    os.mkfifo(fifo)
    for place, words in (
        (tmp_path / "nowhere.txt", "There is no file"),
        (tmp_path, "is a folder"),
        (fifo, "a pipe, no file"),
    ):
        with pytest.raises(BadInput, match=words):
            reader.read(str(place))
    with pytest.raises(BadInput):
        reader.read("a\0b")


def test_a_large_file_is_refused_unread(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(BadInput, match="50 MB"):
        reader.read(str(path))
    with pytest.raises(BadInput, match="Standard input"):
        reader.read("-", io.BytesIO(b"a" * (LARGEST + 1)))


def test_standard_input_is_read(reader: Reader) -> None:
    assert reader.read("-", io.BytesIO(b"The airline cut 900 jobs.")).text == "The airline cut 900 jobs."
    with pytest.raises(BadInput, match="Standard input is empty"):
        reader.read("-", io.BytesIO(b""))


def test_a_page_gives_its_article_and_what_it_says_of_itself(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    document = reader.read(str(path))
    assert "raised ferry prices by 12% in March" in document.text
    assert "All rights reserved" not in document.text
    assert (document.title, document.outlet, document.byline) == ("Ferry prices rise", "Harbour Post", "Jo Lind")
    assert document.published is not None
    assert (document.published.value, document.published.precision) == ("2024-04-02", DatePrecision.DAY)


@pytest.mark.parametrize("before", ["", "\n ", "<!-- a --> " * 20, "<?xml version='1.0'?>\n<!-- a\n-->"])
def test_a_page_is_known_by_its_beginning(reader: Reader, tmp_path: Path, before: str) -> None:
    path = tmp_path / "page.txt"
    path.write_text(before + PAGE)
    assert reader.read(str(path)).media_type == "text/html"


def test_character_references_of_a_page_are_read_whole(reader: Reader, tmp_path: Path) -> None:
    """Those that no page may hold are replaced; those that only begin with the same digits are not."""
    path = tmp_path / "page.html"
    path.write_text(PAGE.replace("&#27;", "&#8217;&#x201C;&#39;&#x27;&#xD800;&#x003;&#31 &#233;&#146;&#x93;&#x81;"))
    assert "last winter ’“''\ufffd\ufffd\ufffd é’“\ufffd and expects" in reader.read(str(path)).text


def test_a_page_without_an_article_says_so(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><head><title>x</title></head><body><script>1</script></body></html>")
    with pytest.raises(BadInput, match="no article text"):
        reader.read(str(path))


def test_a_page_that_takes_too_long_is_given_up_and_the_next_one_is_read() -> None:
    pages = PageReader(seconds=0.0)
    try:
        with pytest.raises(BadInput, match="took too long"):
            pages.read(PAGE, "", "slow.html")
        pages._worker._seconds = 30.0
        assert "ferry prices" in pages.read(PAGE, "", "page.html").text
    finally:
        pages.close()


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(reader: Reader, content: bytes) -> None:
    if b"<" in content:
        return
    with contextlib.suppress(BadInput):
        assert reader.read("-", io.BytesIO(content)).text.encode("utf-8")
