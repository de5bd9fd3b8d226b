"""A second verdict without sight of the first; agreement, adjudication, sign-off, and who may do what."""

import json
from collections.abc import Iterable

import pytest

from claims_db.errors import Conflict, NotFound
from claims_db.rows import ClaimFilter, ClaimSheet, SecondReviewRule
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import ClaimState, DraftField, EvidenceForm, Priority, Severity, Stance
from tests.conftest import Clock, OpenDesk
from tests.weighed import weigh
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ClaimEntry, EvidenceEntry, NothingFree
from workbench.errors import BadInput, Overtaken, Refused
from workbench.export.publication import issue_from

SECRET = "The harbour log of 3 May lists four sinkings."


@pytest.fixture
def ana(open_as: OpenDesk) -> Desk:
    """Give the admin's desk, at which every verdict of ``false`` needs a second one."""
    desk = open_as("ana")
    for number in (3, 4):
        desk.add_claim(ClaimEntry(f"The ferry sank {number} times in nine years.", claimer="Inga Holm"))
    weigh(desk, 1, 2)
    desk.set_second_review_rule(SecondReviewRule(ratings=("false",)))
    return desk


@pytest.fixture
def ben(ana: Desk, open_as: OpenDesk) -> Desk:
    del ana
    return open_as("ben")


@pytest.fixture
def cid(ben: Desk, open_as: OpenDesk) -> Desk:
    del ben
    return open_as("cid")


def state(desk: Desk, number: int = 1) -> ClaimState:
    return desk.claim(number).state


def words(rows: Iterable[object]) -> str:
    return repr(list(rows))


def everything(desk: Desk) -> str:
    """Give all that a desk delivers about its claims, as one text."""
    sheet = desk.claim(1)
    found = [sheet, desk.claim_rows([1]), desk.reports(), desk.drafts(), desk.notices(), desk.agreement(), desk.queue()]
    return words([*found, *(desk.article(row.number) for row in desk.articles())])


def test_the_first_verdict_is_in_no_row_until_the_second_is_given(ana: Desk, ben: Desk, cid: Desk) -> None:
    ben.save_draft(1, DraftField.VERDICT, json.dumps({"rating": "false", "rationale": SECRET}))
    ben.record(1, "false", SECRET)
    ben.save_draft(1, DraftField.COMMENT, "Look at the harbour log.")
    ben.comment(1, "The harbour log settles it, @cid.")
    assert state(ben) is ClaimState.SECOND_REVIEW
    for blind in (ana, cid):
        assert blind.claim(1).blind
        seen = everything(blind)
        assert "harbour log" not in seen
        assert "False" not in seen.replace("False,", "").replace("=False", "")
        assert list(blind.claim_numbers(ClaimFilter(rating="false"))) == []
    assert not ben.claim(1).blind
    assert SECRET in everything(ben)
    outcome = cid.record(1, "false", "Both logs say so.")
    assert outcome.state is ClaimState.RECORDED
    revealed = cid.claim(1)
    assert [verdict.reviewer for verdict in revealed.verdicts] == ["cid", "ben"]
    assert [comment.body for comment in revealed.comments] == ["The harbour log settles it, @cid."]
    assert [notice.kind for notice in cid.notices()] == ["mention"]


def test_evidence_that_the_first_reviewer_attached_is_there_for_the_second(ana: Desk, ben: Desk, cid: Desk) -> None:
    del ana
    ben.attach(1, EvidenceEntry(EvidenceForm.NOTE, Stance.REFUTES, note="A photo of the wreck."))
    ben.record(1, "false", SECRET)
    assert cid.claim(1).evidence[-1].note == "A photo of the wreck."


def test_who_gave_the_first_verdict_is_not_handed_the_second(ana: Desk, ben: Desk) -> None:
    ben.record(1, "false", SECRET)
    ben.record(2, "true", "It did.")
    turn = ben.take_next()
    assert isinstance(turn, NothingFree)
    assert "1 for somebody who did not write the verdict" in turn.reason
    with pytest.raises(Refused, match="one of its verdicts is yours"):
        ben.take(1)
    with pytest.raises(Refused, match="one of its verdicts is yours"):
        ben.record(1, "true", "On second thoughts.")
    taken = ana.take_next()
    assert isinstance(taken, ClaimSheet)
    assert (taken.number, taken.blind) == (1, True)


def test_agreement_leads_to_sign_off_by_a_third(ana: Desk, ben: Desk, cid: Desk) -> None:
    ben.record(1, "false", SECRET)
    cid.record(1, "false", "Both logs say so.")
    with pytest.raises(Refused, match="Only an editor can sign off"):
        cid.sign_off(1)
    signed = ana.sign_off(1, "Checked against the log.")
    assert signed.state is ClaimState.SIGNED_OFF
    assert signed.finding is not None
    assert (signed.finding.signed_off_by, signed.finding.note) == ("ana", "Checked against the log.")


def test_disagreement_leads_to_adjudication_by_an_editor(ana: Desk, ben: Desk, cid: Desk) -> None:
    ben.record(1, "false", SECRET)
    assert cid.record(1, "true", "It did sink.").state is ClaimState.ADJUDICATION
    assert [verdict.stands for verdict in ana.claim(1).verdicts] == [False, False]
    assert ana.claim_rows([1])[0].rating == ""
    with pytest.raises(Refused, match="verdicts that disagree"):
        ana.sign_off(1)
    with pytest.raises(Refused, match="Only an editor can adjudicate"):
        cid.adjudicate(1, cid.claim(1).verdicts[0].public_id)
    turn = ana.take_next()
    assert isinstance(turn, ClaimSheet)
    chosen = next(verdict for verdict in turn.verdicts if verdict.reviewer == "ben")
    token = turn.lease.token if turn.lease else None
    settled = ana.adjudicate(1, chosen.public_id, "The log is the better source.", token)
    assert settled.state is ClaimState.SIGNED_OFF
    assert [verdict.reviewer for verdict in settled.verdicts if verdict.stands] == ["ben"]
    assert settled.lease is None


def test_an_editor_may_give_a_verdict_of_their_own_and_somebody_else_signs_it_off(
    ana: Desk, ben: Desk, cid: Desk
) -> None:
    ben.record(1, "false", SECRET)
    cid.record(1, "true", "It did sink.")
    ana.record(1, "misleading", "It sank once and touched ground twice.")
    assert state(ana) is ClaimState.RECORDED
    with pytest.raises(Conflict, match="own work"):
        ana.sign_off(1)


def test_nobody_signs_off_their_own_or_what_agrees_with_it(ana: Desk, ben: Desk) -> None:
    ana.record(1, "false", SECRET)
    ben.record(1, "false", "Both logs say so.")
    with pytest.raises(Conflict, match="own work"):
        ana.sign_off(1)
    ana.record(2, "true", "It did.")
    with pytest.raises(Conflict, match="own work"):
        ana.sign_off(2)


def test_a_claim_is_returned_with_a_comment_and_judged_anew(ana: Desk, ben: Desk) -> None:
    ben.record(2, "true", "It did.")
    with pytest.raises(BadInput, match="with a comment"):
        ana.send_back(2, "  ")
    outcome = ana.send_back(2, "Name the source, @ben.")
    assert outcome.state is ClaimState.QUEUED
    back = ben.claim(2)
    assert [verdict.counts for verdict in back.verdicts] == [False]
    assert [comment.body for comment in back.comments] == ["Name the source, @ben."]
    assert [(notice.claim, notice.who) for notice in ben.notices()] == [(2, "ana")]
    assert ben.see_comments(2) == 1
    assert ben.notices() == ()
    assert ben.record(2, "true", "The register says so.").state is ClaimState.RECORDED
    ana.resolve_comment(2, 1)
    assert ana.sign_off(2).state is ClaimState.SIGNED_OFF


def test_a_reviewer_returns_what_is_their_own_and_nobody_elses(ana: Desk, ben: Desk, cid: Desk) -> None:
    del ana
    ben.record(2, "true", "It did.")
    with pytest.raises(Refused, match="return a claim that others have decided"):
        cid.send_back(2, "I do not like it.")
    assert ben.send_back(2, "I mixed up two ferries.").state is ClaimState.QUEUED


@pytest.mark.parametrize(
    "rule",
    [
        SecondReviewRule(names=("inga HOLM",)),
        SecondReviewRule(legal=True),
        SecondReviewRule(share=10_000),
    ],
)
def test_names_the_legal_flag_and_a_share_select_as_well(ana: Desk, ben: Desk, rule: SecondReviewRule) -> None:
    ana.set_second_review_rule(rule)
    marks = ana.claim(1).marks()
    ana.mark(1, marks, marks._replace(legal=True))
    assert ben.record(1, "true", "It did.").state is ClaimState.SECOND_REVIEW


def test_without_a_rule_a_verdict_waits_for_sign_off(ana: Desk, ben: Desk) -> None:
    ana.set_second_review_rule(SecondReviewRule())
    assert ben.record(1, "false", SECRET).state is ClaimState.RECORDED


@pytest.mark.parametrize(
    "rule",
    [SecondReviewRule(ratings=("no_such",)), SecondReviewRule(names=(" ",)), SecondReviewRule(share=10_001)],
)
def test_a_rule_that_makes_no_sense_is_refused(ana: Desk, rule: SecondReviewRule) -> None:
    with pytest.raises(BadInput):
        ana.set_second_review_rule(rule)
    assert ana.second_review_rule() == SecondReviewRule(ratings=("false",))


def test_reviewers_do_not_change_the_rules(ana: Desk, ben: Desk) -> None:
    del ana
    with pytest.raises(Refused, match="Only an editor"):
        ben.set_second_review_rule(SecondReviewRule())


def test_agreement_counts_what_was_judged_independently(ana: Desk, ben: Desk, cid: Desk) -> None:
    ben.record(1, "false", SECRET)
    cid.record(1, "true", "It did sink.")
    ana.record(1, "misleading", "Seen both, so this one is not independent.")
    ben.record(2, "false", SECRET)
    assert [found.overall.units for found in cid.agreement()] == [1], "the blind second verdict is not there yet"
    cid.record(2, "false", "So it is.")
    (found,) = ana.agreement()
    assert (found.scale, found.overall.units, found.overall.percent) == ("desk", 2, 0.5)
    assert [(pair.first, pair.second, pair.agreement.units) for pair in found.pairs] == [("ben", "cid", 2)]


def test_a_second_verdict_that_is_given_again_after_the_reveal_is_not_blind(ana: Desk, ben: Desk, cid: Desk) -> None:
    ben.record(1, "false", SECRET)
    cid.record(1, "true", "It did sink.")
    cid.undo()
    cid.record(1, "false", "On seeing the other one.")
    assert ana.agreement() == ()


def test_a_published_finding_is_frozen_and_corrected_in_the_open(ana: Desk, ben: Desk, cid: Desk) -> None:
    ben.record(1, "false", SECRET)
    cid.record(1, "false", "So it is.")
    with pytest.raises(Refused):
        ana.publish(1)
    ana.sign_off(1)
    with pytest.raises(Refused, match="never published"):
        ana.correct(1, Severity.TYPO, "A name was misspelt.")
    first = ana.publish(1)
    assert first.state is ClaimState.PUBLISHED
    with pytest.raises(Refused):
        ana.publish(1)
    with pytest.raises(BadInput, match="reason"):
        ana.correct(1, Severity.TYPO, "")
    with pytest.raises(Refused, match="with the rating it had"):
        ana.correct(1, Severity.RATING_CHANGED, "It was true after all.")
    with pytest.raises(Refused, match="Only an editor"):
        ben.correct(1, Severity.TYPO, "A name was misspelt.")
    ana.correct(1, Severity.TYPO, "A name was misspelt.")
    sheet = ana.claim(1)
    assert sheet.state is ClaimState.CORRECTED
    assert [row.number for row in sheet.publications] == [1, 2]
    assert sheet.publications[0] == first.publications[0]
    correction = sheet.publications[1].correction
    assert correction is not None
    assert (correction.severity, correction.reason, correction.by) == ("typo", "A name was misspelt.", "ana")
    assert issue_from(sheet.publications[0].content).finding.rationale in {SECRET, "So it is."}


def test_a_rating_is_corrected_by_reopening_and_a_new_verdict(ana: Desk, ben: Desk) -> None:
    ben.record(2, "true", "It did.")
    ana.sign_off(2)
    ana.publish(2)
    assert ana.reopen(2, "The register was forged.").state is ClaimState.QUEUED
    assert [row.number for row in ben.claim(2).publications] == [1]
    ben.record(2, "half_true", "Half of the entries are forged.")
    ana.sign_off(2)
    with pytest.raises(Refused, match="published before"):
        ana.publish(2)
    corrected = ana.correct(2, Severity.RATING_CHANGED, "The register was forged.")
    assert [issue_from(row.content).finding.rating.slug for row in corrected.publications] == ["true", "half_true"]


def test_what_was_published_can_be_withdrawn(ana: Desk, ben: Desk) -> None:
    ben.record(2, "true", "It did.")
    ana.sign_off(2)
    ana.publish(2)
    gone = ana.withdraw(2, "A court found the register forged.")
    assert gone.state is ClaimState.WITHDRAWN
    assert [row.correction.severity if row.correction else "" for row in gone.publications] == ["", "withdrawn"]
    with pytest.raises(Refused):
        ana.correct(2, Severity.TYPO, "Too late.")


def test_a_late_verdict_is_set_against_what_stands_and_kept(ana: Desk, ben: Desk, clock: Clock) -> None:
    taken = ana.take(2)
    clock.pass_minutes(31)
    ben.record(2, "true", "The register says so.")
    with pytest.raises(Overtaken) as late:
        ana.record(2, "misleading", "The register leaves out two.", taken.lease.token if taken.lease else None)
    assert "rating: true (ben), yours misleading" in late.value.difference
    assert any(line.startswith("- The register says so.") for line in late.value.difference)
    assert any(line.startswith("+ The register leaves out two.") for line in late.value.difference)
    (draft,) = ana.drafts()
    assert json.loads(draft.body) == {"rating": "misleading", "rationale": "The register leaves out two."}
    assert [verdict.rationale for verdict in ana.claim(2).verdicts] == ["The register says so."]


def test_a_late_verdict_learns_nothing_of_a_blind_one(ana: Desk, ben: Desk, clock: Clock) -> None:
    taken = ana.take(1)
    clock.pass_minutes(31)
    ben.record(1, "false", SECRET)
    with pytest.raises(Overtaken) as late:
        ana.record(1, "true", "It did sink.", taken.lease.token if taken.lease else None)
    assert "harbour" not in words(late.value.difference)
    assert "blind" in words(late.value.difference)


def test_the_same_verdict_sent_again_is_one(ana: Desk, ben: Desk) -> None:
    del ana
    taken = ben.take(2)
    token = taken.lease.token if taken.lease else None
    first = ben.record(2, "true", "It did.", token)
    again = ben.record(2, "true", "It did.", token)
    assert again.state is first.state
    assert len(ben.claim(2).verdicts) == 1
    assert ben.drafts() == ()


def test_taking_over_keeps_and_shows_what_the_other_was_typing(ana: Desk, ben: Desk) -> None:
    taken = ben.take(2)
    ben.save_draft(2, DraftField.VERDICT, json.dumps({"rating": "true", "rationale": "The register"}))
    over = ana.take_over(2)
    assert over.lease is not None
    assert over.lease.holder == "ana"
    assert [(left.reviewer, json.loads(left.body)["rationale"]) for left in over.left_drafts] == [
        ("ben", "The register")
    ]
    with pytest.raises(Overtaken, match="ana took it"):
        ben.record(2, "true", "The register says so.", taken.lease.token if taken.lease else None)
    assert json.loads(ben.drafts()[0].body)["rationale"] == "The register says so."


def test_marks_that_two_people_change_are_merged_or_shown(ana: Desk, ben: Desk) -> None:
    base = ana.claim(1).marks()
    ben.mark(1, base, base._replace(demand=7))
    merged = ana.mark(1, base, base._replace(priority=Priority.URGENT))
    assert (merged.demand, merged.priority) == (7, Priority.URGENT)
    with pytest.raises(Refused, match="demand was 0; yours 9, theirs 7"):
        ana.mark(1, base, base._replace(demand=9))
    assert ana.claim(1).demand == 7


def test_nobody_is_called_who_is_not_there(ana: Desk) -> None:
    with pytest.raises(NotFound, match="zoe"):
        ana.comment(1, "What do you say, @zoe?")
    assert ana.claim(1).comments == ()


def test_comments_are_dealt_with_and_taken_back(ana: Desk, ben: Desk) -> None:
    ben.comment(1, "Which ferry?")
    ana.comment(1, "The old one.")
    solved = ana.resolve_comment(1, 1)
    assert [(comment.number, comment.resolved_by) for comment in solved.comments] == [(1, "ana"), (2, "")]
    ana.undo()
    assert ana.claim(1).comments[0].resolved_by == ""
    ana.undo()
    assert [comment.body for comment in ben.claim(1).comments] == ["Which ferry?"]
    ana.redo()
    assert len(ben.claim(1).comments) == 2


def test_sign_off_is_taken_back_until_it_is_published(ana: Desk, ben: Desk) -> None:
    ben.record(2, "true", "It did.")
    ana.sign_off(2)
    ana.undo()
    assert state(ana, 2) is ClaimState.RECORDED
    ana.redo()
    ana.publish(2)
    with pytest.raises(Conflict):
        ana.undo()
    assert state(ana, 2) is ClaimState.PUBLISHED


def test_an_articles_claims_show_no_rating_that_is_kept_back(ana: Desk, ben: Desk, article: object) -> None:
    intake = ana.add_article(ArticleEntry(str(article)))
    number = intake.claims[0]
    ben.record(number, "false", SECRET)
    shown = {claim.number: claim.rating for claim in ana.article(intake.article.number).claims}
    assert shown[number] == ""
    own = {claim.number: claim.rating for claim in ben.article(intake.article.number).claims}
    assert own[number] == "False"


def test_what_goes_out_is_what_was_looked_at_and_stands_when_it_goes_out(
    ana: Desk, ben: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change that lands between the wish to publish and the deed is looked at first, and is in the publication."""
    ben.record(2, "true", "It did.")
    ana.sign_off(2)
    begin = UnitOfWork.__enter__

    def after_somebody_else(work: UnitOfWork) -> UnitOfWork:
        monkeypatch.setattr(UnitOfWork, "__enter__", begin)
        ben.attach(2, EvidenceEntry(EvidenceForm.NOTE, Stance.SUPPORTS, note="The harbour log, seen on paper."))
        return begin(work)

    monkeypatch.setattr(UnitOfWork, "__enter__", after_somebody_else)
    with pytest.raises(Conflict, match="was changed"):
        ana.publish(2)
    finding = issue_from(ana.publish(2).publications[0].content).finding
    assert finding.evidence[-1].note == "The harbour log, seen on paper."
