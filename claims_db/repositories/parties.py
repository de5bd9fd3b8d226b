"""To which parties and groups claimers belong."""

from sqlalchemy import select

from claims_db.errors import NotFound
from claims_db.repositories.writing import Writing
from claims_db.rows import PartyRow
from claims_db.tables import METADATA, ClaimerGroup

_PARTY = METADATA.tables["claimer_group"].c


class Parties:
    """Writes of the parties of claimers."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def of(self, claimer: str) -> tuple[PartyRow, ...]:
        """Give the parties of a claimer."""
        rows = self._writing.session.scalars(select(ClaimerGroup).where(_PARTY.claimer == claimer))
        return tuple(PartyRow(row.claimer, row.name, row.since, row.until) for row in rows)

    def put(self, party: PartyRow) -> None:
        """Write from when to when a claimer belongs to a party, in place of what began on the same day."""
        row = self._writing.one(ClaimerGroup, claimer=party.claimer, since=party.since)
        if row is None:
            self._writing.add(ClaimerGroup(**party._asdict()))
        else:
            row.name, row.until = party.name, party.until
            self._writing.session.flush()

    def remove(self, claimer: str, since: str) -> None:
        """Remove what is said of a claimer from a day on.

        Raises:
            NotFound: nothing is.

        """
        row = self._writing.one(ClaimerGroup, claimer=claimer, since=since)
        if row is None:
            raise NotFound(f"Nothing is said of the party of {claimer!r} from that day on.", "List the parties.")
        self._writing.session.delete(row)
        self._writing.session.flush()
