"""What a desk should be after each verb, in a few lines: claims, leases, verdicts, drafts, undo and redo."""

import json
from collections import Counter
from dataclasses import dataclass, field

from claims_db.errors import Conflict, LeaseLost, NotAllowed, NotFound
from claims_db.vocabulary import Action, DraftField
from claims_db.vocabulary import ClaimState as S
from workbench.errors import Refused

UNHELD = ""

LONGEST = 24 * 60 * 60_000_000
"""A hold that ends later than this was given while a clock was wrong; it binds nobody."""

ADMIN = "ana"
"""Who opened the desk; the others are reviewers."""


@dataclass
class Hold:
    """A lease: who, with which token, until when."""

    holder: str = UNHELD
    token: int = 0
    taken: int = 0
    until: int = 0


@dataclass
class Opinion:
    """A verdict, a skip or a piece of evidence; ``retracted`` is 0 while it stands."""

    claim: int
    who: str
    words: str
    retracted: int = 0


@dataclass
class ModelClaim:
    number: int
    rank: int
    state: S = S.QUEUED
    place: int = 1
    judgements: int = 0
    hold: Hold = field(default_factory=Hold)


@dataclass
class Effect:
    """What can be taken back: the value before and after of each thing that it changed."""

    action: Action
    claim: int
    state: tuple[S, S] | None = None
    place: tuple[int, int] | None = None
    judgements: tuple[int, int] | None = None
    opinion: Opinion | None = None
    detached_at: int = 0


class DeskModel:
    """Says of each verb what it does, or which error it raises."""

    def __init__(self, ranks: dict[int, int]) -> None:
        self.claims = {number: ModelClaim(number, rank, place=number) for number, rank in ranks.items()}
        self.verdicts: list[Opinion] = []
        self.skips: list[Opinion] = []
        self.evidence: list[Opinion] = []
        self.drafts: dict[tuple[str, int, DraftField], str] = {}
        self.journal: Counter[Action] = Counter()
        self.done: dict[str, list[Effect]] = {}
        self.undone: dict[str, list[Effect]] = {}
        self._instant = 1

    def next_for(self, who: str, now: int) -> int | None:
        """Give the claim that the queue hands out: one's own first, else the first free one by rank."""
        waiting = [claim for claim in self.claims.values() if claim.state is S.QUEUED]
        own = [claim for claim in waiting if claim.hold.holder == who and self.live(claim, now)]
        if own:
            return min(own, key=lambda claim: (claim.hold.taken, claim.number)).number
        free = [claim for claim in waiting if claim.place and not self.live(claim, now)]
        return min(free, key=lambda claim: (claim.rank, claim.number)).number if free else None

    @staticmethod
    def live(claim: ModelClaim, now: int) -> bool:
        return claim.hold.holder != UNHELD and now < claim.hold.until <= now + LONGEST

    def take(self, who: str, number: int, now: int, until: int, action: Action = Action.CLAIM_TAKEN) -> None:
        """Hold a claim: one's own live hold is kept with its token."""
        claim = self.claims[number]
        self._nobody_else(who, claim, now)
        if self.live(claim, now):
            claim.hold.until = until
            return
        claim.hold = Hold(who, claim.hold.token + 1, now, until)
        if action is Action.CLAIM_TAKEN:
            self.journal[action] += 1

    def keep(self, who: str, number: int, token: int, until: int) -> None:
        claim = self.claims[number]
        if claim.hold.holder != who or claim.hold.token != token:
            raise LeaseLost("")
        claim.hold.until = until

    def hand_back(self, who: str, number: int) -> None:
        if self.claims[number].hold.holder != who:
            raise Refused("")
        self._release(who, number)
        self.journal[Action.CLAIM_HANDED_BACK] += 1

    def decide(self, who: str, number: int, token: int | None, now: int, action: Action, words: str) -> None:
        """Record a verdict or skip; the hold ends."""
        claim = self.claims[number]
        recorded = action is Action.VERDICT_RECORDED
        field = DraftField.VERDICT if recorded else DraftField.SKIP
        late = self.live(claim, now) and claim.hold.holder != who
        if late or (token is not None and (claim.hold.token, claim.hold.holder) != (token, who)):
            typed = {"rating": "false", "rationale": words} if recorded else {"note": words, "reason": "opinion"}
            self.drafts[who, number, field] = json.dumps(typed)
            raise LeaseLost("")
        if not recorded and claim.state is not S.QUEUED:
            raise Refused("")
        opinion = Opinion(number, who, words)
        (self.verdicts if recorded else self.skips).append(opinion)
        state = S.RECORDED if recorded else S.SKIPPED
        effect = Effect(
            action,
            number,
            (claim.state, state) if state is not claim.state else None,
            (claim.place, 0) if claim.place else None,
            (claim.judgements, claim.judgements + 1) if recorded else None,
            opinion,
        )
        claim.state, claim.place, claim.judgements = state, 0, claim.judgements + recorded
        self._release(claim.hold.holder, number)
        self.drafts.pop((who, number, field), None)
        self._did(who, effect)

    def attach(self, who: str, number: int, words: str) -> None:
        self.evidence.append(Opinion(number, who, words))
        self._did(who, Effect(Action.EVIDENCE_ATTACHED, number, opinion=self.evidence[-1]))

    def detach(self, who: str, at: int) -> None:
        piece = self.evidence[at]
        if piece.retracted:
            raise NotFound("")
        if who not in {piece.who, ADMIN}:
            raise NotAllowed("")
        self._instant += 1
        piece.retracted = self._instant
        self._did(who, Effect(Action.EVIDENCE_DETACHED, piece.claim, opinion=piece, detached_at=self._instant))

    def undo(self, who: str) -> None:
        if not self.done.get(who):
            raise Refused("")
        effect = self.done[who][-1]
        claim, opinion = self.claims[effect.claim], effect.opinion
        self._same(effect.state is None or claim.state is effect.state[1])
        self._same(effect.place is None or claim.place == effect.place[1])
        self._same(effect.judgements is None or claim.judgements == effect.judgements[1])
        self._same(opinion is None or opinion.retracted == effect.detached_at)
        if effect.state is not None:
            claim.state = effect.state[0]
        if effect.place is not None:
            claim.place = effect.place[0]
        if effect.judgements is not None:
            claim.judgements = effect.judgements[0]
        if opinion is not None:
            self._instant += 1
            opinion.retracted = 0 if effect.detached_at else self._instant
        self.undone.setdefault(who, []).append(self.done[who].pop())
        self.journal[Action.UNDONE] += 1

    def redo(self, who: str) -> None:
        if not self.undone.get(who):
            raise Refused("")
        effect = self.undone[who][-1]
        claim, opinion = self.claims[effect.claim], effect.opinion
        self._same(effect.state is None or claim.state is effect.state[0])
        self._same(effect.place is None or claim.place == effect.place[0])
        self._same(effect.judgements is None or claim.judgements == effect.judgements[0])
        self._same(opinion is None or not effect.detached_at or not opinion.retracted)
        if effect.state is not None:
            claim.state = effect.state[1]
        if effect.place is not None:
            claim.place = effect.place[1]
        if effect.judgements is not None:
            claim.judgements = effect.judgements[1]
        if opinion is not None:
            opinion.retracted = effect.detached_at
        self.done.setdefault(who, []).append(self.undone[who].pop())
        self.journal[Action.REDONE] += 1

    def _did(self, who: str, effect: Effect) -> None:
        self.done.setdefault(who, []).append(effect)
        self.undone[who] = []
        self.journal[effect.action] += 1

    def _release(self, who: str, number: int) -> None:
        hold = self.claims[number].hold
        if hold.holder == who != UNHELD:
            hold.holder, hold.until, hold.token = UNHELD, 0, hold.token + 1

    def _nobody_else(self, who: str, claim: ModelClaim, now: int) -> None:
        if self.live(claim, now) and claim.hold.holder != who:
            raise LeaseLost("")

    @staticmethod
    def _same(same: bool) -> None:
        if not same:
            raise Conflict("")
