"""The index of one desk on this machine: kept in a folder, filled when it is asked, made anew when it can't be read."""

from collections.abc import Collection, Sequence
from pathlib import Path
from threading import RLock

import tantivy

from claims_db import views
from claims_db.rows import JournalPoint, Touched
from workbench.domain.progress import HowFar, Progress, no_step_heard, step_of, unheard
from workbench.domain.search_words import Sought
from workbench.domain.searching import Candidate, HitKind, Part, Passage
from workbench.index.documents import POSITION
from workbench.index.filling import Read, fill
from workbench.index.opening import (
    IndexDamaged,
    clear_older,
    folder_of,
    make_index,
    not_writable,
    only_writer,
    open_index,
    reading_index,
)
from workbench.index.passages import passage_of
from workbench.index.queries import query_of
from workbench.index.schema import schema


class KeptIndex:
    """Implements ``SearchIndex`` on a folder; threads may share one."""

    def __init__(self, cache: Path, read: Read) -> None:
        self._read = read
        with read() as connection:
            self._desk = views.desk(connection).public_id
        self._folder = folder_of(cache, self._desk)
        self._lock = RLock()
        self._index: tantivy.Index | None = None

    def refresh(self, progress: Progress = unheard) -> bool:
        """Take up what was written since; say whether the index is as the database is now.

        Other threads find what is there meanwhile.

        Raises:
            WorkbenchError: the folder can't be written.
            Stopped: nobody waits for it any more; the index is as it was.

        """
        with self._lock:
            try:
                position = self._position()
                if self._touched(position).head == position:
                    return True
            except IndexDamaged:
                self._index = None
        with only_writer(self._folder) as mine:
            return mine and self._filled(step_of(progress, "filling the search index"))

    def candidates(
        self, sought: Sought, among: Collection[int] | None, start: int, count: int
    ) -> tuple[Candidate, ...]:
        """Give what fits, what fits best first, from ``start`` on; ``among`` are the only claims to look at.

        Raises:
            BadInput: none of the words can be looked for.

        """
        query = query_of(sought, among)
        with self._lock:
            try:
                return self._found(query, start, count)
            except IndexDamaged:
                with only_writer(self._folder) as mine:
                    return self._found(query, start, count) if mine and self._made_anew(no_step_heard) else ()

    def passage(self, sought: Sought, parts: Sequence[Part]) -> Passage:
        """Give the stretch of a text in which most of the words stand."""
        return passage_of(sought, parts)

    def _found(self, query: tantivy.Query, start: int, count: int) -> tuple[Candidate, ...]:
        if self._index is None:
            return ()
        with reading_index():
            searcher = self._index.searcher()
            hits = searcher.search(query, count, count=False, offset=start).hits
            return tuple(_candidate(searcher.doc(address)) for _, address in hits)

    def _filled(self, told: HowFar) -> bool:
        """Fill the index, this thread being its only writer."""
        try:
            with self._lock:
                self._opened_or_made()
                position = self._position()
                index = self._index
            touched = self._touched(position)
            if touched.head != position and index is not None:
                self._write(index, touched, told)
        except IndexDamaged:
            return self._made_anew(told)
        return True

    def _made_anew(self, told: HowFar) -> bool:
        with self._lock:
            index = self._index = make_index(self._folder)
            clear_older(self._folder, self._desk)
        try:
            self._write(index, self._touched(JournalPoint())._replace(everything=True), told)
        except IndexDamaged as problem:
            raise not_writable(self._folder, problem) from problem
        return True

    def _write(self, index: tantivy.Index, touched: Touched, told: HowFar) -> None:
        with reading_index():
            fill(index, self._read, touched, told)
            index.reload()

    def _opened_or_made(self) -> None:
        if self._index is None:
            self._index = open_index(self._folder)
        if self._index is None:
            self._index = make_index(self._folder)
            clear_older(self._folder, self._desk)

    def _touched(self, since: JournalPoint) -> Touched:
        with self._read() as connection:
            return views.touched(connection, since)

    def _position(self) -> JournalPoint:
        """Give up to where the index goes; another process may have filled it since."""
        if self._index is None or not self._folder.exists():
            self._index = open_index(self._folder)
        if self._index is None:
            return JournalPoint()
        with reading_index():
            self._index.reload()
            searcher = self._index.searcher()
            query = tantivy.Query.term_query(schema(), "what", POSITION)
            hits = searcher.search(query, 1, count=False).hits
            if not hits:
                return JournalPoint()
            document = searcher.doc(hits[0][1])
            return JournalPoint(_number(document, "sequence"), _name(document, "hash"))


def _candidate(document: tantivy.Document) -> Candidate:
    return Candidate(
        HitKind(_name(document, "what")),
        _number(document, "claim"),
        _number(document, "article"),
        _number(document, "evidence"),
        _name(document, "verdict"),
    )


def _number(document: tantivy.Document, field: str) -> int:
    return int(document.get_first(field) or 0)


def _name(document: tantivy.Document, field: str) -> str:
    return str(document.get_first(field) or "")
