"""Sources are described once for all claims; confidential ones never leave the desk and can be erased."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlalchemy import text

from claims_db.engine import open_engine, reading
from claims_db.vocabulary import DraftField, EvidenceForm, SourceKind, Stance
from tests.conftest import OpenDesk
from tests.desk.capture_entry import entry
from tests.desk.conftest import Opened
from workbench.bootstrap import open_care
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ClaimEntry, EvidenceEntry
from workbench.desk.ledger_entries import SourceEdit
from workbench.domain.dates import parse_date
from workbench.errors import BadInput, Conflict, NotFound, Refused
from workbench.export.finding_json import finding_bytes
from workbench.export.finding_of import findings_of
from workbench.export.markdown import render_article
from workbench.settings import Settings

SECRET = "The minister knew of the leak in March."
WORDS = ("knew of the leak", "Deep Throat", "memo", "A friend", "page 7", "ministry.example")


@pytest.fixture
def claims(desk: Desk) -> Desk:
    desk.add_claim(ClaimEntry("Ferry prices rose by 12 percent."))
    desk.add_claim(ClaimEntry("The minister did not know."))
    return desk


def linked(**changes: object) -> EvidenceEntry:
    entry = EvidenceEntry(EvidenceForm.LINK, Stance.REFUTES, url="https://ministry.example/memo", title="The memo")
    return replace(entry, **changes)


def confidential(**changes: object) -> EvidenceEntry:
    about = {"excerpt": SECRET, "author": "Deep Throat", "note": "A friend brought it.", "locator": "page 7"}
    return linked(**{**about, "published": parse_date("2021-03-04"), "confidential": True, **changes})


def journal(desk: Desk) -> str:
    with desk._place.engine.connect() as connection:
        rows = connection.execute(text("SELECT before, after FROM journal")).all()
    return "\n".join(bytes(image).decode() for row in rows for image in row if image is not None)


def verified(settings: Settings) -> tuple[object, ...]:
    care = open_care(settings)
    return (*care.verify().misfits, *care.verify_evidence().misfits)


def test_one_source_serves_many_claims_and_is_described_once(claims: Desk) -> None:
    claims.attach(1, linked(excerpt="by 12 percent"))
    claims.attach(2, linked(excerpt="knew nothing"))
    (card,) = claims.sources()
    assert [(use.evidence, use.claim) for use in card.uses] == [(1, 1), (2, 2)]
    edit = SourceEdit(
        title="The memo of 4 March",
        publisher="The ministry",
        published=parse_date("2021-03"),
        kind=SourceKind.PRIMARY,
        interest="Wants the minister to look well.",
        reliability="Signed, and in the ministry's register.",
    )
    described = claims.describe_source(1, edit).source
    assert (described.title, described.kind, described.url) == (edit.title, edit.kind, "https://ministry.example/memo")
    assert described.published == edit.published
    assert claims.claim(2).evidence[0].source == described
    assert claims.sources(2)[0].source == described


def test_what_was_said_of_a_source_is_taken_back_but_for_a_confidential_one(claims: Desk) -> None:
    claims.attach(1, linked())
    claims.describe_source(1, SourceEdit(interest="Sells news.", kind=SourceKind.WIRE_COPY))
    assert claims.undo().summary.startswith("Took back what was said of a source")
    assert (claims.source(1).source.interest, claims.source(1).source.kind) == ("", None)
    claims.redo()
    assert claims.source(1).source.interest == "Sells news."
    claims.attach(2, confidential())
    claims.describe_source(2, SourceEdit(interest="A friend of ours"))
    with pytest.raises(Conflict, match="no words of a confidential source"):
        claims.undo()
    assert claims.source(2).source.interest == "A friend of ours"


def test_undo_says_that_a_later_step_stays(claims: Desk, article: Path) -> None:
    claims.attach(1, linked())
    claims.add_article(ArticleEntry(str(article)))
    said = claims.undo().summary
    assert said.startswith("Took back the attached evidence on C-1.")
    assert "an article that was taken in can't be taken back" in said


def test_a_retracted_source_says_so_in_the_report_until_it_stands_again(claims: Desk) -> None:
    claims.attach(1, linked(excerpt="by 12 percent"))
    claims.describe_source(1, SourceEdit(retraction="Withdrawn on *4 May*."))
    report = render_article(claims.reports(claim=1)[0])
    assert "**Retracted**: Withdrawn on \\*4 May\\*." in report
    assert ".." not in report
    assert [row.claim for row in claims.resting_on(1)] == [1]
    claims.describe_source(1, SourceEdit(retraction=""))
    assert "Retracted" not in render_article(claims.reports(claim=1)[0])


def test_an_edit_of_what_somebody_else_changed_is_refused(claims: Desk, open_as: OpenDesk) -> None:
    claims.attach(1, linked())
    base = claims.source(1).source
    open_as("ben").describe_source(1, SourceEdit(title="Theirs", base=base))
    with pytest.raises(Refused, match="title"):
        claims.describe_source(1, SourceEdit(title="Mine", base=base))
    assert claims.describe_source(1, SourceEdit(interest="None", base=base)).source.title == "Theirs"


def test_a_note_rests_on_no_source(claims: Desk) -> None:
    claims.attach(1, EvidenceEntry(EvidenceForm.NOTE, Stance.CONTEXT, note="I saw it."))
    with pytest.raises(NotFound, match="rests on no source"):
        claims.source(1)
    with pytest.raises(NotFound, match="no evidence E-9"):
        claims.describe_source(9, SourceEdit(title="x"))
    with pytest.raises(BadInput):
        claims.attach(1, EvidenceEntry(EvidenceForm.NOTE, Stance.CONTEXT, note="I saw it.", confidential=True))


def test_words_of_a_confidential_source_are_in_the_review_and_nowhere_else(claims: Desk, settings: Settings) -> None:
    claims.attach(1, confidential())
    claims.describe_source(1, SourceEdit(interest="A friend of ours", kind=SourceKind.PRIMARY))
    sheet = claims.claim(1)
    assert sheet.evidence[0].excerpt == SECRET
    claims.take(1)
    claims.record(1, "false", "It is not so.")
    report = render_article(claims.reports(claim=1)[0])
    assert "Document seen by the desk." in report
    sources = (report, journal(claims), finding_bytes(next(findings_of(claims.reports(claim=1)))).decode())
    for words in WORDS:
        assert not any(words in where for where in sources), words
    assert verified(settings) == ()


def test_undo_and_redo_bring_confidential_words_back_as_they_were(claims: Desk, settings: Settings) -> None:
    claims.attach(1, confidential())
    claims.undo()
    assert claims.claim(1).evidence == ()
    claims.redo()
    assert (claims.claim(1).evidence[0].excerpt, claims.claim(1).evidence[0].note) == (SECRET, "A friend brought it.")
    assert verified(settings) == ()


def test_evidence_whose_words_were_hidden_since_is_taken_off_and_brought_back(claims: Desk, settings: Settings) -> None:
    claims.attach(1, linked(excerpt="by 12 percent"))
    claims.attach(2, confidential())
    claims.make_source_confidential(1)
    claims.erase_source(2)
    for claim, words in ((2, ""), (1, "by 12 percent")):
        assert claims.undo().summary.startswith(f"Took back the attached evidence on C-{claim}.")
        assert claims.claim(claim).evidence == ()
        claims.redo()
        (back,) = claims.claim(claim).evidence
        assert back.excerpt == words
        assert back.source is not None
        assert back.source.confidential
        claims.undo()
    claims.redo()
    claims.redo()
    assert verified(settings) == ()


def test_what_was_said_of_a_source_that_is_secret_now_is_not_taken_back(claims: Desk) -> None:
    claims.attach(1, linked())
    claims.describe_source(1, SourceEdit(interest="Sells news."))
    claims.make_source_confidential(1)
    with pytest.raises(
        Conflict, match=r"^This can't be taken back: the source was made confidential or erased since\.$"
    ):
        claims.undo()


def test_the_same_confidential_source_is_one_for_all_claims(claims: Desk) -> None:
    claims.attach(1, confidential())
    claims.attach(1, confidential())
    claims.attach(2, confidential(excerpt="another place"))
    claims.attach(2, linked())
    secret, public = claims.sources()
    assert [use.evidence for use in secret.uses] == [1, 2]
    assert not public.source.confidential


def test_an_erased_source_leaves_digests_alone(claims: Desk, settings: Settings) -> None:
    claims.attach(1, confidential())
    claims.attach(2, confidential())
    assert claims.claim(1).sources is not None
    done = claims.erase_source(1)
    assert claims.claim(1).sources is None
    assert done.card.source.erased_at is not None
    assert (done.card.source.title, done.card.source.url, done.files) == ("", "", 0)
    for number in (1, 2):
        (left,) = claims.claim(number).evidence
        assert (left.excerpt, left.note, left.locator) == ("", "", "")
    with claims._place.engine.connect() as connection:
        salts = connection.execute(text("SELECT salt FROM source UNION ALL SELECT salt FROM evidence")).scalars()
        assert set(salts) == {None}
    assert not any(words in journal(claims) for words in WORDS)
    assert "Document seen by the desk." in render_article(claims.reports(claim=1)[0])
    assert verified(settings) == ()
    claims.erase_source(1)
    with pytest.raises(Refused):
        claims.describe_source(1, SourceEdit(title="It was the memo"))


def test_only_confidential_sources_are_erased_and_only_by_editors(claims: Desk, open_as: OpenDesk) -> None:
    claims.attach(1, linked(excerpt=SECRET))
    with pytest.raises(Refused, match="Only a confidential source"):
        claims.erase_source(1)
    for deed in ("make_source_confidential", "erase_source"):
        with pytest.raises(Refused, match="Only an editor"):
            getattr(open_as("ben"), deed)(1)
    assert claims.claim(1).evidence[0].excerpt == SECRET


def test_a_source_made_confidential_later_leaves_exports_at_once(claims: Desk, settings: Settings) -> None:
    claims.attach(1, linked(excerpt=SECRET))
    assert claims.make_source_confidential(1).source.confidential
    assert not any(words in render_article(claims.reports(claim=1)[0]) for words in WORDS)
    assert claims.claim(1).evidence[0].excerpt == SECRET
    assert verified(settings) == ()
    claims.erase_source(1)
    assert verified(settings) == ()


@pytest.mark.files_only
def test_erased_words_are_not_left_in_the_file(claims: Desk, settings: Settings) -> None:
    claims.save_draft(1, DraftField.EVIDENCE, json.dumps({"excerpt": SECRET}))
    claims.attach(1, confidential())
    for number in range(50):
        claims.comment(1, f"Comment {number}.")
    assert claims.erase_source(1).forgotten
    left = [path for path in Path(settings.database).parent.glob("desk.sqlite3*") if path.is_file()]
    assert left
    for words in (*WORDS, SECRET):
        assert not any(words.encode() in path.read_bytes() for path in left), words
    with reading(open_engine(settings.database)) as somebody:
        somebody.execute(text("SELECT count(*) FROM claim")).all()
        assert not claims.erase_source(1).forgotten


@dataclass
class Secret:
    desk: Desk
    path: Path

    def files(self) -> list[Path]:
        store = self.desk._place.capturer().store
        return [store.path(blob.sha256) for blob in store.all()]

    def capture(self, **changes: object) -> None:
        given = entry(self.path, Stance.REFUTES, excerpt="knew of the leak", **changes)
        self.desk.capture(1, given)


@pytest.fixture
def secret(open_at: Opened, tmp_path: Path) -> Secret:
    desk = open_at()
    desk.add_claim(ClaimEntry("The minister did not know."))
    path = tmp_path / "memo.txt"
    path.write_text(f"{SECRET}\n\nA second paragraph of the paper.\n")
    return Secret(desk, path)


def test_files_of_a_confidential_capture_are_their_owners_alone(secret: Secret, settings: Settings) -> None:
    secret.capture(confidential=True, url="https://ministry.example/memo", statement="Brought by hand.")
    assert {path.stat().st_mode & 0o777 for path in secret.files()} == {0o400}
    assert secret.desk.evidence(1).text.startswith(SECRET)
    assert not any(words in journal(secret.desk) for words in (*WORDS, "memo.txt"))
    assert verified(settings) == ()


def test_erasing_removes_every_file_but_what_another_capture_needs(secret: Secret, settings: Settings) -> None:
    secret.capture()
    before = set(secret.files())
    secret.capture(confidential=True)
    assert len(secret.files()) > len(before)
    done = secret.desk.erase_source(2)
    assert done.files > 0
    assert set(secret.files()) == before
    assert verified(settings) == ()
    shown = secret.desk.evidence(2)
    assert (shown.provenance, shown.text, shown.card.evidence.excerpt) == (None, "", "")
    assert open_care(settings).verify_evidence().erased == 1
    assert json.dumps(secret.desk.evidence(1).provenance).count("memo.txt") == 1


def test_what_is_left_of_an_erased_source_is_named_and_erased_again(
    secret: Secret, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret.capture(confidential=True)
    with monkeypatch.context() as patch:
        patch.setattr("workbench.sources.capture.store.ContentStore.erase", lambda *_: False)
        secret.desk.erase_source(1)
    assert any("still here" in str(misfit) for misfit in verified(settings))
    assert secret.desk.erase_source(1).files > 0
    assert secret.files() == []
    assert verified(settings) == ()


def test_files_of_a_source_made_confidential_later_are_hidden(secret: Secret) -> None:
    secret.capture()
    assert {path.stat().st_mode & 0o777 for path in secret.files()} == {0o444}
    secret.desk.make_source_confidential(1)
    assert {path.stat().st_mode & 0o777 for path in secret.files()} == {0o400}


def test_what_was_typed_of_a_source_is_erased_with_it(claims: Desk) -> None:
    claims.attach(1, confidential())
    claims.save_draft(1, DraftField.SOURCE, json.dumps({"interest": SECRET}), "E-1")
    assert SECRET in claims.drafts()[0].body
    claims.erase_source(1)
    assert claims.drafts() == ()


def test_a_wrong_place_of_a_copy_is_named_as_that(claims: Desk) -> None:
    with pytest.raises(BadInput, match="Archived at: 'in a drawer' is no web address"):
        claims.attach(1, linked(archived_url="in a drawer"))
