"""Damage to captured evidence is named and put aside; what nothing refers to is listed, and nothing else."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Clock
from tests.desk.capture_entry import entry
from workbench.bootstrap import open_care
from workbench.desk.care.care import Care
from workbench.desk.care.spare import HOUR
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry
from workbench.errors import WorkbenchError
from workbench.settings import Settings
from workbench.sources.capture.store import ContentStore

pytestmark = pytest.mark.files_only


@pytest.fixture
def place(desk: Desk, tmp_path: Path) -> Desk:
    """Give a desk with two captures."""
    desk.add_claim(ClaimEntry("Ferry prices rose."))
    for number in (1, 2):
        path = tmp_path / f"minutes{number}.txt"
        path.write_text(f"Ferry prices rose {number} times.")
        desk.capture(1, entry(path))
    return desk


@pytest.fixture
def care(place: Desk, settings: Settings, clock: Clock) -> Care:
    assert place
    return open_care(settings, clock=clock)


def store(desk: Desk) -> ContentStore:
    return desk._place.capturer().store


def digests(desk: Desk, number: int) -> dict[str, str]:
    capture = desk.evidence(number).card.capture
    assert capture is not None
    return {"bytes": capture.sha256, "WARC": capture.warc, "record": capture.provenance_sha256}


def test_evidence_that_was_let_be_fits(place: Desk, care: Care) -> None:
    found = care.verify_evidence()
    assert (found.captures, found.elsewhere, found.misfits) == (2, 0, ())
    # Of a text file the text is the very same file as its bytes.
    assert found.files == len(list(store(place).all())) == 6
    assert found.size == sum(blob.size for blob in store(place).all())


@pytest.mark.parametrize("kind", ["bytes", "WARC", "record"])
@pytest.mark.parametrize("how", ["changed", "cut", "lost"])
def test_damage_is_named_with_its_evidence_and_put_aside(place: Desk, care: Care, kind: str, how: str) -> None:
    sha256 = digests(place, 2)[kind]
    path = store(place).path(sha256)
    content = path.read_bytes()
    path.unlink()
    if how != "lost":
        path.write_bytes(content[:-1] if how == "cut" else content.replace(b"e", b"E"))
    misfits = care.verify_evidence().misfits
    assert misfits
    assert {misfit.reference for misfit in misfits} == {"E-2 (C-1)"}
    assert any(sha256 in misfit.what and kind in misfit.where for misfit in misfits)
    assert not path.exists()
    aside = list((store(place).folder / "quarantine").glob("*"))
    assert len(aside) == (how != "lost")
    # It is missed from now on, and nothing takes its place.
    assert care.verify_evidence().misfits
    assert not path.exists()


def test_a_file_that_is_exchanged_for_another_honest_one_is_found(place: Desk, care: Care) -> None:
    """Another file under the right name of its own, as if both had been captured the other way round."""
    one, two = digests(place, 1), digests(place, 2)
    shutil.copy(store(place).path(one["WARC"]), store(place).path(two["WARC"]).with_suffix(".new"))
    store(place).path(two["WARC"]).with_suffix(".new").replace(store(place).path(two["WARC"]))
    assert [misfit.reference for misfit in care.verify_evidence().misfits] == ["E-2 (C-1)"]


def test_what_was_damaged_is_not_shown(place: Desk) -> None:
    path = store(place).path(digests(place, 1)["record"])
    path.unlink()
    path.write_bytes(b"{}")
    with pytest.raises(WorkbenchError, match="other bytes"):
        place.evidence(1)


def test_what_was_put_aside_is_said_to_lie_there(place: Desk, care: Care) -> None:
    path = store(place).path(digests(place, 2)["bytes"])
    path.unlink()
    path.write_bytes(b"other bytes")
    care.verify_evidence()
    aside = f"{store(place).folder / 'quarantine' / path.name}.0"
    assert place.evidence(2).aside == (aside,)
    assert place.evidence(1).aside == ()
    (misfit, *_) = care.verify_evidence().misfits
    assert misfit.what.endswith(f"lies in {aside}.")


def test_what_is_lost_is_named_where_its_evidence_is_shown(place: Desk) -> None:
    lost = digests(place, 2)["WARC"]
    store(place).path(lost).unlink()
    assert (place.evidence(2).missing, place.evidence(1).missing) == ((lost,), ())


def test_a_folder_that_is_shut_is_not_taken_for_damage(
    place: Desk, care: Care, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shut(call: Callable[..., object]) -> Callable[..., object]:
        def called(path: Path, *given: object, **named: object) -> object:
            if path.is_relative_to(folder):
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
            return call(path, *given, **named)

        return called

    folder = store(place).folder
    for name in ("is_file", "read_bytes", "open"):
        monkeypatch.setattr(Path, name, shut(getattr(Path, name)))
    with pytest.raises(WorkbenchError, match="can't be read: Permission denied") as refused:
        place.evidence(1)
    found = care.verify_evidence()
    monkeypatch.undo()
    assert "permissions" in refused.value.hint
    assert found.unread == len(found.misfits) > 0


def test_only_what_nothing_refers_to_is_listed_and_nothing_that_is_young(place: Desk, care: Care, clock: Clock) -> None:
    kept = {blob.sha256 for blob in store(place).all()}
    spare = store(place).put([b"written by a process that was killed"])
    young = store(place).put([b"written just now"])
    leftover = store(place).path(spare.sha256).with_suffix(".part")
    leftover.write_bytes(b"half")
    place.undo()
    for path in store(place).folder.rglob("*"):
        if path.is_file() and path.name != young.sha256:
            seconds = clock.now / 1_000_000 - 3_700
            os.utime(path, (seconds, seconds))
    os.utime(store(place).path(young.sha256), (clock.now / 1_000_000, clock.now / 1_000_000))
    found, count, size, _ = care.spare_files()
    assert (count, size) == (1, len(b"written just now"))
    assert [(Path(one.path).name, one.leftover) for one in found] == [(leftover.name, True), (spare.sha256, False)]
    assert found[1].size == spare.size
    clock.now += HOUR
    assert {Path(one.path).name for one in care.spare_files().files} == {leftover.name, spare.sha256, young.sha256}
    assert {blob.sha256 for blob in store(place).all()} >= kept


def test_no_whole_file_is_spare_while_a_record_is_missing(
    place: Desk, care: Care, clock: Clock, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        f"<html><body><nav>Home</nav><article><p>{'Ferry prices rose in 2023. ' * 20}</p></article></body></html>"
    )
    place.capture(1, entry(page))
    record = store(place).path(digests(place, 3)["record"])
    content = record.read_bytes()
    record.unlink()
    clock.now = 2**52
    found = care.spare_files()
    assert (found.files, found.young, found.unrecorded) == ((), 0, 1)
    record.write_bytes(content)
    assert care.spare_files() == ((), 0, 0, 0)
