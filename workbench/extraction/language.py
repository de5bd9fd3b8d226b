"""Is it English? Counted by the small words that every English text is full of."""

import re

ENGLISH = "en"
NOT_ENGLISH = "The text is not in English: only its quotations and sentences with numbers are offered, with no claimer."
"""What has to be said of any other language."""

UNKNOWN = "und"

_SMALL = frozenset(
    "the of and to in a is that for it was on as with by at from be are this has have not but his they an which or were".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_SHARE = 0.12
_FEWEST = 8


def language_of(text: str) -> str:
    """Give ``en`` where the small words say so, else ``und``; a text of a few Latin words counts as English."""
    words = [word.casefold() for word in _WORD.findall(text[:_SAMPLE])]
    if len(words) < _FEWEST:
        return ENGLISH if words and all(word.isascii() for word in words) else UNKNOWN
    return ENGLISH if sum(word in _SMALL for word in words) >= _SHARE * len(words) else UNKNOWN
