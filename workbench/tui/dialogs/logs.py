"""Write down where one looked for a claim, and whom one asked for a reply."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Select

from claims_db.vocabulary import DraftField
from workbench.desk.ledger_entries import ReplyEntry, SearchLogEntry
from workbench.domain.evidence.log_words import request_words
from workbench.domain.moments import parse_moment
from workbench.tui.cells import steady
from workbench.tui.dialogs.placing import MOMENT, PlacingDialog
from workbench.tui.widgets.fields import ChoiceField, LongField, ShortField

_NEW = "new"
_OF_REQUEST = ("asked", "channel", "question", "deadline")


class SearchLogDialog(PlacingDialog):
    """Where somebody looked, with what words, and what came of it."""

    command: ClassVar[str] = "log-search"
    heading = "Search for"
    draft_field: ClassVar[DraftField | None] = DraftField.SEARCH_LOG

    def fields(self) -> ComposeResult:
        """Show place, words and what was found."""
        yield self.statement()
        yield self.row("Where", ShortField(id="place", placeholder="register, archive, search engine"))
        yield self.row("Words", ShortField(id="words", placeholder="what you asked for there, word for word"))
        yield self.row("Found", LongField(id="found", placeholder="empty where nothing was found"))

    def first_field(self) -> str:
        """Start at the place."""
        return "place"

    def submit(self, values: Mapping[str, str]) -> None:
        """Write it down."""
        number, entry = self.claim, SearchLogEntry(values["place"], values["words"], values["found"])
        self.send(lambda desk: desk.log_search(number, entry))


class RepliesDialog(PlacingDialog):
    """Whom somebody asked for a reply, or what they answered."""

    command: ClassVar[str] = "replies"
    heading = "Right of reply for"
    draft_field: ClassVar[DraftField | None] = DraftField.REPLY

    def fields(self) -> ComposeResult:
        """Show the requests to choose from, and what each needs."""
        requests = [(steady(f"{one.number}  {request_words(one)}"), str(one.number)) for one in self.sheet.replies]
        yield self.statement()
        yield self.row(
            "Request",
            ChoiceField([("a new one", _NEW), *requests], value=_NEW, id="request"),
        )
        yield self.row("Whom", ShortField(id="asked", placeholder="whom you asked"))
        yield self.row("How", ShortField(id="channel", placeholder="e-mail, telephone, letter"))
        yield self.row("Until", ShortField(id="deadline", placeholder=MOMENT))
        yield self.row("Question", LongField(id="question", placeholder="what you asked"))
        yield self.row("Answer", LongField(id="answer", placeholder="word for word"))

    def first_field(self) -> str:
        """Start at whom, or at the requests where there are some."""
        return "request" if self.sheet.replies else "asked"

    def on_mount(self) -> None:
        """Show the fields that a new request needs."""
        super().on_mount()
        self._fit()

    def worth_keeping(self, values: Mapping[str, str]) -> bool:
        """Keep words; which request was chosen alone is no draft."""
        return any(value.strip() for name, value in values.items() if name != "request")

    def submit(self, values: Mapping[str, str]) -> None:
        """Write it down."""
        number, request, answer = self.claim, values["request"], values["answer"]
        if request != _NEW:
            self.send(lambda desk: desk.answer_reply(number, int(request), answer))
            return
        until = parse_moment(values["deadline"], *self.present)
        entry = ReplyEntry(values["asked"], values["channel"], values["question"], None, until)
        self.send(lambda desk: desk.ask_for_reply(number, entry))

    @on(Select.Changed, "#request")
    def _fit(self) -> None:
        new = str(self.query_one("#request", Select).value) == _NEW
        for name in (*_OF_REQUEST, "answer"):
            row = self.query_one(f"#{name}").parent
            if isinstance(row, Widget):
                row.display = new is (name != "answer")
