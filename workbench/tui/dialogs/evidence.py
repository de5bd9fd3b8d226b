"""Attach evidence: form, stance, source, the words that matter and where they stand."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Select

from claims_db.rows import ClaimSheet
from claims_db.vocabulary import DraftField, EvidenceForm, Stance
from workbench.desk.capture_entries import CaptureEntry, EvidenceCaptured
from workbench.desk.entries import EvidenceEntry
from workbench.desk.evidence_checks import check_entry
from workbench.domain.dates import parse_date
from workbench.domain.draft_parts import part_of, parts_in
from workbench.domain.references import claim_reference
from workbench.errors import BadInput
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.leaving_form import LeavingForm
from workbench.tui.widgets.fields import ChoiceField, LongField, ShortField

_CAPTURE, _ALONE = "capture", "alone"
_KEEP = (("capture it: bytes, text, quote check", _CAPTURE), ("its address or hash alone", _ALONE))
_ANYBODY, _DESK = "anybody", "desk"
_WHO = (("learn of the source: anybody", _ANYBODY), ("learn of it: this desk alone, it is confidential", _DESK))
_PLACES = (
    ("url", "Address", "of the source, https://…"),
    ("path", "File", "path on this machine"),
)
_INPUTS = (
    ("title", "Title", "what it is called"),
    ("author", "Author", ""),
    ("publisher", "Publisher", ""),
    ("published", "Published", "the day, month or year, such as 2021-11-23"),
    ("locator", "Where", "page, paragraph or time"),
    ("archived_url", "Archived at", "where a copy is kept, https://…"),
)


class EvidenceDialog(LeavingForm):
    """The form of one piece of evidence."""

    command: ClassVar[str] = "attach"
    DEFAULT_CSS = """
    EvidenceDialog TextArea { height: 3; }
    """
    draft_field: ClassVar[DraftField | None] = DraftField.EVIDENCE
    deed, nothing = "Capturing", "No evidence was captured."
    again = "{attach} opens what you typed again; its address can be kept alone."

    def __init__(
        self,
        worker: DeskWorker,
        editor: str,
        sheet: ClaimSheet,
        attached: Callable[[ClaimSheet], None],
        captured: Callable[[EvidenceCaptured], None],
        draft: str = "",
        part: str = "",
    ) -> None:
        self.part = part
        super().__init__(worker, editor, sheet.number, part_of(draft, part))
        self._attached = attached
        self._captured = captured

    def title_words(self) -> str:
        """Name the claim."""
        return f"Evidence for {claim_reference(self.claim)}"

    def fields(self) -> ComposeResult:
        """Show all fields; those that the form does not need can stay empty."""
        stances = [(stance.value, stance.value) for stance in Stance]
        forms = [(form.value, form.value) for form in EvidenceForm]
        yield self.row("Stance", ChoiceField(stances, value=Stance.CONTEXT.value, id="stance"))
        yield self.row("Form", ChoiceField(forms, value=EvidenceForm.LINK.value, id="form"))
        for name, words, placeholder in _PLACES:
            yield self.row(words, ShortField(id=name, placeholder=placeholder))
        yield self.row("Keep", ChoiceField(_KEEP, value=_CAPTURE, id="keep"))
        yield self.row("Who may", ChoiceField(_WHO, value=_ANYBODY, id="who"))
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
        """Keep words; what was chosen alone is no draft."""
        return any(value.strip() for name, value in values.items() if name not in {"stance", "form", "keep", "who"})

    def submit(self, values: Mapping[str, str]) -> None:
        """Attach it; what is captured comes beside everything else."""
        number = self.claim
        with self.finding_fault_with("published"):
            entry = replace(_entry(values), part=self.part)
        if values["keep"] == _CAPTURE and entry.form in {EvidenceForm.LINK, EvidenceForm.FILE}:
            with self.finding_fault_with("path" if entry.form is EvidenceForm.FILE else "url"):
                wanted = _capture_entry(entry)
            check_entry(entry)
            name = capturing_words(number)
            self.leave_to(name, lambda desk, heard: desk.capture(number, wanted, progress=heard), self._came)
            return
        check_entry(entry)
        self.worker.tell(lambda desk: desk.attach(number, entry), self._done, self.failed)

    @on(Select.Changed, "#form")
    def _fit_form(self) -> None:
        form = str(self.query_one("#form", Select).value)
        for name, shown in {
            "path": form == EvidenceForm.FILE,
            "url": form != EvidenceForm.NOTE,
            "keep": form in {EvidenceForm.LINK, EvidenceForm.FILE},
            "archived_url": form != EvidenceForm.NOTE,
        }.items():
            row = self.query_one(f"#{name}").parent
            if isinstance(row, Widget):
                row.set_class(not shown, "-away")
                row.display = shown

    def _done(self, sheet: ClaimSheet) -> None:
        self.done()
        self._attached(sheet)

    def _came(self, found: EvidenceCaptured) -> None:
        self.done()
        self._captured(found)


def free_part(draft: str, under_way: Collection[str]) -> str:
    """Give the part of a draft that is typed next: the first that no capture is made of, else one that is not there."""
    named = (str(number) for number in range(2, len(under_way) + 3))
    return next(part for part in (*parts_in(draft), "", *named) if part not in under_way)


def capturing_words(number: int) -> str:
    """Name the work that captures evidence for a claim."""
    return f"Capturing for {claim_reference(number)}"


def _capture_entry(said: EvidenceEntry) -> CaptureEntry:
    address, path = said.url.strip(), said.path.strip()
    if said.form is EvidenceForm.LINK:
        if not address.casefold().startswith(("http://", "https://")):
            raise BadInput("A link needs an address.", "It starts with http:// or https://.")
        return CaptureEntry(address, replace(said, url=""))
    if not path:
        raise BadInput("A file needs a path.", "Give the path of the file on this machine.")
    # A lone dash would be standard input.
    return CaptureEntry(str(Path(path).absolute()), said)


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
        confidential=values["who"] == _DESK,
    )
