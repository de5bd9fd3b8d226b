"""Whoever takes claims in hears what they may repeat, and waits for nothing that is still to be prepared."""

import errno
import os
from pathlib import Path

import pytest

from claims_db.match_vocabulary import Relation
from claims_db.rows import ClaimFilter
from tests.desk.test_matches_of_claims import ROSE, add, take_in
from workbench.desk import new_matches
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ClaimEntry
from workbench.desk.match_rows import NewMatches
from workbench.desk.match_words import new_match_lines
from workbench.domain.progress import Stopped
from workbench.index import priors
from workbench.index.kept_pool import VERSION
from workbench.index.opening import only_writer
from workbench.settings import Settings


def told(desk: Desk, statement: str, claimer: str = "") -> NewMatches:
    return desk.add_claim(ClaimEntry(statement, claimer)).matches


@pytest.mark.parametrize(
    ("known", "new", "relation"),
    [
        (ROSE, "Unemployment rose to 5.2% in March", Relation.SAME),
        (ROSE, "In March unemployment rose to 5.2 per cent.", Relation.SAME),
        (ROSE, "Unemployment fell to 5.2% in March.", Relation.OPPOSITE),
        (ROSE, "Unemployment rose to 2.5% in March.", Relation.VARIANT),
        ("Crime has increased since 2019.", "Crime has not increased since 2019.", Relation.OPPOSITE),
        ("The plan cuts $40 billion from schools.", "The plan cuts $400 billion from schools.", Relation.VARIANT),
        ("Ten bombers flew near the border.", "10 bombers flew near the border.", Relation.SAME),
        ("The mayor closed seven bridges.", "Seven bridges were closed by the mayor.", Relation.SAME),
    ],
)
def test_what_a_desk_of_one_claim_says_of_another(desk: Desk, known: str, new: str, relation: Relation) -> None:
    first = add(desk, known)
    (one,) = told(desk, new).found
    assert (one.match.claim, one.match.relation) == (first, relation)
    assert bool(one.match.differences) is (relation is not Relation.SAME)
    assert len(desk.claim_numbers(ClaimFilter())) == 2


def test_another_speaker_makes_a_variant(desk: Desk) -> None:
    add(desk, "Inflation was 9% when he took office.", "A. Smith")
    (one,) = told(desk, "Inflation was 9% when he took office.", "B. Jones").found
    assert one.match.relation is Relation.VARIANT
    assert "A. Smith" in one.match.differences[0].words


def test_a_prior_check_is_pointed_out_with_its_rating(desk: Desk, tmp_path: Path) -> None:
    take_in(desk, tmp_path, "The island council raised ferry prices by 12% in March.")
    path = tmp_path / "article.txt"
    path.write_text("Ferries\n\nMayor Inga Holm said the island council raised ferry prices by 15% in March.\n")
    intake = desk.add_article(ArticleEntry(str(path)))
    assert list(new_match_lines(intake.matches)) == [
        "C-1 is like P-1: variant, rated Falsch, 2 (1–5) by Checks",
    ]


@pytest.mark.parametrize(
    "statement", ["Putin said that an alliance cannot be ruled out.", "The", "…", "😀🎉", "日本の失業率", "x" * 10_000]
)
def test_what_is_like_nothing_is_not_pointed_out(desk: Desk, statement: str) -> None:
    add(desk, "The bridge was closed for 40 days.")
    assert told(desk, statement) == NewMatches()


def test_claims_that_come_in_together_are_compared_with_those_that_were_there(desk: Desk, tmp_path: Path) -> None:
    first = add(desk, ROSE)
    path = tmp_path / "claims.csv"
    path.write_text(f'statement,locator\n"{ROSE}",1\n"{ROSE}",2\n')
    done = desk.import_claims(str(path))
    assert [(one.claim, one.match.claim) for one in done.matches.found] == [(number, first) for number in done.added]


def test_of_very_many_claims_the_first_are_compared(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_matches, "_MOST", 2)
    add(desk, ROSE)
    path = tmp_path / "claims.csv"
    path.write_text("statement,locator\n" + "".join(f'"{ROSE}",{number}\n' for number in range(5)))
    done = desk.import_claims(str(path))
    assert len(done.added) == 5
    assert len(done.matches.found) == 2
    assert "first 2 of 5" in done.matches.unseen


def test_nobody_waits_for_a_pool_that_is_not_filled(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    add(desk, ROSE)
    monkeypatch.setattr(new_matches, "_TAKEN_UP", 0)
    found = told(desk, f"{ROSE[:-1]} again.")
    assert found.found == ()
    assert "'workbench match C-2'" in found.unseen
    desk.match(ROSE)
    monkeypatch.undo()
    assert told(desk, f"{ROSE[:-1]}").found


def test_another_program_at_the_pool_holds_no_intake_up(desk: Desk, settings: Settings) -> None:
    add(desk, ROSE)
    folder = settings.folders.cache / "index" / f"{desk.desk().public_id}-pool-v{VERSION}"
    with only_writer(folder):
        assert told(desk, ROSE[:-1]).unseen


def test_a_cache_that_is_no_folder_holds_no_intake_up(desk: Desk, settings: Settings) -> None:
    settings.folders.cache.parent.mkdir(parents=True, exist_ok=True)
    settings.folders.cache.write_text("no folder")
    added = desk.add_claim(ClaimEntry(ROSE))
    assert added.claim == 1
    assert str(settings.folders.cache) in added.matches.unseen


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_disk_that_takes_nothing_holds_no_intake_up(
    desk: Desk, settings: Settings, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refused(_: str) -> None:
        raise ValueError(f"{os.strerror(number)} (os error {number})")

    monkeypatch.setattr(priors, "mark_document", refused)
    added = desk.add_claim(ClaimEntry(ROSE))
    assert added.claim == 1
    assert str(settings.folders.cache) in added.matches.unseen
    monkeypatch.undo()
    assert told(desk, ROSE[:-1]).found


def test_a_pool_that_is_damaged_holds_no_intake_up(desk: Desk, settings: Settings) -> None:
    add(desk, ROSE)
    assert told(desk, ROSE[:-1]).found
    for path in (settings.folders.cache / "index").glob("*-pool-*/*.*"):
        path.write_bytes(b"")
    assert told(desk, f"{ROSE[:-1]}!").found


def test_who_stops_an_intake_stores_nothing(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(desk, ROSE)
    monkeypatch.setattr(priors, "_TOLD", 1)
    path = tmp_path / "article.txt"
    path.write_text("Ferries\n\nMayor Inga Holm said the island council raised ferry prices by 15% in March.\n")

    def stop(step: str, _done: int, _whole: int) -> None:
        if step.startswith("filling the pool"):
            raise Stopped

    with pytest.raises(Stopped):
        desk.add_article(ArticleEntry(str(path)), progress=stop)
    assert desk.articles() == ()
