"""Edits of claims that are there: their words, where they stand, and which are the same."""

from sqlalchemy import bindparam, select

from claims_db.errors import NotFound
from claims_db.repositories.intake import StoredRevision, claimer_keys
from claims_db.repositories.new_claims import NewClaim, weights_of, words_at, worth_of
from claims_db.repositories.restored import first_appearance, fold_anew, told_apart
from claims_db.repositories.writing import Alone, Writing, key
from claims_db.rows import ClaimWording, RecheckDate
from claims_db.tables import METADATA, Article, Claim, Claimer

_APPEARANCE, _CLAIM = METADATA.tables["appearance"].c, METADATA.tables["claim"].c
_AT = (
    select(_CLAIM.number)
    .join(METADATA.tables["appearance"], _APPEARANCE.claim_id == _CLAIM.id)
    .where(_APPEARANCE.revision_id == bindparam("revision"), _CLAIM.id != bindparam("claim"))
    .where(_APPEARANCE.start == bindparam("start"), _APPEARANCE.end == bindparam("end"))
    .order_by(_CLAIM.number)
    .limit(1)
)
_THE_SAME = select(_CLAIM.number).where(_CLAIM.duplicate_of_id == bindparam("claim")).order_by(_CLAIM.number)


class Editing:
    """Writes that change what is said of a claim."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def begin(self, *numbers: int) -> None:
        """Let nobody else take in or edit until the end of the transaction, nor decide on these claims.

        Raises:
            NotFound: one of them is not there.

        """
        self._writing.alone(Alone.INTAKE)
        for number in sorted(numbers):
            self._writing.claim(number)

    def wording(self, number: int) -> ClaimWording:
        """Give what the desk says of a claim in its own words."""
        claim = self._writing.claim(number)
        claimer = self._writing.one(Claimer, id=claim.claimer_id) if claim.claimer_id is not None else None
        dated = RecheckDate(claim.recheck_on or "", claim.recheck_reason)
        return ClaimWording(claim.statement, claimer.name if claimer else "", claim.via, dated)

    def reword(self, number: int, wording: ClaimWording, assumptions: tuple[str, ...]) -> None:
        """Write what the desk says of a claim in its own words, and what it takes for granted."""
        claim, name = self._writing.claim(number), wording.claimer
        claim.statement, claim.via, claim.assumptions = wording.statement, wording.via, assumptions
        claim.recheck_on, claim.recheck_reason = wording.recheck.on or None, wording.recheck.reason
        claim.claimer_id = claimer_keys(self._writing, [name])[name] if name else None
        fold_anew(self._writing, claim)
        self._writing.flush()

    def words(self, number: int) -> tuple[int | None, int | None]:
        """Give where a claim's words stand in its text: start and end, None for both where it stands in no text."""
        appearance = first_appearance(self._writing, self._writing.claim(number))
        return appearance.start, appearance.end

    def claim_at(self, number: int, start: int, end: int) -> int | None:
        """Give the number of another claim that has these very words of the text in which a claim stands."""
        claim = self._writing.claim(number)
        revision = first_appearance(self._writing, claim).revision_id
        wanted = {"revision": revision, "claim": claim.id, "start": start, "end": end}
        found = self._writing.session.execute(_AT, wanted).scalar()
        return None if found is None else int(found)

    def where(self, number: int) -> StoredRevision:
        """Give the text in which a claim stands."""
        claim = self._writing.claim(number)
        revision = first_appearance(self._writing, claim).revision_id
        if claim.article_id is None or revision is None:
            raise NotFound(f"C-{number} stands in no article.", "Add the other claims by hand.")
        article = self._writing.session.get_one(Article, claim.article_id)
        return StoredRevision(claim.article_id, article.number, revision)

    def respan(self, number: int, new: NewClaim) -> None:
        """Write which other words of its text a claim stands on, and what follows from them; claimer and chain stay."""
        claim = self._writing.claim(number)
        appearance = first_appearance(self._writing, claim)
        for name, value in words_at(new).items():
            if getattr(appearance, name) != value:
                setattr(appearance, name, value)
        claim.statement, claim.kind, claim.assumptions = new.statement, new.kind, new.assumptions
        claim.worth, claim.reasons = worth_of(new), weights_of(new)
        claim.position = new.span.start if new.span else claim.position
        fold_anew(self._writing, claim)
        self._writing.flush()

    def duplicate_of(self, number: int) -> int | None:
        """Give the number of the claim that a claim is marked as the same as."""
        other = self._writing.claim(number).duplicate_of_id
        return None if other is None else self._writing.session.get_one(Claim, other).number

    def mark_duplicate(self, number: int, of: int) -> None:
        """Write that a claim is the same as another one, and so are those that were the same as it.

        Raises:
            Conflict: the other one is itself marked as the same as a third.

        """
        claim, other = self._writing.claim(number), self._writing.claim(of)
        for same in self._writing.session.scalars(_THE_SAME, {"claim": claim.id}).all():
            self._writing.claim(int(same)).duplicate_of_id = key(other)
        claim.duplicate_of_id = key(other)
        self._writing.session.flush()
        told_apart(self._writing, claim)

    def unmark_duplicate(self, number: int) -> None:
        """Write that a claim is one of its own."""
        self._writing.claim(number).duplicate_of_id = None
