"""Lists of claims from other programs: CSV with a header line, or JSONL with one object a line.

Fields: ``statement`` (required), ``claimer``, ``via`` (a list, or names separated by ``;``), ``form``,
``locator``, ``url``, ``said_on``, ``kind``, ``quote``.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from claims_db.vocabulary import AppearanceForm, ClaimKind
from workbench.domain.claim_entry import ClaimEntry, RejectedRow
from workbench.domain.dates import parse_date
from workbench.domain.text import printable
from workbench.errors import BadInput
from workbench.sources.text_files import text_of

MAXIMUM_BYTES = 50_000_000
"""A larger list is refused."""

FIELDS = ("statement", "claimer", "via", "form", "locator", "url", "said_on", "kind", "quote")


class ClaimList(NamedTuple):
    """The claims of a file with their line numbers, and the lines that could not be used."""

    entries: tuple[tuple[int, ClaimEntry], ...]
    rejected: tuple[RejectedRow, ...]


Record = Mapping[str, object]


def read_claim_list(path: str) -> ClaimList:
    """Read a list of claims; a bad line is named with its reason and the others are kept.

    Raises:
        BadInput: the file can't be read, is no CSV or JSONL, or has no column ``statement``.

    """
    readers: dict[str, Callable[[str], Iterator[tuple[int, Record | str]]]] = {
        ".csv": _csv_lines,
        ".jsonl": _json_lines,
    }
    reader = readers.get(Path(path).suffix.lower())
    if reader is None:
        raise BadInput(f"{printable(path)} is neither .csv nor .jsonl.", "Give the file one of these endings.")
    entries: list[tuple[int, ClaimEntry]] = []
    rejected: list[RejectedRow] = []
    for line, record in reader(text_of(path, MAXIMUM_BYTES)):
        try:
            if isinstance(record, str):
                raise BadInput(record)
            entries.append((line, _entry(record)))
        except BadInput as bad:
            rejected.append(RejectedRow(line, bad.message))
    return ClaimList(tuple(entries), tuple(rejected))


def _csv_lines(text: str) -> Iterator[tuple[int, Record | str]]:
    first = text.split("\n", 1)[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [name.strip().casefold() for name in next(rows, [])]
        if "statement" not in header:
            raise BadInput(
                "The list has no column 'statement'.", f"The first line names the columns: {', '.join(FIELDS)}."
            )
        while True:
            line = rows.line_num + 1
            row = next(rows, None)
            if row is None:
                return
            if len(row) > len(header):
                yield line, f"{len(row)} values for {len(header)} columns"
            elif any(cell.strip() for cell in row):
                yield line, dict(zip(header, row, strict=False))
    except csv.Error as problem:
        yield rows.line_num, f"not readable as CSV from here on: {problem}"


def _json_lines(text: str) -> Iterator[tuple[int, Record | str]]:
    for line, content in enumerate(text.split("\n"), 1):
        if not content.strip():
            continue
        try:
            value = json.loads(content)
        except (ValueError, RecursionError):
            yield line, "not a JSON object"
            continue
        yield line, value if isinstance(value, dict) else "not a JSON object"


def _entry(record: Record) -> ClaimEntry:
    statement = _words(record, "statement")
    if not statement:
        raise BadInput("no statement")
    said_on = _words(record, "said_on")
    return ClaimEntry(
        statement=statement,
        claimer=_words(record, "claimer"),
        via=_names(record.get("via")),
        form=_form(_words(record, "form")),
        locator=_words(record, "locator"),
        url=_words(record, "url"),
        said_on=parse_date(said_on) if said_on else None,
        kind=_kind(_words(record, "kind")),
        exact=_words(record, "quote"),
    )


def _words(record: Record, field: str) -> str:
    value = record.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadInput(f"{field} is not text")
    return value.strip()


def _names(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    parts = value.split(";") if isinstance(value, str) else value
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise BadInput("via is neither text nor a list of names")
    return tuple(part.strip() for part in parts if part.strip())


def _form(word: str) -> AppearanceForm:
    if not word:
        return AppearanceForm.OTHER
    try:
        return AppearanceForm(word.casefold())
    except ValueError:
        raise BadInput(f"form {printable(word)!r} is none of {', '.join(AppearanceForm)}") from None


def _kind(word: str) -> ClaimKind:
    if not word:
        return ClaimKind.OTHER
    try:
        return ClaimKind(word.casefold())
    except ValueError:
        raise BadInput(f"kind {printable(word)!r} is none of {', '.join(ClaimKind)}") from None
