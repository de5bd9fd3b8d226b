"""The steps that can be taken with many claims, each with its fields."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from claims_db.rows import ClaimRow
from claims_db.vocabulary import SkipReason
from workbench.desk.lots import (
    Assign,
    Deed,
    HandBack,
    Merge,
    Put,
    Retag,
    SetAside,
    SignOff,
)
from workbench.domain.references import claim_reference, parse_reference
from workbench.domain.tags import parse_tags
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.lot import Finished, LotDialog, Many
from workbench.tui.dialogs.skip import REASONS
from workbench.tui.drawing import block
from workbench.tui.widgets.fields import ShortField

_LEAVE, _STAY = "leave", "stay"
_SHOWN = 6


class AssignLot(LotDialog):
    """For whom the claims wait."""

    command: ClassVar[str] = "assign"
    heading: ClassVar[str] = "Assign"

    def __init__(self, worker: DeskWorker, many: Many, finished: Finished, people: Sequence[str]) -> None:
        super().__init__(worker, many, finished)
        self._people = people

    def own_fields(self) -> ComposeResult:
        """Show the people of the desk and the note."""
        names = [("anybody", ""), *((name, name) for name in self._people)]
        yield self.row("To", self.choice("person", names, ""))
        yield self.row("Note", ShortField(id="note", placeholder="what they should know"))

    def first_field(self) -> str:
        """Start at the people."""
        return "person"

    def deed(self, values: Mapping[str, str]) -> Deed:
        """Assign them."""
        return Assign(values["person"] or None, values["note"])

    def words_of(self, deed: Deed) -> str:
        """Say for whom."""
        return f"assigned to {deed.name}" if isinstance(deed, Assign) and deed.name else "assigned to nobody"


class TagLot(LotDialog):
    """Which tags the claims get, and which are taken off."""

    command: ClassVar[str] = "tag"
    heading: ClassVar[str] = "Tag"
    done_words = "tagged"

    def __init__(self, worker: DeskWorker, many: Many, finished: Finished, known: Sequence[str]) -> None:
        super().__init__(worker, many, finished)
        self._known = known

    def own_fields(self) -> ComposeResult:
        """Show both fields, and the tags that the desk has."""
        yield self.row("Tags", ShortField(id="added", placeholder="such as: harbour winter-2026"))
        yield self.row("Take off", ShortField(id="removed", placeholder="tags to take away"))
        if self._known:
            yield Static(block(f"In use: {' '.join(self._known)}", "$text-muted"))

    def first_field(self) -> str:
        """Start at the tags to set."""
        return "added"

    def deed(self, values: Mapping[str, str]) -> Deed:
        """Tag them."""
        return Retag(parse_tags(values["added"]), parse_tags(values["removed"]))


class SkipLot(LotDialog):
    """Why the claims are set aside."""

    command: ClassVar[str] = "skip"
    heading: ClassVar[str] = "Set aside"
    done_words = "set aside"

    def own_fields(self) -> ComposeResult:
        """Show the reasons and the note."""
        yield self.row(
            "Reason", self.choice("reason", [(words, reason.value) for _, reason, words in REASONS], "opinion")
        )
        yield self.row("Note", ShortField(id="note"))

    def first_field(self) -> str:
        """Start at the reasons."""
        return "reason"

    def first_look(self) -> Deed:
        """Look with any reason: it decides nothing about which claims can be."""
        return SetAside(SkipReason.OPINION)

    def deed(self, values: Mapping[str, str]) -> Deed:
        """Set them aside."""
        return SetAside(SkipReason(values["reason"]), values["note"])


class PutLot(LotDialog):
    """Into which queue the claims go."""

    command: ClassVar[str] = "put-in-queue"
    heading: ClassVar[str] = "Queue for"

    def __init__(self, worker: DeskWorker, many: Many, finished: Finished, queues: Sequence[str], listed: str) -> None:
        super().__init__(worker, many, finished)
        self._queues, self._listed = queues, listed

    def own_fields(self) -> ComposeResult:
        """Show the queues, and whether the claims leave the one that is listed."""
        other = next((name for name in self._queues if name != self._listed), self._queues[0])
        yield self.row("Into", self.choice("queue", [(name, name) for name in self._queues], other))
        if self._listed:
            choices = [(f"leave {self._listed}", _LEAVE), (f"stay in {self._listed} as well", _STAY)]
            yield self.row("They", self.choice("leaves", choices, _LEAVE))

    def first_field(self) -> str:
        """Start at the queues."""
        return "queue"

    def deed(self, values: Mapping[str, str]) -> Deed:
        """Put them there."""
        return Put(values["queue"], "" if values.get("leaves") == _STAY else self._listed)

    def words_of(self, deed: Deed) -> str:
        """Say where they are."""
        return f"in the queue {deed.queue}" if isinstance(deed, Put) else ""


class MergeLot(LotDialog):
    """Of which claim the others are duplicates."""

    command: ClassVar[str] = "mark-duplicate"
    heading: ClassVar[str] = "Join"
    done_words = "joined as duplicates"

    def __init__(self, worker: DeskWorker, many: Many, finished: Finished, of: int, rows: Sequence[ClaimRow]) -> None:
        super().__init__(worker, many, finished)
        self._of, self._rows = of, rows

    def own_fields(self) -> ComposeResult:
        """Show the claims, and which of them stays."""
        words = [f"{claim_reference(row.number)}  {row.statement}" for row in self._rows[:_SHOWN]]
        yield Static(block("\n".join(words)))
        yield self.row("Stays", ShortField(id="of", placeholder="the claim that the others are the same as"))
        yield Static(block("Evidence stays with its claim. A hold on the others ends.", "$text-muted"))

    def first_field(self) -> str:
        """Start at the only field."""
        return "of"

    def on_mount(self) -> None:
        """Offer the claim under the cursor."""
        self.query_one("#of", ShortField).value = claim_reference(self._of)
        super().on_mount()

    def first_look(self) -> Deed:
        """Look with the claim that is offered, which it mostly is."""
        return Merge(self._of)

    def deed(self, values: Mapping[str, str]) -> Deed:
        """Join them."""
        return Merge(parse_reference(values["of"], "C"))

    def words_of(self, deed: Deed) -> str:
        """Say of which claim."""
        return f"joined as duplicates of {claim_reference(deed.of)}" if isinstance(deed, Merge) else ""


class HandBackLot(LotDialog):
    """Whether the claims are given back."""

    command: ClassVar[str] = "hand-back"
    heading: ClassVar[str] = "Hand back"
    done_words = "handed back"

    def first_look(self) -> Deed:
        """Look: only those that are held can be."""
        return HandBack()

    def deed(self, values: Mapping[str, str]) -> Deed:  # noqa: ARG002 - there are none
        """Hand them back."""
        return HandBack()


class SignOffLot(LotDialog):
    """Whether the recorded verdicts stand."""

    command: ClassVar[str] = "sign-off"
    repeats_at_once: ClassVar[bool] = False
    heading: ClassVar[str] = "Sign off"
    done_words = "signed off"

    def own_fields(self) -> ComposeResult:
        """Show the note."""
        yield self.row("Note", ShortField(id="body", placeholder="a note, if they need one"))

    def first_field(self) -> str:
        """Start at the note."""
        return "body"

    def first_look(self) -> Deed:
        """Look without a note: it decides nothing about which claims can be."""
        return SignOff()

    def deed(self, values: Mapping[str, str]) -> Deed:
        """Sign them off."""
        return SignOff(values["body"])
