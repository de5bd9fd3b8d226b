"""Days begin at midnight in the desk's zone, whatever clocks do there; pairs of verdicts are counted by their ratings."""

import itertools
from datetime import UTC, datetime

import pytest

from claims_db.rows import JournalFilter, JudgementRow
from claims_db.vocabulary import Action
from workbench.domain.days import AGES, DAY, age_edges, day_edges, day_name
from workbench.domain.journal_filters import parse_journal_filter
from workbench.domain.journal_words import action_words, field_words, value_words
from workbench.domain.verdict_pairs import pair_counts
from workbench.errors import BadInput

HOUR = 60 * 60 * 1_000_000


def instant(year: int, month: int, day: int, hour: int = 0) -> int:
    return int(datetime(year, month, day, hour, tzinfo=UTC).timestamp()) * 1_000_000


def test_days_are_those_of_the_zone_also_where_clocks_are_put_forward() -> None:
    edges = day_edges(instant(2026, 3, 30, 12), 3, "Europe/Oslo")
    assert edges[0] == instant(2026, 3, 27, 23)
    assert [(end - start) // HOUR for start, end in itertools.pairwise(edges)] == [24, 23, 24]
    assert [day_name(edge, "Europe/Oslo") for edge in edges[:3]] == ["Sat 28 Mar", "Sun 29 Mar", "Mon 30 Mar"]


def test_ages_leave_nothing_out() -> None:
    now = instant(2026, 3, 30)
    edges = age_edges(now)
    assert len(edges) == len(AGES) + 2
    assert list(edges) == sorted(edges)
    assert edges[-2] == now - DAY


def judgement(claim: int, who: str, rating: str) -> JudgementRow:
    return JudgementRow(claim, 1, who, "desk", rating, None)


def test_pairs_are_counted_by_first_and_second_rating() -> None:
    rows = [
        judgement(1, "ana", "true"), judgement(1, "ben", "false"),
        judgement(2, "ben", "false"), judgement(2, "ana", "false"),
    ]  # fmt: skip
    found = pair_counts(rows)
    assert dict(found.counts) == {("true", "false"): 1, ("false", "false"): 1}
    assert (found.pairs, found.equal) == (2, 1)
    assert found.ratings(("false", "true", "mixed")) == ("false", "true")
    assert found.ratings(("true",)) == ("true", "false")
    assert pair_counts([]).pairs == 0


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", JournalFilter()),
        ('who:"Inga Holm,ben" C-3', JournalFilter(people=("Inga Holm", "ben"), claims=(3,))),
        ("claim:3,c-4", JournalFilter(claims=(3, 4))),
        ("skipped", JournalFilter(actions=(Action.CLAIM_SKIPPED,))),
        ("verb:claim.skipped,undone", JournalFilter(actions=(Action.CLAIM_SKIPPED, Action.UNDONE))),
        ("on:2026-03", JournalFilter(since=instant(2026, 3, 1), until=instant(2026, 4, 1))),
        ("since:2026-03-02", JournalFilter(since=instant(2026, 3, 2))),
        ("until:2026", JournalFilter(until=instant(2027, 1, 1))),
    ],
)
def test_a_journal_filter_says_what_is_wanted(words: str, expected: JournalFilter) -> None:
    assert parse_journal_filter(words, "UTC") == expected


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("whom:ana", "There is no field whom:"),
        ("verdcit", "Nothing in the journal is called 'verdcit'"),
        ("skipped undone", "Nothing is both this and 'undone'"),
        ("on:someday", "is no date"),
        ("claim:A-1", "is no claim"),
    ],
)
def test_a_wrong_journal_filter_is_told(words: str, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        parse_journal_filter(words, "UTC")


def test_what_the_journal_holds_is_said_in_words() -> None:
    assert action_words(Action.VERDICT_RECORDED) == "verdict recorded"
    assert field_words("assigned_to_id") == "assigned to"
    assert value_words("retracted_at", instant(2026, 3, 1)) == "2026-03-01T00:00:00Z"
    assert value_words("legal", True) == "yes"
    assert value_words("via", ("Reuters", "TASS")) == "Reuters, TASS"
    assert value_words("worth", 5_000) == "0.50"
    assert value_words("title", "hmac-sha256:abc") == "confidential: only a digest is kept"
    assert value_words("text", "sha256:0123456789abcdef") == "a long text, its digest 0123456789ab…"
    assert value_words("note", "") == value_words("note", None) == "–"
