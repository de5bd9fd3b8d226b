"""Findings: sign-off, publication, correction."""

from sqlalchemy import select

from claims_db.errors import Conflict, NotFound
from claims_db.repositories.writing import Writing, key
from claims_db.tables import METADATA, Claim, Correction, Finding, Publication, Verdict
from claims_db.vocabulary import Severity

_VERDICT, _PUBLICATION = METADATA.tables["verdict"].c, METADATA.tables["publication"].c


class Findings:
    """Writes of findings and of their frozen publications."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def sign_off(self, number: int, verdict: str | None, note: str) -> None:
        """Write which verdict stands for a claim: the one named by its public id, else the latest that counts.

        The database itself refuses a person who signs off their own verdict, or one that agrees with theirs.

        Raises:
            NotFound: the claim has no such verdict that counts.
            Conflict: the verdict is the signer's own work.

        """
        claim, chosen = self._writing.claim(number), self.check_sign_off(number, verdict)
        finding = self._writing.one(Finding, claim_id=claim.id)
        if finding is None:
            self._writing.add(
                Finding(
                    claim_id=key(claim),
                    verdict_id=key(chosen),
                    signed_off_by_id=self._writing.reviewer_id,
                    signed_off_at=self._writing.now,
                    note=note,
                )
            )
            return
        finding.verdict_id, finding.note = key(chosen), note
        finding.signed_off_by_id, finding.signed_off_at = self._writing.reviewer_id, self._writing.now
        self._writing.flush()

    def check_sign_off(self, number: int, verdict: str | None) -> Verdict:
        """Give the verdict that would stand for a claim.

        Raises:
            NotFound: the claim has no such verdict that counts.
            Conflict: the verdict is the signer's own work.

        """
        chosen = self._counting(self._writing.claim(number), verdict)
        if self._own_work(chosen):
            raise Conflict(
                "Nobody signs off their own work.", "Ask somebody who did not write this verdict or one that agrees."
            )
        return chosen

    def published(self, number: int) -> int:
        """Give the number of the latest publication of a claim's finding, 0 where there is none."""
        finding = self._writing.one(Finding, claim_id=key(self._writing.claim(number)))
        latest = None if finding is None else self._latest(finding)
        return 0 if latest is None else latest.number

    def publish(
        self,
        number: int,
        content: str,
        correction: tuple[Severity, str] | None = None,
        seal: tuple[str, str] = ("", ""),
    ) -> int:
        """Write a frozen publication of a claim's finding, as a correction of the one before where one is given.

        ``seal`` has the SHA-256 of the manifest of its files, and the hash at which the journal stood.

        Raises:
            NotFound: the claim was never signed off.

        """
        finding = self._writing.one(Finding, claim_id=key(self._writing.claim(number)))
        if finding is None:
            raise NotFound(f"C-{number} has no finding.", "It has to be signed off first.")
        latest = self._latest(finding)
        publication = Publication(
            finding_id=key(finding),
            number=1 if latest is None else latest.number + 1,
            verdict_id=finding.verdict_id,
            content=content,
            manifest_sha256=seal[0],
            journal_head=seal[1],
            published_by_id=self._writing.reviewer_id,
            published_at=self._writing.now,
        )
        self._writing.add(publication)
        if correction is not None:
            severity, reason = correction
            self._writing.add(
                Correction(
                    publication_id=key(publication),
                    severity=severity,
                    reason=reason,
                    corrected_by_id=self._writing.reviewer_id,
                    corrected_at=self._writing.now,
                )
            )
        return publication.number

    def _latest(self, finding: Finding) -> Publication | None:
        return self._writing.session.scalars(
            select(Publication)
            .where(_PUBLICATION.finding_id == finding.id)
            .order_by(_PUBLICATION.number.desc())
            .limit(1)
        ).first()

    def _counting(self, claim: Claim, verdict: str | None) -> Verdict:
        query = (
            select(Verdict)
            .where(_VERDICT.claim_id == claim.id, _VERDICT.round == claim.round, _VERDICT.retracted_at.is_(None))
            .order_by(_VERDICT.id.desc())
            .limit(1)
        )
        if verdict is not None:
            query = query.where(_VERDICT.public_id == verdict)
        found = self._writing.session.scalars(query).first()
        if found is None:
            raise NotFound(f"C-{claim.number} has no such verdict.", "Open the claim to see the verdicts that count.")
        self._writing.recorder.learn("verdict", key(found), found.public_id)
        return found

    def _own_work(self, chosen: Verdict) -> bool:
        own = (
            select(_VERDICT.id)
            .where(_VERDICT.claim_id == chosen.claim_id, _VERDICT.round == chosen.round)
            .where(_VERDICT.rating_id == chosen.rating_id, _VERDICT.retracted_at.is_(None))
            .where(_VERDICT.reviewer_id == self._writing.reviewer_id)
        )
        return self._writing.session.execute(own.limit(1)).first() is not None
