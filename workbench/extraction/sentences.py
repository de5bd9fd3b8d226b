"""Cut a paragraph into sentences."""

import re
from typing import NamedTuple


class Sentence(NamedTuple):
    """A stretch of the text without the blanks around it."""

    start: int
    end: int


_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]»]{0,3}(?=\s)")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen rep gov gen col lt capt sgt maj adm rev hon st jr sr vs etc inc ltd corp co no nos vol fig "
    "jan feb mar apr jun jul aug sep sept oct nov dec approx est dept univ ave blvd e.g i.e cf al u.s u.k u.n e.u d.c".split()
)
_CLOSERS_ONLY = frozenset({"jr", "sr", "inc", "ltd", "corp", "co", "etc", "u.s", "u.k", "u.n", "e.u", "d.c", "al"})
_STARTERS = frozenset(
    "the a an he she it they we i in on at but and this that these those there his her their its according as while when".split()
)
_INITIAL = re.compile(r"(?:^|[\s(\"'“‘.])[A-Z]$")
_WORD_BEFORE = re.compile(r"(?<![\w.'’])[\w.'’]+$")
_NEXT_WORD = re.compile(r"[\s\"'“‘(\[«]*([\w'’]+)")
_SLUG = re.compile(
    r"(?:[A-Z][A-Z.,' -]{2,40}(?:, [A-Z][a-z]+\.?)?(?: \([A-Z][A-Za-z/ ]{1,20}\))?|[A-Z][a-z]+(?:, [A-Z][a-z]+)? \([A-Z]{2,10}\))\s+[—–-]{1,2}\s+"
)
_LOOK_BACK = 40


def sentences(text: str, start: int, end: int) -> list[Sentence]:
    """Give the sentences between two offsets; a wire slug such as ``MOSCOW —`` is left out of the first."""
    slug = _SLUG.match(text, start, end)
    begin = slug.end() if slug else start
    found = []
    for match in _END.finditer(text, begin, end):
        if _is_end(text, begin, match, end):
            found.append(_trimmed(text, begin, match.end()))
            begin = match.end()
    found.append(_trimmed(text, begin, end))
    return [sentence for sentence in found if sentence.end > sentence.start]


def _is_end(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    following = _NEXT_WORD.match(text, match.end(), end)
    word = following[1] if following else ""
    if word and word[0].islower():
        return False
    if match.group()[0] != "." or match.group().startswith(".."):
        return True
    before = text[max(begin, match.start() - _LOOK_BACK) : match.start()]
    last = _WORD_BEFORE.search(before)
    bare = last.group().casefold().strip(".'’") if last else ""
    if bare in _ABBREVIATIONS:
        return bare in _CLOSERS_ONLY and word.casefold() in _STARTERS
    return not (_INITIAL.search(before) and word.casefold() not in _STARTERS)


def _trimmed(text: str, start: int, end: int) -> Sentence:
    piece = text[start:end]
    return Sentence(start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip())))
