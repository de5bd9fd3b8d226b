"""Evidence with its bytes: captured, and looked at again."""

from typing import BinaryIO

from workbench.desk import capturing
from workbench.desk.capture_entries import CaptureEntry, EvidenceCaptured, EvidenceShown
from workbench.desk.seat import Seat
from workbench.domain.progress import Progress, unheard


class EvidenceVerbs(Seat):
    """Captures."""

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
