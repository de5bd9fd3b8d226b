"""The numbered sources of a report."""

from claims_db.rows import DateRow, SourceRow
from workbench.domain.dates import instant_words
from workbench.export.finding import CitedSource
from workbench.export.footnotes import Notes

_Seen = tuple[str, str, int | None]
"""A source, and the bytes of it that were seen."""


class SourceList:
    """Gives every source one number, in the order in which they are first named; of several captures, each has one."""

    def __init__(self) -> None:
        self._cited: dict[_Seen, CitedSource] = {}
        self._notes = Notes()

    def number(self, source: SourceRow) -> int:
        """Give the number of a source. Of a confidential one nothing else is known in the list."""
        seen = (source.public_id, source.sha256, source.retrieved_at)
        if seen not in self._cited:
            self._cited[seen] = cited(len(self._cited) + 1, source)
        return self._cited[seen].number

    def mark(self, source: SourceRow) -> str:
        """Point to a source in Markdown."""
        return self._notes.mark(self.number(source))

    @property
    def sources(self) -> tuple[CitedSource, ...]:
        """The sources in the order of their numbers."""
        return tuple(self._cited.values())


def cited(number: int, row: SourceRow) -> CitedSource:
    """Give a source as it may be named; a confidential one is only counted."""
    if row.confidential:
        return CitedSource(number, "", confidential=True)
    return CitedSource(
        number=number,
        id=row.public_id,
        title=row.title,
        author=row.author,
        publisher=row.publisher,
        published=date_text(row.published),
        url=row.url,
        archived_url=row.archived_url,
        archived_at=instant_words(row.archived_at) if row.archived_at is not None else "",
        retrieved_at=instant_words(row.retrieved_at) if row.retrieved_at is not None else "",
        sha256=row.sha256,
        kind=row.kind.value if row.kind else "",
        interest=row.interest,
        retraction=row.retraction,
    )


def date_text(date: DateRow | None) -> str:
    """Write a date as exactly as it is known, with its zone where it has one."""
    if date is None:
        return ""
    return f"{date.value}{date.zone}" if date.zone in ("", "Z") else f"{date.value} {date.zone}"
