"""What the reviewer keeps under names: filters and searches; one is chosen, kept or removed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from claims_db.rows import SavedRow
from claims_db.vocabulary import SavedForm
from workbench.desk.entries import Undone
from workbench.tui.closing import Modal
from workbench.tui.commands.dialog import CLOSE
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.drawing import block, joined, line
from workbench.tui.typed_into import TypedInto
from workbench.tui.widgets.fields import Choices, ShortField

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

_NAME = 20
_NONE = "You keep nothing yet. n keeps the filter of the list under a name; {keep-search} in a search keeps that."
_BOX = """{ width: 90; max-width: 96%; height: auto; max-height: 90%; border: round $border; background: $surface; padding: 0 1; }"""


class SavedDialog(Modal[SavedRow | None]):
    """Lists what is kept; gives what was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        CLOSE,
        Binding("n", "keep", "Keep the filter"),
        Binding("d", "remove", "Remove"),
        Binding("u", "undo", "Undo"),
    ]
    DEFAULT_CSS = f"""
    SavedDialog {{ align: center middle; }}
    SavedDialog > Vertical {_BOX}
    SavedDialog OptionList {{ height: auto; max-height: 16; background: $surface; }}
    """

    app: "WorkbenchApp"

    def __init__(self, worker: DeskWorker, words: str) -> None:
        """List what is kept; ``words`` are the filter of the list, which can be kept as well."""
        super().__init__()
        self.worker = worker
        self._words = words
        self._rows: tuple[SavedRow, ...] = ()

    def compose(self) -> ComposeResult:
        """List what is kept."""
        with Vertical():
            yield Static(line("Filters and searches", "bold"))
            yield Choices(markup=False, compact=True)
            yield Static("", id="none", markup=False)
            yield Static(
                _keys(("Enter", "apply"), ("n", "keep the filter"), ("d", "remove"), ("u", "undo"), ("Esc", "close"))
            )

    def on_mount(self) -> None:
        """Paint first; the list is read beside it."""
        self._read()

    def action_close(self) -> None:
        """Choose none."""
        self.dismiss(None)

    def action_keep(self) -> None:
        """Ask under which name the filter is kept."""
        if self._words:
            keep_words(self.app, self.worker, self._words, SavedForm.FILTER, self._read)
        else:
            self.app.say("The list has no filter.", self.app.with_keys("{filter} writes one; then it can be kept."))

    def action_remove(self) -> None:
        """Remove what is under the cursor."""
        at = self.query_one(OptionList).highlighted
        if at is not None and at < len(self._rows):
            name = self._rows[at].name
            self.worker.tell(lambda desk: desk.remove_saved(name), lambda _: self._removed(name))

    def action_undo(self) -> None:
        """Take back the latest effect, such as the removal."""

        def undone(what: Undone) -> None:
            self.app.say(what.summary)
            self._read()

        self.worker.tell(lambda desk: desk.undo(), undone)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._rows[event.option_index])

    def _removed(self, name: str) -> None:
        self.app.say(f"Removed {name}.", "u brings it back.")
        self._read()

    def _read(self) -> None:
        self.worker.ask("saved", lambda desk: desk.saved(), self._show)

    def _show(self, rows: tuple[SavedRow, ...]) -> None:
        if not self.is_attached:
            return
        shown = self.query_one(OptionList)
        at = shown.highlighted or 0
        self._rows = rows
        shown.clear_options()
        shown.add_options([Option(_row(row)) for row in rows])
        shown.highlighted = min(at, len(rows) - 1) if rows else None
        self.query_one("#none", Static).update(block("" if rows else self.app.with_keys(_NONE), "$text-muted"))


class NameDialog(TypedInto, Modal[str | None]):
    """Asks for a name."""

    BINDINGS: ClassVar[list[BindingType]] = [CLOSE]
    DEFAULT_CSS = f"""
    NameDialog {{ align: center middle; }}
    NameDialog > Vertical {_BOX}
    """

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        """Lay out the field."""
        with Vertical():
            yield Static(line("Keep under which name?", "bold"))
            yield Static(line(self._words, "$text-muted"))
            yield ShortField(id="name", placeholder="a short name")
            yield Static(
                _keys(("Enter", "keep; what has this name is replaced, and undo brings it back"), ("Esc", "close"))
            )

    def action_close(self) -> None:
        """Give none."""
        self.dismiss(None)

    @on(Input.Submitted)
    def _given(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.dismiss(event.value)


def keep_words(app: "WorkbenchApp", worker: DeskWorker, words: str, form: SavedForm, kept: Callable[[], None]) -> None:
    """Ask for a name and keep words under it; ``kept`` is called afterwards."""

    def told(name: str) -> None:
        app.say(f"Kept as {name}.", app.with_keys("{saved-searches} lists what you keep."))
        kept()

    def named(name: str | None) -> None:
        if name is not None:
            worker.tell(lambda desk: desk.keep_search(name, words, form), lambda _: told(name))

    app.push_screen(NameDialog(words), named)


def _row(row: SavedRow) -> Content:
    return joined(line(f"{row.name:<{_NAME}} ", "bold"), line(f"{row.form.value:<7} ", "$text-muted"), line(row.words))


def _keys(*keys: tuple[str, str]) -> Content:
    parts = [part for key, words in keys for part in (line(key, "bold $accent"), line(f" {words}   "))]
    return joined(*parts)
