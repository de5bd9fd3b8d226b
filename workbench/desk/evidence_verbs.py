"""Evidence with its bytes: captured, looked at again, and bundled."""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from claims_db.rows import NumberTolerance, RestingRow
from workbench.desk import bundling, capturing, comparing
from workbench.desk.bundling import Bundled
from workbench.desk.capture_entries import CaptureEntry, EvidenceCaptured, EvidenceShown
from workbench.desk.recheck_entries import RecheckChoice, RecheckReport
from workbench.desk.seat import Seat
from workbench.domain.progress import Progress, unheard


class EvidenceVerbs(Seat):
    """Captures, their numbers, later looks at them, and bundles."""

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

    def number_tolerance(self) -> NumberTolerance:
        """Give how far a claimed number may be from the source's."""
        return comparing.tolerance(self._place)

    def set_number_tolerance(self, tolerance: NumberTolerance, base: NumberTolerance | None = None) -> None:
        """Say how far a claimed number may be from the source's.

        ``base`` is what was there when editing began, None where that is what is there now.

        Raises:
            BadInput: a share is no share.
            Refused: you are neither editor nor admin, or somebody else changed the same meanwhile.

        """
        comparing.set_tolerance(self._place, tolerance, base)

    def recheck(self, choice: RecheckChoice, progress: Progress = unheard) -> RecheckReport:
        """Look again at what evidence rests on: ask its sources politely, keep what comes, say what became of the words.

        What was found of one source is stored before the next one is asked.

        Raises:
            NotFound: there is no evidence of one of the numbers.
            BadInput: one of them was not captured from an address, or was taken off.
            BlobDamaged: a file of an earlier capture was changed; it is in quarantine now.
            WorkbenchError: the bytes can't be kept.
            Stopped: nobody wants it any more; what was found until then is stored.

        """
        from workbench.desk import rechecking  # noqa: PLC0415 - loads what compares texts

        return rechecking.recheck(self._place, choice, progress)

    def resting_on(self, *evidence: int) -> tuple[RestingRow, ...]:
        """Give the claims and published findings that rest on the sources of some evidence, also of what was taken off."""
        from workbench.desk import rechecking  # noqa: PLC0415 - as above

        return rechecking.resting_on(self._place, evidence)

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
