"""An article tells what became of each sentence; a reviewer takes in what was refused, and can take that back."""

from pathlib import Path

import pytest

from claims_db.errors import Conflict, NotFound
from claims_db.rows import ClaimFilter
from claims_db.vocabulary import AppearanceForm, ClaimKind, ClaimState, Role, Spot
from tests.conftest import ARTICLE, OpenDesk
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ChosenWords, QueueEntry
from workbench.domain.coverage import Stretch, StretchForm, stretch_words
from workbench.domain.dates import parse_date
from workbench.domain.reasons import TAKEN_IN
from workbench.errors import BadInput, Refused

QUESTION = "Who would not love the sea?"


@pytest.fixture
def taken_in(desk: Desk, article: Path) -> Desk:
    desk.add_article(ArticleEntry(str(article), parse_date("2024-04-02")))
    return desk


def stretch(desk: Desk, words: str) -> Stretch:
    found = desk.coverage(1)
    return next(one for one in found.stretches if words in found.article.text[one.start : one.end])


def chosen(desk: Desk, words: str) -> ChosenWords:
    start, end = stretch(desk, words)[:2]
    return ChosenWords(1, start, end)


def test_each_sentence_is_a_claim_part_of_one_or_refused_with_a_reason(taken_in: Desk) -> None:
    found = taken_in.coverage(1)
    assert found.refusals_kept
    assert [(found.article.text[one.start : one.end], stretch_words(one)) for one in found.stretches] == [
        ("Harbour town raises ferry prices", "refused: heading"),
        ("The island council raised ferry prices by 12% in March", "claim C-1 queued"),
        ("Mayor Inga Holm said on Monday", "part of C-1"),
        ("It was the first increase in nine years", "claim C-2 queued"),
        ("she added", "part of C-2"),
        ("We carried 48,000 passengers last winter", "claim C-3 queued"),
        ("said Jonas Berg, the head of the ferry company", "part of C-3"),
        ("The council did not respond to a request for comment", "refused: no comment"),
        (QUESTION, "refused: question"),
    ]


def test_refused_words_become_a_claim_like_any_other(taken_in: Desk) -> None:
    added = taken_in.take_in_words(chosen(taken_in, "did not respond"))
    sheet = taken_in.claim(added.claim)
    assert (sheet.number, sheet.state, sheet.queues, sheet.claimer) == (4, ClaimState.QUEUED, ("desk",), "")
    assert sheet.statement == "The council did not respond to a request for comment."
    (appearance,) = sheet.appearances
    assert (appearance.form, appearance.article, appearance.revision) == (AppearanceForm.ARTICLE, 1, 1)
    assert appearance.span is not None
    assert appearance.quote is not None
    assert ARTICLE[appearance.span.source_start : appearance.span.source_end] == appearance.quote.exact
    assert 0 < sheet.check_worthiness < 1
    assert sheet.reasons[-1] == (TAKEN_IN, 0)
    assert sheet.language == "en"
    assert stretch_words(stretch(taken_in, "did not respond")) == "claim C-4 queued"
    assert list(taken_in.queue_numbers("desk")).count(4) == 1


def test_who_says_the_words_is_told_where_extraction_can_tell(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "wishes.txt"
    path.write_text(
        "Nine ferries sank in 2019, the harbour office said.\n\n"
        'The mayor of the town, Inga Holm, spoke to reporters on Monday.\n\n"We hope for better weather," Holm said.\n'
    )
    desk.add_article(ArticleEntry(str(path)))
    sheet = desk.claim(desk.take_in_words(chosen(desk, "better weather")).claim)
    assert (sheet.claimer, sheet.statement) == ("Inga Holm", "We hope for better weather.")
    desk.undo()
    desk.redo()
    assert sheet.number in desk.claim_numbers(ClaimFilter(claimer="inga", words=("weather",))), "filters find it again"


def test_the_same_words_twice_are_refused_with_the_claim(taken_in: Desk) -> None:
    words = chosen(taken_in, QUESTION)
    number = taken_in.take_in_words(words).claim
    with pytest.raises(Refused, match=f"C-{number} already"):
        taken_in.take_in_words(words)
    with pytest.raises(Refused, match="C-1 already"):
        taken_in.take_in_words(chosen(taken_in, "raised ferry prices by"))
    blank_around = ChosenWords(1, words.start - 2, words.end)
    with pytest.raises(Refused, match=f"C-{number} already"):
        taken_in.take_in_words(blank_around)


def test_any_stretch_can_be_chosen_by_its_characters(taken_in: Desk) -> None:
    start = taken_in.coverage(1).article.text.index("ferry prices by 12%")
    sheet = taken_in.claim(taken_in.take_in_words(ChosenWords(1, start, start + 19)).claim)
    assert sheet.statement == "Ferry prices by 12%."
    assert sheet.kind is ClaimKind.QUANTITY
    assert stretch_words(stretch(taken_in, "ferry prices by 12%")) == "claim C-4 queued; inside C-1"


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 3), (-1, 4), (0, 10_000), (32, 34)])
def test_words_that_are_none_are_refused(taken_in: Desk, start: int, end: int) -> None:
    with pytest.raises(BadInput):
        taken_in.take_in_words(ChosenWords(1, start, end))


def test_an_article_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.coverage(9)
    with pytest.raises(NotFound):
        desk.take_in_words(ChosenWords(9, 0, 5))


def test_words_of_a_text_that_was_replaced_are_not_taken_in(desk: Desk, article: Path, tmp_path: Path) -> None:
    desk.add_article(ArticleEntry(str(article), url="https://example.org/ferry"))
    changed = tmp_path / "changed.txt"
    changed.write_text("New: " + ARTICLE)
    desk.add_article(ArticleEntry(str(changed), url="https://example.org/ferry"))
    with pytest.raises(Refused, match="another text"):
        desk.take_in_words(ChosenWords(1, 0, 20, revision=1))
    assert desk.coverage(1).article.revision == 2


def test_it_is_taken_back_and_done_again_like_any_step(taken_in: Desk) -> None:
    before = taken_in.coverage(1)
    number = taken_in.take_in_words(chosen(taken_in, "did not respond")).claim
    after, sheet = taken_in.coverage(1), taken_in.claim(number)
    undone = taken_in.undo()
    assert (undone.summary, undone.claim) == (f"Took back the taking in of C-{number}.", number)
    assert taken_in.coverage(1) == before
    with pytest.raises(NotFound):
        taken_in.claim(number)
    redone = taken_in.redo()
    assert (redone.summary, redone.claim) == (f"Did again: the taking in of C-{number}.", number)
    assert taken_in.coverage(1) == after
    assert taken_in.claim(number)._replace(history=()) == sheet._replace(history=())
    assert list(taken_in.claim_numbers(ClaimFilter(words=("respond",)))) == [number], "filters find it again"


def test_a_claim_that_was_worked_on_is_not_taken_back(taken_in: Desk, open_as: OpenDesk) -> None:
    number = taken_in.take_in_words(chosen(taken_in, QUESTION)).claim
    ben = open_as("ben")
    ben.take(number)
    with pytest.raises(Conflict, match="can't be taken back"):
        taken_in.undo()
    assert taken_in.claim(number).state is ClaimState.QUEUED


def test_what_comes_back_does_not_take_anothers_number(taken_in: Desk, open_as: OpenDesk) -> None:
    number = taken_in.take_in_words(chosen(taken_in, QUESTION)).claim
    taken_in.undo()
    assert open_as("ben").take_in_words(chosen(taken_in, "did not respond")).claim == number
    with pytest.raises(Conflict, match=f"C-{number} is another claim by now"):
        taken_in.redo()


def test_a_reviewer_may_and_the_journal_says_who(taken_in: Desk, open_as: OpenDesk) -> None:
    ben = open_as("ben")
    assert ben.reviewer().role is Role.REVIEWER
    number = ben.take_in_words(chosen(ben, QUESTION)).claim
    entry = taken_in.claim(number).history[-1]
    assert (entry.actor, entry.summary) == ("ben", "claim taken in")
    with pytest.raises(Refused, match="nothing to take back"):
        taken_in.undo()
    ben.undo()
    assert stretch(taken_in, QUESTION).form is StretchForm.REFUSED


def test_it_enters_the_queues_by_their_filters(taken_in: Desk) -> None:
    taken_in.open_queue(QueueEntry("comments", takes="comment"))
    number = taken_in.take_in_words(chosen(taken_in, "did not respond")).claim
    assert list(taken_in.queue_numbers("comments")) == [number]
    taken_in.move(number, "comments", Spot.FIRST)
    assert taken_in.claim(number).queues == ("desk", "comments")


def test_markup_that_was_left_in_a_text_is_no_words(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "markup.txt"
    path.write_text('<div class="x">Who would not love the sea?</div>\n')
    desk.add_article(ArticleEntry(str(path)))
    assert {stretch_words(one) for one in desk.coverage(1).stretches} == {"refused: question"}
    with pytest.raises(BadInput, match="no words"):
        desk.take_in_words(ChosenWords(1, 0, 14))


def test_another_language_and_no_words_at_all_are_covered(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "finnish.txt"
    path.write_text("Kaupunki nosti lauttojen hintoja maaliskuussa. Pormestari ei kommentoinut asiaa lainkaan eilen.\n")
    desk.add_article(ArticleEntry(str(path)))
    assert {stretch_words(one) for one in desk.coverage(1).stretches} == {"refused: language not supported"}
    sheet = desk.claim(desk.take_in_words(chosen(desk, "Kaupunki")).claim)
    assert (sheet.language, sheet.claimer) == ("und", "")


def test_he_in_a_turn_is_not_whoever_has_it(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(
        "MAYOR TOM HILL: I met Peter Dunn in May. He told the council that 40 people left.\n\n"
        "ROE: Why was that?\n\nHILL: Who knows? He said that it rains in Leeds."
    )
    desk.add_article(ArticleEntry(str(path)))
    start = desk.coverage(1).article.text.index("rains in Leeds")
    sheet = desk.claim(desk.take_in_words(ChosenWords(1, start, start + 14)).claim)
    assert (sheet.claimer, sheet.via) == ("Peter Dunn", ("Mayor Tom Hill",))
