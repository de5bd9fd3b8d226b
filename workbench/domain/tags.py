"""Tags: short names that people of the desk give to claims."""

import unicodedata

from workbench.domain.text import printable
from workbench.errors import BadInput

LONGEST = 40
"""How many characters a tag can have."""

_INSIDE = frozenset("-_./+&")
_LETTERS = ("L", "M", "N")


def parse_tag(text: str) -> str:
    """Read a tag: lower case, composed, with ``-`` for spaces; a ``#`` before it does not count.

    Raises:
        BadInput: it is empty or too long, or has characters that a tag can't have.

    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text[: 4 * LONGEST]).casefold())
    tag = "-".join(folded.strip().removeprefix("#").split())
    if not tag:
        raise BadInput("A tag needs a name.", "Such as: harbour.")
    if len(tag) > LONGEST or len(text) > 4 * LONGEST:
        raise BadInput(f"A tag has {LONGEST} characters at most.", "Choose a shorter name.")
    strange = next((one for one in tag if one not in _INSIDE and unicodedata.category(one)[0] not in _LETTERS), "")
    if strange or not tag[0].isalnum() or printable(tag) != tag:
        raise BadInput(
            f"{printable(text[:LONGEST])!r} is no tag.",
            f"A tag has letters, digits and {' '.join(sorted(_INSIDE))}, and begins with a letter or digit.",
        )
    return tag


def parse_tags(text: str) -> tuple[str, ...]:
    """Read several tags, with spaces or commas between them, as they are typed into one field; each counts once.

    Raises:
        BadInput: one of them is none.

    """
    return tuple(dict.fromkeys(map(parse_tag, text.replace(",", " ").split())))


def tag_words(tags: tuple[str, ...]) -> str:
    """Write tags for people, such as ``#harbour #urgent``."""
    return " ".join(f"#{printable(tag)}" for tag in tags)
