"""Where the desk looked and whom it asked is written down, also where nothing came of it."""

import pytest

from claims_db.errors import NotFound
from claims_db.vocabulary import NoticeKind
from tests.conftest import START, Clock, OpenDesk
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry
from workbench.desk.ledger_entries import ReplyEntry, SearchLogEntry
from workbench.domain.days import DAY
from workbench.errors import BadInput, Refused
from workbench.export.markdown import render_article

NOTHING = SearchLogEntry("Companies register", "“Holm Ferries”")


@pytest.fixture
def claim(desk: Desk) -> int:
    return desk.add_claim(ClaimEntry("Ferry prices rose by 12 percent.")).claim


def test_a_search_that_found_nothing_is_in_the_claim_and_in_the_report(desk: Desk, claim: int) -> None:
    desk.log_search(claim, NOTHING)
    desk.log_search(claim, SearchLogEntry("Council minutes", "ferry price", "Minutes of 3 March", START))
    first, second = desk.claim(claim).search_log
    assert (first.number, first.place, first.words, first.found) == (1, "Companies register", "“Holm Ferries”", "")
    assert (second.number, second.found, second.searched_at, second.reviewer) == (2, "Minutes of 3 March", START, "ana")
    report = render_article(desk.reports(claim=claim)[0])
    box = report[report.index("## How this was checked") :]
    assert "- C-1: Companies register, with the words ““Holm Ferries””: nothing was found (" in box
    assert "- C-1: Council minutes, with the words “ferry price”: Minutes of 3 March (" in box


def test_a_line_sent_twice_is_one_and_undo_takes_it_back(desk: Desk, claim: int) -> None:
    desk.log_search(claim, NOTHING)
    desk.log_search(claim, NOTHING)
    assert len(desk.claim(claim).search_log) == 1
    assert desk.undo().summary == "Took back the line of the search log on C-1."
    assert desk.claim(claim).search_log == ()
    desk.redo()
    assert [row.place for row in desk.claim(claim).search_log] == ["Companies register"]


def test_an_answer_stands_word_for_word_in_the_method_box(desk: Desk, claim: int) -> None:
    asked = ReplyEntry("Inga Holm", "e-mail", "Did prices rise?", START, START + 86_400_000_000)
    desk.ask_for_reply(claim, asked)
    desk.ask_for_reply(claim, ReplyEntry("The ministry"))
    report = render_article(desk.reports(claim=claim)[0])
    assert report.count("No answer so far.") == 2
    desk.answer_reply(claim, 1, "  Yes.\nBy *12* percent, I think.  ")
    first, second = desk.claim(claim).replies
    assert (first.answer, first.deadline, first.channel) == (
        "Yes.\nBy *12* percent, I think.",
        asked.deadline,
        "e-mail",
    )
    assert second.answered_at is None
    report = render_article(desk.reports(claim=claim)[0])
    assert "### Who was asked for a reply" in report
    assert "  Asked, word for word:\n\n  > Did prices rise?\n\n  Answer, word for word:\n\n  > Yes." in report
    assert "  > Yes.\\\n  > By \\*12\\* percent, I think.\n" in report
    desk.undo()
    assert desk.claim(claim).replies[0].answered_at is None
    desk.undo()
    assert [row.asked for row in desk.claim(claim).replies] == ["Inga Holm"]


def test_what_was_taken_back_leaves_the_numbers_of_the_others(desk: Desk, claim: int) -> None:
    desk.ask_for_reply(claim, ReplyEntry("Inga Holm"))
    desk.undo()
    desk.ask_for_reply(claim, ReplyEntry("The ministry"))
    assert [row.number for row in desk.claim(claim).replies] == [2]
    with pytest.raises(NotFound):
        desk.answer_reply(claim, 1, "Yes.")
    desk.answer_reply(claim, 2, "No.")
    assert desk.claim(claim).replies[0].answer == "No."


@pytest.mark.parametrize("number", [0, -1, 3, 2**63, 10**30])
def test_an_answer_to_a_request_that_there_is_not_stands_under_no_other(desk: Desk, claim: int, number: int) -> None:
    for asked in ("Inga Holm", "The ministry"):
        desk.ask_for_reply(claim, ReplyEntry(asked))
        desk.comment(claim, f"{asked} was asked.")
    with pytest.raises(NotFound, match=f"no request for a reply {number}"):
        desk.answer_reply(claim, number, "Yes.")
    with pytest.raises(NotFound, match=f"no comment {number}"):
        desk.resolve_comment(claim, number)
    assert [row.answered_at for row in desk.claim(claim).replies] == [None, None]


def test_a_colleague_writes_the_answer_down(open_as: OpenDesk) -> None:
    ana, ben = open_as(), open_as("ben")
    ana.add_claim(ClaimEntry("Ferry prices rose by 12 percent."))
    ana.ask_for_reply(1, ReplyEntry("Inga Holm"))
    ben.answer_reply(1, 1, "Yes.")
    assert ana.claim(1).replies[0].answer == "Yes."
    with pytest.raises(Refused):
        open_as("cid").undo()


@pytest.mark.parametrize(
    "entry",
    [SearchLogEntry(" ", "x"), SearchLogEntry("x", " "), SearchLogEntry("x", "y", "", 2 * START)],
)
def test_a_search_without_place_words_or_a_past_is_refused(desk: Desk, claim: int, entry: SearchLogEntry) -> None:
    with pytest.raises(BadInput):
        desk.log_search(claim, entry)


@pytest.mark.parametrize(
    "entry",
    [ReplyEntry(" "), ReplyEntry("x", asked_at=2 * START), ReplyEntry("x", asked_at=START, deadline=START - 1)],
)
def test_a_request_without_a_name_or_a_possible_time_is_refused(desk: Desk, claim: int, entry: ReplyEntry) -> None:
    with pytest.raises(BadInput):
        desk.ask_for_reply(claim, entry)


def test_an_empty_answer_is_refused(desk: Desk, claim: int) -> None:
    desk.ask_for_reply(claim, ReplyEntry("Inga Holm"))
    with pytest.raises(BadInput):
        desk.answer_reply(claim, 1, " \n")


def test_a_reply_that_did_not_come_by_its_deadline_is_noticed_until_it_comes(
    desk: Desk, claim: int, clock: Clock
) -> None:
    desk.ask_for_reply(claim, ReplyEntry("Inga Holm", question="Did they?", deadline=desk.now() + DAY))
    assert desk.notices() == ()
    clock.pass_minutes(25 * 60)
    (notice,) = desk.notices()
    assert (notice.kind, notice.claim, notice.who) == (NoticeKind.REQUEST, claim, "Inga Holm")
    desk.answer_reply(claim, 1, "They did.")
    assert desk.notices() == ()
