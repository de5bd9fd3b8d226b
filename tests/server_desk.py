"""A desk on the tests' server, with a login for whoever a test asks for."""

from dataclasses import replace

from sqlalchemy import make_url

from claims_db.engine import Engine, open_engine
from claims_db.migrations.teams import set_up
from claims_db.rows import ReviewerRow, ScaleRow
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action, Role
from tests.postgres_cluster import OWNER, Cluster
from workbench.bootstrap import system_clock, system_id
from workbench.domain.scales import DEFAULT_SCALE
from workbench.settings import Settings


def as_person(settings: Settings, name: str) -> Settings:
    """Give the settings of a person of a desk: the name in a file, the login on a server."""
    if not settings.database.startswith("postgresql"):
        return replace(settings, reviewer=name)
    place = make_url(settings.database).set(username=name)
    return replace(settings, reviewer=name, database=place.render_as_string(hide_password=False))


class ServerDesk:
    """A desk that its keeper, who is no person of the tests, has set up for a team."""

    def __init__(self, cluster: Cluster, name: str) -> None:
        self.cluster, self.name = cluster, name
        self._people: dict[str, ReviewerRow] = {}
        engine = open_engine(self.url())
        set_up(engine)
        engine.dispose()

    def __str__(self) -> str:
        return self.url()

    def url(self, login: str = OWNER) -> str:
        """Give the desk's address for a login."""
        return self.cluster.url(self.name, login)

    def place_for(self, name: str) -> str:
        """Give the desk's address for a person; the first one is its admin, as at a desk in a file."""
        self.person(name)
        return self.url(name)

    def person(self, name: str, role: Role | None = None, scale: ScaleRow = DEFAULT_SCALE) -> ReviewerRow:
        """Give a person of the desk, who joins with a login of that name."""
        if name not in self._people:
            self.cluster.login(name)
            self._people[name] = self._join(name, role or (Role.REVIEWER if self._people else Role.ADMIN), scale)
        return self._people[name]

    def _join(self, name: str, role: Role, scale: ScaleRow) -> ReviewerRow:
        engine = open_engine(self.url())
        try:
            if not self._people:
                self._open(engine, scale)
            with UnitOfWork(engine, Action.REVIEWER_JOINED, "", system_clock, system_id) as work:
                person = work.people.add(name, name, role)
                work.logins.admit(name, role)
            return person
        finally:
            engine.dispose()

    def _open(self, engine: Engine, scale: ScaleRow) -> None:
        with UnitOfWork(engine, Action.DESK_OPENED, system_id(), system_clock, system_id) as work:
            work.people.add("Keeper", OWNER, Role.ADMIN)
            work.people.open_desk("Desk", "UTC", "en", scale)
