"""Claims are edited: their statement, claimer, chain and span; they are split, and marked as the same as others."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from claims_db.engine import reading
from claims_db.errors import Conflict, LeaseLost, NotFound
from claims_db.journal.verify import verify
from claims_db.rows import ClaimFilter, ClaimSheet
from claims_db.vocabulary import ClaimKind, ClaimState, DraftField, EvidenceForm, Role, SkipReason, Spot, Stance
from tests.conftest import ARTICLE, OpenDesk, hostile
from tests.weighed import weigh
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ClaimEdit, ClaimEntry, EvidenceEntry, QueueEntry
from workbench.domain.dates import parse_date
from workbench.domain.reasons import TAKEN_IN
from workbench.errors import BadInput, Overtaken, Refused

WHOLE = "The island council raised ferry prices by 12% in March"


@pytest.fixture
def taken_in(desk: Desk, article: Path) -> Desk:
    """Give a desk with C-1 to C-3 from an article, and C-4 by hand."""
    desk.add_article(ArticleEntry(str(article), parse_date("2024-04-02")))
    desk.add_claim(ClaimEntry("Ferry prices went up by 12%.", claimer="Inga Holm"))
    return desk


def at(desk: Desk, words: str) -> tuple[int, int]:
    start = desk.article(1).text.index(words)
    return start, start + len(words)


def bare(sheet: ClaimSheet) -> ClaimSheet:
    return sheet._replace(history=(), lease=None, drafts=())


def intact(desk: Desk) -> bool:
    with reading(desk._place.engine) as connection:
        return list(verify(connection)) == []


def test_a_statement_is_corrected(taken_in: Desk) -> None:
    before = taken_in.claim(1)
    after = taken_in.edit(1, ClaimEdit(statement="  The council of Nordey raised\nferry prices by 12%. "))
    assert after.statement == "The council of Nordey raised ferry prices by 12%."
    assert bare(after)._replace(statement="") == bare(before)._replace(statement="")
    assert after.history[0].summary == "claim restated"
    assert list(taken_in.claim_numbers(ClaimFilter(words=("nordey",)))) == [1]


def test_a_claim_is_given_to_somebody_else(taken_in: Desk) -> None:
    sheet = taken_in.edit(2, ClaimEdit(claimer="Jonas Berg", via=("Daily Ferry", " ", "ANI")))
    assert (sheet.claimer, sheet.via) == ("Jonas Berg", ("Daily Ferry", "ANI"))
    assert sheet.history[0].summary == "claim reattributed"
    assert 2 in taken_in.claim_numbers(ClaimFilter(claimer="jonas"))
    assert 2 not in taken_in.claim_numbers(ClaimFilter(claimer="inga"))
    assert 2 in taken_in.claim_numbers(ClaimFilter(via="ani"))
    sheet = taken_in.edit(2, ClaimEdit(claimer="", via=()))
    assert (sheet.claimer, sheet.via) == ("", ())


def test_what_was_taken_for_granted_of_the_claimer_goes_with_them(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "holm.txt"
    path.write_text("Mayor Inga Holm spoke on Monday. She said the ferry lost 3 million euros last year.\n")
    desk.add_article(ArticleEntry(str(path), parse_date("2024-04-02")))
    number = next(iter(desk.claim_numbers(ClaimFilter(words=("million",)))))
    told = [one for one in desk.claim(number).assumptions if one.endswith("read as Inga Holm")]
    assert told == ["“She” read as Inga Holm"]
    after = desk.edit(number, ClaimEdit(claimer="The council"))
    assert not any("Inga Holm" in one for one in after.assumptions)
    assert len(after.assumptions) == len(desk.claim(number).assumptions)


def test_other_words_bring_their_quote_kind_worth_and_statement(taken_in: Desk) -> None:
    before = taken_in.claim(1)
    span = at(taken_in, "ferry prices by 12%")
    sheet = taken_in.edit(1, ClaimEdit(span=span))
    assert (sheet.statement, sheet.kind) == ("Ferry prices by 12%.", ClaimKind.QUANTITY)
    (appearance,) = sheet.appearances
    assert appearance.span is not None
    assert appearance.quote is not None
    assert (appearance.span.start, appearance.span.end) == span
    assert ARTICLE[appearance.span.source_start : appearance.span.source_end] == appearance.quote.exact
    assert appearance.quote.exact == "ferry prices by 12%"
    assert appearance.quote.prefix.endswith("council raised ")
    assert (sheet.claimer, sheet.via) == (before.claimer, before.via)
    assert sheet.check_worthiness != before.check_worthiness
    assert TAKEN_IN not in {reason.name for reason in sheet.reasons}
    assert sheet.history[0].summary == "claim span changed"
    assert [one.span for one in taken_in.article(1).claims if one.number == 1] == [appearance.span]
    assert 1 not in taken_in.claim_numbers(ClaimFilter(words=("island",)))
    kept = taken_in.edit(1, ClaimEdit(span=at(taken_in, WHOLE), statement="Prices rose."))
    assert kept.statement == "Prices rose."
    assert 1 in taken_in.claim_numbers(ClaimFilter(words=("island",)))


def test_the_place_in_the_queue_follows_the_worth(taken_in: Desk) -> None:
    taken_in.edit(1, ClaimEdit(span=at(taken_in, "Who would not love the sea?")))
    assert taken_in.claim(1).check_worthiness < taken_in.claim(2).check_worthiness
    order = list(taken_in.queue_numbers("desk"))
    assert order.index(2) < order.index(1)


def test_words_of_an_earlier_text_stay_words_of_it(desk: Desk, article: Path, tmp_path: Path) -> None:
    desk.add_article(ArticleEntry(str(article), url="https://example.org/ferry"))
    changed = tmp_path / "changed.txt"
    changed.write_text("New: " + ARTICLE)
    desk.add_article(ArticleEntry(str(changed), url="https://example.org/ferry"))
    start = ARTICLE.index("ferry prices by 12%")
    appearance, later = desk.edit(1, ClaimEdit(span=(start, start + 19))).appearances
    assert (appearance.revision, later.revision) == (1, 2)
    assert appearance.quote is not None
    assert appearance.quote.exact == "ferry prices by 12%"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (ClaimEdit(), "nothing to change"),
        (ClaimEdit(statement=" \n"), "needs a statement"),
        (ClaimEdit(statement="x" * 10_001), "too many for a statement"),
        (ClaimEdit(claimer="x" * 501), "too long"),
        (ClaimEdit(via=("x" * 501,)), "too long"),
        (ClaimEdit(span=(5, 5)), "no characters 5 to 5"),
        (ClaimEdit(span=(0, 10_000)), "no characters 0 to 10000"),
        (ClaimEdit(span=(32, 34)), "no words"),
    ],
)
def test_what_can_not_be_used_is_named(taken_in: Desk, change: ClaimEdit, message: str) -> None:
    before = taken_in.claim(1)
    with pytest.raises(BadInput, match=message):
        taken_in.edit(1, change)
    assert taken_in.claim(1) == before


def test_words_of_another_claim_and_claims_of_no_article_are_refused(taken_in: Desk) -> None:
    with pytest.raises(Refused, match="These words are C-2 already"):
        taken_in.edit(1, ClaimEdit(span=at(taken_in, "It was the first increase in nine years")))
    with pytest.raises(Refused, match="C-4 stands in no article"):
        taken_in.edit(4, ClaimEdit(span=(0, 5)))
    with pytest.raises(NotFound):
        taken_in.edit(9, ClaimEdit(statement="x"))


WORDS = [
    one.payload
    for one in hostile("terminal", "markup", "text")
    if isinstance(one.payload, str) and one.payload.strip("\0 \n\r\t") and len(one.payload) <= 500
]


@pytest.mark.parametrize("payload", WORDS, ids=ascii)
def test_hostile_words_are_stored_as_they_are(taken_in: Desk, payload: str) -> None:
    try:
        sheet = taken_in.edit(1, ClaimEdit(statement=payload, claimer=payload, via=(payload,)))
    except BadInput:
        return
    assert sheet.statement == sheet.claimer
    assert taken_in.claim(1).wording() == sheet.wording()
    taken_in.undo()
    assert intact(taken_in)


STEPS: dict[str, Callable[[Desk], object]] = {
    "restate": lambda desk: desk.edit(1, ClaimEdit(statement="Prices rose on Nordey.")),
    "reattribute": lambda desk: desk.edit(1, ClaimEdit(claimer="Jonas Berg", via=("ANI",))),
    "respan": lambda desk: desk.edit(1, ClaimEdit(span=at(desk, "ferry prices by 12%"), claimer="Jonas Berg")),
    "end of the span": lambda desk: desk.edit(1, ClaimEdit(span=at(desk, WHOLE[:-9]), statement="Prices rose.")),
    "split": lambda desk: desk.split(1, [at(desk, "The island council raised"), at(desk, "prices by 12% in March")]),
    "duplicate": lambda desk: desk.mark_duplicate(1, 4),
}


@pytest.mark.parametrize("step", STEPS)
def test_each_step_is_taken_back_and_done_again(taken_in: Desk, step: str) -> None:
    def seen() -> tuple[list[ClaimSheet], object, list[list[int]]]:
        numbers = sorted(taken_in.claim_numbers(ClaimFilter()))
        found = [
            list(taken_in.claim_numbers(ClaimFilter(words=(word,)))) for word in ("island", "nordey", "march", "jonas")
        ]
        return [bare(taken_in.claim(number)) for number in numbers], taken_in.coverage(1), found

    before = seen()
    STEPS[step](taken_in)
    after = seen()
    assert after != before
    for _ in range(2):
        assert taken_in.undo().claim == 1
        assert seen() == before
        taken_in.redo()
        assert seen() == after
    assert intact(taken_in)


def test_an_edit_between_others_is_not_taken_back_over_theirs(taken_in: Desk, open_as: OpenDesk) -> None:
    taken_in.edit(1, ClaimEdit(statement="Prices rose."))
    open_as("ben").edit(1, ClaimEdit(statement="Prices fell."))
    with pytest.raises(Conflict, match=r"statement was 'Prices rose\.' and is 'Prices fell\.' now"):
        taken_in.undo()
    assert taken_in.claim(1).statement == "Prices fell."


def test_two_who_edit_at_once_do_not_overwrite_each_other(taken_in: Desk, open_as: OpenDesk) -> None:
    base = taken_in.claim(1).wording()
    ben = open_as("ben")
    ben.edit(1, ClaimEdit(statement="Prices rose by 12%.", base=base))
    taken_in.edit(1, ClaimEdit(claimer="Jonas Berg", base=base))
    assert taken_in.claim(1).wording()[:2] == ("Prices rose by 12%.", "Jonas Berg"), "different fields go together"
    with pytest.raises(Overtaken) as refused:
        taken_in.edit(1, ClaimEdit(statement="Prices fell.", base=base))
    assert "Somebody else changed C-1 meanwhile" in refused.value.message
    assert refused.value.difference == ("- statement: Prices rose by 12%.", "+ statement: Prices fell.")
    (draft,) = taken_in.drafts()
    assert (draft.claim, draft.field, json.loads(draft.body)["statement"]) == (1, DraftField.WORDING, "Prices fell.")
    assert taken_in.claim(1).statement == "Prices rose by 12%."
    taken_in.edit(1, ClaimEdit(statement="Prices fell.", base=taken_in.claim(1).wording()))
    assert taken_in.drafts() == ()


def test_a_claim_that_somebody_holds_is_theirs_to_edit(taken_in: Desk, open_as: OpenDesk) -> None:
    ben = open_as("ben")
    held = ben.take(1)
    assert held.lease is not None
    with pytest.raises(Overtaken, match="held by ben"):
        taken_in.edit(1, ClaimEdit(statement="Prices rose."))
    with pytest.raises(LeaseLost, match="held by ben"):
        taken_in.edit(1, ClaimEdit(span=at(taken_in, "ferry prices by 12%")))
    with pytest.raises(LeaseLost, match="held by ben"):
        taken_in.split(1, [at(taken_in, "The island council"), at(taken_in, "ferry prices")])
    with pytest.raises(LeaseLost, match="held by ben"):
        taken_in.mark_duplicate(1, 4)
    after = ben.edit(1, ClaimEdit(statement="Prices rose."), held.lease.token)
    assert after.lease is not None, "the hold goes on"
    taken_in.take_over(1)
    with pytest.raises(LeaseLost, match="held by ana"):
        ben.undo()
    with pytest.raises(Overtaken, match="ana took it"):
        ben.edit(1, ClaimEdit(statement="Prices fell."), held.lease.token)


def test_what_is_signed_off_or_published_stands(taken_in: Desk, open_as: OpenDesk) -> None:
    ben = open_as("ben")
    weigh(ben, 1)
    ben.edit(1, ClaimEdit(statement="Prices rose."))
    ben.record(1, "true", "The minutes say so.", queue=None)
    taken_in.sign_off(1)
    for publish, hint in ((False, "Return it first"), (True, "Reopen it first")):
        if publish:
            taken_in.publish(1)
        for one in (ben, taken_in):
            with pytest.raises(Refused) as refused:
                one.edit(1, ClaimEdit(statement="Prices fell."))
            assert hint in refused.value.hint
        with pytest.raises(Refused, match="can't be edited"):
            taken_in.split(1, [at(taken_in, "The island council"), at(taken_in, "ferry prices")])
        with pytest.raises(Refused, match="mark as duplicate"):
            taken_in.mark_duplicate(1, 4)
    with pytest.raises(Conflict, match="is 'published' now"):
        ben.undo()
    assert taken_in.claim(1).statement == "Prices rose."


def test_an_edit_is_not_taken_back_under_a_verdict_of_others(taken_in: Desk, open_as: OpenDesk) -> None:
    ben = open_as("ben")
    weigh(taken_in, 1)
    ben.edit(1, ClaimEdit(statement="Prices rose."))
    open_as("cid").record(1, "true", "The minutes say so.", queue=None)
    with pytest.raises(Refused, match="Only an editor"):
        ben.undo()
    taken_in.sign_off(1)
    with pytest.raises(Refused, match="signed off; its words can't be edited"):
        ben.undo()
    assert taken_in.claim(1).statement == "Prices rose."


def test_what_others_decided_on_is_edited_by_an_editor(taken_in: Desk, open_as: OpenDesk) -> None:
    ben, cid = open_as("ben"), open_as("cid")
    assert cid.reviewer().role is Role.REVIEWER
    ben.record(1, "true", "The minutes say so.", queue=None)
    with pytest.raises(Refused, match="Only an editor can edit a claim on which others have decided"):
        cid.edit(1, ClaimEdit(statement="Prices fell."))
    assert ben.edit(1, ClaimEdit(statement="Prices rose.")).state is ClaimState.RECORDED
    assert taken_in.edit(1, ClaimEdit(statement="Prices rose by 12%.")).statement == "Prices rose by 12%."


def test_a_split_makes_claims_of_their_own(taken_in: Desk) -> None:
    taken_in.open_queue(QueueEntry("prices", takes="prices"))
    taken_in.attach(1, EvidenceEntry(EvidenceForm.NOTE, Stance.CONTEXT, note="Seen."))
    marks = taken_in.claim(1).marks()
    taken_in.mark(1, marks, marks._replace(legal=True))
    before = taken_in.claim(1)
    spans = [at(taken_in, "The island council raised"), at(taken_in, "ferry prices by 12%"), at(taken_in, "in March")]
    found = taken_in.split(1, spans)
    assert found.new == (5, 6)
    assert found.claim.statement == "The island council raised."
    assert [one.note for one in found.claim.evidence] == ["Seen."]
    second = taken_in.claim(5)
    assert (second.statement, second.state, second.legal) == ("Ferry prices by 12%.", ClaimState.QUEUED, True)
    assert (second.claimer, second.via, second.evidence) == (before.claimer, before.via, ())
    assert second.queues == ("desk", "prices")
    assert second.reasons[-1].name == TAKEN_IN
    assert {found.claim.history[0].summary, second.history[-1].summary} == {"claim split"}
    assert found.claim.history[0].at == second.history[-1].at, "the journal has them in one group"
    taken_in.move(5, "prices", Spot.FIRST)


def test_a_part_that_is_the_claim_as_it_stands_keeps_its_words(taken_in: Desk) -> None:
    taken_in.edit(1, ClaimEdit(statement="The council of Nordey raised prices."))
    found = taken_in.split(1, [at(taken_in, WHOLE), at(taken_in, "Mayor Inga Holm said on Monday")])
    assert found.claim.statement == "The council of Nordey raised prices."


def test_a_split_that_makes_no_sense_is_refused(taken_in: Desk) -> None:
    with pytest.raises(BadInput, match="two spans or more"):
        taken_in.split(1, [at(taken_in, WHOLE)])
    with pytest.raises(BadInput, match="overlap"):
        taken_in.split(1, [at(taken_in, WHOLE), at(taken_in, "ferry prices by 12%")])
    with pytest.raises(Refused, match="C-2 already"):
        taken_in.split(1, [at(taken_in, WHOLE), at(taken_in, "It was the first increase in nine years")])
    with pytest.raises(Refused, match="no article"):
        taken_in.split(4, [(0, 3), (4, 7)])
    assert len(taken_in.claim_numbers(ClaimFilter())) == 4


def test_a_split_that_was_worked_on_is_not_taken_back(taken_in: Desk, open_as: OpenDesk) -> None:
    taken_in.split(1, [at(taken_in, "The island council raised"), at(taken_in, "in March")])
    open_as("ben").take(5)
    with pytest.raises(Conflict, match="can't be taken back"):
        taken_in.undo()
    assert taken_in.claim(1).statement == "The island council raised."


def test_a_reviewer_splits_and_takes_back_on_a_server_too(taken_in: Desk, open_as: OpenDesk) -> None:
    ben = open_as("ben")
    ben.split(1, [at(taken_in, "The island council raised"), at(taken_in, "in March")])
    with pytest.raises(Refused, match="nothing to take back"):
        open_as("cid").undo()
    ben.undo()
    assert len(taken_in.claim_numbers(ClaimFilter())) == 4
    assert intact(taken_in)


def test_a_duplicate_waits_no_more_and_says_of_what(taken_in: Desk) -> None:
    taken_in.attach(1, EvidenceEntry(EvidenceForm.NOTE, Stance.CONTEXT, note="Seen."))
    taken_in.take(1)
    sheet = taken_in.mark_duplicate(1, 4)
    assert (sheet.state, sheet.duplicate_of, sheet.queues, sheet.lease) == (ClaimState.DUPLICATE, 4, (), None)
    assert [one.note for one in sheet.evidence] == ["Seen."], "evidence stays with its claim"
    assert taken_in.claim(4).duplicates == (1,)
    assert 1 not in taken_in.queue_numbers("desk")
    assert taken_in.reports(claim=1)[0].claims[0].sheet.duplicate_of == 4
    with pytest.raises(Refused, match="can't be edited"):
        taken_in.edit(1, ClaimEdit(statement="x"))
    taken_in.put([1])
    sheet = taken_in.claim(1)
    assert (sheet.state, sheet.duplicate_of, sheet.queues) == (ClaimState.QUEUED, None, ("desk",))
    assert taken_in.claim(4).duplicates == ()
    taken_in.undo()
    assert taken_in.claim(1).duplicate_of == 4


def test_duplicates_make_no_chains_and_no_circles(taken_in: Desk) -> None:
    taken_in.mark_duplicate(1, 2)
    with pytest.raises(Refused, match="C-1 is itself a duplicate of C-2"):
        taken_in.mark_duplicate(3, 1)
    with pytest.raises(BadInput, match="same as itself"):
        taken_in.mark_duplicate(3, 3)
    with pytest.raises(NotFound):
        taken_in.mark_duplicate(3, 9)
    taken_in.mark_duplicate(2, 4)
    assert taken_in.claim(4).duplicates == (1, 2), "what was the same as it moves along"
    taken_in.undo()
    assert (taken_in.claim(1).duplicate_of, taken_in.claim(2).duplicate_of) == (2, None)


def test_no_circle_comes_of_undo(taken_in: Desk, open_as: OpenDesk) -> None:
    ben = open_as("ben")
    taken_in.mark_duplicate(1, 2)
    taken_in.put([1])
    ben.mark_duplicate(2, 1)
    with pytest.raises(Conflict, match="duplicate"):
        taken_in.undo()
    assert (taken_in.claim(1).duplicate_of, taken_in.claim(2).duplicate_of) == (None, 1)
    assert intact(taken_in)


def test_what_was_set_aside_or_recorded_may_turn_out_to_be_the_same(taken_in: Desk, open_as: OpenDesk) -> None:
    taken_in.skip(1, SkipReason.TRIVIAL, queue=None)
    assert taken_in.mark_duplicate(1, 4).duplicate_of == 4
    ben = open_as("ben")
    ben.record(2, "true", "The minutes say so.", queue=None)
    with pytest.raises(Refused, match="Only an editor"):
        open_as("cid").mark_duplicate(2, 4)
    sheet = ben.mark_duplicate(2, 4)
    assert [one.rationale for one in sheet.verdicts] == ["The minutes say so."]
    ben.undo()
    assert taken_in.claim(2).state is ClaimState.RECORDED
