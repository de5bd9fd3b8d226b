"""The desk, its people and its rules."""

from claims_db.errors import NotFound
from claims_db.ranking import DEFAULT_ORDERS
from claims_db.repositories.scales import Scales
from claims_db.repositories.writing import Alone, Writing
from claims_db.rows import NumberTolerance, PublisherRow, ReviewerRow, ScaleRow, SecondReviewRule
from claims_db.tables import Desk, Queue, Reviewer
from claims_db.vocabulary import Role

QUEUE = "desk"
"""The queue that every desk has."""


class People:
    """Writes of the desk and its people."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def open_desk(self, name: str, time_zone: str, language: str, scale: ScaleRow) -> None:
        """Write the desk's row, its scale and its queue, where there is none yet."""
        self._writing.alone(Alone.PEOPLE)
        if self._writing.one(Desk) is not None:
            return
        scale_id = Scales(self._writing).add(scale)
        self._writing.add(
            Desk(name=name, time_zone=time_zone, language=language, scale_id=scale_id, opened_at=self._writing.now)
        )
        self._writing.add(Queue(name=QUEUE, orders=DEFAULT_ORDERS))

    def join(self, name: str, role: Role, login: str | None = None) -> ReviewerRow:
        """Give the reviewer of this name; one who is new joins with this role, and with this login or the name."""
        self._writing.alone(Alone.PEOPLE)
        reviewer = self._writing.one(Reviewer, name=name)
        if reviewer is None:
            reviewer = Reviewer(
                public_id=self._writing.actor,
                name=name,
                login=name if login is None else login,
                role=role,
                joined_at=self._writing.now,
            )
            self._writing.add(reviewer)
        return _row(reviewer)

    def anybody(self) -> bool:
        """Say whether the desk has people already."""
        return self._writing.one(Reviewer) is not None

    def me(self) -> ReviewerRow:
        """Give the reviewer who writes."""
        return _row(self._writing.reviewer())

    def add(self, name: str, login: str, role: Role) -> ReviewerRow:
        """Write a person of the desk, or give one who is there this login and role; who had left is back."""
        self._writing.alone(Alone.PEOPLE)
        reviewer = self._writing.one(Reviewer, name=name)
        if reviewer is None:
            reviewer = Reviewer(name=name, login=login, role=role, joined_at=self._writing.now)
            self._writing.add(reviewer)
        reviewer.login, reviewer.role, reviewer.left_at = login, role, None
        self._writing.session.flush()
        return _row(reviewer)

    def leave(self, name: str) -> ReviewerRow:
        """Note that a person has left; what they did stays.

        Raises:
            NotFound: the desk has no such person.

        """
        reviewer = self.named(name)
        reviewer.left_at = self._writing.now
        self._writing.session.flush()
        return _row(reviewer)

    def named(self, name: str) -> Reviewer:
        """Give a person by name.

        Raises:
            NotFound: the desk has no such person, or they have left.

        """
        reviewer = self._writing.one(Reviewer, name=name, left_at=None)
        if reviewer is None:
            raise NotFound(f"Nobody at this desk is called {name!r}.", "'workbench team list' names its people.")
        return reviewer

    def rule(self) -> SecondReviewRule:
        """Give which verdicts need a second one."""
        desk = self._writing.desk
        if desk is None:
            return SecondReviewRule()
        return SecondReviewRule(desk.second_ratings, desk.second_names, desk.second_legal, desk.second_share)

    def set_rule(self, rule: SecondReviewRule) -> None:
        """Write which verdicts need a second one.

        Raises:
            NotFound: there is no desk yet.

        """
        desk = self._desk()
        desk.second_ratings, desk.second_names = rule.ratings, rule.names
        desk.second_legal, desk.second_share = rule.legal, rule.share
        self._writing.session.flush()

    def tolerance(self) -> NumberTolerance:
        """Give how far a claimed number may be from the source's."""
        desk = self._writing.desk
        return NumberTolerance() if desk is None else NumberTolerance(desk.tolerance_share, desk.tolerance_about)

    def set_tolerance(self, tolerance: NumberTolerance) -> None:
        """Write how far a claimed number may be from the source's.

        Raises:
            NotFound: there is no desk yet.

        """
        desk = self._desk()
        desk.tolerance_share, desk.tolerance_about = tolerance
        self._writing.session.flush()

    def publisher(self) -> PublisherRow:
        """Give who publishes the desk's findings, and where."""
        desk = self._writing.desk
        if desk is None:
            return PublisherRow()
        return PublisherRow(desk.publisher_name, desk.publisher_url, desk.publisher_pages, desk.publisher_corrections)

    def set_publisher(self, publisher: PublisherRow) -> None:
        """Write who publishes the desk's findings, and where.

        Raises:
            NotFound: there is no desk yet.

        """
        desk = self._desk()
        desk.publisher_name, desk.publisher_url, desk.publisher_pages, desk.publisher_corrections = publisher
        self._writing.session.flush()

    def _desk(self) -> Desk:
        desk = self._writing.desk
        if desk is None:
            raise NotFound("There is no desk in this database yet.", "Run 'workbench' to open one.")
        return desk


def _row(reviewer: Reviewer) -> ReviewerRow:
    return ReviewerRow(reviewer.public_id, reviewer.name, reviewer.role, reviewer.login, reviewer.left_at)
