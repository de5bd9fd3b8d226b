"""The claims of a wire copy: what has the same words as a claim of its original is that claim, standing once more."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from claims_db import views
from claims_db.repositories.intake import StoredRevision
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action
from workbench.desk.copies import copies_of
from workbench.desk.copy_entries import Copied, CopyOf, OtherFigures
from workbench.desk.further_text import Standing, difference_of, standing
from workbench.desk.proposing import Proposal
from workbench.desk.refetch_entries import ClaimNow
from workbench.desk.workplace import Workplace
from workbench.domain.amounts import amounts_in
from workbench.domain.evidence.changes import Change, ChangeKind
from workbench.domain.evidence.folding import fold
from workbench.domain.evidence.words import is_word, words_of
from workbench.domain.names import one_name
from workbench.domain.progress import Progress, Stopped
from workbench.domain.references import article_reference
from workbench.errors import Refused, WorkbenchError
from workbench.extraction.candidate import Candidate

_ORIGINALS = 3
"""Of so many articles claims are linked: a copy may have been put together from several."""

_EDGE = 2
"""A mark of quotation or a stop more does not make it another statement."""


class Links(NamedTuple):
    """Claims of one original by its number and revision, and where they stand in the copy."""

    article: int
    revision: int
    standings: tuple[Standing, ...]


@dataclass
class Linking:
    """What of a proposal is linked, and which candidates are left to be claims of their own."""

    candidates: list[Candidate]
    copies: tuple[CopyOf, ...] = ()
    links: list[Links] = field(default_factory=list)
    changed: list[tuple[Candidate, int, tuple[Change, ...]]] = field(default_factory=list)
    unseen: str = ""

    def write(self, work: UnitOfWork, where: StoredRevision) -> None:
        """Link the claims, as a deed of its own that can be taken back.

        Raises:
            Conflict: an original was taken in again meanwhile.
            Refused: a claim was taken back meanwhile.

        """
        if not self.links:
            return
        work.then(Action.CLAIM_LINKED)
        for one in self.links:
            work.articles.revision(one.article, one.revision)
            if len(work.articles.place_again(one.standings, where)) < len(one.standings):
                raise Refused(
                    f"Somebody took back a claim of {article_reference(one.article)} meanwhile.",
                    "Take the article in again; nothing was stored.",
                )

    def copied(self, numbers: Iterable[tuple[Candidate, int]]) -> Copied:
        """Say what was made of the copy; ``numbers`` are those of the new claims."""
        known = list(numbers)
        changed = [
            OtherFigures(number, original, changes)
            for candidate, original, changes in self.changed
            for new, number in known
            if new is candidate
        ]
        linked = sorted(number for one in self.links for number, _, _ in one.standings)
        return Copied(self.copies, tuple(linked), tuple(changed), self.unseen)


def linking(place: Workplace, proposal: Proposal, progress: Progress) -> Linking:
    """Find the articles of which a text is a copy, and the claims of these that stand in it."""
    found = Linking(list(proposal.extraction.candidates))
    try:
        found.copies = copies_of(place, proposal.normalised.text, progress)
    except Stopped:
        raise
    except WorkbenchError as problem:
        # The index can be made anew at any time; the article can't wait for it.
        found.unseen = problem.message
    for copy in found.copies[:_ORIGINALS]:
        _link(place, proposal, copy.article, found)
    return found


def _link(place: Workplace, proposal: Proposal, article: int, found: Linking) -> None:
    with place.read() as connection:
        original = views.revision_text(connection, article)
        claims = views.claims_of_revision(connection, article, original.number)
    taken = [(span.start, span.end) for one in found.links for _, span, _ in one.standings]
    numbers = {number for one in found.links for number, _, _ in one.standings}
    standings = []
    for claim in difference_of(original, 1, proposal.normalised.text, claims).claims:
        if claim.place is None or claim.claim.number in numbers or _overlapped(claim.place, taken):
            continue
        there = [one for one in found.candidates if _overlapped(claim.place, [(one.start, one.end)])]
        if _is_claim(claim, claim.place, there):
            standings.append(standing(claim.claim.number, claim.place, proposal))
            found.candidates = [one for one in found.candidates if one not in there]
        elif any(change.kind is ChangeKind.NUMBER for change in claim.changes) and claim.reasons:
            found.changed += [(one, claim.claim.number, claim.changes) for one in there[:1]]
    if standings:
        found.links.append(Links(article, original.number, tuple(standings)))


def _is_claim(claim: ClaimNow, place: tuple[int, int], there: Sequence[Candidate]) -> bool:
    """Say whether what a copy says in a place is a claim of the original, in its words and by whom it names."""
    same = not claim.reasons and _plain_words(claim.before) == _plain_words(claim.now)
    inside = all(one.start >= place[0] - _EDGE and one.end <= place[1] + _EDGE for one in there)
    return same and inside and all(one_name(claim.claim.claimer, one.claimer) for one in there)


def _plain_words(text: str) -> list[str]:
    """Give the words of a claim with its numbers written one way, and no marks."""
    folded = fold(text).text
    for amount in reversed(amounts_in(folded)):
        folded = f"{folded[: amount.start]} {amount} {folded[amount.end :]}"
    return [key for key in words_of(folded).keys if is_word(key) or key == "%"]


def _overlapped(place: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in spans)
