"""What comes of reusing what was checked before."""

from typing import NamedTuple

from claims_db.vocabulary import DraftField


class Reused(NamedTuple):
    """Which drafts were made of what was checked before; those of ``there`` were being typed already and stay."""

    drafts: tuple[DraftField, ...]
    there: tuple[DraftField, ...] = ()
