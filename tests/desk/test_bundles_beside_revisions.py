"""The evidence of a finding goes out beside it: in the manifest with its digest, and the same whenever it is written."""

import hashlib
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from claims_db.errors import Conflict
from claims_db.vocabulary import EvidenceForm, Role, Severity, Stance
from tests.conftest import Clock
from tests.desk.capture_entry import entry
from tests.desk.conftest import Opened
from tests.desk.test_bundling_evidence import confidential
from tests.export.example_finding import PUBLISHER
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry, EvidenceEntry, PersonEntry
from workbench.desk.exported import NOT_AS_IT_WAS, Form, Order
from workbench.domain.progress import Stopped
from workbench.errors import Refused
from workbench.sources.capture.kept_files import BlobMissing

pytestmark = pytest.mark.files_only


@pytest.fixture
def eda(open_at: Opened, tmp_path: Path) -> Desk:
    """Give an editor's desk with a finding on a captured file, one of a confidential source, and a link without bytes."""
    ana = open_at()
    ana.add_person(PersonEntry("eda", Role.EDITOR))
    ana.add_claim(ClaimEntry("A ferry costs 4 euros."))
    for name, stance in (("prices", Stance.REFUTES), ("SECRET", Stance.SUPPORTS)):
        (tmp_path / f"{name}.csv").write_text(f"year,price\n2023,5\n# {name}\n")
        ana.capture(1, entry(tmp_path / f"{name}.csv", stance))
    ana.attach(1, EvidenceEntry(form=EvidenceForm.LINK, stance=Stance.CONTEXT, url="https://example.org/z"))
    confidential(ana, 2)
    ana.record(1, "false", "It costs 5.")
    eda = open_at(reviewer="eda")
    eda.sign_off(1)
    return eda


def manifest(folder: Path) -> Any:  # noqa: ANN401 - as JSON is
    return json.loads((folder / "manifest.json").read_bytes())


def test_a_bundle_stands_in_the_manifest_and_holds_nothing_confidential(eda: Desk, tmp_path: Path) -> None:
    eda.publish(1, bundle=True)
    (folder,) = eda.write_revisions(tmp_path, 1)
    told = manifest(folder)
    files = {one["name"]: one for one in told["files"]}
    bundle = (folder / "evidence.wacz").read_bytes()
    assert files["evidence.wacz"]["sha256"] == hashlib.sha256(bundle).hexdigest()
    assert files["evidence.wacz"]["size"] == len(bundle)
    assert list(files) == sorted(files)
    assert told["evidence"]["left_out"] == {"confidential source": 1, "no captured bytes": 1}
    assert told["evidence"]["pieces"] == [eda.claim(1).evidence[0].public_id]
    assert b"SECRET" not in bundle
    with zipfile.ZipFile(folder / "evidence.wacz") as opened:
        assert opened.testzip() is None
        assert len([name for name in opened.namelist() if name.startswith("archive/")]) == 1


def test_the_same_revision_is_written_again_byte_for_byte_whatever_came_since(
    eda: Desk, tmp_path: Path, clock: Clock
) -> None:
    eda.publish(1, bundle=True)
    (first,) = eda.write_revisions(tmp_path / "one", 1)
    clock.pass_minutes(90)
    (tmp_path / "later.csv").write_text("year,price\n2024,6\n")
    eda.capture(1, entry(tmp_path / "later.csv", Stance.CONTEXT))
    eda.detach(1)
    (again,) = eda.write_revisions(tmp_path / "two", 1)
    eda.waive(1, "false-without-refuting", "It was taken off by mistake.")
    eda.correct(1, Severity.TYPO, "A name.")
    assert (again / "evidence.wacz").read_bytes() == (first / "evidence.wacz").read_bytes()
    (first_of_two, second) = eda.write_revisions(tmp_path / "one", 1)
    assert first_of_two == first
    assert not (second / "evidence.wacz").exists(), "a bundle is asked for each time"
    assert "evidence" not in manifest(second)


def test_what_was_changed_in_a_bundle_is_named_and_left(eda: Desk, tmp_path: Path) -> None:
    eda.publish(1, bundle=True)
    (folder,) = eda.write_revisions(tmp_path, 1)
    (folder / "evidence.wacz").write_bytes(b"mine")
    with pytest.raises(Conflict, match=r"evidence\.wacz is not as it was published"):
        eda.write_revisions(tmp_path, 1)
    assert (folder / "evidence.wacz").read_bytes() == b"mine"


def test_a_bundle_is_whole_or_its_folder_is_not_there(eda: Desk, tmp_path: Path) -> None:
    eda.publish(1, bundle=True)

    def stop(step: str, _done: int, _whole: int) -> None:
        if step == "bundling":
            raise Stopped

    with pytest.raises(Stopped):
        eda.write_revisions(tmp_path, 1, stop)
    assert list((tmp_path / "published").iterdir()) == []
    confidential(eda, 1)
    with pytest.raises(Refused, match="a source that is confidential now"):
        eda.write_revisions(tmp_path, 1)
    assert list((tmp_path / "published").iterdir()) == []
    assert eda.carry_out(Order(Form.REVISIONS, tmp_path)).left_out == ((NOT_AS_IT_WAS, 1),)


def test_a_source_that_became_confidential_is_named_by_no_page_that_is_written_then(eda: Desk, tmp_path: Path) -> None:
    eda.set_publisher(PUBLISHER)
    eda.publish(1)
    (source, *_) = [one.source for one in eda.claim(1).evidence if one.source is not None]

    def pages(name: str) -> str:
        eda.carry_out(Order(Form.SITE, tmp_path / name))
        return "".join(path.read_text("utf-8") for path in (tmp_path / name).rglob("*.html"))

    assert source.title in pages("before")
    confidential(eda, 1)
    now = pages("now")
    assert source.title not in now
    assert source.sha256 not in now
    assert "Document seen by the desk" in now


def test_nothing_goes_out_without_the_files_of_its_evidence(eda: Desk, tmp_path: Path) -> None:
    capture = eda.evidence(1).card.capture
    assert capture is not None
    kept = eda._place.capturer().store.path(capture.warc)
    shutil.move(kept, tmp_path / "aside")
    with pytest.raises(BlobMissing):
        eda.publish(1, bundle=True)
    assert eda.claim(1).publications == ()


def test_a_finding_without_captured_evidence_goes_out_and_says_so(eda: Desk, tmp_path: Path) -> None:
    confidential(eda, 1)
    eda.publish(1, bundle=True)
    (folder,) = eda.write_revisions(tmp_path, 1)
    assert not (folder / "evidence.wacz").exists()
    assert manifest(folder)["evidence"] == {
        "left_out": {"confidential source": 2, "no captured bytes": 1},
        "pieces": [],
    }
