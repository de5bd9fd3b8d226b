"""The evidence bundle of a revision: weighed before it goes out, and made again, the very same, for its folder."""

import tempfile
from collections import Counter
from pathlib import Path

from claims_db.errors import Conflict
from workbench.desk.bundling import brought_to_disk, found, named, write_bundle
from workbench.desk.exporting import unwritable
from workbench.desk.workplace import Workplace
from workbench.domain.progress import Progress, unheard
from workbench.domain.references import parse_reference
from workbench.errors import BadInput, Refused
from workbench.export.publication import BUNDLE, Beside, Issue


def weighed(place: Workplace, number: int) -> Beside:
    """Say what a bundle of a claim's evidence holds, its digest and its size; no file is left of it.

    Raises:
        BlobMissing, BlobDamaged: a file of the evidence is not here, or not what it was.
        WorkbenchError: there is no room for it among the temporary files.

    """
    held, left_out = found(place, number)
    reasons = tuple(sorted(Counter(one.why for one in left_out).items()))
    if not held:
        return Beside((), reasons)
    try:
        with tempfile.TemporaryFile() as file:
            write_bundle(place.capturer().store, file, held, unheard)
            sha256, size = brought_to_disk(file)
    except OSError as problem:
        raise unwritable(Path(tempfile.gettempdir()), problem) from None
    return Beside(tuple(one.card.evidence.public_id for one in held), reasons, sha256, size)


def write_beside(place: Workplace, issue: Issue, folder: Path, progress: Progress = unheard) -> None:
    """Write the bundle of a revision into its folder, as it went out; nothing where it has none.

    Raises:
        BlobMissing, BlobDamaged: a file of the evidence is not here, or not what it was.
        Conflict: what is in it was changed since, or is confidential now.

    """
    beside = issue.beside
    if beside is None or not beside.sha256:
        return
    pieces = [one.reference for one in issue.finding.evidence if one.id in beside.pieces]
    try:
        held, _ = named(place, [parse_reference(piece, "E") for piece in pieces])
    except (BadInput, Refused) as problem:
        raise _another(issue, problem.message) from None
    with (folder / BUNDLE).open("xb+") as file:
        write_bundle(place.capturer().store, file, held, progress)
        if brought_to_disk(file) != (beside.sha256, beside.size):
            raise _another(issue, "What the desk says of a source or of a piece of evidence was changed since.")


def _another(issue: Issue, why: str) -> Conflict:
    return Conflict(
        f"The evidence of {issue.finding.reference}, revision {issue.finding.revision}, can't be bundled again as it "
        f"went out. {why}",
        f"Take {BUNDLE} from a copy of the folder, or publish a correction, which has a bundle of its own.",
    )
