"""Whether an excerpt ends in the middle of a number: ``40`` is not what ``40 million`` says."""

import re

from workbench.domain.amounts import amounts_in

_BEFORE = 24
_BEHIND = 48
_RANGE_BEFORE = re.compile(r"(?:\d - |(?<!\w)-|\d[/.,:]|[$£€¥₹] ?)$")
_RANGE_BEHIND = re.compile(r" - \d|[/.,:]\d| ?%")


def number_cut(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the span of a number of a folded text that begins or ends inside this span and goes on outside."""
    low = max(0, start - _BEFORE)
    at_edges = [(max(low, start - _BEFORE), min(len(text), start + _BEHIND)), (max(0, end - _BEHIND), end + _BEHIND)]
    for begin, stop in dict.fromkeys(at_edges):
        for amount in amounts_in(_from_word(text, begin, stop)):
            first, last = begin + amount.start, begin + amount.end
            if first < start < last or first < end < last:
                return first, last
    window = max(0, start - 4)
    if text[start : start + 1].isdecimal() and (before := _RANGE_BEFORE.search(text[window:start])):
        return _digits_start(text, window + before.start()), _digits_end(text, start)
    if text[end - 1 : end].isdecimal() and (behind := _RANGE_BEHIND.match(text, end)):
        return _digits_start(text, end), _digits_end(text, behind.end())
    return None


def _from_word(text: str, begin: int, stop: int) -> str:
    """Cut a stretch out of a text; what may be half a word at its beginning is blanked."""
    words = text[begin:stop]
    if not begin or not words[:1].isalnum():
        return words
    half = next((index for index, character in enumerate(words) if character == " "), 0)
    return " " * half + words[half:]


def _digits_start(text: str, at: int) -> int:
    while at and text[at - 1].isdecimal():
        at -= 1
    return at


def _digits_end(text: str, at: int) -> int:
    while at < len(text) and text[at].isdecimal():
        at += 1
    return at
