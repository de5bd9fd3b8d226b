"""Say what a source is, for all claims that rest on it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from claims_db.rows import ClaimSheet, EvidenceRow, RestingRow, SourceRow
from claims_db.vocabulary import DraftField, SourceKind
from workbench.desk.ledger_entries import SourceEdit
from workbench.desk.recheck_words import resting_lines
from workbench.domain.dates import parse_date
from workbench.domain.draft_parts import part_of
from workbench.domain.references import evidence_reference
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.dialogs.reading import ReadingDialog
from workbench.tui.widgets.fields import ChoiceField, LongField, ShortField

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

_INPUTS = (
    ("title", "Title", "what it is called"),
    ("author", "Author", ""),
    ("publisher", "Outlet", "who published it"),
    ("published", "Published", "the day, month or year, such as 2021-11-23"),
    ("origin", "Word of", "whose word it is, such as an agency; sources of one word count once"),
    ("interest", "Interest", "what it has to gain"),
)
_TEXTS = ("title", "author", "publisher", "origin", "interest", "reliability", "retraction")
_UNKNOWN = "unknown"


class SourceDialog(FormDialog):
    """The form of one source."""

    command: ClassVar[str] = "source"
    draft_field: ClassVar[DraftField | None] = DraftField.SOURCE
    DEFAULT_CSS = """
    SourceDialog TextArea { height: 3; }
    """

    def __init__(
        self,
        worker: DeskWorker,
        sheet: ClaimSheet,
        evidence: EvidenceRow,
        source: SourceRow,
        changed: Callable[[ClaimSheet], None],
        *,
        draft: str = "",
        editor: str = "",
    ) -> None:
        self.part = evidence_reference(evidence.number)
        super().__init__(worker, editor, sheet.number, part_of(draft, self.part))
        self._evidence = evidence.number
        self._source = source
        self._changed = changed

    def title_words(self) -> str:
        """Name the evidence."""
        return f"Source of {evidence_reference(self._evidence)}"

    def fields(self) -> ComposeResult:
        """Show what is said of it."""
        kinds = [("not said", _UNKNOWN), *((kind.value.replace("_", " "), kind.value) for kind in SourceKind)]
        kind = self._source.kind.value if self._source.kind else _UNKNOWN
        yield self.row("Kind", ChoiceField(kinds, value=kind, id="kind"))
        for name, words, placeholder in _INPUTS:
            yield self.row(words, ShortField(id=name, placeholder=placeholder))
        yield self.row("Reliable", LongField(id="reliability", placeholder="how far it can be relied on, and why"))
        yield self.row(
            "Retracted", LongField(id="retraction", placeholder="when, where and why its publisher took it back")
        )

    def first_field(self) -> str:
        """Start at the kind."""
        return "kind"

    def on_mount(self) -> None:
        """Show what is there, and over it what was typed before."""
        for name in ("title", "author", "publisher", "origin", "interest"):
            self.query_one(f"#{name}", ShortField).value = getattr(self._source, name)
        self.query_one("#published", ShortField).value = self._source.published.value if self._source.published else ""
        for name in ("reliability", "retraction"):
            self.query_one(f"#{name}", LongField).text = getattr(self._source, name)
        self._standing = self.values()
        super().on_mount()

    def to_keep(self, values: dict[str, str]) -> dict[str, str]:
        """Give what differs from what is said of the source: the rest may be changed by others before it is opened again."""
        return {name: words for name, words in values.items() if words != self._standing[name]}

    def worth_keeping(self, values: Mapping[str, str]) -> bool:
        """Keep what differs, also where nothing is said any more."""
        return bool(self.to_keep(dict(values)))

    def answers(self, values: Mapping[str, str]) -> Mapping[str, str]:  # noqa: ARG002 - as in the base class
        """Give nothing: another claim has other sources."""
        return {}

    def submit(self, values: Mapping[str, str]) -> None:
        """Write what was changed; what somebody else changed meanwhile is refused."""
        base, evidence, number = self._source, self._evidence, self.claim
        texts = {name: values[name] for name in _TEXTS if values[name].strip() != getattr(base, name)}
        date, before = values["published"].strip(), base.published.value if base.published else ""
        kind = None if values["kind"] == _UNKNOWN else SourceKind(values["kind"])
        edit = SourceEdit(
            **texts,
            published=parse_date(date) if date and date != before else None,
            kind=None if kind is base.kind else kind,
            base=base,
        )

        def described(desk: "Desk") -> tuple[ClaimSheet, tuple[RestingRow, ...]]:
            desk.describe_source(evidence, edit)
            return desk.claim(number), desk.resting_on(evidence) if edit.retraction else ()

        self.worker.tell(described, self._done, self.failed)

    def _done(self, found: tuple[ClaimSheet, tuple[RestingRow, ...]]) -> None:
        sheet, resting = found
        self.done()
        self.forget_draft()
        self._changed(sheet)
        if resting:
            self.app.push_screen(ReadingDialog("On the retracted source rest", resting_lines(resting)))
