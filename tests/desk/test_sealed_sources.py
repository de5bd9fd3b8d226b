"""Files of confidential sources are sealed: no word of them lies on the disk, and who has the key reads on."""

import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from unittest import mock

import pytest

from claims_db.capture_vocabulary import RecheckOutcome
from claims_db.vocabulary import QuoteVerdict, Stance
from tests.conftest import Clock
from tests.desk.capture_entry import entry
from tests.keys_to_seal import AgeKey, age_key, gpg_home
from tests.sources.answering import response, server
from workbench.bootstrap import open_care
from workbench.desk.capture_entries import EvidenceCaptured
from workbench.desk.care.evidence import EvidenceVerification, files_of, wanted_files
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry
from workbench.desk.recheck_entries import RecheckChoice
from workbench.desk.sources import SealedAgain
from workbench.errors import Refused, WorkbenchError
from workbench.settings import Settings
from workbench.sources.capture.sealing import NotSealed, StaysSealed
from workbench.sources.capture.store import ContentStore

pytestmark = pytest.mark.files_only

SECRET = "The minister knew of the leak in March, said the courier."
MEMO = f"{SECRET}\n\nA second paragraph of the paper.\n"
WORDS = (b"minister", b"courier", b"memo.txt")

Open = Callable[..., Desk]


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> AgeKey:
    return age_key(tmp_path_factory.mktemp("keys"), "ana")


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> AgeKey:
    return age_key(tmp_path_factory.mktemp("keys"), "ben")


@pytest.fixture
def sealing(settings: Settings, key: AgeKey) -> Settings:
    return replace(settings, seal="age", seal_to=key.recipient, seal_identity=key.identity)


@pytest.fixture
def desk(open_with: Open, sealing: Settings) -> Desk:
    at_work = open_with(sealing)
    at_work.add_claim(ClaimEntry("The minister did not know."))
    return at_work


@pytest.fixture
def memo(tmp_path: Path) -> Path:
    path = tmp_path / "memo.txt"
    path.write_text(MEMO)
    return path


def store(desk: Desk) -> ContentStore:
    return desk._place.capturer().store


def capture(desk: Desk, path: Path, **changes: object) -> EvidenceCaptured:
    given = {"excerpt": "knew of the leak", "confidential": True, **changes}
    return desk.capture(1, entry(path, Stance.REFUTES, **given))


def holders(folder: Path) -> list[Path]:
    """Name the files in which a word of the source can be read."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if any(word in path.read_bytes() for word in WORDS)]


def verified(settings: Settings, clock: Clock) -> EvidenceVerification:
    return open_care(settings, clock=clock).verify_evidence()


def test_a_confidential_capture_is_sealed_and_everything_can_be_done_with_it(
    desk: Desk, memo: Path, sealing: Settings, clock: Clock, tmp_path: Path
) -> None:
    done = capture(desk, memo)
    assert done.card.evidence.check is not None
    assert done.card.evidence.check.verdict is QuoteVerdict.EXACT
    assert holders(store(desk).folder) == []
    shown = desk.evidence(1)
    assert shown.text.startswith(SECRET)
    assert shown.provenance is not None
    assert shown.provenance["original_filename"] == "memo.txt"
    found = verified(sealing, clock)
    assert (found.misfits, found.unopened, found.files) == ((), 0, 3)
    clock.pass_minutes(10_000_000)
    assert open_care(sealing, clock=clock).spare_files().files == ()
    with pytest.raises(Refused, match="confidential"):
        desk.bundle_evidence(tmp_path / "out.wacz", [1])


def test_without_the_key_it_is_counted_and_not_failed_and_damage_is_still_found(
    desk: Desk, memo: Path, settings: Settings, clock: Clock, open_with: Open, other: AgeKey
) -> None:
    capture(desk, memo)
    stranger = replace(settings, seal="age", seal_to=other.recipient, seal_identity=other.identity)
    for without in (settings, stranger):
        found = verified(without, clock)
        assert (found.misfits, found.unopened, found.files) == ((), 3, 0)
        assert not open_care(without, clock=clock).spare_files().files
        with pytest.raises(StaysSealed):
            open_with(without).evidence(1)
    (path, *_) = (store(desk).folder / "sealed").rglob("*.age")
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content[:-2])
    assert any("other bytes" in misfit.what for misfit in verified(settings, clock).misfits)


def test_sources_are_counted_by_texts_that_are_opened_in_memory(
    desk: Desk, tmp_path: Path, open_with: Open, settings: Settings
) -> None:
    story = "The mayor said that ferry prices rose by 12 percent in March because fuel had become dearer. " * 2
    for name, confidential in (("one.txt", True), ("two.txt", False)):
        (tmp_path / name).write_text(f"From {name}. {story}")
        capture(desk, tmp_path / name, excerpt="", confidential=confidential)
    counted = desk.claim(1).sources
    assert counted is not None
    assert counted.independent == 1
    locked = open_with(settings).claim(1).sources
    assert locked is not None
    assert locked.independent == 2


@pytest.mark.parametrize("what", ["recipient", "program", "nobody"])
def test_nothing_is_fetched_where_it_could_not_be_sealed(
    open_with: Open, sealing: Settings, tmp_path: Path, what: str
) -> None:
    broken = replace(sealing, seal_to="age1" + "q" * 58 if what == "recipient" else "")
    if what == "program":
        broken = replace(sealing, seal="gpg", seal_to="0123456789ABCDEF0123456789ABCDEF01234567")
    asked = []
    with server(lambda connection: (asked.append(1), connection.sendall(response(b"x")))) as origin:
        desk = open_with(replace(broken, local_services=origin))
        desk.add_claim(ClaimEntry("The minister did not know."))
        with (
            mock.patch.dict("os.environ", {"PATH": str(tmp_path)} if what == "program" else {}),
            pytest.raises(NotSealed),
        ):
            desk.capture(1, entry(f"{origin}/x", confidential=True))
        assert not asked
        assert desk.claim(1).evidence == ()
        assert desk.capture(1, entry(f"{origin}/x")).number == 1


def test_a_source_of_plain_files_is_sealed_later_but_for_what_others_need(
    desk: Desk, memo: Path, sealing: Settings, clock: Clock, tmp_path: Path
) -> None:
    public = tmp_path / "public.txt"
    public.write_text("A second paragraph of the paper that courier and minister do not mind.")
    capture(desk, memo, confidential=False)
    capture(desk, public, confidential=False, excerpt="")
    assert holders(store(desk).folder)
    desk.make_source_confidential(1)
    of_public = desk.evidence(2).card.capture
    assert of_public is not None
    left = {path.name for path in holders(store(desk).folder)}
    assert left <= set(files_of(store(desk), of_public))
    assert of_public.sha256 in left
    assert desk.evidence(1).text == MEMO
    assert verified(sealing, clock).misfits == ()
    assert desk.erase_source(1).files == 3
    assert not list((store(desk).folder / "sealed").rglob("*.*"))
    assert verified(sealing, clock).misfits == ()


def test_what_was_confidential_before_is_sealed_when_it_is_asked_again(
    open_with: Open, settings: Settings, sealing: Settings, memo: Path, clock: Clock
) -> None:
    before = open_with(settings)
    before.add_claim(ClaimEntry("The minister did not know."))
    capture(before, memo)
    assert holders(store(before).folder)
    desk = open_with(sealing)
    assert (verified(sealing, clock).unsealed, verified(settings, clock).unsealed) == (3, 0)
    desk.make_source_confidential(1)
    assert verified(sealing, clock).unsealed == 0
    assert holders(store(desk).folder) == []
    # Without the setting it is read on, and what comes is plain again.
    opened = open_with(replace(sealing, seal="", seal_to=""))
    assert opened.evidence(1).text == MEMO
    assert verified(sealing, clock).misfits == ()


def test_plain_files_stay_where_the_sealed_ones_could_not_be_opened(
    open_with: Open, settings: Settings, sealing: Settings, memo: Path, other: AgeKey
) -> None:
    before = open_with(settings)
    before.add_claim(ClaimEntry("The minister did not know."))
    capture(before, memo, confidential=False)
    desk = open_with(replace(sealing, seal_to=other.recipient))
    with pytest.raises(StaysSealed):
        desk.make_source_confidential(1)
    source = desk.source(1).source
    assert not source.confidential
    assert before.evidence(1).text == MEMO


def test_what_a_kill_left_in_plain_is_named_and_mended(desk: Desk, memo: Path, sealing: Settings, clock: Clock) -> None:
    capture(desk, memo, confidential=False)
    with (
        mock.patch.object(ContentStore, "remove_plain", side_effect=KeyboardInterrupt),
        pytest.raises(KeyboardInterrupt),
    ):
        desk.make_source_confidential(1)
    misfits = verified(sealing, clock).misfits
    assert {misfit.reference for misfit in misfits} == {"E-1 (C-1)"}
    assert all("make its source confidential again" in misfit.what for misfit in misfits)
    desk.make_source_confidential(1)
    assert verified(sealing, clock).misfits == ()
    assert holders(store(desk).folder) == []


def test_whoever_joins_can_open_what_is_sealed_again_and_whoever_left_can_not(
    desk: Desk, memo: Path, sealing: Settings, open_with: Open, key: AgeKey, other: AgeKey, clock: Clock
) -> None:
    capture(desk, memo)
    joined = replace(sealing, seal_to=f"{key.recipient}, {other.recipient}")
    assert open_with(joined).seal_again() == SealedAgain(3, 0)
    theirs = replace(sealing, seal_to=other.recipient, seal_identity=other.identity)
    assert open_with(theirs).evidence(1).text.startswith(SECRET)
    assert open_with(theirs).seal_again() == SealedAgain(3, 0)
    assert open_with(theirs).evidence(1).text.startswith(SECRET)
    left = open_with(sealing)
    with pytest.raises(StaysSealed):
        left.evidence(1)
    assert left.seal_again() == SealedAgain(0, 3)
    found = verified(theirs, clock)
    assert (found.misfits, found.unopened, found.files) == ((), 0, 3)


def test_what_is_sealed_stays_where_it_can_not_be_sealed_again(
    desk: Desk, memo: Path, sealing: Settings, open_with: Open, other: AgeKey
) -> None:
    capture(desk, memo)
    before = {path: path.read_bytes() for path in store(desk).folder.rglob("*") if path.is_file()}
    for broken, message in (
        (replace(sealing, seal=""), "name no program"),
        (replace(sealing, seal_to="age1nobody"), "can't seal"),
        (replace(sealing, seal_to=other.recipient), "can't open"),
    ):
        with pytest.raises(WorkbenchError, match=message):
            open_with(broken).seal_again()
    assert {path: path.read_bytes() for path in store(desk).folder.rglob("*") if path.is_file()} == before


def test_a_changed_list_of_what_may_be_erased_is_named(desk: Desk, memo: Path, sealing: Settings, clock: Clock) -> None:
    capture(desk, memo)
    (path,) = (store(desk).folder / "sealed").rglob("*.refers")
    content = path.read_text()
    path.unlink()
    path.write_text(content.partition("\n")[0])
    (misfit,) = verified(sealing, clock).misfits
    assert misfit.reference == "E-1 (C-1)"
    assert "what may be erased" in misfit.what


def test_a_locked_gpg_key_keeps_what_comes_and_says_what_to_do(open_with: Open, settings: Settings, memo: Path) -> None:
    with gpg_home() as home, home.in_use():
        key = home.key("Ana <ana@desk.example>", "a passphrase")
        desk = open_with(replace(settings, seal="gpg", seal_to=key))
        desk.add_claim(ClaimEntry("The minister did not know."))
        home.lock()
        found = capture(desk, memo).card.evidence.check
        assert found is not None
        assert found.verdict is QuoteVerdict.EXACT, "the words were compared before they were sealed"
        with pytest.raises(StaysSealed, match="locked"):
            desk.evidence(1)
        # What is to be removed does not need the key.
        assert desk.erase_source(1).files == 3
        assert not list((store(desk).folder / "sealed").rglob("*.*"))


def test_a_confidential_page_is_looked_at_again_and_both_captures_stay_sealed(
    open_with: Open, sealing: Settings, clock: Clock
) -> None:
    pages = iter([MEMO, MEMO.replace("March", "April")])
    with server(
        lambda connection: connection.sendall(response(next(pages).encode(), "Content-Type: text/plain"))
    ) as origin:
        desk = open_with(replace(sealing, local_services=origin))
        desk.add_claim(ClaimEntry("The minister did not know."))
        desk.capture(1, entry(f"{origin}/memo.txt", excerpt="knew of the leak in March", confidential=True))
        (looked,) = desk.recheck(RecheckChoice(numbers=(1,))).found
        assert looked.outcome in {RecheckOutcome.GONE, RecheckOutcome.REWORDED}
    assert holders(store(desk).folder) == []
    found = verified(sealing, clock)
    assert (found.captures, found.misfits) == (2, ())


def test_the_evidence_of_a_desk_that_moves_is_read_at_its_new_place(
    desk: Desk, memo: Path, sealing: Settings, clock: Clock, tmp_path: Path, open_with: Open
) -> None:
    capture(desk, memo)
    moved = replace(
        sealing, database=str(tmp_path / "new.sqlite3"), folders=replace(sealing.folders, data=tmp_path / "new")
    )
    open_care(sealing, clock=clock).back_up(tmp_path / "backup.sqlite3")
    open_care(moved, clock=clock).restore(tmp_path / "backup.sqlite3")
    shutil.copytree(sealing.folders.data / "desks", tmp_path / "new" / "desks")
    assert open_with(moved).evidence(1).text == MEMO
    assert verified(moved, clock).misfits == ()


@pytest.mark.parametrize("seed", range(2))
def test_in_any_order_whoever_has_the_key_reads_all_that_was_not_erased(
    open_with: Open, sealing: Settings, clock: Clock, tmp_path: Path, seed: int
) -> None:
    """Some texts are brought more than once, so that captures share files; with an odd seed not everybody seals."""
    chance = random.Random(seed)  # noqa: S311 - the same steps each time
    texts = [tmp_path / f"text{number}.txt" for number in range(3)]
    for path in texts:
        path.write_text(f"{path.name}: the minister, the courier.")
    desks = [open_with(sealing), open_with(replace(sealing, seal="", seal_to=""))]
    desks[0].add_claim(ClaimEntry("The minister did not know."))
    brought: list[Path] = []
    for _ in range(12):
        desk = desks[chance.randrange(1 + seed % 2)]
        step = chance.choice(["open", "secret", "seal", "erase", "verify"]) if brought else "secret"
        if step in {"open", "secret"}:
            brought.append(chance.choice(texts))
            capture(desk, brought[-1], confidential=step == "secret", excerpt="")
        elif step == "verify":
            assert [
                one for one in verified(sealing, clock).misfits if seed % 2 == 0 or "in plain" not in one.what
            ] == []
        else:
            deed = desk.make_source_confidential if step == "seal" else desk.erase_source
            with suppress(Refused):
                deed(chance.randrange(len(brought)) + 1)
        kept = store(desks[0])
        with desks[0]._place.read() as connection:
            for sha256 in wanted_files(kept, connection):
                assert kept.check(sha256) > 0
    for number, path in enumerate(brought, 1):
        erased = desks[0].source(number).source.erased_at is not None
        assert desks[0].evidence(number).text == ("" if erased else path.read_text())
