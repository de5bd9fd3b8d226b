"""Published revisions as folders: each whole or not there, and none is ever overwritten."""

import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from claims_db import views
from claims_db.errors import Conflict
from claims_db.whole_files import settle
from workbench.desk.evidence_beside import write_beside
from workbench.desk.exporting import Same, unnoted, unwritable
from workbench.desk.workplace import Workplace
from workbench.domain.progress import Progress, unheard
from workbench.domain.text import printable
from workbench.errors import BadInput, Refused
from workbench.export.kept_back import names_any
from workbench.export.publication import BUNDLE, Issue, issue_from

FOLDER = "published"
"""The folder of revisions inside the folder of exports."""


def write_revisions(
    place: Workplace, out: Path, number: int, progress: Progress = unheard, same: Same = unnoted
) -> tuple[Path, ...]:
    """Write the revisions of a claim that are not in the folder yet; give their folders.

    One that names a source which became confidential since is written no more. ``same`` hears of those that are there
    already.

    Raises:
        BlobMissing, BlobDamaged: a file of the evidence is not here, or not what it was.
        Conflict: a folder is there that holds something else.
        Refused: the claim was never published, or only with a source that is confidential now.
        WorkbenchError: the folder can't be written.

    """
    issues = tuple(_issues(place, number))
    if not issues:
        raise Refused(
            f"C-{number} has no revision that could be written.",
            "Publish it first; what an earlier version published needs a correction.",
        )
    with place.read() as connection:
        confidential = views.confidential_sources(connection)
    open_ones = [one for one in issues if not names_any(one.finding, confidential)]
    if not open_ones:
        raise Refused(
            f"C-{number} went out with a source that is confidential now.",
            "Publish a correction, which does not name it; what was published before is written no more.",
        )
    return tuple(write_revision(place, one, out / FOLDER, progress, same) for one in open_ones)


def write_revision(
    place: Workplace, issue: Issue, out: Path, progress: Progress = unheard, same: Same = unnoted
) -> Path:
    """Write a revision as a folder of its own, with the evidence bundle that went out beside it.

    Raises:
        BlobMissing, BlobDamaged: a file of the evidence is not here, or not what it was.
        Conflict: a folder is there that holds something else, or the bundle can't be made again.
        Stopped: nobody wants it any more; nothing of it is left.
        WorkbenchError: it can't be written.

    """
    target = out / issue.folder
    part = out / f".{secrets.token_hex(8)}.part"
    try:
        if target.is_symlink() or target.exists():
            _check_same(issue, target)
            same(target)
            return target
        part.mkdir(parents=True)
        for file in issue.every_file():
            with (part / file.name).open("xb") as handle:
                handle.write(file.content)
                handle.flush()
                os.fsync(handle.fileno())
        write_beside(place, issue, part, progress)
        settle(part)
        part.rename(target)
        settle(out)
    except (OSError, ValueError) as problem:
        raise unwritable(target, problem) from None
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return target


def _check_same(issue: Issue, target: Path) -> None:
    """See that the revision is there as it went out; what else lies beside its files is somebody's own."""
    there = {file.name: hashlib.sha256(file.content).hexdigest() for file in issue.every_file()}
    if issue.beside is not None and issue.beside.sha256:
        there[BUNDLE] = issue.beside.sha256
    for name, sha256 in there.items():
        path = target / name
        if path.is_symlink() or not path.is_file() or _digest(path) != sha256:
            raise Conflict(
                f"{printable(str(path))} is not as it was published.",
                "A published revision is never overwritten: move the folder away, and write it again.",
            )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _issues(place: Workplace, number: int) -> Iterator[Issue]:
    with place.read() as connection:
        contents = views.publication_contents(connection, number)
    for content in contents:
        try:
            yield issue_from(content)
        except BadInput:
            continue
