"""Find the elements of a page whose markup itself says that readers are not shown them.

Style sheets and scripts are not asked: what they hide counts as shown.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_STYLE = re.compile(r"""\bstyle\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_QUOTED = re.compile(r"""=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*)""")
_UNSEEN = {"display": frozenset({"none"}), "visibility": frozenset({"hidden", "collapse"})}
_SMALLEST = 2.0
"""Pixels or points; smaller letters are not read by anybody."""
_LONGEST = 2_000
"""Characters of the attributes of an element that are looked at."""
_ENDED_BY_THE_NEXT = frozenset("p li dt dd option tr td th".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class Parts(NamedTuple):
    """A page without what readers are not shown, and that."""

    shown: str
    hidden: str


def parted(page: str) -> Parts:
    """Part a page into what its markup shows and what it hides, in one pass and with no tree."""
    shown, hidden, place = list[str](), list[str](), 0
    for start, end in _hidden_spans(page):
        shown.append(page[place:start])
        hidden.append(page[start:end])
        place = end
    return Parts("".join(shown) + page[place:], "\n<br>".join(hidden))


def _hidden_spans(page: str) -> Iterator[tuple[int, int]]:
    """Give where each hidden element begins and ends; one that nothing ends counts as shown."""
    name, depth, start = "", 0, 0
    for tag in _tags(page):
        if depth and tag.name == name:
            follows = not tag.closes and name in _ENDED_BY_THE_NEXT
            depth = 0 if follows else depth + (-1 if tag.closes else 1)
            if not depth:
                yield start, tag.start if follows else tag.end
        if not depth and not tag.closes and tag.name not in _VOID and _is_hidden(tag.attributes):
            name, depth, start = tag.name, 1, tag.start


class _Tag(NamedTuple):
    name: str
    closes: bool
    attributes: str
    start: int
    end: int


def _tags(page: str) -> Iterator[_Tag]:
    place = page.find("<")
    while place >= 0:
        following = page.find("<", place + 1)
        inside, closed, _ = page[place + 1 : following if following >= 0 else len(page)].partition(">")
        if closed and not inside.endswith("/"):
            name, *attributes = inside.lstrip("/").split(None, 1) or [""]
            yield _Tag(name.casefold(), inside.startswith("/"), "".join(attributes), place, place + len(inside) + 2)
        place = following


def _is_hidden(attributes: str) -> bool:
    attributes = attributes[:_LONGEST]
    style = _STYLE.search(attributes)
    if style is not None and any(map(_hides, (style[1] or style[2] or style[3] or "").split(";"))):
        return True
    named = "hidden" in attributes.casefold()
    return named and "hidden" in _QUOTED.sub(" ", attributes).casefold().split()


def _hides(declaration: str) -> bool:
    """Say whether one declaration of a style hides what it is for."""
    name, _, value = declaration.casefold().partition(":")
    name, value = name.strip(), value.partition("!")[0].strip()
    if name == "opacity":
        return _number(value) == 0
    if name == "font-size":
        return 0 <= _number(value.removesuffix("px").removesuffix("pt").strip()) < _SMALLEST
    return value in _UNSEEN.get(name, ())


def _number(words: str) -> float:
    try:
        return float(words)
    except ValueError:
        return -1.0
