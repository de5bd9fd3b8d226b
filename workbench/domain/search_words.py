"""The one language of filters and searches, the same in the terminal desk and in the shell.

Words must all occur; ``"two words"`` occur just so, one behind the other. A short name such as ``C-22`` also finds
what it names. ``field:value`` narrows, see ``filters``.
``on:``, ``before:`` and ``after:`` take a day, a month or a year. A ``-`` in front of a word, a phrase or a field leaves
out what it finds. What a word finds is for whoever looks: lists look for it as it is, also inside of longer words;
searches look for its forms, and ``ferr*`` is the beginning of a word.
"""

import re
from datetime import date
from typing import NamedTuple

from claims_db.rows import ClaimFilter
from workbench.domain.dates import first_day, last_day, parse_date
from workbench.domain.filters import FIELDS, narrowed
from workbench.domain.text import storable
from workbench.errors import BadInput

DATES = ("on", "before", "after")
SEARCH_FIELDS = tuple(field for field in FIELDS if field != "order")
FILTER_FIELDS = (*FIELDS, *DATES)

MOST_WORDS, LONGEST = 50, 2_000
"""How many words and fields there may be, each of which is looked for on its own, and how many characters in all."""

_PART = re.compile(r'(?P<minus>-(?=[^\s-]))?(?:(?P<field>[A-Za-z_]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_BARE = re.compile(rf'\s-?(?:{"|".join((*FIELDS, *DATES))}):"?$', re.IGNORECASE)
_HINT = 'Give words, a "phrase", or a field such as state:open.'


class SoughtWords(NamedTuple):
    """A word; with ``exactly`` a phrase whose words stand just so, with ``begins`` the beginning of a word."""

    text: str
    exactly: bool
    begins: bool = False


class Sought(NamedTuple):
    """What is looked for. ``first`` and ``last`` bound the days, each counted from the year 1."""

    words: tuple[SoughtWords, ...] = ()
    without: tuple[SoughtWords, ...] = ()
    wanted: ClaimFilter = ClaimFilter()
    unwanted: tuple[ClaimFilter, ...] = ()
    first: int | None = None
    last: int | None = None

    def of_claims_alone(self) -> bool:
        """Say whether only a claim and what belongs to it can be what is looked for; prior checks have a claimer too."""
        return self.wanted._replace(article=None, claimer="") != ClaimFilter()


def parse_filter(text: str) -> ClaimFilter:
    """Read a filter of claims; an empty one lets everything through.

    Raises:
        BadInput: there is no such field, a value is none of its field, or there is too much of it.

    """
    sought = _parse(text)
    return sought.wanted._replace(
        words=tuple(words.text for words in sought.words),
        without=(*(ClaimFilter(words=(words.text,)) for words in sought.without), *sought.unwanted),
        first=sought.first,
        last=sought.last,
    )


def parse_search(text: str, *, typing: bool = False) -> Sought:
    """Read what somebody looks for; ``typing`` says that the last word may not be finished.

    Raises:
        BadInput: it is empty, there is no such field, a value is none of its field, or there is too much of it.

    """
    sought = _parse(_without_bare_field(text) if typing else text)
    if any(one.order is not ClaimFilter().order for one in (sought.wanted, *sought.unwanted)):
        raise BadInput("A search has an order of its own: what fits best stands first.", "Leave order: out.")
    if sought == Sought():
        raise BadInput("There is nothing to look for.", _HINT)
    return _unfinished(sought, text) if typing and sought.words else sought


def _without_bare_field(text: str) -> str:
    """Leave out a field at the end whose value is still to come, where there is more to look for."""
    return _BARE.sub("", text) or text


def _unfinished(sought: Sought, text: str) -> Sought:
    """Take the last word for the beginning of one; a single letter behind other words is no word yet."""
    *others, last = sought.words
    if last.exactly or not text.endswith(last.text):
        return sought
    if len(last.text) == 1 and others:
        return sought._replace(words=tuple(others))
    return sought._replace(words=(*others, last._replace(begins=True)))


def _parse(text: str) -> Sought:
    if len(text) > LONGEST:
        raise BadInput(f"That is {len(text)} characters long, and {LONGEST} are the most.", "Leave some out.")
    sought = Sought()
    count = 0
    for match in _PART.finditer(storable(text)):
        sought = _with(sought, match)
        count += 1
    if count > MOST_WORDS:
        raise BadInput(f"There are {count} words and fields, and {MOST_WORDS} are the most.", "Leave some out.")
    return sought


def _with(sought: Sought, match: re.Match[str]) -> Sought:
    phrase, field = match["phrase"], (match["field"] or "").casefold()
    value = match["word"] if phrase is None else phrase
    if field and (field in (*FIELDS, *DATES) or not value.startswith("//")):
        return _with_field(sought, field, value, unwanted=bool(match["minus"]))
    text = f"{match['field']}:{value}" if field else value
    if text[-1:] == ":" and text[:-1].casefold() in (*FIELDS, *DATES):
        raise BadInput(f"There is no value behind {text}", _HINT)
    begins = phrase is None and len(text) > 1 and text.endswith("*")
    given = SoughtWords(text.rstrip("*") if begins else text, phrase is not None, begins)
    if not given.text:
        return sought
    if match["minus"]:
        return sought._replace(without=(*sought.without, given))
    return sought._replace(words=(*sought.words, given))


def _with_field(sought: Sought, field: str, value: str, *, unwanted: bool) -> Sought:
    if not value:
        raise BadInput(f"There is no value behind {field}:.", _HINT)
    if field in DATES:
        if unwanted:
            raise BadInput("A date can't be left out.", "Use before: and after:.")
        return _within(sought, field, value)
    if unwanted:
        if field == "order":
            raise BadInput("An order can't be left out.", "Leave the minus out.")
        return sought._replace(unwanted=(*sought.unwanted, narrowed(ClaimFilter(), field, value, DATES)))
    return sought._replace(wanted=narrowed(sought.wanted, field, value, DATES))


def _within(sought: Sought, field: str, value: str) -> Sought:
    when = parse_date(value)
    begins, ends = first_day(when).toordinal(), last_day(when).toordinal()
    if field == "before":
        return sought._replace(last=min(begins - 1, sought.last or date.max.toordinal()))
    first = begins if field == "on" else ends + 1
    sought = sought._replace(first=max(first, sought.first or 0))
    return sought if field == "after" else sought._replace(last=min(ends, sought.last or date.max.toordinal()))
