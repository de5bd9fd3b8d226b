"""What a paragraph is: running text, heading, item of a list, row of a table, caption, credit or boilerplate."""

import re
from enum import StrEnum
from types import MappingProxyType

from workbench.domain.standing_lines import StandingLine, standing_line
from workbench.extraction.list_marks import after_mark


class ParagraphForm(StrEnum):
    """What a paragraph is; only body and list items can hold claims."""

    BODY = "body"
    HEADING = "heading"
    CREDIT = "credit line"
    BOILERPLATE = "boilerplate"
    CAPTION = "caption"
    LIST = "list item"
    TABLE = "table row"


_STANDING = MappingProxyType(
    {
        StandingLine.CREDIT: ParagraphForm.CREDIT,
        StandingLine.CAPTION: ParagraphForm.CAPTION,
        StandingLine.BOILERPLATE: ParagraphForm.BOILERPLATE,
    }
)
_RULE = re.compile(r"[\s|+:=_*~–—-]{3,}+$")
_CELL = re.compile(r"(?:(?<!\s)\s+)?[|\t]\s*| {3,}")
_SHORTEST_ITEM = 5
_LONGEST_HEADING = 14
_LONGEST_HEADLINE = 24
_LONGEST_CELL = 8
ENDS = (".", "!", "?", "…", '."', '!"', '?"', ".”", "!”", "?”", ".'", ".’", ":", ";", ".)")
"""How a line ends that holds whole sentences."""


def form_of(line: str) -> ParagraphForm:
    """Say what a line is that stands by itself, without the blanks around it."""
    words = len(line.split())
    if is_table_row(line):
        return ParagraphForm.TABLE
    if standing := standing_line(line, words):
        return _STANDING[standing]
    if after_mark(line, 0, len(line)) and (words > _SHORTEST_ITEM or line.endswith(ENDS)):
        return ParagraphForm.LIST
    if line.endswith(ENDS):
        return ParagraphForm.HEADING if _is_headline(line, fewest=5) else ParagraphForm.BODY
    return ParagraphForm.HEADING if words <= _LONGEST_HEADING or _is_headline(line) else ParagraphForm.BODY


def is_table_row(line: str) -> bool:
    """Say whether a line holds short cells between tabs, upright strokes or wide blanks, or is a rule of the table."""
    if _RULE.match(line) or (line.startswith("|") and line.endswith("|") and len(line) > 1):
        return True
    cells = [cell.split() for cell in _CELL.split(line[after_mark(line, 0, len(line)) :].strip("| \t")) if cell]
    bordered = "|" in line or "\t" in line
    if len(cells) < (2 if bordered else 3) or any(len(cell) > _LONGEST_CELL for cell in cells):
        return False
    return not any(len(cell) > 2 and cell[-1].endswith((".", "!", "?")) for cell in cells)


def _is_headline(line: str, fewest: int = 3) -> bool:
    """Say whether nearly all long words have capitals, as in headlines of some papers."""
    long = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in long)
    return len(line.split()) <= _LONGEST_HEADLINE and len(long) >= fewest and capital >= 0.9 * len(long)
