"""What several tests need: a clock and ids that tests control, a desk on a fresh database, the hostile inputs."""

import compileall
import itertools
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from claims_db.engine import open_engine
from claims_db.migrations.runner import migrate
from tests.postgres_cluster import Cluster, running_cluster
from tests.server_desk import ServerDesk
from workbench.bootstrap import open_desk
from workbench.desk.desk import Desk
from workbench.domain.public_ids import uuid7
from workbench.locations import Locations
from workbench.settings import Settings


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the tests of processes at one desk run longer than in the suite."""
    parser.addoption("--processes", type=int, default=4, help="processes that work at one desk at once")
    parser.addoption("--turns", type=int, default=15, help="claims that each of these processes takes")
    parser.addoption("--kills", type=int, default=20, help="how often a working process is killed")


def pytest_configure(config: pytest.Config) -> None:
    """Compile the packages once, as pip does, so that no program that a test starts compiles them again."""
    if not hasattr(config, "workerinput"):
        for package in ("claims_db", "workbench"):
            compileall.compile_dir(Path(__file__).parents[1] / package, quiet=2)


START = 1_700_000_000_000_000
"""The instant at which test clocks start."""

MINUTE = 60_000_000


@dataclass
class Clock:
    """A clock that moves by a millisecond at each look, and by as much as a test says."""

    now: int = START

    def __call__(self) -> int:
        self.now += 1_000
        return self.now

    def pass_minutes(self, minutes: int) -> None:
        self.now += minutes * MINUTE


@dataclass
class Ids:
    """Public ids in a fixed order."""

    counter: Iterator[int] = field(default_factory=itertools.count)

    def __call__(self) -> str:
        number = next(self.counter)
        return uuid7(START + number * 1_000, number.to_bytes(10, "big"))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def fresh_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a database that was just made; tests copy it, which is faster than making one each."""
    path = tmp_path_factory.mktemp("fresh") / "fresh.sqlite3"
    engine = open_engine(str(path))
    migrate(engine)
    engine.dispose()
    return path


@pytest.fixture
def database(tmp_path: Path, fresh_database: Path) -> Path:
    path = tmp_path / "desk.sqlite3"
    shutil.copy(fresh_database, path)
    return path


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """Give a PostgreSQL server of this process's own, started when the first test asks for it."""
    with running_cluster() as running:
        yield running


@pytest.fixture(scope="session")
def fresh_server_database(cluster: Cluster) -> Iterator[str]:
    """Give a database on the server that was just made; tests copy it."""
    with cluster.database("fresh") as name:
        engine = open_engine(cluster.url(name))
        migrate(engine)
        engine.dispose()
        yield name


@pytest.fixture
def server(cluster: Cluster, fresh_server_database: str) -> Iterator[ServerDesk]:
    """Give a desk on a server, set up for a team."""
    with cluster.database("desk", fresh_server_database) as name:
        yield ServerDesk(cluster, name)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the tests of the store and of the desk on both kinds of database, but for those about files."""
    about_files = "database" in metafunc.fixturenames or metafunc.definition.get_closest_marker("files_only")
    on_both = Path(metafunc.module.__file__ or "").parent.name in {"desk", "claims_db"}
    if "database_kind" in metafunc.fixturenames and on_both and not about_files:
        metafunc.parametrize("database_kind", ["sqlite", "postgresql"])


@pytest.fixture
def database_kind() -> str:
    """Say which kind of database the test runs on."""
    return "sqlite"


@pytest.fixture
def settings(tmp_path: Path, database_kind: str, request: pytest.FixtureRequest) -> Settings:
    folders = Locations(tmp_path / "config", tmp_path / "data", tmp_path / "cache", tmp_path / "log")
    place = request.getfixturevalue("database" if database_kind == "sqlite" else "server")
    return Settings(
        database=str(place),
        reviewer="ana",
        theme="textual-dark",
        editor="",
        lease_minutes=30,
        keys=(),
        folders=folders,
        exports=tmp_path / "exports",
    )


OpenDesk = Callable[..., Desk]


@pytest.fixture
def open_as(settings: Settings, clock: Clock, database_kind: str, request: pytest.FixtureRequest) -> Iterator[OpenDesk]:
    """Open the test's desk as somebody; all desks are closed at the end."""
    from dataclasses import replace

    ids = Ids()
    opened: list[Desk] = []

    def open_one(reviewer: str = "ana") -> Desk:
        chosen = replace(settings, reviewer=reviewer)
        if database_kind == "postgresql":
            chosen = replace(chosen, database=request.getfixturevalue("server").place_for(reviewer))
        desk = open_desk(chosen, clock=clock, new_id=ids)
        opened.append(desk)
        return desk

    yield open_one
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(open_as: OpenDesk) -> Desk:
    return open_as()


ARTICLE = """Harbour town raises ferry prices

The island council raised ferry prices by 12% in March, Mayor Inga Holm said on Monday. It was the first increase in nine years, she added.

"We carried 48,000 passengers last winter," said Jonas Berg, the head of the ferry company.

The council did not respond to a request for comment.

Who would not love the sea?
"""
"""A short article with known claims."""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@dataclass(frozen=True)
class Hostile:
    id: str
    database_kind: str
    payload: object


def hostile(*kinds: str) -> list[Hostile]:
    """Give the hostile inputs of these kinds."""
    rows = (
        json.loads(line) for line in (Path(__file__).parent / "hostile_inputs.jsonl").read_text("utf-8").splitlines()
    )
    return [Hostile(row["id"], row["kind"], row["payload"]) for row in rows if row["kind"] in kinds]
