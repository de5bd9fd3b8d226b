"""A folded text hides what typesetting changes and nothing else, and every offset of it leads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.evidence.folding import fold, same_hyphens

TROUBLE = st.sampled_from(
    [
        *" \n\t\u00a0\u2009\u00ad\u200b\u200c\u200d\ufeff\ufe0f\ufb01é“”‘’'\"«»-‐–—―−…．％５ａb1.,%&",
        *("\r\n", "e\u0301", "...", ". . .", "''", "--", "&nbsp;", "👩\u200d🚒", "می\u200cخواهم", "שלום", "\u202e"),
    ]
)
TEXTS = st.lists(TROUBLE | st.characters(codec=None, exclude_categories=()), max_size=30).map("".join)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“We closed the port,” he said", '"We closed the port," he said'),
        ("the council’s offer", "the council's offer"),
        ("«Nein»", "‹Nein›"),
        ("10–15 people", "10-15 people"),
        ("10 – 15 people", "10-15 people"),
        ("the fund — which fell — is", "the fund—which fell—is"),
        ("the fund -- which", "the fund – which"),
        ("an of\u00adfice", "an office"),
        ("an o\ufb03ce", "an office"),
        ("two\u00a0\u00a0words\r\nhere", "two words here"),
        ("infor-\nmation", "information"),
        ("well-\nknown", "well-known"),
        ("caf\u00e9", "cafe\u0301"),
        ("ＡＢ１２", "AB12"),
        ("wait … what", "wait ... what"),
        ("wait . . . what", "wait … what"),
        ("5 %", "5%"),
        ("fe\u200dll by\u200b 5", "fell by 5"),
        ("AT&amp;T", "AT&T"),
    ],
)
def test_what_typesetting_changes_is_the_same(one: str, other: str) -> None:
    first, second = fold(one), fold(other)
    assert first.text == second.text
    assert same_hyphens(first.hyphens(0, len(first.text)), second.hyphens(0, len(second.text)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fell", "rose"),
        ("−5 degrees", "5 degrees"),
        ("10²", "102"),
        ("us", "US"),
        ("resigned", "re-signed"),
        ("1½", "11/2"),
        ("closed.", "closed?"),
        ("10-15", "1015"),
        ("5 000", "5000"),
        ("می\u200cخواهم", "میخواهم"),
    ],
)
def test_what_is_written_otherwise_is_not(one: str, other: str) -> None:
    first, second = fold(one), fold(other)
    same = same_hyphens(first.hyphens(0, len(first.text)), second.hyphens(0, len(second.text)))
    assert first.text != second.text or not same


@given(TEXTS)
def test_every_offset_leads_back(text: str) -> None:
    folded = fold(text)
    last = 0
    for at in range(len(folded.text)):
        start, end = folded.to_source(at, at + 1)
        assert 0 <= start <= end <= len(text)
        assert start >= last or folded.to_source(at - 1, at)[1] >= start
        last = start
    assert len(folded.text) <= 3 * len(text)


@given(TEXTS, st.data())
def test_a_place_of_the_source_is_found_in_the_folded_text(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))
    folded = fold(text)
    at = folded.from_source(position)
    assert all(folded.to_source(index, index + 1)[1] <= position for index in range(at))
    assert at == len(folded.text) or folded.to_source(at, at + 1)[1] > position


@given(st.text(alphabet="ab 1.,é’", max_size=30))
def test_letters_and_numbers_stay(text: str) -> None:
    folded = fold(text)
    assert [mark for mark in folded.text if mark.isalnum()] == [mark for mark in text if mark.isalnum()]
