"""Several verdicts on one claim: look at them side by side, or say which one stands."""

from collections.abc import Callable, Mapping
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from claims_db.rows import ClaimSheet, Precedents
from claims_db.vocabulary import ClaimState, DraftField
from workbench.domain.references import claim_reference
from workbench.domain.states import state_words
from workbench.errors import BadInput
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.held_form import HeldForm
from workbench.tui.drawing import block, frame, line
from workbench.tui.reader import Reader
from workbench.tui.widgets.fields import LongField
from workbench.tui.widgets.precedent_lines import NearestPrecedents, ask_precedents
from workbench.tui.widgets.verdict_columns import VerdictColumns, counting


class VerdictsDialog(Reader):
    """Shows all verdicts that count, and what follows from them."""

    DEFAULT_CSS = """
    VerdictsDialog { align: center middle; }
    VerdictsDialog > Vertical { width: 116; max-width: 96%; height: auto; max-height: 94%; border: round $border; background: $surface; padding: 0 1; }
    VerdictsDialog Static { height: auto; }
    """

    def __init__(self, sheet: ClaimSheet) -> None:
        super().__init__()
        self._sheet = sheet

    def compose(self) -> ComposeResult:
        """Show the statement, what follows, and the verdicts."""
        with Vertical() as box:
            frame(box, f"Verdicts on {claim_reference(self._sheet.number)}", self.closing_words)
            yield Static(block(self._sheet.statement, "bold"))
            yield Static(line(what_follows(self._sheet), "$warning"))
            yield VerdictColumns(self._sheet)


def what_follows(sheet: ClaimSheet) -> str:
    """Say what the verdicts on a claim lead to."""
    verdicts = counting(sheet)
    if sheet.state is ClaimState.ADJUDICATION:
        return "The verdicts disagree: an editor who gave none of them adjudicates."
    if sheet.state is ClaimState.RECORDED and len(verdicts) > 1:
        agree = len({verdict.rating.slug for verdict in verdicts}) == 1
        return f"{'The verdicts agree' if agree else 'The latest verdict stands'}: the claim waits for sign-off."
    return f"The claim is {state_words(sheet.state)}."


class Rulings(NamedTuple):
    """What an editor can do about verdicts that disagree, beside choosing one."""

    adjudicated: Callable[[ClaimSheet], None]
    own_verdict: Callable[[], None]
    send_back: Callable[[], None]


class AdjudicationDialog(HeldForm):
    """Verdicts that disagree: a number chooses the one that stands."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(key), f"choose({key})", f"Verdict {key}", show=False) for key in range(1, 10)),
        Binding("v", "own_verdict", "Own verdict"),
        Binding("R", "send_back", "Return"),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
    ]
    DEFAULT_CSS = """
    AdjudicationDialog > Vertical { width: 116; }
    AdjudicationDialog VerdictColumns { max-height: 26; }
    AdjudicationDialog.-short VerdictColumns { max-height: 12; }
    AdjudicationDialog #chosen { color: $success; height: auto; }
    AdjudicationDialog TextArea { height: 2; }
    """
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-short"), (36, "-tall")]  # noqa: RUF012 - as in the base class
    draft_field: ClassVar[DraftField | None] = DraftField.COMMENT

    def __init__(self, worker: DeskWorker, editor: str, sheet: ClaimSheet, rulings: Rulings, draft: str = "") -> None:
        super().__init__(worker, editor, sheet, draft)
        self._verdicts = counting(sheet)
        self._rulings = rulings
        self._chosen = 0

    def title_words(self) -> str:
        """Name the claim."""
        return f"Adjudicate {claim_reference(self.claim)}"

    def fields(self) -> ComposeResult:
        """Show the verdicts, which one is chosen, and the note."""
        yield Static(block(self.sheet.statement, "bold"))
        yield VerdictColumns(self.sheet)
        yield NearestPrecedents()
        yield Static(line("1 or 2 chooses what stands, v records your own, R returns the claim."), id="chosen")
        yield self.row("Note", LongField(id="body", placeholder="why this one, if it needs saying"))

    def on_mount(self) -> None:
        """Start at the verdicts."""
        super().on_mount()
        self.query_one(VerdictColumns).focus()
        ask_precedents(self.worker, self.claim, self._show_precedents)

    def worth_keeping(self, values: Mapping[str, str]) -> bool:
        """Keep a note."""
        return bool(values["body"].strip())

    def submit(self, values: Mapping[str, str]) -> None:
        """Let the chosen verdict stand."""
        if not self._chosen:
            self.query_one(VerdictColumns).focus()
            raise BadInput("Choose a verdict first.", "Press its number while the verdicts have the focus.")
        number, verdict, note = self.claim, self._verdicts[self._chosen - 1].public_id, values["body"]
        token = self.token
        self.worker.tell(lambda desk: desk.adjudicate(number, verdict, note, token), self._done, self.failed)

    def action_choose(self, key: int) -> None:
        """Choose a verdict."""
        if key > len(self._verdicts):
            return
        self._chosen = key
        verdict = self._verdicts[key - 1]
        self.query_one(VerdictColumns).choose(key)
        decides = self.app.with_keys("{submit} decides.")
        words = f"{verdict.rating.label}, by {verdict.reviewer}, is to stand. {decides}"
        self.query_one("#chosen", Static).update(line(words))
        self.query_one("#body", LongField).focus()

    def action_own_verdict(self) -> None:
        """Record a verdict of one's own instead."""
        self.keep_then(lambda: self._leave_for(self._rulings.own_verdict))

    def action_send_back(self) -> None:
        """Return the claim instead."""
        self.keep_then(lambda: self._leave_for(self._rulings.send_back))

    def action_scroll(self, step: int) -> None:
        """Scroll by lines."""
        self.query_one(VerdictColumns).scroll_relative(y=step, animate=False)

    def _show_precedents(self, found: Precedents) -> None:
        if self.is_attached:
            self.query_one(VerdictColumns).set_beside(found)
            self.query_one(NearestPrecedents).show(found)

    def _leave_for(self, go_on: Callable[[], None]) -> None:
        self.dismiss(None)
        self.app.call_later(go_on)

    def _done(self, sheet: ClaimSheet) -> None:
        self.forget_draft()
        self.done()
        self._rulings.adjudicated(sheet)
