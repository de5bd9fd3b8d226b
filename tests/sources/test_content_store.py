"""Files are kept whole under their digests, for good; what was changed is put aside and never overwritten."""

import errno
import hashlib
import itertools
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from unittest import mock

import pytest

from tests.faults import failing_file
from workbench.errors import WorkbenchError
from workbench.sources.capture.kept_files import BlobDamaged, BlobMissing
from workbench.sources.capture.store import ContentStore

WORDS = b"Ferry prices rose by 12 percent."
HOUR = 3_600_000_000


@pytest.fixture
def store(tmp_path: Path) -> ContentStore:
    return ContentStore(tmp_path / "evidence")


def files(store: ContentStore) -> list[Path]:
    return [path for path in store.folder.rglob("*") if path.is_file()]


def test_bytes_are_kept_under_their_digest_for_reading_alone(store: ContentStore) -> None:
    blob = store.put([WORDS[:5], memoryview(WORDS)[5:]])
    sha256 = hashlib.sha256(WORDS).hexdigest()
    path = store.folder / "sha256" / sha256[:2] / sha256[2:4] / sha256
    assert (blob.sha256, blob.size) == (sha256, len(WORDS))
    assert files(store) == [path] == [store.path(sha256)]
    assert path.stat().st_mode & 0o777 == 0o444
    assert (store.folder / "sha256").stat().st_mode & 0o777 == 0o700
    assert store.read(sha256) == WORDS
    assert store.check(sha256) == len(WORDS)
    assert store.has(sha256)


def test_the_same_bytes_twice_are_one_file(store: ContentStore) -> None:
    assert store.put([WORDS]).sha256 == store.put([WORDS]).sha256
    assert len(list(store.all())) == 1


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "a" * 63, "A" * 64, "٣" * 64, "a" * 64 + "\n"])
def test_what_is_no_digest_is_no_path(store: ContentStore, name: str) -> None:
    with pytest.raises(ValueError, match="no digest"):
        store.path(name)
    assert not store.has(name)


def test_what_is_not_there_is_named(store: ContentStore) -> None:
    with pytest.raises(BlobMissing, match="0" * 64):
        store.read("0" * 64)


def test_a_changed_file_is_put_aside_and_nothing_is_written_in_its_place(store: ContentStore) -> None:
    blob = store.put([WORDS])
    for number, changed in enumerate((b"changed once", b"changed twice")):
        path = store.path(blob.sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.write_bytes(changed)
        with pytest.raises(BlobDamaged, match="quarantine"):
            store.check(blob.sha256) if number else store.read(blob.sha256)
        assert not store.has(blob.sha256)
    aside = sorted((store.folder / "quarantine").iterdir())
    assert [path.read_bytes() for path in aside] == [b"changed once", b"changed twice"]
    store.path(blob.sha256).write_bytes(b"changed a third time")
    with pytest.raises(BlobDamaged):
        store.put([WORDS])
    assert len(list((store.folder / "quarantine").iterdir())) == 3


def test_whichever_step_fails_there_is_the_whole_file_or_none(tmp_path: Path) -> None:
    for nth in itertools.count(1):
        store = ContentStore(tmp_path / str(nth))
        with failing_file(nth) as fault, suppress(WorkbenchError):
            store.put([WORDS])
        found = files(store)
        if not fault.step:
            break
        assert all(path.read_bytes() == WORDS for path in found if path.suffix != ".part"), fault.step
        assert not store.leftovers() or fault.step == "unlink"
        assert store.read(store.put([WORDS]).sha256) == WORDS
    assert nth > 8


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_a_full_disk_and_a_folder_that_is_shut_are_said_in_words(store: ContentStore, number: int) -> None:
    problem = OSError(number, os.strerror(number))
    with (
        mock.patch("os.fsync", side_effect=problem),
        pytest.raises(WorkbenchError, match=os.strerror(number)) as refused,
    ):
        store.put([WORDS])
    assert refused.value.hint
    assert files(store) == []


def test_many_writers_at_once_leave_whole_files(store: ContentStore) -> None:
    contents = [b"%d" % (number % 10) * 50_000 for number in range(60)]
    with ThreadPoolExecutor(16) as pool:
        blobs = list(pool.map(lambda content: store.put([content]), contents))
    assert len({blob.sha256 for blob in blobs}) == 10
    assert all(store.read(blob.sha256) == content for blob, content in zip(blobs, contents, strict=True))
    assert len(files(store)) == 10


KILLED = """
import os, sys
from pathlib import Path
from workbench.sources.capture.store import ContentStore
store = ContentStore(Path(sys.argv[1]))
print("begun", flush=True)
for number in range(10_000):
    store.put([b"%d " % number * 20_000])
"""


def test_a_writer_that_is_killed_leaves_whole_files_and_at_most_a_leftover(tmp_path: Path) -> None:
    store = ContentStore(tmp_path / "evidence")
    for _ in range(5):
        writer = subprocess.Popen([sys.executable, "-c", KILLED, str(store.folder)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        with writer, writer.stdout:
            assert writer.stdout.readline() == b"begun\n"
            before = len(list(store.all()))
            limit = time.monotonic() + 20
            while len(list(store.all())) <= before and time.monotonic() < limit:
                continue
            writer.send_signal(signal.SIGKILL)
    blobs = list(store.all())
    assert blobs
    for blob in blobs:
        assert store.check(blob.sha256) == blob.size
    assert len(store.leftovers()) <= 5
