"""A shell that runs commands in this process, in a folder of its own, with a desk of its own."""

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.server_desk import ServerDesk
from workbench.cli.running import run


class Answer(NamedTuple):
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


Shell = Callable[..., Answer]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep everything of the program in one new folder, which is the working folder too."""
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USER", "ada")
    monkeypatch.delenv("WORKBENCH_DATABASE", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def shell(home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Shell:
    """Run a command line, with these bytes on standard input."""
    assert home.is_dir()

    def call(*arguments: str, stdin: bytes = b"") -> Answer:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        code = run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Answer(code, out, err)

    return call


class Team:
    """People at one desk, each with a shell; ada came first and so is its admin, the others are reviewers."""

    def __init__(self, shell: Shell, monkeypatch: pytest.MonkeyPatch, place_for: Callable[[str], str]) -> None:
        self._shell = shell
        self._monkeypatch = monkeypatch
        self._place_for = place_for
        for number in range(1, 5):
            statement = f"The ferry sank {number + 2} times in nine years."
            self.done("ada", "claim", "add", statement, "--claimer", "Inga Holm")

    def __call__(self, who: str, *arguments: str, stdin: bytes = b"") -> Answer:
        self._monkeypatch.setenv("WORKBENCH_REVIEWER", who)
        self._monkeypatch.setenv("WORKBENCH_DATABASE", self._place_for(who))
        return self._shell(*arguments, stdin=stdin)

    def done(self, who: str, *arguments: str, stdin: bytes = b"") -> str:
        """Run a command that has to succeed; give what it printed."""
        answer = self(who, *arguments, stdin=stdin)
        assert answer.code == 0, answer.err
        return answer.out

    def weigh(self, claim: str) -> None:
        """Attach evidence for both sides, which the rules before sign-off ask for."""
        for stance in ("refutes", "supports"):
            self.done("ada", "attach", claim, "--stance", stance, "--note", "The minutes.")

    def json(self, who: str, *arguments: str, stdin: bytes = b"") -> Any:  # noqa: ANN401 - what JSON holds
        """Run a command that has to succeed with ``--json``; give what it printed."""
        return json.loads(self.done(who, *arguments, "--json", stdin=stdin))


@pytest.fixture
def team(shell: Shell, home: Path, fresh_database: Path, monkeypatch: pytest.MonkeyPatch) -> Team:
    """Give a desk in a file with four claims, C-1 to C-4."""
    path = str(shutil.copy(fresh_database, home / "team.sqlite3"))
    return Team(shell, monkeypatch, lambda _: path)


@pytest.fixture
def team_on_server(shell: Shell, server: ServerDesk, monkeypatch: pytest.MonkeyPatch) -> Team:
    """Give a desk on a server with four claims, C-1 to C-4."""
    return Team(shell, monkeypatch, server.place_for)


ARTICLE = """The bridge report

Anna Berg said on Monday that the bridge over the river was closed for 40 days in 2020. "We lost 3 million euros,"
said Berg, the mayor of Nordstadt. The ministry said traffic had fallen by 20 percent since the closure.
"""


@pytest.fixture
def article(home: Path) -> Path:
    """Write a short article."""
    path = home / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path
