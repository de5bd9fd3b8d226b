"""The numbered sources of a report, as footnotes."""

from claims_db.rows import SourceRow
from workbench.domain.dates import instant_words
from workbench.export.escaping import link, words


class SourceList:
    """Gives every source one number, in the order in which they are first named."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._sources: list[SourceRow] = []

    def number(self, source: SourceRow) -> int:
        """Give the source's number."""
        if source.public_id not in self._numbers:
            self._sources.append(source)
            self._numbers[source.public_id] = len(self._sources)
        return self._numbers[source.public_id]

    def lines(self) -> list[str]:
        """Write the sources as footnotes; what is not known of a source is left out."""
        if not self._sources:
            return []
        notes = [f"[^{number}]: {footnote(source)}" for number, source in enumerate(self._sources, 1)]
        return ["## Sources", "", *notes, ""]


def footnote(source: SourceRow) -> str:
    """Write one source; a confidential one only as what it is."""
    if source.confidential:
        return "Document seen by the desk."
    named = [
        words(source.author),
        f"“{words(source.title)}”" if source.title else "",
        words(source.publisher),
        words(source.published.value) if source.published else "",
        link(source.url) if source.url else "",
    ]
    kept = [
        f"archived copy {link(source.archived_url)}" if source.archived_url else "",
        f"archived {instant_words(source.archived_at)}" if source.archived_at is not None else "",
        f"retrieved {instant_words(source.retrieved_at)}" if source.retrieved_at is not None else "",
        f"SHA-256 `{words(source.sha256)}`" if source.sha256 else "",
    ]
    return ". ".join(part for part in (", ".join(filter(None, named)), ", ".join(filter(None, kept))) if part) + "."
