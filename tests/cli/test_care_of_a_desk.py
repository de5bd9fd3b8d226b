"""``verify``, ``backup`` and ``restore``: whatever happens meanwhile, a copy is whole or not there."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Answer, Shell
from tests.cli.test_failing import assert_complaint
from workbench.errors import ExitCode

ROOT = Path(__file__).parents[2]


@pytest.fixture
def desk(shell: Shell, article: Path, home: Path) -> Path:
    """Give the file of a desk with claims in it."""
    assert shell("add", article).code == 0
    return home / "home" / "desk.sqlite3"


def head_of(answer: Answer) -> str:
    found = re.search(r"\b\d+:[0-9a-f]{64}\b", answer.out)
    assert found
    return found.group()


@pytest.fixture
def other_program(desk: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(desk, isolation_level=None)
    yield connection
    connection.close()


def test_a_desk_that_fits_is_verified_and_its_head_can_be_noted(shell: Shell, desk: Path) -> None:
    answer = shell("verify")
    assert answer.code == 0
    assert "entries hashed" in answer.out
    assert "rows" in answer.out
    noted = head_of(answer)
    assert "--expect" in answer.err
    shell("claim", "add", "It rained.")
    assert shell("verify", "--expect", noted).code == 0
    assert head_of(shell("verify")) != noted
    assert desk.is_file()


def test_verifying_tells_programs_as_much(shell: Shell, desk: Path) -> None:
    answer = shell("verify", "--json")
    found = json.loads(answer.out)
    assert found["misfits"] == []
    assert found["expected"] is None
    assert found["entries"] == found["head"]["sequence"] > 10
    assert found["rows"] > 10
    assert found["verified_at"].endswith("Z")
    assert f"{found['head']['sequence']}:{found['head']['hash']}" == head_of(shell("verify"))
    assert desk.is_file()


def test_another_desk_does_not_have_the_noted_entry(shell: Shell, desk: Path) -> None:
    noted = head_of(shell("verify"))
    sequence, _, digest = noted.partition(":")
    for wrong in (f"{sequence}:{digest[:-1]}{'0' if digest[-1] != '0' else '1'}", f"{int(sequence) + 1}:{digest}"):
        answer = shell("verify", "--expect", wrong)
        assert answer.code == ExitCode.FAILED
        assert f"journal entry {wrong.partition(':')[0]}" in answer.out
    for nonsense in ("", "7", "7:abc", f"x:{digest}"):
        assert_complaint(shell("verify", "--expect", nonsense), ExitCode.BAD_INPUT, "SEQUENCE:HASH")
    assert desk.is_file()


def test_tampering_is_named_as_people_call_it(shell: Shell, desk: Path, other_program: sqlite3.Connection) -> None:
    other_program.execute("UPDATE claim SET statement = 'Nothing was lost.' WHERE number = 2")
    other_program.execute("UPDATE article SET title = 'Another'")
    other_program.execute("UPDATE appearance SET exact = 'x' WHERE claim_id = (SELECT id FROM claim WHERE number = 1)")
    answer = shell("verify")
    assert answer.code == ExitCode.FAILED
    named = {line.split("  ")[0]: line for line in answer.out.splitlines()}
    assert "claim " in named["C-2"]
    assert "article " in named["A-1"]
    assert "appearance " in named["C-1"]
    assert "3 misfits" in answer.err
    misfits = json.loads(shell("verify", "--json").out)["misfits"]
    assert {misfit["reference"] for misfit in misfits} == {"C-2", "A-1", "C-1"}
    assert desk.is_file()


def test_an_entry_that_was_changed_is_named(shell: Shell, other_program: sqlite3.Connection) -> None:
    other_program.execute("DROP TRIGGER journal_no_update")
    other_program.execute("UPDATE journal SET actor = 'somebody else' WHERE sequence = 5")
    answer = shell("verify")
    assert answer.code == ExitCode.FAILED
    assert "journal entry 5" in answer.out


def test_verifying_makes_no_desk(shell: Shell, home: Path) -> None:
    assert_complaint(shell("verify"), ExitCode.DATABASE, "no database")
    assert not (home / "home" / "desk.sqlite3").exists()
    assert_complaint(shell("backup"), ExitCode.DATABASE, "no database")
    (home / "empty.db").touch()
    assert_complaint(shell("verify", "--database", "empty.db"), ExitCode.DATABASE, "no desk")


def test_a_backup_is_one_private_file_that_holds_what_the_desk_holds(shell: Shell, desk: Path, home: Path) -> None:
    held = sqlite3.connect(desk)
    held.execute("SELECT count(*) FROM claim").fetchone()
    shell("claim", "add", "This stands in the log alone.")
    assert desk.with_name("desk.sqlite3-wal").stat().st_size
    answer = shell("backup")
    held.close()
    assert answer.code == 0
    (copy,) = home.glob("*.sqlite3")
    assert re.fullmatch(r"desk-\d{8}T\d{6}Z\.sqlite3", copy.name)
    assert copy.name in answer.out
    assert copy.stat().st_mode & 0o777 == 0o600
    assert sorted(home.glob("desk-*")) == [copy]
    assert list(home.glob(".workbench*")) == []
    assert head_of(answer) == head_of(shell("verify"))
    assert shell("list", "--database", copy, "--json").out == shell("list", "--json").out


def test_a_backup_replaces_nothing_unless_it_is_told_to(shell: Shell, desk: Path, home: Path) -> None:
    (home / "mine.db").write_text("mine")
    assert_complaint(shell("backup", "mine.db"), ExitCode.CONFLICT, "mine.db", "--force")
    assert (home / "mine.db").read_text() == "mine"
    assert shell("backup", "mine.db", "--force").code == 0
    assert shell("verify", "--database", "mine.db").code == 0
    assert_complaint(shell("backup", desk, "--force"), ExitCode.CONFLICT, "the desk itself")
    assert shell("verify").code == 0


def test_a_device_or_a_pipe_is_never_replaced_by_a_file(shell: Shell, desk: Path, home: Path) -> None:
    os.mkfifo(home / "pipe")
    assert_complaint(shell("backup", "pipe", "--force"), ExitCode.CONFLICT, "no file")
    assert shell("backup", "copy.db").code == ExitCode.OK
    assert_complaint(shell("--database", "pipe", "restore", "copy.db", "--force"), ExitCode.DATABASE, "no file")
    assert (home / "pipe").is_fifo()
    assert desk.is_file()


def test_a_backup_while_others_write_holds_one_state(
    shell: Shell, desk: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claims_db.backups._PAGES", 1)
    before = head_of(shell("verify"))
    program = (
        "import sys\nfrom workbench.cli.running import run\n"
        "for number in range(40):\n"
        "    run(['claim', 'add', f'It rained {number} times.'])\n"
        "    print(number, flush=True)\n"
    )
    writer = subprocess.Popen(
        [sys.executable, "-c", program],
        env=os.environ | {"WORKBENCH_HOME": str(home / "home"), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert writer.stdout is not None
    writer.stdout.readline()
    writer.stdout.readline()
    answers = [shell("backup", f"{number}.db") for number in range(3)]
    writer.communicate()
    assert [answer.code for answer in answers] == [0, 0, 0]
    for number, answer in enumerate(answers):
        assert shell("verify", "--database", f"{number}.db", "--expect", head_of(answer)).code == 0
        assert shell("verify", "--expect", head_of(answer)).code == 0
        assert head_of(answer) != before
    assert desk.is_file()


@pytest.mark.parametrize("failing", ["fsync", "replace", "link"])
def test_a_disk_that_fails_leaves_no_half_file(
    shell: Shell, desk: Path, home: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    (home / "old.db").write_text("old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(f"os.{failing}", fail)
    if failing == "link":
        monkeypatch.setattr("os.rename", fail)
    new = shell("backup", "new.db")
    old = shell("backup", "old.db", "--force")
    monkeypatch.undo()
    for answer, touched in ((new, failing != "replace"), (old, failing != "link")):
        if touched:
            assert_complaint(answer, ExitCode.DATABASE, "Input/output error")
    assert (home / "new.db").exists() is (failing == "replace")
    assert ((home / "old.db").read_bytes() == b"old") is (failing != "link")
    assert list(home.glob(".workbench*")) == []
    assert desk.is_file()


def test_a_full_disk_leaves_no_half_file(desk: Path, home: Path) -> None:
    program = (
        "import resource, sys\nfrom workbench.cli.running import run\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))\n"
        "sys.exit(run(['backup', 'copy.db']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"WORKBENCH_HOME": str(home / "home"), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == ExitCode.DATABASE
    assert "copy.db can't be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (home / "copy.db").exists()
    assert list(home.glob(".workbench*")) == []
    assert desk.stat().st_size > 65536


def test_a_desk_that_does_not_fit_is_copied_as_it_is(shell: Shell, other_program: sqlite3.Connection) -> None:
    other_program.execute("UPDATE claim SET statement = 'Nothing was lost.' WHERE number = 2")
    answer = shell("backup", "copy.db")
    assert answer.code == ExitCode.FAILED
    assert "C-2" in answer.out
    assert "C-2" in shell("verify", "--database", "copy.db").out


def damaged(content: bytes) -> bytes:
    return content[:4096] + b"\xa5" * 40_960 + content[45_056:]


def test_a_damaged_desk_is_not_copied(shell: Shell, desk: Path, home: Path) -> None:
    desk.write_bytes(damaged(desk.read_bytes()))
    assert_complaint(shell("backup", "copy.db"), ExitCode.DATABASE, str(desk), "damaged")
    assert not (home / "copy.db").exists()
    assert list(home.glob(".workbench*")) == []


def test_a_backup_comes_back(shell: Shell, desk: Path, home: Path) -> None:
    listed = shell("list").out
    head = head_of(shell("backup", "copy.db"))
    desk.unlink()
    answer = shell("restore", "copy.db")
    assert answer.code == 0
    assert head_of(answer) == head
    assert shell("list").out == listed
    assert desk.stat().st_mode & 0o777 == 0o600
    assert (home / "copy.db").is_file()
    shell("claim", "add", "It rained.")
    assert shell("verify", "--expect", head).code == 0


def test_a_desk_is_replaced_only_when_told_and_then_kept(shell: Shell, desk: Path) -> None:
    shell("backup", "copy.db")
    shell("claim", "add", "Later than the backup.")
    later = shell("list").out
    assert_complaint(shell("restore", "copy.db"), ExitCode.CONFLICT, str(desk), "--force")
    assert shell("list").out == later
    answer = shell("restore", "copy.db", "--force", "--json")
    assert answer.code == 0
    kept = Path(json.loads(answer.out)["kept"])
    assert kept.parent == desk.parent
    assert re.fullmatch(r"desk\.replaced-\d{8}T\d{6}Z\.sqlite3", kept.name)
    assert "Later" not in shell("list").out
    assert shell("list", "--database", kept).out == later
    assert shell("verify").code == shell("verify", "--database", kept).code == 0


def test_a_desk_that_is_open_is_not_replaced(shell: Shell, other_program: sqlite3.Connection, desk: Path) -> None:
    other_program.execute("SELECT count(*) FROM claim").fetchone()
    shell("backup", "copy.db")
    before = shell("list").out
    assert_complaint(shell("restore", "copy.db", "--force"), ExitCode.DATABASE, "has the desk", "Close it")
    assert shell("list").out == before
    assert [path for path in desk.parent.iterdir() if "replaced" in path.name] == []
    other_program.close()
    assert shell("restore", "copy.db", "--force").code == 0


def test_the_log_of_a_desk_that_is_gone_is_not_replayed(shell: Shell, desk: Path) -> None:
    shell("backup", "copy.db")
    held = sqlite3.connect(desk)
    held.execute("SELECT count(*) FROM claim").fetchone()
    shell("claim", "add", "This stands in the log alone.")
    log = desk.with_name("desk.sqlite3-wal").read_bytes()
    held.close()
    desk.unlink()
    desk.with_name("desk.sqlite3-wal").write_bytes(log)
    assert shell("restore", "copy.db").code == 0
    assert "log alone" not in shell("list").out
    assert shell("verify").code == 0


def test_a_damaged_desk_is_replaced_and_kept(shell: Shell, desk: Path) -> None:
    shell("backup", "copy.db")
    harm = damaged(desk.read_bytes())
    for content in (harm, b"no database at all " * 500, b""):
        desk.write_bytes(content)
        answer = shell("restore", "copy.db", "--force", "--json")
        assert answer.code == 0
        # SQLite may have taken the mark of the log out of the first hundred bytes.
        assert Path(json.loads(answer.out)["kept"]).read_bytes()[100:] == content[100:]
        assert shell("verify").code == 0
        Path(json.loads(answer.out)["kept"]).unlink()


def change(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda path: path.write_bytes(damaged(path.read_bytes())), "damaged"),
        (lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]), "damaged"),
        (lambda path: path.write_bytes(b"notes " * 1000), "not a SQLite database"),
        (lambda path: path.write_bytes(b""), "another program"),
        (lambda path: path.unlink(), "no file"),
        (lambda path: change(path, "UPDATE alembic_version SET version_num = '9999'"), "newer version"),
        (lambda path: change(path, "PRAGMA application_id = 7"), "another program"),
        (lambda path: change(path, "DELETE FROM claimer"), "points to a row"),
    ],
)
def test_a_bad_backup_is_refused_and_the_desk_stays(
    shell: Shell, desk: Path, home: Path, harm: object, words: str
) -> None:
    shell("backup", "copy.db")
    before = shell("list").out
    harm(home / "copy.db")  # type: ignore[operator]
    assert_complaint(shell("restore", "copy.db", "--force"), ExitCode.DATABASE, "copy.db", words)
    assert shell("list").out == before
    assert sorted(path.name for path in desk.parent.glob("*desk*")) == ["desk.sqlite3"]


def test_a_restore_that_fails_leaves_the_desk(shell: Shell, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shell("backup", "copy.db")
    before = shell("list").out

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    for name in ("replace", "fsync", "link"):
        monkeypatch.setattr(f"os.{name}", fail)
        if name == "link":
            monkeypatch.setattr("os.rename", fail)
        answer = shell("restore", "copy.db", "--force")
        monkeypatch.undo()
        assert_complaint(answer, ExitCode.DATABASE, "No space left")
        monkeypatch.setenv("WORKBENCH_HOME", str(desk.parent))
        monkeypatch.chdir(desk.parent.parent)
        assert shell("list").out == before
        assert sorted(path.name for path in desk.parent.glob("*desk*")) == ["desk.sqlite3"]


def test_a_desk_on_a_server_has_other_backups(shell: Shell) -> None:
    for arguments in (("backup",), ("restore", "copy.db")):
        answer = shell(*arguments, "--database", "postgresql://ana:secret@nowhere/desk")
        assert_complaint(answer, ExitCode.FAILED, "pg_dump")
        assert "secret" not in answer.err


@pytest.mark.parametrize("name", ["", "  ", "a\0b", "x" * 300, "nowhere/copy.db"])
def test_a_name_that_can_be_no_file(shell: Shell, desk: Path, name: str) -> None:
    answer = shell("backup", name)
    assert_complaint(answer, ExitCode.USAGE if not name.strip() else ExitCode.DATABASE)
    assert desk.is_file()
