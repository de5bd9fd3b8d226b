"""The numbered sources of a report, as footnotes."""

from claims_db.rows import SourceRow
from workbench.domain.dates import instant_words
from workbench.export.escaping import code, link, words
from workbench.export.facts import date_words

_Seen = tuple[str, str, int | None]
"""A source, and the bytes of it that were seen."""


class SourceList:
    """Gives every source one number, in the order in which they are first named; of several captures, each has one."""

    def __init__(self) -> None:
        self._numbers: dict[_Seen, int] = {}
        self._sources: dict[_Seen, SourceRow] = {}

    def mark(self, source: SourceRow | None) -> str:
        """Give the footnote mark of a source, with a space before it; nothing where there is no source."""
        if source is None:
            return ""
        seen = (source.public_id, source.sha256, source.retrieved_at)
        self._sources.setdefault(seen, source)
        number = self._numbers.setdefault(seen, len(self._sources))
        return f" [^{number}]"

    def lines(self) -> list[str]:
        """Write the sources as footnotes."""
        if not self._sources:
            return []
        notes = [f"[^{self._numbers[key]}]: {footnote(source)}" for key, source in self._sources.items()]
        return ["## Sources", "", *(line for note in notes for line in (note, ""))]


def footnote(source: SourceRow) -> str:
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
        date_words(source.published),
        link(source.url) if source.url else "",
    ]
    copies = [
        f"**Retracted**: {words(source.retraction.rstrip('.'))}" if source.retraction else "",
        _copy(source),
        f"Retrieved {instant_words(source.retrieved_at)}" if source.retrieved_at is not None else "",
        f"SHA-256 {code(source.sha256)}" if source.sha256 else "",
    ]
    origin = "Captured by the desk" if source.sha256 else "Entered by hand"
    described = ", ".join(part for part in named if part) or "nothing more is known of it"
    return ". ".join([f"{origin}: {described}", *(part for part in copies if part)]) + "."


def _copy(source: SourceRow) -> str:
    made = instant_words(source.archived_at) if source.archived_at is not None else ""
    if source.archived_url:
        return f"Archived copy{f' of {made}' if made else ''}: {link(source.archived_url)}"
    return f"Archived {made}" if made else ""
