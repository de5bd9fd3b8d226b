"""Say what a claim shows where it is about a picture, a film or a recording."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Select

from claims_db.media_vocabulary import MediaKind
from claims_db.rows import ClaimSheet, MediaRow, Medium
from claims_db.vocabulary import DraftField
from workbench.domain.draft_parts import part_of
from workbench.domain.media import KIND_NAMES, WITH_TIMES
from workbench.domain.references import claim_reference
from workbench.domain.typed_media import SHORT_NAMES, media_part, medium_of, typed_medium
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.widgets.fields import ChoiceField, LongField, ShortField, put

_NEW = Medium(MediaKind.IMAGE)
_OF_KIND: Mapping[str, frozenset[MediaKind]] = {
    "overlaid": frozenset({MediaKind.IMAGE_WITH_TEXT}),
    "edited": WITH_TIMES,
}
"""The fields that only some kinds have."""


class MediaDialog(FormDialog):
    """The form of one picture, film or recording; a new one where there is no ``row``."""

    command: ClassVar[str] = "media"
    draft_field: ClassVar[DraftField | None] = DraftField.MEDIA
    DEFAULT_CSS = """
    MediaDialog TextArea { height: 3; }
    """

    def __init__(
        self,
        worker: DeskWorker,
        sheet: ClaimSheet,
        row: MediaRow | None,
        changed: Callable[[ClaimSheet], None],
        *,
        draft: str = "",
        editor: str = "",
    ) -> None:
        self.part = media_part(row.number) if row is not None else ""
        super().__init__(worker, editor, sheet.number, part_of(draft, self.part))
        self._row = row
        self._standing = typed_medium(_NEW if row is None else row.medium)
        self._changed = changed

    def title_words(self) -> str:
        """Name the claim, and which of its media it is."""
        which = f"Media {self._row.number}" if self._row is not None else "New media"
        return f"{which} of {claim_reference(self.claim)}"

    def fields(self) -> ComposeResult:
        """Show all that can be said of it."""
        kinds = [(name, kind.value) for kind, name in KIND_NAMES.items()]
        yield self.row("Kind", ChoiceField(kinds, value=self._standing["kind"], id="kind"))
        yield self.row(
            "Seen at", LongField(id="links", placeholder="https://…, a line for each, the first place first")
        )
        yield self.row("Category", ShortField(id="categories", placeholder=SHORT_NAMES))
        yield self.row("Original", ShortField(id="original", placeholder="https://…"))
        yield self.row("No original", ShortField(id="no_original", placeholder="why none is linked"))
        yield self.row("It shows", LongField(id="context", placeholder="what the original shows, in a sentence"))
        yield self.row("Words on it", ShortField(id="overlaid", placeholder="what is written on the image"))
        yield self.row("Edited", ShortField(id="edited", placeholder="00:01:05-00:01:20, 00:02:00"))

    def first_field(self) -> str:
        """Start at the kind."""
        return "kind"

    def on_mount(self) -> None:
        """Show what is there, and over it what was typed before."""
        for name, words in self._standing.items():
            put(self.query_one(f"#{name}"), words)
        super().on_mount()
        self._fit()

    def to_keep(self, values: dict[str, str]) -> dict[str, str]:
        """Give what differs from what is said of it: the rest may be changed by others before it is opened again."""
        return {name: words for name, words in values.items() if words != self._standing[name]}

    def worth_keeping(self, values: Mapping[str, str]) -> bool:
        """Keep what differs, also where nothing is said any more."""
        return bool(self.to_keep(dict(values)))

    def answers(self, values: Mapping[str, str]) -> Mapping[str, str]:
        """Give what was said of new media, which other claims can be about as well."""
        return values if self._row is None else {}

    def submit(self, values: Mapping[str, str]) -> None:
        """Write it; what somebody else changed meanwhile is refused."""
        number, row = self.claim, self._row
        kind = MediaKind(values["kind"])
        hidden = {name: "" for name, kinds in _OF_KIND.items() if kind not in kinds}
        medium = medium_of({**values, **hidden})
        if row is None:
            self.worker.tell(lambda desk: desk.add_media(number, medium), self._done, self.failed)
        else:
            position, base = row.number, row.medium
            self.worker.tell(lambda desk: desk.change_media(number, position, medium, base), self._done, self.failed)

    def _done(self, sheet: ClaimSheet) -> None:
        self.done()
        self.forget_draft()
        self._changed(sheet)

    @on(Select.Changed, "#kind")
    def _fit(self) -> None:
        """Show the fields that this kind has."""
        kind = str(self.query_one("#kind", Select).value)
        for name, kinds in _OF_KIND.items():
            row = self.query_one(f"#{name}").parent
            if isinstance(row, Widget):
                row.display = kind in kinds
