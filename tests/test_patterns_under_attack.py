"""No regular expression of the program backtracks: twice the text is twice the work, whatever the text."""

import ast
import re
from pathlib import Path

import pytest

from tests.pattern_attacks import Known, backtracking, known_patterns

ROOT = Path(__file__).resolve().parents[1]
SIZE = 4_000
ENOUGH = 0.006
"""Linear work on a text of this size takes a little less at most, quadratic work several times as much at least."""


def searched(pattern: str, method: str = "search") -> Known:
    return Known("planted", re.compile(pattern), frozenset({method}))


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"(?:a+)+$", "match"),
        (r"(?:a|a)*b", "match"),
        (r"(?:\w+\s?)+:", "match"),
        (r"(?:<!--.{0,2000}?-->\s*)*<html", "match"),
        (r"x\s*:?\s*$", "match"),
        (r"[\w.]+$", "search"),
        (r"\?\W*$", "search"),
    ],
)
def test_a_planted_pattern_that_backtracks_is_found(pattern: str, method: str) -> None:
    assert backtracking(searched(pattern, method), SIZE, ENOUGH)


@pytest.mark.parametrize("pattern", [r"\d+(?:,\d+)*", r"\bcolou?r\b", r"(?<!\w)\w+$"])
def test_a_pattern_that_does_not_is_let_be(pattern: str) -> None:
    assert backtracking(searched(pattern), SIZE, ENOUGH) is None


def test_no_pattern_backtracks() -> None:
    found = [backtracking(known, SIZE, ENOUGH) for known in known_patterns()]
    bad = [f"{one.known.where}: {one.attack}, {one.ratio:.0f} times for four" for one in found if one]
    assert not bad, "\n".join(bad)


def test_every_pattern_is_attacked() -> None:
    """A pattern of a constant text that is compiled anywhere in the package is among the known ones."""
    known = {one.pattern.pattern for one in known_patterns()}
    for path in (ROOT / "workbench").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "compile"
            ):
                continue
            given = node.args[0] if node.args else None
            if isinstance(given, ast.Constant) and isinstance(given.value, str) and "training" not in path.parts:
                assert given.value in known, f"{path}: {given.value}"
