"""Cut a text into paragraphs and say what each one is."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from workbench.extraction.line_wrapping import shown_width, wrapped
from workbench.extraction.list_marks import after_mark
from workbench.extraction.paragraph_forms import ENDS, ParagraphForm, form_of


class Paragraph(NamedTuple):
    """A stretch of the text without the blanks around it.

    Attributes:
        start, end: its words.
        form: what it is.
        begins: where its bullet or number stands; the start where it has none.

    """

    start: int
    end: int
    form: ParagraphForm
    begins: int


class _Line(NamedTuple):
    """A line of the text, without the blanks around it."""

    start: int
    end: int
    words: str


_LINE = re.compile(r"[^\n]*\n?")
_APART = frozenset({ParagraphForm.CREDIT, ParagraphForm.TABLE, ParagraphForm.BOILERPLATE})


def paragraphs(text: str) -> list[Paragraph]:
    """Give the paragraphs of a text; articles come with a line a paragraph, or broken to a width, which is undone."""
    blocks = list(_blocks(text))
    width = shown_width([[line.words for line in block] for block in blocks])
    found = []
    for block in blocks:
        goes_on = wrapped([line.words for line in block], width)
        found.extend(_joined(text, [_paragraph(text, row) for row in _rows(block, goes_on)]))
    return found


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Give the lines that stand together between empty ones."""
    lines = (_line(match) for match in _LINE.finditer(text))
    for empty, block in groupby(lines, key=lambda line: not line.words):
        if not empty:
            yield list(block)


def _line(match: re.Match[str]) -> _Line:
    line = match.group()
    words = line.strip()
    start = match.start() + len(line) - len(line.lstrip()) if words else match.start()
    return _Line(start, start + len(words), words)


def _rows(block: list[_Line], goes_on: list[bool]) -> Iterator[list[_Line]]:
    """Give the lines of each paragraph of a block."""
    row: list[_Line] = []
    for line, more in zip(block, goes_on, strict=True):
        row.append(line)
        if not more:
            yield row
            row = []


def _paragraph(text: str, row: list[_Line]) -> Paragraph:
    begins, end = row[0].start, row[-1].end
    form = form_of(text[begins:end])
    if len(row) > 1 and form is ParagraphForm.HEADING:
        form = ParagraphForm.BODY
    start = after_mark(text, begins, end) if form is ParagraphForm.LIST else begins
    return Paragraph(start, end, form, begins)


def _joined(text: str, found: list[Paragraph]) -> list[Paragraph]:
    """Join lines of a block that were broken inside a sentence: the next goes on in lower case."""
    joined: list[Paragraph] = []
    for paragraph in found:
        last = joined[-1] if joined else None
        if last and _goes_on(text, last, paragraph):
            form = last.form if last.form is ParagraphForm.LIST else ParagraphForm.BODY
            joined[-1] = last._replace(end=paragraph.end, form=form)
        else:
            joined.append(paragraph)
    return joined


def _goes_on(text: str, last: Paragraph, paragraph: Paragraph) -> bool:
    if not _APART.isdisjoint({last.form, paragraph.form}) or paragraph.form is ParagraphForm.LIST:
        return False
    return not text.endswith(ENDS, last.start, last.end) and text[paragraph.start].islower()
