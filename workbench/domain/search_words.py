"""The language of searches: that of filters, with dates and with what must not be there.

Words must all occur, in any of their forms; ``"two words"`` occur just so, one behind the other. ``field:value``
means what it means in filters. ``on:``, ``before:`` and ``after:`` take a day, a month or a year. A ``-`` in front of
a word, a phrase or a field leaves out what it finds.
"""

import re
from datetime import date
from typing import NamedTuple

from claims_db.rows import ClaimFilter
from workbench.domain.dates import first_day, last_day, parse_date
from workbench.domain.filters import FIELDS, MOST_WORDS, narrowed
from workbench.domain.text import storable
from workbench.errors import BadInput

DATES = ("on", "before", "after")
SEARCH_FIELDS = tuple(field for field in FIELDS if field != "order")

_PART = re.compile(r'(?P<minus>-(?=[^\s-]))?(?:(?P<field>[A-Za-z_]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_HINT = 'Give words, a "phrase", or a field such as state:open.'


class SoughtWords(NamedTuple):
    """A word, or with ``exactly`` a phrase whose words stand just so."""

    text: str
    exactly: bool


class Sought(NamedTuple):
    """What is looked for. ``first`` and ``last`` bound the days, each counted from the year 1."""

    words: tuple[SoughtWords, ...] = ()
    without: tuple[SoughtWords, ...] = ()
    wanted: ClaimFilter = ClaimFilter()
    unwanted: tuple[ClaimFilter, ...] = ()
    first: int | None = None
    last: int | None = None

    def of_claims_alone(self) -> bool:
        """Say whether only a claim and what belongs to it can be what is looked for."""
        return self.wanted._replace(article=None) != ClaimFilter()


def parse_search(text: str) -> Sought:
    """Read what somebody looks for.

    Raises:
        BadInput: it is empty, there is no such field, a value is none of its field, or there are too many words.

    """
    sought = Sought()
    for match in _PART.finditer(storable(text)):
        phrase, field = match["phrase"], (match["field"] or "").casefold()
        value = match["word"] if phrase is None else phrase
        if field and (field in (*FIELDS, *DATES) or not value.startswith("//")):
            sought = _with_field(sought, field, value, unwanted=bool(match["minus"]))
        elif words := f"{match['field']}:{value}" if field else value:
            given = SoughtWords(words, exactly=phrase is not None)
            if match["minus"]:
                sought = sought._replace(without=(*sought.without, given))
            else:
                sought = sought._replace(words=(*sought.words, given))
    count = len(sought.words) + len(sought.without)
    if count > MOST_WORDS:
        raise BadInput(f"The search has {count} words, and {MOST_WORDS} are the most.", "Leave some out.")
    if sought == Sought():
        raise BadInput("There is nothing to look for.", _HINT)
    return sought


def _with_field(sought: Sought, field: str, value: str, *, unwanted: bool) -> Sought:
    if field == "order":
        raise BadInput("A search has an order of its own: what fits best stands first.", "Leave order: out.")
    if not value:
        raise BadInput(f"There is no value behind {field}:.", _HINT)
    if field in DATES:
        if unwanted:
            raise BadInput("A date can't be left out.", "Use before: and after:.")
        return _within(sought, field, value)
    if unwanted:
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
