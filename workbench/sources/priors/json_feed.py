"""Read a feed of JSON element by element, so that its size is not the memory's; a broken element holds no other up."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple, TextIO

_CHUNK = 1 << 20
_LARGEST = 8 << 20
"""An element has this many characters at most."""

_HEAD = 1 << 16
"""So far into a feed its list of elements begins."""

_LIST = re.compile(r'"dataFeedElement"\s*+:\s*+\[')
_GAP = re.compile(r"[\s,]*+")
_MARK = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[\]{}]', re.DOTALL)
_BEGINNING = re.compile(r'\{\s*+"[\w@:.-]{1,60}+"\s*+:\s*+(?:"[\w:/.]{0,60}+")?')
_SCALAR = re.compile(r'(?:"(?:[^"\\]|\\.)*+"|[^,\]}\[{\n])++', re.DOTALL)
_DECODER = json.JSONDecoder(strict=False)


class Element(NamedTuple):
    """An element by its place, counted from 1: its value, or why it can't be read."""

    place: int
    value: object
    problem: str = ""


def elements(stream: TextIO) -> Iterator[Element]:
    """Give the elements of a feed: of its list ``dataFeedElement``, of a bare list, or objects one after another."""
    text = _Text(stream)
    text.gap()
    head = _LIST.search(text.held, text.at, text.at + _HEAD) if text.held.startswith("{", text.at) else None
    in_list = head is not None or text.held.startswith("[", text.at)
    text.at = head.end() if head else text.at + in_list
    place = 0
    while text.gap():
        if in_list and text.held[text.at] == "]":
            return
        place += 1
        value, problem = text.value()
        yield Element(place, value, problem)
    if in_list:
        yield Element(place + 1, None, "the feed is cut off here")


class _Text:
    """A stretch of the feed: ``at`` is where it is read on."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._beginning: re.Pattern[str] | None = None
        self._ended = False
        self.held, self.at = "", 0

    def gap(self) -> bool:
        """Go over what stands between elements; say whether anything follows."""
        while True:
            gap = _GAP.match(self.held, self.at)
            self.at = gap.end() if gap else self.at
            if self.at < len(self.held):
                return True
            if not self._more():
                return False

    def value(self) -> tuple[object, str]:
        """Give the next element, or say why it can't be read and go over it."""
        while True:
            try:
                value, end = _DECODER.raw_decode(self.held, self.at)
            except (ValueError, RecursionError) as problem:
                behind = self._end()
                if behind is not None:
                    self.at = behind
                    return None, _words(problem)
                if len(self.held) - self.at > _LARGEST or not self._more():
                    return None, self._give_up()
            else:
                self._remember(self.held[self.at : self.at + 200])
                self.at = end
                return value, ""

    def _more(self) -> bool:
        chunk = "" if self._ended else self._stream.read(_CHUNK)
        if chunk:
            self.held, self.at = self.held[self.at :] + chunk, 0
        return bool(chunk)

    def _remember(self, element: str) -> None:
        """Keep how an element begins: behind a broken one the next is found by it."""
        if self._beginning is None and (start := _BEGINNING.match(element)):
            self._beginning = re.compile(r"[,\n]\s*+(?=" + re.escape(start[0]) + ")")

    def _end(self) -> int | None:
        """Give where an element that can't be read ends, None where that is not held yet."""
        ends = [found for found in (self._closed(), self._next_begins()) if found is not None]
        return min(ends, default=None)

    def _closed(self) -> int | None:
        if self.held[self.at] not in "[{":
            scalar = _SCALAR.match(self.held, self.at)
            return max(scalar.end() if scalar else 0, self.at + 1)
        depth = 0
        for mark in _MARK.finditer(self.held, self.at):
            if mark[0] in "[{":
                depth += 1
            elif mark[0] in "]}":
                depth -= 1
                if not depth:
                    return mark.end()
        return None

    def _next_begins(self) -> int | None:
        found = self._beginning.search(self.held, self.at + 1) if self._beginning else None
        return found.start() if found else None

    def _give_up(self) -> str:
        """Leave the rest: no end of the element is in sight."""
        whole = len(self.held) - self.at <= _LARGEST
        self.at, self._ended = len(self.held), True
        return "it is cut off" if whole else "it is larger than any record"


def _words(problem: BaseException) -> str:
    if isinstance(problem, RecursionError):
        return "it is nested too deeply"
    return f"it is no JSON: {problem.msg}" if isinstance(problem, json.JSONDecodeError) else "it is no JSON"
