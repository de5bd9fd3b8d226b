"""Sources as footnotes of Markdown."""

from collections.abc import Iterable

from workbench.export.escaping import code, link, words
from workbench.export.finding import CitedSource


class Notes:
    """The marks of a page's footnotes: one for each source, then its number in words.

    A mark that came again would be the same for most renderers; pandoc tells the source once more for each.
    """

    def __init__(self) -> None:
        self._marked: set[int] = set()

    def mark(self, number: int) -> str:
        """Point to a source."""
        if number in self._marked:
            return f"(note {number})"
        self._marked.add(number)
        return _mark(number)


def footnote_lines(sources: Iterable[CitedSource]) -> list[str]:
    """Write sources as footnotes, each with an empty line behind it."""
    return [line for one in sources for line in (f"{_mark(one.number)}: {footnote(one)}", "")]


def notes_line(sources: Iterable[CitedSource]) -> str:
    """Point from a part of a page to the footnotes at its end."""
    numbers = [str(one.number) for one in sources]
    if not numbers:
        return ""
    return f"Told at the end of the page: {'note' if len(numbers) == 1 else 'notes'} {', '.join(numbers)}."


def footnote(source: CitedSource) -> str:
    """Write one source. What is not known of it is left out; of a confidential one everything is.

    It begins with words of ours: a renderer without footnotes would read a lone foreign word there as the
    target of a link.
    """
    if source.confidential:
        return "Document seen by the desk."
    named = [
        words(source.author),
        f"“{words(source.title)}”" if source.title else "",
        words(source.publisher),
        words(source.published),
        link(source.url) if source.url else "",
    ]
    copies = [
        f"**Retracted**: {words(source.retraction.rstrip('.'))}" if source.retraction else "",
        _copy(source),
        f"Retrieved {source.retrieved_at}" if source.retrieved_at else "",
        f"SHA-256 {code(source.sha256)}" if source.sha256 else "",
    ]
    origin = "Captured by the desk" if source.sha256 else "Entered by hand"
    described = ", ".join(part for part in named if part) or "nothing more is known of it"
    return ". ".join([f"{origin}: {described}", *(part for part in copies if part)]) + "."


def _copy(source: CitedSource) -> str:
    if source.archived_url:
        made = f" of {source.archived_at}" if source.archived_at else ""
        return f"Archived copy{made}: {link(source.archived_url)}"
    return f"Archived {source.archived_at}" if source.archived_at else ""


def _mark(number: int) -> str:
    return f"[^{number}]"
