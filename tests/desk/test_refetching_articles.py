"""An article is taken in again: what changed, what became of its claims, and nothing of the first text changes."""

import io
from pathlib import Path

import pytest
from sqlalchemy import text

from claims_db.errors import Conflict, NotFound
from claims_db.vocabulary import Action
from tests.conftest import OpenDesk
from tests.weighed import weigh
from workbench.bootstrap import open_care
from workbench.desk import refetching
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry
from workbench.domain.evidence.article_changes import ClaimFate
from workbench.domain.evidence.paragraph_pairs import ParagraphFate
from workbench.domain.newest_text import words_that_left
from workbench.errors import BadInput
from workbench.export.markdown import render_article
from workbench.settings import Settings

PRICES = "The council said that ferry prices rose by 12 percent in March."
JOBS = "The mayor said that 300 people lost their jobs at the harbour in 2023."
BOATS = "The harbour has 40 boats, the port authority said on Tuesday."
BEDS = "The hospital said that it has 120 beds for the people of the island."


@pytest.fixture
def page(tmp_path: Path) -> Path:
    written = tmp_path / "article.txt"
    write(written, PRICES, JOBS, BOATS)
    return written


def write(page: Path, *paragraphs: str) -> None:
    page.write_text("\n\n".join(("Prices and jobs at the harbour", *paragraphs)) + "\n")


@pytest.fixture
def taken_in(desk: Desk, page: Path) -> Desk:
    intake = desk.add_article(ArticleEntry(str(page)))
    assert len(intake.claims) == 3
    return desk


def fates(desk: Desk) -> dict[int, ClaimFate]:
    return {one.claim.number: one.fate for one in desk.article_difference(1).claims}


def test_an_article_that_is_as_it_was_gets_no_revision(taken_in: Desk, page: Path) -> None:
    done = taken_in.refetch_article(1, str(page))
    assert (done.revision, done.difference, done.new) == (1, None, ())
    with pytest.raises(BadInput, match="no text before revision 1"):
        taken_in.article_difference(1)


def test_each_claim_is_unchanged_reworded_or_removed_and_new_words_are_claims(taken_in: Desk, page: Path) -> None:
    before = taken_in.article(1)
    write(page, PRICES.replace("12", "14"), BEDS, JOBS)
    done = taken_in.refetch_article(1, str(page))
    assert (done.revision, done.article) == (2, 1)
    assert fates(taken_in) == {1: ClaimFate.REWORDED, 2: ClaimFate.UNCHANGED, 3: ClaimFate.REMOVED}
    difference = taken_in.article_difference(1)
    assert difference == done.difference
    assert [str(change) for change in difference.claims[0].changes] == ["“12” against “14”"]
    assert {one.fate for one in difference.paragraphs} == {
        ParagraphFate.KEPT, ParagraphFate.CHANGED, ParagraphFate.ADDED, ParagraphFate.REMOVED
    }  # fmt: skip
    # What says something else now is another claim; the words that stand are the claim they were.
    now = taken_in.article(1)
    assert (now.revision, before.revision) == (2, 1)
    new = [taken_in.claim(number).statement for number in done.new]
    assert [("14 percent" in words, "120 beds" in words) for words in new] == [(True, False), (False, True)]
    assert [(claim.number, claim.met_here) for claim in now.claims] == [
        (done.new[0], True), (done.new[1], True), (2, False)
    ]  # fmt: skip
    placed = now.claims[2]
    assert now.text[placed.span.start : placed.span.end] == taken_in.claim(2).appearances[0].quote.exact  # type: ignore[union-attr]


def test_the_first_text_and_the_first_appearances_stay(taken_in: Desk, page: Path) -> None:
    with taken_in._place.read() as connection:
        first = refetching.views.revision_text(connection, 1)
    appearances = taken_in.claim(2).appearances
    write(page, BEDS, JOBS)
    taken_in.refetch_article(1, str(page))
    with taken_in._place.read() as connection:
        assert refetching.views.revision_text(connection, 1, 1) == first
    assert taken_in.claim(2).appearances[0] == appearances[0]._replace(newest=2)
    assert [one.revision for one in taken_in.claim(2).appearances] == [1, 2]
    assert [one.revision for one in taken_in.claim(1).appearances] == [1]


def test_a_claim_whose_words_left_says_so_wherever_it_is_read(taken_in: Desk, page: Path) -> None:
    for number in (14, 15):
        write(page, PRICES.replace("12", str(number)), JOBS, BOATS)
        taken_in.refetch_article(1, str(page))
    left = "Its words are not in the newest text of A-1 (revision 3); they were last in revision 1."
    assert words_that_left(taken_in.claim(1)) == (left,)
    assert words_that_left(taken_in.claim(2)) == ()
    assert [row.left_text for row in taken_in.claim_rows([1, 2, 3])] == [True, False, False]
    gone = render_article(taken_in.reports(claim=1)[0])
    assert f"- Newest text: {left}" in gone
    assert "In revision 1 of the article:\n\n> " in gone
    stays = render_article(taken_in.reports(claim=2)[0])
    assert sum(line.startswith("> ") for line in stays.splitlines()) == 1
    assert "revision" not in stays


def test_a_claim_whose_words_come_back_is_the_claim_it_was(taken_in: Desk, page: Path) -> None:
    write(page, PRICES.replace("12", "14"), BOATS)
    other = taken_in.refetch_article(1, str(page)).new
    write(page, PRICES, JOBS, BOATS)
    done = taken_in.refetch_article(1, str(page))
    assert (done.new, done.back) == ((), (1, 2))
    for number in (1, 2):
        assert words_that_left(taken_in.claim(number)) == ()
        assert [one.revision for one in taken_in.claim(number).appearances] == [1, 3]
    assert words_that_left(taken_in.claim(other[0])) != ()
    now = taken_in.article(1)
    placed = {claim.number: now.text[claim.span.start : claim.span.end] for claim in now.claims if claim.span}
    assert placed[1] == taken_in.claim(1).appearances[0].quote.exact  # type: ignore[union-attr]
    assert sorted(placed) == [1, 2, 3]


def test_words_that_come_back_in_another_sense_are_not_the_claim(taken_in: Desk, page: Path) -> None:
    write(page, JOBS, BOATS)
    taken_in.refetch_article(1, str(page))
    write(page, f"It is not true that {PRICES[0].lower()}{PRICES[1:]}", JOBS, BOATS)
    assert taken_in.refetch_article(1, str(page)).back == ()
    assert words_that_left(taken_in.claim(1)) != ()


def test_a_page_that_stood_behind_another_is_the_article_again(taken_in: Desk, page: Path) -> None:
    before = page.read_text()
    page.write_text("Subscribe now to go on reading.\n")
    taken_in.refetch_article(1, str(page), replaced=True)
    page.write_text(before)
    done = taken_in.refetch_article(1, str(page))
    assert (done.revision, done.new, done.back) == (3, (), (1, 2, 3))


def test_words_that_only_sound_otherwise_stay_the_claim(taken_in: Desk, page: Path) -> None:
    write(page, PRICES.replace("rose", "climbed"), JOBS, BOATS)
    done = taken_in.refetch_article(1, str(page))
    assert fates(taken_in)[1] is ClaimFate.REWORDED
    assert done.new == ()
    assert [one.revision for one in taken_in.claim(1).appearances] == [1, 2]


def test_findings_on_changed_words_are_listed_with_what_went_out(taken_in: Desk, open_as: OpenDesk, page: Path) -> None:
    weigh(taken_in, 1, 2)
    for number in (1, 2, 3):
        open_as("ben").record(number, "true", "The council says so.", queue=None)
    taken_in.sign_off(1)
    taken_in.publish(1)
    taken_in.sign_off(2)
    write(page, PRICES.replace("12", "14"), BOATS)
    done = taken_in.refetch_article(1, str(page))
    assert done.difference is not None
    assert [(one.claim.number, one.claim.published, one.fate) for one in done.difference.findings] == [
        (1, 1, ClaimFate.REWORDED), (2, None, ClaimFate.REMOVED)
    ]  # fmt: skip


def test_another_page_is_not_taken_for_the_article(taken_in: Desk, page: Path) -> None:
    page.write_text("Subscribe now to go on reading.\n")
    with pytest.raises(BadInput, match="Nothing of the text of A-1 is left"):
        taken_in.refetch_article(1, str(page))
    assert taken_in.article(1).revision == 1
    done = taken_in.refetch_article(1, str(page), replaced=True)
    assert done.revision == 2
    assert set(fates(taken_in).values()) == {ClaimFate.REMOVED}


def test_an_article_is_read_again_from_where_it_came(taken_in: Desk, page: Path) -> None:
    write(page, PRICES, BEDS)
    assert taken_in.refetch_article(1).revision == 2
    taken_in.add_article(ArticleEntry("-"), io.BytesIO(BEDS.encode()))
    with pytest.raises(BadInput, match="A-2 has no address"):
        taken_in.refetch_article(2)
    with pytest.raises(NotFound):
        taken_in.refetch_article(9)


def test_any_two_texts_can_be_compared(taken_in: Desk, page: Path) -> None:
    for number in ("13", "14"):
        write(page, PRICES.replace("12", number), JOBS, BOATS)
        taken_in.refetch_article(1, str(page))
    change = taken_in.article_difference(1, 1, 3).claims[0].changes[0]
    assert (change.words, change.source_words) == ("12", "14")
    with pytest.raises(BadInput, match="not before"):
        taken_in.article_difference(1, 3, 2)
    for number in (7, 2**70):
        with pytest.raises(NotFound, match=f"no revision {number}"):
            taken_in.article_difference(1, 1, number)


def test_what_somebody_else_took_in_meanwhile_is_not_overwritten(
    taken_in: Desk, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(page, PRICES.replace("12", "14"), JOBS, BOATS)
    read = refetching.propose

    def meanwhile(*arguments: object) -> object:
        found = read(*arguments)  # type: ignore[arg-type]
        monkeypatch.setattr(refetching, "propose", read)
        taken_in.refetch_article(1, str(page))
        return found

    monkeypatch.setattr(refetching, "propose", meanwhile)
    with pytest.raises(Conflict):
        taken_in.refetch_article(1, str(page))
    assert taken_in.article(1).revision == 2


def test_the_journal_has_the_revision_and_the_desk_verifies(taken_in: Desk, page: Path, settings: Settings) -> None:
    write(page, PRICES, BEDS, JOBS)
    taken_in.refetch_article(1, str(page))
    with taken_in._place.read() as connection:
        query = text("SELECT entity FROM journal WHERE action = :action ORDER BY sequence")
        rows = connection.execute(query, {"action": Action.ARTICLE_REFETCHED.value})
        assert [row[0] for row in rows][:3] == ["revision", "appearance", "appearance"]
    if not settings.database.startswith("postgresql"):
        assert open_care(settings).verify().rows
