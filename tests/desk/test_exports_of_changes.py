"""Exports of what changed: nothing else is rendered, and what is no part of it any more goes."""

import json
from pathlib import Path

import pytest

from claims_db.rows import NumberTolerance, PublisherRow
from claims_db.vocabulary import EvidenceForm, Severity, Stance
from tests.conftest import Clock, OpenDesk
from tests.export.example_finding import PUBLISHER
from tests.weighed import weigh
from workbench.desk.changed_exports import ChangedExport
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEdit, ClaimEntry, EvidenceEntry
from workbench.desk.finding_exports import FindingForm
from workbench.desk.ledger_entries import SourceEdit

RECORD = ".workbench-export-pages.json"


@pytest.fixture
def eda(open_as: OpenDesk) -> Desk:
    """Give an editor's desk with three findings, of which the first two were published."""
    eda = open_as("eda")
    for times in (3, 4, 5):
        eda.add_claim(ClaimEntry(f"The ferry sank {times} times in nine years.", claimer="Inga Holm"))
    eda.set_publisher(PUBLISHER)
    eda.attach(2, EvidenceEntry(EvidenceForm.NOTE, Stance.CONTEXT, note="It lists four.", title="Harbour log"))
    ben = open_as("ben")
    for number, rating in ((1, "true"), (2, "true"), (3, "true")):
        weigh(ben, number)
        ben.record(number, rating, "The log says so.")
    for number in (1, 2):
        eda.sign_off(number)
        eda.publish(number)
    return eda


def note(desk: Desk, number: int) -> None:
    desk.attach(number, EvidenceEntry(EvidenceForm.NOTE, Stance.CONTEXT, note="A late find."))


def names(paths: tuple[Path, ...]) -> list[str]:
    return [path.name.partition("-the-")[0] for path in paths]


def pages(desk: Desk, out: Path, selection: str = "") -> ChangedExport:
    return desk.export_changed(FindingForm.PAGES, out, selection=selection)


def files(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if not path.name.startswith(".")}


def test_only_what_changed_is_rendered_and_the_folder_is_as_if_all_were(eda: Desk, tmp_path: Path) -> None:
    looked: list[str] = []

    def hear(step: str, *_: int) -> None:
        looked.append(step)

    assert names(pages(eda, tmp_path / "a").written) == ["c-1", "c-2", "c-3"]
    note(eda, 2)
    done = eda.export_changed(FindingForm.PAGES, tmp_path / "a", progress=hear)
    assert names(done.written) == ["c-2"]
    assert names(done.unchanged) == ["c-1", "c-3"]
    assert len(looked) == 1
    eda.export_findings(FindingForm.PAGES, tmp_path / "b")
    assert files(tmp_path / "a") == files(tmp_path / "b")
    assert pages(eda, tmp_path / "a").written == ()


@pytest.mark.parametrize("what", ["correction", "publisher", "tolerance", "source"])
def test_whatever_a_page_tells_counts_as_a_change(eda: Desk, tmp_path: Path, what: str) -> None:
    pages(eda, tmp_path / "a")
    if what == "correction":
        eda.correct(1, Severity.CLARIFICATION, "The year was left out.")
        pages(eda, tmp_path / "a")
        eda.correct(1, Severity.CLARIFICATION, "So was the month.")
    elif what == "publisher":
        eda.set_publisher(PublisherRow("Another", "https://example.com/", "https://example.com/{slug}"))
    elif what == "tolerance":
        eda.set_number_tolerance(NumberTolerance(2_000, 2_000))
    else:
        source = next(one.number for one in eda.claim(2).evidence if one.source is not None)
        eda.describe_source(source, SourceEdit(title="Another title"))
        assert names(pages(eda, tmp_path / "a").written) == ["c-2"]
    pages(eda, tmp_path / "a")
    eda.export_findings(FindingForm.PAGES, tmp_path / "b")
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_what_is_no_part_of_it_any_more_goes_unless_somebody_changed_it(eda: Desk, tmp_path: Path) -> None:
    first = pages(eda, tmp_path)
    own = tmp_path / "own.md"
    own.write_text("Mine.")
    eda.edit(3, ClaimEdit(statement="No ferry sank in nine years."))
    done = pages(eda, tmp_path)
    assert done.removed == (first.written[2],)
    assert "no-ferry" in done.written[0].name
    done.written[0].write_text("Somebody's own words.")
    eda.edit(3, ClaimEdit(statement="A ferry sank once in nine years."))
    last = pages(eda, tmp_path)
    assert (last.removed, last.kept) == ((), done.written)
    assert own.read_text() == "Mine."


def test_a_withdrawn_finding_leaves_the_claim_reviews(eda: Desk, tmp_path: Path) -> None:
    first = eda.export_changed(FindingForm.CLAIM_REVIEW, tmp_path)
    assert (names(first.written), dict(first.left_out)) == (["c-1", "c-2"], {"not published": 1})
    eda.withdraw(1, "It was wrong.")
    last = eda.export_changed(FindingForm.CLAIM_REVIEW, tmp_path)
    assert (last.removed, dict(last.left_out)) == (first.written[:1], {"withdrawn": 1})


def test_a_file_that_was_deleted_comes_back(eda: Desk, tmp_path: Path) -> None:
    one, *_ = pages(eda, tmp_path).written
    one.unlink()
    assert pages(eda, tmp_path).written == (one,)


@pytest.mark.parametrize("damage", ["no json", "[]", "foreign", "path", "selection"])
def test_a_foreign_or_damaged_record_removes_nothing_and_is_told(eda: Desk, tmp_path: Path, damage: str) -> None:
    out = tmp_path / "out"
    assert pages(eda, out).remark == ""
    victim = tmp_path / "victim.md"
    victim.write_text("Mine.")
    record = out / RECORD
    told = json.loads(record.read_text())
    if damage == "foreign":
        told["journal"]["hash"] = "0" * 64
    elif damage == "path":
        told["files"]["x"] = ["../victim.md", "0" * 64]
    record.write_text(json.dumps(told) if damage in {"foreign", "path", "selection"} else damage)
    done = pages(eda, out, "state:published" if damage == "selection" else "")
    assert "everything was written again, and nothing removed" in done.remark
    assert done.removed == done.kept == ()
    assert victim.exists()
    assert pages(eda, out, "state:published" if damage == "selection" else "").remark == ""


def test_a_link_in_place_of_a_file_is_not_followed(eda: Desk, tmp_path: Path) -> None:
    out = tmp_path / "out"
    *_, last = pages(eda, out).written
    victim = tmp_path / "victim.md"
    victim.write_bytes(last.read_bytes())
    last.unlink()
    last.symlink_to(victim)
    eda.edit(3, ClaimEdit(statement="No ferry sank in nine years."))
    assert pages(eda, out).kept == (last,)
    assert victim.exists()


def test_since_a_date_gives_what_changed_or_went_out(eda: Desk, clock: Clock) -> None:
    clock.pass_minutes(60)
    since = 1 + max(event.at for number in (1, 2, 3) for event in eda.claim(number).history)
    assert eda.numbers_since(since) == []
    note(eda, 3)
    eda.correct(2, Severity.CLARIFICATION, "The year was left out.")
    assert eda.numbers_since(since) == [2, 3]
    assert eda.numbers_since(since, published=True) == [2]
    assert eda.numbers_since(since, [1, 3]) == [3]
    assert eda.numbers_since(0) == [1, 2, 3]
