"""Prior checks in a table: CSV with a header line."""

import csv
from collections.abc import Iterator
from typing import NamedTuple, TextIO

from claims_db.rows import PriorEntry
from workbench.errors import BadInput
from workbench.sources.priors.claim_review import checked, date_of, language_of

COLUMNS = (
    *("claim", "url", "claimer", "said_on", "rating", "rating_name", "worst", "best"),
    *("outlet", "title", "reviewed", "language", "id"),
)
"""The columns of a table; the first two have to be there."""

_LONGEST_LINE = 1_000_000


class TableRow(NamedTuple):
    """A line of a table: its entry, or why it can't be used."""

    line: int
    entry: PriorEntry | None
    problem: str = ""


def table_rows(stream: TextIO) -> Iterator[TableRow]:
    """Give the lines of a table.

    Raises:
        BadInput: it has no columns ``claim`` and ``url``.

    """
    first = stream.readline(_LONGEST_LINE)
    delimiter = max(",;\t|", key=first.count)
    header = [name.strip().casefold() for name in next(csv.reader([first], delimiter=delimiter), [])]
    if not {"claim", "url"} <= set(header):
        raise BadInput(
            "This is no feed of prior checks: no JSON, no page, and no table with the columns 'claim' and 'url'.",
            f"The first line of a table names its columns: {', '.join(COLUMNS)}.",
        )
    rows = csv.reader(stream, delimiter=delimiter, strict=True)
    while True:
        # A quotation mark that is never closed would take in what follows, so the line is where it began.
        line = rows.line_num + 2
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as problem:
            yield TableRow(line, None, f"it can't be read: {problem}")
            continue
        if any(cell.strip() for cell in cells):
            yield _row(line, header, cells)


def _row(line: int, header: list[str], cells: list[str]) -> TableRow:
    if len(cells) > len(header):
        return TableRow(line, None, f"{len(cells)} values for {len(header)} columns")
    said = {name: " ".join(cell.split()) for name, cell in zip(header, cells, strict=False)}
    try:
        return TableRow(line, _entry(said))
    except BadInput as bad:
        return TableRow(line, None, bad.message)


def _entry(said: dict[str, str]) -> PriorEntry:
    return checked(
        PriorEntry(
            claim=said.get("claim", ""),
            url=said.get("url", ""),
            claimer=said.get("claimer", ""),
            said_on=date_of(said.get("said_on", "")),
            rating=said.get("rating", ""),
            rating_name=said.get("rating_name", ""),
            worst=said.get("worst", ""),
            best=said.get("best", ""),
            outlet=said.get("outlet", ""),
            title=said.get("title", ""),
            reviewed=date_of(said.get("reviewed", "")),
            language=language_of(said.get("language", "")),
            record=said.get("id", ""),
        )
    )
