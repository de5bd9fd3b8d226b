"""One page for the claims of an article, or for others that somebody chose."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from claims_db import views
from claims_db.rows import ArticleReport, ClaimFilter
from workbench.desk.comparing import all_worked_out
from workbench.desk.covering import cover
from workbench.desk.exported import Order
from workbench.desk.exporting import Same, write_files
from workbench.desk.finding_exports import template_brought, template_named
from workbench.desk.workplace import Workplace
from workbench.domain.coverage import StretchForm
from workbench.domain.progress import Progress
from workbench.domain.references import claim_reference
from workbench.errors import BadInput
from workbench.export.collected import Collection, article_collection, chosen_collection
from workbench.export.one_page import PageTemplate, own_page, shipped_page
from workbench.export.template_names import LONG, SHIPPED_PAGE

_AT_ONCE = 200
_NAMED = 20
_TITLE = "Claims"


def write_page(place: Workplace, order: Order, numbers: Sequence[int] | None, progress: Progress, same: Same) -> Path:
    """Write the page that an order asks for: of its article, or of some claims in this order, None for all."""
    findings, page = template_named(order.template or LONG), page_named(order.page)
    with place.read() as connection:
        publisher = views.publisher(connection)
    if order.article is not None:
        collected = _of_article(place, order.article, progress)
    else:
        collected = _of_claims(place, order, numbers, progress)
    (path,) = write_files([page.file(collected, publisher, findings)], order.out, 1, progress, same)
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


def _of_claims(place: Workplace, order: Order, chosen: Sequence[int] | None, progress: Progress) -> Collection:
    reports: list[ArticleReport] = []
    with place.read() as connection:
        desk = views.desk(connection)
        numbers: Sequence[int] = (
            views.claim_numbers(connection, ClaimFilter(), place.clock(), place.reviewer.public_id)
            if chosen is None
            else list(dict.fromkeys(chosen))
        )
    for start in range(0, len(numbers), _AT_ONCE):
        progress("reading", start, len(numbers))
        with place.read() as connection:
            stored = views.reports(connection, claims=numbers[start : start + _AT_ONCE])
        reports += all_worked_out(place, stored)
    words = order.selection or ("all claims of the desk" if chosen is None else _named(numbers))
    return chosen_collection(reports, numbers, desk.name, order.title or _TITLE, words)


def _named(numbers: Sequence[int]) -> str:
    first = ", ".join(map(claim_reference, numbers[:_NAMED]))
    return first if len(numbers) <= _NAMED else f"{first} and {len(numbers) - _NAMED:,} more"
