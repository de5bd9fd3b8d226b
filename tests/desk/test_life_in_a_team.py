"""An editor and two reviewers judge, return, sign off, publish, correct and undo as they like.

After each step every person sees the verdicts that the model lets them see and no others, the finding and the
publications are what the model says, and the journal verifies.
"""

import itertools
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from claims_db.engine import reading
from claims_db.errors import Conflict, NotFound
from claims_db.journal.verify import verify
from claims_db.rows import ClaimSheet, SecondReviewRule
from claims_db.vocabulary import Action, ClaimState, LintLevel, Severity
from tests.conftest import Clock, Ids
from tests.desk.team_model import EDITOR, NEEDS_SECOND, TeamModel
from tests.postgres_cluster import Cluster
from tests.server_desk import ServerDesk, as_person
from workbench.bootstrap import open_desk
from workbench.desk.entries import ClaimEntry, Recorded
from workbench.errors import Refused
from workbench.export.publication import issue_from
from workbench.settings import Settings

pytestmark = pytest.mark.files_only  # the tests name both kinds of database themselves

PEOPLE = (EDITOR, "ben", "cid")
CLAIMS = 2
WHO, NUMBER = st.sampled_from(PEOPLE), st.integers(1, CLAIMS)
RATING = st.sampled_from((NEEDS_SECOND, "true"))
NOT_MODELLED = ("false-without-refuting", "true-without-supporting", "open-comments")
"""The rules before sign-off: the model knows neither evidence nor comments."""
PUBLISHED = {ClaimState.PUBLISHED, ClaimState.CORRECTED, ClaimState.WITHDRAWN}


class LifeInATeam(RuleBasedStateMachine):
    """The verbs of a team, each held against the model."""

    new_place: Callable[[], Settings]

    def __init__(self) -> None:
        super().__init__()
        place, clock, ids = self.new_place(), Clock(), Ids(itertools.count(1_000))
        self.desks = {who: open_desk(as_person(place, who), clock=clock, new_id=ids) for who in PEOPLE}
        self.model = TeamModel(CLAIMS)
        self.words = itertools.count(1)

    def teardown(self) -> None:
        for desk in self.desks.values():
            desk.close()

    @rule(who=WHO, number=NUMBER, rating=RATING)
    def record(self, who: str, number: int, rating: str) -> None:
        words = f"Because {next(self.words)}."
        outcome = self._both(
            lambda: self.desks[who].record(number, rating, words), lambda: self.model.record(who, number, rating, words)
        )
        self._let_go(who, outcome)

    @rule(who=WHO, number=NUMBER)
    def send_back(self, who: str, number: int) -> None:
        outcome = self._both(
            lambda: self.desks[who].send_back(number, "Once more."), lambda: self.model.send_back(who, number)
        )
        self._let_go(who, outcome)

    @rule(who=WHO, number=NUMBER)
    def sign_off(self, who: str, number: int) -> None:
        self._both(lambda: self.desks[who].sign_off(number), lambda: self.model.sign_off(who, number))

    @rule(who=WHO, number=NUMBER, data=st.data())
    def adjudicate(self, who: str, number: int, data: st.DataObject) -> None:
        counting = [one.words for one in self.model.claims[number].counting()] or [""]
        words = data.draw(st.sampled_from(counting))
        ids = {verdict.rationale: verdict.public_id for verdict in self.desks[EDITOR].claim(number).verdicts}
        self._both(
            lambda: self.desks[who].adjudicate(number, ids.get(words, "none")),
            lambda: self.model.adjudicate(who, number, words),
        )

    @rule(who=WHO, number=NUMBER)
    def publish(self, who: str, number: int) -> None:
        self._both(lambda: self.desks[who].publish(number), lambda: self.model.publish(who, number))

    @rule(who=WHO, number=NUMBER)
    def correct(self, who: str, number: int) -> None:
        self._both(
            lambda: self.desks[who].correct(number, Severity.TYPO, "A name."), lambda: self.model.correct(who, number)
        )

    @rule(who=WHO, number=NUMBER)
    def withdraw(self, who: str, number: int) -> None:
        self._both(lambda: self.desks[who].withdraw(number, "It was wrong."), lambda: self.model.withdraw(who, number))

    @rule(who=WHO, number=NUMBER)
    def reopen(self, who: str, number: int) -> None:
        self._both(lambda: self.desks[who].reopen(number, "New papers."), lambda: self.model.reopen(who, number))

    @rule(number=NUMBER, rating=RATING, upto=st.integers(1, 3))
    def take_it_to_the_readers(self, number: int, rating: str, upto: int) -> None:
        """Let a claim go the usual way, so that its later states are met often."""
        self.record("ben", number, rating)
        self.record("cid", number, rating)
        for step in (self.sign_off, self.publish, self.reopen)[:upto]:
            step(EDITOR, number)

    @rule(who=WHO)
    def undo(self, who: str) -> None:
        self._both(self.desks[who].undo, lambda: self.model.undo(who))

    @rule(who=WHO)
    def redo(self, who: str) -> None:
        self._both(self.desks[who].redo, lambda: self.model.redo(who))

    @invariant()
    def everybody_sees_what_the_model_says(self) -> None:
        with reading(self.desks[EDITOR]._place.engine) as connection:
            assert list(verify(connection)) == []
        for who, desk in self.desks.items():
            for number, claim in self.model.claims.items():
                sheet = desk.claim(number)
                assert sheet.state is claim.standing.state
                assert sheet.blind is claim.blind_for(who)
                assert [verdict.rationale for verdict in sheet.verdicts] == claim.visible_to(who)
                standing = [verdict.rationale for verdict in sheet.verdicts if verdict.stands]
                assert standing == [words for words in [claim.stands_for(who)] if words]
                told = [issue_from(row.content).finding.rationale for row in sheet.publications]
                assert told == claim.published
                (row,) = desk.claim_rows([number])
                assert bool(row.rating) is bool(claim.stands_for(who))
                waits = sheet.state in {ClaimState.QUEUED, ClaimState.SECOND_REVIEW, ClaimState.ADJUDICATION}
                assert (number in desk.queue_numbers("desk")) is waits
                shown = repr([value for value in row if not isinstance(value, bool)])
                assert not (sheet.blind and any(word in shown for word in ("True", "False")))
                if sheet.state in PUBLISHED:
                    assert sheet.publications

    def _let_go(self, who: str, outcome: object) -> None:
        """Hand the claim that came next straight back: leases are another machine's matter."""
        if isinstance(outcome, Recorded) and isinstance(outcome.next, ClaimSheet):
            assert outcome.next.state is not ClaimState.SECOND_REVIEW or outcome.next.blind
            self.desks[who].hand_back(outcome.next.number)

    def _both(self, act: Callable[[], object], expect: Callable[[], None]) -> object:
        """Do it at the desk and in the model: both do it, or both refuse with the same error."""
        refused: type[Exception] | None = None
        try:
            expect()
        except (Refused, Conflict, NotFound) as problem:
            refused = type(problem)
        if refused is None:
            return act() or True
        with pytest.raises(refused):
            act()
        return None


def prepare(settings: Settings) -> Settings:
    """Make a desk with reviewers, claims and a rule in it; nobody is connected afterwards."""
    clock, ids = Clock(), Ids()
    for who in PEOPLE:
        desk = open_desk(as_person(settings, who), clock=clock, new_id=ids)
        if who == EDITOR:
            with desk._place.work(Action.DESK_OPENED) as work:  # as the desk was made, so that nobody takes it back
                work.people.set_rule(SecondReviewRule(ratings=(NEEDS_SECOND,)))
                for name in NOT_MODELLED:
                    work.linting.set_level(name, LintLevel.OFF)
            for number in range(CLAIMS):
                desk.add_claim(ClaimEntry(f"The ferry sank {number + 3} times."))
        desk.close()
    return settings


def test_a_team_at_a_desk_is_what_the_model_says(settings: Settings, tmp_path: Path) -> None:
    prepared, copies = prepare(settings), itertools.count()

    def new_place() -> Settings:
        path = tmp_path / f"{next(copies)}.sqlite3"
        shutil.copy(prepared.database, path)
        return replace(prepared, database=str(path))

    live(new_place, examples=8)


def test_a_team_on_a_server_is_what_the_model_says(
    settings: Settings, cluster: Cluster, fresh_server_database: str
) -> None:
    copies = itertools.count()
    with ExitStack() as stack:

        def new_place() -> Settings:
            name = stack.enter_context(cluster.database(f"team_{next(copies)}", fresh_server_database))
            server = ServerDesk(cluster, name)
            for who in PEOPLE:
                server.person(who)
            return prepare(replace(settings, database=server.url()))

        live(new_place, examples=3)


def live(new_place: Callable[[], Settings], examples: int) -> None:
    class Machine(LifeInATeam):
        pass

    Machine.new_place = staticmethod(new_place)
    run_state_machine_as_test(
        Machine,
        settings=hypothesis_settings(
            max_examples=examples, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
