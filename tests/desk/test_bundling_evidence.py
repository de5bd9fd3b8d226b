"""Evidence leaves as one WACZ file that other programs check and replay, the same bytes for the same evidence."""

import errno
import gzip
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from claims_db.errors import Conflict, NotFound
from claims_db.vocabulary import EvidenceForm, Stance
from tests.conftest import Clock
from tests.desk.capture_entry import entry
from tests.desk.conftest import Opened
from tests.sources.answering import answering, response
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry, EvidenceEntry
from workbench.domain.progress import Stopped
from workbench.errors import BadInput, Refused, WorkbenchError
from workbench.sources.capture.kept_files import BlobDamaged

PAGE = b"<html><head><title>Ferries</title></head><body><p>Prices rose by 12 percent in March.</p></body></html>"


@pytest.fixture
def origin() -> Iterator[str]:
    with answering(response(PAGE, "Content-Type: text/html; charset=utf-8")) as running:
        yield running


@pytest.fixture
def desk(open_at: Opened, origin: str, tmp_path: Path) -> Desk:
    """Give a desk with a page (E-1, of C-1), a file (E-2, of C-2), and a link without bytes (E-3, of C-2)."""
    (tmp_path / "prices.csv").write_text("year,price\n2023,4\n")
    opened = open_at(origin)
    opened.add_claim(ClaimEntry("Ferry prices rose by 12 percent."))
    opened.add_claim(ClaimEntry("A ferry costs 4 euros."))
    opened.capture(1, entry(f"{origin}/x?b=1&a=2", Stance.SUPPORTS, excerpt="by 12 percent"))
    opened.capture(2, entry(tmp_path / "prices.csv", Stance.REFUTES))
    opened.attach(2, EvidenceEntry(form=EvidenceForm.LINK, stance=Stance.CONTEXT, url="https://example.org/z"))
    return opened


def confidential(desk: Desk, number: int) -> None:
    """Make the source of a piece of evidence confidential."""
    with desk._place.engine.begin() as connection:
        connection.execute(
            text(
                "UPDATE source SET confidential = :yes WHERE id = (SELECT source_id FROM evidence WHERE number = :it)"
            ),
            {"yes": True, "it": number},
        )


def validated(path: Path) -> str:
    """Let the public validator look at a file; give what it says."""
    asked = [sys.executable, "-m", "wacz", "validate", "-f", str(path)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_public_validator_and_the_warc_checker_accept_a_bundle(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "all.wacz"
    done = desk.bundle_evidence(out)
    assert (done.evidence, done.captures, done.size) == ((1, 2), 2, out.stat().st_size)
    assert [tuple(one) for one in done.left_out] == [(3, "no captured bytes")]
    assert "the passed WACZ is valid" in validated(out)
    with zipfile.ZipFile(out) as opened:
        assert all(entry.compress_type == zipfile.ZIP_STORED for entry in opened.infolist())
        opened.extractall(tmp_path / "open")
    warcs = sorted((tmp_path / "open" / "archive").glob("*.warc"))
    assert len(warcs) == 2
    for warc in warcs:
        checker = Checker(type("Options", (), {"inputs": [str(warc)], "verbose": False}))
        checker.process_all()
        assert checker.exit_value == 0


def test_a_page_is_found_through_the_index_and_replays_byte_for_byte(desk: Desk, origin: str, tmp_path: Path) -> None:
    out = tmp_path / "one.wacz"
    desk.bundle_evidence(out, [1])
    with zipfile.ZipFile(out) as opened:
        pages = [json.loads(line) for line in opened.read("pages/pages.jsonl").splitlines()]
        index = opened.read("indexes/index.cdx.gz")
        places = opened.read("indexes/index.idx").decode().splitlines()
        assert pages[1]["url"] == f"{origin}/x?b=1&a=2"
        block = json.loads(places[1].partition(" {")[2].join(["{", ""]))
        line = gzip.decompress(index[block["offset"] : block["offset"] + block["length"]]).decode()
        key, stamp, told = line.rstrip().split(" ", 2)
        found = json.loads(told)
        assert key.endswith(")/x?a=2&b=1")
        assert stamp == "".join(mark for mark in pages[1]["ts"] if mark.isdigit())
        warc = opened.read(f"archive/{found['filename']}")
        start = int(found["offset"])
        record = next(iter(ArchiveIterator(io.BytesIO(warc[start : start + int(found["length"])]))))
        assert record.content_stream().read() == PAGE
        row = json.loads(opened.read("evidence/evidence.jsonl"))
        assert (row["evidence"], row["claim"], row["excerpt"], row["quote"]["verdict"]) == (
            "E-1",
            "C-1",
            "by 12 percent",
            "exact",
        )
        record_name = f"records/{row['capture']}.json"
        assert json.loads(opened.read(record_name))["body"]["sha256"] == row["sha256"]


def test_the_same_evidence_is_the_same_file(
    desk: Desk, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "first.wacz", tmp_path / "second.wacz"
    before = desk.bundle_evidence(first)
    clock.pass_minutes(90)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    desk.add_claim(ClaimEntry("Something else."))
    after = desk.bundle_evidence(second)
    assert first.read_bytes() == second.read_bytes()
    assert before.sha256 == after.sha256


def test_a_confidential_source_stays_out(desk: Desk, tmp_path: Path) -> None:
    confidential(desk, 1)
    done = desk.bundle_evidence(tmp_path / "all.wacz")
    assert done.evidence == (2,)
    assert (1, "confidential source") in [tuple(one) for one in done.left_out]
    assert b"12 percent" not in (tmp_path / "all.wacz").read_bytes()
    with pytest.raises(Refused, match="confidential"):
        desk.bundle_evidence(tmp_path / "one.wacz", [1])
    assert not (tmp_path / "one.wacz").exists()


def test_what_was_taken_off_goes_in_only_by_its_number(desk: Desk, tmp_path: Path) -> None:
    desk.detach(1)
    with pytest.raises(BadInput, match="no evidence with bytes"):
        desk.bundle_evidence(tmp_path / "claim.wacz", claim=1)
    assert desk.bundle_evidence(tmp_path / "one.wacz", [1]).evidence == (1,)
    assert desk.bundle_evidence(tmp_path / "two.wacz", claim=2).evidence == (2,)


def test_what_cannot_be_bundled_leaves_no_file(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "out.wacz"
    with pytest.raises(NotFound, match="E-9"):
        desk.bundle_evidence(out, [9])
    with pytest.raises(NotFound, match="C-9"):
        desk.bundle_evidence(out, claim=9)
    with pytest.raises(BadInput, match="E-3 has no captured bytes"):
        desk.bundle_evidence(out, [3])
    card = desk.evidence(1).card
    assert card.capture is not None
    path = desk._place.capturer().store.path(card.capture.warc)
    path.chmod(0o644)
    path.write_bytes(b"changed")
    with pytest.raises(BlobDamaged):
        desk.bundle_evidence(out)
    assert [path.name for path in tmp_path.iterdir() if "wacz" in path.name or path.suffix == ".part"] == []


def test_a_file_that_is_there_is_replaced_only_when_asked(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "out.wacz"
    out.write_bytes(b"mine")
    with pytest.raises(Conflict, match="there already"):
        desk.bundle_evidence(out)
    assert out.read_bytes() == b"mine"
    desk.bundle_evidence(out, replace=True)
    assert zipfile.is_zipfile(out)


def test_a_bundle_that_is_stopped_or_has_no_room_leaves_nothing(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise Stopped("Stopped.")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(Stopped):
        desk.bundle_evidence(tmp_path / "out.wacz", progress=stop)
    with pytest.raises(WorkbenchError, match="can't be written"):
        desk.bundle_evidence(tmp_path / "nowhere" / "out.wacz")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WorkbenchError, match="No space"):
        desk.bundle_evidence(tmp_path / "out.wacz")
    monkeypatch.undo()
    assert [path.name for path in tmp_path.iterdir() if "wacz" in path.name or path.suffix == ".part"] == []
