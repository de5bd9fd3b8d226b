"""Articles and claims as they come in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import func, select

from claims_db.columns import refused_text
from claims_db.errors import Conflict, NotFound
from claims_db.ranking import Pressing, rank
from claims_db.repositories.new_claims import NewClaim, appearance_of, weights_of, worth_of
from claims_db.repositories.people import QUEUE
from claims_db.repositories.writing import Alone, Writing, key
from claims_db.rows import DateRow, QuoteRow, RefusedRow, SpanRow
from claims_db.tables import (
    METADATA,
    Appearance,
    Article,
    Claim,
    Claimer,
    Outlet,
    Place,
    Queue,
    Revision,
    fold,
)
from claims_db.vocabulary import AppearanceForm, ClaimState


@dataclass(frozen=True)
class NewArticle:
    """An article and the text it has now; ``sha256`` is that of the bytes that came in.

    ``refused`` is what extraction refused of the text, None where that is not known.
    """

    title: str
    outlet: str
    url: str
    byline: str
    published: DateRow | None
    language: str
    source_text: str
    text: str
    source_map: bytes
    media_type: str
    encoding: str
    origin: str
    sha256: str
    refused: tuple[RefusedRow, ...] | None = None


class KnownArticle(NamedTuple):
    """An article that the desk has; ``same_text`` where its text is the one that came in."""

    number: int
    same_text: bool


class StoredRevision(NamedTuple):
    """Where the claims of a text belong."""

    article: int
    article_number: int
    revision: int


class Articles:
    """Writes of articles and claims."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def known(self, url: str, sha256: str) -> KnownArticle | None:
        """Find the article that has this very text, or stands at this address.

        One that stands there and had the text before, but has another one by now, has it anew.
        """
        self._writing.alone(Alone.INTAKE)
        article = self._writing.one(Article, url=url) if url else None
        text = METADATA.tables["revision"].c
        having = select(text.article_id, text.number).where(text.sha256 == sha256).order_by(text.id)
        for found in self._writing.session.execute(having).all():
            if article is None or found.article_id != key(article) or found.number == self._latest(key(article)):
                has = self._writing.session.get_one(Article, found.article_id)
                return KnownArticle(has.number, same_text=True)
        return KnownArticle(article.number, same_text=False) if article else None

    def add(self, new: NewArticle) -> StoredRevision:
        """Write a new article with its first revision."""
        number = self._writing.next_number("article")
        article = self._writing.insert_one(
            Article,
            number=number,
            outlet_id=self._outlet(new.outlet),
            url=new.url,
            title=new.title,
            byline=new.byline,
            published=new.published.value if new.published else None,
            published_precision=new.published.precision if new.published else None,
            published_zone=new.published.zone if new.published else "",
            language=new.language,
            taken_in_at=self._writing.now,
            taken_in_by_id=self._writing.reviewer_id,
        )
        return self._revise(article, number, new, 1)

    def revise(self, number: int, new: NewArticle) -> StoredRevision:
        """Write a further revision of an article; the ones before it stay as they are.

        Raises:
            NotFound: there is no such article.

        """
        article = self._article(number)
        return self._revise(article, number, new, self._latest(article) + 1)

    def revision(self, number: int, revision: int) -> StoredRevision:
        """Give where the claims of an article's latest text belong; nobody else revises it meanwhile.

        Raises:
            NotFound: there is no such article.
            Conflict: the article has another text by now.

        """
        self._writing.alone(Alone.INTAKE)
        article = self._article(number)
        if self._latest(article) != revision:
            raise Conflict(
                f"A-{number} was taken in again with another text meanwhile.", "Look at it again; nothing was stored."
            )
        found = select(METADATA.tables["revision"].c.id).filter_by(article_id=article, number=revision)
        return StoredRevision(article, number, int(self._writing.session.execute(found).scalar_one()))

    def latest(self, number: int, sha256: str) -> StoredRevision | None:
        """Give where the claims of an article's latest text belong, None where that is another text."""
        article = self._article(number)
        revision = self._writing.one(Revision, article_id=article, number=self._latest(article))
        if revision is None or revision.sha256 != sha256:
            return None
        return StoredRevision(article, number, key(revision))

    def stands(self, where: StoredRevision, span: SpanRow | None) -> bool:
        """Say whether a claim has some of these words of a text already."""
        places = METADATA.tables["appearance"].c
        over = select(places.id).where(places.revision_id == where.revision)
        if span is not None:
            over = over.where(places.start < span.end, places.end > span.start)
        return self._writing.session.execute(over.limit(1)).first() is not None

    def place_again(self, claims: Iterable[tuple[int, SpanRow, QuoteRow]], where: StoredRevision) -> tuple[int, ...]:
        """Write where claims stand in a further text; where they stood before stays. Give those that are there."""
        rows, placed = [], []
        for number, span, quote in claims:
            claim = self._writing.one(Claim, number=number)
            if claim is None:
                continue
            placed.append(number)
            rows.append(
                {
                    "claim_id": key(claim),
                    "form": AppearanceForm.ARTICLE,
                    "revision_id": where.revision,
                    **span._asdict(),
                    **quote._asdict(),
                }
            )
        self._writing.insert(Appearance, rows)
        return tuple(placed)

    def claim_at(self, where: StoredRevision, start: int, end: int) -> int | None:
        """Give the number of the claim that has these very words of a text."""
        appearance = self._writing.one(Appearance, revision_id=where.revision, start=start, end=end)
        return None if appearance is None else self._writing.session.get_one(Claim, appearance.claim_id).number

    def add_claims(self, new: Sequence[NewClaim], where: StoredRevision | None = None) -> tuple[int, ...]:
        """Write claims with their first appearances and places in the queue; give their numbers."""
        if not new:
            return ()
        self._writing.alone(Alone.INTAKE)
        claimers = claimer_keys(self._writing, {claim.claimer for claim in new if claim.claimer})
        first = self._writing.next_number("claim")
        self._writing.insert(
            Claim,
            [
                self._claim(claim, first + position, position, claimers.get(claim.claimer), where)
                for position, claim in enumerate(new)
            ],
        )
        keys = self._writing.keys_from(Claim, first)
        revision_id = where.revision if where else None
        pairs = list(zip(new, keys, strict=True))
        self._writing.insert(Appearance, [appearance_of(claim, claim_id, revision_id) for claim, claim_id in pairs])
        self._writing.insert(Place, list(self._places(pairs)))
        return tuple(range(first, first + len(new)))

    def _places(self, claims: Iterable[tuple[NewClaim, int]]) -> Iterator[dict[str, object]]:
        queues = {queue.name: queue for queue in self._writing.session.scalars(select(Queue))}
        for queue in queues.values():
            self._writing.recorder.learn("queue", key(queue), queue.public_id)
        for claim, claim_id in claims:
            # A queue may have been removed since its rule was read.
            for queue in [queues[name] for name in claim.queues if name in queues] or [queues[QUEUE]][
                : len(claim.queues)
            ]:
                ranked = rank(queue.orders, Pressing(worth_of(claim), claim.priority, claim.deadline))
                yield {"queue_id": key(queue), "claim_id": claim_id, "rank": ranked}

    def same_claim(self, new: NewClaim) -> int | None:
        """Give the number of the claim that was entered before with the same words and place, and all that is said now."""
        self._writing.alone(Alone.INTAKE)
        claims, claimers, appearances = (METADATA.tables[name] for name in ("claim", "claimer", "appearance"))
        rows = self._writing.session.execute(
            select(claims.c.number, claims.c.via, appearances.c.exact)
            .select_from(
                claims.join(appearances, appearances.c.claim_id == claims.c.id).outerjoin(
                    claimers, claimers.c.id == claims.c.claimer_id
                )
            )
            .where(claims.c.article_id.is_(None), claims.c.statement == new.statement)
            .where(func.coalesce(claimers.c.name, "") == new.claimer)
            .where(appearances.c.form == new.form, appearances.c.locator == new.locator, appearances.c.url == new.url)
            .order_by(claims.c.number)
        )
        quote = new.quote.exact if new.quote else ""
        known = (int(row.number) for row in rows if new.via in {(), row.via} and quote in {"", row.exact})
        return next(known, None)

    def _article(self, number: int) -> int:
        article = self._writing.one(Article, number=number)
        if article is None:
            raise NotFound(f"There is no article A-{number}.", "List the articles to see their numbers.")
        return key(article)

    def _latest(self, article: int) -> int:
        latest = select(func.max(Revision.number)).filter_by(article_id=article)
        return int(self._writing.session.execute(latest).scalar_one())

    def _revise(self, article: int, article_number: int, new: NewArticle, number: int) -> StoredRevision:
        revision = self._writing.insert_one(
            Revision,
            article_id=article,
            number=number,
            source_text=new.source_text,
            text=new.text,
            source_map=new.source_map,
            media_type=new.media_type,
            encoding=new.encoding,
            origin=new.origin,
            sha256=new.sha256,
            taken_in_at=self._writing.now,
            refused=None if new.refused is None else refused_text(new.refused),
        )
        return StoredRevision(article, article_number, revision)

    def _claim(
        self, new: NewClaim, number: int, position: int, claimer_id: int | None, where: StoredRevision | None
    ) -> dict[str, object]:
        return {
            "number": number,
            "state": ClaimState.QUEUED if new.queues else ClaimState.PROPOSED,
            "kind": new.kind,
            "statement": new.statement,
            "language": new.language,
            "claimer_id": claimer_id,
            "via": new.via,
            "said_on": new.said_on.value if new.said_on else None,
            "said_on_precision": new.said_on.precision if new.said_on else None,
            "said_on_zone": new.said_on.zone if new.said_on else "",
            "worth": worth_of(new),
            "reasons": weights_of(new),
            "assumptions": new.assumptions,
            "article_id": where.article if where else None,
            "position": new.span.start if new.span else position,
            "added_at": self._writing.now,
            "priority": new.priority,
            "deadline": new.deadline,
            "legal": new.legal,
            "fold": fold(new.statement, new.quote.exact if new.quote else "", new.claimer, new.via),
        }

    def _outlet(self, name: str) -> int | None:
        if not name:
            return None
        known = self._writing.keys_by_name(Outlet, [name])
        return known[name] if known else self._writing.insert_one(Outlet, name=name)


def claimer_keys(writing: Writing, names: Iterable[str]) -> dict[str, int]:
    """Give the keys of claimers by their names; those that the desk does not have yet are written."""
    wanted = sorted(set(names))
    known = writing.keys_by_name(Claimer, wanted)
    new = [name for name in wanted if name not in known]
    writing.insert(Claimer, [{"name": name} for name in new])
    return known | writing.keys_by_name(Claimer, new)
