"""One verb of the desk: one transaction, its journal rows inside it, everything or nothing."""

from collections.abc import Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from claims_db.engine import answering
from claims_db.journal.chain import Change, Deed, append, committed, head
from claims_db.journal.framing import Head
from claims_db.journal.recorder import Recorder
from claims_db.repositories.captures import Captures
from claims_db.repositories.discussion import Discussion
from claims_db.repositories.editing import Editing
from claims_db.repositories.findings import Findings
from claims_db.repositories.history import History
from claims_db.repositories.intake import Articles
from claims_db.repositories.leases import Leases
from claims_db.repositories.linting import Linting
from claims_db.repositories.logins import Logins
from claims_db.repositories.logs import Logs
from claims_db.repositories.matches import Matches
from claims_db.repositories.media import Media
from claims_db.repositories.parties import Parties
from claims_db.repositories.people import People
from claims_db.repositories.priors import Priors
from claims_db.repositories.queues import Queues
from claims_db.repositories.rechecks import Rechecks
from claims_db.repositories.reviews import Reviews
from claims_db.repositories.saved import Saved
from claims_db.repositories.scales import Scales
from claims_db.repositories.sources import Sources
from claims_db.repositories.tags import Tags
from claims_db.repositories.witnesses import Witnesses
from claims_db.repositories.writing import Clock, NewId, Writing
from claims_db.rows import ArticleReport, ClaimSheet
from claims_db.views.reports import reports
from claims_db.views.sheets import claim_sheet
from claims_db.vocabulary import Action


class UnitOfWork:
    """A transaction; on SQLite it holds the write lock from its start to its end.

    On a server it locks what it works on: a claim by its row, new numbers and names by their kind, the journal's
    chain at the very end.

    Attributes:
        only_looks: whether nothing is to be written, so that nobody has to wait.
        articles, captures, discussion, editing, findings, history, leases, linting, logins, logs, matches, media, parties,
            people, priors, queues, rechecks, reviews, saved, scales, sources, tags, witnesses: the verbs that write.
        reverses: the group that this one takes back or does again, for the journal.

    """

    articles: Articles
    captures: Captures
    discussion: Discussion
    editing: Editing
    findings: Findings
    history: History
    leases: Leases
    linting: Linting
    logins: Logins
    logs: Logs
    matches: Matches
    media: Media
    parties: Parties
    people: People
    priors: Priors
    queues: Queues
    rechecks: Rechecks
    reviews: Reviews
    scales: Scales
    sources: Sources
    tags: Tags
    saved: Saved
    witnesses: Witnesses

    def __init__(self, engine: Engine, action: Action, actor: str, clock: Clock, new_id: NewId) -> None:
        self._engine = engine
        self._action = action
        self._actor = actor
        self._clock = clock
        self._new_id = new_id
        self._stack = ExitStack()
        self._done: list[tuple[Deed, list[Change]]] = []
        self.reverses = ""
        self.only_looks = False

    def __enter__(self) -> Self:
        """Begin; on SQLite this waits for the write lock.

        Raises:
            DatabaseUnavailable: the database can't be written.

        """
        with ExitStack() as stack:
            stack.enter_context(answering(self._engine))
            self._session = stack.enter_context(Session(self._engine, autoflush=False, expire_on_commit=False))
            self._session.connection()
            self._recorder = Recorder(self._session)
            self.now = self._clock()
            self._writing = writing = Writing(self._session, self._recorder, self.now, self._actor, self._new_id)
            self.articles = Articles(writing)
            self.captures = Captures(writing)
            self.discussion = Discussion(writing)
            self.editing = Editing(writing)
            self.findings = Findings(writing)
            self.history = History(writing)
            self.leases = Leases(writing)
            self.linting = Linting(writing)
            self.logins = Logins(writing)
            self.logs = Logs(writing)
            self.matches = Matches(writing)
            self.media = Media(writing)
            self.parties = Parties(writing)
            self.people = People(writing)
            self.priors = Priors(writing)
            self.queues = Queues(writing)
            self.rechecks = Rechecks(writing)
            self.reviews = Reviews(writing)
            self.scales = Scales(writing)
            self.sources = Sources(writing)
            self.tags = Tags(writing)
            self.saved = Saved(writing)
            self.witnesses = Witnesses(writing)
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write the journal and commit; after an exception nothing of it is stored."""
        with self._stack as stack:
            if problem is None:
                self._session.flush()
                self._done.append((self._deed(), self._recorder.changes()))
                for deed, changes in self._done:
                    append(self._session, deed, changes)
                self._commit(next((deed.group for deed, changes in self._done if changes), ""))
            else:
                self._session.rollback()
                stack.__exit__(kind, problem, trace)

    def hold(self, numbers: Sequence[int]) -> None:
        """Read many claims with their leases at once; nobody else decides on them until the end of the transaction.

        The numbers come in order, in which everybody holds them. One that is not there is passed over.
        """
        self._writing.hold_all(numbers, lock=not self.only_looks)
        self._writing.many = len(numbers) > 1
        self.leases.know(numbers)

    def then(self, action: Action) -> None:
        """Go on with another deed in the same transaction: it is taken back by itself."""
        self._session.flush()
        self._done.append((self._deed(), self._recorder.cut()))
        self._action = action

    def flush(self) -> None:
        """Write what was changed so far, all of it together."""
        self._session.flush()

    def sheet(self, number: int) -> ClaimSheet:
        """Give everything about a claim as the transaction itself sees it."""
        self._session.flush()
        return claim_sheet(self._session.connection(), number, self._actor, self.now)

    def report(self, number: int) -> ArticleReport:
        """Give a claim as an export needs it, as the transaction itself sees it."""
        self._session.flush()
        return reports(self._session.connection(), claims=(number,))[0]

    def journal_head(self) -> Head:
        """Give the last entry of the journal before this transaction's own."""
        return head(self._session)

    def _deed(self) -> Deed:
        return Deed(self.now, self._actor, self._action.value, self._new_id(), self.reverses)

    def _commit(self, group: str) -> None:
        """Commit; where the connection breaks, ask the journal whether the server still did it.

        Raises:
            DatabaseUnavailable: the server can't be asked.

        """
        try:
            self._session.commit()
        except DBAPIError as problem:
            if not (group and problem.connection_invalidated):
                raise
            if not committed(self._engine, group):
                raise
