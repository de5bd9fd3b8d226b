"""Cut a text into paragraphs and say what each one is."""

import re
from enum import StrEnum
from typing import NamedTuple


class ParagraphForm(StrEnum):
    """What a paragraph is; only body and list items can hold claims."""

    BODY = "body"
    HEADING = "heading"
    CREDIT = "credit line"
    BOILERPLATE = "boilerplate"
    CAPTION = "caption"
    LIST = "list item"


class Paragraph(NamedTuple):
    """A stretch of the text without the blanks around it."""

    start: int
    end: int
    form: ParagraphForm


_LINE = re.compile(r"[^\n]+")
_CREDIT = re.compile(
    r"[(\[]?\s*(?:(?:with )?(?:inputs?|reporting|additional reporting|writing|editing|files?) (?:from|by)\b|"
    r"(?:image|photo|picture|video|graphic|file photo|credit|source)s?\s*(?::|by\b|courtesy)|"
    r"(?:reported|written|edited|compiled) by\b|by [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}\s*$|©|copyright\b)",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"(?:read (?:more|also|next|the full)|see also|also read|more (?:on|from|about) this|sign up|subscribe|follow us|click here|share this|"
    r"advertisement|related(?: articles| stories| topics)?\s*+:?\s*+$|download (?:the|our)|join (?:us|our)|watch(?: now)?:|listen(?: now)?:|"
    r"this (?:article|story|report) (?:was|is|has been|originally)|all rights reserved|get (?:the|our) (?:latest|best|newsletter)|"
    r"newsletter|comments?\s*$|topics?:|tags?:|updated?:|published:|most (?:read|popular)|do you have a story|contact us|"
    r"have you (?:been|got)|what do you think|let us know|our standards|skip to)",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:pictured|above|below|left|right|file(?: photo| picture)?|in this (?:photo|image|picture))\b ?(?:\(|:|,|—|-|taken )",
    re.IGNORECASE,
)
_CAPTION_END = re.compile(
    r"[(\[/|] ?(?:(?:AP|AFP|EPA|Reuters|Getty|PA|file)?\b ?(?:photo|image|picture|images|pool|file)s?\b[^()\n]{0,60}|[A-Z][^()\n]{1,40}/(?:AP|AFP|EPA|Reuters|Getty)[^()\n]{0,20})[)\]]?\.?$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"(?:[•·▪‣*–-]|\d{1,2}[.)])[ \t]+(?=\S)")
_SHORTEST_ITEM = 5
_LONGEST_CAPTION = 40
_ENDS = (".", "!", "?", "…", '."', '!"', '?"', ".”", "!”", "?”", ".'", ".’", ":", ";", ".)")
_LONGEST_HEADING = 14


def paragraphs(text: str) -> list[Paragraph]:
    """Give the paragraphs of a text; every line is one, as articles come with a line a paragraph."""
    found = []
    for match in _LINE.finditer(text):
        line = match.group()
        bare = line.strip()
        if bare:
            start = match.start() + len(line) - len(line.lstrip())
            form = _form(bare)
            mark = _BULLET.match(bare) if form is ParagraphForm.LIST else None
            found.append(Paragraph(start + (mark.end() if mark else 0), start + len(bare), form))
    return _joined(text, found)


def _form(line: str) -> ParagraphForm:
    if _CREDIT.match(line) and len(line.split()) <= 16:
        return ParagraphForm.CREDIT
    if (_CAPTION.match(line) or _CAPTION_END.search(line)) and len(line.split()) <= _LONGEST_CAPTION:
        return ParagraphForm.CAPTION
    if _BOILERPLATE.match(line) and len(line.split()) <= 40:
        return ParagraphForm.BOILERPLATE
    if _BULLET.match(line) and len(line.split()) > _SHORTEST_ITEM:
        return ParagraphForm.LIST
    if line.endswith(_ENDS) or len(line.split()) > _LONGEST_HEADING:
        return ParagraphForm.BODY
    return ParagraphForm.HEADING


def _joined(text: str, found: list[Paragraph]) -> list[Paragraph]:
    """Join lines that were broken inside a sentence: a line feed alone, and the next line goes on in lower case."""
    joined: list[Paragraph] = []
    for paragraph in found:
        last = joined[-1] if joined else None
        if last and text[last.end : paragraph.start].count("\n") == 1 and _goes_on(text, last, paragraph):
            joined[-1] = Paragraph(last.start, paragraph.end, ParagraphForm.BODY)
        else:
            joined.append(paragraph)
    return joined


def _goes_on(text: str, last: Paragraph, paragraph: Paragraph) -> bool:
    bodies = ParagraphForm.CREDIT not in {last.form, paragraph.form} and last.form is not ParagraphForm.BOILERPLATE
    return bodies and not text.endswith(_ENDS, last.start, last.end) and text[paragraph.start].islower()
