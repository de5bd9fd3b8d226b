"""A wire copy that is taken in: its claims are the claims of its original where the words are the same, until undone."""

import itertools
import shutil
from pathlib import Path

import pytest

from claims_db.journal.verify import verify
from claims_db.vocabulary import ClaimState
from tests.conftest import OpenDesk
from workbench.desk import copies
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ClaimEntry, Intake
from workbench.desk.taken_in import TakenIn, taken_in_words
from workbench.domain.newest_text import also_in
from workbench.domain.progress import Stopped
from workbench.errors import Refused
from workbench.export.markdown import render_article
from workbench.settings import Settings

PRICES = "The island council raised ferry prices by 12% in March, the mayor said on Tuesday."
JOBS = "The mayor said that 300 people lost their jobs at the harbour in 2023."
BOATS = "The harbour has 40 boats, the port authority of the island said on Tuesday."
QUOTE = "“We carried 48,000 passengers last winter,” harbour master Jonas Berg told reporters."
SCHOOL = "The local school counts 220 pupils this year, the head teacher said."
ORIGINAL = ("NORHAM (Reuters) - " + PRICES, JOBS, BOATS, QUOTE, "(Reporting by Jane Roe; Editing by John Doe)")
COPY = (
    SCHOOL,
    PRICES.replace("12%", "12 percent"),
    JOBS.replace("300", "310"),
    BOATS,
    QUOTE.replace("“", '"').replace("”", '"'),
)


@pytest.fixture
def take_in(desk: Desk, tmp_path: Path) -> "TakeIn":
    return TakeIn(desk, tmp_path)


class TakeIn:
    """Takes paragraphs in as an article."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk, self._folder, self._numbers = desk, folder, itertools.count(1)
        self.path = folder

    def __call__(self, *paragraphs: str, link: bool = True, desk: Desk | None = None) -> Intake:
        self.path = self._folder / f"{next(self._numbers)}.txt"
        self.path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
        return (desk or self.desk).add_article(ArticleEntry(str(self.path), link=link))

    def again(self, *, link: bool) -> Intake:
        return self.desk.add_article(ArticleEntry(str(self.path), link=link))


def placed(desk: Desk, article: int) -> dict[int, str]:
    """Give the words of the claims that stand in an article."""
    sheet = desk.article(article)
    return {claim.number: sheet.text[claim.span.start : claim.span.end] for claim in sheet.claims}


def queued(desk: Desk) -> int:
    return desk.queue().free


def test_what_a_copy_has_of_its_original_is_linked_and_what_is_new_is_new(take_in: "TakeIn") -> None:
    desk = take_in.desk
    first = take_in("Prices rise", *ORIGINAL)
    assert len(first.claims) == 4
    assert first.copied.copies == ()
    intake = take_in("Cost of crossing goes up", *COPY)
    (copy,) = intake.copied.copies
    assert (copy.article, copy.title) == (1, "Prices rise")
    assert 0.5 < copy.copy.of_copy < 0.9
    # The claim of prices, of boats, and the quotation: numbers and marks are written otherwise.
    assert intake.copied.linked == (1, 3, 4)
    assert [desk.claim(number).statement.split()[0] for number in intake.claims] == ["The", "310"]
    assert queued(desk) == 6
    words = placed(desk, 2)
    assert set(words) == {1, 3, 4, 5, 6}
    assert words[1] == "The island council raised ferry prices by 12 percent in March"
    assert also_in(desk.claim(1)) == ("A-2 Cost of crossing goes up",)
    assert also_in(desk.claim(5)) == ()
    report = render_article(desk.reports(claim=1)[0])
    assert "Also in A-2, Cost of crossing goes up:\n\n> " in report
    appearances = desk.claim(1).appearances
    assert [(one.article, one.revision, one.newest) for one in appearances] == [(1, 1, 1), (2, 1, 1)]
    assert appearances[1].quote is not None
    assert appearances[1].quote.exact == words[1]
    assert [claim.number for claim in desk.article(2).claims if claim.met_here] == list(intake.claims)


def test_a_claim_with_other_figures_is_a_new_one_and_is_said_to_be_so(take_in: "TakeIn") -> None:
    take_in("Prices rise", *ORIGINAL)
    intake = take_in("Cost of crossing goes up", *COPY)
    (changed,) = intake.copied.changed
    assert (changed.claim, changed.original) == (intake.claims[1], 2)
    assert [str(change) for change in changed.changes] == ["“300” against “310”"]
    assert (changed.claim, 2) not in [(one.claim, one.match.claim) for one in intake.matches.found]
    said = taken_in_words(TakenIn((intake,), (), 0))
    assert "This is a copy of A-1 (" in said.message
    assert "3 claims are linked, 2 are new." in said.message
    assert said.hint.startswith("C-6 is C-2 with other figures: “300” against “310”")


def test_undo_takes_the_linking_back_and_redo_does_it_again(take_in: "TakeIn") -> None:
    desk = take_in.desk
    take_in("Prices rise", *ORIGINAL)
    take_in("Cost of crossing goes up", *COPY)
    linked = placed(desk, 2)
    undone = desk.undo()
    assert undone.summary.startswith("Took back the linking on 3 claims.")
    assert set(placed(desk, 2)) == {5, 6}
    assert len(desk.claim(1).appearances) == 1
    desk.redo()
    assert placed(desk, 2) == linked
    desk.undo()
    with desk._place.read() as connection:
        assert list(verify(connection)) == []
    # The words that no claim has now come in as claims of their own, once.
    own = take_in.again(link=False)
    assert (own.known, len(own.claims)) == (True, 3)
    assert len(placed(desk, 2)) == 5
    assert take_in.again(link=False).claims == ()
    assert take_in.again(link=True).claims == ()


def test_all_can_be_kept_apart(take_in: "TakeIn") -> None:
    take_in("Prices rise", *ORIGINAL)
    intake = take_in("Cost of crossing goes up", *COPY, link=False)
    assert (len(intake.claims), intake.copied.linked, intake.copied.copies) == (5, (), ())
    assert {one.match.claim for one in intake.matches.found} >= {1, 3, 4}
    assert [one.article for one in take_in.desk.article_copies(2)] == [1]


def test_two_stories_of_one_event_stay_apart(take_in: "TakeIn") -> None:
    take_in("Prices rise", *ORIGINAL)
    intake = take_in(
        "Ferry users angry",
        "People who live on the island and take the boat each day were angry on Tuesday about what it costs now.",
        "Their mayor defended the 12% rise that the council decided in March and spoke of the price of fuel.",
        QUOTE,
    )
    assert (intake.copied.copies, intake.copied.linked) == ((), ())
    assert take_in.desk.article_copies(2) == ()


def test_the_same_words_of_another_speaker_are_another_claim(take_in: "TakeIn") -> None:
    take_in("Prices rise", *ORIGINAL)
    intake = take_in("Prices rise", *(one.replace("Jonas Berg", "Inga Holm") for one in ORIGINAL))
    assert intake.copied.linked == (1, 2, 3)
    assert [take_in.desk.claim(number).claimer for number in intake.claims] == ["Inga Holm"]


def test_claims_that_are_decided_are_linked_as_they_are(take_in: "TakeIn") -> None:
    desk = take_in.desk
    take_in("Prices rise", *ORIGINAL)
    desk.record(3, "true", "The register says so.", queue=None)
    intake = take_in("Cost of crossing goes up", *COPY)
    assert 3 in intake.copied.linked
    assert desk.claim(3).state is ClaimState.RECORDED
    assert [claim.rating for claim in desk.article(2).claims if claim.number == 3] == ["True"]


def test_a_copy_of_a_copy_has_the_first_claims(take_in: "TakeIn", open_as: OpenDesk) -> None:
    take_in("Prices rise", *ORIGINAL)
    take_in("Cost of crossing goes up", *COPY)
    third = take_in("Ferries cost more", *COPY[1:], desk=open_as("ben"))
    assert [one.article for one in third.copied.copies] == [2, 1]
    assert (third.claims, third.copied.linked) == ((), (1, 3, 4, 6))
    assert len(take_in.desk.claim(1).appearances) == 3
    # What somebody else linked, only they take back.
    assert take_in.desk.undo().summary.startswith("Took back the linking on 3 claims.")
    assert [one.article for one in take_in.desk.claim(1).appearances] == [1, 3]


def test_a_claim_that_goes_meanwhile_leaves_nothing_half_linked(
    take_in: "TakeIn", monkeypatch: pytest.MonkeyPatch
) -> None:
    from claims_db.repositories.intake import Articles

    take_in("Prices rise", *ORIGINAL)
    monkeypatch.setattr(Articles, "place_again", lambda *_: ())
    with pytest.raises(Refused, match="took back a claim of A-1 meanwhile"):
        take_in("Cost of crossing goes up", *COPY)
    assert len(take_in.desk.articles()) == 1
    assert queued(take_in.desk) == 4


def test_an_article_comes_in_where_the_index_can_not_be_kept(take_in: "TakeIn", settings: Settings) -> None:
    take_in("Prices rise", *ORIGINAL)
    shutil.rmtree(settings.folders.cache, ignore_errors=True)
    settings.folders.cache.parent.mkdir(parents=True, exist_ok=True)
    settings.folders.cache.write_text("no folder")
    intake = take_in("Cost of crossing goes up", *COPY)
    assert (len(intake.claims), intake.copied.copies) == (5, ())
    assert "Copies were not looked for: The search index" in taken_in_words(TakenIn((intake,), (), 0)).message


def test_who_stops_while_copies_are_looked_for_has_stored_nothing(
    take_in: "TakeIn", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "_UNHEARD", 0)
    take_in("Prices rise", *ORIGINAL)
    take_in("Cost of crossing goes up", *COPY, link=False)

    def stop(step: str, _done: int, _whole: int) -> None:
        if "index" in step:
            raise Stopped

    (take_in.path.parent / "x.txt").write_text("\n\n".join(ORIGINAL[:3]))
    with pytest.raises(Stopped):
        take_in.desk.add_article(ArticleEntry(str(take_in.path.parent / "x.txt")), progress=stop)
    assert len(take_in.desk.articles()) == 2


def test_copies_are_found_after_the_index_was_lost_or_the_text_changed(take_in: "TakeIn", settings: Settings) -> None:
    desk = take_in.desk
    take_in("Prices rise", *ORIGINAL)
    take_in("Cost of crossing goes up", *COPY, link=False)
    desk.add_claim(ClaimEntry("Snow fell."))
    for path in settings.folders.cache.rglob("*.term"):
        path.write_bytes(b"\xff" * path.stat().st_size)
    assert [one.article for one in desk.article_copies(1)] == [2]
    path = take_in.path
    path.write_text(f"Another story\n\n{SCHOOL}\n\nNothing of what stood here is left on this page by now.")
    desk.refetch_article(2, str(path), replaced=True)
    assert desk.article_copies(1) == ()
