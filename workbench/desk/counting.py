"""Counts of sources: the captured texts are compared, so that one word told twice counts once."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from claims_db import views
from claims_db.rows import ClaimSheet, SourceCount, SourceRow
from workbench.desk.workplace import Workplace
from workbench.domain.evidence.source_count import count, pieces_of
from workbench.errors import WorkbenchError
from workbench.sources.capture.store import ContentStore

_KEPT = 256
_AT_ONCE = 500
Captured = Mapping[str, str]
"""The digest of the latest captured text of each source, by its public id."""
_Read = Callable[[str], bytes]


class _Text(NamedTuple):
    """The captured text of a source: which one, and its file."""

    source: str
    sha256: str


def captured(place: Workplace, sheets: Iterable[ClaimSheet]) -> Captured:
    """Give what was captured of the sources of some claims, which are compared: those of claims that have several."""
    several = (sources for sheet in sheets if len(sources := pieces_of(sheet.evidence)[0]) > 1)
    named = list(dict.fromkeys(source.public_id for sources in several for source in sources))
    if not named:
        return {}
    with place.read() as connection:
        parts = (named[start : start + _AT_ONCE] for start in range(0, len(named), _AT_ONCE))
        return {source: sha256 for some in parts for source, sha256 in views.captured_texts(connection, some)}


def with_count(place: Workplace, sheet: ClaimSheet, texts_of: Captured) -> ClaimSheet:
    """Give a claim with the number of its sources; ``texts_of`` has what was captured of them."""
    sources, pieces = pieces_of(sheet.evidence)
    if not sources:
        return sheet
    told, texts, unread = tuple(pieces.items()), tuple[_Text, ...](), 0
    read: _Read = _nothing
    ids = [source.public_id for source in sources]
    known = [_Text(one, texts_of[one]) for one in ids if one in texts_of] if len(ids) > 1 else []
    if known:
        store = place.capturer().store
        texts, read = tuple(text for text in known if _is_there(store, text.sha256)), store.read
        unread = len(known) - len(texts)
    try:
        counted = _count(sources, told, texts, unread, read)
    except WorkbenchError:
        # Looked at anew each time: what is sealed for a key that is locked may be read soon.
        readable = tuple(text for text in texts if _is_readable(text, read))
        counted = _count(sources, told, readable, unread + len(texts) - len(readable), read)
    return sheet._replace(sources=counted)


def _is_there(store: ContentStore, sha256: str) -> bool:
    """Say whether a text can be compared; a folder that is shut must not keep a claim from being read."""
    try:
        return store.has(sha256)
    except WorkbenchError:
        return False


def _is_readable(text: _Text, read: _Read) -> bool:
    try:
        read(text.sha256)
    except WorkbenchError:
        return False
    return True


def _nothing(_sha256: str) -> bytes:
    return b""


@lru_cache(maxsize=_KEPT)
def _count(
    sources: tuple[SourceRow, ...],
    pieces: tuple[tuple[str, tuple[int, ...]], ...],
    texts: tuple[_Text, ...],
    unread: int,
    read: _Read,
) -> SourceCount:
    """Count once for the same sources and texts: a claim is looked at often, and comparing takes its time.

    Raises:
        WorkbenchError: a text can't be read.

    """
    words = {text.source: read(text.sha256).decode("utf-8", "replace") for text in texts}
    return count(sources, dict(pieces), words, unread)
