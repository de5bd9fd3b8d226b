"""Write claims as CSV."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from claims_db import views
from claims_db.engine import Connection
from claims_db.rows import ArticleReport, ClaimFilter
from workbench.desk.one_file import file_of, write_file
from workbench.desk.workplace import Workplace
from workbench.domain.counted import counted
from workbench.domain.progress import Progress
from workbench.export.spreadsheet import BYTE_ORDER_MARK, csv_claim, csv_head, csv_line

NAME = "claims.csv"
_AT_ONCE = 500


class CsvForm(NamedTuple):
    """How CSV is written: ``raw`` for programs, without what keeps a spreadsheet safe; with ``mark`` Excel reads it."""

    raw: bool = False
    mark: bool = True


SAFE = CsvForm()
"""Safe for a spreadsheet, and read by Excel as it is."""


class CsvWritten(NamedTuple):
    """A file of claims that was written: how many, and in which columns how many cells were cut."""

    path: str
    sha256: str
    size: int
    claims: int
    cut: tuple[tuple[str, int], ...]


def write_csv(
    place: Workplace, out: Path, numbers: Sequence[int] | None, article: int | None, form: CsvForm, progress: Progress
) -> CsvWritten:
    """Write these claims, those of an article, or all, in the order of their numbers, into a file or a folder.

    Raises:
        NotFound: there is no such claim or article.
        StoreError: the file can't be written.
        Stopped: nobody wants it any more; the file is as it was.

    """
    cut: Counter[str] = Counter()
    count = 0

    def lines() -> Iterator[bytes]:
        nonlocal count
        yield (BYTE_ORDER_MARK if form.mark else b"") + csv_head()
        with place.read() as connection:
            wanted = _numbers(place, connection, article) if numbers is None else sorted(set(numbers))
            for report in _reports(connection, wanted, progress):
                for claim in report.claims:
                    line = csv_line(csv_claim(claim, report.article), raw=form.raw)
                    cut.update(line.cut)
                    count += 1
                    yield line.content

    written = write_file(file_of(out, NAME), lines(), shared=True)
    return CsvWritten(str(written.path), written.sha256, written.size, count, tuple(sorted(cut.items())))


def cut_words(column: str, cells: int) -> str:
    """Say that cells of a column were cut."""
    return f"{counted(cells, 'cell')} of the column {column} cut to what a spreadsheet holds"


def _numbers(place: Workplace, connection: Connection, article: int | None) -> list[int]:
    """Give the numbers of an article's claims, or of all."""
    if article is not None:
        views.article_sheet(connection, article, place.reviewer.public_id)
    return sorted(views.claim_numbers(connection, ClaimFilter(article=article), place.clock(), ""))


def _reports(connection: Connection, wanted: Sequence[int], progress: Progress) -> Iterator[ArticleReport]:
    """Read claims some at a time, each a report of its own, in the order of the numbers."""
    for at in range(0, len(wanted), _AT_ONCE):
        progress("writing", at, len(wanted))
        yield from _alone(views.reports(connection, claims=wanted[at : at + _AT_ONCE]))


def _alone(reports: Iterable[ArticleReport]) -> list[ArticleReport]:
    alone = [report._replace(claims=(claim,)) for report in reports for claim in report.claims]
    return sorted(alone, key=lambda report: report.claims[0].sheet.number)
