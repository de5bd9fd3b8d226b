"""Articles and claims come in once, with their exact words, and near ones are pointed out."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims_db.match_vocabulary import Relation
from tests.conftest import ARTICLE, OpenDesk
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ClaimEntry
from workbench.domain.dates import parse_date
from workbench.errors import BadInput


def test_an_article_comes_in_with_its_claims(desk: Desk, article: Path) -> None:
    intake = desk.add_article(ArticleEntry(str(article), parse_date("2024-04-02"), "The Harbour Post"))
    assert intake.article.title == "Harbour town raises ferry prices"
    assert intake.article.outlet == "The Harbour Post"
    assert not intake.known
    sheets = [desk.claim(number) for number in intake.claims]
    assert ("Inga Holm", "The island council raised ferry prices by 12% in March.") in [
        (s.claimer, s.statement) for s in sheets
    ]
    assert ("Jonas Berg", "We carried 48,000 passengers last winter.") in [(s.claimer, s.statement) for s in sheets]
    for sheet in sheets:
        span, quote = sheet.appearances[0].span, sheet.appearances[0].quote
        assert span is not None
        assert quote is not None
        assert ARTICLE[span.source_start : span.source_end] == quote.exact
    text = desk.article(1).text
    assert [text[claim.span.start : claim.span.end] for claim in desk.article(1).claims] == [
        s.appearances[0].quote.exact for s in sheets if s.appearances[0].quote
    ]


def test_the_same_article_twice_is_one_article(desk: Desk, article: Path, tmp_path: Path) -> None:
    desk.add_article(ArticleEntry(str(article)))
    copy = tmp_path / "copy.txt"
    copy.write_bytes(article.read_bytes())
    again = desk.add_article(ArticleEntry(str(copy), url="https://example.org/ferry"))
    assert again.known
    assert again.claims == ()
    assert len(desk.articles()) == 1


def test_a_changed_text_at_the_same_address_is_a_new_revision(desk: Desk, article: Path, tmp_path: Path) -> None:
    first = desk.add_article(ArticleEntry(str(article), url="https://example.org/ferry"))
    changed = tmp_path / "changed.txt"
    changed.write_text(ARTICLE.replace("12%", "15%"))
    second = desk.add_article(ArticleEntry(str(changed), url="https://example.org/ferry"))
    assert second.article.number == first.article.number
    assert desk.article(1).revision == 2
    assert "15%" in desk.article(1).text
    assert any(one.match.relation is Relation.VARIANT for one in second.matches.found)
    # What still says the same is the claim it was; only words that are new are a claim.
    assert len(second.claims) == 1
    placed = [claim.number for claim in desk.article(1).claims]
    assert sorted(placed) == sorted({*first.claims[1:], *second.claims})


def test_the_very_same_claim_by_hand_is_one_claim(desk: Desk) -> None:
    entry = ClaimEntry("Ferry prices rose by 12%.", claimer="Inga Holm", locator="12:40")
    assert desk.add_claim(entry).claim == desk.add_claim(entry).claim
    assert desk.add_claim(entry).known


def test_an_empty_claim_is_refused(desk: Desk) -> None:
    with pytest.raises(BadInput):
        desk.add_claim(ClaimEntry(" \n "))


def test_good_rows_are_kept_and_bad_ones_named(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_text(
        "statement,claimer,via,form,said_on\n"
        "The ferry sank twice.,Inga Holm,ANI; a statement,speech,2024-03-01\n"
        ",Nobody,,,\n"
        "The bridge opened late.,,,poem,\n"
        "The school closed.,,,,yesterday\n"
        '"A claim, with a comma.",,,,\n'
    )
    done = desk.import_claims(str(path))
    assert len(done.added) == 2
    assert [row.line for row in done.rejected] == [3, 4, 5]
    sheet = desk.claim(done.added[0])
    assert (sheet.claimer, sheet.via) == ("Inga Holm", ("ANI", "a statement"))
    assert len(desk.import_claims(str(path)).known) == 2


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("claims.txt", b"statement\nx", "neither .csv nor .jsonl"),
        ("claims.csv", b"claim,who\nx,y", "no column 'statement'"),
        ("claims.csv", b"\xff\xfe\x00", "not UTF-8"),
    ],
)
def test_a_list_that_can_not_be_read(desk: Desk, tmp_path: Path, name: str, content: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(BadInput, match=words):
        desk.import_claims(str(path))


def test_bad_json_lines_are_named(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_text(
        '{"statement": "The ferry sank."}\nnot json\n[1]\n{"statement": 5}\n'
        + "[" * 5_000
        + "\n"
        + '{"statement": "half \\ud800"}\n'
    )
    done = desk.import_claims(str(path))
    assert len(done.added) == 2
    assert [row.line for row in done.rejected] == [2, 3, 4, 5]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=400))
def test_every_claim_stores_the_exact_words_whatever_the_text(open_as: OpenDesk, tmp_path: Path, words: str) -> None:
    desk = open_as()
    path = tmp_path / "any.txt"
    source = f"{words}\nMayor Inga Holm said the town spent $40 million on 12 ferries last year.\r\n{words}"
    path.write_bytes(source.encode())
    try:
        intake = desk.add_article(ArticleEntry(str(path)))
    except BadInput:
        return
    for number in intake.claims:
        span = desk.claim(number).appearances[0].span
        assert span is not None
        exact = source.removeprefix("\ufeff")[span.source_start : span.source_end]
        assert exact.strip()
