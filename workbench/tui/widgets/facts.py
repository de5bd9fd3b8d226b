"""Lines of a panel whose further rows begin below the words, not below their name."""

from typing import NamedTuple

from textual.content import Content

from workbench.tui.drawing import joined, line

_NAMES = 9
_NARROWEST = 12


class Fact(NamedTuple):
    """A name and the words beside it."""

    name: str
    words: Content


PanelLine = Content | Fact


def fact(name: str, words: str, style: str = "") -> Fact:
    """Give a name with plain words beside it."""
    return Fact(name, line(words, style))


def drawn(one: PanelLine, width: int) -> Content:
    """Give a line as it is drawn at a width; what begins with blanks goes on below its words too."""
    if isinstance(one, Fact):
        return _hung(line(f"{one.name:<{_NAMES}}", "$text-muted"), one.words, width)
    blanks = len(one.plain) - len(one.plain.lstrip(" "))
    if not blanks:
        return one
    own = one[blanks:].split("\n", allow_blank=True)
    return Content("\n").join(_hung(one[:blanks], words, width) for words in own)


def _hung(head: Content, words: Content, width: int) -> Content:
    indent = len(head.plain)
    if width - indent < _NARROWEST:
        return joined(head, words)
    first, *others = words.wrap(width - indent) or [words]
    blanks = line(" " * indent)
    return Content("\n").join([joined(head, first), *(joined(blanks, other) for other in others)])
