"""What leaves the desk: exports, the report as it would go out, and all that did."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from workbench.desk.exported import Exported
from workbench.export.template_names import LONG
from workbench.tui.dialogs.export import Exportable, ExportDialog, exported_words
from workbench.tui.dialogs.placing import Present
from workbench.tui.dialogs.preview import PreviewDialog
from workbench.tui.screens.gone_out import GoneOutScreen
from workbench.tui.screens.opening import listed_numbers
from workbench.tui.screens.part import Part

if TYPE_CHECKING:
    from workbench.desk.issuing import Preview


class Outgoing(Part):
    """The part of the main screen for what leaves the desk."""

    _exports: tuple[ExportDialog, ...] = ()
    _answered: Mapping[str, str] = MappingProxyType({})

    def open_export(self) -> None:
        """Ask what goes where in which form."""
        before = {"folder": str(self.app.exports), **self._answered}
        present = Present(self.now(), self.opening.desk.time_zone)
        dialog = ExportDialog(self.worker, self._exportable(), present, self._exported, before, self._remember)
        self._exports = (*(one for one in self._exports if one.is_under_way), dialog)
        self.app.push_screen(dialog)

    def call_off_export(self) -> bool:
        """Stop the export that was begun last; say whether there was one."""
        return any(one.call_off() for one in reversed(self._exports))

    def preview(self) -> None:
        """Show the report of the claim under the cursor as it would go out."""
        sheet = self.sheet
        if sheet is None:
            return

        def read(preview: "Preview") -> None:
            publish = None if sheet.publications else self.whole.publish
            self.app.push_screen(PreviewDialog(self.worker, preview, publish))

        self.ask_to_open("preview", lambda desk: desk.preview(sheet.number, LONG), read)

    def show_gone_out(self) -> None:
        """List what went out."""
        self.app.push_screen(GoneOutScreen(self.worker), lambda _: self.reload())

    def _remember(self, answers: Mapping[str, str]) -> None:
        self._answered = answers

    def _exportable(self) -> Exportable:
        sheet, claims, wanted, queue = self.sheet, self.claims, self.wanted, self.queue
        current = sheet if sheet is not None and sheet.number == claims.current else None
        places = current.appearances if current is not None else ()
        return Exportable(
            claims.current,
            next((one.article for one in places if one.article is not None), None),
            tuple(sorted(claims.marked)),
            lambda desk: listed_numbers(desk, wanted, queue),
            " ".join(part for part in (self.queue, self.words) if part),
        )

    def _exported(self, out: Path, exported: Exported) -> None:
        self.tell_user(*exported_words(out, exported))
