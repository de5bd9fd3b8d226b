"""Claims as CSV: nothing in a spreadsheet's file is a formula, nothing in a raw one is changed."""

import csv
import io
import re
from itertools import starmap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import hostile
from tests.export.example_report import by_hand, claim, report, skipped
from workbench.export.spreadsheet import COLUMNS, LONGEST_CELL, CsvClaim, csv_claim, csv_head, csv_line

HOSTILE = [pytest.param(str(row.payload), id=row.id) for row in hostile("csv")]
WORDS = ("statement", "claimer", "via", "quote", "rationale", "article_title", "outlet", "rated_by", "corrections")
TRICKY = st.text(st.sampled_from("a1 =+-@|＝＋－＠\t\r\n\0;,\"'\u00a0\u200b\ufeff(é👩"), max_size=30)
SIGNS = "=+-@|＝＋－＠﹢﹣﹦﹫"


def rows(content: bytes, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), delimiter=delimiter))


def row(say: str, *, raw: bool = False) -> dict[str, str]:
    """Give the cells of a claim in which every foreign word is this one, as a reader of CSV gives them."""
    written = report(claim(12, lambda _: say), say=lambda _: say)
    (cells,) = rows(csv_line(csv_claim(written.claims[0], written.article), raw=raw).content)
    return dict(zip(COLUMNS, cells, strict=True))


UNSEEN = " \t\r\n\0\x1f\x7f\xa0\xad\u200b\u2060\ufeff"


def is_formula(cell: str) -> bool:
    return cell.lstrip(UNSEEN).startswith(tuple(SIGNS)) or cell[:1] in set("\t\r\n\0")


@pytest.mark.parametrize("payload", HOSTILE)
def test_a_hostile_cell_is_text_in_a_spreadsheet_and_itself_in_a_raw_file(payload: str) -> None:
    safe, raw = row(payload), row(payload, raw=True)
    assert raw["statement"] == raw["claimer"] == raw["rationale"] == payload
    for name in WORDS:
        assert not is_formula(safe[name]), name
    assert safe["statement"].startswith("'")
    assert safe["statement"].replace("'", "") == payload.replace("'", "")


@given(TRICKY)
def test_no_cell_is_a_formula_with_whatever_separator_it_is_read(words: str) -> None:
    written = report(claim(12, lambda _: words), say=lambda _: words)
    content = csv_head() + csv_line(csv_claim(written.claims[0], written.article)).content
    assert len(rows(content)) == 2
    assert not [cell for line in rows(content) for cell in line if is_formula(cell)]
    for delimiter in ";\t":
        cells = [cell.lstrip(UNSEEN + '"') for line in rows(content, delimiter) for cell in line]
        assert not [cell for cell in cells if cell.startswith(tuple(SIGNS))]


@given(TRICKY)
def test_a_raw_file_gives_every_word_back(words: str) -> None:
    cells = row(words, raw=True)
    assert cells["statement"] == cells["quote"] == cells["outlet"] == words
    assert cells["via"] == f"{words}; {words}"


@pytest.mark.parametrize("words", ["It rose by 5 %.", "A; b", "minus -5", "a\nb", "'quoted'", "5-6", "e=mc2", "x, y"])
def test_ordinary_words_stay_as_they_are(words: str) -> None:
    assert row(words)["statement"] == words


def test_a_row_says_what_is_known_and_leaves_the_rest_empty() -> None:
    first, second, third = starmap(
        csv_claim, ((one, report().article) for one in report(claim(), skipped(), by_hand()).claims)
    )
    assert first.schema == COLUMNS[0].replace("schema", "claims/1") == "claims/1"
    assert (first.claim, first.article, first.via, first.said_on) == ("C-12", "A-3", "ANI; his ministry", "2021-11-23")
    assert (first.rating, first.rating_value, first.rated_at) == ("False", 1, "2021-11-23T12:00:00Z")
    assert (first.refutes, first.supports, first.sources) == (1, 0, "https://example.org/drills")
    assert first.corrections == "2021-11-23T12:00:00Z rating_changed: A source was misread."
    assert (second.set_aside, second.rating, second.rated_at) == ("not_checkable", "", "")
    assert (third.form, third.locator, third.rating_value) == ("speech", "12:40", None)


def test_confidential_sources_are_counted_and_not_named() -> None:
    sheet = claim()
    source = sheet.evidence[0].source
    assert source is not None
    secret = sheet._replace(evidence=(sheet.evidence[0]._replace(source=source._replace(confidential=True)),))
    found = csv_claim(report(secret).claims[0], None)
    assert (found.confidential_sources, found.sources) == (1, "")
    assert source.title not in "".join(map(str, found))
    assert sheet.evidence[0].excerpt not in "".join(map(str, found))


@pytest.mark.parametrize("letter", ["a", "é", "👩", "\n"])
def test_a_cell_that_no_spreadsheet_holds_is_cut_with_a_mark_and_told(letter: str) -> None:
    long = report(claim(12, statement=letter * 60_000)).claims[0]
    line = csv_line(csv_claim(long, None))
    statement = dict(zip(COLUMNS, rows(line.content)[0], strict=True))["statement"]
    assert line.cut == ("statement",)
    assert len(statement.encode("utf-16-le")) // 2 in {LONGEST_CELL, LONGEST_CELL - 1}
    assert re.search(r" … \[cut\]\Z", statement)
    whole = csv_line(csv_claim(long, None), raw=True)
    assert (whole.cut, rows(whole.content)[0][COLUMNS.index("statement")]) == ((), letter * 60_000)


def test_lines_end_as_the_rfc_says_and_every_row_has_every_column() -> None:
    content = csv_head() + b"".join(csv_line(csv_claim(one, None)).content for one in report().claims)
    assert content.count(b"\r\n") == 4
    assert rows(content)[0] == list(CsvClaim._fields)
    assert {len(line) for line in rows(content)} == {len(COLUMNS)}
