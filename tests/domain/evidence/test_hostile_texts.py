"""Whatever stands in a text, the work on it ends: four times the text is about four times the work."""

import time
from collections.abc import Callable, Mapping

import pytest

from workbench.domain.evidence.article_changes import article_changes
from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.figures import figures_in
from workbench.domain.evidence.independence import SourceText, independence
from workbench.domain.evidence.quote_check import QuoteVerdict, check_quote
from workbench.domain.evidence.reanchoring import reanchor
from workbench.domain.spans import quote_at

HOSTILE = {
    "letters": "a",
    "one-letter words": "a ",
    "two words in turn": "a b ",
    "ellipses": "… ",
    "right to left": "שלום עולם ",
    "emoji": "👩\u200d🚒🔥 ",
    "zero width": "f\u200be\u200bl\u200bl by 5% ",
    "joiners": "\u200d",
    "combining marks": "\u0301",
    "brackets": "[a](b)",
    "open brackets": "[",
    "digits": "1",
    "digits and commas": "1,",
    "amounts": "5% to $6 million in May 2020 ",
    "hyphens at line ends": "a-\n",
    "stops": ". ",
    "quotation marks": '"',
    "line ends": "\n",
    "capitals": "Ab ",
    "agencies": "(AP) ",
    "no blanks between words": "他说失业率上升了。",
    "half surrogates": "\ud800",
}
SMALL, LARGE = 5_000, 20_000
TOO_LITTLE_TO_MEASURE = 0.3
"""Seconds of processor time; below that the noise of the clock is larger than the work."""


def quotes(text: str) -> None:
    middle = len(text) // 2
    excerpt = text[middle : middle + 1_000]
    captured = CapturedText(text)
    check_quote(excerpt, captured)
    check_quote(f"{excerpt} z", captured)


def anchors(text: str) -> None:
    middle = len(text) // 2
    quote = quote_at(text, middle, middle + 200)
    reanchor(quote, CapturedText(text), middle)
    reanchor(quote, CapturedText(text[: middle + 100] + " not " + text[middle + 100 :]), middle, CapturedText(text))


def changes(text: str) -> None:
    middle = len(text) // 2
    found = article_changes(text, f"{text[: middle - 3]}b{text[middle:]}")
    found.claims([(middle - 10, middle + 50)])
    assert found.paragraphs is not None


def groups(text: str) -> None:
    independence([SourceText("S-1", text, "A"), SourceText("S-2", text[1:], "B")])


WORK: Mapping[str, Callable[[str], object]] = {
    "quotes": quotes,
    "anchors": anchors,
    "changes": changes,
    "groups": groups,
    "figures": figures_in,
}


def spent(work: Callable[[str], object], text: str) -> float:
    began = time.process_time()
    work(text)
    return time.process_time() - began


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("what", WORK)
def test_work_is_linear(what: str, name: str) -> None:
    """The ratio would be 16 for quadratic work; 4 is linear, and 9 leaves room for a busy machine."""
    work, pump = WORK[what], HOSTILE[name]
    small, large = ((pump * length)[:length] for length in (SMALL, LARGE))
    if spent(work, large) > TOO_LITTLE_TO_MEASURE:
        # What else runs on the machine can slow a measurement down, but not each of several.
        assert any(spent(work, large) < 9 * spent(work, small) for _ in range(5))


def test_a_megabyte_of_one_letter_is_compared() -> None:
    captured = CapturedText("a" * 1_000_000)
    assert check_quote("a" * 500_000, captured).verdict is QuoteVerdict.NOT_FOUND
    assert check_quote("a" * 1_000_000, captured).verdict is QuoteVerdict.EXACT


def test_a_hundred_thousand_ellipses_are_no_excerpt() -> None:
    check = check_quote("a … " * 100_000, CapturedText("a b " * 10_000))
    assert check.verdict is QuoteVerdict.NOT_FOUND
    assert check.remarks == ("The excerpt is cut into more than 60 pieces.",)


def test_many_pieces_that_stand_everywhere_are_found() -> None:
    check = check_quote(" … ".join(["a b"] * 59), CapturedText("a b " * 50_000))
    assert check.verdict is QuoteVerdict.WITH_ELLIPSES
