"""One page for the claims of an article, or for others that somebody chose."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from claims_db import views
from claims_db.rows import ArticleReport
from workbench.desk.comparing import all_worked_out
from workbench.desk.covering import cover
from workbench.desk.exported import PageChoice
from workbench.desk.exporting import write_files
from workbench.desk.finding_exports import template_brought
from workbench.desk.workplace import Workplace
from workbench.domain.coverage import StretchForm
from workbench.domain.progress import Progress
from workbench.errors import BadInput
from workbench.export.collected import Collection, article_collection, chosen_collection
from workbench.export.one_page import SHIPPED_PAGE, PageTemplate, own_page, shipped_page
from workbench.export.templating import ReportTemplate

_AT_ONCE = 200


def write_page(
    place: Workplace, out: Path, choice: PageChoice, findings: ReportTemplate, page: PageTemplate, progress: Progress
) -> Path:
    """Write one page; ``findings`` is what each finding on it is written with."""
    with place.read() as connection:
        publisher = views.publisher(connection)
    collected = (
        _of_article(place, choice.article, progress) if choice.article is not None else _of(place, choice, progress)
    )
    (path,) = write_files([page.file(collected, publisher, findings)], out, 1, progress)
    return path


def page_named(name: str) -> PageTemplate:
    """Give the page that ships, by its name, or one of the desk's own, by its path.

    Raises:
        BadInput: there is none of this name, or the file is none.

    """
    return shipped_page() if name == SHIPPED_PAGE else own_page(*template_brought(name))


def _of_article(place: Workplace, number: int, progress: Progress) -> Collection:
    progress("reading", 0, 1)
    with place.read() as connection:
        stored = views.reports(connection, article=number)
    (report,) = all_worked_out(place, stored)
    if report.article is None:
        raise BadInput(f"A-{number} is no article.", "Name one, such as A-3.")
    return article_collection(report, report.article, _refused(place, number))


def _refused(place: Workplace, number: int) -> tuple[tuple[str, int], ...]:
    """Say how many stretches of an article were taken for no claim, by the reason."""
    covered = cover(place, number)
    counts = Counter(one.reason for one in covered.stretches if one.form is StretchForm.REFUSED)
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _of(place: Workplace, choice: PageChoice, progress: Progress) -> Collection:
    reports: list[ArticleReport] = []
    numbers: Sequence[int] = list(dict.fromkeys(choice.numbers))
    for start in range(0, len(numbers), _AT_ONCE):
        progress("reading", start, len(numbers))
        with place.read() as connection:
            stored = views.reports(connection, claims=numbers[start : start + _AT_ONCE])
        reports += all_worked_out(place, stored)
    with place.read() as connection:
        desk = views.desk(connection)
    return chosen_collection(reports, numbers, desk.name, choice.title, choice.words)
