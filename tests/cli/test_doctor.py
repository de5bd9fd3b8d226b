"""``workbench doctor`` looks at everything, changes nothing, and says what to do."""

import json
import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest

from claims_db import network_files
from tests.cli.conftest import Shell
from tests.keys_to_seal import age_key
from workbench.desk.care.checks import State
from workbench.desk.care.machine import sqlite_library
from workbench.errors import ExitCode


def checks(shell: Shell, *options: str) -> dict[str, dict[str, str]]:
    return {check["name"]: check for check in json.loads(shell("doctor", *options, "--json").out)}


@pytest.fixture
def desk(shell: Shell, article: Path, home: Path) -> Path:
    assert shell("add", article).code == 0
    return home / "home" / "desk.sqlite3"


def change(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_machine_without_a_desk_is_fine_and_stays_as_it_is(shell: Shell, home: Path) -> None:
    before = sorted(home.iterdir())
    answer = shell("doctor")
    assert answer.code == 0
    assert answer.err == ""
    assert sorted(home.iterdir()) == before
    found = checks(shell)
    assert {check["state"] for check in found.values()} == {"ok"}
    assert "none at" in found["desk"]["found"]


def test_a_desk_in_order_is_told_so(shell: Shell, desk: Path) -> None:
    content = desk.read_bytes()
    answer = shell("doctor")
    assert answer.code == 0
    found = checks(shell)
    assert {name for name, check in found.items() if check["state"] != "ok"} <= {"clock"}
    assert "SQLite 3." in found["SQLite"]["found"]
    assert "textual 8" in found["packages"]["found"]
    assert "entries fit, head" in found["journal"]["found"]
    assert found["pages"]["state"] == "ok"
    assert "MiB free" in found["free space"]["found"]
    assert str(desk) in found["setting database"]["found"]
    assert desk.read_bytes() == content


def test_sealing_is_tried(shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, other = age_key(home, "key"), age_key(home, "other")
    assert "sealing" not in checks(shell)
    for recipients, state, words in (
        (f"{key.recipient},{other.recipient}", "ok", "age seals for 2 keys, one of them yours"),
        (other.recipient, "look", "you can't open it"),
        ("age1" + "q" * 58, "wrong", "malformed recipient"),
    ):
        for name, value in (("SEAL", "age"), ("SEAL_TO", recipients), ("SEAL_IDENTITY", key.identity)):
            monkeypatch.setenv(f"WORKBENCH_{name}", value)
        found = checks(shell)["sealing"]
        assert found["state"] == state
        assert words in found["found"]


def test_settings_are_told_with_their_origin(shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "home").mkdir(mode=0o700)
    (home / "home" / "settings.toml").write_text('reviewer = "Ana"\n[keys]\ntake-next = "n"\n')
    monkeypatch.setenv("WORKBENCH_LEASE_MINUTES", "5")
    found = checks(shell, "--database", "postgresql://ana:secret@nowhere.invalid/desk")
    assert found["setting reviewer"]["found"] == "Ana (the settings file)"
    assert found["setting lease_minutes"]["found"] == "5 (the environment variable WORKBENCH_LEASE_MINUTES)"
    assert found["setting theme"]["found"] == "dark (the default)"
    assert found["setting keys"]["found"] == "take-next = n (the settings file)"
    assert found["setting database"]["found"].endswith("(the command line)")
    assert "secret" not in json.dumps(found)


@pytest.mark.parametrize(
    ("lines", "name", "words"),
    [
        ('theme = "textual-drak"', "theme", "textual-dark"),
        ('[keys]\ntake-nxt = "n"', "keys", "take-next"),
        ('[keys]\ntake-next = "a"', "keys", "Give one of them another key"),
        ('keymap = "emcas"', "keys", "emacs"),
        ('reveiwer = "x"', "settings", "reviewer"),
        ("reviewer = ", "settings", "Mend it"),
    ],
)
def test_settings_that_can_not_be_used_are_wrong(shell: Shell, home: Path, lines: str, name: str, words: str) -> None:
    (home / "home").mkdir(mode=0o700)
    (home / "home" / "settings.toml").write_text(lines)
    answer = shell("doctor")
    assert answer.code == ExitCode.FAILED
    assert f"{name}: " in answer.err
    assert words in answer.err
    assert checks(shell)[name]["state"] == "wrong"


def test_tampering_damage_and_another_program_are_wrong(shell: Shell, desk: Path) -> None:
    change(desk, "UPDATE claim SET statement = 'x' WHERE number = 2")
    assert "C-2" in checks(shell)["journal"]["found"]
    assert shell("doctor").code == ExitCode.FAILED
    change(desk, "DELETE FROM claimer")
    assert checks(shell)["pages"]["state"] == "wrong"
    content = desk.read_bytes()
    desk.write_bytes(content[:4096] + b"\xa5" * 40_960 + content[45_056:])
    assert shell("doctor").code == ExitCode.FAILED
    assert "wrong" in {check["state"] for check in checks(shell).values()}
    desk.write_bytes(b"notes " * 1000)
    assert "not a SQLite database" in checks(shell)["desk"]["found"]
    desk.write_bytes(content)
    change(desk, "PRAGMA application_id = 7")
    assert "another program" in checks(shell)["desk"]["found"]


def test_a_newer_desk_is_wrong(shell: Shell, desk: Path) -> None:
    change(desk, "UPDATE alembic_version SET version_num = '9999'")
    found = checks(shell)["desk"]
    assert found["state"] == "wrong"
    assert "pip install" in found["advice"]


def test_a_desk_that_others_can_read_is_worth_a_look(shell: Shell, desk: Path) -> None:
    desk.parent.chmod(0o755)
    desk.chmod(0o644)
    answer = shell("doctor")
    assert answer.code == 0
    assert "chmod o-rwx" in answer.err
    found = checks(shell)
    assert found["data folder"]["state"] == found["desk file"]["state"] == "look"


def test_a_network_file_system_is_wrong(
    shell: Shell, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "mounts"
    table.write_text(f"server:/ {desk.parent} nfs4 rw 0 0\n")
    monkeypatch.setattr(network_files, "MOUNTS", table)
    found = checks(shell)
    assert found["file system"]["state"] == found["desk"]["state"] == "wrong"
    assert "nfs4" in found["desk"]["found"]
    assert "nfs4" in shell("list").err


@pytest.mark.parametrize(
    ("release", "people", "state"),
    [
        ((3, 40, 1), 1, State.OK),
        ((3, 40, 1), 2, State.LOOK),
        ((3, 44, 5), 2, State.LOOK),
        ((3, 44, 6), 2, State.OK),
        ((3, 45, 9), 2, State.LOOK),
        ((3, 50, 7), 2, State.OK),
        ((3, 51, 2), 2, State.LOOK),
        ((3, 51, 3), 2, State.OK),
        ((4, 0, 0), 2, State.OK),
    ],
)
def test_a_sqlite_with_the_fault_of_its_log_matters_to_several_writers(
    release: tuple[int, ...], people: int, state: State
) -> None:
    check = sqlite_library(release, people)
    assert check.state is state
    assert ("damage" in check.found) is (state is State.LOOK)


def test_little_room_is_said(shell: Shell, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert desk.is_file()
    for free, state in ((10**6, "wrong"), (10**8, "look"), (10**12, "ok")):
        monkeypatch.setattr("shutil.disk_usage", lambda _, free=free: SimpleNamespace(free=free))
        assert checks(shell)["free space"]["state"] == state
