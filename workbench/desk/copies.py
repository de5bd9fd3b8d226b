"""Wire copies: the articles of the desk of which a text is a copy.

The index offers articles that have the same runs of words, the database gives their texts, and these decide.
"""

from statistics import median

from claims_db import views
from workbench.desk.copy_entries import CopyOf
from workbench.desk.workplace import Workplace
from workbench.domain.evidence.compared_text import ComparedText, compared, leaving_out
from workbench.domain.progress import Progress, unheard
from workbench.domain.searching import IndexLost, SearchIndex
from workbench.matching.wire_copies import wire_copy

_OFFERED = 5
"""So many articles are compared word for word."""

_UNHEARD = 200
"""So many claims and articles are taken up at once."""

_FEWEST, _MOST, _PART = 2, 4, 20
"""How many runs have to be the same at least: a turn of speech gives one or two, of a long text some more."""

_LEAST = 0.1
"""What share of the prints of the shorter text is the same in a copy at least."""

_MANY, _TIMES = 20, 4
"""What stands in so many articles, and so many times more often than the rest of a text, is under all of an outlet's."""


def article_copies(place: Workplace, number: int, progress: Progress) -> tuple[CopyOf, ...]:
    """Give the articles of which an article's latest text is a copy."""
    with place.read() as connection:
        text = views.revision_text(connection, number).text
    return copies_of(place, text, progress, without=number)


def copies_of(
    place: Workplace, text: str, progress: Progress = unheard, *, without: int | None = None
) -> tuple[CopyOf, ...]:
    """Give the articles of which a text is a copy, the one that has most of it first."""
    index = place.index()
    _refresh(index, progress)
    try:
        return _copies(place, index, text, without)
    except IndexLost:
        _refresh(index, progress)
        return _copies(place, index, text, without)


def _copies(place: Workplace, index: SearchIndex, text: str, itself: int | None) -> tuple[CopyOf, ...]:
    copy = _read(index, compared(text))
    prints = copy.prints
    least = min(max(_FEWEST, len(prints) // _PART), _MOST, len(prints))
    offered = [one.article for one in index.sharing(prints, _OFFERED + 1) if one.prints >= least]
    with place.read() as connection:
        articles = views.searched_articles_numbered(connection, [one for one in offered if one != itself])
    found = []
    for article in articles:
        other = compared(article.text)
        if not _likely(prints, other):
            continue
        # What counts is how much of the shorter one the longer one has.
        same = wire_copy(copy, _read(index, other) if len(other.keys) < len(copy.keys) else other)
        if same is not None:
            found.append(CopyOf(article.number, article.title, article.outlet, same))
    return tuple(sorted(found, key=lambda one: (-one.copy.of_copy, one.article)))


def _likely(prints: frozenset[int], other: ComparedText) -> bool:
    """Say whether two texts may be copies: where words were exchanged, fewer prints than words are the same."""
    theirs = other.all_prints
    return len(prints & theirs) >= _LEAST * min(len(prints), len(theirs))


def _read(index: SearchIndex, read: ComparedText) -> ComparedText:
    """Leave out of a text what stands under all articles of an outlet."""
    prints = sorted(read.all_prints)
    held = index.holders(prints)
    most = max(_MANY, _TIMES * median(held)) if held else 0
    common = frozenset(one for one, count in zip(prints, held, strict=True) if count > most)
    return leaving_out(read, common) if common else read


def _refresh(index: SearchIndex, progress: Progress) -> None:
    """Take up what was written since; nobody has to hear of a few rows, or to stop them."""
    if not index.refresh(at_most=_UNHEARD):
        index.refresh(progress)
