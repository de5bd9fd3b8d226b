"""Whatever stands in a text, the work on it ends, in time that grows with its length."""

import time
from collections.abc import Callable
from typing import TypeVar

import pytest

from workbench.domain.evidence.article_changes import article_changes
from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.figures import figures_in
from workbench.domain.evidence.independence import SourceText, independence
from workbench.domain.evidence.quote_check import QuoteVerdict, check_quote
from workbench.domain.evidence.reanchoring import reanchor
from workbench.domain.spans import quote_at

Result = TypeVar("Result")

SECONDS = 5
"""CPU time that any of these may take on a slow machine; work that grows with the square takes minutes."""

LENGTH = 40_000

HOSTILE = {
    name: (pump * LENGTH)[:LENGTH]
    for name, pump in {
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
    }.items()
}


def in_time(work: Callable[[], Result]) -> Result:
    before = time.process_time()
    result = work()
    assert time.process_time() - before < SECONDS
    return result


@pytest.mark.parametrize("name", HOSTILE)
def test_any_text_is_worked_on_in_time(name: str) -> None:
    text = HOSTILE[name]
    middle = len(text) // 2
    excerpt = text[middle : middle + 1_000]
    captured = CapturedText(text)
    quote = quote_at(text, middle, middle + 200)
    in_time(lambda: check_quote(excerpt, captured))
    in_time(lambda: check_quote(f"{excerpt} z", captured))
    in_time(lambda: reanchor(quote, captured, middle))
    in_time(lambda: article_changes(text, text[: middle - 3] + "b" + text[middle:]).claims([(middle, middle + 50)]))
    in_time(lambda: independence([SourceText("S-1", text, "A"), SourceText("S-2", text[1:], "B")]))
    in_time(lambda: figures_in(text))


def test_a_megabyte_of_one_letter() -> None:
    captured = CapturedText("a" * 1_000_000)
    assert in_time(lambda: check_quote("a" * 500_000, captured)).verdict is QuoteVerdict.NOT_FOUND
    assert in_time(lambda: check_quote("a" * 1_000_000, captured)).verdict is QuoteVerdict.EXACT


def test_a_hundred_thousand_ellipses() -> None:
    check = in_time(lambda: check_quote("a … " * 100_000, CapturedText("a b " * 10_000)))
    assert (check.verdict, check.remarks) == (
        QuoteVerdict.NOT_FOUND,
        ("The excerpt is cut into more than 60 pieces.",),
    )


def test_many_pieces_that_stand_everywhere() -> None:
    check = in_time(lambda: check_quote(" … ".join(["a b"] * 59), CapturedText("a b " * 50_000)))
    assert check.verdict is QuoteVerdict.WITH_ELLIPSES
