"""What every verb of the desk works with."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims_db.engine import Connection, Engine, reading
from claims_db.repositories.writing import Clock, NewId
from claims_db.rows import ReviewerRow
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action
from workbench.desk.late import Late
from workbench.desk.local_drafts import LocalDrafts
from workbench.domain.meaning import Encoder
from workbench.domain.priors import DeskPool
from workbench.domain.proposer import Proposer
from workbench.domain.searching import SearchIndex
from workbench.domain.syntax_tree import Parser
from workbench.sources.reader import Reader

if TYPE_CHECKING:
    from workbench.sources.capture.capturing import Capturer
    from workbench.sources.witnesses.named import NamedWitnesses

MINUTE = 60_000_000
"""A minute in microseconds."""


@dataclass(frozen=True)
class Workplace:
    """One reviewer's place at one desk: its database, clock, ids, reader of sources, parser and local drafts.

    ``proposer`` gives the model of the settings, or fails with what is not set; ``index`` gives the search index,
    which the first call opens, ``pool`` that of candidates in the same way, ``encoder`` the sentence encoder of the
    settings, if they name one; ``capturer`` captures evidence, and is made by the first call as well;
    ``witnesses`` gives the outside witnesses of the settings.
    """

    engine: Engine
    reviewer: ReviewerRow
    clock: Clock
    new_id: NewId
    lease: int
    reader: Reader
    parser: Parser
    drafts: LocalDrafts
    proposer: Callable[[], Proposer]
    index: Callable[[], SearchIndex]
    pool: Callable[[], DeskPool]
    encoder: Callable[[], Encoder | None]
    capturer: "Late[Capturer]"
    witnesses: "Callable[[], NamedWitnesses]"

    def work(self, action: Action) -> UnitOfWork:
        """Begin one transaction in the reviewer's name."""
        return UnitOfWork(self.engine, action, self.reviewer.public_id, self.clock, self.new_id)

    def read(self) -> AbstractContextManager[Connection]:
        """Begin one read that sees one state of the database."""
        return reading(self.engine)

    def close(self) -> None:
        """Close connections and the process that reads pages."""
        self.reader.close()
        self.capturer.close()
        self.engine.dispose()
