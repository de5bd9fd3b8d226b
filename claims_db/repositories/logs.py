"""The search log, the right-of-reply log and the requests for a correction of claims."""

from dataclasses import dataclass

from sqlalchemy import select

from claims_db.errors import NotFound
from claims_db.report_vocabulary import RequestOutcome
from claims_db.repositories.writing import Writing, key
from claims_db.tables import METADATA, CorrectionRequest, ReplyRequest, SearchEntry

_ENTRY = METADATA.tables["search_entry"].c


@dataclass(frozen=True)
class NewSearchEntry:
    """Where somebody looked, with what words, when, and what they found; empty where nothing was."""

    place: str
    words: str
    found: str
    searched_at: int


@dataclass(frozen=True)
class NewReplyRequest:
    """Whom somebody asked, how, what, when, and until when they may answer."""

    asked: str
    channel: str
    question: str
    asked_at: int
    deadline: int | None


@dataclass(frozen=True)
class NewCorrectionRequest:
    """Whom somebody asked to correct what, where it stands, how, when, and until when they may answer."""

    asked: str
    outlet: str
    url: str
    channel: str
    request: str
    asked_at: int
    deadline: int | None


@dataclass(frozen=True)
class RequestAnswer:
    """What came of a request for a correction, when, where that can be read, and whether reports tell of it."""

    outcome: RequestOutcome
    outcome_at: int
    outcome_url: str
    note: str
    printed: bool


class Logs:
    """Writes of what was done to find out about a claim."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def looked(self, number: int, new: NewSearchEntry) -> None:
        """Write where somebody looked; the last line, sent again, is one."""
        claim = key(self._writing.claim(number))
        mine = SearchEntry(
            claim_id=claim,
            reviewer_id=self._writing.reviewer_id,
            place=new.place,
            words=new.words,
            found=new.found,
            searched_at=new.searched_at,
        )
        last = self._writing.session.scalars(
            select(SearchEntry)
            .where(_ENTRY.claim_id == claim, _ENTRY.retracted_at.is_(None))
            .order_by(_ENTRY.id.desc())
            .limit(1)
        ).first()
        if last is None or _said(last) != _said(mine):
            self._writing.add(mine)

    def asked(self, number: int, new: NewReplyRequest) -> None:
        """Write who was asked for a reply."""
        request = ReplyRequest(
            claim_id=key(self._writing.claim(number)),
            reviewer_id=self._writing.reviewer_id,
            asked=new.asked,
            channel=new.channel,
            question=new.question,
            asked_at=new.asked_at,
            deadline=new.deadline,
        )
        self._writing.add(request)

    def answered(self, number: int, position: int, answer: str, answered_at: int) -> None:
        """Write what somebody answered, in place of what was written down before; ``position`` counts from 1.

        Raises:
            NotFound: the claim has no such request.

        """
        found = self._writing.nth(ReplyRequest, number, position)
        if found is None:
            raise NotFound(
                f"C-{number} has no request for a reply {position}.", "Open the claim to see whom you asked."
            )
        found.answer, found.answered_at = answer, answered_at
        self._writing.session.flush()

    def asked_to_correct(self, number: int, new: NewCorrectionRequest) -> None:
        """Write who was asked to correct what they published."""
        claim = key(self._writing.claim(number))
        request = CorrectionRequest(claim_id=claim, reviewer_id=self._writing.reviewer_id, **vars(new))
        self._writing.add(request)

    def corrected(self, number: int, position: int, answer: RequestAnswer) -> None:
        """Write what came of a request, in place of what was written down before; ``position`` counts from 1.

        Raises:
            NotFound: the claim has no such request.

        """
        found = self._writing.nth(CorrectionRequest, number, position)
        if found is None:
            raise NotFound(
                f"C-{number} has no request for a correction {position}.", "Open the claim to see whom you asked."
            )
        for name, value in vars(answer).items():
            setattr(found, name, value)
        self._writing.session.flush()


def _said(entry: SearchEntry) -> tuple[object, ...]:
    return entry.reviewer_id, entry.place, entry.words, entry.found
