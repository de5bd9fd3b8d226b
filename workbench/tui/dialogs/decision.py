"""Decide what becomes of a verdict or a finding, with a note, a comment or a reason."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.widgets import Static

from claims_db.rows import ClaimSheet
from claims_db.vocabulary import DraftField, Severity
from workbench.desk.entries import Recorded
from workbench.domain.lint.outcome import LintLine
from workbench.domain.newest_text import words_that_left
from workbench.domain.references import claim_reference
from workbench.errors import BadInput
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.held_form import HeldForm
from workbench.tui.dialogs.lint import lint_content
from workbench.tui.drawing import block, line
from workbench.tui.widgets.fields import ChoiceField, LongField

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

Decided = ClaimSheet | Recorded
"""The claim as it is now, or that it is done and what comes next."""

_SEVERITIES = {
    Severity.TYPO: "typo: nothing of the meaning",
    Severity.CLARIFICATION: "clarification: clearer, the rating stays",
    Severity.RATING_CHANGED: "rating changed: a new verdict was signed off",
}


class Decision(NamedTuple):
    """What is decided: its heading, what it does, what the words are for, and the call that does it with the token.

    ``rules`` are those that the claim does not meet, to be seen before.
    """

    heading: str
    explanation: str
    placeholder: str
    call: "Callable[[Desk, Mapping[str, str], int | None], Decided]"
    needs_words: bool = True
    has_severity: bool = False
    rules: tuple[LintLine, ...] = ()


class DecisionDialog(HeldForm):
    """A few words, and for a correction its severity; the words are kept as the comment being typed."""

    DEFAULT_CSS = """
    DecisionDialog > Vertical { width: 80; }
    DecisionDialog #explanation { color: $text-muted; height: auto; margin-bottom: 1; }
    """
    draft_field: ClassVar[DraftField | None] = DraftField.COMMENT

    def __init__(
        self,
        worker: DeskWorker,
        editor: str,
        sheet: ClaimSheet,
        decision: Decision,
        decided: Callable[[Decided], None],
        draft: str = "",
    ) -> None:
        super().__init__(worker, editor, sheet, draft)
        self._decision = decision
        self._decided = decided

    @property
    def command_name(self) -> str:
        """The command that opens it."""
        return self._decision.heading.lower().replace(" ", "-")

    def title_words(self) -> str:
        """Name what is done, and the claim."""
        return f"{self._decision.heading} {claim_reference(self.claim)}"

    def fields(self) -> ComposeResult:
        """Show the claim and its verdict, what is about to happen, and the fields."""
        yield Static(block(self.sheet.statement, "bold"))
        standing = next((verdict for verdict in self.sheet.verdicts if verdict.stands), None)
        if standing is not None:
            yield Static(line(f"{standing.rating.label}, by {standing.reviewer}"))
        for words in words_that_left(self.sheet):
            yield Static(block(words, "$warning"))
        for rule in self._decision.rules:
            yield Static(lint_content(rule))
        yield Static(line(self._decision.explanation), id="explanation")
        if self._decision.has_severity:
            severities = [(words, severity.value) for severity, words in _SEVERITIES.items()]
            yield self.row(
                "Severity",
                ChoiceField(severities, value=Severity.CLARIFICATION.value, id="severity"),
            )
        yield LongField(id="body", placeholder=self._decision.placeholder)

    def first_field(self) -> str:
        """Start at the words."""
        return "body"

    def worth_keeping(self, values: Mapping[str, str]) -> bool:
        """Keep words; a severity alone is one key."""
        return bool(values["body"].strip())

    def submit(self, values: Mapping[str, str]) -> None:
        """Decide."""
        with self.finding_fault_with("body"):
            if self._decision.needs_words and not values["body"].strip():
                raise BadInput("This needs words.", "Say why; the others will read it.")
        call, token = self._decision.call, self.token
        self.worker.tell(lambda desk: call(desk, values, token), self._done, self.failed)

    def _done(self, decided: Decided) -> None:
        self.forget_draft()
        self.done()
        self._decided(decided)
