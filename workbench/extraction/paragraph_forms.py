"""What a paragraph is: running text, heading, item of a list, row of a table, caption, credit or boilerplate."""

import re
from enum import StrEnum

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


_CREDIT = re.compile(
    r"[(\[]?\s*(?:(?:with )?(?:inputs?|reporting|additional reporting|writing|editing|files?) (?:from|by)\b|"
    r"(?:image|photo|photograph|picture|video|graphic|file photo|credit|source)s?\s*(?::|by\b|courtesy)|"
    r"(?:reported|written|edited|compiled) by\b|(?-i:(?:By|BY) [A-Z][\w.'’-]+(?: (?:and )?[A-Z][\w.'’-]+){0,7})\s*$|©|copyright\b)",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"[—–-]{1,2} ?[^\n]{2,60}\(@\w{1,30}\),? [A-Z][a-z]{2,8} \d{1,2}, \d{4}$")
_HELPED = re.compile(
    r"[(\[]?[A-Z][^.\n]{3,200} contributed (?:to this (?:report|story|article)|reporting)\b[^.\n]{0,40}\.?[)\]]?$"
)
_BOILERPLATE = re.compile(
    r"(?:read (?:more|also|next|the full)|see also|also read|more (?:on|from|about) this|sign up|subscribe|follow us|click here|share this|"
    r"advertisement|related(?: articles| stories| topics)?\s*+:?\s*+$|download (?:the|our)|join (?:us|our)|watch(?: now)?:|listen(?: now)?:|"
    r"this (?:article|story|report) (?:was|is|has been|originally)|all rights reserved|get (?:the|our) (?:latest|best|newsletter)|"
    r"newsletter|comments?\s*$|topics?:|tags?:|updated?:|corrections?:|clarification:|editor['’]s note|published:|most (?:read|popular)|do you have a story|contact us|"
    r"have you (?:been|got)|what do you think|let us know|our standards|skip to)",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:(?:pictured|above|below|file(?: photo| picture)?|in this (?:photo|image|picture))\b ?(?:\(|:|,|—|-|taken )|(?:left|right)\b ?(?:\(|:)|"
    r"(?-i:Figure|FIGURE|Fig\.|Photo|Map|Chart|Graph|Exhibit|Table|TABLE) ?\d{1,3}(?:\.\d{1,3})?(?:[.:|—–-]|(?-i: [A-Z])|$))",
    re.IGNORECASE,
)
_CAPTION_END = re.compile(
    r"(?:[(\[/|] ?(?:(?:AP|AFP|EPA|Reuters|Getty|PA|file)?\b ?(?:photo|image|picture|images|pool|file)s?\b[^()\n]{0,60}|"
    r"[A-Z][^()\n]{1,40}/(?:AP|AFP|EPA|Reuters|Getty)[^()\n]{0,20}|credit: [^()\n]{1,80})[)\]]?|"
    r"(?<=[.!?”)] )(?-i:Photo|Photograph|Image|Picture|Credit)s?(?: by |: ?| courtesy of )(?-i:[A-Z])[^.\n]{1,60})\.?$",
    re.IGNORECASE,
)
_RULE = re.compile(r"[\s|+:=_*~–—-]{3,}+$")
_CELL = re.compile(r"(?:(?<!\s)\s+)?[|\t]\s*| {3,}")
_SHORTEST_ITEM = 5
_LONGEST_CREDIT = 16
_LONGEST_CAPTION = 40
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
    if words <= _LONGEST_CREDIT and (_CREDIT.match(line) or _SIGNED.match(line)):
        return ParagraphForm.CREDIT
    if words <= _LONGEST_CAPTION and _HELPED.match(line):
        return ParagraphForm.CREDIT
    if words <= _LONGEST_CAPTION and (_CAPTION.match(line) or _CAPTION_END.search(line)):
        return ParagraphForm.CAPTION
    if words <= _LONGEST_CAPTION and _BOILERPLATE.match(line):
        return ParagraphForm.BOILERPLATE
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
