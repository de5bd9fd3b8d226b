"""Exports of what changed since the last one into the same folder: nothing else is rendered."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from claims_db import views
from claims_db.rows import JournalPoint, PublisherRow, TouchedFindings
from workbench import __version__
from workbench.desk.exported import FindingForm
from workbench.desk.exporting import unwritable, write_files
from workbench.desk.finding_exports import Choice, Tally, rendered
from workbench.desk.kept_exports import KeptExport, KeptFile, is_as_written, kept_export, kept_file
from workbench.desk.workplace import Workplace
from workbench.domain.progress import Progress, unheard
from workbench.export.rendered import RenderedFile
from workbench.export.templating import ReportTemplate

_FOREIGN = "The record of the last export in this folder is none of this desk, this selection or this version"
_ALL_AGAIN = "everything was written again, and nothing removed"


class ChangedExport(NamedTuple):
    """What an export of what changed did.

    Attributes:
        written: files that are new or changed.
        unchanged: files that stayed as they were.
        removed: files that an earlier export wrote and that are no part of it any more.
        kept: such files that somebody changed since; they were left.
        left_out: how many of the claims that were looked at have no file, by the reason.
        remark: why everything was written again, empty where it was not.

    """

    written: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    removed: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()
    remark: str = ""


class _Before(NamedTuple):
    """What is known of the last export; ``remark`` says why it can't be used where it is there."""

    kept: KeptExport | None
    touched: TouchedFindings
    remark: str = ""


def numbers_since(
    place: Workplace, instant: int, numbers: Sequence[int] | None = None, *, published: bool = False
) -> list[int]:
    """Give the claims with a verdict, of all or of some, whose findings changed or went out since an instant.

    ``published`` leaves out those that never went out.
    """
    with place.read() as connection:
        touched = views.touched_findings(connection, views.journal_point_before(connection, instant))
        rated = views.rated_claims(connection, numbers)
        part = set(views.published_claims(connection)) if published else set(rated)
    found = rated.items() if touched.everything else ((n, one) for n, one in rated.items() if one in touched.claims)
    return [number for number, _ in found if number in part]


def export_changed(
    place: Workplace,
    form: FindingForm,
    out: Path,
    template: ReportTemplate,
    numbers: Sequence[int] | None = None,
    selection: str = "",
    progress: Progress = unheard,
) -> ChangedExport:
    """Write the findings that changed since the last export into the folder, and remove what is no part of it any more.

    Args:
        place: where one works.
        form: one that has a file for each finding.
        out: the folder.
        template: what pages are written with.
        numbers: the claims that are part of it, None for all.
        selection: the words that say so.
        progress: hears of each file.

    """
    before = _before(place, out, form, selection)
    with place.read() as connection:
        publisher, desk = views.publisher(connection), views.desk(connection)
        rated = views.rated_claims(connection, numbers)
    made_with = _made_with(template, publisher)
    files = {} if before.kept is None else dict(before.kept.files)
    anew = before.kept is None or before.touched.everything or before.kept.made_with != made_with
    there = _names_in(out)
    looked = {
        number: claim
        for number, claim in rated.items()
        if anew or claim in before.touched.claims or not _stands(files.get(claim), there)
    }
    tally, written = Tally(), dict.fromkeys(looked.values(), KeptFile())
    choice = Choice(place, list(looked), publisher, desk, template, tally)
    paths = write_files(_noted(rendered(form, choice), written), out, len(looked), progress)
    now = {claim: written[claim] if claim in written else files[claim] for claim in rated.values()}
    removed, left = _cleared(out, files.values(), {file.name for file in now.values()})
    write_files([kept_file(KeptExport(made_with, selection, before.touched.head, now), form)], out)
    same = {file.name for claim, file in now.items() if file.name and files.get(claim) == file and file.name in there}
    new = tuple(path for path in paths if path.name not in same)
    return ChangedExport(new, tuple(out / name for name in sorted(same)), removed, left, tally.told(), before.remark)


def _before(place: Workplace, out: Path, form: FindingForm, selection: str) -> _Before:
    """Read what is known of the last export, and what was written since; the journal's head comes before all findings."""
    remark = ""
    try:
        kept = kept_export(out, form.value)
        remark = "" if kept else "The record of the last export in this folder can't be read"
    except FileNotFoundError:
        kept = None
    with place.read() as connection:
        touched = views.touched_findings(connection, JournalPoint() if kept is None else kept.head)
    if kept is not None and (kept.selection != selection or not touched.known):
        kept, remark = None, _FOREIGN
    return _Before(kept, touched, f"{remark}: {_ALL_AGAIN}." if remark else "")


def _made_with(template: ReportTemplate, publisher: PublisherRow) -> str:
    return hashlib.sha256(json.dumps([__version__, template.digest, *publisher]).encode()).hexdigest()


def _names_in(out: Path) -> frozenset[str]:
    try:
        return frozenset(path.name for path in out.iterdir())
    except OSError:
        return frozenset()


def _stands(file: KeptFile | None, there: frozenset[str]) -> bool:
    return file is not None and (not file.name or file.name in there)


def _noted(files: Iterable[RenderedFile], written: dict[str, KeptFile]) -> Iterator[RenderedFile]:
    for file in files:
        written[file.claim] = KeptFile(file.name, hashlib.sha256(file.content).hexdigest())
        yield file


def _cleared(out: Path, files: Iterable[KeptFile], names: set[str]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Remove what was written earlier and is no part of the export now; give it, and what somebody changed since."""
    removed: list[Path] = []
    left: list[Path] = []
    for file in files:
        path = out / file.name
        if not file.name or file.name in names or (not path.is_symlink() and not path.exists()):
            continue
        if not is_as_written(path, file):
            left.append(path)
            continue
        try:
            path.unlink()
        except OSError as problem:
            raise unwritable(path, problem) from None
        removed.append(path)
    return tuple(sorted(removed)), tuple(sorted(left))
