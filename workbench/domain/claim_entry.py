"""A claim that is entered by hand or comes from a list, before the desk has it."""

from dataclasses import dataclass
from typing import NamedTuple

from claims_db.rows import DateRow
from claims_db.vocabulary import AppearanceForm, ClaimKind


@dataclass(frozen=True)
class ClaimEntry:
    """A claim entered by hand, with no article: a tip, a speech, a post.

    Attributes:
        statement: the claim in self-contained words.
        claimer: who asserts it.
        via: through whom it came, the one nearest to the reader first.
        form: where it was met.
        locator: a time code or another place inside it.
        url: where it can be found.
        said_on: when it was said.
        kind: what sort of statement it is.
        exact: the words as they were said, where they are known.

    """

    statement: str
    claimer: str = ""
    via: tuple[str, ...] = ()
    form: AppearanceForm = AppearanceForm.TIP
    locator: str = ""
    url: str = ""
    said_on: DateRow | None = None
    kind: ClaimKind = ClaimKind.OTHER
    exact: str = ""


class RejectedRow(NamedTuple):
    """A row of an import that was not used, and why."""

    line: int
    reason: str
