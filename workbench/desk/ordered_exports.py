"""Exports as they are asked for: one order, whatever the form, for the shell and for the terminal desk."""

import os
from collections.abc import Sequence
from pathlib import Path

from claims_db import views
from claims_db.errors import Conflict
from claims_db.rows import ClaimFilter
from workbench.desk import exporting, spreadsheets
from workbench.desk.care import dumping
from workbench.desk.changed_exports import export_changed, numbers_since
from workbench.desk.comparing import all_worked_out
from workbench.desk.exported import NOT_AS_IT_WAS, NOT_PUBLISHED, Exported, Form, Order
from workbench.desk.exporting import Same
from workbench.desk.finding_exports import Tally, export_findings, template_named
from workbench.desk.one_file import file_of
from workbench.desk.one_page import write_page
from workbench.desk.revisions import write_revisions
from workbench.desk.workplace import Workplace
from workbench.domain.progress import Progress, unheard
from workbench.domain.references import claim_reference
from workbench.errors import Refused
from workbench.export.template_names import LONG
from workbench.sources.capture.kept_files import BlobDamaged, BlobMissing


def carry_out(place: Workplace, order: Order, progress: Progress) -> Exported:
    """Export what an order asks for."""
    if order.form is Form.JSONL:
        return _whole_desk(place, order, progress)
    if order.form is Form.CSV:
        return _table(place, order, progress)
    same: list[Path] = []
    if order.page:
        path = write_page(
            place, order, _numbers(place, order) if order.article is None else None, progress, same.append
        )
        return Exported((path,), unchanged=frozenset(same))
    if order.form is Form.MARKDOWN and not order.template:
        return Exported(_reports(place, order, progress, same.append), unchanged=frozenset(same))
    template, numbers = template_named(order.template or LONG), _numbers(place, order)
    if order.changed:
        done = export_changed(place, order.form.of_findings, order.out, template, numbers, order.selection, progress)
        return Exported(
            (*done.written, *done.unchanged),
            *(done.left_out, frozenset(done.unchanged), done.removed, done.kept, done.remark),
        )
    if order.since is not None:
        numbers = numbers_since(place, order.since, numbers, published=order.form is Form.REVISIONS)
    if order.form is Form.REVISIONS:
        found = _revisions(place, order.out, numbers, progress, same.append)
    else:
        found = export_findings(place, order.form.of_findings, order.out, numbers, template, progress, same.append)
    return found._replace(unchanged=frozenset(same))


def _numbers(place: Workplace, order: Order) -> Sequence[int] | None:
    """Give the claims that are part of it, None for all."""
    if order.article is None and not order.published:
        return order.numbers
    with place.read() as connection:
        if order.published:
            return views.published_claims(connection)
        wanted = ClaimFilter(article=order.article)
        return views.claim_numbers(connection, wanted, place.clock(), place.reviewer.public_id)


def _reports(place: Workplace, order: Order, progress: Progress, same: Same) -> tuple[Path, ...]:
    """Write a report for each article, or for each claim that is named."""
    progress("reading", 0, 0)
    numbers = _numbers(place, order) if order.article is None else None
    with place.read() as connection:
        found = views.reports(connection, article=order.article, claims=numbers)
    worked = all_worked_out(place, found)
    if numbers is None:
        return exporting.write_reports(worked, order.out, None, progress, same)
    return exporting.write_claims(worked, order.out, progress, same)


def _revisions(place: Workplace, out: Path, numbers: Sequence[int] | None, progress: Progress, same: Same) -> Exported:
    """Write what went out; a single claim of which nothing did says why, of several they are counted."""
    if numbers is not None and len(numbers) == 1:
        return Exported(write_revisions(place, out, numbers[0], progress, same))
    with place.read() as connection:
        published = list(views.published_claims(connection, numbers))
    tally = Tally(NOT_PUBLISHED, 0 if numbers is None else len(set(numbers)) - len(published))
    paths: list[Path] = []
    for at, one in enumerate(published):
        progress(claim_reference(one), at, len(published))
        try:
            paths += write_revisions(place, out, one, unheard, same)
        except (BlobMissing, BlobDamaged, Conflict, Refused):
            # The others need not wait for one.
            tally.leave_out(NOT_AS_IT_WAS)
    return Exported(tuple(paths), tally.told())


def _table(place: Workplace, order: Order, progress: Progress) -> Exported:
    path = file_of(order.out, spreadsheets.NAME)
    before, numbers = _state_of(path), _numbers(place, order) if order.article is None else None
    done = spreadsheets.write_csv(place, order.out, numbers, order.article, spreadsheets.SAFE, progress)
    return _one_file(path, before, " ".join(f"{spreadsheets.cut_words(*one)}." for one in done.cut))


def _whole_desk(place: Workplace, order: Order, progress: Progress) -> Exported:
    path = file_of(order.out, dumping.NAME)
    before = _state_of(path)
    done = dumping.write_dump(place.engine, order.out, progress)
    return _one_file(path, before, dumping.warning_words(done))


def _one_file(path: Path, before: tuple[int, int] | None, remark: str) -> Exported:
    same = frozenset({path} if before is not None and before == _state_of(path) else ())
    return Exported((path,), unchanged=same, remark=remark)


def _state_of(path: Path) -> tuple[int, int] | None:
    """Tell a file from one that is put in its place; None where there is none."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns
