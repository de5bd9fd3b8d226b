"""What an export wrote into a folder, kept there, so that the next one writes only what changed since."""

import hashlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from claims_db.rows import JournalPoint
from workbench.export.rendered import RenderedFile

_SCHEMA = "workbench/export/1"
"""Names the shape of the record; a format of the program that changes counts it up, and all is written again."""

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}\.(?:md|jsonld)")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_LARGEST = 1_000_000_000


class KeptFile(NamedTuple):
    """A file that was written for a claim, and its digest; both empty where the claim was left out."""

    name: str = ""
    sha256: str = ""


@dataclass(frozen=True)
class KeptExport:
    """What was written into a folder in one form.

    Attributes:
        made_with: the digest of all else that the files depend on, as templates.
        selection: the words that said which claims are part of it, empty for all.
        head: where the journal stood.
        files: what was written for each claim, by its public id.

    """

    made_with: str
    selection: str
    head: JournalPoint
    files: Mapping[str, KeptFile]


def kept_name(form: str) -> str:
    """Give what the record of a form is called."""
    return f".workbench-export-{form}.json"


def kept_export(out: Path, form: str) -> KeptExport | None:
    """Read the record of a folder, which anybody may have written; None where it is none of ours.

    Raises:
        FileNotFoundError: there is none.

    """
    try:
        found = json.loads(_read(out / kept_name(form), _LARGEST))
        if found["schema"] != _SCHEMA:
            return None
        files = {str(claim): KeptFile(str(name), str(digest)) for claim, (name, digest) in found["files"].items()}
        head = JournalPoint(int(found["journal"]["sequence"]), str(found["journal"]["hash"]))
        kept = KeptExport(str(found["made_with"]), str(found["selection"]), head, files)
    except FileNotFoundError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return kept if all(map(_is_ours, files.values())) else None


def kept_file(kept: KeptExport, form: str) -> RenderedFile:
    """Write the record as a file."""
    told = {
        "schema": _SCHEMA,
        "made_with": kept.made_with,
        "selection": kept.selection,
        "journal": kept.head._asdict(),
        "files": kept.files,
    }
    return RenderedFile(kept_name(form), (json.dumps(told, indent=0, sort_keys=True) + "\n").encode())


def is_as_written(path: Path, file: KeptFile) -> bool:
    """Say whether a file is there exactly as it was written."""
    try:
        return hashlib.sha256(_read(path, _LARGEST)).hexdigest() == file.sha256
    except OSError:
        return False


def _is_ours(file: KeptFile) -> bool:
    return file == KeptFile() or bool(_NAME.fullmatch(file.name) and _DIGEST.fullmatch(file.sha256))


def _read(path: Path, most: int) -> bytes:
    """Read a file; a link is not followed, and a pipe not waited for."""
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
        return file.read(most)
