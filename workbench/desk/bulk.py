"""One step on many claims: one transaction, one group in the journal, one undo. The rules are those of single claims.

A claim with which the step can't be taken is left out with the reason, before anything of it is written.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import singledispatch
from typing import NamedTuple

from claims_db.errors import Conflict, LeaseLost, NotAllowed, NotFound
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action, ClaimState, DraftField, Role
from workbench.desk import editing, linting, ordering, publishing, reviewing
from workbench.desk.linting import LookedAt
from workbench.desk.lots import (
    Assign,
    Deed,
    HandBack,
    LeftOut,
    Lot,
    Merge,
    Postpone,
    Press,
    Put,
    Retag,
    SetAside,
    SignOff,
    TakeOut,
)
from workbench.desk.permission import require
from workbench.desk.queueing import check_holds
from workbench.desk.unpaused import unpaused
from workbench.desk.workplace import Workplace
from workbench.domain.progress import HowFar, no_step_heard
from workbench.domain.states import Step, after, allows
from workbench.domain.tags import parse_tag
from workbench.domain.text import storable
from workbench.errors import BadInput, Refused

MOST = 100_000
"""How many claims one step can be taken with: nobody else writes meanwhile, and undo has to hold them all again."""

MOST_TAGS = 50
"""How many tags a claim can have."""

_EVERY = 200
_LEAVES_OUT = (Conflict, LeaseLost, NotAllowed, NotFound, Refused)
_ACTIONS: dict[type[Deed], Action] = {
    Assign: Action.CLAIM_ASSIGNED,
    Retag: Action.CLAIM_TAGGED,
    SetAside: Action.CLAIM_SKIPPED,
    Put: Action.CLAIM_QUEUED,
    TakeOut: Action.CLAIM_QUEUED,
    Postpone: Action.CLAIM_POSTPONED,
    Press: Action.CLAIM_EDITED,
    Merge: Action.CLAIM_MARKED_DUPLICATE,
    HandBack: Action.CLAIM_HANDED_BACK,
    SignOff: Action.FINDING_SIGNED_OFF,
}


@dataclass(frozen=True)
class LintedSignOff(SignOff):
    """A sign-off with what lint found of the claims."""

    looked: Mapping[int, LookedAt] = field(default_factory=dict)


class Steps(NamedTuple):
    """What is done with each claim: ``check`` raises where it can't be, ``write`` follows it in the same transaction."""

    check: Callable[[int], object]
    write: Callable[[int], object]


def do(place: Workplace, numbers: Sequence[int], deed: Deed, progress: HowFar) -> Lot:
    """Take a step with many claims; those with which it can't be taken are left out."""
    wanted = _wanted(numbers, deed)
    ready = _ready(place, wanted, deed, progress)
    done, left_out = [], []
    with unpaused(), place.work(_ACTIONS[type(deed)]) as work:
        steps = begin(ready, work, wanted)
        for at, number in enumerate(wanted):
            if at % _EVERY == 0:
                work.flush()
                progress(at, len(wanted))
            try:
                steps.check(number)
            except _LEAVES_OUT as problem:
                left_out.append(LeftOut(number, problem.message))
            else:
                steps.write(number)
                done.append(number)
        work.flush()
        progress(len(wanted), len(wanted))
    return Lot(tuple(done), tuple(left_out))


def do_all(place: Workplace, numbers: Sequence[int], deed: Deed) -> None:
    """Take a step with some claims, with every one of them or with none."""
    wanted = _wanted(numbers, deed)
    ready = _ready(place, wanted, deed)
    with place.work(_ACTIONS[type(deed)]) as work:
        steps = begin(ready, work, wanted)
        for number in wanted:
            steps.check(number)
            steps.write(number)


def sieve(place: Workplace, numbers: Sequence[int], deed: Deed) -> Lot:
    """Say with which claims a step could be taken as they are now; nothing is written."""
    wanted = _wanted(numbers, deed)
    ready = _ready(place, wanted, deed)
    left_out = []
    with place.work(_ACTIONS[type(deed)]) as work:
        work.only_looks = True
        steps = begin(ready, work, wanted)
        for number in wanted:
            try:
                steps.check(number)
            except _LEAVES_OUT as problem:
                left_out.append(LeftOut(number, problem.message))
    refused = {one.claim for one in left_out}
    return Lot(tuple(number for number in wanted if number not in refused), tuple(left_out))


def _ready(place: Workplace, numbers: Sequence[int], deed: Deed, progress: HowFar = no_step_heard) -> Deed:
    """Look at what a step depends on and what no transaction waits for; give the step with it."""
    if not isinstance(deed, SignOff):
        return deed
    return LintedSignOff(deed.note, linting.look(place, numbers, progress=lambda _, done, whole: progress(done, whole)))


def _wanted(numbers: Sequence[int], deed: Deed) -> list[int]:
    """Give the claims once each in the order of their numbers, in which everybody locks them."""
    wanted = sorted(set(numbers))
    if isinstance(deed, Merge):
        # Whoever marks all of a kind means the one they join as well.
        wanted = [number for number in wanted if number != deed.of] or wanted
    if len(wanted) > MOST:
        raise Refused(f"{len(wanted):,} claims are too many for one step.", f"Take {MOST:,} at most at once.")
    return wanted


@singledispatch
def begin(deed: object, work: UnitOfWork, numbers: Sequence[int]) -> Steps:
    """Begin a step: see to what it needs as a whole, and hold the claims.

    Raises:
        BadInput: a value of it can't be used.
        NotFound: a person, queue or claim that it names is not there.
        Refused: the reviewer may not do it at all.

    """
    raise TypeError(f"{deed!r} can't be done to many claims, {work!r}, {numbers!r}")


@begin.register
def _assign(deed: Assign, work: UnitOfWork, numbers: Sequence[int]) -> Steps:
    person = None if deed.name is None else work.people.named(deed.name)
    if person is None or person.public_id != work.people.me().public_id:
        require(work, Role.EDITOR, "assign claims to others")
    note = storable(deed.note).strip()
    work.hold(numbers)
    return Steps(work.queues.state, lambda number: work.queues.assign(number, person, note))


@begin.register
def _retag(deed: Retag, work: UnitOfWork, numbers: Sequence[int]) -> Steps:
    added, removed = frozenset(map(parse_tag, deed.added)), frozenset(map(parse_tag, deed.removed))
    if not added ^ removed:
        raise BadInput("There is no tag to set or to take off.", "Name one, such as: harbour.")
    work.hold(numbers)
    work.tags.know(numbers)

    def check(number: int) -> None:
        if len((work.tags.of(number) | added) - removed) > MOST_TAGS:
            raise Refused(f"C-{number} would have more than {MOST_TAGS} tags.", "Take some off first.")

    return Steps(check, lambda number: work.tags.set(number, added - removed, removed - added))


@begin.register
def _set_aside(deed: SetAside, work: UnitOfWork, numbers: Sequence[int]) -> Steps:
    note = reviewing.skip_note(deed.reason, deed.note)
    work.hold(numbers)
    work.queues.know(numbers)

    def check(number: int) -> None:
        work.leases.check(number, None)
        after(work.queues.state(number), Step.SKIP)

    def write(number: int) -> None:
        reviewing.settle(work, number, reviewing.write_skip(work, number, deed.reason, note), DraftField.SKIP)

    return Steps(check, write)


@begin.register
def _put(deed: Put, work: UnitOfWork, numbers: Sequence[int]) -> Steps:
    work.queues.named(deed.queue)
    if deed.leaves:
        work.queues.named(deed.leaves)
    work.hold(numbers)
    work.queues.know(numbers)

    def write(number: int) -> None:
        state = work.queues.state(number)
        work.queues.put(number, deed.queue)
        if deed.leaves not in {"", deed.queue} and work.queues.has_place(number, deed.leaves):
            work.queues.withdraw(number, deed.leaves)
        if state is ClaimState.DUPLICATE:
            work.editing.unmark_duplicate(number)
        if allows(state, Step.QUEUE):
            work.queues.set_state(number, after(state, Step.QUEUE))

    return Steps(work.queues.state, write)


@begin.register
def _take_out(deed: TakeOut, work: UnitOfWork, numbers: Sequence[int]) -> Steps:
    work.queues.named(deed.queue)
    work.hold(numbers)
    work.queues.know(numbers)
    return Steps(
        lambda number: work.queues.check_place(number, deed.queue),
        lambda number: work.queues.withdraw(number, deed.queue),
    )


@begin.register
def _postpone(deed: Postpone, work: UnitOfWork, numbers: Sequence[int]) -> Steps:
    if deed.until is not None and deed.until <= work.now:
        raise BadInput("That time has passed.", "Give a later one.")
    work.hold(numbers)

    def write(number: int) -> None:
        work.queues.postpone(number, deed.until)
        work.leases.release(number)

    return Steps(lambda number: work.leases.check(number, None), write)


@begin.register
def _press(deed: Press, work: UnitOfWork, numbers: Sequence[int]) -> Steps:
    if deed == Press():
        raise BadInput("There is nothing to set.", "Give a priority, a deadline, a demand, the legal flag or a kind.")
    if deed.demand is not None:
        ordering.check_demand(deed.demand)
    work.hold(numbers)
    work.queues.know(numbers)
    given = {name: getattr(deed, name) for name in ("priority", "deadline", "demand", "legal", "kind")}
    changed = {name: value for name, value in given.items() if value is not None}
    changed |= {"deadline": None} if deed.undated else {}
    return Steps(
        work.queues.state, lambda number: work.queues.mark(number, work.queues.marks(number)._replace(**changed))
    )


@begin.register
def _merge(deed: Merge, work: UnitOfWork, numbers: Sequence[int]) -> Steps:
    work.editing.begin()
    work.hold(sorted({*numbers, deed.of}))
    editing.check_original(work, deed.of)
    return Steps(
        lambda number: editing.check_duplicate(work, number, deed.of, None),
        lambda number: editing.write_duplicate(work, number, deed.of),
    )


@begin.register
def _hand_back(deed: HandBack, work: UnitOfWork, numbers: Sequence[int]) -> Steps:  # noqa: ARG001 - it says which
    work.hold(numbers)
    return Steps(lambda number: check_holds(work, number), work.leases.release)


@begin.register
def _sign_off(deed: LintedSignOff, work: UnitOfWork, numbers: Sequence[int]) -> Steps:
    require(work, Role.EDITOR, "sign off")
    note = storable(deed.note).strip()
    work.hold(numbers)
    return Steps(
        lambda number: publishing.check_sign_off(work, number, deed.looked),
        lambda number: publishing.write_sign_off(work, number, note),
    )
