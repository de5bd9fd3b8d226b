"""What came in is counted by what became of it; others are asked to correct, and what came of it is told."""

from pathlib import Path

import pytest

from claims_db.errors import NotFound
from claims_db.report_vocabulary import BalanceAxis, RequestOutcome
from claims_db.rows import ClaimFilter, PartyRow
from claims_db.vocabulary import NoticeKind, Severity, SkipReason
from tests.conftest import START, Clock, OpenDesk
from tests.weighed import weigh
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ClaimEntry
from workbench.desk.ledger_entries import CorrectionRequestEntry, OutcomeEntry
from workbench.domain.balance import Asked, Balance, LineKind
from workbench.domain.days import ALWAYS, Period, parse_period
from workbench.domain.figure_tables import balance_cells, balance_report, impact_report
from workbench.errors import BadInput, Refused
from workbench.export.figures import csv_lines, markdown
from workbench.export.finding_of import findings_of
from workbench.export.markdown import render_article

HOLM = "Inga Holm"
DAY = 86_400_000_000


def lines(balance: Balance) -> list[tuple[str, int, int, int, int]]:
    """Give name, what came in, what was checked, set aside, and waits."""
    return [
        (
            one.name if one.kind is LineKind.NAMED else one.kind.value,
            one.came_in,
            one.checked,
            one.set_aside,
            one.waiting,
        )
        for one in balance.lines
    ]


@pytest.fixture
def eda(open_as: OpenDesk) -> Desk:
    """Give an editor's desk: of six claims one was published, one signed off, one set aside; two have tags."""
    eda, ben = open_as("eda"), open_as("ben")
    for number, claimer in enumerate((HOLM, HOLM, HOLM, "Jonas Berg", "Jonas Berg", ""), 1):
        eda.add_claim(ClaimEntry(f"Ship number {number} sank near the pier.", claimer=claimer))
    weigh(ben, 1, 4)
    ben.record(1, "false", "The log says so.", queue=None)
    ben.record(4, "true", "The log says so.", queue=None)
    for number in (1, 4):
        eda.sign_off(number)
    eda.publish(1)
    eda.skip(2, SkipReason.OPINION, queue=None)
    eda.tag((1, 2), ("harbour", "ships"))
    eda.mark_duplicate(5, 4)
    return eda


def test_each_claim_is_counted_by_what_became_of_it(eda: Desk) -> None:
    by_claimer = eda.balance(Asked())
    assert lines(by_claimer) == [
        ("all", 6, 2, 1, 2),
        (HOLM, 3, 1, 1, 1),
        ("Jonas Berg", 2, 1, 0, 0),
        ("not known", 1, 0, 0, 1),
    ]
    berg = by_claimer.lines[2]
    assert berg.duplicates == 1
    assert berg.ratings[[one.rating for one in by_claimer.ratings].index("true")] == 1
    assert by_claimer.lines[1].reasons[by_claimer.reasons.index(SkipReason.OPINION)] == 1
    assert lines(eda.balance(Asked(BalanceAxis.TOPIC))) == [
        ("all", 6, 2, 1, 2),
        ("harbour", 2, 1, 1, 0),
        ("ships", 2, 1, 1, 0),
        ("not known", 4, 1, 0, 2),
    ]
    assert lines(eda.balance(Asked(filter=f'claimer:"{HOLM}" -tag:ships'))) == [("all", 1, 0, 0, 1), (HOLM, 1, 0, 0, 1)]
    assert lines(eda.balance(Asked(BalanceAxis.OUTLET))) == [("all", 6, 2, 1, 2), ("not known", 6, 2, 1, 2)]
    assert lines(eda.balance(Asked(period=Period(last="1999-12-31")))) == [("all", 0, 0, 0, 0)]
    # What was set aside and taken up again has no reason any more; set aside anew, the last reason alone counts.
    eda.put((2,))
    assert eda.balance(Asked()).lines[0].set_aside == 0
    eda.skip(2, SkipReason.TRIVIAL, queue=None)
    found = eda.balance(Asked())
    assert sum(found.lines[0].reasons) == found.lines[0].reasons[found.reasons.index(SkipReason.TRIVIAL)] == 1


def test_the_files_are_the_same_bytes_and_no_cell_is_a_formula(eda: Desk) -> None:
    eda.add_claim(ClaimEntry("Trade fell by 3 percent.", claimer="=1+1|x"))
    first, second = (eda.balance(Asked(period=parse_period("2000", ""))) for _ in range(2))
    assert markdown(balance_report(first)) == markdown(balance_report(second))
    assert "| =1+1\\|x | 1 |" in markdown(balance_report(first)).replace("\\=", "=")
    assert "taken in from 2000-01-01" in markdown(balance_report(first))
    rows = list(csv_lines(balance_cells(first)))
    assert any("'=1+1|x" in row for row in rows)
    assert len({row.count(",") for row in rows}) == 1


def test_claimers_belong_to_parties_from_day_to_day(eda: Desk, open_as: OpenDesk) -> None:
    eda.set_party(HOLM, "Harbour Party", Period(last="1999-12-31"))
    eda.set_party(HOLM, "Sea Party", Period("2000-01-01"))
    eda.set_party("Jonas Berg", "Harbour Party")
    assert lines(eda.balance(Asked(BalanceAxis.PARTY))) == [
        ("all", 6, 2, 1, 2),
        ("Sea Party", 3, 1, 1, 1),
        ("Harbour Party", 2, 1, 0, 0),
        ("not known", 1, 0, 0, 1),
    ]
    with pytest.raises(Refused, match="Sea Party"):
        eda.set_party(HOLM, "Third Party", Period("2005-01-01"))
    with pytest.raises(Refused, match="Only an editor"):
        open_as("ben").set_party(HOLM, "Third Party")
    with pytest.raises(BadInput):
        eda.set_party(HOLM, " ")
    with pytest.raises(NotFound):
        eda.remove_party(HOLM, "2005-01-01")
    eda.remove_party(HOLM, "2000-01-01")
    assert [one.name for one in eda.parties()] == ["Harbour Party", "Harbour Party"]
    assert eda.undo().summary == "Took back the removal of a claimer's party."
    assert eda.parties()[1] == PartyRow(HOLM, "Sea Party", "2000-01-01", "")
    eda.redo()
    assert len(eda.parties()) == 2


def test_a_request_for_a_correction_is_told_where_it_is_printed(eda: Desk, clock: Clock) -> None:
    entry = CorrectionRequestEntry("Example Times", url="https://example.org/a", request="It *sank* once.")
    eda.ask_for_correction(1, entry)
    eda.ask_for_correction(1, CorrectionRequestEntry("The blog"))
    clock.pass_minutes(3 * 24 * 60)
    assert "What came of it" not in render_article(eda.reports(claim=1)[0])
    eda.note_outcome(1, 2, OutcomeEntry(RequestOutcome.REFUSED, note="They laughed."))
    eda.note_outcome(1, 1, OutcomeEntry(RequestOutcome.PARTLY, url="https://example.org/b", printed=True))
    report = render_article(eda.reports(claim=1)[0])
    told = report[report.index("### What came of it") :]
    assert "Example Times, asked on " in told
    assert "Partly corrected on " in told
    assert "<https://example.org/b>" in told
    assert "  > It \\*sank\\* once." in told
    assert "blog" not in report
    (finding,) = findings_of(eda.reports(claim=1))
    (requested,) = finding.requested
    assert (requested.whom, requested.corrected_url) == ("Example Times", "https://example.org/b")
    found = eda.impact(ALWAYS)
    assert {one.outcome for one in found.requests if one.lasted.total} == {
        RequestOutcome.PARTLY,
        RequestOutcome.REFUSED,
    }
    assert found.published == 1
    assert eda.correction_requests() == ()
    eda.undo()
    assert [one.number for one in eda.correction_requests()] == [1]
    eda.undo()
    assert [one.outcome for one in eda.claim(1).correction_requests] == [None, None]


def test_a_request_without_an_answer_is_noticed_after_its_deadline(eda: Desk, open_as: OpenDesk, clock: Clock) -> None:
    now = eda.now()
    eda.ask_for_correction(1, CorrectionRequestEntry("Example Times", request="Once.", deadline=now + DAY))
    assert eda.notices() == ()
    clock.pass_minutes(25 * 60)
    (notice,) = eda.notices()
    assert (notice.kind, notice.claim, notice.who, notice.words) == (NoticeKind.REQUEST, 1, "Example Times", "Once.")
    open_as("ben").note_outcome(1, 1, OutcomeEntry(RequestOutcome.NO_ANSWER))
    assert eda.notices() == ()


def test_outlet_and_address_are_those_of_the_article_unless_others_are_given(desk: Desk, article: Path) -> None:
    desk.add_article(ArticleEntry(str(article), outlet="Example Times"))
    number = desk.claim_numbers(ClaimFilter())[0]
    desk.ask_for_correction(number, CorrectionRequestEntry("The editor"))
    desk.ask_for_correction(number, CorrectionRequestEntry("The editor", outlet=""))
    assert [one.outlet for one in desk.claim(number).correction_requests] == ["Example Times", ""]
    assert [one.name for one in desk.balance(Asked(BalanceAxis.OUTLET)).lines] == ["", "Example Times"]


@pytest.mark.parametrize(
    "entry",
    [
        CorrectionRequestEntry(" "),
        CorrectionRequestEntry("x", asked_at=2 * START),
        CorrectionRequestEntry("x", asked_at=START, deadline=START - 1),
    ],
)
def test_a_request_without_a_name_or_a_possible_time_is_refused(desk: Desk, entry: CorrectionRequestEntry) -> None:
    number = desk.add_claim(ClaimEntry("Ferry prices rose by 12 percent.")).claim
    with pytest.raises(BadInput):
        desk.ask_for_correction(number, entry)
    desk.ask_for_correction(number, CorrectionRequestEntry("x"))
    for at in (2 * START, START - 1):
        with pytest.raises(BadInput):
            desk.note_outcome(number, 1, OutcomeEntry(RequestOutcome.REFUSED, at))
    with pytest.raises(NotFound):
        desk.note_outcome(number, 2, OutcomeEntry(RequestOutcome.REFUSED))


def test_own_corrections_are_told_by_severity_with_their_days(eda: Desk, clock: Clock) -> None:
    clock.pass_minutes(36 * 60)
    eda.correct(1, Severity.TYPO, "A letter.")
    found = eda.impact(ALWAYS)
    assert found.published == 1
    (typo,) = [one for one in found.corrections if one.lasted.total]
    assert (typo.severity, typo.lasted.shortest_days, typo.lasted.median_days) == (Severity.TYPO, 1.5, None)
    assert "| typo | 1 | 1.5 |" in markdown(impact_report(found))
    assert eda.impact(Period("2999-01-01")).published == 0
