"""A throw-away PostgreSQL cluster from the installed server, for the tests alone.

It listens on a socket in a temporary folder, trusts everybody who reaches it but the login ``locked``, and never
waits for a disk. PostgreSQL refuses to run as root, so root starts it as somebody else.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
from sqlalchemy import URL

from tests.installed_programs import skip_or_fail

_INSTALLED = Path("/usr/lib/postgresql")
_OPTIONS = (
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off "
    "-c shared_buffers=32MB -c max_connections=60"
)
_DURABLE = "-c shared_buffers=256MB -c max_connections=60"
"""The server's own defaults but for its memory: every commit waits for the disk."""

_ACCESS = "local all locked scram-sha-256\nlocal all all trust\n"
OWNER = "keeper"
"""The login that made the cluster, a superuser; it is nobody's name at a desk."""


class Cluster:
    """One running server."""

    def __init__(self, programs: Path, folder: Path, user: str | None, options: str) -> None:
        self._programs, self._user, self._options = programs, user, options
        self.folder = folder
        self.template = ""

    def initialise(self) -> None:
        """Make the files of the cluster, and start it."""
        self._run("initdb", "--no-locale", "-E", "UTF8", "-N", "-A", "trust", "-U", OWNER, "-D", str(self._files))
        (self._files / "pg_hba.conf").write_text(_ACCESS)
        self.start()

    def start(self) -> None:
        """Start the server; it takes connections afterwards."""
        options = f"-k {self.folder} -c listen_addresses='' {self._options}"
        self._run("pg_ctl", "start", "-w", "-D", str(self._files), "-l", str(self.folder / "log"), "-o", options)

    def stop(self) -> None:
        """Stop the server in the midst of whatever it does."""
        self._run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", str(self._files))

    def url(self, database: str, login: str = OWNER) -> str:
        """Give the address of a database for a login."""
        where = URL.create("postgresql", login, database=database, query={"host": str(self.folder)})
        return where.render_as_string(hide_password=False)

    def connect(self, database: str, login: str = OWNER) -> "psycopg.Connection[tuple[object, ...]]":
        """Connect past the program, every statement a transaction of its own."""
        return psycopg.connect(host=str(self.folder), user=login, dbname=database, autocommit=True)

    def execute(self, *statements: str, database: str = "postgres") -> None:
        """Run statements as the owner of the cluster."""
        with self.connect(database) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def login(self, name: str) -> None:
        """Make a login, where there is none."""
        with self.connect("postgres") as connection:
            if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone() is None:
                connection.execute(f'CREATE ROLE "{name}" LOGIN'.encode())

    @contextmanager
    def database(self, name: str, template: str = "template0") -> Iterator[str]:
        """Make a database, and drop it afterwards with whoever is connected."""
        self.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy')
        try:
            yield name
        finally:
            self.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    @property
    def _files(self) -> Path:
        return self.folder / "files"

    def _run(self, program: str, *arguments: str) -> None:
        command: Sequence[str] = (str(self._programs / program), *arguments)
        environment = {"LC_ALL": "C", "PATH": os.environ.get("PATH", "")}
        done = subprocess.run(
            command,
            user=self._user,
            group=None if self._user is None else pwd.getpwnam(self._user).pw_gid,
            extra_groups=None if self._user is None else [],
            env=environment,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # a pipe would stay open as long as the server runs
            stderr=subprocess.DEVNULL,
            check=False,
        )
        if done.returncode:
            log = self.folder / "log"
            raise RuntimeError(f"{program} failed:\n{log.read_text() if log.exists() else ''}")


@contextmanager
def running_cluster(*, durable: bool = False) -> Iterator[Cluster]:
    """Give a cluster for the tests of this process; skip the test where no server is installed.

    A ``durable`` one waits for the disk as a desk's server would, for measuring.
    """
    programs = installed()
    if programs is None:
        skip_or_fail("no PostgreSQL server is installed (its programs initdb and pg_ctl were not found)")
    user = _unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="wbpg", dir="/tmp"))
    if user is not None:
        os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
    cluster = Cluster(programs, folder, user, _DURABLE if durable else _OPTIONS)
    try:
        cluster.initialise()
        yield cluster
    finally:
        # One that went down by itself is gone as well; what a test made of that, the test has said.
        with suppress(RuntimeError):
            cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


def installed() -> Path | None:
    """Find the newest server's programs."""
    found = sorted(_INSTALLED.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]), reverse=True)
    if found:
        return found[0].parent
    elsewhere = shutil.which("initdb")
    return None if elsewhere is None else Path(elsewhere).resolve().parent


def _unprivileged() -> str | None:
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"
