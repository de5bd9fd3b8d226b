"""The filter language of the journal.

``who:ana claim:C-12 verb:verdict`` narrows by person, claim and what was done; ``on:2026-11`` to a day, month or year,
``since:`` and ``until:`` to what lies from or up to one, days included. Values of one field are joined with commas;
a bare word is a verb, and a bare C-12 a claim.
"""

import re
from datetime import timedelta
from difflib import get_close_matches

from claims_db.rows import JournalFilter
from claims_db.vocabulary import Action
from workbench.domain.dates import first_day, last_day, parse_date
from workbench.domain.days import midnight
from workbench.domain.journal_words import action_words
from workbench.domain.references import parse_reference
from workbench.domain.text import printable, storable
from workbench.errors import BadInput

JOURNAL_FIELDS = ("who", "claim", "verb", "on", "since", "until")
_TERM = re.compile(r'(?:(?P<field>[A-Za-z]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_CLAIM = re.compile(r"[Cc]-\d+")


def parse_journal_filter(text: str, zone: str) -> JournalFilter:
    """Read a filter; an empty one lets everything through. Days are those of the zone.

    Raises:
        BadInput: there is no such field, or the value is none of the field's.

    """
    wanted = JournalFilter()
    for match in _TERM.finditer(storable(text)):
        value = match["phrase"] if match["phrase"] is not None else match["word"]
        field = (match["field"] or ("claim" if _CLAIM.fullmatch(value) else "verb")).casefold()
        if value:
            wanted = _narrowed(wanted, field, value, zone)
    return wanted


def _narrowed(wanted: JournalFilter, field: str, value: str, zone: str) -> JournalFilter:
    if field == "who":
        return wanted._replace(people=(*wanted.people, *(part.strip() for part in value.split(",") if part.strip())))
    if field == "claim":
        numbers = tuple(parse_reference(part, "C") for part in value.split(",") if part)
        return wanted._replace(claims=(*wanted.claims, *numbers))
    if field == "verb":
        found = tuple(action for part in value.split(",") if part for action in _actions(part))
        kept = found if not wanted.actions else tuple(action for action in wanted.actions if action in found)
        if not kept:
            raise BadInput(
                f"Nothing is both this and {printable(value)!r}.", "Join verbs with a comma: verb:skip,undo."
            )
        return wanted._replace(actions=tuple(dict.fromkeys(kept)))
    if field in {"on", "since", "until"}:
        when = parse_date(value)
        since = wanted.since if field == "until" else midnight(first_day(when), zone)
        until = wanted.until if field == "since" else midnight(last_day(when) + timedelta(days=1), zone)
        return wanted._replace(since=since, until=until)
    near = get_close_matches(field, JOURNAL_FIELDS, n=1)
    hint = f"Did you mean {near[0]}:?" if near else f"Fields: {', '.join(JOURNAL_FIELDS)}."
    raise BadInput(f"There is no field {printable(field)}:.", hint)


def _actions(value: str) -> list[Action]:
    looked_for = value.casefold().replace("_", " ").replace(".", " ")
    found = [action for action in Action if looked_for in action_words(action)]
    if found:
        return found
    words = {word for action in Action for word in action_words(action).split()}
    near = get_close_matches(looked_for, sorted(words), n=1)
    raise BadInput(
        f"Nothing in the journal is called {printable(value)!r}.",
        f"Did you mean {near[0]}?" if near else "Such as verdict, skipped, taken, undone.",
    )
