"""A dialog that keeps what is typed: drafts as you type, and no text is lost when a save fails."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Select, Static, TextArea

from claims_db.rows import ClaimSheet
from workbench.desk.entries import UNBORN
from workbench.domain.meanwhile import meanwhile_words
from workbench.errors import FAILURES, BadField, Failure, describe
from workbench.tui.commands.dialog import DIALOG_KEYS
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.drafted import Drafted
from workbench.tui.dialogs.repeatable import Repeatable
from workbench.tui.drawing import frame, line
from workbench.tui.editor import edited
from workbench.tui.typed_into import TypedInto
from workbench.tui.widgets.fields import put
from workbench.tui.widgets.watchers import KeyFooter

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


_ORDER = {binding.id: place for place, binding in enumerate(DIALOG_KEYS)}


class FormDialog(TypedInto, Repeatable, Drafted):
    """Fields, one submit key, and a line that says what is wrong."""

    BINDINGS: ClassVar[list[BindingType]] = [*DIALOG_KEYS]
    DEFAULT_CSS = """
    FormDialog { align: center middle; }
    FormDialog > Vertical { width: 96; max-width: 96%; height: auto; max-height: 96%; border: round $border; background: $surface; padding: 0 1; }
    FormDialog VerticalScroll { height: auto; max-height: 100%; }
    FormDialog Horizontal { height: auto; }
    FormDialog Horizontal > Static { width: 1fr; height: auto; }
    FormDialog .name { width: 13; color: $text-muted; }
    FormDialog Horizontal:focus-within { height: auto; }
    FormDialog Horizontal:focus-within > .name { color: $accent; text-style: bold underline; }
    FormDialog Input, FormDialog Select { width: 1fr; }
    FormDialog Input { background: $field; }
    FormDialog TextArea { height: 5; width: 1fr; border: none; background: $field; padding: 0 1; }
    FormDialog TextArea:focus { border: none; }
    FormDialog #problem { color: $error; height: auto; }
    FormDialog #meanwhile { color: $warning; height: auto; display: none; }
    FormDialog #meanwhile.shown { display: block; }
    FormDialog #problem.quiet { color: $warning; }
    FormDialog Footer { background: $surface; }
    """

    AUTO_FOCUS: ClassVar[str | None] = ""
    """Each dialog says itself where it starts: keys must not go to the field that happens to be the first."""

    app: "WorkbenchApp"

    heading: ClassVar[str] = ""

    def __init__(self, worker: DeskWorker, editor: str = "", claim: int = UNBORN, draft: str = "") -> None:
        super().__init__()
        self.worker = worker
        self.claim = claim
        self._editor = editor
        self._draft = draft
        self._saved = draft
        self._busy = False
        self._to_discard: dict[str, str] | None = None
        self.refused = worker.failed
        self.base: ClaimSheet | None = None
        self.taken: Callable[[ClaimSheet], None] = lambda _: None

    def attend(self, sheet: ClaimSheet, taken: Callable[[ClaimSheet], None]) -> None:
        """Know the claim as it is while the dialog opens, and who hears when the claim is taken from here."""
        self.base = sheet
        self.taken = taken

    def holds_key(self, key: str) -> bool:
        """Say whether a key has to wait: for the fields and what is offered in them, or for what comes after a save or a close.

        The dialog can be left for another screen while it saves; it is closed then when it is seen again.
        """
        if super().holds_key(key) or self._offered is not None:
            return True
        return (self._busy or self._is_leaving) and key not in self.app.mode_keys

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
            yield KeyFooter()

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now; those of dialogs come first, in one order wherever the focus is."""
        found = super().active_bindings
        return dict(sorted(found.items(), key=lambda one: _ORDER.get(one[1].binding.id or "", len(_ORDER))))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the editor only where there is a long text, and to discard only what is kept."""
        if action == "edit":
            return bool(self.query(TextArea))
        if action == "discard":
            return self.draft_field is not None
        return super().check_action(action, parameters)

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
            self.say(self.app.with_keys("This is the draft that was kept. {discard-draft} throws it away."), quiet=True)
            self._offered = None
        elif self._offered is not None:
            self.call_after_refresh(self._show_offered, self._offered)
        first = self.first_field()
        if first:
            self.query_one(f"#{first}").focus()
        else:
            self.takes_keys()

    def values(self) -> dict[str, str]:
        """Give what stands in the fields, by their names."""
        found = {field.id or "": field.value for field in self.query(Input)}
        found |= {field.id or "": field.text for field in self.query(TextArea)}
        for select in self.query(Select):
            found[select.id or ""] = "" if select.value is Select.NULL else str(select.value)
        return found

    @contextmanager
    def finding_fault_with(self, field: str) -> Iterator[None]:
        """Put the focus on a field whose words turn out to be of no use."""
        try:
            yield
        except FAILURES:
            self.query_one(f"#{field}").focus()
            raise

    def done(self) -> None:
        """Close after a save that went through; the draft is no longer needed."""
        self.stop_timer()
        self._busy = True
        self.submitted(self.answers(self._sent))
        if self.draft_field is not None and (self.claim == UNBORN or self._kept_while_busy):
            self.drop_draft()
        self._leave()

    def failed(self, failure: Failure) -> None:
        """Say what went wrong, here or, after this dialog was closed, in passing; what was typed stays."""
        self._busy = self._kept_while_busy = False
        # What was typed on was meant for after the save.
        self.app.key_queue.forget()
        if not self.is_attached:
            self.refused(failure)
            return
        self.say(f"{failure.message} {failure.hint}".strip())

    def action_submit(self) -> None:
        """Send what was typed, once."""
        if self._busy:
            return
        self._busy = True
        self.say("Saving…", quiet=True)
        try:
            self._sent = self.values()
            self.submit(self._sent)
        except BadField as fault:
            self.query_one(f"#{fault.field}").focus()
            self.failed(describe(fault))
        except FAILURES as problem:
            self.failed(describe(problem))

    def action_close(self) -> None:
        """Keep what was typed and go back; where choices hang down, fold them up alone."""
        opened = next((one for one in self.query(Select) if one.expanded), None)
        if opened is None:
            self.close_form()
        else:
            opened.expanded = False
            opened.focus()

    def close_form(self) -> None:
        """Keep what was typed and go back."""
        self.keep_then(self._leave)

    def action_dialog_help(self) -> None:
        """Say what the dialog is for, and its keys."""
        self.app.help_in_dialog()

    def action_discard(self) -> None:
        """Cut what is selected; else throw the draft away and go back: nothing brings that back, so it takes two presses."""
        field = self.focused
        if isinstance(field, Input | TextArea) and not field.selection.is_empty:
            field.action_cut()
            return
        typed = self.values()
        if self.worth_keeping(typed) and self._to_discard != typed:
            self._to_discard = typed
            words = "{discard-draft} again throws away what you typed; nothing brings it back."
            self.say(self.app.with_keys(words), quiet=True)
            return
        self.stop_timer()
        self._busy = True
        self.drop_draft()
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
        self.typed()

    def _leave(self) -> None:
        self.dismiss(None)

    def on_resize(self) -> None:
        """Keep the field that is typed into in sight."""
        if self.focused is not None:
            self.call_after_refresh(self.focused.scroll_visible, animate=False)

    def _show_offered(self, answers: Mapping[str, str]) -> None:
        self._offered = None
        self._fill(json.dumps(dict(answers)))
        # What was typed for another claim is no draft of this one.
        self._saved = json.dumps(self.values(), sort_keys=True)
        if self.repeats_at_once:
            self.action_submit()
        else:
            self.say("These are your last answers. Submit them, or change them first.", quiet=True)

    def _fill(self, draft: str) -> None:
        try:
            kept = json.loads(draft)
        except ValueError:
            return
        for name, value in kept.items() if isinstance(kept, dict) else ():
            for field in self.query(f"#{name}").results(Widget) if str(name).isidentifier() else ():
                put(field, str(value))

    def say(self, words: str, *, quiet: bool = False) -> None:
        """Say something below the fields; quietly where nothing is wrong."""
        problem = self.query_one("#problem", Static)
        problem.set_class(quiet, "quiet")
        problem.update(line(words))
