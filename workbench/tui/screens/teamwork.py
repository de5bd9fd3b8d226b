"""Work that is shared: queues, for whom and until when claims wait, the discussion, what others left."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from claims_db.rows import ClaimSheet, LeftDraftRow, NoticeRow, QueueRow, ReviewerRow
from claims_db.vocabulary import DraftField, NoticeKind, Spot
from workbench.domain.dates import instant_words
from workbench.domain.left_words import draft_lines, draft_name, joined_draft
from workbench.domain.references import claim_reference
from workbench.domain.waiting import due_words, elapsed_span
from workbench.tui.dialogs.choose import ChooseDialog
from workbench.tui.dialogs.discussion import DiscussionDialog
from workbench.tui.dialogs.placing import AssignDialog, MarksDialog, PostponeDialog
from workbench.tui.screens.ledger import Ledger

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

_NOTICES = {
    NoticeKind.MENTION: "mention ",
    NoticeKind.DEADLINE: "deadline",
    NoticeKind.ASSIGNED: "for you ",
    NoticeKind.REQUEST: "request ",
    NoticeKind.RECHECK: "recheck ",
}


class Teamwork(Ledger):
    """The part of the main screen for work with others."""

    def choose_queue(self) -> None:
        """Ask which queue is listed and taken from."""

        def read(queues: tuple[QueueRow, ...]) -> None:
            names = ["", *(queue.name for queue in queues)]
            choices = ["all claims of the desk", *(_queue_words(queue) for queue in queues)]

            def chosen(at: int | None) -> None:
                if at is not None:
                    self.queue = names[at]
                    self.reload()

            start = names.index(self.queue) if self.queue in names else 0
            self.app.push_screen(ChooseDialog("Which claims?", choices, start), chosen)

        self.ask_to_open("queues", lambda desk: desk.queues(), read)

    def move_by(self, rows: int) -> None:
        """Move the claim under the cursor so many rows down, or up, in the queue that is listed."""
        self._move(Spot.BEFORE if rows < 0 else Spot.AFTER, abs(rows))

    def move_to_top(self) -> None:
        """Move the claim under the cursor before all others of the queue that is listed."""
        self._move(Spot.FIRST)

    def move_to_bottom(self) -> None:
        """Move the claim under the cursor behind all others of the queue that is listed."""
        self._move(Spot.LAST)

    def _move(self, spot: Spot, count: int = 1) -> None:
        number, at, queue = self.claims.current, self.claims.cursor, self.queue
        if number is None:
            return
        if not queue:
            self.tell_user(
                "Claims are moved within a queue.", self.app.with_keys("{choose-queue} chooses the queue first.")
            )
            return
        other: int | None = None
        if spot in {Spot.BEFORE, Spot.AFTER}:
            beside = max(0, at - count) if spot is Spot.BEFORE else min(len(self.claims.numbers) - 1, at + count)
            if beside == at:
                return
            other = self.claims.numbers[beside]
        self.worker.tell(lambda desk: desk.move(number, queue, spot, other), lambda _: self.reload(number))

    def assign(self) -> None:
        """Ask for whom the claim waits."""

        def read(people: tuple[ReviewerRow, ...]) -> None:
            if self.sheet is not None:
                self.show_dialog(AssignDialog(self.worker, self.sheet, self.present(), self.changed, names_of(people)))

        self.ask_to_open("people", lambda desk: desk.people(), read)

    def postpone(self) -> None:
        """Ask until when the claim waits."""
        if self.sheet is not None:
            self.show_dialog(PostponeDialog(self.worker, self.sheet, self.present(), self.changed))

    def mark(self) -> None:
        """Ask how pressing the claim is."""
        if self.sheet is not None:
            self.show_dialog(MarksDialog(self.worker, self.sheet, self.present(), self.changed))

    def open_discussion(self) -> None:
        """Open the discussion of the claim."""

        def read(people: tuple[ReviewerRow, ...]) -> None:
            sheet = self.sheet
            if sheet is not None:
                draft = self.draft(DraftField.COMMENT)
                self.show_dialog(
                    DiscussionDialog(
                        self.worker, self.app.editor, sheet, names_of(people), self.now, self.show_claim, draft
                    )
                )

        self.ask_to_open("people", lambda desk: desk.people(), read)

    def open_notices(self) -> None:
        """List what waits for this reviewer; Enter goes there."""
        notices = self.standing.notices if self.standing else ()
        if not notices:
            self.tell_user(
                "Nothing waits for you: no mention, no deadline that has passed, nothing to check again, nothing assigned."
            )
            return
        choices = [_notice_words(notice, self.now()) for notice in notices]

        def chosen(at: int | None) -> None:
            if at is not None:
                self._go_and_see(notices[at])

        self.app.push_screen(ChooseDialog("What waits for you", choices), chosen)

    def copy_left(self) -> None:
        """Copy what somebody else was typing into one's own draft, and open it."""
        left = self.sheet.left_drafts if self.sheet else ()
        if not left:
            self.tell_user("Nobody else was typing on this claim.")
        elif len(left) == 1:
            self._copy(left[0])
        else:
            choices = [f"{one.reviewer}, {draft_name(one.field)}: {' '.join(draft_lines(one.body))}" for one in left]

            def chosen(at: int | None) -> None:
                if at is not None:
                    self._copy(left[at])

            self.app.push_screen(ChooseDialog("Copy which words?", choices), chosen)

    def _copy(self, left: LeftDraftRow) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        number, field = sheet.number, left.field
        body = joined_draft(self.draft(field), left.body)

        def copied(now: ClaimSheet) -> None:
            self.show_claim(now)
            self._opening(field)()

        def copy(desk: "Desk") -> ClaimSheet:
            desk.save_draft(number, field, body)
            return desk.claim(number)

        self.worker.tell(copy, copied)

    def _opening(self, field: DraftField) -> Callable[[], None]:
        """Give what opens the dialog in which a draft is typed."""
        return {
            DraftField.VERDICT: lambda: self.open_own_verdict(None),
            DraftField.EVIDENCE: self.open_evidence,
            DraftField.SKIP: self.open_skip,
            DraftField.WORDING: self.open_wording,
            DraftField.SEARCH_LOG: self.open_search_log,
            DraftField.REPLY: self.open_replies,
            DraftField.CORRECTION_REQUEST: self.open_correction_requests,
            DraftField.SOURCE: self.open_source,
            DraftField.MEDIA: self.open_media,
        }.get(field, self.open_discussion)

    def _go_and_see(self, notice: NoticeRow) -> None:
        self.look_at(notice.claim, self.open_discussion if notice.kind is NoticeKind.MENTION else lambda: None)


def names_of(people: tuple[ReviewerRow, ...]) -> list[str]:
    """Name the people who are at the desk now."""
    return [person.name for person in people if person.left_at is None]


def _queue_words(queue: QueueRow) -> str:
    takes = f"   takes {queue.takes}" if queue.takes else ""
    return f"{queue.name}   {queue.waiting} waiting{takes}"


def _notice_words(notice: NoticeRow, now: int) -> str:
    when = {
        NoticeKind.MENTION: f"{elapsed_span(max(0, now - notice.at))} ago  ",
        NoticeKind.DEADLINE: f"{due_words(notice.at, now)}  ",
        NoticeKind.REQUEST: f"{due_words(notice.at, now)}  ",
        NoticeKind.ASSIGNED: "",
        NoticeKind.RECHECK: f"since {instant_words(notice.at)[:10]}  ",
    }[notice.kind]
    who = f"{notice.who}: " if notice.who and notice.words else notice.who
    return f"{_NOTICES[notice.kind]}  {claim_reference(notice.claim)}  {when}{who}{' '.join(notice.words.split())}"
