"""The index of one desk on this machine: kept in a folder, filled when it is asked, made anew when it can't be read."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import tantivy

from claims_db import views
from claims_db.rows import Touched
from workbench.domain.progress import HowFar
from workbench.domain.search_words import Sought
from workbench.domain.searching import Candidate, HitKind, IndexLost, Part, Passage, Sharing
from workbench.index.filling import Filling, Read
from workbench.index.kept_folder import KeptFolder, waiting_of
from workbench.index.opening import (
    IndexDamaged,
    clear_older,
    folder_of,
    make_index,
    not_writable,
    of_the_disk,
    open_index,
    reading_index,
)
from workbench.index.passages import passage_of
from workbench.index.queries import query_of, sharing_query
from workbench.index.schema import PRINTS
from workbench.index.standing import Standing, read_standing


class KeptIndex(KeptFolder):
    """Implements ``SearchIndex`` on a folder; threads may share one. One of them fills it while others search."""

    step = "filling the search index"

    def __init__(self, cache: Path, read: Read) -> None:
        self._read = read
        with read() as connection:
            self._desk = views.desk(connection).public_id
        super().__init__(folder_of(cache, self._desk))
        self._index: tantivy.Index | None = None

    def candidates(
        self, sought: Sought, among: Collection[int] | None, start: int, count: int
    ) -> tuple[Candidate, ...]:
        """Give what fits, what fits best first, from ``start`` on; ``among`` are the only claims to look at.

        Raises:
            BadInput: none of the words can be looked for.
            IndexLost: the index can't be read; ``refresh`` makes it anew.

        """
        return tuple(_candidate(document) for _, document in self._hits(query_of(sought, among), start, count))

    def holders(self, prints: Sequence[int]) -> tuple[int, ...]:
        """Say for each print how many articles have it.

        Raises:
            IndexLost: the index can't be read; ``refresh`` makes it anew.

        """
        with self._searching() as searcher:
            return tuple(searcher.doc_freq(PRINTS, one) for one in prints) if searcher else (0,) * len(prints)

    def sharing(self, prints: Collection[int], count: int) -> tuple[Sharing, ...]:
        """Give the articles that have most of these prints, those first.

        Raises:
            IndexLost: the index can't be read; ``refresh`` makes it anew.

        """
        hits = self._hits(sharing_query(prints), 0, count) if prints else []
        return tuple(Sharing(_number(document, "article"), round(score)) for score, document in hits)

    def passage(self, sought: Sought, parts: Sequence[Part]) -> Passage:
        """Give the stretch of a text in which most of the words stand."""
        return passage_of(sought, parts)

    def _hits(self, query: tantivy.Query, start: int, count: int) -> list[tuple[float, tantivy.Document]]:
        with self._searching() as searcher:
            hits = searcher.search(query, count, count=False, offset=start).hits if searcher else []
            return [(score, searcher.doc(address)) for score, address in hits if searcher]

    @contextmanager
    def _searching(self) -> Iterator[tantivy.Searcher | None]:
        """Search the index as it is now; None where there is none yet.

        Raises:
            IndexLost: a file of it can't be read.

        """
        with self._lock:
            index = self._index
        try:
            with reading_index():
                yield None if index is None else index.searcher()
        except IndexDamaged as problem:
            self.drop()
            raise IndexLost from problem

    def _filled(self, told: HowFar) -> bool:
        """Fill the index, this thread being its only writer."""
        standing = self._standing()
        if standing is not None:
            try:
                self._fill(standing, told)
            except IndexDamaged as problem:
                if of_the_disk(problem):
                    raise not_writable(self._folder, problem) from problem
            else:
                return True
        with self._lock:
            self._index = make_index(self._folder)
        clear_older(self._folder, self._desk)
        try:
            self._fill(Standing(), told)
        except IndexDamaged as problem:
            raise not_writable(self._folder, problem) from problem
        return True

    def _fill(self, standing: Standing, told: HowFar) -> None:
        index = self._index
        if index is None:
            return
        with reading_index():
            filling = Filling(index, self._read, told)
            with closing(filling):
                touched = self._touched(standing)
                if touched.everything:
                    standing = Standing(touched.head, 0, 0, 0)
                    filling.begin()
                if not standing.whole:
                    standing = filling.everything(standing)
                    touched = self._touched(standing)
                if touched.head != standing.at:
                    filling.changed(touched)

    def _waiting(self) -> int | None:
        standing = self._standing()
        if standing is None or not standing.whole:
            return None
        return waiting_of(self._touched(standing), standing.at)

    def _forget(self) -> None:
        self._index = None

    def _touched(self, standing: Standing) -> Touched:
        with self._read() as connection:
            return views.touched(connection, standing.at)

    def _standing(self) -> Standing | None:
        """Give up to where the index goes; another process may have filled it since. None where it can't be read."""
        try:
            with self._lock:
                if self._index is None or not (self._folder / "meta.json").exists():
                    self._index = open_index(self._folder)
                index = self._index
            if index is None:
                return None
            with reading_index():
                index.reload()
                return read_standing(index)
        except IndexDamaged:
            self.drop()
            return None


def _candidate(document: tantivy.Document) -> Candidate:
    return Candidate(
        HitKind(_name(document, "what")),
        _number(document, "claim"),
        _number(document, "article"),
        _number(document, "evidence"),
        _name(document, "verdict"),
        _number(document, "prior"),
    )


def _number(document: tantivy.Document, field: str) -> int:
    return int(document.get_first(field) or 0)


def _name(document: tantivy.Document, field: str) -> str:
    return str(document.get_first(field) or "")
