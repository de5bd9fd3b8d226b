"""What the desk asks of an archive, whichever it is."""

from typing import NamedTuple, Protocol

from claims_db.rows import WitnessAnswer


class Wanted(NamedTuple):
    """A page that an archive is asked for.

    Attributes:
        url: its address.
        sha1: of the bytes that the desk has of it, in base 32, as archives write it.
        job: the archive's own name of the request, empty where it gave none.
        archived_url: where it said that the copy is, empty where it did not.
        asked_at: when the desk asked for a copy, in microseconds UTC.

    """

    url: str
    sha1: str
    asked_at: int
    job: str = ""
    archived_url: str = ""


class Archive(Protocol):
    """An archive; both verbs raise ``NotFetched`` where it does not answer."""

    def ask(self, wanted: Wanted) -> WitnessAnswer:
        """Ask for a copy."""

    def again(self, wanted: Wanted, now: int) -> WitnessAnswer:
        """Ask what came of it."""
