"""What stands in the same sentence before and behind some words."""

import re

_ENDS = re.compile(r"[.!?…]['\"’”»)\]]*(?:\s|$)|\n(?=[\W_]{0,3}[A-Z])|\n\s?\n")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Prof|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Inc|Co|Ltd)|\b[A-Z])\.$"
)
_LONGEST = 400


def before_in_sentence(text: str, start: int) -> str:
    """Give what stands before a place in its sentence, up to 400 characters."""
    stretch = text[max(0, start - _LONGEST) : start]
    begins = 0
    for match in _ENDS.finditer(stretch):
        if not _SHORT.search(stretch[max(0, match.start() - 8) : match.start() + 1]):
            begins = match.end()
    return stretch[begins:]


def behind_in_sentence(text: str, end: int) -> str:
    """Give what stands behind a place in its sentence, up to 400 characters, without the stop at its end."""
    stretch = text[end : end + _LONGEST]
    if _ENDS.search(text[max(0, end - 2) : end]) and (not stretch or stretch[:1].isspace()):
        return ""
    for match in _ENDS.finditer(stretch):
        if not _SHORT.search(stretch[max(0, match.start() - 8) : match.start() + 1]):
            return stretch[: match.start()]
    return stretch


def sentences_of(text: str) -> tuple[tuple[int, int], ...]:
    """Cut a text into its sentences; each begins where the one before it ended."""
    found: list[tuple[int, int]] = []
    begins = 0
    for match in _ENDS.finditer(text):
        if not _SHORT.search(text[max(0, match.start() - 8) : match.start() + 1]):
            found.append((begins, match.end()))
            begins = match.end()
    if begins < len(text):
        found.append((begins, len(text)))
    return tuple(found)
