"""What stands against signing off a claim, rule by rule; a rule is waived with a reason."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from workbench.domain.lint.lines import summary_words, waiver_words
from workbench.domain.lint.outcome import Linted, LintLine, explanation_of, level_words
from workbench.domain.references import claim_reference
from workbench.tui.closing import Modal
from workbench.tui.commands.dialog import CLOSE
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.drawing import block, frame, joined, line
from workbench.tui.widgets.fields import Choices, LongField

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

_WAIVES, _CLOSES = "w or Enter waives the rule", "Esc closes"
_SIGNS = "S signs off"


class LintDialog(Modal[None]):
    """The rules that a claim does not meet, what blocks first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "waive", "Waive"),
        Binding("S", "sign_off", "Sign off"),
        CLOSE,
    ]
    DEFAULT_CSS = """
    LintDialog { align: center middle; }
    LintDialog > Vertical { width: 96; max-width: 96%; height: auto; max-height: 90%; border: round $border; background: $surface; padding: 0 1; }
    LintDialog OptionList { height: auto; max-height: 100%; background: $surface; }
    """

    app: "WorkbenchApp"

    def __init__(
        self, worker: DeskWorker, editor: str, linted: Linted, sign_off: Callable[[Linted], None] | None = None
    ) -> None:
        super().__init__()
        self._worker, self._editor = worker, editor
        self._linted = linted
        self._sign_off = sign_off

    def compose(self) -> ComposeResult:
        """List the rules."""
        with Vertical() as box:
            frame(box, f"Rules for {claim_reference(self._linted.claim)}", self._keys())
            yield Static(line(summary_words(self._linted), "bold"), id="summary")
            yield Choices(*_options(self._linted), markup=False, compact=True)

    def on_mount(self) -> None:
        """Start at the first rule."""
        self.query_one(OptionList).highlighted = 0 if self._linted.lines else None

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)

    def action_sign_off(self) -> None:
        """Go on to the sign-off, where it waits for this and nothing blocks."""
        if self._sign_off is None:
            return
        if self._linted.blocking:
            self.app.say(f"These block: {', '.join(self._linted.blocking)}.", "Mend them, or waive them with a reason.")
            return
        self.dismiss(None)
        self.app.call_later(self._sign_off, self._linted)

    @on(OptionList.OptionSelected)
    def action_waive(self) -> None:
        """Ask why the rule under the cursor is waived."""
        at = self.query_one(OptionList).highlighted
        if at is None:
            return
        rule = self._linted.lines[at]
        if rule.waiver is not None:
            self.app.say(f"{rule.rule} is waived already.", self.app.with_keys("{undo} takes a waiver back."))
            return
        claim = self._linted.claim
        self.app.push_screen(WaiverDialog(self._worker, self._editor, claim, rule, self._waived))

    def _waived(self, linted: Linted) -> None:
        self._linted = linted
        self.query_one("#summary", Static).update(line(summary_words(linted), "bold"))
        rules = self.query_one(OptionList)
        rules.clear_options()
        rules.add_options(_options(linted))
        self.on_mount()

    def _keys(self) -> str:
        return ", ".join((_WAIVES, _CLOSES) if self._sign_off is None else (_WAIVES, _SIGNS, _CLOSES))


class WaiverDialog(FormDialog):
    """Why a rule is not asked for of the claim; readers of the report see it. Undo takes it back."""

    heading = "Waive a rule"

    def __init__(
        self, worker: DeskWorker, editor: str, claim: int, rule: LintLine, waived: Callable[[Linted], None]
    ) -> None:
        super().__init__(worker, editor, claim)
        self._rule, self._waived = rule, waived

    def title_words(self) -> str:
        """Name rule and claim."""
        return f"Waive {self._rule.rule} for {claim_reference(self.claim)}"

    def fields(self) -> ComposeResult:
        """Show what the rule asks for, and the reason."""
        yield Static(block(explanation_of(self._rule.rule), "$text-muted"))
        yield Static(block("\n".join(self._rule.found)))
        yield LongField(id="reason", placeholder="why this claim can do without it; readers of the report see it")

    def first_field(self) -> str:
        """Start at the reason."""
        return "reason"

    def submit(self, values: Mapping[str, str]) -> None:
        """Waive it."""
        number, rule, reason = self.claim, self._rule.rule, values["reason"]
        self.worker.tell(lambda desk: desk.waive(number, rule, reason), self._done, self.failed)

    def _done(self, linted: Linted) -> None:
        self.done()
        self._waived(linted)


def lint_content(rule: LintLine) -> Content:
    """Give a rule that is not met as it is drawn: what it means, its name, and what is amiss."""
    style = "$text-muted" if rule.waiver is not None else "bold $error" if rule.blocks else "bold $warning"
    words = [*rule.found, waiver_words(rule)] if rule.waiver is not None else rule.found
    told = block("".join(f"\n  {one}" for one in words))
    return joined(line(f"{level_words(rule):<6} ", style), line(rule.rule, "bold"), told)


def _options(linted: Linted) -> list[Option]:
    return [Option(lint_content(rule)) for rule in linted.lines]
