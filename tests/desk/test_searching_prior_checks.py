"""Prior checks are searched on both kinds of database, beside what the desk wrote itself."""

from pathlib import Path

import pytest

from claims_db.vocabulary import EvidenceForm, Stance
from tests.claim_reviews import feed, item, review
from tests.conftest import OpenDesk
from tests.desk.test_searching import found, marked
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry, EvidenceEntry
from workbench.domain.progress import Stopped
from workbench.domain.search_words import parse_filter
from workbench.domain.searching import HitKind
from workbench.index import filling


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Give where a feed is written."""
    return tmp_path / "feed.json"


def take_in(desk: Desk, written: Path, *reviews: object) -> None:
    written.write_text(feed(item(*reviews)))
    desk.import_priors(str(written))


def checks(desk: Desk, words: str) -> list[int]:
    """Give the prior checks among what a search finds."""
    hits = desk.search(words).hits
    assert all((hit.prior is not None) == (hit.kind is HitKind.PRIOR_CHECK) for hit in hits)
    return sorted(hit.prior for hit in hits if hit.prior is not None)


def test_a_check_is_found_by_whatever_its_outlet_wrote(desk: Desk, written: Path) -> None:
    desk.add_claim(ClaimEntry("The ferry sank twice.", claimer="Inga Holm"))
    take_in(
        desk,
        written,
        review(1, headline="Nautical myths"),
        review(2, itemReviewed={"author": {"name": "Jonas Berg"}}, datePublished="2019", author={"name": "Harbour Facts"}),
    )  # fmt: skip
    for words, numbers in {
        "ferries sinking": [],
        "ferries sank": [1, 2],
        '"sank 2 times"': [2],
        "nautical": [1],
        "holm": [1],
        '"harbour facts"': [2],
        "falsch": [1, 2],
        '"checks.example/2"': [2],
        "ferry on:2021-03-04": [1],
        "ferry before:2020": [2],
        "ferry -nautical": [2],
        "claimer:berg": [2],
        "claimer:holm": [1],
        "ferry -claimer:holm": [2],
        "claimer:holm state:open": [],
        "ferry kind:other": [],
        "ferry rating:false": [],
        "ferry article:A-1": [],
        "P-2": [2],
        "p-2 ferry": [2],
        '"P-2"': [],
        "-P-2 ferry": [1],
    }.items():
        assert checks(desk, words) == numbers, words
    said = desk.add_claim(ClaimEntry("P-1 is what the pilots call it.")).claim
    assert list(desk.claim_numbers(parse_filter("P-1"))) == [said]
    desk.attach(1, EvidenceEntry(EvidenceForm.NOTE, Stance.CONTEXT, note="A photo."))
    assert list(desk.claim_numbers(parse_filter("P-1"))) == [said], "no evidence of that number"
    (first, *_) = desk.search("nautical").hits
    assert (first.claim, first.article, first.evidence, first.prior) == (None, None, None, 1)
    assert (first.heading, first.passage.part) == ("The ferry sank 1 times.", "title")
    assert marked(desk.search("nautical")) == ["Nautical"]
    assert found(desk, "claimer:holm sank") == ["claim 1", "prior check None"]


def test_what_comes_in_or_is_changed_is_found_at_once(desk: Desk, open_as: OpenDesk, written: Path) -> None:
    assert checks(desk, "ferry") == []
    take_in(desk, written, review(1), review(2))
    assert checks(desk, "ferry") == [1, 2]
    take_in(open_as("ben"), written, review(1), review(2, headline="Whales", reviewRating={"alternateName": "Wahr"}))
    assert checks(desk, "whale") == checks(desk, "wahr") == [2]
    assert checks(desk, "falsch") == [1]


def test_what_an_index_that_is_behind_offers_is_compared_with_the_desk(
    desk: Desk, written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(desk, written, review(1))
    assert checks(desk, "claimer:holm") == [1]
    take_in(desk, written, review(1, itemReviewed={"author": {"name": "Jonas Berg"}}))
    monkeypatch.setattr(type(desk._place.index()), "refresh", lambda *_: False)
    assert checks(desk, "claimer:holm") == []
    assert checks(desk, "ferry -claimer:berg") == []
    assert checks(desk, "ferry") == [1]


def test_an_index_that_is_stopped_among_the_checks_goes_on_there(
    desk: Desk, open_as: OpenDesk, written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filling, "_PRIORS", 2)
    monkeypatch.setattr(filling, "_STEP", 1)
    desk.add_claim(ClaimEntry("The ferry sank twice."))
    take_in(desk, written, *(review(number) for number in range(1, 8)))
    heard: list[int] = []

    def stop_at(most: int) -> None:
        def progress(_step: str, done: int, whole: int) -> None:
            heard.append(done)
            assert done <= whole == 8
            if done >= most:
                raise Stopped

        open_as().fill_index(progress)

    with pytest.raises(Stopped):
        stop_at(4)
    part = open_as().search("ferry", typing=True)
    assert part.behind
    assert 0 < sum(hit.prior is not None for hit in part.hits) < 7
    heard.clear()
    stop_at(1_000)
    assert heard[0] > 4
    assert checks(desk, "ferry") == list(range(1, 8))
