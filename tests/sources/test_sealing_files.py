"""Sealed files are encrypted by the real programs, opened by their keys alone, and never lost on the way."""

import hashlib
import itertools
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from unittest import mock

import pytest

from tests.faults import failing_file
from tests.keys_to_seal import AgeKey, GpgHome, age_key, gpg_home
from workbench.errors import WorkbenchError
from workbench.sources.capture.kept_files import BlobDamaged, BlobMissing
from workbench.sources.capture.sealing import NotSealed, Sealing, StaysSealed
from workbench.sources.capture.store import ContentStore

WORDS = b"The minister knew of the leak in March."
SHA256 = hashlib.sha256(WORDS).hexdigest()


@pytest.fixture(scope="module")
def ana(tmp_path_factory: pytest.TempPathFactory) -> AgeKey:
    return age_key(tmp_path_factory.mktemp("keys"), "ana")


@pytest.fixture(scope="module")
def ben(tmp_path_factory: pytest.TempPathFactory) -> AgeKey:
    return age_key(tmp_path_factory.mktemp("keys"), "ben")


@pytest.fixture(scope="module")
def home() -> Iterator[GpgHome]:
    with gpg_home() as made, made.in_use():
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "evidence"


def sealed(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "sealed").rglob("*") if path.is_file())


def holders(folder: Path) -> list[Path]:
    """Name the files in which the words can be read."""
    return [path for path in folder.rglob("*") if path.is_file() and b"minister" in path.read_bytes()]


@pytest.mark.parametrize("program", ["age", "gpg"])
def test_what_is_private_is_sealed_and_read_again(program: str, folder: Path, request: pytest.FixtureRequest) -> None:
    if program == "age":
        sealing = request.getfixturevalue("ana").sealing()
    else:
        sealing = Sealing("gpg", (request.getfixturevalue("home").key("Ana <ana@desk.example>"),))
    store = ContentStore(folder, sealing)
    blob = store.private().put([WORDS[:5], memoryview(WORDS)[5:]], refers=["a" * 64])
    assert blob == (SHA256, len(WORDS))
    assert holders(folder) == []
    assert {path.stat().st_mode & 0o777 for path in sealed(folder)} == {0o400}
    assert {path.name.partition(".")[0] for path in sealed(folder)} == {SHA256}
    assert not store.path(SHA256).exists()
    assert (store.read(SHA256), store.check(SHA256), store.has(SHA256)) == (WORDS, len(WORDS), True)
    assert store.refers(SHA256) == ("a" * 64,)
    before = sealed(folder)
    store.private().put([WORDS])
    assert sealed(folder) == before
    assert store.erase(SHA256)
    assert (sealed(folder), store.has(SHA256), list(store.all())) == ([], False, [])


def test_whoever_is_no_recipient_cannot_open_it_and_it_is_not_taken_for_damaged(
    folder: Path, ana: AgeKey, ben: AgeKey
) -> None:
    ContentStore(folder, ana.sealing()).private().put([WORDS])
    theirs = ContentStore(folder, ben.sealing())
    with pytest.raises(StaysSealed, match="no identity matched") as stays:
        theirs.read(SHA256)
    assert "seal_identity" in stays.value.hint
    with pytest.raises(StaysSealed, match="no key is named"):
        ContentStore(folder).read(SHA256)
    assert not (folder / "quarantine").exists()
    # Who has the bytes anew seals them beside; nobody loses what was theirs.
    theirs.private().put([WORDS])
    assert theirs.read(SHA256) == ContentStore(folder, ana.sealing()).read(SHA256) == WORDS
    assert len(sealed(folder)) == 2


def test_several_recipients_can_open_one_file(folder: Path, ana: AgeKey, ben: AgeKey) -> None:
    ContentStore(folder, ana.sealing(ben)).private().put([WORDS])
    assert ContentStore(folder, ben.sealing()).read(SHA256) == WORDS


@pytest.mark.parametrize("key", [True, False])
def test_a_changed_sealed_file_is_put_aside_with_and_without_the_key(folder: Path, ana: AgeKey, *, key: bool) -> None:
    ContentStore(folder, ana.sealing()).private().put([WORDS])
    (path,) = sealed(folder)
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    store = ContentStore(folder, ana.sealing() if key else Sealing())
    with pytest.raises(BlobDamaged, match="quarantine"):
        store.check(SHA256)
    assert not store.has(SHA256)
    with pytest.raises(BlobMissing):
        store.read(SHA256)
    (aside,) = (folder / "quarantine").iterdir()
    assert store.erase(SHA256)
    assert not aside.exists()


def test_another_sealed_file_under_the_name_is_found(folder: Path, ana: AgeKey) -> None:
    store = ContentStore(folder, ana.sealing())
    other = ana.sealing().seal([b"Something else."])
    place = folder / "sealed" / SHA256[:2] / SHA256[2:4]
    place.mkdir(parents=True)
    (place / f"{SHA256}.{hashlib.sha256(other).hexdigest()}.age").write_bytes(other)
    with pytest.raises(BlobDamaged):
        store.read(SHA256)


@pytest.mark.parametrize(
    ("program", "recipients", "said"),
    [
        ("age", ("age1" + "q" * 58,), "malformed recipient"),
        ("gpg", ("0123456789ABCDEF0123456789ABCDEF01234567",), "public key"),
        ("age", (), "Nobody is named"),
    ],
)
@pytest.mark.usefixtures("home", "ana")
def test_a_recipient_that_cannot_be_used_is_said_before_anything_is_kept(
    folder: Path, program: str, recipients: tuple[str, ...], said: str
) -> None:
    with pytest.raises(NotSealed, match=f"(?i){said}") as refused:
        ContentStore(folder, Sealing(program, recipients)).private()
    assert "seal_to" in refused.value.hint
    assert not folder.exists()


@pytest.mark.parametrize("program", ["age", "gpg"])
def test_a_missing_program_is_named(folder: Path, program: str, tmp_path: Path) -> None:
    with mock.patch.dict(os.environ, {"PATH": str(tmp_path)}):
        with pytest.raises(NotSealed, match=f"{program} is not there") as refused:
            ContentStore(folder, Sealing(program, ("x",))).private()
        assert "Install" in refused.value.hint
        with pytest.raises(StaysSealed, match=f"{program} is not there"):
            Sealing(identity="x").open(program, b"")


def test_a_program_that_does_not_end_is_ended(tmp_path: Path, ana: AgeKey) -> None:
    hanging = tmp_path / "age"
    hanging.write_text("#!/bin/sh\nsleep 600\n")
    hanging.chmod(0o755)
    with mock.patch.dict(os.environ, {"PATH": f"{tmp_path}:{os.environ['PATH']}"}):
        with pytest.raises(NotSealed, match=r"more than 0\.2 seconds"):
            Sealing("age", (ana.recipient,), seconds=0.2).seal([WORDS])
        with pytest.raises(StaysSealed, match=r"more than 0\.2 seconds"):
            Sealing(identity=ana.identity, seconds=0.2).open("age", b"x")


def test_a_locked_key_and_a_missing_key_are_told_apart_and_nobody_is_asked(home: GpgHome, folder: Path) -> None:
    key = home.key("Locked <locked@desk.example>", "a passphrase")
    store = ContentStore(folder, Sealing("gpg", (key,)))
    store.private().put([WORDS])
    home.lock()
    with pytest.raises(StaysSealed, match="key is locked") as locked:
        store.read(SHA256)
    assert "another terminal" in locked.value.hint
    with gpg_home() as another, another.in_use(), pytest.raises(StaysSealed, match="No secret key") as missing:
        store.read(SHA256)
    assert "Import" in missing.value.hint
    assert not (folder / "quarantine").exists()


def test_a_plain_file_is_sealed_and_then_removed(folder: Path, ana: AgeKey) -> None:
    store = ContentStore(folder, ana.sealing())
    store.put([WORDS])
    store.remove_plain(SHA256)
    assert store.path(SHA256).exists(), "there is no sealed one yet"
    store.seal(SHA256)
    assert store.is_plain(SHA256)
    assert store.is_sealed(SHA256)
    store.remove_plain(SHA256)
    assert (holders(folder), store.read(SHA256)) == ([], WORDS)


def test_what_could_not_be_opened_again_keeps_its_plain_file(folder: Path, ana: AgeKey, ben: AgeKey) -> None:
    store = ContentStore(folder, Sealing("age", (ben.recipient,), ana.identity))
    store.put([WORDS])
    with pytest.raises(StaysSealed):
        store.can_seal()
    with pytest.raises(StaysSealed):
        store.seal(SHA256)
    assert store.read(SHA256) == WORDS


def test_whichever_step_fails_the_bytes_can_be_read(tmp_path: Path, ana: AgeKey) -> None:
    for nth in itertools.count(1):
        folder = tmp_path / str(nth)
        store = ContentStore(folder, ana.sealing())
        store.put([WORDS])
        with failing_file(nth) as fault, suppress(WorkbenchError):
            store.seal(SHA256, ["b" * 64])
            store.remove_plain(SHA256)
        assert store.read(SHA256) == WORDS, fault.step
        if not fault.step:
            break
        store.seal(SHA256, ["b" * 64])
        store.remove_plain(SHA256)
        assert (holders(folder), store.refers(SHA256)) == ([], ("b" * 64,)), fault.step
    assert nth > 8


SEALING = """
import os, sys
from pathlib import Path
from workbench.sources.capture import kept_files
from workbench.sources.capture.sealing import Sealing
from workbench.sources.capture.store import ContentStore
folder, recipient, identity, sha256, step = sys.argv[1:]
real, seen = os.fsync, []
def fsync(handle):
    seen.append(handle)
    if len(seen) == int(step):
        print("here", flush=True)
        sys.stdin.read()
    real(handle)
os.fsync = fsync
store = ContentStore(Path(folder), Sealing("age", (recipient,), identity))
store.seal(sha256)
store.remove_plain(sha256)
print("done", flush=True)
"""


def test_a_kill_in_the_middle_leaves_either_or_both(tmp_path: Path, ana: AgeKey) -> None:
    """It is killed at each step at which a file or a name is brought to the disk."""
    for step in itertools.count(1):
        folder = tmp_path / str(step)
        store = ContentStore(folder, ana.sealing())
        store.put([WORDS])
        with subprocess.Popen(
            [sys.executable, "-c", SEALING, folder, ana.recipient, ana.identity, SHA256, str(step)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        ) as process:
            assert process.stdout is not None
            said = process.stdout.readline()
            process.send_signal(signal.SIGKILL)
        assert store.read(SHA256) == WORDS
        assert store.path(SHA256).exists() or not holders(folder)
        if said == b"done\n":
            break
        store.seal(SHA256)
        store.remove_plain(SHA256)
        assert (holders(folder), store.read(SHA256)) == ([], WORDS)
    assert step > 4


def test_no_secret_is_an_argument_and_nothing_is_written_but_to_the_pipe(ana: AgeKey) -> None:
    with mock.patch("subprocess.Popen", wraps=subprocess.Popen) as started:
        sealing = ana.sealing()
        assert sealing.open("age", sealing.seal([WORDS])) == WORDS
    for call in started.call_args_list:
        (words,) = call.args
        assert isinstance(words, list)
        assert not {"-o", "--output"} & set(words)
        assert not any("SECRET" in word or "minister" in word for word in words)
        assert not call.kwargs.get("shell")
