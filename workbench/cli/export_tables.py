"""What ``workbench export`` says of formats that are one file: CSV of claims, JSONL of the whole desk."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from workbench.cli.complaints import say
from workbench.cli.opening import care_of
from workbench.cli.output import write_json, write_line
from workbench.cli.progress_line import progress_line
from workbench.domain.counted import counted
from workbench.domain.progress import Progress

if TYPE_CHECKING:
    from workbench.desk.desk import Desk


def export_desk(context: typer.Context, database: str | None, out: Path, *, as_json: bool) -> None:
    """Write the whole desk; nobody has to be one of its people for that."""
    from workbench.desk.care.dumping import warning_words  # noqa: PLC0415 - the ORM costs 400 ms, and help needs no desk

    with progress_line("Exporting") as progress:
        done = care_of(context, database).write_dump(out, progress)
    if as_json:
        write_json(done)
    else:
        write_line(done.path)
    say(f"{counted(done.rows, 'row')}, {done.size:,} bytes, sha-256 {done.sha256}")
    for words in warning_words(done).split("\n"):
        say(words)


def export_csv(
    desk: "Desk",
    out: Path,
    numbers: Sequence[int] | None,
    article: int | None,
    progress: Progress,
    *,
    raw: bool,
    mark: bool,
    as_json: bool,
) -> None:
    """Write claims, and say which cells were cut."""
    from workbench.desk.spreadsheets import CsvForm, cut_words  # noqa: PLC0415 - as above

    done = desk.export_csv(out, numbers, article, CsvForm(raw, mark), progress)
    if as_json:
        write_json(done)
    else:
        write_line(done.path)
    for column, cells in done.cut:
        say(f"{cut_words(column, cells)}; --raw keeps them whole.")
