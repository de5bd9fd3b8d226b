"""Lists of claims: which ones, in what order, a page at a time."""

from array import array

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims_db.engine import reading
from claims_db.repositories.new_claims import NewClaim
from claims_db.repositories.reviews import NewSource
from claims_db.rows import ClaimFilter, ClaimRow, SpanRow
from claims_db.tables import METADATA
from claims_db.views import article_rows, article_sheet, claim_numbers, claim_rows, reports
from claims_db.vocabulary import Action, ClaimKind, ClaimOrder, ClaimState, SkipReason
from tests.claims_db.conftest import Store, new_article, new_claim


def numbers(store: Store, wanted: ClaimFilter) -> list[int]:
    with reading(store.engine) as connection:
        found = claim_numbers(connection, wanted, store.clock())
    assert isinstance(found, array)
    assert found.typecode == "q"
    return list(found)


def page(store: Store, wanted: list[int]) -> tuple[ClaimRow, ...]:
    with reading(store.engine) as connection:
        return claim_rows(connection, wanted, store.clock())


@pytest.fixture
def filled(store: Store) -> Store:
    store.add_article(
        new_article(),
        [
            new_claim("Ferry prices rose 12%.", 0.9, "Örn Ægisson", ("Reuters", "ministry"), SpanRow(40, 50, 40, 50)),
            new_claim("The ferry sank.", 0.2, "Inga Holm", (), SpanRow(0, 10, 0, 10), "“the ferry SANK”"),
        ],
    )
    store.add_claims(
        new_claim("A tip about Reuters.", 0.5, kind=ClaimKind.QUANTITY),
        new_claim("It rained 100_000 times / day.", 0.7, "inga holm"),
    )
    store.record(4)
    with store.work(Action.CLAIM_SKIPPED) as work:
        work.reviews.skip(3, SkipReason.OPINION, "")
        work.queues.set_state(3, ClaimState.SKIPPED)
    return store


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (ClaimFilter(), [1, 2, 4, 3]),
        (ClaimFilter(order=ClaimOrder.NEWEST), [4, 3, 2, 1]),
        (ClaimFilter(order=ClaimOrder.ARTICLE), [2, 1, 3, 4]),
        (ClaimFilter(states=(ClaimState.QUEUED,)), [1, 2]),
        (ClaimFilter(states=(ClaimState.SKIPPED, ClaimState.RECORDED)), [4, 3]),
        (ClaimFilter(kinds=(ClaimKind.QUANTITY,)), [3]),
        (ClaimFilter(article=1), [1, 2]),
        (ClaimFilter(article=9), []),
        (ClaimFilter(claimer="holm"), [2, 4]),
        (ClaimFilter(claimer="ÖRN"), [1]),
        (ClaimFilter(claimer="reuters"), []),
        (ClaimFilter(via="REUTERS"), [1]),
        (ClaimFilter(via="örn"), []),
        (ClaimFilter(rating="false"), [4]),
        (ClaimFilter(rating="true"), []),
        (ClaimFilter(words=("ferry",)), [1, 2]),
        (ClaimFilter(words=("FERRY", "sank")), [2]),
        (ClaimFilter(words=("the ferry sank”",)), [2]),
        (ClaimFilter(words=("12%",)), [1]),
        (ClaimFilter(words=("100_0",)), [4]),
        (ClaimFilter(words=("1_0",)), []),
        (ClaimFilter(words=("%",)), [1]),
        (ClaimFilter(words=("/",)), [4]),
        (ClaimFilter(words=("ægisson",)), [1]),
        (ClaimFilter(words=("ferry",), order=ClaimOrder.ARTICLE), [2, 1]),
        (ClaimFilter(minimum_worth=0.5), [1, 4, 3]),
        (ClaimFilter(holder="ana"), []),
    ],
)
def test_a_filter_lets_through_what_it_says(filled: Store, wanted: ClaimFilter, expected: list[int]) -> None:
    assert numbers(filled, wanted) == expected


def test_who_holds_a_claim_is_found_and_shown(filled: Store) -> None:
    lease = filled.take_next("ben")
    assert lease is not None
    assert numbers(filled, ClaimFilter(holder="ben")) == [lease.claim]
    (row,) = page(filled, [lease.claim])
    assert (row.holder, row.lease_expires_at) == ("ben", lease.expires_at)
    filled.clock.pass_minutes(31)
    assert numbers(filled, ClaimFilter(holder="ben")) == []
    assert page(filled, [lease.claim])[0].holder == ""


def test_a_page_stands_in_the_order_asked_and_leaves_out_what_is_not_there(filled: Store) -> None:
    filled.attach(2, NewSource(url="https://example.org"))
    rows = page(filled, [4, 99, 2])
    assert [(row.number, row.rating, row.evidence, row.article) for row in rows] == [
        (4, "False", 0, None),
        (2, "", 1, 1),
    ]
    assert rows[1].claimer == "Inga Holm"
    assert page(filled, [1])[0].via == ("Reuters", "ministry")


CLAIMS = st.lists(
    st.builds(
        new_claim,
        st.text("aäA %_/\\", min_size=1, max_size=5),
        st.sampled_from([0.0, 0.25, 0.2501, 1.0]),
        st.sampled_from(["", "Ä", "a"]),
        st.sampled_from([(), ("Ä", "%"), ("a",)]),
    ),
    max_size=8,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CLAIMS, st.text("aäA %_/\\", min_size=1, max_size=2), st.sampled_from([0.0, 0.25, 0.3]))
def test_filters_agree_with_a_plain_search(store: Store, claims: list[NewClaim], words: str, worth: float) -> None:
    with store.engine.begin() as connection:
        for table in ("appearance", "place", "claim"):
            connection.execute(METADATA.tables[table].delete())
    known = dict(zip(store.add_claims(*claims), claims, strict=True))
    looked_for = words.casefold()

    def found(*texts: str) -> bool:
        return any(looked_for in text.casefold() for text in texts)

    def ranked(kept: list[int]) -> list[int]:
        return sorted(kept, key=lambda number: (-known[number].check_worthiness, number))

    enough = [number for number, claim in known.items() if claim.check_worthiness >= worth]
    assert numbers(store, ClaimFilter(minimum_worth=worth)) == ranked(enough)
    for wanted, texts in (
        (ClaimFilter(words=(words,)), lambda claim: (claim.statement, claim.claimer, *claim.via)),
        (ClaimFilter(claimer=words), lambda claim: (claim.claimer,)),
        (ClaimFilter(via=words), lambda claim: claim.via),
    ):
        expected = [number for number, claim in known.items() if found(*texts(claim))]
        assert numbers(store, wanted) == ranked(expected)
        assert numbers(store, wanted._replace(order=ClaimOrder.NEWEST)) == sorted(expected, reverse=True)


def test_articles_count_their_claims_and_the_open_ones(filled: Store) -> None:
    filled.add_article(new_article("Nothing to see.", sha256="other"))
    filled.record(1)
    with reading(filled.engine) as connection:
        rows = article_rows(connection)
        sheet = article_sheet(connection, 1)
    assert [(row.number, row.claims, row.open_claims) for row in rows] == [(2, 0, 0), (1, 2, 1)]
    assert [(claim.number, claim.span.start, claim.rating) for claim in sheet.claims] == [(2, 0, ""), (1, 40, "False")]


def test_reports_stand_in_the_order_of_the_text_and_claims_by_hand_come_last(filled: Store) -> None:
    filled.add_article(new_article("Nothing to see.", sha256="other"))
    with reading(filled.engine) as connection:
        whole = reports(connection)
        empty = reports(connection, article=2)
        one = reports(connection, claims=(4,))
    assert [[claim.sheet.number for claim in report.claims] for report in whole] == [[2, 1], [3, 4]]
    assert [report.article.number if report.article else None for report in whole] == [1, None]
    assert [report.claims for report in empty] == [()]
    assert [claim.sheet.verdicts[0].rating.slug for claim in one[0].claims] == ["false"]
