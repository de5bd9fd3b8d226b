"""Bring an index up to the journal: what was written since is read again, or everything."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

import tantivy

from claims_db import views
from claims_db.engine import Connection
from claims_db.rows import SearchedArticle, SearchedClaim, Touched
from workbench.domain.progress import HowFar, Stopped, no_step_heard
from workbench.index.documents import POSITION, article_document, claim_documents, position_document

Read = Callable[[], AbstractContextManager[Connection]]
"""Begins one read of the database."""

_CLAIMS, _ARTICLES = 500, 50
"""How many are read at once: a read that lasts would hold up the clearing away of old rows."""

_HEAP = 50_000_000


def fill(index: tantivy.Index, read: Read, touched: Touched, told: HowFar = no_step_heard) -> None:
    """Take up what was touched, in one step of the index: it is either as before or as the journal's point says.

    ``told`` hears how many claims and articles were read; where it raises, the index stays as it was.
    """
    writer = index.writer(_HEAP, 1)
    try:
        if touched.everything:
            writer.delete_all_documents()
            _everything(writer, read, told)
        else:
            _changed(writer, read, touched, told)
            writer.delete_documents_by_term("what", POSITION)
        writer.add_document(position_document(touched.head))
        writer.commit()
    except Stopped:
        writer.rollback()
        raise
    finally:
        writer.wait_merging_threads()


def _everything(writer: tantivy.IndexWriter, read: Read, told: HowFar) -> None:
    with read() as connection:
        whole = views.searched_count(connection)
    done = last = 0
    told(done, whole)
    while claims := _next_claims(read, last):
        _add_claims(writer, claims)
        last = claims[-1].sheet.number
        done += len(claims)
        told(done, whole)
    last = 0
    while articles := _next_articles(read, last):
        _add_articles(writer, articles)
        last = articles[-1].number
        done += len(articles)
        told(done, whole)


def _next_claims(read: Read, last: int) -> tuple[SearchedClaim, ...]:
    with read() as connection:
        return views.searched_claims_after(connection, last, _CLAIMS)


def _next_articles(read: Read, last: int) -> tuple[SearchedArticle, ...]:
    with read() as connection:
        return views.searched_articles_after(connection, last, _ARTICLES)


def _changed(writer: tantivy.IndexWriter, read: Read, touched: Touched, told: HowFar) -> None:
    whole = len(touched.claims) + len(touched.articles)
    for owner in (*touched.claims, *touched.articles):
        writer.delete_documents_by_term("owner", owner)
    for start in range(0, len(touched.claims), _CLAIMS):
        told(start, whole)
        with read() as connection:
            _add_claims(writer, views.searched_claims(connection, touched.claims[start : start + _CLAIMS]))
    for start in range(0, len(touched.articles), _ARTICLES):
        told(len(touched.claims) + start, whole)
        with read() as connection:
            _add_articles(writer, views.searched_articles(connection, touched.articles[start : start + _ARTICLES]))


def _add_claims(writer: tantivy.IndexWriter, claims: Sequence[SearchedClaim]) -> None:
    for claim in claims:
        for document in claim_documents(claim):
            writer.add_document(document)


def _add_articles(writer: tantivy.IndexWriter, articles: Sequence[SearchedArticle]) -> None:
    for article in articles:
        writer.add_document(article_document(article))
