"""What a desk chose to check is counted, each claim once, and small numbers are not made to say much."""

from hypothesis import given
from hypothesis import strategies as st

from claims_db.report_vocabulary import BalanceAxis, RequestOutcome
from claims_db.rows import BalanceCount, BalanceRating, CorrectionRequestRow, PartyRow
from claims_db.vocabulary import ClaimState, SkipReason
from workbench.domain.balance import FEW, Asked, LineKind, balance_of, share
from workbench.domain.days import ALWAYS, DAY
from workbench.domain.figure_tables import FigureTable, balance_report, parted
from workbench.domain.impact import impact_of, lasted, lasted_words
from workbench.domain.parties import overlapping, party_on

FALSE, TRUE, OTHER = BalanceRating("desk", "false"), BalanceRating("desk", "true"), BalanceRating("house", "wrong")
NAMES = st.sampled_from(["", "Inga Holm", "Jonas Berg", "Ana Reyes"])
FATES = st.sampled_from([*ClaimState])
COUNTS = st.lists(st.builds(BalanceCount, NAMES, st.just(""), FATES, st.integers(1, 40)), max_size=12)
DAYS = st.dates().map(str)


@given(COUNTS, st.none() | st.integers(1, 3))
def test_the_lines_are_together_all_claims(counts: list[BalanceCount], most: int | None) -> None:
    found = balance_of(Asked(most=most), (TRUE, FALSE), counts, counts, ())
    whole, *lines = found.lines
    assert whole.kind is LineKind.ALL
    assert whole.came_in == sum(one.came_in for one in lines) == sum(one.total for one in counts)
    for line in found.lines:
        told = line.checked + line.withdrawn + line.set_aside + line.in_review + line.waiting + line.duplicates
        assert told == line.came_in


def test_ratings_and_reasons_are_parts_and_come_in_the_order_of_the_scale() -> None:
    counts = [
        BalanceCount("Inga Holm", "", ClaimState.PUBLISHED, 3),
        BalanceCount("Inga Holm", "", FALSE, 2),
        BalanceCount("Inga Holm", "", OTHER, 1),
        BalanceCount("Inga Holm", "", ClaimState.SKIPPED, 4),
        BalanceCount("Inga Holm", "", SkipReason.OPINION, 4),
    ]
    found = balance_of(Asked(), (TRUE, FALSE, OTHER, BalanceRating("house", "never given")), counts, counts, ())
    assert found.ratings == (TRUE, FALSE, OTHER)
    _, line = found.lines
    assert (line.came_in, line.checked, line.ratings, line.set_aside) == (7, 3, (0, 2, 1), 4)
    assert line.reasons[found.reasons.index(SkipReason.OPINION)] == 4
    tables = balance_report(found).tables
    assert [one.title for one in tables] == ["What became of the claims", "Checked, by rating", "Set aside, by reason"]
    assert tables[1].header == ("claimer", "checked", "true", "false", "house: wrong")
    assert tables[2].header == ("claimer", "set aside", "opinion")


def test_of_few_there_is_no_share_and_no_median() -> None:
    assert share(3, FEW - 1) is None
    assert share(3, FEW) == 0.3
    assert lasted([]).shortest_days is None
    assert lasted_words(lasted([(0, DAY), (0, 3 * DAY)])) == "1 to 3"
    assert lasted_words(lasted([(0, day * DAY) for day in range(1, FEW + 1)])) == "median 5.5"


def test_people_change_parties() -> None:
    parties = (PartyRow("Inga Holm", "Harbour", "", "2020-12-31"), PartyRow("Inga Holm", "Sea", "2021-01-01", ""))
    assert party_on(parties, "2020-12-31") == "Harbour"
    assert party_on(parties, "2021") == party_on(parties, "2021-05-04T10:00") == "Sea"
    assert party_on(parties, "") == ""
    assert party_on((PartyRow("Inga Holm", "Harbour"),), "") == "Harbour"
    said = [BalanceCount("Inga Holm", day, ClaimState.QUEUED, 2) for day in ("2019", "2022-01-01")]
    counts = [*said, BalanceCount("", "", ClaimState.QUEUED, 1)]
    found = balance_of(Asked(BalanceAxis.PARTY), (), counts, counts, parties)
    assert [(one.kind.value, one.name, one.came_in) for one in found.lines] == [
        ("all", "", 5),
        ("named", "Harbour", 2),
        ("named", "Sea", 2),
        ("not known", "", 1),
    ]


@given(st.lists(st.tuples(st.one_of(st.just(""), DAYS), st.one_of(st.just(""), DAYS)), max_size=6), DAYS)
def test_on_each_day_somebody_is_in_one_party_that_is_said_of_them(spans: list[tuple[str, str]], day: str) -> None:
    kept: list[PartyRow] = []
    for at, (since, until) in enumerate(spans):
        row = PartyRow("Inga Holm", f"Party {at}", since, until)
        if (not until or since <= until) and overlapping(kept, row) is None:
            kept = [*(one for one in kept if one.since != since), row]
    kept.sort(key=lambda one: one.since)
    holds = [one.name for one in kept if one.since <= day and (not one.until or day <= one.until)]
    assert len(holds) <= 1
    assert party_on(kept, day) == "".join(holds)


def test_requests_are_told_by_outcome_and_outlet() -> None:
    def request(outlet: str, outcome: RequestOutcome | None, days: int) -> CorrectionRequestRow:
        at = None if outcome is None else days * DAY
        return CorrectionRequestRow(1, 1, "", "x", outlet, "", "", "", 0, None, outcome, at, "", "", False, "ana")

    asked = [
        request("", None, 0),
        request("Example Times", RequestOutcome.CORRECTED, 2),
        request("Example Times", RequestOutcome.REFUSED, 5),
        request("Example Times", None, 0),
    ]
    found = impact_of(ALWAYS, 7, (), asked)
    assert [(one.outlet, one.asked, one.open) for one in found.outlets] == [("Example Times", 3, 1), ("", 1, 1)]
    assert lasted_words(found.outlets[0].answered) == "2 to 5"
    assert {one.outcome: one.lasted.total for one in found.requests if one.lasted.total} == {
        RequestOutcome.CORRECTED: 1,
        RequestOutcome.REFUSED: 1,
        None: 2,
    }


def test_a_wide_table_goes_on_below_and_loses_no_column() -> None:
    table = FigureTable("Wide", ("name", *(f"column {at}" for at in range(9))), (("a", *"123456789"),))
    parts = list(parted(table, 40, len))
    assert len(parts) > 1
    assert [one.title for one in parts] == ["Wide", *[""] * (len(parts) - 1)]
    assert sum((one.header[1:] for one in parts), ()) == table.header[1:]
    assert all(one.rows[0][0] == "a" for one in parts)
