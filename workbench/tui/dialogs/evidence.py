"""Attach evidence: form, stance, source, the words that matter and where they stand."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Select

from claims_db.rows import ClaimSheet
from claims_db.vocabulary import DraftField, EvidenceForm, Stance
from workbench.desk.entries import EvidenceEntry
from workbench.domain.dates import parse_date
from workbench.domain.references import claim_reference
from workbench.errors import BadInput
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.widgets.fields import LongField, ShortField

_INPUTS = (
    ("url", "Address", "of the source, https://…"),
    ("path", "File", "path on this machine"),
    ("title", "Title", "what it is called"),
    ("author", "Author", ""),
    ("publisher", "Publisher", ""),
    ("published", "Published", "the day, month or year, such as 2021-11-23"),
    ("locator", "Where", "page, paragraph or time"),
    ("archived_url", "Archived at", "where a copy is kept, https://…"),
)


class EvidenceDialog(FormDialog):
    """The form of one piece of evidence."""

    command: ClassVar[str] = "attach"
    DEFAULT_CSS = """
    EvidenceDialog TextArea { height: 3; }
    """
    draft_field: ClassVar[DraftField | None] = DraftField.EVIDENCE

    def __init__(
        self,
        worker: DeskWorker,
        editor: str,
        sheet: ClaimSheet,
        attached: Callable[[ClaimSheet], None],
        draft: str = "",
    ) -> None:
        super().__init__(worker, editor, sheet.number, draft)
        self._attached = attached

    def title_words(self) -> str:
        """Name the claim."""
        return f"Evidence for {claim_reference(self.claim)}"

    def fields(self) -> ComposeResult:
        """Show all fields; those that the form does not need can stay empty."""
        stances = [(stance.value, stance.value) for stance in Stance]
        forms = [(form.value, form.value) for form in EvidenceForm]
        yield self.row(
            "Stance", Select(stances, value=Stance.CONTEXT.value, allow_blank=False, id="stance", compact=True)
        )
        yield self.row("Form", Select(forms, value=EvidenceForm.LINK.value, allow_blank=False, id="form", compact=True))
        for name, words, placeholder in _INPUTS:
            yield self.row(words, ShortField(id=name, placeholder=placeholder))
        yield self.row(
            "Excerpt",
            LongField(
                id="excerpt",
                placeholder="the words that matter, verbatim",
            ),
        )
        yield self.row("Note", LongField(id="note", placeholder="what you add"))

    def first_field(self) -> str:
        """Start at the stance."""
        return "stance"

    def on_mount(self) -> None:
        """Show the fields that the form needs."""
        super().on_mount()
        self._fit_form()

    def worth_keeping(self, values: Mapping[str, str]) -> bool:
        """Stance and form alone are no draft."""
        return any(value.strip() for name, value in values.items() if name not in {"stance", "form"})

    def submit(self, values: Mapping[str, str]) -> None:
        """Attach it."""
        number, entry = self.claim, _entry(values)
        self.worker.tell(lambda desk: desk.attach(number, entry), self._done, self.failed)

    @on(Select.Changed, "#form")
    def _fit_form(self) -> None:
        form = str(self.query_one("#form", Select).value)
        for name, shown in {
            "path": form == EvidenceForm.FILE,
            "url": form != EvidenceForm.NOTE,
            "archived_url": form != EvidenceForm.NOTE,
        }.items():
            row = self.query_one(f"#{name}", Input).parent
            if row is not None:
                row.set_class(not shown, "-away")
                row.display = shown

    def _done(self, sheet: ClaimSheet) -> None:
        self.done()
        self._attached(sheet)


def _entry(values: Mapping[str, str]) -> EvidenceEntry:
    if not values["stance"] or not values["form"]:
        raise BadInput("Evidence needs a form and a stance.", "Choose both.")
    published = values["published"].strip()
    form = EvidenceForm(values["form"])
    return EvidenceEntry(
        form=form,
        stance=Stance(values["stance"]),
        excerpt=values["excerpt"],
        locator=values["locator"],
        note=values["note"],
        url=values["url"] if form is not EvidenceForm.NOTE else "",
        title=values["title"],
        author=values["author"],
        publisher=values["publisher"],
        published=parse_date(published) if published else None,
        archived_url=values["archived_url"] if form is not EvidenceForm.NOTE else "",
        path=values["path"] if form is EvidenceForm.FILE else "",
    )
