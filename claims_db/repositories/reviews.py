"""Evidence, verdicts, skips and drafts."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import bindparam, delete, select

from claims_db.errors import NotAllowed, NotFound
from claims_db.repositories.sources import new_salt
from claims_db.repositories.writing import Writing, key
from claims_db.rows import DateRow, QuoteCheckRow
from claims_db.tables import METADATA, Claim, Desk, Draft, Evidence, Rating, Skip, Source, Verdict
from claims_db.vocabulary import DraftField, EvidenceForm, Role, SkipReason, Stance

_VERDICT, _RATING, _SCALE, _DRAFT = (METADATA.tables[name].c for name in ("verdict", "rating", "scale", "draft"))
_COUNTING = (
    select(_VERDICT.reviewer_id, _SCALE.slug, _RATING.slug)
    .join(METADATA.tables["rating"], _RATING.id == _VERDICT.rating_id)
    .join(METADATA.tables["scale"], _SCALE.id == _RATING.scale_id)
    .where(_VERDICT.claim_id == bindparam("claim"), _VERDICT.round == bindparam("round"))
    .where(_VERDICT.retracted_at.is_(None))
    .order_by(_VERDICT.id)
)
_DROP_DRAFT = (
    delete(METADATA.tables["draft"])
    .where(_DRAFT.claim_id == bindparam("claim"), _DRAFT.field == bindparam("of_field"))
    .where(_DRAFT.reviewer_id == bindparam("reviewer"))
)


@dataclass(frozen=True)
class NewSource:
    """A source as far as it is known."""

    url: str = ""
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: DateRow | None = None
    archived_url: str = ""
    archived_at: int | None = None
    retrieved_at: int | None = None
    sha256: str = ""
    confidential: bool = False

    def empty(self) -> bool:
        """Say whether nothing at all is known of it."""
        return self in {NewSource(), NewSource(confidential=True)}


@dataclass(frozen=True)
class NewEvidence:
    """A piece of evidence for a claim; ``check`` says how its excerpt stands to a captured text, if it was compared."""

    form: EvidenceForm
    stance: Stance
    excerpt: str
    locator: str
    note: str
    source: NewSource
    check: QuoteCheckRow | None = None


class Reviews:
    """Writes of evidence, verdicts, skips and drafts."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def attach(self, number: int, new: NewEvidence) -> int:
        """Write evidence for a claim; give its number. The very same that the reviewer attached already is one."""
        values = evidence_values(self._writing, number, new, self._source(new.source))
        evidence = self._writing.one(Evidence, retracted_at=None, **values)
        if evidence is None:
            evidence = Evidence(number=self._writing.next_number("evidence"), attached_at=self._writing.now, **values)
            self._writing.add(evidence)
        return evidence.number

    def detach(self, number: int) -> int:
        """Take evidence off its claim; give the claim's number.

        Raises:
            NotFound: there is no such evidence, or it was taken off already.
            NotAllowed: somebody else attached it, and the reviewer is no editor.

        """
        evidence = self._writing.one(Evidence, number=number, retracted_at=None)
        if evidence is None:
            raise NotFound(f"There is no evidence E-{number}.", "Open the claim to see its evidence.")
        me = self._writing.reviewer()
        if evidence.reviewer_id != me.id and me.role is Role.REVIEWER:
            raise NotAllowed(
                f"E-{number} was attached by somebody else.", "They can take it off, or an editor; say in a note why."
            )
        evidence.retracted_at = self._writing.now
        self._writing.session.flush()
        return self._writing.session.get_one(Claim, evidence.claim_id).number

    def record(self, number: int, rating: str, rationale: str, *, blind: bool) -> str:
        """Write a verdict on a claim, in the round that is under way; give its public id.

        ``blind`` says that it was given without sight of another reviewer's.

        Raises:
            NotFound: the desk's scale has no such rating.

        """
        desk = self._writing.desk
        row = self._writing.one(Rating, scale_id=desk.scale_id, slug=rating) if desk is not None else None
        if row is None:
            raise NotFound(f"The desk's scale has no rating {rating!r}.", f"One of: {', '.join(self._ratings(desk))}.")
        claim = self._writing.claim(number)
        verdict = Verdict(
            claim_id=key(claim),
            rating_id=key(row),
            rationale=rationale,
            reviewer_id=self._writing.reviewer_id,
            recorded_at=self._writing.now,
            round=claim.round,
            blind=blind,
        )
        self._writing.add(verdict)
        claim.judgements += 1
        return verdict.public_id

    def _ratings(self, desk: Desk | None) -> list[str]:
        """Name the ratings of the desk's scale in order."""
        ratings = METADATA.tables["rating"].c
        ours = select(ratings.slug).where(ratings.scale_id == (desk.scale_id if desk else None))
        return list(self._writing.session.scalars(ours.order_by(ratings.position)))

    def others_ratings(self, number: int) -> tuple[tuple[str, str], ...]:
        """Give scale and rating of the other reviewers' verdicts that count, each one's latest."""
        me = self._writing.reviewer_id
        return tuple(rating for reviewer, rating in self._counting(number).items() if reviewer != me)

    def has_judged(self, number: int) -> bool:
        """Say whether the reviewer has given a verdict in this round, also one that they took back since."""
        claim = self._writing.claim(number)
        found = self._writing.one(
            Verdict, claim_id=key(claim), round=claim.round, reviewer_id=self._writing.reviewer_id
        )
        return found is not None

    def is_author(self, number: int) -> bool:
        """Say whether one of the verdicts that count is the reviewer's own."""
        return self._writing.reviewer_id in self._counting(number)

    def _counting(self, number: int) -> dict[int, tuple[str, str]]:
        claim = self._writing.claim(number)
        rows = self._writing.session.execute(_COUNTING, {"claim": key(claim), "round": claim.round})
        return {reviewer: (scale, rating) for reviewer, scale, rating in rows}

    def skip(self, number: int, reason: SkipReason, note: str) -> None:
        """Write why a claim is set aside."""
        skip = {
            "claim_id": key(self._writing.claim(number)),
            "reason": reason,
            "note": note,
            "reviewer_id": self._writing.reviewer_id,
            "skipped_at": self._writing.now,
        }
        self._writing.insert(Skip, [skip])

    def draft(self, number: int, field: DraftField) -> str:
        """Give what the reviewer is typing, empty where that is nothing."""
        found = self._draft(number, field)
        return "" if found is None else found.body

    def save_draft(self, number: int, field: DraftField, body: str, saved_at: int) -> None:
        """Keep what the reviewer is typing, in place of what was kept before."""
        claim_id, reviewer_id = key(self._writing.claim(number)), self._writing.reviewer_id
        draft = self._draft(number, field)
        if draft is None:
            draft = Draft(claim_id=claim_id, reviewer_id=reviewer_id, field=field, body=body, saved_at=saved_at)
            self._writing.session.add(draft)
        draft.body, draft.saved_at = body, saved_at
        self._writing.session.flush()

    def drop_draft(self, number: int, field: DraftField) -> None:
        """Forget what the reviewer was typing."""
        claim = key(self._writing.claim(number))
        if self._writing.many and (claim, field) not in self._drafted:
            return
        wanted = {"claim": claim, "of_field": field, "reviewer": self._writing.reviewer_id}
        self._writing.session.execute(_DROP_DRAFT, wanted)

    def _draft(self, number: int, field: DraftField) -> Draft | None:
        wanted = {"claim_id": key(self._writing.claim(number)), "reviewer_id": self._writing.reviewer_id}
        found: Draft | None = self._writing.session.scalars(select(Draft).filter_by(**wanted, field=field)).first()
        return found

    @cached_property
    def _drafted(self) -> set[tuple[int, DraftField]]:
        """What the reviewer is typing, by claim and field."""
        rows = select(_DRAFT.claim_id, _DRAFT.field).where(_DRAFT.reviewer_id == self._writing.reviewer_id)
        return {(row[0], row[1]) for row in self._writing.session.execute(rows)}

    def _source(self, new: NewSource) -> Source | None:
        if new.empty():
            return None
        values = source_values(new)
        known = self._writing.one(Source, erased_at=None, **values)
        if known is None:
            known = Source(**values, salt=new_salt() if new.confidential else None)
            self._writing.add(known)
        return known


def evidence_values(writing: Writing, number: int, new: NewEvidence, source: Source | None) -> dict[str, Any]:
    """Give evidence for a claim by the columns of its table, but for its own number and when it came."""
    return {
        "claim_id": key(writing.claim(number)),
        "source_id": source and key(source),
        **of_source(source),
        "form": new.form,
        "stance": new.stance,
        "excerpt": new.excerpt,
        "locator": new.locator,
        "note": new.note,
        "reviewer_id": writing.reviewer_id,
    }


def source_values(new: NewSource) -> dict[str, Any]:
    """Give a source by the columns of its table."""
    return {
        "url": new.url,
        "title": new.title,
        "author": new.author,
        "publisher": new.publisher,
        "published": new.published.value if new.published else None,
        "published_precision": new.published.precision if new.published else None,
        "published_zone": new.published.zone if new.published else "",
        "archived_url": new.archived_url,
        "archived_at": new.archived_at,
        "retrieved_at": new.retrieved_at,
        "sha256": new.sha256,
        "confidential": new.confidential,
    }


def of_source(source: Source | None) -> dict[str, Any]:
    """Give what evidence has of its source: whether it is confidential."""
    return {} if source is None else {"confidential": source.confidential, "salt": source.salt}
