"""Bring an index up to the journal: what was written since is read again, or everything.

Everything is read in steps, each of which is written together with up to where it goes: who is stopped or killed goes
on from the last one, and what was filled so far can be searched meanwhile.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager

import tantivy

from claims_db import views
from claims_db.engine import Connection
from claims_db.rows import Touched
from workbench.domain.progress import HowFar, Stopped
from workbench.index.documents import article_document, claim_documents, prior_document
from workbench.index.standing import Standing, write_standing

Read = Callable[[], AbstractContextManager[Connection]]
"""Begins one read of the database."""

_CLAIMS, _ARTICLES, _PRIORS = 500, 50, 500
"""How many are read at once: a read that lasts would hold up the clearing away of old rows, and the screen."""

_STEP = 50_000
"""How many claims, or what takes as long, are written in one step."""

_HEAP = 50_000_000
_BREATH = 0.001
"""Seconds for which the screen is let before each read."""


class Filling:
    """One writer of an index, which fills it and is closed."""

    def __init__(self, index: tantivy.Index, read: Read, told: HowFar) -> None:
        """Begin; ``told`` hears how much was read, and may raise ``Stopped``."""
        self._index = index
        self._read = read
        self._told = told
        self._writer = index.writer(_HEAP, 1)
        self._done = self._since = 0

    def close(self) -> None:
        """Wait until the files are in order."""
        self._writer.wait_merging_threads()
        self._index.reload()

    def begin(self) -> None:
        """Take out whatever is there; it goes with the first step of ``everything``."""
        self._writer.delete_all_documents()

    def everything(self, standing: Standing) -> Standing:
        """Read all that the index has not got yet; say up to where it goes then."""
        with self._read() as connection:
            whole = views.searched_count(connection)
            self._done = views.searched_count(connection, *standing[1:])
        try:
            while (standing := self._next(standing)) and not standing.whole:
                self._since += 1
                self._told(self._done, max(whole, self._done))
                if self._since >= _STEP // _CLAIMS:
                    self._write(standing)
        except Stopped:
            self._write(standing)
            raise
        self._write(standing)
        return standing

    def changed(self, touched: Touched) -> Standing:
        """Read again what was touched, in one step: the index is as before or as the journal's point says."""
        done = 0
        try:
            for owner in (*touched.claims, *touched.articles, *touched.checks):
                self._writer.delete_documents_by_term("owner", owner)
            for names, at_once, documents in (
                (touched.claims, _CLAIMS, _of_claims),
                (touched.articles, _ARTICLES, _of_articles),
                (touched.checks, _PRIORS, _of_priors),
            ):
                for start in range(0, len(names), at_once):
                    self._told(done + start, touched.size)
                    with self._read() as connection:
                        self._add(documents(connection, names[start : start + at_once]))
                done += len(names)
        except Stopped:
            self._writer.rollback()
            raise
        standing = Standing(touched.head)
        self._write(standing)
        return standing

    def _next(self, standing: Standing) -> Standing:
        """Read the next claims, after the last of them the next articles, after those the next prior checks."""
        time.sleep(_BREATH)
        with self._read() as connection:
            claims = views.searched_claims_after(connection, standing.claim, _CLAIMS)
            articles = () if claims else views.searched_articles_after(connection, standing.article, _ARTICLES)
            checks = () if claims or articles else views.priors_after(connection, standing.prior, _PRIORS)
        self._done += len(claims) + len(articles) + len(checks)
        if claims:
            self._add(document for claim in claims for document in claim_documents(claim))
            return standing._replace(claim=claims[-1].sheet.number)
        if articles:
            self._add(map(article_document, articles))
            return standing._replace(article=articles[-1].number)
        if checks:
            self._add(map(prior_document, checks))
            return standing._replace(prior=checks[-1].number)
        return Standing(standing.at)

    def _write(self, standing: Standing) -> None:
        write_standing(self._writer, standing)
        self._writer.commit()
        self._index.reload()
        self._since = 0

    def _add(self, documents: Iterable[tantivy.Document]) -> None:
        for document in documents:
            self._writer.add_document(document)


def _of_claims(connection: Connection, names: Sequence[str]) -> Iterator[tantivy.Document]:
    for claim in views.searched_claims(connection, names):
        yield from claim_documents(claim)


def _of_articles(connection: Connection, names: Sequence[str]) -> Iterator[tantivy.Document]:
    return map(article_document, views.searched_articles(connection, names))


def _of_priors(connection: Connection, names: Sequence[str]) -> Iterator[tantivy.Document]:
    return map(prior_document, views.priors_named(connection, names))
