"""The numbers of a claim stand beside those of its evidence, as far apart as the desk tolerates."""

from decimal import Decimal

import pytest

from claims_db.rows import JournalFilter, NumberRow, NumberTolerance
from claims_db.vocabulary import EvidenceForm, NumberOutcome, Stance
from tests.conftest import OpenDesk
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry, EvidenceEntry
from workbench.domain.dates import parse_date
from workbench.domain.evidence.number_words import difference_words, number_line, numbers_short
from workbench.domain.journal_words import action_words, entry_words
from workbench.errors import BadInput, Refused
from workbench.export.markdown import render_article


@pytest.fixture
def ana(open_as: OpenDesk) -> Desk:
    """Give an admin's desk with a claim and evidence that has other numbers."""
    desk = open_as("ana")
    desk.add_claim(ClaimEntry("Ferry prices rose by 12 percent last year.", said_on=parse_date("2021-11-23")))
    desk.attach(1, quotation("Ferry prices rose by 12.5 percent in 2020."))
    return desk


def quotation(words: str, **changes: object) -> EvidenceEntry:
    return EvidenceEntry(EvidenceForm.QUOTATION, Stance.CONTEXT, excerpt=words, **changes)  # type: ignore[arg-type]


def number(desk: Desk, evidence: int = 0) -> NumberRow:
    (row,) = desk.claim(1).evidence[evidence].numbers
    return row


def test_a_claim_shows_its_numbers_beside_the_sources(ana: Desk) -> None:
    row = number(ana)
    assert (row.outcome, row.difference, row.share) == (NumberOutcome.AGREES, Decimal("-0.5"), Decimal("-0.04"))
    assert (row.claimed.words, row.claimed.period) == ("12 percent", "2020")
    assert row.source is not None
    assert row.source.words == "12.5 percent"
    assert difference_words(row) == "-0.5 pp (-4.0 %)"
    typed = "The source's words are as somebody typed them: they were not compared with it."
    assert row.remarks == ("It is rounded; the source has 12.5.", typed)
    assert ana.evidence(1).card.evidence.numbers == (row,)


def test_what_the_source_does_not_tell_is_neither_agreement_nor_difference(ana: Desk) -> None:
    ana.attach(1, quotation("Ferry prices rose by 12 percent in 2021."))
    ana.attach(1, quotation("The council met on 3 May 2021."))
    other, nothing = ana.claim(1).evidence[1:]
    assert number_line(other.numbers[0]) == "12 percent (in 2020): the source has 12 percent (in 2021), not comparable"
    assert other.numbers[0].reason == "Other period: 2020 against 2021."
    assert nothing.numbers == ()
    assert [numbers_short(one) for one in (other, nothing)] == ["not comparable", "-"]


def test_the_tolerance_is_the_desks_and_journalled(ana: Desk, open_as: OpenDesk) -> None:
    ana.attach(1, quotation("Ferry prices rose by 13 percent in 2020."))
    assert number(ana, 1).outcome is NumberOutcome.DIFFERS
    ana.set_number_tolerance(NumberTolerance(share=800))
    assert number(ana, 1).outcome is NumberOutcome.WITHIN_TOLERANCE
    assert ana.number_tolerance() == NumberTolerance(800, 1_000)
    newest = ana.journal_numbers(JournalFilter())[0]
    (row,) = ana.journal_rows([newest])
    assert (action_words(row.action), entry_words(row)) == ("desk rules changed", "desk: tolerance share")
    assert number(open_as("ben"), 1).outcome is NumberOutcome.WITHIN_TOLERANCE
    ana.undo()
    assert (number(ana, 1).outcome, ana.number_tolerance()) == (NumberOutcome.DIFFERS, NumberTolerance())


@pytest.mark.parametrize("tolerance", [NumberTolerance(share=-1), NumberTolerance(about=10_001)])
def test_a_tolerance_that_makes_no_sense_is_refused(ana: Desk, tolerance: NumberTolerance) -> None:
    with pytest.raises(BadInput, match="no tolerance"):
        ana.set_number_tolerance(tolerance)
    assert ana.number_tolerance() == NumberTolerance()


def test_only_editors_change_it_and_nobody_over_anothers_change(ana: Desk, open_as: OpenDesk) -> None:
    with pytest.raises(Refused, match="editor"):
        open_as("ben").set_number_tolerance(NumberTolerance(share=0))
    base = ana.number_tolerance()
    ana.set_number_tolerance(base._replace(share=200), base)
    ana.set_number_tolerance(base._replace(about=500), base)
    assert ana.number_tolerance() == NumberTolerance(200, 500)
    with pytest.raises(Refused, match="share was 100; yours 50, theirs 200"):
        ana.set_number_tolerance(base._replace(share=50), base)


def test_numbers_of_a_confidential_source_are_seen_in_review_and_never_leave(ana: Desk) -> None:
    ana.attach(1, quotation("Ferry prices rose by 77 percent in 2020.", confidential=True, title="The memo"))
    secret = number(ana, 1)
    assert secret.outcome is NumberOutcome.DIFFERS
    text = "".join(map(render_article, ana.reports()))
    assert "12 percent (in 2020): the source has 12.5 percent (in 2020), agrees." in text
    assert "77" not in text
    assert secret.source is not None
    assert secret.source.low == 77
