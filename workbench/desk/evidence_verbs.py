"""Evidence with its bytes: captured, and looked at again."""

from typing import BinaryIO

from workbench.desk import capturing
from workbench.desk.capture_entries import CaptureEntry, EvidenceCaptured, EvidenceShown
from workbench.desk.seat import Seat


class EvidenceVerbs(Seat):
    """Captures."""

    def capture(self, number: int, entry: CaptureEntry, stdin: BinaryIO | None = None) -> EvidenceCaptured:
        """Fetch an address under the guard, or read a file, keep its bytes, and attach it to a claim as evidence.

        The bytes are on the disk before the transaction begins; if anything fails, no evidence is there.

        Raises:
            BadInput: the file can't be used.
            NotFetched: the address was refused, did not answer, or answered no.
            WorkbenchError: the bytes can't be kept.

        """
        return capturing.capture(self._place, number, entry, stdin)

    def evidence(self, number: int) -> EvidenceShown:
        """Give a piece of evidence with the record of its capture.

        Raises:
            NotFound: there is none of this number.
            BlobDamaged: a file of the capture was changed; it is in quarantine now.

        """
        return capturing.show(self._place, number)
