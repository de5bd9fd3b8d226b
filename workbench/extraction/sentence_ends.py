"""Where a sentence ends: a stop that is no part of an abbreviation, a name, a number or a pause."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from workbench.extraction import abbreviations
from workbench.extraction.list_marks import is_mark
from workbench.extraction.reporting_verbs import BASES

_CLOSING = "\"'”’)]»›*_¹²³⁰⁴⁵⁶⁷⁸⁹"
_CLOSERS = f"[{re.escape(_CLOSING)}]{{0,4}}+"
_END = re.compile(
    rf"(?<![.!?…])[.!?…؟۔।॥]++(?:\s\.){{0,5}}+{_CLOSERS}(?=\s|\[[\d.…]|\d|[A-Z][a-z'’]{{0,9}}\.?\s)"
    r"|[。！？｡]++[」』”’）】〉》]{0,3}+"
)
_WIDE_STOPS = "。！？｡"
_NOTES = re.compile(
    r"(?:\s{0,2}(?:\[(?:\d{1,3}(?:[,–-] ?\d{1,3})?|…|\.\.\.|note \d{1,3}|[a-z ]{3,24} needed)\]|[:;=]-?[)(DPO]|\^_\^)){1,8}+(?=\s|$)"
)
"""Footnotes, omissions and smileys behind a stop."""

_RAISED_NOTE = re.compile(r"(?<=[a-z]{3}[.!?])\d{1,2}(?:[ ,–-]\d{1,2}){0,4}+(?=\s+[A-Z\"“])")
_BARE_NOTE = re.compile(r"\s\d{1,2}(?=\s+([A-Z][a-z]{0,12})\s)")
_STOP_AND_OMISSION = re.compile(r"(?<=[\w\"”’)])\.(?:\s\.){3}")
_WORD = re.compile(r"\w")
_NEXT = re.compile(r"\s*+(?:[\"'“‘(\[«‹—–\-.…*_¿¡]\s?){0,8}+(?P<word>[$£€¥#@]?\w[\w'’]{0,30}+)(?P<dot>\.?)")
_ADDRESS = re.compile(r"https?://|www\.")
_SOMETHING_ELSE = re.compile(r"\s++\S")
_WORD_BEFORE = re.compile(r"[\w.'’°º&-]+$")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_NAME_THEN_VERB = re.compile(r"\s+(?:[A-Z][\w.'’-]{0,30}\s+){1,4}(?P<verb>[a-z]{3,12})\b")
_ASKING = frozenset("ask say wonder add write tweet demand question tell quip reply".split())
_BRACKETS = frozenset(")]")
_QUOTE_MARKS = frozenset("\"'”’»›")
_LONGEST_MARK = 12
_LOOK_BACK = 40
_LONGEST_OPENING = 60
_SHORTEST_BEFORE_TIGHT = 3


class _Stop(NamedTuple):
    """A stop that may end a sentence, and what stands around it."""

    text: str
    begin: int
    start: int
    mark: str
    after: int
    word: str
    starter: bool

    def before(self) -> str:
        """Give the word before the stop, as it is written."""
        word = _WORD_BEFORE.search(self.text[max(self.begin, self.start - _LOOK_BACK) : self.start])
        return word.group().lstrip(".'’-&") if word else ""

    def after_blank(self) -> bool:
        """Say whether a blank stands before it."""
        return self.start > self.begin and self.text[self.start - 1].isspace()


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Give the offsets behind the stops that end a sentence between two offsets; the last sentence needs none."""
    begin = start
    word = _WORD.search(text, start, end)
    caseless = text[start:end].islower()
    for match in _END.finditer(text, start, end):
        if word is None or match.start() < word.start():
            continue
        at = _end_at(text, begin, match, end, caseless=caseless)
        if begin < at < end:
            yield at
            begin = at
            word = _WORD.search(text, begin, end)


def _end_at(text: str, begin: int, match: re.Match[str], end: int, *, caseless: bool) -> int:
    """Give where the sentence ends at this stop, with the notes that belong to it; -1 where it goes on."""
    if match.group()[0] in _WIDE_STOPS:
        return match.end()
    after = _after_notes(text, match.end(), end)
    following = _NEXT.match(text, after, end)
    if following is None:
        return after if _SOMETHING_ELSE.match(text, after, end) else -1
    word = following["word"]
    starter = _starts(word) and not (len(word) == 1 and following["dot"])
    stop = _Stop(text, begin, match.start(), match.group(), after, word, starter)
    if not text[after].isspace():
        return after if _missing_blank(stop) else -1
    if word[0].islower() and word.islower() and not caseless and not _ADDRESS.match(text, following.start("word")):
        return -1
    if _STOP_AND_OMISSION.fullmatch(text, match.start(), match.end()):
        return match.start() + 1
    return after if _ends(stop) else -1


def _after_notes(text: str, at: int, end: int) -> int:
    """Give the place behind the marks of footnotes and omissions: ``in 1805. [6]``, ``minority rights. 5 At``."""
    notes = _NOTES.match(text, at, end) or _RAISED_NOTE.match(text, at, end)
    if notes:
        return notes.end()
    bare = _BARE_NOTE.match(text, at, end)
    return bare.end() if bare and _starts(bare[1]) else at


def _starts(word: str) -> bool:
    """Say whether a word is a small one, which with a capital can only begin a sentence."""
    return word.casefold().replace("’", "'") in abbreviations.STARTERS


def _missing_blank(stop: _Stop) -> bool:
    """Say whether two sentences were run together: ``It rained.The road was closed.``"""
    before = stop.before()
    begins = stop.starter or stop.word.casefold() in abbreviations.PLAIN_TITLES
    return begins and len(before) >= _SHORTEST_BEFORE_TIGHT and before.isalnum() and not before[-1].isupper()


def _ends(stop: _Stop) -> bool:
    stops = stop.mark.rstrip(_CLOSING)
    if _stands_in_brackets(stop, stops):
        return False
    if stop.start - stop.begin <= _LONGEST_MARK and is_mark(stop.text[stop.begin : stop.start].strip() + stop.mark):
        return False
    if stops == ".":
        return not _QUOTE_MARKS.isdisjoint(stop.mark) or _full_stop_ends(stop)
    if stops.startswith(".") or stops[0] == "…":
        return _pause_ends(stop, stops)
    if stop.mark != stops and _asked_by_somebody(stop):
        return False
    return stop.starter or "!" not in stops or stop.before().casefold() not in abbreviations.MARKED_NAMES


def _stands_in_brackets(stop: _Stop, stops: str) -> bool:
    """Say whether the mark is all that stands in brackets: ``(?)``, ``[...]``."""
    closer = stop.mark[len(stops) : len(stops) + 1]
    return closer in _BRACKETS and stop.start > stop.begin and stop.text[stop.start - 1] in "(["


def _pause_ends(stop: _Stop, stops: str) -> bool:
    """Tell the end from an omission: three dots between blanks stand inside a sentence, a fourth ends it."""
    if stops.count(".") + 3 * stops.count("…") > 3 or stop.mark != stops:
        return True
    if not stop.after_blank():
        return True
    return stop.starter and stop.word != "I" and not stop.word.startswith(("I'", "I’"))


def _asked_by_somebody(stop: _Stop) -> bool:
    """Say whether who asked follows: ``"Is it true?" Ana Roe asked.``"""
    named = None if stop.starter else _NAME_THEN_VERB.match(stop.text, stop.after)
    return named is not None and BASES.get(named["verb"], "") in _ASKING


def _full_stop_ends(stop: _Stop) -> bool:
    written = stop.before()
    bare = written.casefold().strip(".'’")
    number = stop.word[0].isdigit()
    if len(bare) == 1 and bare.isalpha():
        return _ends_before_number(stop, written) if number else _ends_at_letter(stop, written)
    if bare.isdigit() and _is_first_of_a_list(stop, written):
        return False
    if bare in abbreviations.CLOCK:
        return _ends_at_clock(stop, number=number)
    if number and bare in abbreviations.BEFORE_A_NUMBER:
        return False
    if bare in abbreviations.NEVER_LAST and written.islower():
        return False
    if bare in abbreviations.ORDINARY_IN_LOWER_CASE and written[0].islower():
        return True
    if bare in abbreviations.TITLES and (written[0].isupper() or bare in abbreviations.PLAIN_TITLES):
        return stop.starter and bare in abbreviations.MAY_END
    if bare in abbreviations.MAY_END or _ACRONYM.fullmatch(bare):
        return stop.starter
    return True


def _is_first_of_a_list(stop: _Stop, written: str) -> bool:
    """Say whether a number counts what follows: ``The steps: 1. Go home.``"""
    at = stop.start - len(written)
    return len(written) <= 2 and stop.text[max(stop.begin, at - 2) : at].rstrip().endswith(":")


def _ends_at_letter(stop: _Stop, written: str) -> bool:
    """Tell an initial (``Albert I. Jones``) from a letter that ends (``you and I. Albert left``)."""
    if stop.starter:
        return True
    if written[0].islower():
        return written not in {"c", "v", "p", "b", "d", "r"}
    before = stop.text[max(stop.begin, stop.start - _LOOK_BACK) : stop.start - 1].split()
    return written == "I" and bool(before) and before[-1].islower()


def _ends_before_number(stop: _Stop, written: str) -> bool:
    """Tell a letter that ends from one that counts (``c. 1818``) or points (``55° N. 10° E.``)."""
    before = stop.text[max(stop.begin, stop.start - _LOOK_BACK) : stop.start - 1].rstrip()[-1:]
    return written.isupper() and not before.isdigit() and before not in set("°º′″'’")


def _ends_at_clock(stop: _Stop, *, number: bool) -> bool:
    if number or stop.word.casefold() in abbreviations.AFTER_A_CLOCK:
        return False
    if stop.start - stop.begin > _LONGEST_OPENING:
        return True
    words = re.findall(r"[^\W\d_]+(?:['’.]\w+)*", stop.text[stop.begin : stop.start])
    return not all(word.casefold() in abbreviations.OPENS_WITH_A_TIME | abbreviations.CLOCK for word in words)
