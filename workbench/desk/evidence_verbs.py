"""Evidence with its bytes, its sources, and what was done to find it."""

from typing import BinaryIO

from claims_db.rows import ClaimSheet
from workbench.desk import capturing, logs
from workbench.desk.capture_entries import CaptureEntry, EvidenceCaptured, EvidenceShown
from workbench.desk.ledger_entries import ReplyEntry, SearchLogEntry
from workbench.desk.seat import Seat
from workbench.domain.progress import Progress, unheard


class EvidenceVerbs(Seat):
    """Captures, and the logs of a claim."""

    def capture(
        self, number: int, entry: CaptureEntry, stdin: BinaryIO | None = None, progress: Progress = unheard
    ) -> EvidenceCaptured:
        """Fetch an address under the guard, or read a file, keep its bytes, and attach it to a claim as evidence.

        The bytes are on the disk before the transaction begins; if anything fails, no evidence is there.

        Raises:
            BadInput: the file can't be used.
            NotFetched: the address was refused, did not answer, or answered no.
            WorkbenchError: the bytes can't be kept.
            Stopped: nobody wants it any more; no evidence is there.

        """
        return capturing.capture(self._place, number, entry, stdin, progress)

    def evidence(self, number: int) -> EvidenceShown:
        """Give a piece of evidence with the record of its capture.

        Raises:
            NotFound: there is none of this number.
            BlobDamaged: a file of the capture was changed; it is in quarantine now.

        """
        return capturing.show(self._place, number)

    def log_search(self, number: int, entry: SearchLogEntry) -> ClaimSheet:
        """Write down where somebody looked for a claim and with what words, also where nothing was found.

        Raises:
            BadInput: the place or the words are missing, or the time is still to come.

        """
        return logs.log_search(self._place, number, entry)

    def ask_for_reply(self, number: int, entry: ReplyEntry) -> ClaimSheet:
        """Write down that somebody was asked for a reply to a claim.

        Raises:
            BadInput: nobody is named, or the times can't be right.

        """
        return logs.ask_for_reply(self._place, number, entry)

    def answer_reply(self, number: int, position: int, answer: str) -> ClaimSheet:
        """Write down an answer word for word; ``position`` counts the claim's requests from 1.

        Raises:
            BadInput: the answer is empty.
            NotFound: the claim has no such request.

        """
        return logs.answer_reply(self._place, number, position, answer)
