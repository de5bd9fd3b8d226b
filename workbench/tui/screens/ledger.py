"""What evidence rests on, and what was done to find it."""

from claims_db.vocabulary import DraftField
from workbench.domain.evidence.source_words import source_name
from workbench.domain.media import medium_name
from workbench.domain.references import evidence_reference
from workbench.tui.dialogs.choose import ChooseDialog
from workbench.tui.dialogs.logs import CorrectionRequestsDialog, RepliesDialog, SearchLogDialog
from workbench.tui.dialogs.media import MediaDialog
from workbench.tui.dialogs.placing import Present
from workbench.tui.dialogs.source import SourceDialog
from workbench.tui.screens.dialogs import Dialogs

_SHORT = 40


class Ledger(Dialogs):
    """The part of the main screen for sources, media, the search log and the right-of-reply log."""

    def present(self) -> Present:
        """Give the present instant, and the zone in which people of the desk mean their dates."""
        return Present(self.now(), self.opening.desk.time_zone)

    def open_search_log(self) -> None:
        """Ask where somebody looked for the claim."""
        if self.sheet is not None:
            draft, editor = self.draft(DraftField.SEARCH_LOG), self.app.editor
            about = (self.worker, self.sheet, self.present(), self.changed)
            self.show_dialog(SearchLogDialog(*about, draft=draft, editor=editor))

    def open_replies(self) -> None:
        """Ask who was asked for a reply, or what they answered."""
        if self.sheet is not None:
            draft, editor = self.draft(DraftField.REPLY), self.app.editor
            about = (self.worker, self.sheet, self.present(), self.changed)
            self.show_dialog(RepliesDialog(*about, draft=draft, editor=editor))

    def open_correction_requests(self) -> None:
        """Ask who was asked to correct what they published, or what came of it."""
        if self.sheet is not None:
            draft, editor = self.draft(DraftField.CORRECTION_REQUEST), self.app.editor
            about = (self.worker, self.sheet, self.present(), self.changed)
            self.show_dialog(CorrectionRequestsDialog(*about, draft=draft, editor=editor))

    def open_source(self) -> None:
        """Ask which evidence's source is meant, and what it is; a single one is meant without asking."""
        sheet = self.sheet
        if sheet is None:
            return
        found = [(one, one.source) for one in sheet.evidence if one.source is not None]
        if not found:
            self.tell_user(
                "No evidence of this claim rests on a source.", self.app.with_keys("{attach} attaches some.")
            )
            return

        def chosen(at: int | None) -> None:
            if at is not None:
                draft, editor = self.draft(DraftField.SOURCE), self.app.editor
                about = (self.worker, sheet, *found[at], self.changed)
                self.show_dialog(SourceDialog(*about, draft=draft, editor=editor))

        if len(found) == 1:
            chosen(0)
            return
        choices = [f"{evidence_reference(one.number)}  {source_name(source)}" for one, source in found]
        self.app.push_screen(ChooseDialog("Which evidence's source?", choices), chosen)

    def open_media(self) -> None:
        """Ask which picture, film or recording is meant, where there are some, and what it shows; one can be taken off."""
        sheet = self.sheet
        if sheet is None:
            return
        number, rows = sheet.number, sheet.media

        def chosen(at: int | None) -> None:
            if at is None:
                return
            if at > len(rows):
                position = rows[at - len(rows) - 1].number
                self.worker.tell(lambda desk: desk.remove_media(number, position), self.changed)
                return
            draft, editor = self.draft(DraftField.MEDIA), self.app.editor
            about = (self.worker, sheet, rows[at - 1] if at else None, self.changed)
            self.show_dialog(MediaDialog(*about, draft=draft, editor=editor))

        if not rows:
            chosen(0)
            return
        told = [
            f"{row.number}  {medium_name(row.medium)}  {''.join(row.medium.links[:1])[:_SHORT]}".rstrip()
            for row in rows
        ]
        choices = ["a new one", *told, *(f"take off {words}" for words in told)]
        self.app.push_screen(ChooseDialog("Which media?", choices), chosen)
