"""A dialog that keeps what is typed: drafts as you type, and no text is lost when a save fails."""

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import ScreenResume
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Footer, Input, Select, Static, TextArea

from claims_db.rows import ClaimSheet
from claims_db.vocabulary import DraftField
from workbench.desk.entries import UNBORN
from workbench.domain.meanwhile import meanwhile_words
from workbench.errors import FAILURES, Failure, describe
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.drawing import frame, line
from workbench.tui.editor import edited

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

_PAUSE = 0.3
"""Seconds without a key after which a draft is saved."""


class FormDialog(ModalScreen[None]):
    """Fields, one submit key, and a line that says what is wrong."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "submit", "Submit", priority=True),
        Binding("ctrl+e", "edit", "Editor", priority=True),
        Binding("ctrl+x", "discard", "Discard draft", priority=True),
        Binding("escape", "close", "Close", priority=True),
    ]
    DEFAULT_CSS = """
    FormDialog { align: center middle; }
    FormDialog > Vertical { width: 96; max-width: 96%; height: auto; max-height: 96%; border: round $border; background: $surface; padding: 0 1; }
    FormDialog VerticalScroll { height: auto; max-height: 100%; }
    FormDialog Horizontal { height: auto; }
    FormDialog .name { width: 13; color: $text-muted; }
    FormDialog Horizontal:focus-within > .name { color: $accent; text-style: bold underline; }
    FormDialog Input, FormDialog Select { width: 1fr; }
    FormDialog Input { background: $boost; }
    FormDialog TextArea { height: 5; width: 1fr; border: none; background: $boost; padding: 0 1; }
    FormDialog TextArea:focus { border: none; background: $panel; }
    FormDialog #problem { color: $error; height: auto; }
    FormDialog #meanwhile { color: $warning; height: auto; display: none; }
    FormDialog #meanwhile.shown { display: block; }
    FormDialog #problem.quiet { color: $warning; }
    FormDialog Footer { background: $surface; }
    """

    heading: ClassVar[str] = ""
    draft_field: ClassVar[DraftField | None] = None

    def __init__(self, worker: DeskWorker, editor: str = "", claim: int = UNBORN, draft: str = "") -> None:
        super().__init__()
        self.worker = worker
        self.claim = claim
        self._editor = editor
        self._draft = draft
        self._timer: Timer | None = None
        self._saved = draft
        self._busy = False
        self._kept_while_busy = False
        self._over = False
        self.base: ClaimSheet | None = None
        self.taken: Callable[[ClaimSheet], None] = lambda _: None

    def attend(self, sheet: ClaimSheet, taken: Callable[[ClaimSheet], None]) -> None:
        """Know the claim as it is while the dialog opens, and who hears when the claim is taken from here."""
        self.base = sheet
        self.taken = taken

    def look_again(self, sheet: ClaimSheet, me: str) -> None:
        """Note what others did to the claim since the dialog was opened; what is typed stays as it is."""
        self.note(meanwhile_words(self.base, sheet, me) if self.base is not None else "")

    def note(self, words: str) -> None:
        """Say what happened beside the dialog; nothing for no words."""
        meanwhile = self.query_one("#meanwhile", Static)
        meanwhile.update(line(words))
        meanwhile.set_class(bool(words), "shown")

    def compose(self) -> ComposeResult:
        """Lay out the heading, the fields and the line for problems."""
        with Vertical() as box:
            frame(box, self.title_words())
            with VerticalScroll(can_focus=False):
                yield from self.fields()
                yield Static("", id="meanwhile", markup=False)
                yield Static("", id="problem", markup=False)
            yield Footer(show_command_palette=False, compact=True)

    def title_words(self) -> str:
        """Give the words of the border."""
        return self.heading

    def fields(self) -> ComposeResult:
        """Lay out the fields."""
        raise NotImplementedError

    def submit(self, values: Mapping[str, str]) -> None:
        """Send the values; ends in ``done`` or ``failed``."""
        raise NotImplementedError

    def first_field(self) -> str:
        """Name the field that has the focus at the start."""
        return ""

    @staticmethod
    def row(name: str, field: Widget) -> Horizontal:
        """Put a field beside its name."""
        return Horizontal(Static(name, classes="name", markup=False), field)

    def on_mount(self) -> None:
        """Offer the draft."""
        if self._draft:
            self._fill(self._draft)
            self._say("This is the draft that was kept. Ctrl+X throws it away.", quiet=True)
        first = self.first_field()
        if first:
            self.query_one(f"#{first}").focus()

    def values(self) -> dict[str, str]:
        """Give what stands in the fields, by their names."""
        found = {field.id or "": field.value for field in self.query(Input)}
        found |= {field.id or "": field.text for field in self.query(TextArea)}
        for select in self.query(Select):
            found[select.id or ""] = "" if select.value is Select.NULL else str(select.value)
        return found

    def forget_draft(self) -> None:
        """Forget the words that were kept: they were stored as something that the desk knows no draft of."""
        if self._saved:
            self._drop()

    def done(self) -> None:
        """Close after a save that went through; the draft is no longer needed."""
        self._stop_timer()
        self._busy = True
        if self.draft_field is not None and (self.claim == UNBORN or self._kept_while_busy):
            self._drop()
        self._leave()

    def failed(self, failure: Failure) -> None:
        """Say what went wrong, here or, after this dialog was closed, in passing; what was typed stays."""
        self._busy = self._kept_while_busy = False
        if not self.is_attached:
            self.worker.failed(failure)
            return
        self._say(f"{failure.message} {failure.hint}".strip())

    def action_submit(self) -> None:
        """Send what was typed, once."""
        if self._busy:
            return
        self._busy = True
        self._say("Saving…", quiet=True)
        try:
            self.submit(self.values())
        except FAILURES as problem:
            self.failed(describe(problem))

    def action_close(self) -> None:
        """Keep what was typed and go back."""
        self.keep_then(self._leave)

    def action_discard(self) -> None:
        """Throw the draft away and go back."""
        self._stop_timer()
        self._busy = True
        self._drop()
        self.dismiss(None)

    def action_edit(self) -> None:
        """Write the long text in the user's editor."""
        areas = list(self.query(TextArea))
        area = next((area for area in areas if area.has_focus), areas[-1] if areas else None)
        if area is None:
            return
        self.save_draft()
        try:
            area.text = edited(self.app, self._editor, area.text)
        except FAILURES as problem:
            self.failed(describe(problem))

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Select.Changed)
    def _typed(self) -> None:
        if self.draft_field is None:
            return
        self._stop_timer()
        self._timer = self.set_timer(_PAUSE, self.save_draft)

    def save_draft(self) -> None:
        """Keep what is typed, unless it is what was kept last."""
        if not self._busy:
            self._keep(lambda: None)

    def keep_then(self, go_on: Callable[[], None]) -> None:
        """Keep what is typed, then go on; where it can't be kept, stay and say so."""
        self._stop_timer()
        self._kept_while_busy = self._busy
        self._keep(go_on)

    def save_at_the_end(self, unkept: list[str]) -> None:
        """Keep what is typed while the app ends; what can't be kept is added to ``unkept``."""
        body, claim, field = self.unkept(), self.claim, self.draft_field
        if not body or field is None:
            return

        def save(desk: "Desk") -> None:
            try:
                desk.save_draft(claim, field, body)
            except FAILURES:
                unkept.append(body)

        self.worker.tell(save, lambda _: None)

    def unkept(self) -> str:
        """Give what is typed and was not kept yet, as a draft; empty where there is nothing of it."""
        values = self.values()
        body = json.dumps(values, sort_keys=True)
        return "" if self.draft_field is None or body == self._saved or not self.worth_keeping(values) else body

    def _keep(self, go_on: Callable[[], None]) -> None:
        body, claim, field = self.unkept(), self.claim, self.draft_field
        if not body or field is None:
            go_on()
            return

        def save(desk: "Desk") -> None:
            desk.save_draft(claim, field, body)

        def kept(_: None) -> None:
            self._saved = body
            go_on()

        self.worker.tell(save, kept, self._draft_failed)

    def _leave(self) -> None:
        """Close; while another screen is looked at that waits until this one is seen again."""
        if self.app.screen is self:
            self.dismiss(None)
        else:
            self._over = True

    @on(ScreenResume)
    def _seen_again(self) -> None:
        if self._over:
            self.dismiss(None)

    def _drop(self) -> None:
        if self.draft_field is not None:
            claim, field = self.claim, self.draft_field
            self.worker.tell(lambda desk: desk.drop_draft(claim, field), lambda _: None)

    def worth_keeping(self, values: Mapping[str, str]) -> bool:
        """Say whether there is anything to keep."""
        return any(values.values())

    def _draft_failed(self, failure: Failure) -> None:
        if self.is_attached:
            self._say(f"{failure.message} {failure.hint}".strip())
        else:
            self.worker.failed(failure)

    def _fill(self, draft: str) -> None:
        try:
            kept = json.loads(draft)
        except ValueError:
            return
        for name, value in kept.items() if isinstance(kept, dict) else ():
            for field in self.query(f"#{name}").results(Widget) if str(name).isidentifier() else ():
                _put(field, str(value))

    def _say(self, words: str, *, quiet: bool = False) -> None:
        problem = self.query_one("#problem", Static)
        problem.set_class(quiet, "quiet")
        problem.update(line(words))

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None


def _put(field: Widget, value: str) -> None:
    if isinstance(field, Input):
        field.value = value
    elif isinstance(field, TextArea):
        field.text = value
    elif isinstance(field, Select) and value:
        field.value = value
