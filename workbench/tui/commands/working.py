"""Commands of the loop: take, decide, go on."""

from typing import TYPE_CHECKING, ClassVar

from workbench.tui.commands.command import DeskCommand, Need

if TYPE_CHECKING:
    from workbench.tui.screens.desk_screen import DeskScreen


class TakeNext(DeskCommand):
    """Take the next claim of the queue and hold it for you; the one you hold already comes first."""

    title = "Take the next claim"
    keys = ("t",)
    footer = "take next"
    group = "Work"

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Ask the desk for the next claim."""
        del nth
        screen.tell("Taking the next claim", lambda desk: desk.take_next(), screen.show_turn)


class PickClaim(DeskCommand):
    """Take this very claim and hold it for you, whatever the order of the queue."""

    title = "Take this claim"
    keys = ("p",)
    footer = "take this"
    group = "Work"
    need = Need.CLAIM

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Take the claim that is open."""
        del nth
        number = screen.claim_number
        screen.tell("Taking this claim", lambda desk: desk.take(number), screen.show_taken)


class HandBack(DeskCommand):
    """Give the claim back to the queue, for you or others to take later."""

    title = "Hand the claim back"
    keys = ("b",)
    footer = "hand back"
    group = "Work"
    need = Need.CLAIM

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """End the hold on the claim that is open."""
        del nth
        number = screen.claim_number
        screen.tell("Handing back", lambda desk: desk.hand_back(number), lambda _: screen.handed_back(number))


class ChooseRating(DeskCommand):
    """Rate the claim: the number chooses the rating, then you say why, save, and get the next claim."""

    title = "Rate the claim"
    keys: ClassVar[tuple[str, ...]] = ("1", "2", "3", "4", "5", "6", "7", "8", "9")
    footer = "rate"
    group = "Work"
    need = Need.CLAIM
    palette = False

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Open the verdict with this rating."""
        screen.dialogs.verdict(nth)


class RecordVerdict(DeskCommand):
    """Open the verdict without choosing a rating yet, or go on with the one you began."""

    title = "Record a verdict"
    keys = ("r",)
    group = "Work"
    need = Need.CLAIM

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Open the verdict."""
        del nth
        screen.dialogs.verdict(None)


class AttachEvidence(DeskCommand):
    """Attach evidence: a link, a file, a quotation or a note, and say what it does to the claim."""

    title = "Attach evidence"
    keys = ("v",)
    footer = "evidence"
    group = "Work"
    need = Need.CLAIM

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Open the evidence form."""
        del nth
        screen.dialogs.evidence()


class DetachEvidence(DeskCommand):
    """Take the evidence under the cursor off the claim; undo brings it back."""

    title = "Detach evidence"
    keys = ("x",)
    group = "Work"
    need = Need.EVIDENCE

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Detach the piece that the cursor is on."""
        del nth
        number = screen.evidence_number
        if number is not None:
            screen.tell("Detaching evidence", lambda desk: desk.detach(number), screen.show_detached(number))


class SkipClaim(DeskCommand):
    """Set the claim aside with a reason, one key for each, and get the next claim."""

    title = "Skip the claim"
    keys = ("s",)
    footer = "skip"
    group = "Work"
    need = Need.CLAIM

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Open the reasons."""
        del nth
        screen.dialogs.skip()


class Undo(DeskCommand):
    """Take back your latest step, as often as you like."""

    title = "Undo"
    keys = ("u",)
    footer = "undo"
    group = "Work"

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Have the desk undo."""
        del nth
        screen.tell("Undoing", lambda desk: desk.undo(), screen.show_undone)


class Redo(DeskCommand):
    """Do again what you took back."""

    title = "Redo"
    keys = ("ctrl+r",)
    group = "Work"

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Have the desk redo."""
        del nth
        screen.tell("Redoing", lambda desk: desk.redo(), screen.show_undone)


class ResumeDraft(DeskCommand):
    """Go on with what you were typing last, on whichever claim it was."""

    title = "Go on with the latest draft"
    keys = ("d",)
    group = "Work"

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Look for drafts and open the newest."""
        del nth
        screen.tell("Looking for drafts", lambda desk: desk.drafts(), screen.dialogs.resume)
