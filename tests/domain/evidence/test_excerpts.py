"""An excerpt carries the selectors that find it again, and says where a reader finds it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.evidence.anchoring_cases import HARBOUR
from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.context import Around
from workbench.domain.evidence.excerpts import TextPosition, excerpt_in
from workbench.domain.evidence.locators import Cue, Locator, Page, Places, clock, paragraph_starts
from workbench.domain.evidence.quote_check import QuoteVerdict

SOURCE = CapturedText(HARBOUR)


def test_an_excerpt_has_its_selectors_and_its_paragraph() -> None:
    words = "no worker had been dismissed"
    found = excerpt_in(words, SOURCE)
    start = HARBOUR.index(words)
    assert found.position == TextPosition(start, start + len(words))
    assert found.quote is not None
    assert (found.quote.exact, len(found.quote.prefix), len(found.quote.suffix)) == (words, 32, 32)
    assert HARBOUR[start - 32 : start + len(words) + 32] == f"{found.quote.prefix}{words}{found.quote.suffix}"
    assert str(found.locator) == "par. 4"


def test_what_is_not_found_has_no_place() -> None:
    found = excerpt_in("the whales are back in the bay", SOURCE)
    assert (found.check.verdict, found.position, found.quote) == (QuoteVerdict.NOT_FOUND, None, None)
    assert str(found.locator) == ""


def test_an_excerpt_with_an_ellipsis_takes_all_between_its_pieces() -> None:
    found = excerpt_in("Few people believe … The board declined", SOURCE)
    assert found.quote is not None
    assert found.quote.exact == "Few people believe the dispute is over. The board declined"
    assert found.words == "Few people believe … The board declined"


@given(st.data())
def test_selectors_lead_back_to_the_words(data: st.DataObject) -> None:
    words = HARBOUR.split()
    first = data.draw(st.integers(0, len(words) - 8))
    exact = " ".join(words[first : first + data.draw(st.integers(3, 8))])
    found = excerpt_in(exact, SOURCE)
    if found.position is not None and found.quote is not None and found.check.stands:
        assert HARBOUR[found.position.start : found.position.end] == found.quote.exact
        around = Around(found.quote.prefix, found.quote.suffix)
        assert excerpt_in(found.quote.exact, SOURCE, around).position == found.position


PAGES = Places([Page(0, "xii"), Page(100, "1"), Page(200, "2")], [0, 50, 150, 250])
CUES = Places(
    cues=[Cue(0, 40, 1_000, 4_000, "Holm"), Cue(41, 80, 723_000, 729_000, "Reyes"), Cue(90, 99, 3_723_000, 3_724_000)]
)


@pytest.mark.parametrize(
    ("places", "span", "words"),
    [
        (PAGES, (10, 20), "p. xii, par. 1"),
        (PAGES, (90, 160), "pp. xii–1, pars. 2–3"),
        (PAGES, (0, 300), "pp. xii–2, pars. 1–4"),
        (PAGES, (99, 100), "p. xii, par. 2"),
        (PAGES, (100, 101), "p. 1, par. 2"),
        (CUES, (50, 60), "0:12:03–0:12:09, Reyes"),
        (CUES, (30, 60), "0:00:01–0:12:09, Holm and Reyes"),
        (CUES, (92, 95), "1:02:03–1:02:04"),
        (CUES, (82, 88), ""),
        (Places(), (0, 10), ""),
    ],
)
def test_the_words_of_a_locator(places: Places, span: tuple[int, int], words: str) -> None:
    assert str(places.locate(*span)) == words


def test_empty_lines_part_paragraphs() -> None:
    assert paragraph_starts("One\n\n  \nTwo\nThree\r\n\r\nFour") == (0, 8, 21)
    assert paragraph_starts("") == ()


def test_a_time_is_written_with_hours() -> None:
    assert (clock(0), clock(59_999), clock(36_000_000)) == ("0:00:00", "0:00:59", "10:00:00")


@given(st.lists(st.integers(0, 500)), st.lists(st.integers(0, 500)), st.integers(0, 600), st.integers(0, 100))
def test_any_span_has_a_locator(pages: list[int], paragraphs: list[int], start: int, length: int) -> None:
    places = Places([Page(at, str(index)) for index, at in enumerate(sorted(pages))], paragraphs)
    found = places.locate(start, start + length)
    assert isinstance(found, Locator)
    assert all(1 <= number <= len(paragraphs) for number in found.paragraphs)
