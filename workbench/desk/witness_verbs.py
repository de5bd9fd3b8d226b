"""Outside witnesses of evidence and journal."""

from claims_db.capture_vocabulary import WitnessKind
from claims_db.rows import WitnessRow
from workbench.desk import witnessing
from workbench.desk.seat import Seat
from workbench.desk.witnessing import Stamped
from workbench.domain.progress import Progress, unheard


class WitnessVerbs(Seat):
    """Copies in archives and timestamps; each tells somebody else something, so each is off until the settings name it."""

    def witness(self, number: int, kind: WitnessKind = WitnessKind.WAYBACK) -> WitnessRow:
        """Ask an archive for a copy of what a piece of evidence shows, or where it was asked already, how far it is.

        Raises:
            NotFound: there is no such evidence.
            Refused: its source is confidential, or the last request was a moment ago.
            BadInput: it has no capture, or one of no address.
            BadSetting: the settings don't name the archive.
            NotFetched: the address is not public, or the archive does not answer; the request counts as failed then.

        """
        return witnessing.witness(self._place, number, kind)

    def witnesses(self, number: int | None = None) -> tuple[WitnessRow, ...]:
        """Give what archives were asked for, of one piece of evidence or of the whole desk, in order.

        Raises:
            NotFound: there is no such evidence.

        """
        return witnessing.witnesses(self._place, number)

    def look_at_witnesses(self, progress: Progress = unheard) -> tuple[str, ...]:
        """Ask the archives how far they are with what is open; give what could not be asked, in sentences.

        Raises:
            Stopped: nobody wants it any more; what was heard stays.

        """
        return witnessing.look_again(self._place, progress)

    def timestamp_journal(self) -> Stamped:
        """Let the timestamp authority of the settings put a time to the journal's head, and keep what it signs.

        Raises:
            BadSetting: the settings name no authority.
            NotFetched: it does not answer, or its answer can't be trusted; nothing is kept.
            WorkbenchError: the library for timestamps is not installed, or the token can't be kept.

        """
        return witnessing.timestamp(self._place)

    def journal_timestamps(self) -> tuple[Stamped, ...]:
        """Give the timestamps of the journal, each verified again.

        Raises:
            BadSetting: the root certificates can't be read.
            WorkbenchError: the library for timestamps is not installed.

        """
        return witnessing.timestamps(self._place)
