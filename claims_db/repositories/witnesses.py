"""What others outside of the desk saw."""

from claims_db.capture_vocabulary import WitnessKind, WitnessState
from claims_db.errors import NotFound
from claims_db.repositories.writing import Writing, key
from claims_db.rows import WitnessAnswer
from claims_db.tables import Capture, JournalStamp, Witness


class Witnesses:
    """Writes of requests to archives, what came of them, and timestamps."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def ask(self, capture: str, kind: WitnessKind, url: str) -> str:
        """Write that an archive is asked for a copy of what a capture (public id) shows; give the request's public id.

        Raises:
            NotFound: there is no such capture.

        """
        row = self._writing.one(Capture, public_id=capture)
        if row is None:
            raise NotFound("There is no such capture.", "Open the claim to see its evidence.")
        asked = Witness(
            capture_id=key(row),
            kind=kind,
            state=WitnessState.REQUESTED,
            url=url,
            reviewer_id=self._writing.reviewer_id,
            asked_at=self._writing.now,
        )
        self._writing.add(asked)
        return asked.public_id

    def answer(self, witness: str, answer: WitnessAnswer) -> None:
        """Write what came of a request (public id).

        Raises:
            NotFound: there is no such request.

        """
        row = self._writing.one(Witness, public_id=witness)
        if row is None:
            raise NotFound("There is no such request to an archive.", "'workbench evidence witnesses' lists them.")
        row.state, row.job = answer.state, answer.job or row.job
        row.archived_url, row.archived_at = answer.archived_url, answer.archived_at
        row.same_bytes, row.problem = answer.same_bytes, answer.problem
        row.answered_at = self._writing.now
        self._writing.session.flush()

    def stamp(self, sequence: int, entry_hash: str, authority: str, stamped_at: int, token_sha256: str) -> None:
        """Write that an authority has put a time to an entry of the journal."""
        self._writing.add(
            JournalStamp(
                sequence=sequence,
                hash=entry_hash,
                authority=authority,
                stamped_at=stamped_at,
                token_sha256=token_sha256,
                reviewer_id=self._writing.reviewer_id,
            )
        )
