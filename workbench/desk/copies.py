"""Wire copies: the articles of the desk of which a text is a copy.

The index offers articles that have the same runs of words, the database gives their texts, and these decide.
"""

from claims_db import views
from workbench.desk.copy_entries import CopyOf
from workbench.desk.workplace import Workplace
from workbench.domain.evidence.compared_text import ComparedText, compared
from workbench.domain.progress import Progress, unheard
from workbench.domain.searching import IndexLost, SearchIndex, Sharing
from workbench.matching.wire_copies import wire_copy

_OFFERED = 8
"""So many articles are compared word for word."""

_UNHEARD = 200
"""So many claims and articles are taken up at once."""

_FEWEST = 2
"""One run of five words in common tells nothing; where a text has hardly any, all of them are needed."""


def article_copies(place: Workplace, number: int, progress: Progress) -> tuple[CopyOf, ...]:
    """Give the articles of which an article's latest text is a copy."""
    with place.read() as connection:
        text = views.revision_text(connection, number).text
    return copies_of(place, text, progress, without=number)


def copies_of(
    place: Workplace, text: str, progress: Progress = unheard, *, without: int | None = None
) -> tuple[CopyOf, ...]:
    """Give the articles of which a text is a copy, the one that has most of it first."""
    copy = compared(text)
    offered = [one.article for one in _offered(place, copy, progress) if one.article != without]
    with place.read() as connection:
        articles = views.searched_articles_numbered(connection, offered)
    found = []
    for article in articles:
        same = wire_copy(copy, compared(article.text))
        if same is not None:
            found.append(CopyOf(article.number, article.title, article.outlet, same))
    return tuple(sorted(found, key=lambda one: (-one.copy.of_copy, one.article)))


def _offered(place: Workplace, copy: ComparedText, progress: Progress) -> list[Sharing]:
    prints = copy.prints
    least = min(_FEWEST, len(prints))
    index = place.index()
    _refresh(index, progress)
    try:
        offered = index.sharing(prints, _OFFERED + 1)
    except IndexLost:
        _refresh(index, progress)
        offered = index.sharing(prints, _OFFERED + 1)
    return [one for one in offered if one.prints >= least]


def _refresh(index: SearchIndex, progress: Progress) -> None:
    """Take up what was written since; nobody has to hear of a few rows, or to stop them."""
    if not index.refresh(at_most=_UNHEARD):
        index.refresh(progress)
