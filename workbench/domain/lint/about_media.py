"""Rules on what is said of the pictures, films and recordings that a claim is about."""

from collections.abc import Iterator

from claims_db.media_vocabulary import MediaCategory
from claims_db.rows import MediaRow
from workbench.domain.lint.case import Case
from workbench.domain.media import ALTERED, KIND_NAMES


def without_category(case: Case) -> Iterator[str]:
    """Look for media of which nobody says what became of them."""
    for row in case.sheet.media:
        if not row.medium.categories:
            yield f"{_name(row)} has no category."


def without_original(case: Case) -> Iterator[str]:
    """Look for media that were altered, with no original and no word on why there is none."""
    for row in case.sheet.media:
        medium = row.medium
        if ALTERED.intersection(medium.categories) and not (medium.original or medium.no_original):
            yield f"{_name(row)} was altered: where is the original, or why is there none?"


def without_context(case: Case) -> Iterator[str]:
    """Look for media that miss context which nobody gives."""
    for row in case.sheet.media:
        if MediaCategory.MISSING_CONTEXT in row.medium.categories and not row.medium.context:
            yield f"{_name(row)} misses context: what does it show?"


def _name(row: MediaRow) -> str:
    return f"Media {row.number} ({KIND_NAMES[row.medium.kind]})"
