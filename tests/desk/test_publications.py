"""What went out: frozen with its files and a manifest, written as folders, and never overwritten."""

import hashlib
import json
from pathlib import Path

import pytest

from claims_db.errors import Conflict
from claims_db.rows import PublisherRow
from claims_db.vocabulary import ClaimState, EvidenceForm, Severity, SkipReason, Stance
from tests.conftest import OpenDesk
from tests.export.example_finding import PUBLISHER
from tests.weighed import weigh
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEdit, ClaimEntry, EvidenceEntry
from workbench.desk.exported import FindingForm, Form, Order
from workbench.errors import BadInput, Refused, WorkbenchError


@pytest.fixture
def eda(open_as: OpenDesk) -> Desk:
    """Give an editor's desk with two findings that were signed off, and one that was not."""
    eda = open_as("eda")
    for times in (3, 4, 5):
        eda.add_claim(ClaimEntry(f"The ferry sank {times} times in nine years.", claimer="Inga Holm"))
    eda.set_publisher(PUBLISHER)
    ben = open_as("ben")
    ben.attach(1, EvidenceEntry(EvidenceForm.NOTE, Stance.REFUTES, note="The log lists four.", title="Harbour log"))
    weigh(ben, 2)
    for number, rating in ((1, "false"), (2, "true"), (3, "true")):
        ben.record(number, rating, "The log says so.")
    eda.sign_off(1)
    eda.sign_off(2)
    return eda


def manifest(folder: Path) -> dict[str, object]:
    found = json.loads((folder / "manifest.json").read_bytes())
    assert isinstance(found, dict)
    return found


def test_a_publication_is_a_folder_with_a_manifest_of_its_files(eda: Desk, tmp_path: Path) -> None:
    eda.publish(1)
    (folder,) = eda.write_revisions(tmp_path, 1)
    assert folder.parent == tmp_path / "published"
    names = sorted(path.name for path in folder.iterdir())
    assert names == [
        "claimreview.jsonld",
        "finding.json",
        "manifest.json",
        "report.md",
        "sources.bib",
        "sources.csl.json",
    ]
    told = manifest(folder)
    assert told["revision"] == 1
    for file in told["files"]:  # type: ignore[attr-defined]
        assert hashlib.sha256((folder / file["name"]).read_bytes()).hexdigest() == file["sha256"]
    assert len(told["journal"]["hash"]) == 64  # type: ignore[index]


def test_a_correction_is_a_second_folder_beside_the_first_on_the_same_page(eda: Desk, tmp_path: Path) -> None:
    eda.publish(1)
    (first,) = eda.write_revisions(tmp_path, 1)
    before = {path.name: path.read_bytes() for path in first.iterdir()}
    eda.correct(1, Severity.CLARIFICATION, "The year was left out.")
    again, second = eda.write_revisions(tmp_path, 1)
    assert again == first
    assert {path.name: path.read_bytes() for path in first.iterdir()} == before
    assert "The year was left out." in (second / "report.md").read_text()
    pages = [json.loads((one / "claimreview.jsonld").read_bytes())["url"] for one in (first, second)]
    assert pages[0] == pages[1]


def test_a_page_stays_where_it_was_when_the_statement_is_edited(eda: Desk, tmp_path: Path, open_as: OpenDesk) -> None:
    eda.publish(1)
    eda.reopen(1, "Look again.")
    eda.resolve_comment(1, 1)
    eda.edit(1, ClaimEdit(statement="Nine ferries sank."))
    open_as("ben").record(1, "half_true", "Half of it.")
    eda.sign_off(1)
    eda.correct(1, Severity.RATING_CHANGED, "We were wrong.")
    first, second = eda.write_revisions(tmp_path, 1)
    pages = [json.loads((one / "claimreview.jsonld").read_bytes()) for one in (first, second)]
    assert pages[0]["url"] == pages[1]["url"]
    assert pages[1]["claimReviewed"] == "Nine ferries sank."


def test_a_withdrawn_finding_has_no_claim_review(eda: Desk, tmp_path: Path) -> None:
    eda.publish(1)
    eda.withdraw(1, "It was another ferry.")
    *_, last = eda.write_revisions(tmp_path, 1)
    assert not (last / "claimreview.jsonld").exists()
    assert "Withdrawn" in (last / "report.md").read_text()
    exported = eda.export_findings(FindingForm.CLAIM_REVIEW, tmp_path / "ld")
    assert exported.paths == ()
    assert ("withdrawn", 1) in exported.left_out


def test_a_published_revision_is_never_overwritten(eda: Desk, tmp_path: Path) -> None:
    eda.publish(1)
    (folder,) = eda.write_revisions(tmp_path, 1)
    (folder / "report.md").write_text("Something else.")
    with pytest.raises(Conflict, match="not as it was published"):
        eda.write_revisions(tmp_path, 1)
    assert (folder / "report.md").read_text() == "Something else."


def test_what_cannot_be_written_is_written_later_as_it_went_out(eda: Desk, tmp_path: Path) -> None:
    eda.publish(1)
    blocked = tmp_path / "blocked"
    blocked.write_text("a file")
    with pytest.raises(WorkbenchError, match="can't be written"):
        eda.write_revisions(blocked, 1)
    (one,) = eda.write_revisions(tmp_path / "a", 1)
    eda.attach(1, EvidenceEntry(EvidenceForm.NOTE, Stance.CONTEXT, note="A late find."))
    (other,) = eda.carry_out(Order(Form.REVISIONS, tmp_path / "b")).paths
    assert {path.name: path.read_bytes() for path in one.iterdir()} == {
        path.name: path.read_bytes() for path in other.iterdir()
    }
    assert [path.name for path in (tmp_path / "a" / "published").iterdir()] == [one.name], "nothing is left over"


def test_a_claim_that_never_went_out_has_no_revisions(eda: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no revision"):
        eda.write_revisions(tmp_path, 2)
    assert eda.carry_out(Order(Form.REVISIONS, tmp_path)).paths == ()


def test_each_form_says_what_it_leaves_out(eda: Desk, tmp_path: Path) -> None:
    eda.publish(1)
    reviews = eda.export_findings(FindingForm.CLAIM_REVIEW, tmp_path)
    assert len(reviews.paths) == 1
    assert reviews.left_out == (("not published", 2),)
    records = eda.export_findings(FindingForm.AVERITEC, tmp_path)
    assert len(json.loads(records.paths[0].read_bytes())) == 2
    assert records.left_out == (("not signed off", 1),)
    pages = eda.export_findings(FindingForm.PAGES, tmp_path, template="box")
    assert len(pages.paths) == 3
    sources = eda.export_findings(FindingForm.CSL, tmp_path, [1, 99])
    assert sources.left_out == (("not rated", 1),)
    assert json.loads(sources.paths[0].read_bytes())[0]["title"] == "Harbour log"


def test_claim_reviews_need_to_know_where_the_pages_are(eda: Desk, tmp_path: Path) -> None:
    eda.set_publisher(PublisherRow())
    with pytest.raises(Refused, match="where its findings are read"):
        eda.export_findings(FindingForm.CLAIM_REVIEW, tmp_path)
    eda.publish(1)
    (folder,) = eda.write_revisions(tmp_path, 1)
    assert not (folder / "claimreview.jsonld").exists()


def test_a_site_holds_what_was_published_and_only_that(eda: Desk, tmp_path: Path) -> None:
    assert eda.export_findings(FindingForm.SITE, tmp_path).paths == ()
    for number in (1, 2):
        eda.publish(number)
    eda.withdraw(2, "It was another ferry.")
    first = eda.export_findings(FindingForm.SITE, tmp_path)
    names = {path.relative_to(tmp_path).as_posix(): path for path in first.paths}
    pages = [name for name in names if name.startswith("checks/")]
    assert sorted(names.keys() - pages) == ["corrections/index.html", "feed.xml", "index.html", "style.css"]
    assert len(pages) == 2
    assert "another ferry" in names["corrections/index.html"].read_text()
    assert first.left_out == ()
    # What is out stays out while somebody looks at it again.
    eda.reopen(1, "The log has a second page.")
    eda.edit(1, ClaimEdit(statement="The ferry sank three times in ten years."))
    stamps = {path: path.stat().st_mtime_ns for path in first.paths}
    again = eda.export_findings(FindingForm.SITE, tmp_path, [1, 2, 3])
    assert {path: path.stat().st_mtime_ns for path in again.paths} == stamps
    assert again.left_out == (("not published", 1),)


def test_what_readers_hold_is_not_set_aside_while_it_is_looked_at_again(eda: Desk, open_as: OpenDesk) -> None:
    ben = open_as("ben")
    eda.publish(1)
    eda.reopen(1, "Look again.")
    with pytest.raises(Refused, match="went out and stands"):
        ben.skip(1, SkipReason.TRIVIAL)
    with pytest.raises(Refused, match="went out and stands"):
        eda.mark_duplicate(1, 2)
    eda.resolve_comment(1, 1)
    ben.record(1, "half_true", "Half of it.")
    eda.sign_off(1)
    assert eda.correct(1, Severity.RATING_CHANGED, "We were wrong.").state is ClaimState.CORRECTED


def test_editors_say_who_publishes_and_nothing_of_others_is_overwritten(eda: Desk, open_as: OpenDesk) -> None:
    base = eda.publisher()
    assert base == PUBLISHER
    with pytest.raises(Refused, match="Only an editor"):
        open_as("ben").set_publisher(PublisherRow())
    eda.set_publisher(base._replace(name="Another Desk"), base)
    with pytest.raises(Refused, match="Somebody else changed"):
        eda.set_publisher(base._replace(name="A third"), base)
    with pytest.raises(BadInput):
        eda.set_publisher(base._replace(pages="nowhere"))
    assert eda.publisher().name == "Another Desk"


def test_a_template_of_ones_own_is_used_and_has_to_be_there(eda: Desk, tmp_path: Path) -> None:
    mine = tmp_path / "mine.md.j2"
    mine.write_text("Ours: {{ finding.rating.label }}\n")
    (page,) = eda.export_findings(FindingForm.PAGES, tmp_path, [1], str(mine)).paths
    assert page.read_text() == "Ours: False\n"
    eda.publish(1, str(mine))
    (folder,) = eda.write_revisions(tmp_path, 1)
    assert (folder / "report.md").read_text() == "Ours: False\n"
    for wrong in (str(tmp_path / "none.j2"), str(tmp_path), "fancy"):
        with pytest.raises(BadInput):
            eda.publish(2, wrong)
    assert eda.claim(2).publications == ()


def test_exporting_again_touches_only_what_changed(eda: Desk, tmp_path: Path) -> None:
    paths = eda.export_findings(FindingForm.PAGES, tmp_path).paths
    before = {path: path.stat().st_mtime_ns for path in paths}
    eda.attach(1, EvidenceEntry(EvidenceForm.NOTE, Stance.CONTEXT, note="A late find."))
    again = eda.export_findings(FindingForm.PAGES, tmp_path).paths
    changed = [path for path in again if path.stat().st_mtime_ns != before[path]]
    assert len(changed) == 1
    assert "A late find" in changed[0].read_text()
