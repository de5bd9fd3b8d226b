"""Who is at the desk, and what each may do; on a server, who may connect as well."""

from claims_db import views
from claims_db.rows import ReviewerRow
from claims_db.vocabulary import Action, Role
from workbench.desk.entries import PersonEntry
from workbench.desk.permission import require
from workbench.desk.workplace import Workplace
from workbench.domain.text import printable, storable
from workbench.errors import BadInput, Refused


def people(place: Workplace) -> tuple[ReviewerRow, ...]:
    """List everybody who is or was at the desk."""
    with place.read() as connection:
        return views.people(connection)


def add(place: Workplace, entry: PersonEntry) -> ReviewerRow:
    """Bring a person in, or change the role or login of one who is there; who had left is back."""
    name, login = " ".join(storable(entry.name).split()), storable(entry.login).strip()
    if not name:
        raise BadInput("The person has no name.", "Give the name that the desk shall know them by.")
    known = {person.name: person for person in people(place)}
    before = known.get(name)
    login = login or (before.login if before is not None and before.left_at is None else name)
    _check_login(tuple(known.values()), name, login)
    if entry.role is not Role.ADMIN:
        _keep_an_admin(tuple(known.values()), name)
    with place.work(Action.REVIEWER_CHANGED if before else Action.REVIEWER_JOINED) as work:
        require(work, Role.ADMIN, "change the team")
        if before is not None and before.login != login:
            work.logins.dismiss(before.login)
        work.logins.make(login, entry.password)
        work.logins.admit(login, entry.role)
        return work.people.add(name, login, entry.role)


def remove(place: Workplace, name: str) -> ReviewerRow:
    """Note that a person has left: what they did stays, and they can do nothing more."""
    known = people(place)
    _keep_an_admin(known, name)
    with place.work(Action.REVIEWER_CHANGED) as work:
        require(work, Role.ADMIN, "change the team")
        left = work.people.leave(name)
        work.logins.dismiss(left.login)
    return left


def _check_login(known: tuple[ReviewerRow, ...], name: str, login: str) -> None:
    for person in known:
        if person.login == login and person.name != name and person.left_at is None:
            raise Refused(
                f"The login {printable(login)!r} is {printable(person.name)}'s.", "Give another one with --login."
            )


def _keep_an_admin(known: tuple[ReviewerRow, ...], name: str) -> None:
    admins = {person.name for person in known if person.role is Role.ADMIN and person.left_at is None}
    if admins == {name}:
        raise Refused(
            f"{printable(name)} is the only admin of this desk.", "Make somebody else an admin first: --role admin."
        )
