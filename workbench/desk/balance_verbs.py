"""What a desk chose to check and what it brought about, and to which parties claimers belong: one method each."""

from claims_db import views
from claims_db.report_vocabulary import BalanceAxis
from claims_db.rows import BalanceRating, PartyRow
from claims_db.vocabulary import Action, Role
from workbench.desk.permission import require
from workbench.desk.seat import Seat
from workbench.domain.balance import Asked, Balance, balance_of
from workbench.domain.days import ALWAYS, Period
from workbench.domain.impact import Impact, impact_of
from workbench.domain.parties import overlapping, party_words
from workbench.domain.search_words import parse_filter
from workbench.domain.text import printable, storable
from workbench.errors import BadInput, Refused

_LONGEST = 200


class BalanceVerbs(Seat):
    """Reports on the selection and its effect, and what they need to know of claimers."""

    def balance(self, asked: Asked) -> Balance:
        """Count what became of the claims that came in, by claimer, party, outlet or topic.

        Raises:
            BadInput: the filter can't be read.

        """
        wanted, now, viewer = parse_filter(asked.filter), self._place.clock(), self._place.reviewer.public_id
        with self._place.read() as connection:
            when = asked.period.instants(views.desk(connection).time_zone)
            counts = views.balance(connection, asked.by, wanted, when, now, viewer)
            once = counts
            if asked.by is BalanceAxis.TOPIC:
                once = views.balance(connection, BalanceAxis.CLAIMER, wanted, when, now, viewer)
            scales = sorted(views.scales(connection), key=lambda one: not one.in_use)
            ratings = [BalanceRating(one.scale.slug, rating.slug) for one in scales for rating in one.scale.ratings]
            return balance_of(asked, ratings, counts, once, views.parties(connection))

    def impact(self, period: Period) -> Impact:
        """Say what went out, what was corrected, and what came of requests to others, within a period."""
        with self._place.read() as connection:
            when = period.instants(views.desk(connection).time_zone)
            begins, ends = when
            asked = [
                one
                for one in views.every_correction_request(connection, open_alone=False)
                if (begins is None or one.asked_at >= begins) and (ends is None or one.asked_at < ends)
            ]
            made = views.corrections_made(connection, when)
            return impact_of(period, views.first_published(connection, when), made, asked)

    def parties(self) -> tuple[PartyRow, ...]:
        """List the parties and groups of claimers, by claimer, the earliest first."""
        with self._place.read() as connection:
            return views.parties(connection)

    def set_party(self, claimer: str, party: str, period: Period = ALWAYS) -> PartyRow:
        """Say to which party or group a claimer belongs within a period, in place of what began on the same day.

        Raises:
            BadInput: a name is empty or too long.
            Refused: you are no editor, or another party is named for some of the same days.

        """
        row = PartyRow(_name(claimer), _name(party), period.first, period.last)
        if not (row.claimer and row.name):
            raise BadInput("A name is missing.", "Name the claimer as the claims do, and the party or group.")
        if len(row.claimer) > _LONGEST or len(row.name) > _LONGEST:
            raise BadInput("The name is too long.", f"Use at most {_LONGEST} characters.")
        with self._place.work(Action.PARTY_SET) as work:
            require(work, Role.EDITOR, "say to which party somebody belongs")
            other = overlapping(work.parties.of(row.claimer), row)
            if other is not None:
                raise Refused(
                    f"{printable(other.claimer)} belongs to {printable(other.name)} ({party_words(other)}).",
                    "Say until when with --to first, or remove it.",
                )
            work.parties.put(row)
        return row

    def remove_party(self, claimer: str, since: str = "") -> None:
        """Say no more that a claimer belonged to a party from a day on; undo brings it back.

        Raises:
            NotFound: nothing is said of them from that day on.
            Refused: you are no editor.

        """
        with self._place.work(Action.PARTY_REMOVED) as work:
            require(work, Role.EDITOR, "say to which party somebody belongs")
            work.parties.remove(_name(claimer), since)


def _name(text: str) -> str:
    return " ".join(storable(text).split())
