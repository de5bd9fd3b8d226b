"""Read prior checks from a file or an address, one after another, whatever form they are in."""

import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, NamedTuple, TextIO

from claims_db.rows import PriorEntry
from workbench.domain.prior_entry import BrokenRecord, FeedPart
from workbench.domain.progress import HowFar, no_step_heard
from workbench.domain.text import printable
from workbench.errors import BadInput
from workbench.sources.addresses import is_address
from workbench.sources.brought import opened
from workbench.sources.decoding import encoding_of
from workbench.sources.json_ld import BrokenBlock, Node, blocks
from workbench.sources.priors.claim_review import entry_of, reviews
from workbench.sources.priors.json_feed import elements
from workbench.sources.priors.table import table_rows

LARGEST_PAGE = 10_000_000
"""A page is read as a whole; feeds and tables have no largest size on disk."""

LARGEST_FETCHED = 1_000_000_000
_SECONDS = 1_800.0
_HEAD = 4_096
_WESTERN = "windows-1252"
_WANTED = "a feed, a page or a table, or an address that begins with https://"


class Feed(NamedTuple):
    """A feed that is open: what it is called, its bytes, and how many there are."""

    name: str
    stream: BinaryIO
    size: int


@contextmanager
def open_feed(location: str, allowed: frozenset[str] = frozenset(), hear: HowFar = no_step_heard) -> Iterator[Feed]:
    """Open a file, or fetch an address into a file that is gone afterwards; ``hear`` hears how many bytes have come.

    Raises:
        BadInput: there is no such file, or it can't be read.
        NotFetched: the address was refused or did not answer.
        Stopped: nobody wants it any more.

    """
    if not is_address(location):
        with opened(location, _WANTED) as stream:
            yield Feed(location, stream, os.fstat(stream.fileno()).st_size)
        return
    from workbench.sources.fetch import download  # noqa: PLC0415 - requests costs 100 ms, and most feeds are files
    from workbench.sources.guarded import Limits  # noqa: PLC0415 - as above

    with tempfile.TemporaryFile() as stream:
        bounds = Limits(LARGEST_FETCHED, 2 * LARGEST_FETCHED, seconds=_SECONDS, allowed=allowed)
        download(location, stream, bounds, hear)
        size = stream.tell()
        stream.seek(0)
        yield Feed(location, stream, size)


def told(feed: Feed) -> Iterator[FeedPart]:
    """Give the prior checks of a feed, and the records of it that can't be used, in their order.

    Raises:
        BadInput: it is no feed of prior checks.

    """
    encoding = encoding_of(feed.stream)
    head = feed.stream.read(_HEAD).decode(encoding, "replace").lstrip()
    feed.stream.seek(0)
    if head[:1] in {"{", "["} and encoding == _WESTERN:
        # JSON is UTF-8 by its standard.
        encoding = "utf-8-sig"
    # Bytes that are no text are told of where they stand; they hold up no other record.
    text = io.TextIOWrapper(feed.stream, encoding, "surrogateescape", newline="")
    try:
        if head[:1] in {"{", "["}:
            yield from _of_json(feed, text)
        elif head[:1] == "<":
            yield from _of_page(feed, text)
        else:
            yield from _of_table(feed, text)
    finally:
        text.detach()


def _of_json(feed: Feed, text: TextIO) -> Iterator[FeedPart]:
    for element in elements(text):
        place, done = f"record {element.place}", _done(feed)
        if element.problem:
            yield FeedPart(None, BrokenRecord(place, element.problem), done)
        else:
            yield from _of_reviews(list(reviews(element.value)), place, done)


def _of_page(feed: Feed, text: TextIO) -> Iterator[FeedPart]:
    if feed.size > LARGEST_PAGE:
        raise BadInput(f"{printable(feed.name)} is a page of {feed.size / 1e6:.0f} MB.", "Name a feed or a table.")
    none = True
    for place, block in enumerate(blocks(text.read()), 1):
        if isinstance(block, BrokenBlock):
            none = False
            yield FeedPart(None, BrokenRecord(f"block {place}", str(block)), feed.size)
        elif found := list(reviews(block)):
            none = False
            yield from _of_reviews(found, f"block {place}", feed.size)
    if none:
        raise BadInput(f"{printable(feed.name)} has no ClaimReview.", "Name a page that has one, a feed or a table.")


def _of_table(feed: Feed, text: TextIO) -> Iterator[FeedPart]:
    for row in table_rows(text):
        yield _told(row.entry, f"line {row.line}", row.problem, _done(feed))


def _of_reviews(found: list[Node], place: str, done: int) -> Iterator[FeedPart]:
    if not found:
        yield FeedPart(None, BrokenRecord(place, "there is no ClaimReview in it"), done)
    for at, review in enumerate(found, 1):
        where = place if len(found) == 1 else f"{place}, review {at}"
        try:
            yield _told(entry_of(review), where, "", done)
        except BadInput as bad:
            yield FeedPart(None, BrokenRecord(where, bad.message), done)


def _told(entry: PriorEntry | None, place: str, problem: str, done: int) -> FeedPart:
    return FeedPart(entry, BrokenRecord(place, problem) if entry is None else None, done)


def _done(feed: Feed) -> int:
    return feed.stream.tell()
