"""Write down where one looked for a claim, and whom one asked for a reply or for a correction."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Input, Select, TextArea

from claims_db.report_vocabulary import RequestOutcome
from claims_db.rows import CorrectionRequestRow
from claims_db.vocabulary import DraftField
from workbench.desk.ledger_entries import CorrectionRequestEntry, OutcomeEntry, ReplyEntry, SearchLogEntry
from workbench.domain.evidence.log_words import correction_request_words, request_words
from workbench.domain.moments import parse_moment
from workbench.tui.cells import steady
from workbench.tui.dialogs.placing import MOMENT, PlacingDialog
from workbench.tui.widgets.fields import ChoiceField, LongField, ShortField, put

_NEW = "new"
_INTERNAL, _PRINTED = "no", "yes"


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


class _RequestsDialog(PlacingDialog):
    """A new request, or what came of one that is there: each has its own fields."""

    OF_REQUEST: ClassVar[tuple[str, ...]]
    OF_ANSWER: ClassVar[tuple[str, ...]]

    _known: Mapping[str, str] = MappingProxyType({})
    """What stood in the fields of the answer before anybody typed there."""

    def choices(self, requests: Iterable[tuple[int, str]]) -> Widget:
        """Give the row on which a request is chosen, from their numbers and words."""
        known = [(steady(f"{number}  {words}"), str(number)) for number, words in requests]
        return self.row("Request", ChoiceField([("a new one", _NEW), *known], value=_NEW, id="request"))

    def answers_of(self, number: int) -> Mapping[str, str]:
        """Give what is known of what came of a request, by the fields of the answer; nothing where nothing came yet."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show the fields that a new request needs."""
        self._known = self._answers()
        super().on_mount()
        self._fit()

    def worth_keeping(self, values: Mapping[str, str]) -> bool:
        """Keep words that somebody typed; what was chosen alone is no draft."""
        typed = {name for name in values if isinstance(self.query_one(f"#{name}"), Input | TextArea)}
        return any(values[name].strip() and values[name] != self._known.get(name) for name in typed)

    @on(Select.Changed, "#request")
    def _fit(self) -> None:
        chosen = str(self.query_one("#request", Select).value)
        for name in (*self.OF_REQUEST, *self.OF_ANSWER):
            row = self.query_one(f"#{name}").parent
            if isinstance(row, Widget):
                row.display = (chosen == _NEW) is (name in self.OF_REQUEST)
        if chosen != _NEW and self._answers() == self._known:
            self._show_known(self.answers_of(int(chosen)))

    def _show_known(self, known: Mapping[str, str]) -> None:
        """Show what is known to whoever goes on from there; what somebody typed is never typed over."""
        for name, value in known.items():
            put(self.query_one(f"#{name}"), value)
        self._known = self._answers()

    def _answers(self) -> dict[str, str]:
        return {name: value for name, value in self.values().items() if name in self.OF_ANSWER}


class RepliesDialog(_RequestsDialog):
    """Whom somebody asked for a reply, or what they answered."""

    OF_REQUEST: ClassVar[tuple[str, ...]] = ("asked", "channel", "question", "deadline")
    OF_ANSWER: ClassVar[tuple[str, ...]] = ("answer",)
    command: ClassVar[str] = "replies"
    heading = "Right of reply for"
    draft_field: ClassVar[DraftField | None] = DraftField.REPLY

    def fields(self) -> ComposeResult:
        """Show the requests to choose from, and what each needs."""
        yield self.statement()
        yield self.choices((one.number, request_words(one)) for one in self.sheet.replies)
        yield self.row("Whom", ShortField(id="asked", placeholder="whom you asked"))
        yield self.row("How", ShortField(id="channel", placeholder="e-mail, telephone, letter"))
        yield self.row("Until", ShortField(id="deadline", placeholder=MOMENT))
        yield self.row("Question", LongField(id="question", placeholder="what you asked"))
        yield self.row("Answer", LongField(id="answer", placeholder="word for word"))

    def first_field(self) -> str:
        """Start at whom, or at the requests where there are some."""
        return "request" if self.sheet.replies else "asked"

    def answers_of(self, number: int) -> Mapping[str, str]:
        """Give the answer."""
        return next({"answer": one.answer} for one in self.sheet.replies if one.number == number)

    def submit(self, values: Mapping[str, str]) -> None:
        """Write it down."""
        number, request, answer = self.claim, values["request"], values["answer"]
        if request != _NEW:
            self.send(lambda desk: desk.answer_reply(number, int(request), answer))
            return
        until = parse_moment(values["deadline"], *self.present)
        entry = ReplyEntry(values["asked"], values["channel"], values["question"], None, until)
        self.send(lambda desk: desk.ask_for_reply(number, entry))


class CorrectionRequestsDialog(_RequestsDialog):
    """Whom somebody asked to correct what they published, or what came of it."""

    OF_REQUEST: ClassVar[tuple[str, ...]] = ("asked", "outlet", "url", "channel", "deadline", "text")
    OF_ANSWER: ClassVar[tuple[str, ...]] = ("outcome", "outcome_url", "printed", "note")
    command: ClassVar[str] = "correction-requests"
    heading = "Requests to correct"
    draft_field: ClassVar[DraftField | None] = DraftField.CORRECTION_REQUEST

    def fields(self) -> ComposeResult:
        """Show the requests to choose from, and what each needs."""
        outcomes = [(outcome.value.replace("_", " "), outcome.value) for outcome in RequestOutcome]
        told = [("no: reports say nothing of it", _INTERNAL), ("yes: reports tell what came of it", _PRINTED)]
        requests = self.sheet.correction_requests
        yield self.statement()
        yield self.choices((one.number, correction_request_words(one)) for one in requests)
        yield self.row("Whom", ShortField(id="asked", placeholder="whom you asked"))
        yield self.row("Outlet", ShortField(id="outlet", placeholder="without one, that of the claim's article"))
        yield self.row("Where", ShortField(id="url", placeholder="a link; without one, the claim's article"))
        yield self.row("How", ShortField(id="channel", placeholder="e-mail, form, telephone"))
        yield self.row("Until", ShortField(id="deadline", placeholder=MOMENT))
        yield self.row("Asked", LongField(id="text", placeholder="what they should correct"))
        yield self.row("Outcome", ChoiceField(outcomes, value=RequestOutcome.CORRECTED.value, id="outcome"))
        yield self.row("Link", ShortField(id="outcome_url", placeholder="where the correction can be read"))
        yield self.row("Printed", ChoiceField(told, value=_INTERNAL, id="printed"))
        yield self.row("Note", LongField(id="note", placeholder="for the desk alone"))

    def first_field(self) -> str:
        """Start at whom, or at the requests where there are some."""
        return "request" if self.sheet.correction_requests else "asked"

    def answers_of(self, number: int) -> Mapping[str, str]:
        """Give the outcome."""
        row = self._request(number)
        known = {"outcome_url": row.outcome_url, "note": row.note, "printed": _PRINTED if row.printed else _INTERNAL}
        return known | ({} if row.outcome is None else {"outcome": row.outcome.value})

    def _request(self, number: int) -> CorrectionRequestRow:
        return next(one for one in self.sheet.correction_requests if one.number == number)

    def submit(self, values: Mapping[str, str]) -> None:
        """Write it down."""
        number, request = self.claim, values["request"]
        if request != _NEW:
            outcome, printed = RequestOutcome(values["outcome"]), values["printed"] != _INTERNAL
            before = self._request(int(request))
            when = before.outcome_at if outcome is before.outcome else None
            came = OutcomeEntry(outcome, when, values["outcome_url"], values["note"], printed)
            self.send(lambda desk: desk.note_outcome(number, int(request), came))
            return
        until = parse_moment(values["deadline"], *self.present)
        outlet, url = (values[name].strip() or None for name in ("outlet", "url"))
        entry = CorrectionRequestEntry(values["asked"], outlet, url, values["channel"], values["text"], None, until)
        self.send(lambda desk: desk.ask_for_correction(number, entry))
