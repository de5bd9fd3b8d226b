"""A store of one's own for each test, with a clock and ids that the test controls."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pytest

from claims_db.capture_vocabulary import CaptureMode, CaptureOutcome
from claims_db.engine import Engine, open_engine, reading
from claims_db.journal.verify import Finding, verify
from claims_db.repositories.intake import NewArticle
from claims_db.repositories.new_claims import NewClaim
from claims_db.repositories.reviews import NewEvidence, NewSource
from claims_db.rows import CaptureRow, LeaseRow, QuoteRow, RatingRow, ReasonRow, ScaleRow, SpanRow
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action, AppearanceForm, ClaimKind, ClaimState, EvidenceForm, Role, Stance
from tests.conftest import MINUTE, Clock, Ids
from tests.server_desk import ServerDesk

SCALE = ScaleRow(
    "two",
    "Two ratings",
    (RatingRow("true", "True", "It is so.", 5, "Supported"), RatingRow("false", "False", "It is not.", 1, "Refuted")),
)


@dataclass
class Store:
    """A database with a desk in it, and reviewers by name; on a server each writes with a login of their own."""

    engine: Engine
    clock: Clock = field(default_factory=Clock)
    ids: Ids = field(default_factory=Ids)
    people: dict[str, str] = field(default_factory=dict)
    server: ServerDesk | None = None
    logins: dict[str, Engine] = field(default_factory=dict)

    def work(self, action: Action = Action.CLAIM_TAKEN, who: str = "ana") -> UnitOfWork:
        return UnitOfWork(self.engine_of(who), action, self.people[who], self.clock, self.ids)

    def engine_of(self, who: str) -> Engine:
        """Give the connections of a person."""
        return self.logins.get(who, self.engine)

    def place_of(self, who: str) -> str:
        """Give the address of the database for a person."""
        return str(self.engine.url.database) if self.server is None else self.server.url(who)

    def join(self, name: str) -> None:
        if self.server is not None:
            self.people[name] = self.server.person(name, scale=SCALE).public_id
            self.logins[name] = open_engine(self.server.url(name))
            return
        self.people[name] = self.ids()
        with self.work(Action.REVIEWER_JOINED, name) as work:
            work.people.join(name, Role.REVIEWER, self.engine.url.username)
            work.people.open_desk("Desk", "UTC", "en", SCALE)

    def add_claims(self, *claims: NewClaim, who: str = "ana") -> tuple[int, ...]:
        with self.work(Action.CLAIM_ADDED, who) as work:
            return work.articles.add_claims(claims)

    def add_article(self, new: NewArticle, claims: Sequence[NewClaim] = (), who: str = "ana") -> int:
        with self.work(Action.ARTICLE_TAKEN_IN, who) as work:
            where = work.articles.add(new)
            work.articles.add_claims(claims, where)
        return where.article_number

    def take_next(self, who: str = "ana", minutes: int = 30) -> LeaseRow | None:
        with self.work(Action.CLAIM_TAKEN, who) as work:
            number = work.leases.own() or work.leases.next_free()
            return None if number is None else work.leases.take(number, work.now + minutes * MINUTE)

    def record(
        self, number: int, rating: str = "false", who: str = "ana", state: ClaimState = ClaimState.RECORDED
    ) -> None:
        with self.work(Action.VERDICT_RECORDED, who) as work:
            work.leases.check(number, None)
            work.reviews.record(number, rating, "Because.", blind=False)
            work.queues.set_state(number, state)
            work.leases.release(number)

    def attach(self, number: int, source: NewSource, excerpt: str = "words", who: str = "ana") -> int:
        with self.work(Action.EVIDENCE_ATTACHED, who) as work:
            return work.reviews.attach(
                number, NewEvidence(EvidenceForm.LINK, Stance.REFUTES, excerpt, "p. 3", "", source)
            )

    def capture(self, number: int, source: NewSource, who: str = "ana") -> int:
        """Attach evidence with a capture, whose files are not needed here."""
        names = (f"{letter}" * 64 for letter in "abcd")
        body, warc, provenance, text = names
        kept = CaptureRow(
            self.ids(), self.ids(), CaptureMode.LIVE, CaptureOutcome.OK, "",
            body, 10, "text/plain", 1, source.url, warc, provenance, text,
        )  # fmt: skip
        with self.work(Action.EVIDENCE_ATTACHED, who) as work:
            return work.captures.attach(
                number, NewEvidence(EvidenceForm.LINK, Stance.REFUTES, "words", "p. 3", "", source), kept
            )

    def detach(self, evidence: int, who: str = "ana") -> None:
        with self.work(Action.EVIDENCE_DETACHED, who) as work:
            work.reviews.detach(evidence)

    def undo(self, who: str = "ana") -> int | None:
        with self.work(Action.UNDONE, who) as work:
            effect = work.history.to_undo()
            assert effect is not None
            work.reverses = effect.group
            work.history.undo(effect.group)
        return effect.claim

    def redo(self, who: str = "ana") -> int | None:
        with self.work(Action.REDONE, who) as work:
            effect = work.history.to_redo()
            assert effect is not None
            work.reverses = effect.group
            work.history.redo(effect.group)
        return effect.claim

    def findings(self) -> list[Finding]:
        with reading(self.engine) as connection:
            return list(verify(connection))

    def count(self, table: str) -> int:
        with reading(self.engine) as connection:
            return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


@pytest.fixture
def engine(database_kind: str, request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Give the database, on a server with the rights of its keeper."""
    opened = open_engine(str(request.getfixturevalue("database" if database_kind == "sqlite" else "server")))
    yield opened
    opened.dispose()


@pytest.fixture
def store(engine: Engine, database_kind: str, request: pytest.FixtureRequest) -> Iterator[Store]:
    made = Store(engine, server=None if database_kind == "sqlite" else request.getfixturevalue("server"))
    made.join("ana")
    made.join("ben")
    yield made
    for opened in made.logins.values():
        opened.dispose()


def new_claim(
    statement: str = "The ferry sank.",
    worth: float = 0.5,
    claimer: str = "",
    via: tuple[str, ...] = (),
    span: SpanRow | None = None,
    quote: str = "",
    kind: ClaimKind = ClaimKind.EVENT,
) -> NewClaim:
    return NewClaim(
        statement=statement,
        kind=kind,
        claimer=claimer,
        via=via,
        language="en",
        check_worthiness=worth,
        reasons=(ReasonRow("number", 0.25), ReasonRow("no one named", -0.1)),
        assumptions=("the year is 2021",),
        form=AppearanceForm.ARTICLE if span else AppearanceForm.TIP,
        span=span,
        quote=QuoteRow(quote, "before ", " after") if quote else None,
    )


def new_article(text: str = "The ferry sank. Nobody was hurt.", url: str = "", sha256: str = "") -> NewArticle:
    return NewArticle(
        title="Ferry",
        outlet="Harbour News",
        url=url,
        byline="I. Holm",
        published=None,
        language="en",
        source_text=text,
        text=text,
        source_map=b"\x01",
        media_type="text/plain",
        encoding="utf-8",
        origin="ferry.txt",
        sha256=sha256 or f"digest of {text}",
    )
