"""Prior checks of other desks are taken in once, however often and in whatever pieces they come."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from claims_db.engine import open_engine
from claims_db.rows import DateRow
from claims_db.vocabulary import DatePrecision
from tests.claim_reviews import feed, item, review
from tests.conftest import Clock, OpenDesk
from workbench.desk import importing_priors
from workbench.desk.care.care import Care
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry
from workbench.desk.importing_priors import ImportedPriors
from workbench.desk.ledger_entries import SearchLogEntry
from workbench.domain.prior_entry import BrokenRecord
from workbench.domain.progress import Stopped
from workbench.errors import BadInput, NotFound
from workbench.settings import Settings


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return tmp_path / "feed.json"


def counts(done: ImportedPriors) -> tuple[int, ...]:
    return done.added, done.changed, done.known, done.twice, done.broken


def test_importing_again_changes_nothing(desk: Desk, written: Path) -> None:
    written.write_text(feed(*(item(review(number)) for number in range(1, 4)), item(review(2))))
    assert counts(desk.import_priors(str(written))) == (3, 0, 0, 1, 0)
    before = desk.changes()
    assert counts(desk.import_priors(str(written))) == (0, 0, 3, 1, 0)
    assert desk.changes() == before
    assert desk.prior_count() == 3


def test_a_check_has_what_its_outlet_wrote_and_where_it_came_from(desk: Desk, written: Path) -> None:
    written.write_text(feed(item(review(1, headline="Once?"))))
    desk.import_priors(str(written))
    (row,) = desk.priors(10)
    assert row == desk.prior(1)
    assert (row.number, row.claim, row.claimer, row.outlet) == (1, "The ferry sank 1 times.", "Inga Holm", "Checks")
    assert (row.rating, row.rating_name, row.worst, row.best) == ("2", "Falsch", "1", "5")
    assert (row.url, row.title, row.feed) == ("https://checks.example/1", "Once?", "feed.json")
    assert row.said_on == DateRow("2021-03", DatePrecision.MONTH)
    assert row.reviewed == DateRow("2021-03-04", DatePrecision.DAY)


def test_what_its_outlet_says_now_takes_the_place_of_what_it_said(desk: Desk, written: Path) -> None:
    written.write_text(feed(item(review(1)), item(review(2))))
    desk.import_priors(str(written))
    changed: dict[str, Any] = {"reviewRating": {"alternateName": "Wahr"}, "datePublished": "2022"}
    written.write_text(feed(item(review(1)), item(review(2, **changed))))
    assert counts(desk.import_priors(str(written))) == (0, 1, 1, 0, 0)
    row = desk.prior(2)
    assert (row.rating, row.rating_name, row.worst) == ("", "Wahr", "")
    assert row.reviewed == DateRow("2022", DatePrecision.YEAR)
    assert desk.prior_count() == 2


def test_a_record_is_known_by_its_id_when_its_words_are_changed(desk: Desk, written: Path) -> None:
    for words in ("The ferry sank.", "The ferry sank twice."):
        written.write_text(feed(item(review(1, claimReviewed=words, **{"@id": "urn:check:1"}))))
        desk.import_priors(str(written))
    assert [row.claim for row in desk.priors(10)] == ["The ferry sank twice."]


def test_broken_records_are_listed_and_the_others_kept(desk: Desk, written: Path) -> None:
    written.write_text(feed(item(review(1)), 7, item(review(3, url="")), item(review(4))))
    done = desk.import_priors(str(written))
    assert counts(done) == (2, 0, 0, 0, 2)
    assert done.listed == (
        BrokenRecord("record 2", "there is no ClaimReview in it"),
        BrokenRecord("record 3", "there is no url"),
    )


def test_what_was_stopped_goes_on(desk: Desk, written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing_priors, "_AT_ONCE", 2)
    written.write_text(feed(*(item(review(number)) for number in range(1, 8))))

    def unwanted(step: str, done: int, whole: int) -> None:
        assert step == "taking in prior checks"
        assert 0 < done <= whole
        if desk.prior_count() == 4:
            raise Stopped

    with pytest.raises(Stopped):
        desk.import_priors(str(written), unwanted)
    assert desk.prior_count() == 4
    assert counts(desk.import_priors(str(written))) == (3, 0, 4, 0, 0)


def test_two_people_import_one_feed(open_as: OpenDesk, written: Path) -> None:
    written.write_text(feed(*(item(review(number)) for number in range(1, 4))))
    ana, ben = open_as(), open_as("ben")
    assert counts(ana.import_priors(str(written))) == (3, 0, 0, 0, 0)
    assert counts(ben.import_priors(str(written))) == (0, 0, 3, 0, 0)
    assert [row.number for row in ben.priors(10)] == [3, 2, 1]


def test_an_outlet_s_checks_are_listed_alone(desk: Desk, written: Path) -> None:
    written.write_text(feed(item(review(1)), item(review(2, author={"name": "Others"})), item(review(3))))
    desk.import_priors(str(written))
    assert [row.number for row in desk.priors(1)] == [3]
    assert [row.number for row in desk.priors(10, "Others")] == [2]


def test_hostile_words_are_stored_as_they_are(desk: Desk, written: Path) -> None:
    words = "Zażółć \u202e gęślą \x1b]52;c;x\x07 [/x] 日本 😀"
    written.write_text(json.dumps(review(1, claimReviewed=words, headline="a\ud800b")), encoding="utf-8")
    desk.import_priors(str(written))
    row = desk.prior(1)
    assert (row.claim, row.title) == (words, "a?b")


def test_an_import_is_journalled_and_undo_leaves_it(desk: Desk, written: Path) -> None:
    written.write_text(feed(item(review(1))))
    desk.add_claim(ClaimEntry("The ferry sank.", claimer="Inga Holm"))
    desk.import_priors(str(written))
    claim = desk.add_claim(ClaimEntry("The ferry sank again."))
    desk.log_search(claim.claim, SearchLogEntry("Register", "ferry"))
    desk.undo()
    assert desk.prior_count() == 1


@pytest.mark.files_only
def test_a_check_that_is_changed_behind_the_desk_s_back_is_named(
    desk: Desk, written: Path, settings: Settings, clock: Clock
) -> None:
    written.write_text(feed(item(review(1))))
    desk.import_priors(str(written))
    engine = open_engine(settings.database)
    with engine.begin() as connection:
        connection.execute(text("UPDATE prior_check SET rating_name = 'Wahr'"))
    engine.dispose()
    found = Care(settings.database, clock, settings.folders.data).verify()
    (misfit,) = found.misfits
    assert "prior_check" in misfit.where


@pytest.mark.parametrize("content", ["", "no feed", "<html></html>"])
def test_what_is_no_feed_is_refused_and_nothing_is_written(desk: Desk, written: Path, content: str) -> None:
    written.write_text(content)
    before = desk.changes()
    with pytest.raises(BadInput):
        desk.import_priors(str(written))
    assert desk.changes() == before


def test_a_check_that_is_not_there_is_named(desk: Desk) -> None:
    with pytest.raises(NotFound, match="P-7"):
        desk.prior(7)
