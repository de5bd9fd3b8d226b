"""What a role may do; on a PostgreSQL server the server itself refuses the rest."""

from claims_db.rows import ReviewerRow
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Role
from workbench.errors import Refused

_RANKS = (Role.REVIEWER, Role.EDITOR, Role.ADMIN)


def require(work: UnitOfWork, role: Role, deed: str) -> ReviewerRow:
    """Give the person who writes, if their role allows the deed.

    Raises:
        Refused: it does not; the message says who can.

    """
    me = work.people.me()
    if _RANKS.index(me.role) < _RANKS.index(role):
        needed = "an admin" if role is Role.ADMIN else "an editor"
        raise Refused(
            f"Only {needed} can {deed}; you are a {me.role.value} of this desk.",
            "'workbench team list' names the people who can.",
        )
    return me
