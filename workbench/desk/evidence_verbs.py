"""Evidence with its bytes: captured, and looked at again."""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from workbench.desk import bundling, capturing
from workbench.desk.bundling import Bundled
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

    def bundle_evidence(
        self,
        out: Path,
        numbers: Sequence[int] = (),
        claim: int | None = None,
        *,
        replace: bool = False,
        progress: Progress = unheard,
    ) -> Bundled:
        """Write the evidence of these numbers, of a claim, or of the desk into one WACZ file with all its bytes.

        Confidential sources stay out. The same evidence gives the same file, byte for byte.

        Raises:
            NotFound: there is no such evidence or claim.
            Refused: a number is that of a confidential source.
            BadInput: a number has no capture, or there is nothing to write.
            Conflict: the file is there already, and is not to be replaced.
            WorkbenchError: a file of the evidence is not whole, or the bundle can't be written.
            Stopped: nobody wants it any more; no file is left.

        """
        return bundling.bundle(self._place, out, numbers, claim, replace=replace, progress=progress)
