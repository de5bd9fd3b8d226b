"""Words of a text that a person chooses: their edges move from word to word."""

import re
from itertools import pairwise

from workbench.domain.coverage import Extent

_WORD = re.compile(r"\S+")
_MARKS = ",;:.…—–-\"“”'‘’()[]!?"
_FAR = 1_000
"""Characters in which the next word is looked for."""


def words_in(text: str, start: int, end: int) -> list[Extent]:
    """Give the words between two places, without the marks around them; what is marks alone is no word."""
    found = []
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        begins = match.start() + len(word) - len(word.lstrip(_MARKS))
        ends = begins + len(word.strip(_MARKS))
        if any(map(str.isalnum, text[begins:ends])):
            found.append(Extent(begins, ends))
    return found


def start_moved(text: str, chosen: Extent, step: int) -> Extent:
    """Let chosen words begin so many words further on or, with a negative step, back; one word stays."""
    if step > 0:
        inside = words_in(text, *chosen)
        return chosen._replace(start=inside[min(step, len(inside) - 1)].start) if len(inside) > 1 else chosen
    before = words_in(text, max(0, chosen.start - _FAR), chosen.start)
    return chosen._replace(start=before[max(step, -len(before))].start) if before else chosen


def end_moved(text: str, chosen: Extent, step: int) -> Extent:
    """Let chosen words end so many words further on or, with a negative step, back; one word stays."""
    if step < 0:
        inside = words_in(text, *chosen)
        return chosen._replace(end=inside[max(step - 1, -len(inside))].end) if len(inside) > 1 else chosen
    behind = words_in(text, chosen.end, chosen.end + _FAR)
    return chosen._replace(end=behind[min(step, len(behind)) - 1].end) if behind else chosen


def parts_of(text: str, whole: Extent, chosen: Extent) -> list[Extent]:
    """Cut words where chosen ones begin and end inside them; parts without a word are left out."""
    inside = sorted({place for place in chosen if whole.start < place < whole.end})
    found = [words_in(text, *pair) for pair in pairwise([whole.start, *inside, whole.end])]
    return [Extent(words[0].start, words[-1].end) for words in found if words]
