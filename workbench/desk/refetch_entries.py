"""An article that is taken in again, and what changed in it."""

from typing import NamedTuple

from claims_db.rows import ClaimOfRevision
from workbench.domain.evidence.article_changes import ClaimFate
from workbench.domain.evidence.changes import Change
from workbench.domain.evidence.paragraph_pairs import ParagraphFate


class ParagraphNow(NamedTuple):
    """A paragraph before and after, empty where it is not there, and what was changed in it, by places in the texts."""

    fate: ParagraphFate
    before: str
    now: str
    changes: tuple[Change, ...]


class ClaimNow(NamedTuple):
    """What became of a claim's words; ``reasons`` say why they say something else now, if they do.

    ``place`` is where they stand in the newer text, None where they were taken out.
    """

    claim: ClaimOfRevision
    fate: ClaimFate
    place: tuple[int, int] | None
    before: str
    now: str
    changes: tuple[Change, ...]
    reasons: tuple[str, ...]

    @property
    def touched(self) -> bool:
        """Whether the words are not as they were."""
        return self.fate in {ClaimFate.REWORDED, ClaimFate.REMOVED}


class ArticleDifference(NamedTuple):
    """Two texts of an article set against each other, by the numbers of its revisions."""

    article: int
    older: int
    newer: int
    paragraphs: tuple[ParagraphNow, ...]
    claims: tuple[ClaimNow, ...]

    @property
    def findings(self) -> tuple[ClaimNow, ...]:
        """Claims whose words changed and whose finding was signed off or went out."""
        return tuple(one for one in self.claims if one.touched and one.claim.finding)


class Refetched(NamedTuple):
    """What taking an article in again did; without ``difference`` its text is as it was, and nothing was stored.

    ``new`` are the claims that were made of new words, ``back`` those whose words had left and are there again.
    """

    article: int
    revision: int
    difference: ArticleDifference | None
    new: tuple[int, ...]
    back: tuple[int, ...]
