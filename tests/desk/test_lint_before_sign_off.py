"""What blocks sign-off and publication, what a desk makes of its rules, and how one is waived."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims_db.errors import Conflict, NotFound
from claims_db.rows import SecondReviewRule
from claims_db.vocabulary import ClaimState, EvidenceForm, LintLevel, Severity, Stance
from tests.conftest import OpenDesk
from tests.weighed import BOTH, weigh
from workbench.desk import linting
from workbench.desk.capture_entries import CaptureEntry
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry, EvidenceEntry
from workbench.desk.lots import SignOff
from workbench.domain.lint.outcome import Linted
from workbench.errors import BadInput, Refused
from workbench.export.markdown import render_article

NOBODY = "Nobody has counted the other way."


@pytest.fixture
def ana(open_as: OpenDesk) -> Desk:
    """Give the admin's desk, with three claims of which ben rated the first two as false."""
    desk = open_as("ana")
    for number in (3, 4, 5):
        desk.add_claim(ClaimEntry(f"The ferry sank {number} times.", claimer="Inga Holm"))
    ben = open_as("ben")
    for number in (1, 2):
        ben.record(number, "false", "The log has none.", queue=None)
    return desk


@pytest.fixture
def ben(ana: Desk, open_as: OpenDesk) -> Desk:
    del ana
    return open_as("ben")


def rules(linted: Linted) -> set[str]:
    return {line.rule for line in linted.lines}


def refused(call: Callable[..., object], *arguments: object) -> str:
    with pytest.raises(Refused) as problem:
        call(*arguments)
    return problem.value.message


def test_a_rule_that_blocks_stops_the_sign_off_until_it_is_met(ana: Desk, ben: Desk) -> None:
    assert ana.lint(1).blocking == ("false-without-refuting",)
    assert refused(ana.sign_off, 1) == "C-1 can't be signed off: false-without-refuting."
    ben.attach(1, BOTH[0])
    ben.comment(1, "Is that the whole log?")
    assert refused(ana.sign_off, 1) == "C-1 can't be signed off: open-comments."
    assert ana.lint(1).lines[0].found == ("Comment 1 by ben is not dealt with.",)
    ana.resolve_comment(1, 1)
    assert ana.lint(1).blocking == ()
    assert ana.sign_off(1).state is ClaimState.SIGNED_OFF


def test_publication_is_stopped_by_what_came_up_after_the_sign_off(ana: Desk, ben: Desk) -> None:
    weigh(ben, 1)
    ana.sign_off(1)
    refuting = ana.claim(1).evidence[0].number
    ben.detach(refuting)
    assert refused(ana.publish, 1) == "C-1 can't be published: false-without-refuting."
    ben.undo()
    assert ana.publish(1).state is ClaimState.PUBLISHED


def test_what_was_said_on_returning_a_claim_is_answered_by_its_new_verdict(ana: Desk, ben: Desk) -> None:
    weigh(ben, 1)
    ana.send_back(1, "Look at the second log.", queue=None)
    ben.comment(1, "Where is it?")
    assert [line.found for line in ana.lint(1).lines if line.rule == "open-comments"] == [
        ("Comment 1 by ana is not dealt with.", "Comment 2 by ben is not dealt with.")
    ]
    ben.record(1, "false", "The second log has none either.", queue=None)
    found = [line.found for line in ana.lint(1).lines if line.rule == "open-comments"]
    assert found == [("Comment 2 by ben is not dealt with.",)]
    ben.undo()
    assert "open-comments" in ana.lint(1).blocking
    ben.redo()
    ben.resolve_comment(1, 2)
    assert ana.sign_off(1).state is ClaimState.SIGNED_OFF
    ana.publish(1)
    ana.reopen(1, "A reader found a third log.")
    ben.record(1, "false", "That has none.", queue=None)
    assert ana.lint(1).blocking == ()


def test_a_correction_goes_out_past_no_rule_that_blocks_and_a_withdrawal_past_any(ana: Desk, ben: Desk) -> None:
    weigh(ben, 1)
    ana.sign_off(1)
    ana.publish(1)
    ben.detach(ana.claim(1).evidence[0].number)
    assert refused(ana.correct, 1, Severity.TYPO, "A name.") == "C-1 can't be corrected: false-without-refuting."
    ana.waive(1, "false-without-refuting", NOBODY)
    assert ana.correct(1, Severity.TYPO, "A name.").state is ClaimState.CORRECTED
    ana.correct(1, Severity.TYPO, "Another name: the waiver holds as long as the round.")
    ana.comment(1, "Is any of it true?")
    assert ana.lint(1).blocking == ("open-comments",)
    assert ana.withdraw(1, "It was another ferry.").state is ClaimState.WITHDRAWN


def test_a_waiver_has_a_reason_that_is_printed_and_lasts_as_long_as_the_round(ana: Desk, ben: Desk) -> None:
    with pytest.raises(BadInput):
        ana.waive(1, "false-without-refuting", "  ")
    assert "Only an editor" in refused(ben.waive, 1, "false-without-refuting", NOBODY)
    with pytest.raises(NotFound):
        ana.waive(99, "false-without-refuting", NOBODY)
    found = ana.waive(1, "false-without-refuting", NOBODY)
    assert found.blocking == ()
    waived = next(line.waiver for line in found.lines if line.waiver is not None)
    assert (waived.rule, waived.reason, waived.waived_by) == ("false-without-refuting", NOBODY, "ana")
    with pytest.raises(Conflict):
        ana.waive(1, "false-without-refuting", "Once more.")
    assert ana.claim(1).history[0].summary == "rule waived"
    ana.undo()
    assert ana.lint(1).blocking == ("false-without-refuting",)
    ana.redo()
    ana.sign_off(1)
    (report,) = ana.reports()
    assert report.claims[0].waivers == (waived,)
    printed = render_article(report)
    assert "### Rules that were waived" in printed
    assert NOBODY in printed
    ana.send_back(1, "Look again.", queue=None)
    ben.record(1, "false", "The log has none.", queue=None)
    assert ana.lint(1).blocking == ("false-without-refuting",)
    assert ana.reports()[0].claims[0].waivers == ()


def test_nobody_waives_that_somebody_else_signs_off(ana: Desk) -> None:
    ana.record(3, "unproven", "Nothing was found.", queue=None)
    assert ana.lint(3).blocking == ("own-verdict",)
    assert refused(ana.waive, 3, "own-verdict", NOBODY) == "The rule own-verdict can't be waived."


def test_a_reviewer_is_not_told_that_somebody_else_signs_off(ana: Desk, ben: Desk) -> None:
    del ana
    assert "own-verdict" not in rules(ben.lint(1))


def test_a_desk_says_what_its_rules_mean(ana: Desk, ben: Desk) -> None:
    assert "Only an editor" in refused(ben.set_lint_level, "false-without-refuting", LintLevel.OFF)
    ana.set_lint_level("false-without-refuting", LintLevel.WARN)
    ana.set_lint_level("no-reply-asked", LintLevel.BLOCK)
    assert ben.lint(1).blocking == ("no-reply-asked",)
    assert {row.rule: row.level for row in ben.lint_rules()}["no-reply-asked"] is LintLevel.BLOCK
    ana.undo()
    assert ana.lint(1).blocking == ()
    ana.set_lint_level("false-without-refuting", LintLevel.OFF)
    assert "false-without-refuting" not in rules(ana.lint(1))
    ana.undo()
    assert "false-without-refuting" in rules(ana.lint(1))
    with pytest.raises(BadInput):
        ana.set_lint_level("no-such-rule", LintLevel.OFF)


def test_of_many_claims_those_that_a_rule_blocks_are_left_out(ana: Desk, ben: Desk) -> None:
    weigh(ben, 2)
    seen = ana.sieve([1, 2], SignOff())
    done = ana.do([1, 2], SignOff())
    for lot in (seen, done):
        assert lot.done == (2,)
        assert [one.reason for one in lot.left_out] == ["C-1 can't be signed off: false-without-refuting."]


def test_the_verdict_that_is_to_stand_is_looked_at(ana: Desk, ben: Desk, open_as: OpenDesk) -> None:
    ana.set_second_review_rule(SecondReviewRule(ratings=("true",)))
    cid = open_as("cid")
    ben.record(3, "true", "So the log says.", queue=None)
    assert "true-without-supporting" not in rules(cid.lint(3))
    cid.record(3, "false", "So it does not.", queue=None)
    cid.attach(3, BOTH[0])
    assert ana.lint(3).blocking == ("true-without-supporting",)
    verdicts = {one.rating.slug: one.public_id for one in ana.claim(3).verdicts}
    assert refused(ana.adjudicate, 3, verdicts["true"]) == "C-3 can't be signed off: true-without-supporting."
    assert ana.adjudicate(3, verdicts["false"]).state is ClaimState.SIGNED_OFF


def test_what_is_written_after_the_rules_were_looked_at_is_not_signed_off_unseen(
    ana: Desk, ben: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    weigh(ben, 1)
    look = linting.look

    def look_and_be_overtaken(*arguments: Any) -> object:  # noqa: ANN401 - as whatever it is called with
        found = look(*arguments)
        ben.comment(1, "Wait, there is another log.")
        return found

    monkeypatch.setattr(linting, "look", look_and_be_overtaken)
    with pytest.raises(Conflict, match="was changed while the rules were looked at"):
        ana.sign_off(1)
    assert ana.claim(1).state is ClaimState.RECORDED


def test_many_claims_are_looked_at_one_after_the_other(ana: Desk) -> None:
    heard = list[tuple[int, int]]()
    found = ana.lint_many([2, 1, 99], lambda _, done, whole: heard.append((done, whole)))
    assert [one.claim for one in found] == [1, 2]
    assert heard == [(0, 3), (3, 3)]
    assert sorted(ana.judged_numbers()) == [1, 2]


@pytest.mark.files_only
def test_a_capture_whose_file_was_changed_or_is_gone_blocks(open_at: Callable[..., Desk], tmp_path: Path) -> None:
    desk = open_at()
    desk.add_claim(ClaimEntry("The ferry sank 3 times."))
    log = tmp_path / "log.txt"
    log.write_text("The ferry never sank.\n")
    said = EvidenceEntry(EvidenceForm.FILE, Stance.REFUTES, excerpt="The ferry sank twice.")
    kept = desk.capture(1, CaptureEntry(str(log), said))
    assert rules(desk.lint(1)) == {"excerpt-not-found"}
    capture = desk.evidence(kept.number).card.capture
    assert capture is not None
    file = desk._place.capturer().store.path(capture.sha256)
    file.chmod(0o644)
    file.write_text("The ferry sank.\n")
    assert "capture-rotten" in desk.lint(1).blocking
    file.unlink()
    (line,) = (one for one in desk.lint(1).lines if one.rule == "capture-rotten")
    assert line.found == (f"E-{kept.number}: the file of its bytes is gone.",)


def test_a_link_that_was_never_captured_warns(ana: Desk, ben: Desk) -> None:
    ben.attach(1, EvidenceEntry(EvidenceForm.LINK, Stance.REFUTES, url="https://example.org/log", excerpt="None."))
    found = ana.lint(1)
    assert found.blocking == ()
    assert {"not-captured", "one-source-only", "no-other-side"} <= rules(found)
