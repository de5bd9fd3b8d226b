"""The words of a text as statements are compared by them: however they are written, spelt or accented."""

import re
import unicodedata
from types import MappingProxyType

_MARKS = "\u0300-\u036f\u0900-\u0963\u0966-\u0e7f\u1000-\u109f"
"""What belongs to words beside letters: vowel signs of scripts of South Asia, accents that stand alone."""

_PIECE = re.compile(rf"[\w{_MARKS}]+(?:[.,'][\w{_MARKS}]+)*|%")
_ASCII_PIECE = re.compile(r"\w+(?:[.,']\w+)*|%", re.ASCII)
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
_NUMBER = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_COUNTED = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+|\d+\.\d+)(bn|mn|[A-Za-z]{3,})", re.ASCII)
"""A number and what is counted, with no blank: ``40bn``, ``70percent``; not ``1st``."""

_PART = re.compile(rf"[\w{_MARKS}']+")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]{2,}")
"""Scripts that put no blank between words: every two signs are a word."""

_STROKES = re.compile("[’‘ʼ`´]")

_LONGEST = 60
"""Longer words are cut: they are addresses and noise."""

_REMEMBERED = 1 << 17
"""How many pieces of texts are kept in memory, with the words they are."""

_NUMBER_WORDS = {
    word: str(value)
    for value, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        2,
    )
}
_OTHERWISE = MappingProxyType({**_NUMBER_WORDS, "percentage": "percent", "bn": "billion", "mn": "million"})
_COUNTRIES = MappingProxyType({"US": "usa", "USA": "usa", "UK": "uk"})
"""Where capitals alone tell a country from a common word."""


def plain_words(text: str) -> list[str]:
    """Give the words in order, in small letters and without accents.

    ``U.S.`` and ``US`` are ``usa``, ``1,000`` is ``1000``, ``two`` is ``2``, ``Obama's`` is ``obama``, ``don't`` is
    ``dont``, and ``%`` is ``percent``.
    """
    return " ".join(map(_PLAIN.__getitem__, pieces(text))).split()


def pieces(text: str) -> list[str]:
    """Give the stretches of a text that are words, as they are written; ``words_of`` says which words."""
    text = text.replace("United States", "US")
    return _ASCII_PIECE.findall(text) if text.isascii() else _PIECE.findall(_unaccented(text))


def words_of(piece: str) -> str:
    """Give the words of a stretch, with blanks between them."""
    return _PLAIN[piece]


class _Plain(dict[str, str]):
    """What was made of pieces before: most of a text is made of a few thousand."""

    def __missing__(self, piece: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[piece] = " ".join(_plain(piece))
        return found


_PLAIN = _Plain()


def _plain(piece: str) -> tuple[str, ...]:
    if piece.isascii() and piece.isalpha():
        return (_one(piece),)
    if _UNSPACED.search(piece):
        return tuple(piece[place : place + 2] for place in range(len(piece) - 1))
    if piece == "%":
        return ("percent",)
    if _INITIALS.fullmatch(piece):
        return (_one(piece.replace(".", "").upper()),)
    if _NUMBER.fullmatch(piece):
        return (piece.replace(",", "")[:_LONGEST],)
    if found := _COUNTED.fullmatch(piece):
        return (found[1].replace(",", "")[:_LONGEST], _one(found[2]))
    return tuple(word for part in _PART.findall(piece) if (word := _one(part.strip("'"))))


def _one(word: str) -> str:
    if "'" in word:
        word = word.removesuffix("'s").removesuffix("'S").replace("'", "")
    if word in _COUNTRIES:
        return _COUNTRIES[word]
    word = word.casefold()
    return _OTHERWISE.get(word, word)[:_LONGEST]


def _unaccented(text: str) -> str:
    text = _STROKES.sub("'", text)
    parted = unicodedata.normalize("NFKD", text)
    return unicodedata.normalize("NFC", "".join(mark for mark in parted if not "\u0300" <= mark <= "\u036f"))
