"""Named entities out of GUM's entity annotation (https://gucorpling.org/gum/annotations.html)."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_PART = re.compile(r"\((\d+)-([a-z]+)-[^-()]*-[^-()]*-[^-()]*-([\d,]+)[^()]*|(\d+)\)|\)")
_KINDS = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "PLACE",
    "event": "EVENT",
    "time": "DATE",
    "object": "THING",
    "abstract": "THING",
}
_NAMES = frozenset({"NNP", "NNPS"})
_JOINING = frozenset({"IN", "DT", "CC", "POS", "HYPH", "CD", ","})
_LONGEST = 8


class Name(NamedTuple):
    """A named entity: word indexes, half-open, and what it names."""

    first: int
    after: int
    kind: str


class _Span(NamedTuple):
    """A phrase that refers to something; ``heads`` are the words that matter in it."""

    first: int
    after: int
    kind: str
    heads: tuple[int, ...]


def names_in(columns: Sequence[str], tags: Sequence[str]) -> tuple[Name, ...]:
    """Give the names of a sentence, none inside another.

    GUM marks every phrase that refers to something, and which of its words matter. A phrase is a name where those
    are proper nouns, or where it is a time with a number or a name in it; articles, ages and offices around the
    proper nouns are left out. Of names one in another the longest counts.
    """
    found = list[Name]()
    for span in sorted(_spans(columns), key=lambda one: (one.first - one.after, one.first)):
        name = _name(span, tags)
        if name is not None and all(name.after <= other.first or other.after <= name.first for other in found):
            found.append(name)
    return tuple(sorted(found))


def _spans(columns: Sequence[str]) -> list[_Span]:
    begun, found = list[tuple[str, _Span]](), list[_Span]()
    for at, column in enumerate(columns):
        marks = next((part.removeprefix("Entity=") for part in column.split("|") if part.startswith("Entity=")), "")
        for match in _PART.finditer(marks):
            opened, kind, heads, closed = match.groups()
            if opened:
                begun.append((opened, _Span(at, at, kind, tuple(at + int(head) - 1 for head in heads.split(",")))))
                # An entity of one word is closed by the bracket that follows.
                continue
            index = next((i for i in reversed(range(len(begun))) if closed is None or begun[i][0] == closed), None)
            if index is not None:
                found.append(begun.pop(index)[1]._replace(after=at + 1))
    return found


def _name(span: _Span, tags: Sequence[str]) -> Name | None:
    kind = _KINDS.get(span.kind)
    if kind is None:
        return None
    if kind == "DATE":
        numbered = any(tag == "CD" or tag in _NAMES for tag in tags[span.first : span.after])
        return Name(span.first, span.after, kind) if numbered and span.after - span.first <= _LONGEST else None
    first, after = min(span.heads), max(span.heads) + 1
    if not all(head < span.after and tags[head] in _NAMES | {"CD"} for head in span.heads):
        return None
    while first > span.first and tags[first - 1] in _NAMES:
        first -= 1
    while after < span.after and tags[after] in _NAMES:
        after += 1
    inside = tags[first:after]
    proper = sum(tag in _NAMES for tag in inside)
    return (
        Name(first, after, kind) if proper and set(inside) <= _NAMES | _JOINING and after - first <= _LONGEST else None
    )
