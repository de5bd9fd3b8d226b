"""The discussion of a claim, and what waits for a reviewer."""

import re

from claims_db.rows import ClaimSheet
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action, DraftField
from workbench.desk.drafting import settle
from workbench.desk.queueing import sheet
from workbench.desk.workplace import Workplace
from workbench.domain.text import storable
from workbench.errors import BadInput

_MENTION = re.compile(r"(?<![\w@])@([\w.+-]*\w)")


def comment(place: Workplace, number: int, body: str) -> ClaimSheet:
    """Write a comment on a claim; ``@name`` calls a person of the desk."""
    words = storable(body).strip()
    if not words:
        raise BadInput("The comment is empty.", "Write what the others should know.")
    with place.work(Action.COMMENT_WRITTEN) as work:
        write_comment(work, number, words)
        work.reviews.drop_draft(number, DraftField.COMMENT)
    settle(place, number, DraftField.COMMENT)
    return sheet(place, number)


def write_comment(work: UnitOfWork, number: int, words: str) -> None:
    """Write a comment inside a transaction that is under way.

    Raises:
        NotFound: nobody at the desk has a name that is called.

    """
    names = dict.fromkeys(_MENTION.findall(words))
    work.discussion.write(number, words, [work.people.named(name) for name in names])


def resolve(place: Workplace, number: int, position: int) -> ClaimSheet:
    """Mark a comment as dealt with."""
    with place.work(Action.COMMENT_RESOLVED) as work:
        work.discussion.resolve(number, position)
    return sheet(place, number)


def see(place: Workplace, number: int) -> int:
    """Note that the reviewer looked at a claim's discussion; give how many mentions were new."""
    with place.work(Action.MENTION_SEEN) as work:
        return work.discussion.see(number)
