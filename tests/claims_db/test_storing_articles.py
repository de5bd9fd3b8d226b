"""Articles come in whole: text, claims, places and journal, the same text once."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError

from claims_db.engine import reading
from claims_db.errors import DatabaseDamaged, NotFound
from claims_db.rows import DateRow, RefusedRow, SpanRow
from claims_db.views import article_rows, article_sheet, claim_sheet, revision_text
from claims_db.vocabulary import Action, ClaimState, DatePrecision
from tests.claims_db.conftest import Store, new_article, new_claim

URL = "https://example.org/ferry"


def test_what_went_in_comes_out(store: Store) -> None:
    new = new_article("The ferry sank. Nobody was hurt.", URL)
    claim = new_claim(
        "The ferry sank.", 0.61, "Inga Holm", ("Reuters", "a ministry"), SpanRow(0, 15, 0, 15), "The ferry sank."
    )
    number = store.add_article(new, [claim])
    with reading(store.engine) as connection:
        article = article_sheet(connection, number)
        sheet = claim_sheet(connection, 1, "", store.clock())
    assert (article.row.title, article.row.outlet, article.row.url, article.byline) == (
        "Ferry",
        "Harbour News",
        URL,
        "I. Holm",
    )
    assert (article.text, article.revision) == (new.text, 1)
    assert [placed.span for placed in article.claims] == [claim.span]
    assert (sheet.statement, sheet.claimer, sheet.via) == (claim.statement, claim.claimer, claim.via)
    assert (sheet.check_worthiness, sheet.reasons, sheet.assumptions) == (0.61, claim.reasons, claim.assumptions)
    assert sheet.state is ClaimState.QUEUED
    (appearance,) = sheet.appearances
    assert (appearance.span, appearance.quote, appearance.article) == (claim.span, claim.quote, number)


@pytest.mark.parametrize("refused", [None, (), (RefusedRow(0, 15, "opinion or wish"), RefusedRow(16, 32, "heading"))])
def test_what_was_refused_is_kept_with_the_text(store: Store, refused: tuple[RefusedRow, ...] | None) -> None:
    number = store.add_article(replace(new_article(), refused=refused))
    with reading(store.engine) as connection:
        kept = revision_text(connection, number)
        image = connection.exec_driver_sql("SELECT after FROM journal WHERE entity = 'revision'").scalar_one()
    assert (kept.number, kept.text, kept.refused) == (1, new_article().text, refused)
    assert b"opinion" not in bytes(image), "however much is refused, the journal's entry stays short"
    assert store.findings() == []


@pytest.mark.parametrize("statement", ["UPDATE revision SET refused = '[]'", "DELETE FROM revision"])
def test_a_revision_stays_as_it_is(store: Store, statement: str) -> None:
    store.add_article(new_article())
    with store.engine.connect() as connection, pytest.raises(DBAPIError, match="a revision is never"):
        connection.exec_driver_sql(statement)


def test_a_list_of_refusals_that_can_not_be_read_is_damage(store: Store) -> None:
    number = store.add_article(replace(new_article(), refused=()))
    with store.engine.connect() as connection:
        guard = "revision_stays" if store.server is None else "revision_stays ON revision"
        connection.exec_driver_sql(f"DROP TRIGGER {guard}")
        connection.exec_driver_sql("""UPDATE revision SET refused = '[["x"]]'""")
        with pytest.raises(DatabaseDamaged):
            revision_text(connection, number)


def test_the_same_text_is_known_whatever_its_address(store: Store) -> None:
    number = store.add_article(new_article(url=URL))
    with store.work(Action.ARTICLE_TAKEN_IN) as work:
        known = work.articles.known("https://example.org/elsewhere", new_article().sha256)
        assert known is not None
        assert (known.number, known.same_text) == (number, True)
        assert work.articles.known("", "another digest") is None


def test_an_earlier_text_that_an_address_has_again_is_a_further_revision(store: Store) -> None:
    first, second = new_article("The ferry sank.", URL), new_article("The ferry did not sink.", URL)
    number = store.add_article(first)
    with store.work(Action.ARTICLE_TAKEN_IN) as work:
        work.articles.revise(number, second)
        assert [work.articles.known(URL, one.sha256) for one in (first, second)] == [(number, False), (number, True)]
        # Nobody knows where a text without an address stands now.
        assert work.articles.known("", first.sha256) == (number, True)


def test_another_text_at_the_same_address_is_a_further_revision(store: Store) -> None:
    number = store.add_article(new_article("The ferry sank.", URL), [new_claim(span=SpanRow(0, 5, 0, 5))])
    later = new_article("The ferry did not sank.", URL)
    with store.work(Action.ARTICLE_TAKEN_IN) as work:
        known = work.articles.known(URL, later.sha256)
        assert known is not None
        assert (known.number, known.same_text) == (number, False)
        where = work.articles.revise(number, later)
        work.articles.add_claims([new_claim("It did not.", span=SpanRow(4, 9, 4, 9))], where)
    with reading(store.engine) as connection:
        sheet = article_sheet(connection, number)
        first = claim_sheet(connection, 1, "", store.clock()).appearances[0]
    assert (sheet.revision, sheet.text) == (2, later.text)
    assert [placed.number for placed in sheet.claims] == [2]
    assert (first.revision, first.article) == (1, number)
    assert store.findings() == []


def test_an_article_that_is_not_there(store: Store) -> None:
    with pytest.raises(NotFound, match="no article A-7"), store.work() as work:
        work.articles.revise(7, new_article())


def test_numbers_go_on_and_claimers_are_one(store: Store) -> None:
    store.add_article(new_article("One.", sha256="1"), [new_claim(claimer="Inga Holm"), new_claim(claimer="Örn")])
    store.add_article(new_article("Two.", sha256="2"), [new_claim(claimer="Inga Holm"), new_claim()])
    with reading(store.engine) as connection:
        assert [row.number for row in article_rows(connection)] == [2, 1]
        assert [claim_sheet(connection, number, "", 0).claimer for number in (1, 2, 3, 4)] == [
            "Inga Holm",
            "Örn",
            "Inga Holm",
            "",
        ]
    assert store.count("claimer") == 2


def test_many_claims_at_once(store: Store) -> None:
    numbers = store.add_claims(*[new_claim(f"Claim {n}.", claimer=f"Person {n}") for n in range(1_500)])
    assert numbers == tuple(range(1, 1_501))
    assert store.findings() == []


def test_the_very_same_claim_by_hand_is_found(store: Store) -> None:
    def same(statement: str, claimer: str = "Inga Holm", via: tuple[str, ...] = (), locator: str = "") -> int | None:
        with store.work(Action.CLAIM_ADDED) as work:
            return work.articles.same_claim(replace(new_claim(statement, claimer=claimer, via=via), locator=locator))

    long = "The ferry sank again, and " * 20
    store.add_claims(
        new_claim("The ferry sank.", claimer="Inga Holm", via=("Reuters",)),
        new_claim(long + "once.", claimer="Inga Holm"),
    )
    assert same("The ferry sank.") == 1
    assert same("The ferry sank.", via=("Reuters",)) == 1
    assert same("The ferry sank.", via=("AFP",)) is None
    assert same(long + "once.") == 2
    assert same(long + "twice.") is None
    assert same("The ferry sank.", claimer="") is None
    assert same("The ferry sank.", locator="00:12:03") is None
    store.add_article(new_article(), [new_claim("It rained.", claimer="Inga Holm", span=SpanRow(0, 1, 0, 1))])
    assert same("It rained.") is None


def test_a_date_keeps_its_precision_and_zone(store: Store) -> None:
    said_on = DateRow("2021-11", DatePrecision.MONTH, "Europe/Oslo")
    store.add_claims(replace(new_claim(), said_on=said_on))
    with reading(store.engine) as connection:
        assert claim_sheet(connection, 1, "", 0).said_on == said_on


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1, max_size=60))
def test_any_text_is_stored_as_it_is(store: Store, words: str) -> None:
    number = store.add_article(
        new_article(words, sha256=str(store.ids())),
        [new_claim(words, claimer=words, via=(words, words), span=SpanRow(0, 1, 0, 1), quote=words)],
    )
    with reading(store.engine) as connection:
        article = article_sheet(connection, number)
        sheet = claim_sheet(connection, article.claims[0].number, "", 0)
    assert article.text == words
    assert (sheet.statement, sheet.claimer, sheet.via) == (words, words, (words, words))
    quote = sheet.appearances[0].quote
    assert quote is not None
    assert quote.exact == words
    assert store.findings() == []
