"""Say for whom a claim waits, until when, and how pressing it is."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.widgets import Static

from claims_db.rows import ClaimMarks, ClaimSheet
from claims_db.vocabulary import ClaimKind, Priority
from workbench.domain.moments import moment_words, parse_moment
from workbench.domain.references import claim_reference
from workbench.errors import BadInput
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.drawing import block, line
from workbench.tui.widgets.fields import ChoiceField, ShortField

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

_ANYBODY = ""
MOMENT = "2026-11-30, 2026-11-30 14:00, friday, tomorrow, 3h, 2d"
"""How a date can be typed."""


class Present(NamedTuple):
    """The present instant in microseconds UTC, and the time zone in which people of the desk mean their dates."""

    now: int
    zone: str


class PlacingDialog(FormDialog):
    """A form about where one claim stands in the work."""

    DEFAULT_CSS = """
    PlacingDialog > Vertical { width: 80; }
    PlacingDialog #statement { margin-bottom: 1; height: auto; }
    """

    def __init__(
        self,
        worker: DeskWorker,
        sheet: ClaimSheet,
        present: Present,
        changed: Callable[[ClaimSheet], None],
        *,
        draft: str = "",
        editor: str = "",
    ) -> None:
        super().__init__(worker, editor, sheet.number, draft)
        self.sheet = sheet
        self.present = present
        self._changed = changed

    def title_words(self) -> str:
        """Name what is said of which claim."""
        return f"{self.heading} {claim_reference(self.claim)}"

    def statement(self) -> Static:
        """Give the claim's statement as it is shown above the fields."""
        return Static(block(self.sheet.statement, "bold"), id="statement")

    def send(self, call: "Callable[[Desk], object]") -> None:
        """Do it, then show the claim as it is."""
        number = self.claim

        def done_and_read(desk: "Desk") -> ClaimSheet:
            call(desk)
            return desk.claim(number)

        self.worker.tell(done_and_read, self._done, self.failed)

    def _done(self, sheet: ClaimSheet) -> None:
        self.done()
        self._changed(sheet)


class AssignDialog(PlacingDialog):
    """For whom the claim waits."""

    command: ClassVar[str] = "assign"
    repeats_at_once: ClassVar[bool] = True
    heading = "Assign"

    def __init__(
        self,
        worker: DeskWorker,
        sheet: ClaimSheet,
        present: Present,
        changed: Callable[[ClaimSheet], None],
        people: Sequence[str],
    ) -> None:
        super().__init__(worker, sheet, present, changed)
        self._people = people

    def fields(self) -> ComposeResult:
        """Show the people of the desk and the note."""
        names = [(line("anybody"), _ANYBODY), *((line(name), name) for name in self._people)]
        value = self.sheet.assigned_to if self.sheet.assigned_to in self._people else _ANYBODY
        yield self.statement()
        yield self.row("To", ChoiceField(names, value=value, id="person"))
        yield self.row("Note", ShortField(id="note", placeholder="what they should know"))

    def first_field(self) -> str:
        """Start at the people."""
        return "person"

    def on_mount(self) -> None:
        """Show the note that is there."""
        super().on_mount()
        self.query_one("#note", ShortField).value = self.sheet.assignment_note

    def submit(self, values: Mapping[str, str]) -> None:
        """Assign it."""
        number, name, note = self.claim, values["person"] or None, values["note"]
        self.send(lambda desk: desk.assign((number,), name, note))


class PostponeDialog(PlacingDialog):
    """Until when the claim waits."""

    command: ClassVar[str] = "postpone"
    repeats_at_once: ClassVar[bool] = True
    heading = "Postpone"

    def fields(self) -> ComposeResult:
        """Show the date."""
        yield self.statement()
        yield self.row("Until", ShortField(id="until", placeholder=MOMENT))
        yield Static(
            block(
                f"Dates are meant in the time zone {self.present.zone}. Empty hands it out at once again. "
                "A hold of yours on it ends.",
                "$text-muted",
            )
        )

    def first_field(self) -> str:
        """Start at the date."""
        return "until"

    def on_mount(self) -> None:
        """Show the date that is there."""
        super().on_mount()
        until = self.sheet.postponed_until
        if until is not None and until > self.present.now:
            self.query_one("#until", ShortField).value = moment_words(until, self.present.zone)

    def submit(self, values: Mapping[str, str]) -> None:
        """Postpone it."""
        number = self.claim
        with self.finding_fault_with("until"):
            until = parse_moment(values["until"], *self.present)
        self.send(lambda desk: desk.postpone((number,), until))


class MarksDialog(PlacingDialog):
    """How pressing the claim is."""

    command: ClassVar[str] = "marks"
    repeats_at_once: ClassVar[bool] = True
    heading = "Marks of"

    def fields(self) -> ComposeResult:
        """Show priority, deadline, demand, legal flag and kind."""
        priorities = [(priority.value, priority.value) for priority in Priority]
        kinds = [(kind.value, kind.value) for kind in ClaimKind]
        marks = self.sheet.marks()
        yield self.statement()
        yield self.row("Priority", ChoiceField(priorities, value=marks.priority.value, id="priority"))
        yield self.row("Deadline", ShortField(id="deadline", placeholder=MOMENT))
        yield self.row("Demand", ShortField(id="demand", placeholder="how many people asked"))
        yield self.row(
            "Legal",
            ChoiceField(
                [("no", "no"), ("yes: needs a second verdict where the rule says so", "yes")],
                value="yes" if marks.legal else "no",
                id="legal",
            ),
        )
        yield self.row("Kind", ChoiceField(kinds, value=marks.kind.value, id="kind"))

    def answers(self, values: Mapping[str, str]) -> Mapping[str, str]:
        """Give what was changed: the other marks of the next claim stay what they are."""
        before = self._standing()
        return {name: value for name, value in values.items() if value != before.get(name)}

    def fitted(self, answers: Mapping[str, str]) -> Mapping[str, str]:
        """Leave the marks that were not changed as they are here."""
        return {**self._standing(), **answers}

    def _standing(self) -> dict[str, str]:
        """Give the marks as the fields show them."""
        marks = self.sheet.marks()
        return {
            "priority": marks.priority.value,
            "deadline": _written(marks.deadline, self.present.zone),
            "demand": str(marks.demand) if marks.demand else "",
            "legal": "yes" if marks.legal else "no",
            "kind": marks.kind.value,
        }

    def first_field(self) -> str:
        """Start at the priority."""
        return "priority"

    def on_mount(self) -> None:
        """Show what is there."""
        super().on_mount()
        standing = self._standing()
        self.query_one("#deadline", ShortField).value = standing["deadline"]
        self.query_one("#demand", ShortField).value = standing["demand"]

    def submit(self, values: Mapping[str, str]) -> None:
        """Write what was changed; what somebody else changed meanwhile stays, or is shown."""
        number, base = self.claim, self.sheet.marks()
        with self.finding_fault_with("demand"):
            demand = demand_of(values["demand"])
        with self.finding_fault_with("deadline"):
            deadline = self._deadline(values["deadline"], base.deadline)
        mine = ClaimMarks(
            Priority(values["priority"]),
            deadline,
            demand or 0,
            values["legal"] == "yes",
            ClaimKind(values["kind"]),
        )
        self.worker.tell(lambda desk: desk.mark(number, base, mine), self._done, self.failed)

    def _deadline(self, words: str, before: int | None) -> int | None:
        """Read the deadline; one that was not touched keeps its seconds."""
        if before is not None and words.strip() == moment_words(before, self.present.zone):
            return before
        return parse_moment(words, *self.present)


def demand_of(words: str) -> int | None:
    """Read how many people asked; None where nothing is said.

    Raises:
        BadInput: it is no number.

    """
    number = words.strip()
    if number and not (number.isascii() and number.isdigit()):
        raise BadInput("The demand is no number.", "Count the people who asked, or leave it empty.")
    return int(number) if number else None


def _written(instant: int | None, zone: str) -> str:
    return "" if instant is None else moment_words(instant, zone)
