"""Taking an article in again: a further revision, what changed in it, and what that does to its claims.

Fetching, reading and comparing happen before the transaction, never inside it.
"""

from typing import BinaryIO

from claims_db import views
from claims_db.vocabulary import Action
from workbench.desk.as_written import anchored, article_of
from workbench.desk.entries import ArticleEntry
from workbench.desk.further_text import difference_of, further_text
from workbench.desk.intake import queued
from workbench.desk.proposing import Told, propose
from workbench.desk.refetch_entries import ArticleDifference, Refetched
from workbench.desk.workplace import Workplace
from workbench.domain.progress import Progress
from workbench.domain.references import article_reference
from workbench.errors import BadInput


def refetch(
    place: Workplace, number: int, location: str, stdin: BinaryIO | None, progress: Progress, *, replaced: bool
) -> Refetched:
    """Take an article in again; claims that stand in the new text are placed in it, words that are new are claims."""
    with place.read() as connection:
        url = views.article_sheet(connection, number).row.url
        older = views.revision_text(connection, number)
    where = location or url or older.origin.removeprefix("-")
    if not where:
        raise BadInput(
            f"{article_reference(number)} has no address to fetch again.",
            "Name the file or the address that has its new text.",
        )
    proposal = propose(place.reader, place.parser, where, Told(older.published), stdin, None, progress)
    if proposal.normalised.text == older.text:
        return Refetched(number, older.number, None, (), ())
    progress("comparing", 0, 0)
    further = further_text(place, older, proposal)
    if further.replaced and not replaced:
        raise BadInput(
            f"Nothing of the text of {article_reference(number)} is left there.",
            f"It may be another page. 'workbench article refetch {article_reference(number)} --replaced' keeps it all "
            "the same.",
        )
    language = proposal.extraction.language
    new = queued(place, [anchored(one, proposal.normalised, language) for one in further.new])
    article = article_of(ArticleEntry(where), proposal)
    with place.work(Action.ARTICLE_REFETCHED) as work:
        # Nobody else has taken it in again meanwhile.
        work.articles.revision(number, older.number)
        stored = work.articles.revise(number, article)
        work.articles.place_again((*further.kept, *further.back), stored)
        numbers = work.articles.add_claims(new, stored)
    back = tuple(claim for claim, _, _ in further.back)
    return Refetched(number, further.difference.newer, further.difference, numbers, back)


def differences(place: Workplace, number: int, older: int | None, newer: int | None) -> ArticleDifference:
    """Set two texts of an article against each other: the latest and the one before it, or those that are named."""
    with place.read() as connection:
        after = views.revision_text(connection, number, newer)
        first = after.number - 1 if older is None else older
        if older is not None and older >= after.number:
            raise BadInput(
                f"Revision {older} is not before revision {after.number}.", "Give the older one first, the newer last."
            )
        if first < 1:
            raise BadInput(
                f"{article_reference(number)} has no text before revision {after.number}.",
                "'workbench article refetch' takes in the text that it has now.",
            )
        before = views.revision_text(connection, number, first)
        claims = views.claims_of_revision(connection, number, first)
    return difference_of(before, after.number, after.text, claims)
