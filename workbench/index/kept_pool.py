"""The pool of one desk on this machine: filled from the database by change number, made anew when it can't be read.

A whole pool is filled in steps, each written together with up to where it goes. Who is stopped or killed goes on from
the last one, and what was filled so far can be asked meanwhile.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from claims_db import views
from claims_db.engine import Connection
from claims_db.rows import JournalPoint, Pooled, PoolTouched
from workbench.domain.priors import Prior, PriorKind
from workbench.domain.progress import HowFar
from workbench.domain.searching import IndexLost
from workbench.index.kept_folder import KeptFolder, waiting_of
from workbench.index.opening import IndexDamaged, not_writable, of_the_disk, remove_index
from workbench.index.priors import PriorIndex

Read = Callable[[], AbstractContextManager[Connection]]
"""Begins one read of the database."""

VERSION = 1
"""Counts up with every change of the fields, of how words are cut, or of what the pool holds."""

_AT_ONCE = 500
_ALL = (1 << 31) - 1
"""Behind the last number that the database can give."""


class _Standing(NamedTuple):
    """Up to where a pool goes: to a point of the journal; while it is filled, to these numbers."""

    at: JournalPoint = JournalPoint()
    claim: int = _ALL
    check: int = _ALL

    @property
    def whole(self) -> bool:
        return self.claim == self.check == _ALL

    def words(self) -> str:
        return json.dumps([*self.at, self.claim, self.check])


def _standing_of(words: str) -> _Standing | None:
    try:
        sequence, digest, claim, check = json.loads(words)
        return _Standing(JournalPoint(int(sequence), str(digest)), int(claim), int(check))
    except (ValueError, TypeError):
        return None


class KeptPool(KeptFolder):
    """Implements ``DeskPool`` on a folder; threads may share one. One of them fills it while others ask."""

    step = "filling the pool of claims and prior checks"

    def __init__(self, cache: Path, read: Read) -> None:
        self._read = read
        with read() as connection:
            desk = views.desk(connection).public_id
        super().__init__(cache / "index" / f"{desk}-pool-v{VERSION}")
        self._index: PriorIndex | None = None

    def pool(self) -> PriorIndex:
        """Give what there is by now; one that can't be read is empty."""
        with self._lock:
            return self._index or PriorIndex()

    def _filled(self, told: HowFar) -> bool:
        """Fill the pool, this thread being its only writer."""
        standing = self._standing()
        try:
            if standing is not None and self._went_on(standing, told):
                return True
        except IndexDamaged as problem:
            if of_the_disk(problem):
                raise not_writable(self._folder, problem) from problem
        with self._lock:
            self._index = None
        remove_index(self._folder)
        try:
            with self._lock:
                self._index = PriorIndex(self._folder)
            with self._read() as connection:
                begun = _Standing(views.pool_touched(connection, JournalPoint()).head, 0, 0)
            return self._went_on(begun, told)
        except IndexDamaged as problem:
            raise not_writable(self._folder, problem) from problem

    def _went_on(self, standing: _Standing, told: HowFar) -> bool:
        """Fill from where the pool stands; say whether that could be done."""
        index = self._index
        if index is None:
            return False
        if not standing.whole:
            rest = _Rest(self._read, standing)
            index.add(rest, told, rest.whole(), mark=rest.mark)
            standing = _Standing(standing.at)
        touched = self._touched(standing)
        if touched.everything:
            return False
        if touched.head != standing.at:
            changed = _Changed(self._read, touched, standing)
            index.add(changed, told, len(changed.ids), gone=changed.ids, mark=changed.mark)
        return True

    def _waiting(self) -> int | None:
        standing = self._standing()
        if standing is None or not standing.whole:
            with self._read() as connection:
                return max(1, views.pool_count(connection))
        return waiting_of(self._touched(standing), standing.at)

    def _forget(self) -> None:
        self._index = None

    def _touched(self, standing: _Standing) -> PoolTouched:
        with self._read() as connection:
            return views.pool_touched(connection, standing.at)

    def _standing(self) -> _Standing | None:
        """Give up to where the pool goes; another process may have filled it since. None where it can't be read."""
        try:
            with self._lock:
                if not (self._folder / "meta.json").exists():
                    self._index = None
                    return None
                if self._index is None:
                    self._index = PriorIndex(self._folder)
                self._index.reload()
                return _standing_of(self._index.mark())
        except (IndexDamaged, IndexLost):
            self.drop()
            return None


class _Rest:
    """What a pool has not got yet, read by and by; ``mark`` says up to where it was given."""

    def __init__(self, read: Read, standing: _Standing) -> None:
        self._read, self._standing, self._done = read, standing, False

    def whole(self) -> int:
        with self._read() as connection:
            return views.pool_count(connection) - views.pool_count(
                connection, self._standing.claim, self._standing.check
            )

    def mark(self) -> str:
        return (_Standing(self._standing.at) if self._done else self._standing).words()

    def __iter__(self) -> Iterator[Prior]:
        for one in self._after(views.pooled_claims_after, self._standing.claim):
            self._standing = self._standing._replace(claim=one.number)
            yield _prior(PriorKind.CLAIM, one)
        for one in self._after(views.pooled_checks_after, self._standing.check):
            self._standing = self._standing._replace(check=one.number)
            yield _prior(PriorKind.CHECK, one)
        self._done = True

    def _after(self, view: Callable[[Connection, int, int], tuple[Pooled, ...]], number: int) -> Iterator[Pooled]:
        while True:
            with self._read() as connection:
                found = view(connection, number, _AT_ONCE)
            if not found:
                return
            yield from found
            number = found[-1].number


class _Changed:
    """What was written since, read again; ``mark`` says so only when all of it was given."""

    def __init__(self, read: Read, touched: PoolTouched, before: _Standing) -> None:
        self._read, self._touched, self._before, self._done = read, touched, before, False
        self.ids = [
            *map(PriorKind.CLAIM.id, touched.claims),
            *map(PriorKind.CHECK.id, touched.checks),
        ]

    def mark(self) -> str:
        return (_Standing(self._touched.head) if self._done else self._before).words()

    def __iter__(self) -> Iterator[Prior]:
        for kind, view, names in (
            (PriorKind.CLAIM, views.pooled_claims, self._touched.claims),
            (PriorKind.CHECK, views.pooled_checks, self._touched.checks),
        ):
            for some in _parts(names):
                with self._read() as connection:
                    found = view(connection, some)
                yield from (_prior(kind, one) for one in found)
        self._done = True


def _parts(names: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(names), _AT_ONCE):
        yield names[start : start + _AT_ONCE]


def _prior(kind: PriorKind, one: Pooled) -> Prior:
    return Prior(kind.id(one.public_id), one.words, one.title, one.claimer)
