"""Set a claim aside: one key for the reason, a note where it needs one."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from claims_db.rows import ClaimSheet
from claims_db.vocabulary import DraftField, SkipReason
from workbench.desk.entries import Recorded
from workbench.domain.references import claim_reference
from workbench.errors import BadInput
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.held_form import HeldForm
from workbench.tui.drawing import line
from workbench.tui.widgets.fields import Choices, ShortField

REASONS = (
    ("o", SkipReason.OPINION, "opinion"),
    ("p", SkipReason.PREDICTION, "prediction"),
    ("n", SkipReason.NOT_CHECKABLE, "not checkable"),
    ("c", SkipReason.ALREADY_CHECKED, "already checked"),
    ("t", SkipReason.TRIVIAL, "trivial"),
    ("i", SkipReason.NO_PUBLIC_INTEREST, "no public interest"),
    ("x", SkipReason.NOT_A_CLAIM, "not a claim at all"),
    ("r", SkipReason.OTHER, "other reason: needs a note"),
)
"""The key of each reason, and its words."""


class SkipDialog(HeldForm):
    """Reasons by letter; a letter skips at once, except where a note is needed."""

    command: ClassVar[str] = "skip"
    repeats_at_once: ClassVar[bool] = True
    goes_on: ClassVar[bool] = True
    DEFAULT_CSS = """
    SkipDialog > Vertical { width: 64; }
    SkipDialog OptionList { height: auto; border: none; background: $surface; margin-bottom: 1; }
    """
    draft_field: ClassVar[DraftField | None] = DraftField.SKIP

    def __init__(
        self,
        worker: DeskWorker,
        sheet: ClaimSheet,
        queue: str | None,
        recorded: Callable[[Recorded], None],
        draft: str = "",
    ) -> None:
        super().__init__(worker, "", sheet, draft)
        self._queue = queue
        self._recorded = recorded

    def title_words(self) -> str:
        """Name the claim."""
        return f"Set {claim_reference(self.claim)} aside"

    def fields(self) -> ComposeResult:
        """Show the reasons and the note."""
        yield Choices(
            *(Option(line(f"{key}  {words}"), id=reason.value) for key, reason, words in REASONS),
            id="reasons",
            markup=False,
            compact=True,
        )
        yield self.row("Note", ShortField(id="note", placeholder="needed for another reason; else as you like"))

    def first_field(self) -> str:
        """Start at the reasons."""
        return "reasons"

    def values(self) -> dict[str, str]:
        """Give reason and note."""
        at = self.query_one(OptionList).highlighted
        return {"reason": "" if at is None else REASONS[at][1].value, "note": self.query_one(Input).value}

    def worth_keeping(self, values: Mapping[str, str]) -> bool:
        """Keep a note; a reason alone is one key."""
        return bool(values["note"].strip())

    def _fill(self, draft: str) -> None:
        super()._fill(draft)
        reasons = [reason.value for _, reason, _ in REASONS]
        at = next((at for at, reason in enumerate(reasons) if f'"reason": "{reason}"' in draft), None)
        if at is not None:
            self.query_one(OptionList).highlighted = at

    def submit(self, values: Mapping[str, str]) -> None:
        """Skip."""
        with self.finding_fault_with("reasons"):
            if not values["reason"]:
                raise BadInput("Choose a reason first.", "Press its letter.")
        with self.finding_fault_with("note"):
            if values["reason"] == SkipReason.OTHER and not values["note"].strip():
                raise BadInput("The reason 'other' needs a note.", "Say in a few words why.")
        number, queue, token, note = self.claim, self._queue, self.token, values["note"]
        reason = SkipReason(values["reason"])
        self.worker.tell(lambda desk: desk.skip(number, reason, note, token, queue), self._done, self.failed)

    def on_key(self, event: "object") -> None:
        """Let a letter choose and submit while the reasons have the focus."""
        character = getattr(event, "character", None) or ""
        reasons = self.query_one(OptionList)
        keys = [key for key, _, _ in REASONS]
        if reasons.has_focus and character in keys:
            reasons.highlighted = keys.index(character)
            self.action_submit()

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.action_submit()

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_submit()

    def _done(self, recorded: Recorded) -> None:
        self.done()
        self._recorded(recorded)
