"""The stretch of a text in which the words that were looked for stand."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench.domain.search_words import Sought
from workbench.domain.searching import Mark, Part, Passage
from workbench.index.schema import Token, tokens

_WIDTH, _BEFORE = 200, 60
"""How long a passage is at most, and how much of it stands in front of the first word."""

_PIECE, _OVERLAP = 2_000, 300
"""How many characters of a long text are looked at at once, and how many of them again with the next piece."""

_NEAR = 20
"""How far a passage's end may move to stand between two words."""


class _Row(NamedTuple):
    """Words that stand one behind the other: just so, or of which the last is the beginning of one."""

    words: list[Token]
    exactly: bool
    begins: bool


class _Marked(NamedTuple):
    words: int
    marks: tuple[Mark, ...]


def passage_of(sought: Sought, parts: Sequence[Part]) -> Passage:
    """Give the stretch with most of the words; of a text with none of them, its beginning."""
    if not parts:
        return Passage("", 0, "", ())
    rows = [_Row(tokens(words.text), words.exactly, words.begins) for words in sought.words]
    wanted = [row for row in rows if row.words]
    best, where = _Marked(0, ()), parts[0]
    for part, start, end in _pieces(parts):
        found = _marked(part.text[start:end], start, wanted)
        if found.words > best.words:
            best, where = found, part
        if best.words == len(wanted):
            break
    return _cut(where, best.marks)


def _pieces(parts: Sequence[Part]) -> Iterator[tuple[Part, int, int]]:
    """Cut long texts into pieces that overlap: mostly the first ones have all the words."""
    for part in parts:
        start = 0
        while start == 0 or start + _OVERLAP < len(part.text):
            yield part, start, start + _PIECE
            start += _PIECE - _OVERLAP


def _marked(text: str, start: int, wanted: Sequence[_Row]) -> _Marked:
    words = tokens(text)
    exact, stems = [word.exact for word in words], [word.stem for word in words]
    found: set[Mark] = set()
    count = 0
    for row in wanted:
        places = _places(exact, stems, row)
        count += bool(places)
        last = len(row.words) - 1
        found.update(Mark(start + words[place].start, start + words[place + last].end) for place in places)
    return _Marked(count, tuple(_joined(sorted(found))))


def _places(exact: list[str], stems: list[str], row: _Row) -> list[int]:
    """Give where a row of words begins, all of them in the form that was typed, or all by their stems."""
    wanted = [word.exact for word in row.words]
    found = list(_beginnings(exact, wanted) if row.begins else _starts(exact, wanted))
    if not row.exactly:
        found += _starts(stems, [word.stem for word in row.words])
    return found


def _beginnings(text: list[str], row: list[str]) -> list[int]:
    last = len(row) - 1
    return [
        place
        for place in range(len(text) - last)
        if text[place + last].startswith(row[-1]) and text[place : place + last] == row[:-1]
    ]


def _starts(text: list[str], row: list[str]) -> list[int]:
    return [place for place, word in enumerate(text) if word == row[0] and text[place : place + len(row)] == row]


def _joined(marks: Sequence[Mark]) -> list[Mark]:
    found: list[Mark] = []
    for mark in marks:
        if found and mark.start < found[-1].end:
            found[-1] = Mark(found[-1].start, max(found[-1].end, mark.end))
        else:
            found.append(mark)
    return found


def _cut(part: Part, marks: tuple[Mark, ...]) -> Passage:
    text = part.text
    start = _beginning(text, marks[0].start - _BEFORE) if marks and len(text) > _WIDTH else 0
    end = _ending(text, start + _WIDTH)
    kept = tuple(Mark(mark.start - start, min(mark.end, end) - start) for mark in marks if mark.start < end)
    return Passage(part.name, start, text[start:end], kept)


def _beginning(text: str, place: int) -> int:
    if place <= 0:
        return 0
    blank = text.find(" ", place, place + _NEAR)
    return place if blank < 0 else blank + 1


def _ending(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    blank = text.rfind(" ", place - _NEAR, place)
    return place if blank < 0 else blank
