"""Prior checks are read from feeds, pages and tables; what is broken is named with its place and holds no other up."""

import io
import json
import os
import socket
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims_db.rows import DateRow, PriorEntry
from claims_db.vocabulary import DatePrecision
from tests.claim_reviews import feed, item, review
from tests.sources.answering import limits, server
from workbench.domain.prior_entry import key_of
from workbench.domain.progress import Stopped
from workbench.errors import BadInput, NotFetched
from workbench.sources.fetch import download
from workbench.sources.priors import json_feed
from workbench.sources.priors.reading import Feed, open_feed, told


def read(content: str | bytes) -> tuple[list[PriorEntry], list[tuple[str, str]]]:
    """Give the entries of some content, and what of it was not used."""
    raw = content.encode() if isinstance(content, str) else content
    found = list(told(Feed("feed", io.BytesIO(raw), len(raw))))
    return [one.entry for one in found if one.entry], [tuple(one.broken) for one in found if one.broken]


def numbers(entries: list[PriorEntry]) -> list[int]:
    return [int(entry.url.rpartition("/")[2]) for entry in entries]


def test_a_record_has_everything_that_its_outlet_wrote() -> None:
    entries, broken = read(feed(item(review(7, headline="Seven &amp; none", inLanguage="de-AT"))))
    assert not broken
    assert entries == [
        PriorEntry(
            claim="The ferry sank 7 times.",
            url="https://checks.example/7",
            claimer="Inga Holm",
            said_on=DateRow("2021-03", DatePrecision.MONTH),
            rating="2",
            rating_name="Falsch",
            worst="1",
            best="5",
            outlet="Checks",
            title="Seven & none",
            reviewed=DateRow("2021-03-04", DatePrecision.DAY),
            language="de-AT",
        )
    ]


@pytest.mark.parametrize(
    "content",
    [
        feed(item(review(1)), item(review(2), review(3))),
        json.dumps([review(1), review(2), review(3)], indent=2),
        json.dumps([item(review(1), review(2), review(3))]),
        "\n".join(json.dumps(review(number)) for number in (1, 2, 3)),
        "\ufeff" + json.dumps({"@graph": [review(1), {"@type": "WebPage", "mainEntity": [review(2), review(3)]}]}),
        json.dumps({"@type": "DataFeed", "dataFeedElement": item(review(1), review(2), review(3))}),
        "<html><script type='application/ld+json'>" + json.dumps({"@graph": [review(1), review(2)]}) + "</script>"
        '<script type="application/ld+json">' + json.dumps(review(3)) + "</script></html>",
        "<!doctype html><SCRIPT TYPE=application/ld+json>" + json.dumps([review(1), review(2), review(3)]) + "</SCRIPT>",
        'claim,url\n"The ferry sank, 1 time",https://checks.example/1\nB,https://checks.example/2\n\nC,https://checks.example/3\n',
        "URL;Claim;Rating_name\nhttps://checks.example/1;A;Falsch\nhttps://checks.example/2;B\nhttps://checks.example/3;C;",
    ],
    ids=["data-commons", "bare-list", "list-of-items", "lines", "graph", "one-item", "page", "old-page", "table", "semicolons"],
)  # fmt: skip
@pytest.mark.parametrize("chunk", [7, 1 << 20])
def test_every_form_is_read(content: str, chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    if content.startswith('{"@context"') and chunk == 7:
        monkeypatch.setattr(json_feed, "_CHUNK", 70)  # the list begins in what is read first
    else:
        monkeypatch.setattr(json_feed, "_CHUNK", chunk)
    entries, broken = read(content)
    assert (numbers(entries), broken) == ([1, 2, 3], [])


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (json.dumps(item(review(2, claimReviewed=""))), "there is no claim"),
        (json.dumps(item(review(2, claimReviewed={"a": 1}))), "there is no claim"),
        (json.dumps(item(review(2, claimReviewed="x" * 10_001))), "the claim is longer than 10,000 characters"),
        (json.dumps(item(review(2, url=None))), "there is no url"),
        (json.dumps(item(review(2, url="javascript:alert(1)"))), "its url is no web address"),
        (json.dumps(item()), "there is no ClaimReview in it"),
        ("17", "there is no ClaimReview in it"),
        ("null", "there is no ClaimReview in it"),
        ('{"@type": "DataFeedItem", "item": [,]}', "it is no JSON: Expecting value"),
        ('{"@type": "DataFeedItem", "item": [{"@type": "ClaimReview, "url": "x"}]}', "it is no JSON: Expecting ',' delimiter"),
        ('{"@type": "DataFeedItem" "item": []', "it is no JSON: Expecting ',' delimiter"),
        ("nonsense", "it is no JSON: Expecting value"),
        ("[" * 100_000 + "]" * 100_000, "it is nested too deeply"),
        (json.dumps(item(review(2, claimReviewed="\ud83d alone"))), "it is no text in UTF-8"),
        (json.dumps(item(review(2, claimReviewed="a\0b"))), "it is no text in UTF-8"),
    ],
    ids=lambda part: part if not part.startswith(("{", "[")) else "record",
)  # fmt: skip
def test_a_broken_record_is_named_and_the_next_is_read(record: str, reason: str) -> None:
    content = feed(item(review(1)), "HERE", item(review(3)), item(review(4))).replace('"HERE"', record)
    entries, broken = read(content)
    assert numbers(entries) == [1, 3, 4]
    assert broken == [("record 2", reason)]


def test_bytes_that_are_no_text_are_named() -> None:
    content = feed(item(review(1)), item(review(2, claimReviewed="HERE")), item(review(3))).encode()
    entries, broken = read(content.replace(b"HERE", b"caf\xe9"))
    assert (numbers(entries), broken) == ([1, 3], [("record 2", "it is no text in UTF-8")])


def test_a_feed_that_is_cut_off_says_so() -> None:
    content = feed(item(review(1)), item(review(2)), item(review(3)))
    for cut in (len(content) - 2, len(content) - 40):
        entries, broken = read(content[:cut])
        assert numbers(entries)[:2] == [1, 2]
        assert broken[-1][1] == "the feed is cut off here"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_is_read_in_the_encodings_of_spreadsheets(encoding: str, delimiter: str) -> None:
    rows = [("claim", "url", "outlet"), ("The café closed in 1999 – for good.", "https://checks.example/1", "Zürich")]
    entries, broken = read("\r\n".join(delimiter.join(row) for row in rows).encode(encoding))
    assert [(one.claim, one.outlet) for one in entries] == [(rows[1][0], rows[1][2])]
    assert not broken


def test_a_fault_in_a_table_is_no_reason_to_read_all_of_it_otherwise() -> None:
    entries, broken = read(
        "claim,url\nCafé,https://checks.example/1\nHERE,https://checks.example/2\n".encode().replace(
            b"HERE", b"caf\xe9"
        )
    )
    assert [one.claim for one in entries] == ["Café"]
    assert broken == [("line 3", "it is no text in UTF-8")]


def test_a_page_is_read_in_the_encoding_that_it_names() -> None:
    page = f'<html><meta charset="iso-8859-1"><script type="application/ld+json">{json.dumps(review(1, claimReviewed="Das Café schloß."), ensure_ascii=False)}</script>'
    entries, _ = read(page.encode("iso-8859-1"))
    assert [one.claim for one in entries] == ["Das Café schloß."]


def test_reviews_of_one_record_are_told_apart() -> None:
    entries, broken = read(feed(item(review(1), review(2, url="")), item(review(3))))
    assert numbers(entries) == [1, 3]
    assert broken == [("record 1, review 2", "there is no url")]


def test_a_broken_block_of_a_page_is_named() -> None:
    page = "<html><script type='application/ld+json'>{,}</script><script type='application/ld+json'>"
    entries, broken = read(page + json.dumps(review(1)) + "</script>")
    assert numbers(entries) == [1]
    assert broken[0][0] == "block 1"
    assert broken[0][1].startswith("it is no JSON")


def test_lines_of_a_table_are_named() -> None:
    entries, broken = read(
        "claim,url,id\nA,https://checks.example/1,r1\n,https://checks.example/2\nC,c:/x\nD,https://checks.example/4,,,\n"
        'E,https://checks.example/5\n"F" x,https://checks.example/6\nG,https://checks.example/7\n'
    )
    assert numbers(entries) == [1, 5, 7]
    assert entries[0].record == "r1"
    assert [place for place, _ in broken] == ["line 3", "line 4", "line 5", "line 7"]


@pytest.mark.parametrize(
    "content", ["", "   ", "claim\nA\n", "nothing of the kind", "<html><p>No review here.</p></html>", "\0\0\0"]
)
def test_what_is_no_feed_is_refused(content: str) -> None:
    with pytest.raises(BadInput) as refused:
        read(content)
    assert refused.value.hint


@pytest.mark.parametrize("missing", ["", "nowhere.json", "a\0b"])
def test_a_file_that_is_not_there_is_named(missing: str) -> None:
    with pytest.raises(BadInput), open_feed(missing):
        raise AssertionError


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    pipe, end = tmp_path / "pipe", tmp_path / "end"
    os.mkfifo(pipe)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(end))
        for place, words in (
            (tmp_path, "is a folder"),
            (pipe, "is a pipe"),
            (end, "is a socket"),
            (Path("/dev/zero"), "is a device"),
        ):
            with pytest.raises(BadInput, match=words), open_feed(str(place)):
                raise AssertionError


def test_what_tells_records_apart() -> None:
    entry = PriorEntry("The ferry  sank.", "https://checks.example/1")
    assert key_of(entry) == key_of(PriorEntry("the ferry sank.", "https://checks.example/1", rating="2"))
    assert key_of(entry) != key_of(PriorEntry("The ferry sank.", "https://checks.example/2"))
    assert key_of(PriorEntry("A", "https://a.example", record="urn:1")) == key_of(
        PriorEntry("B", "https://b.example", record="urn:1")
    )


def test_an_id_counts_only_where_it_is_one_everywhere() -> None:
    entries, _ = read(feed(*(item(review(1, **{"@id": name})) for name in ("_:b0", "#review", "https://x.example/7"))))
    assert [entry.record for entry in entries] == ["", "", "https://x.example/7"]


class Endless(io.RawIOBase):
    """A feed of many records that stands nowhere."""

    def __init__(self, count: int) -> None:
        record = json.dumps(item(review(1))).encode() + b","
        self._parts = self._given(record, count)
        self._left = b""

    @staticmethod
    def _given(record: bytes, count: int) -> Iterator[bytes]:
        yield b'{"dataFeedElement": ['
        for _ in range(count):
            yield record * 100
        yield b"null]}"

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def readinto(self, target: bytearray) -> int:  # type: ignore[override]
        self._left = self._left or next(self._parts, b"")
        some = self._left[: len(target)]
        target[: len(some)] = some
        self._left = self._left[len(some) :]
        return len(some)


def test_a_large_feed_does_not_fill_the_memory() -> None:
    text = io.TextIOWrapper(io.BufferedReader(Endless(300)), "utf-8")
    tracemalloc.start()
    try:
        count = sum(1 for _ in json_feed.elements(text))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 30_001
    assert peak < 12_000_000  # of 16 MB


def test_a_feed_on_the_web_is_fetched_into_a_file() -> None:
    content = feed(item(review(1))).encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(content) + content
    heard: list[tuple[int, int]] = []
    with server(lambda connection: connection.sendall(answer)) as origin:
        allowed = limits(origin).allowed
        with open_feed(f"{origin}/feed", allowed, lambda done, whole: heard.append((done, whole))) as found:
            assert numbers([one.entry for one in told(found) if one.entry]) == [1]
    assert heard[-1] == (len(content), len(content))


def test_a_feed_that_is_cut_off_on_the_way_is_not_used() -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{"
    with server(lambda connection: connection.sendall(answer)) as origin, pytest.raises(NotFetched, match="cut off"):
        download(f"{origin}/feed", io.BytesIO(), limits(origin))


def test_a_fetch_ends_when_nobody_wants_it() -> None:
    def unwanted(*_: int) -> None:
        raise Stopped

    answer = b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{"
    with server(lambda connection: connection.sendall(answer)) as origin, pytest.raises(Stopped):
        download(f"{origin}/feed", io.BytesIO(), limits(origin), unwanted)
