"""Whichever step of a verb fails, the desk is as before it or as after it, and the next attempt works."""

import io
import itertools
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import literal, select

from claims_db.engine import reading
from claims_db.journal.verify import verify
from claims_db.media_vocabulary import MediaKind
from claims_db.rows import Medium
from claims_db.tables import METADATA
from claims_db.vocabulary import DraftField, EvidenceForm, SkipReason, Spot, Stance
from tests.conftest import Clock, Ids
from tests.faults import failing_file, failing_statement
from tests.postgres_cluster import Cluster
from workbench.bootstrap import open_desk
from workbench.desk.care.care import Care
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ChosenWords, ClaimEdit, ClaimEntry, EvidenceEntry, QueueEntry
from workbench.errors import FAILURES
from workbench.settings import Settings

pytestmark = pytest.mark.files_only  # the tests name both kinds of database themselves

State = dict[str, list[tuple[object, ...]]]
Verb = Callable[[Desk, int], object]

_NOTE = EvidenceEntry(EvidenceForm.QUOTATION, Stance.REFUTES, excerpt="no", url="https://example.org", title="Minutes")


VERBS: dict[str, Verb] = {
    "take next": lambda desk, _: desk.take_next(),
    "take": lambda desk, _: desk.take(2),
    "hold": lambda desk, token: desk.keep(1, token),
    "hand back": lambda desk, _: desk.hand_back(1),
    "record": lambda desk, token: desk.record(1, "false", "Because of the minutes.", token),
    "skip": lambda desk, token: desk.skip(1, SkipReason.OTHER, "Not now.", token),
    "attach": lambda desk, _: desk.attach(1, _NOTE),
    "detach": lambda desk, _: desk.detach(1),
    "keep a draft": lambda desk, _: desk.save_draft(1, DraftField.SKIP, "typed anew"),
    "drop a draft": lambda desk, _: desk.drop_draft(1, DraftField.VERDICT),
    "undo": lambda desk, _: desk.undo(),
    "redo": lambda desk, _: desk.redo(),
    "take over": lambda desk, _: desk.take_over(1),
    "return": lambda desk, _: desk.send_back(2, "Name the source."),
    "comment": lambda desk, _: desk.comment(1, "Which ferry, @ana?"),
    "add media": lambda desk, _: desk.add_media(1, Medium(MediaKind.VIDEO, ("https://example.org/film",))),
    "move": lambda desk, _: desk.move(3, "desk", Spot.FIRST),
    "assign": lambda desk, _: desk.assign([1, 3], "ana", "Yours."),
    "make a queue": lambda desk, _: desk.open_queue(QueueEntry("ferries", takes="ferry")),
    "take words in": lambda desk, _: desk.take_in_words(ChosenWords(1, 0, 29)),
    "edit": lambda desk, _: desk.edit(4, ClaimEdit("We love it.", "Jonas Berg", ("ANI",), (0, 19))),
    "split": lambda desk, _: desk.split(4, [(0, 6), (7, 19)]),
    "mark a duplicate": lambda desk, _: desk.mark_duplicate(4, 2),
    "add a claim": lambda desk, _: desk.add_claim(ClaimEntry("It rained on 40 days.", claimer="Inga Holm")),
}


@pytest.fixture
def desks(request: pytest.FixtureRequest, settings: Settings, tmp_path: Path) -> Iterator[Callable[[], Desk]]:
    """Give a function that opens a fresh copy of a desk at which everything can be done."""
    clock, ids, opened, copies = Clock(), Ids(), list[Desk](), itertools.count()
    cluster: Cluster | None = request.getfixturevalue("cluster") if request.param == "server" else None
    if cluster is not None:
        cluster.execute('CREATE DATABASE "faults"')
        settings = replace(settings, database=cluster.url("faults"))
    _use(open_desk(settings, clock=clock, new_id=ids))
    made = list[str]()

    def fresh() -> Desk:
        number = next(copies)
        folders = replace(settings.folders, data=tmp_path / f"data {number}")
        if cluster is None:
            place = str(tmp_path / f"desk {number}.sqlite3")
            shutil.copy(settings.database, place)
        else:
            name = f"faults {number}"
            cluster.execute(f'CREATE DATABASE "{name}" TEMPLATE "faults" STRATEGY file_copy')
            made.append(name)
            place = cluster.url(name)
        opened.append(open_desk(replace(settings, database=place, folders=folders), clock=clock, new_id=ids))
        return opened[-1]

    yield fresh
    for desk in opened:
        desk.close()
    for name in (*made, "faults") if cluster is not None else ():
        cluster.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _use(desk: Desk) -> None:
    """Do what is undone, taken off or decided later."""
    for number in range(3):
        desk.add_claim(ClaimEntry(f"The ferry sank {number + 3} times in nine years.", claimer="Inga Holm"))
    article = io.BytesIO(b"We all love the sea very much.")
    desk.add_article(ArticleEntry("-", title="Harbour"), article)
    desk.take_in_words(ChosenWords(1, 0, 11))
    desk.attach(1, replace(_NOTE, excerpt="yes"))
    desk.record(2, "true", "It did.")
    desk.hand_back(1)
    desk.record(3, "false", "It did not.")
    desk.undo()
    desk.save_draft(1, DraftField.VERDICT, "typed")
    desk.close()


def state(desk: Desk) -> State:
    """Give all that the desk holds, but for keys, ids, hashes and instants; the journal by what was done."""
    with reading(desk._place.engine) as connection:
        assert list(verify(connection)) == []
        found: State = {}
        for table in METADATA.sorted_tables:
            if table.name == "draft":
                continue
            columns = [column for column in table.c if not _passes(column.name)]
            rows = connection.execute(select(literal(1), *columns)).all()
            found[table.name] = sorted((tuple(row) for row in rows), key=repr)
        found["times"] = [
            tuple(connection.exec_driver_sql(f"SELECT count(retracted_at) FROM {name}").scalars())
            for name in ("verdict", "skip", "evidence")
        ]
    found["drafts"] = [(draft.claim, draft.field, draft.body) for draft in desk.drafts()]
    return found


def _passes(column: str) -> bool:
    """Say whether a column holds a key, an id, a hash or an instant."""
    chained = {"id", "version", "previous", "hash", "reverses", "before", "after", "claim", "sequence", "at", "sha256"}
    return column in chained or column.endswith(("_id", "_at", "_until"))


def failed(verb: Verb, desk: Desk, token: int) -> bool:
    try:
        verb(desk, token)
    except FAILURES:
        return True
    return False


@pytest.mark.parametrize(
    ("name", "desks"),
    [*((name, "file") for name in VERBS), ("record", "server"), ("undo", "server")],
    indirect=["desks"],
)
def test_whichever_statement_or_file_fails_a_verb_is_done_or_not(name: str, desks: Callable[[], Desk]) -> None:
    verb = VERBS[name]

    def ready() -> tuple[Desk, int]:
        desk = desks()
        lease = None if name in {"take next", "take"} else desk.take(1).lease
        return desk, lease.token if lease else 0

    desk, token = ready()
    before = state(desk)
    assert not failed(verb, desk, token)
    done = state(desk)
    for kind in ("statement", "file"):
        desk, token = ready()
        for nth in itertools.count(1):
            with failing_statement(desk._place.engine, nth) if kind == "statement" else failing_file(nth) as fault:
                refused = failed(verb, desk, token)
            now = state(desk)
            assert now == (done if now != before else before), fault.step
            assert refused or now == done
            if not fault.step:
                break
            if now == done:
                if refused and name not in {"undo", "redo"}:
                    failed(verb, desk, token)
                    assert state(desk) == done, f"the second attempt after {fault.step} stored it twice"
                desk, token = ready()


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def used(settings: Settings, clock: Clock) -> Settings:
    """Give the settings of a desk at which something was done."""
    desk = open_desk(settings, clock=clock, new_id=Ids())
    _use(desk)
    return settings


def test_whichever_step_of_an_export_fails_each_report_is_whole(used: Settings, tmp_path: Path) -> None:
    desk, out = open_desk(used), tmp_path / "out"
    wanted = files(desk.export(tmp_path / "whole")[0].parent)
    for name in wanted:
        out.mkdir(exist_ok=True)
        (out / name).write_bytes(b"an older report")
    for nth in itertools.count(1):
        with failing_file(nth) as fault:
            refused = failed(lambda desk, _: desk.export(out), desk, 0)
        assert files(out).keys() == wanted.keys(), fault.step
        assert all(content in {wanted[name], b"an older report"} for name, content in files(out).items()), fault.step
        if not fault.step:
            break
        for name in wanted:
            (out / name).write_bytes(b"an older report")
    assert not refused
    assert files(out) == wanted
    desk.close()


@pytest.mark.parametrize("over", [False, True])
def test_whichever_step_of_a_backup_fails_the_file_is_whole_or_not_there(
    used: Settings, tmp_path: Path, clock: Clock, over: bool
) -> None:
    care, out = Care(used.database, clock), tmp_path / "out"
    out.mkdir()
    target = out / "backup.sqlite3"
    before = b"an older backup" if over else b""
    for nth in itertools.count(1):
        target.unlink(missing_ok=True)
        if over:
            target.write_bytes(before)
        with failing_file(nth) as fault, suppress(*FAILURES):
            care.back_up(target, replace=over)
        left = [path.name for path in out.iterdir()]
        assert left in ([], [target.name]) or fault.step == "unlink", fault.step
        if target.exists() and target.read_bytes() != before:
            assert Care(str(target), clock).verify().misfits == ()
        else:
            assert target.exists() == over, fault.step
        if not fault.step:
            break
        for path in out.iterdir():
            path.unlink()
    assert nth > 5
    assert target.exists()


def test_whichever_step_of_a_restore_fails_a_desk_stands_in_its_place(
    used: Settings, tmp_path: Path, clock: Clock
) -> None:
    place, backup = Path(used.database), tmp_path / "backup.sqlite3"
    Care(used.database, clock).back_up(backup)
    folder = tmp_path / "desks"
    for nth in itertools.count(1):
        folder.mkdir()
        desk = folder / place.name
        shutil.copy(place, desk)
        with failing_file(nth) as fault, suppress(*FAILURES):
            Care(str(desk), clock).restore(backup, replace=True)
        assert Care(str(desk), clock).verify().misfits == (), fault.step
        left = [path.name for path in folder.iterdir() if path.suffix == ".part" or ".part-" in path.name]
        assert left == [] or fault.step == "unlink", fault.step
        shutil.rmtree(folder)
        if not fault.step:
            break
    assert nth > 5
