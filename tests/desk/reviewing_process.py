"""A process that works at a desk like a reviewer, says what was acknowledged, and dies where it is told to.

A write point is a place between two things that reach the disk or the server: before and after each statement
that writes, before and after each commit, before and after a draft's file takes its name.
"""

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection as Pipe
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine, event

from claims_db.rows import ClaimSheet
from claims_db.vocabulary import DraftField, EvidenceForm, SkipReason, Stance
from tests.server_desk import as_person
from workbench.bootstrap import open_desk
from workbench.desk.entries import EvidenceEntry
from workbench.settings import Settings

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.desk.reviewing_process"])


class Job(NamedTuple):
    """Who works, for how many claims, and at which write point the process dies, at its n-th time."""

    settings: Settings
    who: str
    seed: int
    turns: int = 10
    dies_at: str = ""
    nth: int = 1


class Acknowledged(NamedTuple):
    """A verb that has returned: its name, its claim, and the words or the token that belong to it.

    At its end a process names the write points that it passed: verb ``point``, how often, which.
    """

    who: str
    verb: str
    claim: int
    words: str


class Points:
    """Counts the write points that a process passes; kills it at the one that is wanted."""

    def __init__(self, dies_at: str, nth: int) -> None:
        self.passed: dict[str, int] = {}
        self._dies_at, self._nth = dies_at, nth

    def watch(self, engine: Engine) -> None:
        """Notice what reaches the database, and the files of drafts."""

        def statement(when: str, words: str) -> None:
            first, *rest = words.split(maxsplit=3)
            if first in {"INSERT", "UPDATE", "DELETE"}:
                table = rest[0] if first == "UPDATE" else rest[1]
                self.passing(f"{when} {first} {table}")

        event.listen(engine, "before_cursor_execute", lambda _c, _cur, words, *_: statement("before", words))
        event.listen(engine, "after_cursor_execute", lambda _c, _cur, words, *_: statement("after", words))
        event.listen(engine, "commit", lambda _: self.passing("before the commit"))
        event.listen(engine, "checkin", lambda *_: self.passing("after the commit"))
        renamed = Path.replace

        def rename(path: Path, target: Path) -> Path:
            self.passing("before a draft takes its name")
            done = renamed(path, target)
            self.passing("after a draft took its name")
            return done

        Path.replace = rename  # type: ignore[method-assign, assignment]

    def passing(self, name: str) -> None:
        self.passed[name] = self.passed.get(name, 0) + 1
        if name == self._dies_at and self.passed[name] == self._nth:
            os.kill(os.getpid(), signal.SIGKILL)


@contextmanager
def started(job: Job) -> Iterator[tuple[BaseProcess, Pipe]]:
    """Start a process; it is gone afterwards."""
    ours, theirs = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=_work, args=(job, theirs))
    process.start()
    theirs.close()
    try:
        yield process, ours
    finally:
        process.kill()
        process.join()
        ours.close()


def heard(pipe: Pipe) -> list[Acknowledged]:
    """Give all that a process has said, until it ended."""
    said = []
    try:
        while True:
            said.append(Acknowledged(*pipe.recv()))
    except EOFError:
        return said


def run(job: Job) -> list[Acknowledged]:
    """Let one process work until it ends or dies; give what was acknowledged."""
    with started(job) as (_, pipe):
        return heard(pipe)


def prepared(settings: Settings, people: Sequence[str], claims: int) -> Settings:
    """Make a desk with reviewers and claims in its queue."""
    from claims_db.vocabulary import Action
    from tests.claims_db.conftest import new_claim

    for who in people:
        desk = open_desk(as_person(settings, who))
        if who == people[-1]:
            with desk._place.work(Action.CLAIM_ADDED) as work:
                work.articles.add_claims([new_claim(f"The ferry sank {number} times.") for number in range(claims)])
        desk.close()
    return settings


def _work(job: Job, pipe: Pipe) -> None:
    desk = open_desk(as_person(job.settings, job.who))
    points = Points(job.dies_at, job.nth)
    points.watch(desk._place.engine)

    def tell(verb: str, claim: int, words: str) -> None:
        pipe.send(Acknowledged(job.who, verb, claim, words))

    tell("open", 0, "")
    for turn in range(job.turns):
        sheet = desk.take_next()
        if not isinstance(sheet, ClaimSheet) or sheet.lease is None:
            break
        number, words = sheet.number, f"{job.who} {job.seed} {turn}"
        tell("take", number, str(sheet.lease.token))
        desk.save_draft(number, DraftField.VERDICT, words)
        tell("draft", number, words)
        if turn % 2:
            desk.attach(number, EvidenceEntry(EvidenceForm.NOTE, Stance.CONTEXT, note=words))
            tell("attach", number, words)
        if turn % 4:
            desk.record(number, "false", words, sheet.lease.token)
            tell("record", number, words)
        else:
            desk.skip(number, SkipReason.OTHER, words, sheet.lease.token)
            tell("skip", number, words)
        if turn % 5 > 2:
            desk.undo()
            tell("undo", number, words)
    desk.close()
    for name, count in points.passed.items():
        tell("point", count, name)
    pipe.close()
