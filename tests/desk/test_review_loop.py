"""The loop of one reviewer and of two: take, attach, record, skip, undo."""

import os
from pathlib import Path

import pytest

from claims_db.errors import Conflict, DatabaseUnavailable, LeaseLost, NotFound
from claims_db.rows import ClaimFilter, ClaimSheet
from claims_db.vocabulary import ClaimState, DraftField, EvidenceForm, SkipReason, Stance
from tests.conftest import Clock, OpenDesk
from workbench.desk.desk import Desk
from workbench.desk.entries import UNBORN, ArticleEntry, ClaimEntry, EvidenceEntry, NothingFree
from workbench.errors import BadInput, Refused
from workbench.settings import Settings

LINK = EvidenceEntry(
    EvidenceForm.LINK, Stance.REFUTES, excerpt="no increase", url="https://example.org/minutes", title="Minutes"
)


@pytest.fixture
def filled(desk: Desk) -> Desk:
    for number in range(4):
        desk.add_claim(ClaimEntry(f"The ferry sank {number + 3} times in nine years.", claimer="Inga Holm"))
    return desk


def taken(desk: Desk) -> ClaimSheet:
    turn = desk.take_next()
    assert isinstance(turn, ClaimSheet)
    return turn


def test_a_verdict_brings_the_next_claim(filled: Desk) -> None:
    first = taken(filled)
    filled.attach(first.number, LINK)
    outcome = filled.record(
        first.number, "false", "  The minutes say otherwise.  ", first.lease.token if first.lease else None
    )
    assert isinstance(outcome.next, ClaimSheet)
    assert outcome.next.number != first.number
    assert outcome.next.lease is not None
    done = filled.claim(first.number)
    assert done.state is ClaimState.RECORDED
    assert done.lease is None
    assert [(verdict.rating.slug, verdict.rationale, verdict.stands) for verdict in done.verdicts] == [
        ("false", "The minutes say otherwise.", True)
    ]
    assert [(one.stance, one.source.title if one.source else "") for one in done.evidence] == [
        (Stance.REFUTES, "Minutes")
    ]


def test_taking_again_gives_the_claim_already_held(filled: Desk) -> None:
    assert taken(filled).number == taken(filled).number
    assert filled.queue().leased == 1


def test_an_empty_queue_says_why(open_as: OpenDesk) -> None:
    ana, ben = open_as("ana"), open_as("ben")
    ana.add_claim(ClaimEntry("The ferry sank 3 times."))
    assert isinstance(ana.take_next(), ClaimSheet)
    turn = ben.take_next()
    assert isinstance(turn, NothingFree)
    assert "0 free" in turn.reason
    assert "1 leased" in turn.reason
    assert "30 minutes" in turn.reason


@pytest.mark.parametrize(("rating", "rationale"), [("false", "   "), ("no_such_rating", "Because.")])
def test_a_verdict_needs_a_rating_of_the_scale_and_a_rationale(filled: Desk, rating: str, rationale: str) -> None:
    with pytest.raises((BadInput, NotFound)):
        filled.record(1, rating, rationale)
    assert filled.claim(1).state is ClaimState.QUEUED
    assert filled.claim(1).verdicts == ()


def test_a_claim_that_somebody_else_holds_can_not_be_decided(open_as: OpenDesk) -> None:
    ana, ben = open_as("ana"), open_as("ben")
    ana.add_claim(ClaimEntry("The ferry sank 3 times."))
    ana.take(1)
    with pytest.raises(LeaseLost, match="held by ana"):
        ben.take(1)
    with pytest.raises(LeaseLost, match="held by ana"):
        ben.record(1, "false", "Because.")
    assert ben.claim(1).verdicts == ()


def test_a_late_save_after_the_lease_went_to_somebody_else_is_refused(open_as: OpenDesk, clock: Clock) -> None:
    ana, ben = open_as("ana"), open_as("ben")
    ana.add_claim(ClaimEntry("The ferry sank 3 times."))
    lease = ana.take(1).lease
    assert lease is not None
    clock.pass_minutes(31)
    theirs = ben.take(1).lease
    assert theirs is not None
    assert theirs.token > lease.token
    with pytest.raises(LeaseLost):
        ana.record(1, "false", "Because.", lease.token)
    with pytest.raises(LeaseLost):
        ana.keep(1, lease.token)
    ben.record(1, "true", "Seen it.", theirs.token)
    assert ben.claim(1).verdicts[0].reviewer == "ben"


def test_a_heartbeat_keeps_the_claim(open_as: OpenDesk, clock: Clock) -> None:
    ana, ben = open_as("ana"), open_as("ben")
    ana.add_claim(ClaimEntry("The ferry sank 3 times."))
    lease = ana.take(1).lease
    assert lease is not None
    clock.pass_minutes(20)
    ana.keep(1, lease.token)
    clock.pass_minutes(20)
    assert isinstance(ben.take_next(), NothingFree)


def test_a_claim_that_was_handed_back_is_free(open_as: OpenDesk) -> None:
    ana, ben = open_as("ana"), open_as("ben")
    ana.add_claim(ClaimEntry("The ferry sank 3 times."))
    ana.take(1)
    ana.hand_back(1)
    assert isinstance(ben.take_next(), ClaimSheet)
    with pytest.raises(Refused):
        ana.hand_back(1)


def test_skipping_needs_a_note_only_for_other(filled: Desk) -> None:
    with pytest.raises(BadInput, match="note"):
        filled.skip(1, SkipReason.OTHER)
    filled.skip(1, SkipReason.OPINION)
    sheet = filled.claim(1)
    assert sheet.state is ClaimState.SKIPPED
    assert sheet.skip is not None
    assert sheet.skip.reason is SkipReason.OPINION


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (EvidenceEntry(EvidenceForm.LINK, Stance.REFUTES), "needs an address"),
        (EvidenceEntry(EvidenceForm.LINK, Stance.REFUTES, url="javascript:alert(1)"), "no web address"),
        (EvidenceEntry(EvidenceForm.QUOTATION, Stance.CONTEXT), "words quoted"),
        (EvidenceEntry(EvidenceForm.NOTE, Stance.CONTEXT, note=" "), "needs words"),
        (EvidenceEntry(EvidenceForm.FILE, Stance.SUPPORTS, path="/no/such/file"), "is no file"),
    ],
)
def test_evidence_lacks_what_its_form_needs(filled: Desk, entry: EvidenceEntry, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        filled.attach(1, entry)
    assert filled.claim(1).evidence == ()


def test_a_file_is_attached_with_its_digest(filled: Desk, tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_bytes(b"abc")
    sheet = filled.attach(1, EvidenceEntry(EvidenceForm.FILE, Stance.SUPPORTS, path=str(path)))
    source = sheet.evidence[0].source
    assert source is not None
    assert source.title == "minutes.txt"
    assert source.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_one_source_serves_two_claims(filled: Desk) -> None:
    one = filled.attach(1, LINK).evidence[0].source
    two = filled.attach(2, LINK).evidence[0].source
    assert one is not None
    assert two is not None
    assert one.public_id == two.public_id


def test_undo_and_redo_go_back_and_forth_without_limit(filled: Desk) -> None:
    filled.attach(1, LINK)
    filled.record(1, "false", "Because.")
    filled.skip(2, SkipReason.TRIVIAL)
    assert filled.undo().claim == 2
    assert filled.undo().claim == 1
    assert filled.claim(1).state is ClaimState.QUEUED
    assert filled.undo().claim == 1
    assert filled.claim(1).evidence == ()
    with pytest.raises(Refused, match="nothing to take back"):
        filled.undo()
    for _ in range(3):
        filled.redo()
    assert filled.claim(1).state is ClaimState.RECORDED
    assert filled.claim(1).verdicts[0].stands
    assert filled.claim(2).state is ClaimState.SKIPPED
    with pytest.raises(Refused, match="nothing to do again"):
        filled.redo()


def test_a_new_step_ends_redo(filled: Desk) -> None:
    filled.skip(1, SkipReason.TRIVIAL)
    filled.undo()
    filled.skip(2, SkipReason.TRIVIAL)
    with pytest.raises(Refused):
        filled.redo()


def test_undo_is_refused_after_somebody_elses_change(open_as: OpenDesk) -> None:
    ana, ben = open_as("ana"), open_as("ben")
    ana.add_claim(ClaimEntry("The ferry sank 3 times."))
    ana.record(1, "false", "Because.")
    ana.hand_back(1) if ana.claim(1).lease else None
    ben.record(1, "true", "Seen it.")
    with pytest.raises(Conflict, match="state was 'recorded' and is 'adjudication' now"):
        ana.undo()
    assert [verdict.reviewer for verdict in ben.claim(1).verdicts if verdict.counts] == ["ben", "ana"]
    ana.add_claim(ClaimEntry("The ferry sank 4 times."))
    ana.skip(2, SkipReason.TRIVIAL)
    ben.record(2, "true", "Seen it.")
    with pytest.raises(Conflict, match="state was 'skipped' and is 'recorded' now"):
        ana.undo()


def test_drafts_are_offered_again_by_another_process(open_as: OpenDesk) -> None:
    ana = open_as("ana")
    ana.add_claim(ClaimEntry("The ferry sank 3 times."))
    ana.save_draft(1, DraftField.VERDICT, '{"rationale": "half a sent"}')
    ana.close()
    again = open_as("ana")
    assert [(draft.claim, draft.body) for draft in again.drafts()] == [(1, '{"rationale": "half a sent"}')]
    assert again.claim(1).drafts[0].field is DraftField.VERDICT
    assert open_as("ben").drafts() == ()
    again.record(1, "false", "A whole sentence.")
    assert again.drafts() == ()


def test_a_draft_survives_a_database_that_went_away(open_as: OpenDesk, database: Path) -> None:
    ana = open_as("ana")
    ana.add_claim(ClaimEntry("The ferry sank 3 times."))
    ana.close()
    kept = database.read_bytes()
    for path in database.parent.glob("desk.sqlite3*"):
        path.unlink()
    database.mkdir()
    ana.save_draft(1, DraftField.VERDICT, "typed while it was away")
    database.rmdir()
    database.write_bytes(kept)
    assert [draft.body for draft in open_as("ana").drafts()] == ["typed while it was away"]


@pytest.mark.parametrize("replaced_by", ["nothing", "folder", "copy"])
def test_a_verdict_is_not_written_into_a_file_that_was_replaced(
    open_as: OpenDesk, database: Path, replaced_by: str
) -> None:
    ana = open_as("ana")
    ana.add_claim(ClaimEntry("The ferry sank 3 times."))
    ana.save_draft(1, DraftField.VERDICT, "typed before")
    copy = database.read_bytes()
    for path in database.parent.glob("desk.sqlite3*"):
        path.unlink()
    if replaced_by == "folder":
        database.mkdir()
    elif replaced_by == "copy":
        database.write_bytes(copy)
    with pytest.raises(DatabaseUnavailable, match="moved or replaced"):
        ana.record(1, "false", "Because.")
    assert [draft.body for draft in ana.drafts()] == ["typed before"]


@pytest.mark.files_only
def test_a_desk_that_was_removed_is_not_read_as_an_empty_one(open_as: OpenDesk, database: Path) -> None:
    ana = open_as("ana")
    ana.add_claim(ClaimEntry("The ferry sank 3 times."))
    aside = database.rename(database.with_name("aside"))
    for _ in range(3):
        with pytest.raises(DatabaseUnavailable, match=r"moved or replaced|can't be opened"):
            ana.claim_numbers(ClaimFilter())
        assert not database.exists()
    aside.rename(database)
    assert list(ana.claim_numbers(ClaimFilter())) == [1]


def test_lists_are_filtered_and_paged(filled: Desk, article: Path) -> None:
    filled.add_article(ArticleEntry(str(article)))
    everything = filled.claim_numbers(ClaimFilter())
    assert sorted(everything) == list(range(1, len(everything) + 1))
    wanted = filled.claim_numbers(ClaimFilter(words=("FERRY", "sank 4")))
    assert [row.statement for row in filled.claim_rows(wanted)] == ["The ferry sank 4 times in nine years."]
    assert list(filled.claim_numbers(ClaimFilter(claimer="inga", article=1))) != []
    assert filled.claim_rows([99_999]) == ()
    assert list(filled.claim_numbers(ClaimFilter(words=("100%_no_such",)))) == []


def test_drafts_can_be_read_by_their_owner_alone(desk: Desk, settings: Settings) -> None:
    mask = os.umask(0o022)
    try:
        desk.save_draft(UNBORN, DraftField.CLAIM, "They said it over the phone.")
    finally:
        os.umask(mask)
    folder = settings.folders.data / "drafts"
    places = [folder, *folder.rglob("*")]
    assert len(places) == 3
    assert [place.name for place in places if place.stat().st_mode & 0o077] == []
