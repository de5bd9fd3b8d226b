"""The discussion of a claim: what was said, what is dealt with, and what one wants to say."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, TextArea
from textual.widgets.option_list import Option

from claims_db.rows import ClaimSheet, CommentRow
from claims_db.vocabulary import DraftField
from workbench.domain.references import claim_reference
from workbench.domain.waiting import elapsed_span
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.drawing import block, joined, line
from workbench.tui.widgets.fields import Choices, LongField


class DiscussionDialog(FormDialog):
    """Comments above, one's own words below; it stays open after they were sent."""

    command: ClassVar[str] = "discuss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("r", "resolve", "Dealt with")]
    DEFAULT_CSS = """
    DiscussionDialog OptionList { height: auto; max-height: 18; background: $surface; margin-bottom: 1; }
    DiscussionDialog.-short OptionList { max-height: 9; }
    """
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-short"), (32, "-tall")]  # noqa: RUF012 - as in the base class
    draft_field: ClassVar[DraftField | None] = DraftField.COMMENT

    def __init__(
        self,
        worker: DeskWorker,
        editor: str,
        sheet: ClaimSheet,
        people: Sequence[str],
        now: Callable[[], int],
        changed: Callable[[ClaimSheet], None],
        draft: str = "",
    ) -> None:
        super().__init__(worker, editor, sheet.number, draft)
        self._comments: tuple[CommentRow, ...] = sheet.comments
        self._people = people
        self._now = now
        self._changed = changed

    def title_words(self) -> str:
        """Name the claim."""
        return f"Discussion of {claim_reference(self.claim)}"

    def fields(self) -> ComposeResult:
        """Show the comments and the field."""
        yield Choices(id="comments", markup=False, compact=True)
        names = " ".join(f"@{name}" for name in self._people)
        yield LongField(id="body", placeholder=f"{names} calls somebody")

    def first_field(self) -> str:
        """Start at one's own words."""
        return "body"

    def on_mount(self) -> None:
        """Show the newest comment, and note that it was looked at."""
        super().on_mount()
        self._list()
        self._see()

    def look_again(self, sheet: ClaimSheet, me: str) -> None:
        """Show comments that came meanwhile."""
        super().look_again(sheet, me)
        if sheet.comments != self._comments:
            self._show(sheet)
            self._see()

    def submit(self, values: Mapping[str, str]) -> None:
        """Send what was typed."""
        number, body = self.claim, values["body"]
        self.worker.tell(lambda desk: desk.comment(number, body), self._was_sent, self.failed)

    def action_resolve(self) -> None:
        """Mark the comment under the cursor as dealt with."""
        at = self.query_one(OptionList).highlighted
        if at is None or self._comments[at].resolved_at is not None:
            return
        number, position = self.claim, self._comments[at].number
        self.worker.tell(lambda desk: desk.resolve_comment(number, position), self._resolved, self.failed)

    def _was_sent(self, sheet: ClaimSheet) -> None:
        self.stop_timer()
        self.submitted(self._sent)
        if self._kept_while_busy:
            self.drop_draft()
        self._busy = self._kept_while_busy = False
        self._saved = ""
        self._changed(sheet)
        if self.is_attached:
            self.query_one(TextArea).text = ""
            self.say("Sent.", quiet=True)
            self._show(sheet)

    def _resolved(self, sheet: ClaimSheet) -> None:
        self._changed(sheet)
        if self.is_attached:
            self._show(sheet)

    def _show(self, sheet: ClaimSheet) -> None:
        self.base = sheet
        self.note("")
        self._comments = sheet.comments
        self._list()

    def _list(self) -> None:
        comments, before = self.query_one(OptionList), self.query_one(OptionList).highlighted
        stays = comments.option_count == len(self._comments)
        comments.clear_options()
        comments.display = bool(self._comments)
        comments.add_options([Option(_drawn(comment, self._now())) for comment in self._comments])
        if self._comments:
            comments.highlighted = before if stays else len(self._comments) - 1

    def _see(self) -> None:
        number = self.claim
        self.worker.tell(lambda desk: desk.see_comments(number), lambda _: None)


def _drawn(comment: CommentRow, now: int) -> Content:
    ago = elapsed_span(max(0, now - comment.written_at))
    solved = f"  ✓ dealt with by {comment.resolved_by}" if comment.resolved_at is not None else ""
    head = joined(line(comment.author, "bold"), line(f"  {ago} ago", "$text-muted"), line(solved, "$success"))
    return Content("\n").join([head, block(comment.body, "$text-muted" if solved else "")])
