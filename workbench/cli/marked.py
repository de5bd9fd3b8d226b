"""Write a text with what is marked in it between brackets."""

from collections.abc import Iterable

from workbench.domain.searching import Mark

_LONGEST = 400


def marked(text: str, marks: Iterable[Mark]) -> str:
    """Write a text with its marks; one that is long is cut, with a sign that it goes on."""
    cut = text[:_LONGEST]
    joined: list[Mark] = []
    for mark in sorted(mark for mark in marks if mark.start < mark.end <= len(cut)):
        if joined and mark.start <= joined[-1].end:
            joined[-1] = Mark(joined[-1].start, max(joined[-1].end, mark.end))
        else:
            joined.append(mark)
    for start, end in reversed(joined):
        cut = f"{cut[:start]}[{cut[start:end]}]{cut[end:]}"
    return f"{cut}…" if len(text) > _LONGEST else cut
