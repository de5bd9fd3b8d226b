"""Rules before sign-off: what each finds, what satisfies it, and how desk and waivers change what it means."""

import pytest

from claims_db.capture_vocabulary import CaptureMode, CaptureOutcome, RecheckOutcome
from claims_db.media_vocabulary import MediaCategory
from claims_db.rows import (
    CaptureRow,
    DateRow,
    LookRow,
    OpenComment,
    QuoteRow,
    RatingRow,
    RecheckDate,
    SourceCount,
    WaiverRow,
)
from claims_db.vocabulary import ClaimState, DatePrecision, EvidenceForm, LintLevel, SourceKind, Stance
from tests.export.example_report import FALSE, NOON, claim, evidence, media, quoted, source, verdict
from workbench.domain.dates import instant_words
from workbench.domain.days import DAY
from workbench.domain.lint.case import Case, may_stand
from workbench.domain.lint.lines import lint_lines
from workbench.domain.lint.outcome import look_through
from workbench.domain.lint.rules import BY_NAME, RULES, rule_named
from workbench.errors import BadInput

TRUE = RatingRow("true", "True", "", 5, "Supported")
MIXED = RatingRow("half_true", "Half true", "", 3, "Conflicting Evidence/Cherrypicking")
UNPROVEN = RatingRow("unproven", "Unproven", "", None, "Not Enough Evidence")
OUTDATED = RatingRow("outdated", "Outdated", "", None, "Refuted")
THAT_DAY = instant_words(NOON)[:10]
LATER = DateRow("2022-01-04", DatePrecision.DAY)
CHECKED = evidence()
AS_QUOTED = evidence(check=None)
SUPPORTING = evidence(number=41, stance=Stance.SUPPORTS, check=None)
PRIMARY = evidence(check=None, source=source(kind=SourceKind.PRIMARY))
SECONDARY = evidence(check=None, source=source(kind=SourceKind.WIRE_COPY))
NEWER = evidence(check=None, source=source(published=LATER))
CAPTURE = CaptureRow(
    *("capture-1", "source-1", CaptureMode.LIVE, CaptureOutcome.OK, "", "ab" * 32, 9, "text/html", NOON),
    *("https://example.org/drills", "", "", ""),
)
LOOKED = evidence(check=None, look=LookRow(NOON, RecheckOutcome.GONE, True))
ONE = SourceCount(1, 1, ((40,),), ((),))
COPIES = SourceCount(2, 1, ((40, 41),), (("E-40 names Reuters; E-41 names Reuters.",),))
TWO = SourceCount(2, 2, ((40,), (41,)), ((), ()))


def case(rating: RatingRow = FALSE, rationale: str = "There were drills.", **changes: object) -> Case:
    """Give a claim with a verdict; what is named stands in its sheet, or else in the case."""
    of_case = {name: changes.pop(name) for name in tuple(changes) if name in Case._fields}
    sheet = claim(**{"verdicts": (verdict(rating=rating, rationale=rationale),), **changes})  # type: ignore[arg-type]
    return Case(sheet, may_stand(sheet), sheet.said_on, now=NOON)._replace(**of_case)


UNMET = [
    ("false-without-refuting", case(evidence=(SUPPORTING,))),
    ("false-without-refuting", case(OUTDATED, evidence=())),
    ("true-without-supporting", case(TRUE, evidence=(AS_QUOTED,))),
    ("no-other-side", case(evidence=(AS_QUOTED,))),
    ("no-other-side", case(MIXED, evidence=(SUPPORTING,))),
    ("one-source-only", case(sources=ONE)),
    ("one-source-only", case(sources=COPIES)),
    ("one-source-only", case(sources=None)),
    ("secondary-only", case(evidence=(SECONDARY, SUPPORTING))),
    ("excerpt-not-found", case(evidence=(CHECKED,))),
    ("not-captured", case()),
    ("capture-rotten", case(faults={40: "the file of its text is gone."})),
    ("source-changed", case(evidence=(LOOKED,))),
    ("recheck-due", case(captures={40: CAPTURE}, now=NOON + 91 * DAY)),
    ("recheck-date-passed", case(recheck=RecheckDate(THAT_DAY, "The survey comes out."))),
    ("newer-than-claim", case(evidence=(NEWER,))),
    ("verdict-in-statement", case(statement="The minister falsely said that trade rose.")),
    ("long-statement", case(statement="a" * 76)),
    ("number-in-no-evidence", case(rationale="It was 41 percent of them.")),
    ("open-comments", case(open_comments=(OpenComment(2, "ben"),))),
    ("own-verdict", case(signer="Ada")),
    ("no-reply-asked", case(replies=())),
    ("media-without-category", case(media=(media(categories=()),))),
    ("altered-without-original", case(media=(media(original=""),))),
    ("media-without-context", case(media=(media(categories=(MediaCategory.MISSING_CONTEXT,), context=""),))),
]
MET = [
    ("false-without-refuting", case()),
    ("false-without-refuting", case(UNPROVEN, evidence=())),
    ("true-without-supporting", case(TRUE, evidence=(SUPPORTING,))),
    ("no-other-side", case(evidence=(AS_QUOTED, SUPPORTING))),
    ("no-other-side", case(UNPROVEN, evidence=())),
    ("one-source-only", case(sources=TWO)),
    ("one-source-only", case(sources=ONE, evidence=(PRIMARY,))),
    ("secondary-only", case(evidence=(SECONDARY, PRIMARY))),
    ("secondary-only", case()),
    ("excerpt-not-found", case(evidence=(AS_QUOTED,))),
    ("not-captured", case(captures={40: CAPTURE})),
    ("not-captured", case(evidence=(evidence(form=EvidenceForm.QUOTATION),))),
    ("not-captured", case(evidence=(evidence(source=source(erased_at=NOON)),))),
    ("capture-rotten", case(captures={40: CAPTURE})),
    ("source-changed", case(evidence=(evidence(look=LookRow(NOON, RecheckOutcome.UNCHANGED, True)),))),
    ("recheck-due", case(captures={40: CAPTURE}, now=NOON + 89 * DAY)),
    ("recheck-due", case(captures={40: CAPTURE._replace(mode=CaptureMode.UPLOAD)}, now=NOON + 91 * DAY)),
    ("recheck-date-passed", case()),
    ("recheck-date-passed", case(recheck=RecheckDate(THAT_DAY, "The survey comes out."), now=NOON - DAY)),
    ("newer-than-claim", case()),
    ("newer-than-claim", case(evidence=(NEWER, AS_QUOTED))),
    ("newer-than-claim", case(TRUE, evidence=(NEWER,))),
    ("newer-than-claim", case(evidence=(NEWER,), said=None)),
    (
        "verdict-in-statement",
        case(statement="The report is false.", appearances=(quoted()._replace(quote=QuoteRow("It is false", "", "")),)),
    ),
    ("long-statement", case(statement="a" * 75)),
    ("number-in-no-evidence", case(rationale="It was 41 percent.", evidence=(evidence(excerpt="Just 41.2% did."),))),
    ("number-in-no-evidence", case(rationale="Two logs and the register of 2005 say so.")),
    ("open-comments", case()),
    ("own-verdict", case(signer="ben")),
    ("own-verdict", case(signer="Ada", state=ClaimState.SIGNED_OFF)),
    ("media-without-category", case(media=(media(),))),
    ("altered-without-original", case(media=(media(original="", no_original="It was never shown."),))),
    ("altered-without-original", case(media=(media(original="", categories=(MediaCategory.STAGED,)),))),
    ("media-without-context", case(media=(media(context=""),))),
    ("no-reply-asked", case()),
    ("no-reply-asked", case(TRUE, replies=())),
    ("no-reply-asked", case(replies=(), claimer="")),
]


@pytest.mark.parametrize(("rule", "looked_at"), UNMET)
def test_a_rule_says_in_sentences_what_is_amiss(rule: str, looked_at: Case) -> None:
    found = tuple(BY_NAME[rule].look(looked_at))
    assert found
    assert all(sentence.endswith((".", "?")) for sentence in found)


@pytest.mark.parametrize(("rule", "looked_at"), MET)
def test_a_rule_that_is_met_says_nothing(rule: str, looked_at: Case) -> None:
    assert not tuple(BY_NAME[rule].look(looked_at))


def test_every_rule_has_a_name_an_explanation_and_is_tested() -> None:
    assert {rule for rule, _ in UNMET} == {rule for rule, _ in MET} == set(BY_NAME)
    assert len(BY_NAME) == len(RULES)
    assert all(rule.explanation.endswith(".") and rule.level is not LintLevel.OFF for rule in RULES)


def test_without_a_verdict_no_rule_asks_for_evidence() -> None:
    looked_at = case(verdicts=(), state=ClaimState.QUEUED, evidence=(), sources=None, replies=())
    assert look_through(looked_at, {}, ()).lines == ()


def test_each_of_two_verdicts_that_disagree_is_looked_at_until_one_is_named() -> None:
    both = (
        verdict(public_id="one", rating=TRUE, reviewer="ben", stands=False),
        verdict(public_id="two", stands=False),
    )
    sheet = claim(verdicts=both, state=ClaimState.ADJUDICATION, evidence=())
    whole, named = (look_through(Case(sheet, may_stand(sheet, one)), {}, ()) for one in (None, "two"))
    assert {"true-without-supporting", "false-without-refuting"} <= set(whole.blocking)
    assert "true-without-supporting" not in named.blocking


def test_what_blocks_comes_first_and_what_is_waived_last() -> None:
    waiver = WaiverRow("no-other-side", "Nobody holds it.", "eve", NOON)
    found = look_through(case(evidence=(CHECKED,), statement="a" * 76), {}, (waiver,))
    assert found.blocking == ("excerpt-not-found",)
    assert found.lines[0].rule == "excerpt-not-found"
    assert found.lines[-1].waiver == waiver
    words = [words for _, words in lint_lines(found)]
    assert words[0] == "C-12: 1 rule blocks, 3 rules warn, 1 rule is waived"
    assert words[-1] == "Waived by eve: Nobody holds it."


def test_the_desk_says_what_a_rule_means() -> None:
    looked_at = case(evidence=(CHECKED,), statement="a" * 76)
    levels = {"excerpt-not-found": LintLevel.OFF, "long-statement": LintLevel.BLOCK}
    found = look_through(looked_at, levels, ())
    assert found.blocking == ("long-statement",)
    assert "excerpt-not-found" not in {line.rule for line in found.lines}


def test_a_name_that_is_nearly_one_is_pointed_out() -> None:
    assert rule_named("Open comments") is BY_NAME["open-comments"]
    with pytest.raises(BadInput) as refused:
        rule_named("open-coments")
    assert refused.value.hint == "Did you mean open-comments?"
