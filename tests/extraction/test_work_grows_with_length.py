"""Four times the text is about four times the work, whatever the text: nothing is quadratic, nothing backtracks."""

from collections.abc import Callable

import pytest

from tests.growth import grows_with
from workbench.domain.syntax_tree import Parser
from workbench.extraction.find import find_candidates
from workbench.syntax.parser import ShippedParser

NASTY: dict[str, Callable[[int], str]] = {
    "one word": lambda n: "a" * n,
    "spaces": lambda n: " " * n,
    "quotes": lambda n: '"' * n,
    "open quotes": lambda n: "“said " * (n // 6),
    "dotted": lambda n: "a." * (n // 2),
    "exclamations": lambda n: "!" * n,
    "ellipses": lambda n: "…" * n,
    "initials": lambda n: "A. " * (n // 3),
    "brackets": lambda n: "(" * n,
    "commas": lambda n: "said, that " * (n // 11),
    "titles": lambda n: "President " * (n // 10),
    "numbers": lambda n: "1," * (n // 2),
    "number words": lambda n: "one hundred " * (n // 12),
    "lines": lambda n: "a\n" * (n // 2),
    "slugs": lambda n: "A, " * (n // 3),
    "photos": lambda n: "(photo " * (n // 7),
    "which called": lambda n: "which called the " * (n // 17),
    "statements": lambda n: "in a statement of " * (n // 18),
    "one long quotation": lambda n: '"' + "It was so. " * (n // 11),
    "many quotations": lambda n: '"It was so," he said. ' * (n // 22),
    "one long paragraph": lambda n: "The firm cut 40 jobs in May. " * (n // 29),
    "spaced dots": lambda n: ". . .x " * (n // 7),
    "dots and spaces": lambda n: ". " * (n // 2),
    "numbers of a list": lambda n: " ".join(f"{i % 999}) A" for i in range(n // 6)),
    "bullets": lambda n: "• " * (n // 2),
    "notes": lambda n: "a. [1]" * (n // 6),
    "times": lambda n: "at 5 p.m. " * (n // 10),
    "asked": lambda n: '?" Aa Bb Cc Dd ' * (n // 15),
    "cells": lambda n: "a | " * (n // 4),
    "broken lines": lambda n: ("word " * 14 + "\n") * (n // 71),
    "open tags": lambda n: "<a =" * (n // 4),
    "open comments": lambda n: "<!--" * (n // 4),
    "scripts": lambda n: "<script>" * (n // 8),
    "many names": lambda n: " ".join(f"Ann L{i}x said it was so." for i in range(n // 24)),
}
SMALL, LARGE = 12_500, 50_000
TOO_LITTLE_TO_MEASURE = 0.1
"""Seconds of processor time; below that the noise of the clock is larger than the work."""


WITH_GRAMMAR = ("one word", "commas", "many quotations", "one long paragraph")
"""What is read with its grammar as well: a parser takes its time, the same for each word."""


@pytest.mark.parametrize(
    ("name", "parser"),
    [*((name, None) for name in NASTY), *((name, ShippedParser()) for name in WITH_GRAMMAR)],
    ids=[*NASTY, *(f"{name}, with grammar" for name in WITH_GRAMMAR)],
)
def test_work_is_linear(name: str, parser: Parser | None) -> None:
    find_candidates("Warm up.", parser=parser)
    small, large = (NASTY[name](length) for length in (SMALL, LARGE))
    assert grows_with(lambda text: find_candidates(text, parser=parser), small, large, TOO_LITTLE_TO_MEASURE)
