"""Search: the index offers, the database decides.

The index may be a moment behind, and knows nothing of who asks. So everything it offers is read again as the reviewer
may see it: what is gone, no longer fits or is kept back from this reviewer is passed over.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims_db import views
from claims_db.engine import Connection
from claims_db.rows import ClaimFilter, PriorRow, SearchedArticle, SearchedClaim
from workbench.desk.workplace import Workplace
from workbench.domain.progress import Progress, unheard
from workbench.domain.search_words import Sought, parse_search
from workbench.domain.searched_parts import article_parts, claim_parts, evidence_parts, prior_parts, verdict_parts
from workbench.domain.searching import MOST, Candidate, Found, HitKind, IndexLost, Part, Passage, SearchHit, SearchIndex
from workbench.errors import BadInput

_AT_ONCE, _MOST_AT_ONCE = 200, 4_000
"""How much of what the index offers is read at once: more and more of it where little can be given."""

_INDEXED = {
    name: value
    for name, value in ClaimFilter()._asdict().items()
    if name in {"states", "kinds", "article", "claimer", "via", "assigned", "queue", "minimum_worth", "order"}
}
"""The fields that the index knows, as they are where nothing is asked; the others are the database's to know."""

_TAKEN_UP = 200
"""How many changed claims, articles and prior checks are read again before somebody who types gets an answer."""


@dataclass(frozen=True)
class _Readable:
    """What a reviewer may see of what the index offered, by numbers; ``fitting`` are the claims that still fit."""

    claims: dict[int, SearchedClaim]
    articles: dict[int, SearchedArticle]
    priors: dict[int, PriorRow]
    fitting: frozenset[int]


def search(place: Workplace, words: str, limit: int, progress: Progress = unheard, *, typing: bool = False) -> Found:
    """Find what fits, what fits best first."""
    if not 1 <= limit <= MOST:
        raise BadInput("That many hits can't be given.", f"Give a number from 1 to {MOST}.")
    sought = parse_search(words, typing=typing)
    index = place.index()
    current = index.refresh(progress, _TAKEN_UP if typing else None)
    try:
        return _found(place, index, sought, limit, current=current)
    except IndexLost:
        if typing:
            return Found((), more=False, behind=True)
        return _found(place, index, sought, limit, current=index.refresh(progress))


def _found(place: Workplace, index: SearchIndex, sought: Sought, limit: int, *, current: bool) -> Found:
    hits: list[SearchHit] = []
    for hit in _hits(place, index, sought, limit):
        if len(hits) == limit:
            return Found(tuple(hits), more=True, behind=not current)
        hits.append(hit)
    return Found(tuple(hits), more=False, behind=not current)


def _hits(place: Workplace, index: SearchIndex, sought: Sought, limit: int) -> Iterator[SearchHit]:
    among = _among(place, sought.wanted)
    start, count = 0, min(limit + 1, _AT_ONCE)
    while offered := index.candidates(sought, among, start, count):
        with place.read() as connection:
            readable = _read(place, connection, sought, offered)
        for candidate in offered:
            found = _heading_and_parts(candidate, sought, readable)
            if found is not None:
                yield _hit(candidate, found[0], index.passage(sought, found[1]))
        start, count = start + len(offered), min(max(2 * count, _AT_ONCE), _MOST_AT_ONCE)


def _among(place: Workplace, wanted: ClaimFilter) -> Sequence[int] | None:
    """Give the only claims to look at where the search asks for what changes with the clock or with who asks."""
    asked = wanted._replace(**_INDEXED)
    if asked == ClaimFilter():
        return None
    with place.read() as connection:
        return views.claim_numbers(connection, asked, place.clock(), place.reviewer.public_id)


def _read(place: Workplace, connection: Connection, sought: Sought, offered: Sequence[Candidate]) -> _Readable:
    viewer, now = place.reviewer.public_id, place.clock()
    numbers = sorted({candidate.claim for candidate in offered if candidate.claim})
    fitting = views.let_through(connection, numbers, sought.wanted, now, viewer)
    for unwanted in sought.unwanted:
        fitting -= views.let_through(connection, sorted(fitting), unwanted, now, viewer)
    claims = views.searched_claims_seen(connection, sorted(fitting), viewer)
    articles = sorted({candidate.article for candidate in offered if candidate.kind is HitKind.ARTICLE})
    priors = sorted({candidate.prior for candidate in offered if candidate.prior})
    return _Readable(
        {claim.sheet.number: claim for claim in claims},
        {article.number: article for article in views.searched_articles_numbered(connection, articles)},
        {check.number: check for check in views.priors_numbered(connection, priors)},
        fitting,
    )


def _heading_and_parts(
    candidate: Candidate, sought: Sought, readable: _Readable
) -> tuple[str, tuple[Part, ...]] | None:
    """Give what a hit is headed by and the texts it was found in, None where it is not to be seen or fits no more."""
    if candidate.kind is HitKind.ARTICLE:
        article = readable.articles.get(candidate.article)
        if article is None or any(one == ClaimFilter(article=article.number) for one in sought.unwanted):
            return None
        return article.title, article_parts(article)
    if candidate.kind is HitKind.PRIOR_CHECK:
        check = readable.priors.get(candidate.prior)
        return None if check is None or not _said_by_whom(check, sought) else (check.claim, prior_parts(check))
    claim = readable.claims.get(candidate.claim)
    if claim is None or candidate.claim not in readable.fitting:
        return None
    sheet = claim.sheet
    if candidate.kind is HitKind.CLAIM:
        return sheet.statement, claim_parts(sheet)
    if candidate.kind is HitKind.EVIDENCE:
        parts = next((evidence_parts(one) for one in sheet.evidence if one.number == candidate.evidence), ())
    else:
        parts = next((verdict_parts(one) for one in sheet.verdicts if one.public_id == candidate.verdict), ())
    return (sheet.statement, parts) if parts else None


def _said_by_whom(check: PriorRow, sought: Sought) -> bool:
    """Say whether a check's claimer is one who is asked for; it may have been changed since."""
    claimer = check.claimer.casefold()
    unwanted = (one.claimer for one in sought.unwanted if one.claimer)
    return sought.wanted.claimer.casefold() in claimer and not any(one.casefold() in claimer for one in unwanted)


def _hit(candidate: Candidate, heading: str, passage: Passage) -> SearchHit:
    return SearchHit(
        candidate.kind,
        candidate.claim or None,
        candidate.article or None,
        candidate.evidence or None,
        candidate.prior or None,
        heading,
        passage,
    )
