"""What stands between a verb of speech and the words it brings: who was told, where and when."""

from collections.abc import Sequence

from workbench.extraction.reporting_verbs import CITING, SPEAKING
from workbench.extraction.tokens import Token
from workbench.extraction.verbs import PRONOUNS, clause_at

AFTER_SOURCE = frozenset(
    "in on after during last this while when adding told who as before earlier late via through yesterday today and but because "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
"""Words that end the name of a source and begin an aside."""

QUOTE_MARKS = frozenset('"“«„')
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today year month week".split())
_LONGEST_LISTENER = 10
_LONGEST_TITLE = 8


def behind_listener(words: Sequence[Token], start: int, end: int) -> int:
    """Read past who was told: ``told reporters in Rome on Monday (that)``."""
    for index in range(start, min(start + _LONGEST_LISTENER, end)):
        if (that := _behind_title(words, index, end)) > 0:
            return that
        if words[index].lower == "that" or words[index].text in QUOTE_MARKS or words[index].text in {":", ",", "."}:
            return index
        if (
            index > start
            and clause_at(words, index, end) > index
            and words[index - 1].lower not in {"the", "a", "an", "of", "in", "on", "at"}
        ):
            return index
    return start


def behind_aside(words: Sequence[Token], start: int, end: int) -> int:
    """Read past ``on Monday``, ``in a statement`` when ``that``, a comma or a quotation follows soon."""
    if start >= end or words[start].lower not in AFTER_SOURCE | {"at", "to", "of", "about", "from", "by", "over", ","}:
        return start
    for index in range(start, min(start + 14, end)):
        if words[index].lower in SPEAKING - CITING or words[index].lower in {"who", "and", "but"}:
            return start
        if (that := _behind_title(words, index, end)) > 0:
            return that
        if words[index].lower == "that" or words[index].text in QUOTE_MARKS or words[index].text == ":":
            return index
        if index > start + 1 and words[index - 1].lower in _DAYS and clause_at(words, index, end) > 0:
            return index
        if index > start and words[index].text == ",":
            return index
    return start


def _behind_title(words: Sequence[Token], index: int, end: int) -> int:
    """Give the index of ``that`` behind a title in quotation marks: ``told “This Week” that``; or -1."""
    if words[index].text not in QUOTE_MARKS:
        return -1
    near = range(index + 2, min(index + _LONGEST_TITLE, end - 1))
    close = next((at for at in near if words[at].text in {"”", '"', "»"}), -1)
    return close + 1 if close > 0 and words[close + 1].lower == "that" else -1


def content_at(words: Sequence[Token], start: int, end: int) -> int:
    """Give where what is said begins: behind ``that``, marks, and a day that stands bare in front of its subject."""
    while start < end and (words[start].text in {",", ":"} or words[start].lower == "that"):
        start += 1
    dated = start + 1 < end and words[start].lower in _DAYS and words[start + 1].lower in PRONOUNS | {"the", "that"}
    return content_at(words, start + 1, end) if dated else start
