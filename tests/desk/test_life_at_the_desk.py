"""Three reviewers do what they like while the clock does what it likes: the desk stays as the model says.

After each step no claim has two live leases, tokens have only grown, the journal verifies and holds each
acknowledged action once, and store and model agree on every row.
"""

import itertools
import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from claims_db.engine import reading
from claims_db.errors import Conflict, LeaseLost, NotAllowed, NotFound
from claims_db.journal.verify import verify
from claims_db.rows import ClaimSheet
from claims_db.vocabulary import Action, DraftField, EvidenceForm, SkipReason, Stance
from tests.conftest import MINUTE, Clock, Ids
from tests.desk.desk_model import UNHELD, DeskModel
from tests.postgres_cluster import Cluster
from tests.server_desk import ServerDesk, as_person
from workbench.bootstrap import open_desk
from workbench.desk.entries import ClaimEntry, EvidenceEntry
from workbench.errors import Refused
from workbench.settings import Settings

pytestmark = pytest.mark.files_only  # the tests name both kinds of database themselves

PEOPLE = ("ana", "ben", "cid")
CLAIMS = 2
LEASE = 30 * MINUTE
EXPECTED = (LeaseLost, Refused, Conflict, NotAllowed, NotFound)

Place = Callable[[], tuple[Settings, Clock, Ids]]
"""Makes a new desk with reviewers and claims in it."""

WHO, NUMBER = st.sampled_from(PEOPLE), st.integers(1, CLAIMS)


class LifeAtTheDesk(RuleBasedStateMachine):
    """The verbs of a desk, each held against the model."""

    new_place: Place

    def __init__(self) -> None:
        super().__init__()
        place, self.clock, self.ids = self.new_place()
        self.desks = {who: open_desk(as_person(place, who), clock=self.clock, new_id=self.ids) for who in PEOPLE}
        self.model = DeskModel(dict.fromkeys(range(1, CLAIMS + 1), 5_000))
        self.tokens = dict.fromkeys(range(1, CLAIMS + 1), 0)
        self.seen: list[tuple[str, int, int]] = []
        self.words = itertools.count(1)

    def teardown(self) -> None:
        for desk in self.desks.values():
            desk.close()

    @rule(who=WHO)
    def take_next(self, who: str) -> None:
        expected = self.model.next_for(who, self.clock.now)
        turn = self.desks[who].take_next()
        self._follow(who, expected, turn, Action.CLAIM_TAKEN)

    @rule(who=WHO, number=NUMBER)
    def take(self, who: str, number: int) -> None:
        now = self.clock.now
        self._both(lambda: self.desks[who].take(number), lambda: self.model.take(who, number, now, now + LEASE))
        self._remember(who, number)

    @precondition(lambda self: self.seen)
    @rule(data=st.data())
    def keep(self, data: st.DataObject) -> None:
        self._hold_on(*data.draw(st.sampled_from(self.seen)))

    def _hold_on(self, who: str, number: int, token: int) -> None:
        until = self.clock.now + LEASE
        self._both(lambda: self.desks[who].keep(number, token), lambda: self.model.keep(who, number, token, until))

    @rule(who=WHO, number=NUMBER)
    def hand_back(self, who: str, number: int) -> None:
        self._both(lambda: self.desks[who].hand_back(number), lambda: self.model.hand_back(who, number))

    @rule(
        who=WHO,
        number=NUMBER,
        late=st.sampled_from((None, 0, -1)),
        action=st.sampled_from((Action.VERDICT_RECORDED,) * 2 + (Action.CLAIM_SKIPPED,)),
    )
    def decide(self, who: str, number: int, late: int | None, action: Action) -> None:
        """Decide, sometimes with the token of a hold that may be long gone."""
        self._decide(who, number, self._token(who, number, late), action)

    def _decide(self, who: str, number: int, token: int | None, action: Action) -> None:
        words, now, desk = f"Because {next(self.words)}.", self.clock.now, self.desks[who]
        outcome = self._both(
            lambda: (
                desk.record(number, "false", words, token)
                if action is Action.VERDICT_RECORDED
                else desk.skip(number, SkipReason.OPINION, words, token)
            ),
            lambda: self.model.decide(who, number, token, now, action, words),
        )
        if outcome is not None:
            self._follow(who, self.model.next_for(who, now), outcome.next, action)

    @rule(who=WHO, other=WHO, number=NUMBER, keep=st.booleans())
    def come_back_too_late(self, who: str, other: str, number: int, keep: bool) -> None:
        """Let a hold lapse while somebody takes the claim anew, then go on with the old token."""
        self.take(who, number)
        token = self._token(who, number, -1)
        self.let_the_clock_jump(31)
        self.take(other, number)
        self._hold_on(who, number, token or 0) if keep else self._decide(who, number, token, Action.VERDICT_RECORDED)

    @rule(who=WHO, number=NUMBER)
    def draft(self, who: str, number: int) -> None:
        body = f"draft {next(self.words)}"
        self.desks[who].save_draft(number, DraftField.VERDICT, body)
        self.model.drafts[who, number, DraftField.VERDICT] = body

    @rule(who=WHO, number=NUMBER)
    def attach(self, who: str, number: int) -> None:
        words = f"A note {next(self.words)}."
        self.desks[who].attach(number, EvidenceEntry(EvidenceForm.NOTE, Stance.CONTEXT, note=words))
        self.model.attach(who, number, words)

    @precondition(lambda self: self.model.evidence)
    @rule(who=WHO, data=st.data())
    def detach(self, who: str, data: st.DataObject) -> None:
        at = data.draw(st.integers(0, len(self.model.evidence) - 1))
        self._both(lambda: self.desks[who].detach(at + 1), lambda: self.model.detach(who, at))

    @rule(who=WHO)
    def undo(self, who: str) -> None:
        self._both(self.desks[who].undo, lambda: self.model.undo(who))

    @rule(who=WHO)
    def redo(self, who: str) -> None:
        self._both(self.desks[who].redo, lambda: self.model.redo(who))

    @rule(minutes=st.sampled_from((1, 29, 30, 31, 90, -1, -30, -31, -600)))
    def let_the_clock_jump(self, minutes: int) -> None:
        self.clock.pass_minutes(minutes)

    @invariant()
    def store_and_model_agree(self) -> None:
        desk = self.desks["ana"]
        with reading(desk._place.engine) as connection:
            assert list(verify(connection)) == []

            def rows(statement: str) -> list[tuple[object, ...]]:
                return [tuple(row) for row in connection.exec_driver_sql(statement)]

            leases = rows(
                "SELECT c.number, c.state, coalesce(r.name, ''), coalesce(l.token, 0), coalesce(l.expires_at, 0), "
                "(SELECT count(*) FROM place p WHERE p.claim_id = c.id AND p.waiting) FROM claim c "
                "LEFT JOIN lease l ON l.claim_id = c.id LEFT JOIN reviewer r ON r.id = l.reviewer_id ORDER BY c.number"
            )
            for claim, (number, state, holder, token, until, places) in zip(
                self.model.claims.values(), leases, strict=True
            ):
                hold = claim.hold
                assert (state, holder, token, places) == (claim.state.value, hold.holder, hold.token, bool(claim.place))
                assert isinstance(token, int)
                assert isinstance(until, int)
                assert token >= self.tokens[claim.number], f"the token of C-{number} went back"
                assert abs(until - hold.until) < MINUTE
                self.tokens[claim.number] = token
            for table, words, kept in (
                ("verdict", "rationale", self.model.verdicts),
                ("skip", "note", self.model.skips),
                ("evidence", "note", self.model.evidence),
            ):
                assert rows(
                    f"SELECT c.number, r.name, t.{words}, t.retracted_at IS NOT NULL FROM {table} t "
                    "JOIN claim c ON c.id = t.claim_id JOIN reviewer r ON r.id = t.reviewer_id ORDER BY t.id"
                ) == [(one.claim, one.who, one.words, bool(one.retracted)) for one in kept]
            told = Counter(
                {
                    Action(action): int(str(count))
                    for action, count in rows(
                        "SELECT action, count(DISTINCT group_id) FROM journal WHERE action NOT IN "
                        "('desk.opened', 'claim.added', 'reviewer.joined') GROUP BY action"
                    )
                }
            )
            assert told == +self.model.journal

    @invariant()
    def drafts_are_kept(self) -> None:
        for who, desk in self.desks.items():
            kept = {(who, draft.claim, draft.field): draft.body for draft in desk.drafts()}
            assert kept == {place: body for place, body in self.model.drafts.items() if place[0] == who}

    def _follow(self, who: str, expected: int | None, turn: object, action: Action) -> None:
        """See that the claim which came next is the one that the model expects."""
        assert (turn.number if isinstance(turn, ClaimSheet) else None) == expected
        if expected is not None:
            self.model.take(who, expected, self.clock.now, self.clock.now + LEASE, action)
            self._remember(who, expected)

    def _remember(self, who: str, number: int) -> None:
        hold = self.model.claims[number].hold
        if hold.holder == who != UNHELD and (who, number, hold.token) not in self.seen:
            self.seen.append((who, number, hold.token))

    def _token(self, who: str, number: int, which: int | None) -> int | None:
        """Give the first or the last token that somebody was given for a claim, or none."""
        tokens = [token for name, claim, token in self.seen if (name, claim) == (who, number)]
        return tokens[which] if tokens and which is not None else None

    def _both(self, act: Callable[[], object], expect: Callable[[], None]) -> object:
        """Do it at the desk and in the model: both do it, or both refuse with the same error."""
        refused: type[Exception] | None = None
        try:
            expect()
        except EXPECTED as problem:
            refused = type(problem)
        if refused is None:
            return act() or True
        with pytest.raises(refused):
            act()
        return None


def a_thousand_later() -> Ids:
    """Give ids that the prepared desk has not used."""
    return Ids(itertools.count(1_000))


def prepare(settings: Settings) -> Settings:
    """Make a desk with reviewers and claims in it; nobody is connected afterwards."""
    clock, ids = Clock(), Ids()
    for who in PEOPLE:
        desk = open_desk(as_person(settings, who), clock=clock, new_id=ids)
        if who == PEOPLE[-1]:
            for number in range(CLAIMS):
                desk.add_claim(ClaimEntry(f"The ferry sank {number + 3} times."))
        desk.close()
    return settings


def live(new_place: Place, examples: int) -> None:
    class Machine(LifeAtTheDesk):
        pass

    Machine.new_place = staticmethod(new_place)  # type: ignore[method-assign, assignment]
    run_state_machine_as_test(
        Machine,
        settings=hypothesis_settings(
            max_examples=examples, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


def test_a_desk_in_a_file_is_what_the_model_says(settings: Settings, tmp_path: Path) -> None:
    prepared, copies = prepare(settings), itertools.count()

    def new_place() -> tuple[Settings, Clock, Ids]:
        path = tmp_path / f"{next(copies)}.sqlite3"
        shutil.copy(prepared.database, path)
        return replace(prepared, database=str(path)), Clock(), a_thousand_later()

    live(new_place, 8)


def test_a_desk_on_a_server_is_what_the_model_says(
    settings: Settings, cluster: Cluster, fresh_server_database: str
) -> None:
    with ExitStack() as stack:
        copies = itertools.count()

        def new_place() -> tuple[Settings, Clock, Ids]:
            name = stack.enter_context(cluster.database(f"life_{next(copies)}", fresh_server_database))
            desk = ServerDesk(cluster, name)
            for who in PEOPLE:
                desk.person(who)
            return prepare(replace(settings, database=str(desk))), Clock(), a_thousand_later()

        live(new_place, 3)
