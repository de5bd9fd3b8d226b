"""Two people take steps on many claims, undo and redo them in any order; a lot is taken back whole or not at all."""

import itertools
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from claims_db.engine import reading
from claims_db.errors import Conflict
from claims_db.journal.verify import verify
from claims_db.vocabulary import Priority
from tests.conftest import Clock, Ids
from workbench.bootstrap import open_desk
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry
from workbench.desk.lots import Assign, Deed, Press, Retag
from workbench.errors import Refused
from workbench.settings import Settings

pytestmark = pytest.mark.files_only

COUNT = 4
PEOPLE = ("ana", "ben")
TAGS = ("harbour", "winter")
CLAIMS = st.sets(st.integers(1, COUNT), min_size=1)
WHO = st.sampled_from(PEOPLE)

Change = dict[tuple[int, str], tuple[object, object]]
"""What a step made of which field of which claim: the value before and after."""


class LifeWithMany(RuleBasedStateMachine):
    """The model holds a value for each field of each claim; a tag is the number of its row, 0 where it is not set."""

    new_desks: Callable[[], dict[str, Desk]]

    def __init__(self) -> None:
        super().__init__()
        self.desks = self.new_desks()
        for number in range(COUNT):
            self.desks["ana"].add_claim(ClaimEntry(f"The ferry sank {number + 2} times in nine years."))
        self.live: dict[tuple[int, str], object] = {
            (number, field): value
            for number in range(1, COUNT + 1)
            for field, value in (("assigned", ""), ("priority", Priority.NORMAL), *((tag, 0) for tag in TAGS))
        }
        self.done: dict[str, list[Change]] = {who: [] for who in PEOPLE}
        self.undone: dict[str, list[Change]] = {who: [] for who in PEOPLE}
        self.rows = 0

    @rule(who=WHO, numbers=CLAIMS)
    def assign(self, who: str, numbers: set[int]) -> None:
        self._do(who, numbers, Assign(who), {"assigned": who})

    @rule(who=WHO, numbers=CLAIMS, priority=st.sampled_from(Priority))
    def press(self, who: str, numbers: set[int], priority: Priority) -> None:
        self._do(who, numbers, Press(priority=priority), {"priority": priority})

    @rule(who=WHO, numbers=CLAIMS, tag=st.sampled_from(TAGS), off=st.booleans())
    def retag(self, who: str, numbers: set[int], tag: str, *, off: bool) -> None:
        self._do(who, numbers, Retag((), (tag,)) if off else Retag((tag,)), {tag: not off})

    @rule(who=WHO)
    def undo(self, who: str) -> None:
        self._turn(self.done[who], self.undone[who], self.desks[who].undo, back=True)

    @rule(who=WHO)
    def redo(self, who: str) -> None:
        self._turn(self.undone[who], self.done[who], self.desks[who].redo, back=False)

    @invariant()
    def the_desk_is_as_the_model_says(self) -> None:
        for row in self.desks["ben"].claim_rows(range(1, COUNT + 1)):
            assert row.assigned_to == self.live[row.number, "assigned"]
            assert row.priority is self.live[row.number, "priority"]
            assert row.tags == tuple(tag for tag in TAGS if self.live[row.number, tag])

    def teardown(self) -> None:
        with reading(self.desks["ana"]._place.engine) as connection:
            assert next(verify(connection), None) is None
        for desk in self.desks.values():
            desk.close()

    def _do(self, who: str, numbers: set[int], deed: Deed, wanted: Mapping[str, object]) -> None:
        assert self.desks[who].do(sorted(numbers), deed).done == tuple(sorted(numbers))
        change: Change = {}
        for number in numbers:
            for field, value in wanted.items():
                before = self.live[number, field]
                if field in TAGS:
                    self.rows += 1
                    value = (before or self.rows) if value else 0  # noqa: PLW2901 - which row it is
                if before != value:
                    change[number, field] = (before, value)
                    self.live[number, field] = value
        if change:
            self.done[who].append(change)
            self.undone[who] = []

    def _turn(self, taken: list[Change], given: list[Change], turn: Callable[[], object], *, back: bool) -> None:
        if not taken:
            with pytest.raises(Refused):
                turn()
            return
        change = taken[-1]
        if any(self.live[at] != values[back] for at, values in change.items()):
            with pytest.raises(Conflict):
                turn()
            return
        turn()
        self.live |= {at: values[not back] for at, values in change.items()}
        given.append(taken.pop())


def test_a_lot_is_taken_back_whole_or_not_at_all(settings: Settings, tmp_path: Path, fresh_database: Path) -> None:
    copies = itertools.count()

    def new_desks() -> dict[str, Desk]:
        path = tmp_path / f"{next(copies)}.sqlite3"
        shutil.copy(fresh_database, path)
        clock, ids = Clock(), Ids()
        return {
            who: open_desk(replace(settings, database=str(path), reviewer=who), clock=clock, new_id=ids)
            for who in PEOPLE
        }

    class Machine(LifeWithMany):
        pass

    Machine.new_desks = staticmethod(new_desks)  # type: ignore[method-assign, assignment]
    run_state_machine_as_test(
        Machine,
        settings=hypothesis_settings(
            max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
