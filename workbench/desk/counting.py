"""Counts of sources: the captured texts are compared, so that one word told twice counts once."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from claims_db import views
from claims_db.rows import ArticleReport, ClaimReport, ClaimSheet, SourceCount, SourceRow
from workbench.desk.workplace import Workplace
from workbench.domain.evidence.source_count import count, pieces_of
from workbench.errors import WorkbenchError
from workbench.sources.capture.store import ContentStore

_KEPT = 256


class _Text(NamedTuple):
    """The captured text of a source: which one, and its file."""

    source: str
    sha256: str


def with_count(place: Workplace, sheet: ClaimSheet) -> ClaimSheet:
    """Give a claim with the number of its sources."""
    sources, pieces = pieces_of(sheet.evidence)
    if not sources:
        return sheet
    texts: tuple[_Text, ...] = ()
    unread, folder = 0, Path()
    if len(sources) > 1:
        with place.read() as connection:
            known = views.captured_texts(connection, [source.public_id for source in sources])
        if known:
            store = place.capturer().store
            texts = tuple(_Text(*pair) for pair in known if _is_there(store, pair[1]))
            unread, folder = len(known) - len(texts), store.folder
    counted = _count(sources, tuple(pieces.items()), texts, unread, folder)
    return sheet._replace(sources=counted)


def _is_there(store: ContentStore, sha256: str) -> bool:
    """Say whether a text can be compared; a folder that is shut must not keep a claim from being read."""
    try:
        return store.has(sha256)
    except WorkbenchError:
        return False


def with_counts(place: Workplace, reports: Sequence[ArticleReport]) -> tuple[ArticleReport, ...]:
    """Give reports whose claims have the numbers of their sources."""
    return tuple(report._replace(claims=tuple(_reported(place, one) for one in report.claims)) for report in reports)


def _reported(place: Workplace, claim: ClaimReport) -> ClaimReport:
    return claim._replace(sheet=with_count(place, claim.sheet))


@lru_cache(maxsize=_KEPT)
def _count(
    sources: tuple[SourceRow, ...],
    pieces: tuple[tuple[str, tuple[int, ...]], ...],
    texts: tuple[_Text, ...],
    unread: int,
    folder: Path,
) -> SourceCount:
    """Count once for the same sources and texts: a claim is looked at often, and comparing takes its time."""
    store = ContentStore(folder)
    read: dict[str, str] = {}
    for text in texts:
        try:
            read[text.source] = store.read(text.sha256).decode("utf-8", "replace")
        except WorkbenchError:
            unread += 1
    return count(sources, dict(pieces), read, unread)
