"""What becomes of claims in a team, in a few lines: verdicts in rounds, second review, sign-off, publication, undo."""

from dataclasses import dataclass, field, replace

from claims_db.errors import Conflict
from claims_db.vocabulary import ClaimState as S
from workbench.errors import Refused

EDITOR = "ana"
"""Who may adjudicate, sign off and publish; the others are reviewers."""

NEEDS_SECOND = "false"
"""The rating that the desk's rule sends to second review."""


@dataclass
class Given:
    """A verdict."""

    who: str
    rating: str
    round: int
    words: str
    retracted: bool = False


@dataclass(frozen=True)
class Standing:
    """What undo compares: where a claim stands, and what was signed off by whom."""

    state: S = S.QUEUED
    round: int = 1
    judgements: int = 0
    finding: tuple[str, str] | None = None


@dataclass
class Step:
    """Something that can be taken back."""

    claim: int
    before: Standing
    after: Standing
    verdict: Given | None = None


@dataclass
class TeamClaim:
    number: int
    standing: Standing = field(default_factory=Standing)
    verdicts: list[Given] = field(default_factory=list)
    published: list[str] = field(default_factory=list)

    def counting(self) -> list[Given]:
        """List the verdicts that count, the earliest first."""
        return [one for one in self.verdicts if one.round == self.standing.round and not one.retracted]

    def latest(self) -> dict[str, Given]:
        return {one.who: one for one in self.counting()}

    def blind_for(self, who: str) -> bool:
        return self.standing.state is S.SECOND_REVIEW and who not in self.latest()

    def visible_to(self, who: str) -> list[str]:
        """Give the words of the verdicts that a person may see, the newest first."""
        blind = self.blind_for(who)
        return [one.words for one in reversed(self.verdicts) if not blind or one.round < self.standing.round]

    def stands_for(self, who: str) -> str:
        """Give the words of the verdict that stands, as a person may know it."""
        counting, state = self.counting(), self.standing.state
        if state is S.ADJUDICATION:
            return ""
        if state is S.SECOND_REVIEW:
            counting = [one for one in counting if one.who == who]
        signed = [one for one in counting if self.standing.finding and one.words == self.standing.finding[0]]
        return (signed or counting)[-1].words if counting else ""


class TeamModel:
    """Says of each verb what it does, or which error it raises."""

    def __init__(self, claims: int) -> None:
        self.claims = {number: TeamClaim(number) for number in range(1, claims + 1)}
        self.done: dict[str, list[Step]] = {}
        self.undone: dict[str, list[Step]] = {}

    def record(self, who: str, number: int, rating: str, words: str) -> None:
        claim = self.claims[number]
        state = claim.standing.state
        if state in {S.SECOND_REVIEW, S.ADJUDICATION}:
            self._stranger(who, claim)
        self._must(state is not S.ADJUDICATION or who == EDITOR)
        self._must(state in {S.QUEUED, S.RECORDED, S.SECOND_REVIEW, S.ADJUDICATION})
        others = {one.rating for name, one in claim.latest().items() if name != who}
        if state is S.ADJUDICATION:
            following = S.RECORDED
        elif others - {rating}:
            following = S.ADJUDICATION
        else:
            following = S.SECOND_REVIEW if rating == NEEDS_SECOND and not others else S.RECORDED
        given = Given(who, rating, claim.standing.round, words)
        claim.verdicts.append(given)
        self._did(who, claim, given, state=following, judgements=claim.standing.judgements + 1)

    def sign_off(self, who: str, number: int) -> None:
        claim = self.claims[number]
        self._must(who == EDITOR)
        self._must(claim.standing.state is S.RECORDED)
        self._sign(who, claim, claim.counting()[-1])

    def adjudicate(self, who: str, number: int, words: str) -> None:
        claim = self.claims[number]
        self._must(who == EDITOR)
        self._must(claim.standing.state is S.ADJUDICATION)
        self._stranger(who, claim)
        self._sign(who, claim, next(one for one in claim.counting() if one.words == words))

    def send_back(self, who: str, number: int) -> None:
        claim = self.claims[number]
        state = claim.standing.state
        self._must(state in {S.RECORDED, S.SECOND_REVIEW, S.ADJUDICATION, S.SIGNED_OFF})
        self._must(state is S.SECOND_REVIEW or who in claim.latest() or who == EDITOR)
        self._did(who, claim, state=S.QUEUED, round=claim.standing.round + 1)

    def publish(self, who: str, number: int) -> None:
        claim = self.claims[number]
        self._must(who == EDITOR)
        self._must(claim.standing.state is S.SIGNED_OFF and not claim.published)
        self._publish(claim, S.PUBLISHED)

    def correct(self, who: str, number: int) -> None:
        claim = self.claims[number]
        self._must(who == EDITOR and bool(claim.published))
        self._must(claim.standing.state in {S.SIGNED_OFF, S.PUBLISHED, S.CORRECTED})
        self._publish(claim, S.CORRECTED)

    def withdraw(self, who: str, number: int) -> None:
        claim = self.claims[number]
        self._must(who == EDITOR and bool(claim.published))
        self._must(claim.standing.state in {S.PUBLISHED, S.CORRECTED})
        self._publish(claim, S.WITHDRAWN)

    def reopen(self, who: str, number: int) -> None:
        claim = self.claims[number]
        self._must(who == EDITOR and bool(claim.published))
        self._must(claim.standing.state in {S.PUBLISHED, S.CORRECTED})
        self._did(who, claim, state=S.QUEUED, round=claim.standing.round + 1)

    def undo(self, who: str) -> None:
        self._must(bool(self.done.get(who)))
        step = self.done[who][-1]
        self._bring(step, step.after, step.before)
        if step.verdict is not None:
            step.verdict.retracted = True
        self.undone.setdefault(who, []).append(self.done[who].pop())

    def redo(self, who: str) -> None:
        self._must(bool(self.undone.get(who)))
        step = self.undone[who][-1]
        self._bring(step, step.before, step.after)
        if step.verdict is not None:
            step.verdict.retracted = False
        self.done.setdefault(who, []).append(self.undone[who].pop())

    def _bring(self, step: Step, current: Standing, wanted: Standing) -> None:
        """Bring back what the step changed, if it is as the step left it."""
        claim = self.claims[step.claim]
        names = [name for name in current.__dataclass_fields__ if getattr(current, name) != getattr(wanted, name)]
        if any(getattr(claim.standing, name) != getattr(current, name) for name in names):
            raise Conflict("")
        claim.standing = replace(claim.standing, **{name: getattr(wanted, name) for name in names})

    def _sign(self, who: str, claim: TeamClaim, chosen: Given) -> None:
        if any(one.who == who and one.rating == chosen.rating for one in claim.counting()):
            raise Conflict("")
        self._did(who, claim, state=S.SIGNED_OFF, finding=(chosen.words, who))

    def _publish(self, claim: TeamClaim, state: S) -> None:
        claim.published.append(claim.stands_for(EDITOR))
        claim.standing = replace(claim.standing, state=state)

    def _did(self, who: str, claim: TeamClaim, verdict: Given | None = None, **changed: object) -> None:
        after = replace(claim.standing, **changed)  # type: ignore[arg-type]
        self.done.setdefault(who, []).append(Step(claim.number, claim.standing, after, verdict))
        self.undone[who] = []
        claim.standing = after

    @staticmethod
    def _stranger(who: str, claim: TeamClaim) -> None:
        TeamModel._must(who not in claim.latest())

    @staticmethod
    def _must(allowed: bool) -> None:
        if not allowed:
            raise Refused("")
