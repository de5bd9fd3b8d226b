"""The steps with many claims that need a date: until when they wait, and how pressing they are."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from claims_db.vocabulary import ClaimKind, Priority
from workbench.desk.lots import Deed, Postpone, Press
from workbench.domain.moments import parse_moment
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.lot import Finished, LotDialog, Many
from workbench.tui.dialogs.placing import MOMENT, Present, demand_of
from workbench.tui.drawing import block
from workbench.tui.widgets.fields import ShortField

_NONE = "none"
_PRESSING = ("priority", "deadline", "demand", "legal", "kind")
_EMPTIED = {"deadline": _NONE, "demand": "0"}
"""What says in words here that a mark is taken away; nothing leaves it as it is."""


class _Dated(LotDialog):
    def __init__(self, worker: DeskWorker, many: Many, finished: Finished, present: Present) -> None:
        super().__init__(worker, many, finished)
        self.present = present


class PostponeLot(_Dated):
    """Until when the claims wait."""

    command: ClassVar[str] = "postpone"
    heading: ClassVar[str] = "Postpone"
    done_words = "postponed"

    def own_fields(self) -> ComposeResult:
        """Show the date."""
        yield self.row("Until", ShortField(id="until", placeholder=MOMENT))
        words = f"Dates are meant in the time zone {self.present.zone}. Empty hands them out at once again."
        yield Static(block(words, "$text-muted"))

    def first_field(self) -> str:
        """Start at the date."""
        return "until"

    def first_look(self) -> Deed:
        """Look without a date: it decides nothing about which claims can be."""
        return Postpone(None)

    def deed(self, values: Mapping[str, str]) -> Deed:
        """Postpone them."""
        with self.finding_fault_with("until"):
            return Postpone(parse_moment(values["until"], *self.present))

    def words_of(self, deed: Deed) -> str:
        """Say whether they wait."""
        return "postponed no longer" if deed == Postpone(None) else self.done_words


class PressLot(_Dated):
    """How pressing the claims are; what is left as it is stays so with each of them."""

    command: ClassVar[str] = "marks"
    heading: ClassVar[str] = "Marks of"
    done_words = "changed"

    def own_fields(self) -> ComposeResult:
        """Show priority, deadline, demand, legal flag and kind, none of them set."""
        kept = ("as it is", "")
        legal = [kept, ("no", "no"), ("yes", "yes")]
        yield self.row("Priority", self.choice("priority", [kept, *((one.value, one.value) for one in Priority)], ""))
        yield self.row("Deadline", ShortField(id="deadline", placeholder=f"as it is; {_NONE}, or {MOMENT}"))
        yield self.row("Demand", ShortField(id="demand", placeholder="as it is"))
        yield self.row("Legal", self.choice("legal", legal, ""))
        yield self.row("Kind", self.choice("kind", [kept, *((one.value, one.value) for one in ClaimKind)], ""))

    def first_field(self) -> str:
        """Start at the priority."""
        return "priority"

    def answers(self, values: Mapping[str, str]) -> Mapping[str, str]:
        """Give what was set, as the dialog for one claim has it."""
        given = {name: value.strip() for name, value in values.items() if value.strip()}
        return {name: "" if value.casefold() == _EMPTIED.get(name) else value for name, value in given.items()}

    def fitted(self, answers: Mapping[str, str]) -> Mapping[str, str]:
        """Leave what was not set as it is."""
        return {name: answers[name] or _EMPTIED.get(name, "") if name in answers else "" for name in _PRESSING}

    def deed(self, values: Mapping[str, str]) -> Deed:
        """Set what was given."""
        words = values["deadline"].strip()
        undated = words.casefold() == _NONE
        with self.finding_fault_with("demand"):
            demand = demand_of(values["demand"])
        with self.finding_fault_with("deadline"):
            deadline = None if undated else parse_moment(words, *self.present)
        return Press(
            Priority(values["priority"]) if values["priority"] else None,
            deadline,
            undated,
            demand,
            values["legal"] == "yes" if values["legal"] else None,
            ClaimKind(values["kind"]) if values["kind"] else None,
        )
