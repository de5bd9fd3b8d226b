"""Sources of evidence, and what was done to find it."""

from claims_db.rows import ClaimSheet, CorrectionRequestRow, SourceCard
from workbench.desk import logs, sources
from workbench.desk.ledger_entries import CorrectionRequestEntry, OutcomeEntry, ReplyEntry, SearchLogEntry, SourceEdit
from workbench.desk.seat import Seat
from workbench.desk.sources import SealedAgain, SourceErased
from workbench.domain.progress import Progress, unheard


class LedgerVerbs(Seat):
    """Source records, and the search log, the right-of-reply log and the requests for a correction of a claim."""

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

    def ask_for_correction(self, number: int, entry: CorrectionRequestEntry) -> ClaimSheet:
        """Write down that somebody else was asked to correct what they published; undo takes it back.

        Raises:
            BadInput: nobody is named, or the times can't be right.

        """
        return logs.ask_for_correction(self._place, number, entry)

    def note_outcome(self, number: int, position: int, entry: OutcomeEntry) -> ClaimSheet:
        """Write down what came of a request for a correction; ``position`` counts the claim's requests from 1.

        Raises:
            BadInput: the time can't be right.
            NotFound: the claim has no such request.

        """
        return logs.note_outcome(self._place, number, position, entry)

    def correction_requests(self, *, open_alone: bool = True) -> tuple[CorrectionRequestRow, ...]:
        """List the requests for a correction of the desk, or those that nothing has come of yet."""
        return logs.correction_requests(self._place, open_alone=open_alone)

    def sources(self, claim: int | None = None) -> tuple[SourceCard, ...]:
        """List the sources of the desk, or of one claim, each with everything that rests on it."""
        return sources.sources(self._place, claim)

    def source(self, evidence: int) -> SourceCard:
        """Give the source of a piece of evidence.

        Raises:
            NotFound: there is no such evidence, or it rests on no source.

        """
        return sources.source(self._place, evidence)

    def describe_source(self, evidence: int, edit: SourceEdit) -> SourceCard:
        """Say what the source of a piece of evidence is; all evidence that rests on it has it too.

        Raises:
            NotFound: there is no such evidence, or it rests on no source.
            Refused: somebody else changed the same since ``edit.base``, or the source was erased.

        """
        return sources.describe(self._place, evidence, edit)

    def make_source_confidential(self, evidence: int) -> SourceCard:
        """Let nobody outside of the desk learn of a source from now on; what the journal holds by now stays there.

        Raises:
            NotFound: there is no such evidence, or it rests on no source.
            Refused: you are no editor.

        """
        return sources.make_confidential(self._place, evidence)

    def seal_again(self, progress: Progress = unheard) -> SealedAgain:
        """Seal every sealed file of this machine anew for those whom the settings name now.

        Raises:
            Refused: the settings name no program to seal with.
            WorkbenchError: it can't seal, or you could not open what it seals.
            Stopped: nobody wants it any more; each file is sealed as before or anew.

        """
        return sources.seal_again(self._place, progress)

    def erase_source(self, evidence: int) -> SourceErased:
        """Erase a confidential source, its evidence's words and its files for good; nothing takes it back.

        Raises:
            NotFound: there is no such evidence, or it rests on no source.
            Refused: you are no editor, or the source is not confidential.
            WorkbenchError: a file can't be removed.

        """
        return sources.erase(self._place, evidence)
