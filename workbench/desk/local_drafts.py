"""What is being typed, kept in files of this machine before the database hears of it.

One file a draft, named after the claim and the field, in a folder of its own for each desk and reviewer.
A draft is written to a temporary file and renamed, so a process that is killed leaves the draft before
or the one after, never half of one.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from claims_db.rows import DraftRow
from claims_db.vocabulary import DraftField


def drafts_folder(data: Path, desk: str, reviewer: str) -> Path:
    """Name the folder for the drafts of a reviewer, by public id, at a desk, by its place."""
    return data / "drafts" / hashlib.sha256(f"{desk}\n{reviewer}".encode()).hexdigest()[:16]


class LocalDrafts:
    """The drafts of one reviewer at one desk on this machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def save(self, draft: DraftRow) -> None:
        """Keep a draft, in place of the one before it.

        Raises:
            OSError: the folder can't be written.

        """
        # Folders above the last one that ``parents`` makes can be read by everybody.
        for folder in (self._folder.parent, self._folder):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        text = json.dumps({"body": draft.body, "saved_at": draft.saved_at})
        handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as file:
                file.write(text)
            Path(name).replace(self._path(draft.claim, draft.field))
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def drop(self, claim: int, field: DraftField) -> None:
        """Forget a draft; one that is not there is no error."""
        self._path(claim, field).unlink(missing_ok=True)

    def body(self, claim: int, field: DraftField) -> str:
        """Give the words of a draft, empty where there is none that can be read."""
        draft = _read(self._path(claim, field))
        return "" if draft is None else draft.body

    def all(self) -> Iterator[DraftRow]:
        """Give every draft that can be read; a damaged file is passed over."""
        for path in sorted(self._folder.glob("C-*.json")):
            draft = _read(path)
            if draft is not None:
                yield draft

    def _path(self, claim: int, field: DraftField) -> Path:
        return self._folder / f"C-{claim}.{field.value}.json"


def _read(path: Path) -> DraftRow | None:
    try:
        _, number, field = path.stem.replace(".", "-", 1).split("-", 2)
        kept = json.loads(path.read_text("utf-8"))
        return DraftRow(int(number), DraftField(field), str(kept["body"]), int(kept["saved_at"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
