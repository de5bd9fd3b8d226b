"""Edit a claim: its statement, claimer and chain, and when it is to be checked again; say of which it is a duplicate."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static, TextArea

from claims_db.rows import ClaimSheet, ClaimWording, RecheckDate
from claims_db.vocabulary import STANDING, DraftField
from workbench.desk.entries import BETWEEN_NAMES, ClaimEdit
from workbench.domain.recheck_dates import recheck_date
from workbench.domain.references import claim_reference, parse_reference
from workbench.errors import BadInput
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.held_form import HeldForm
from workbench.tui.drawing import block
from workbench.tui.widgets.fields import LongField, ShortField


class WordingDialog(HeldForm):
    """The words of one claim that are the desk's own; of a finding that stands, only when it is to be checked again."""

    command: ClassVar[str] = "edit-claim"
    draft_field: ClassVar[DraftField | None] = DraftField.WORDING

    def __init__(
        self, worker: DeskWorker, editor: str, sheet: ClaimSheet, changed: Callable[[ClaimSheet], None], draft: str = ""
    ) -> None:
        super().__init__(worker, editor, sheet, draft)
        self._changed = changed

    def title_words(self) -> str:
        """Name the claim."""
        return f"Edit {claim_reference(self.claim)}"

    def fields(self) -> ComposeResult:
        """Show the quote, which stays, and the fields."""
        quote = next((one.quote.exact for one in self.sheet.appearances if one.quote is not None), "")
        if quote:
            yield self.row("Quote", Static(block(quote), id="quote"))
        if self._stands:
            yield self.row("Statement", Static(block(self.sheet.statement)))
        else:
            yield self.row("Statement", LongField(id="statement"))
            yield self.row(
                "Claimer", ShortField(id="claimer", placeholder="empty for the article itself, or nobody named")
            )
            yield self.row(
                "Via", ShortField(id="via", placeholder="names separated by ;, the nearest to the reader first")
            )
        yield self.row("Check again", ShortField(id="recheck_on", placeholder="from which day on, such as 2026-11-14"))
        yield self.row("Why then", ShortField(id="recheck_reason", placeholder="such as: next release of the survey"))

    @property
    def _stands(self) -> bool:
        return self.sheet.state in STANDING

    def first_field(self) -> str:
        """Start at the statement, where it can be edited."""
        return "recheck_on" if self._stands else "statement"

    def on_mount(self) -> None:
        """Show the words that are there, then the draft."""
        if not self._stands:
            self.query_one("#statement", TextArea).text = self.sheet.statement
            self.query_one("#claimer", Input).value = self.sheet.claimer
            self.query_one("#via", Input).value = BETWEEN_NAMES.join(self.sheet.via)
        self.query_one("#recheck_on", Input).value, self.query_one("#recheck_reason", Input).value = self.sheet.recheck
        super().on_mount()

    def worth_keeping(self, values: Mapping[str, str]) -> bool:
        """Keep words that are not those of the claim."""
        plain = _plain(self.sheet.wording())
        return _typed(values, plain) != plain

    def submit(self, values: Mapping[str, str]) -> None:
        """Store what was changed."""
        base = self.sheet.wording()
        plain = _plain(base)
        mine = _typed(values, plain)
        if mine == plain:
            raise BadInput("Nothing was changed.", self.app.with_keys("{close-dialog} closes."))
        change = ClaimEdit(
            None if mine.statement == plain.statement else mine.statement,
            None if mine.claimer == plain.claimer else mine.claimer,
            None if mine.via == plain.via else mine.via,
            recheck=None if mine.recheck == plain.recheck else self._read(mine.recheck),
            base=base,
        )
        number, token = self.claim, self.token
        self.worker.tell(lambda desk: desk.edit(number, change, token), self._done, self.failed)

    def _read(self, recheck: RecheckDate) -> RecheckDate:
        with self.finding_fault_with("recheck_on" if recheck.reason else "recheck_reason"):
            return recheck_date(*recheck)

    def _done(self, sheet: ClaimSheet) -> None:
        self.done()
        self._changed(sheet)


class DuplicateDialog(HeldForm):
    """Of which claim this one is a duplicate."""

    command: ClassVar[str] = "mark-duplicate"
    repeats_at_once: ClassVar[bool] = True
    DEFAULT_CSS = """
    DuplicateDialog > Vertical { width: 80; }
    DuplicateDialog #stated { margin-bottom: 1; height: auto; }
    """

    def __init__(self, worker: DeskWorker, sheet: ClaimSheet, changed: Callable[[ClaimSheet], None]) -> None:
        super().__init__(worker, "", sheet)
        self._changed = changed

    def title_words(self) -> str:
        """Name the claim."""
        return f"{claim_reference(self.claim)} is a duplicate"

    def fields(self) -> ComposeResult:
        """Show the statement and the field."""
        yield Vertical(Static(block(self.sheet.statement, "bold")), id="stated")
        yield self.row("Of", ShortField(id="of", placeholder="the claim that stays, such as C-12"))

    def first_field(self) -> str:
        """Start at the only field."""
        return "of"

    def submit(self, values: Mapping[str, str]) -> None:
        """Mark it."""
        number, other, token = self.claim, parse_reference(values["of"], "C"), self.token
        self.worker.tell(lambda desk: desk.mark_duplicate(number, other, token), self._done, self.failed)

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_submit()

    def _done(self, sheet: ClaimSheet) -> None:
        self.done()
        self._changed(sheet)


def _typed(values: Mapping[str, str], standing: ClaimWording) -> ClaimWording:
    """Give what was typed; what has no field is as it stands."""
    via = values.get("via")
    return _plain(
        ClaimWording(
            values.get("statement", standing.statement),
            values.get("claimer", standing.claimer),
            standing.via if via is None else tuple(via.split(BETWEEN_NAMES.strip())),
            RecheckDate(values["recheck_on"], values["recheck_reason"]),
        )
    )


def _plain(wording: ClaimWording) -> ClaimWording:
    """Give a wording on one line each, as fields show it."""
    via = tuple(" ".join(name.split()) for name in BETWEEN_NAMES.join(wording.via).split(BETWEEN_NAMES.strip()))
    return ClaimWording(
        " ".join(wording.statement.split()),
        " ".join(wording.claimer.split()),
        tuple(name for name in via if name),
        RecheckDate(*(" ".join(words.split()) for words in wording.recheck)),
    )
