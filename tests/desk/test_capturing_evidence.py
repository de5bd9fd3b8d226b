"""Evidence is captured before anything is written, and written with its capture in one transaction."""

import io
import itertools
import json
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from claims_db.capture_vocabulary import CaptureMode, CaptureOutcome
from claims_db.errors import NotFound
from claims_db.vocabulary import EvidenceForm, QuoteVerdict
from tests.desk.capture_entry import entry
from tests.desk.conftest import Opened
from tests.faults import failing_file, failing_statement
from tests.sources import documents as made
from tests.sources.answering import OK, answering, response, server
from workbench.bootstrap import open_care
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry
from workbench.domain.dates import parse_date
from workbench.domain.evidence.check_words import HIDDEN, in_doubt
from workbench.domain.progress import Stopped
from workbench.errors import FAILURES, BadInput, NotFetched
from workbench.export.finding_of import findings_of
from workbench.export.markdown import render_article
from workbench.settings import Settings
from workbench.sources.capture.store import ContentStore

BLOCK = {
    "@type": "NewsArticle",
    "headline": "Ferry prices rise",
    "author": {"name": "Ann Lee"},
    "publisher": {"name": "The Harbour"},
    "datePublished": "2024-02-03T10:00:00Z",
}
PAGE = (
    f'<html><head><script type="application/ld+json">{json.dumps(BLOCK)}</script></head><body><article>'
    + "<p>The council raised ferry prices by 12 percent in March, the mayor said on Monday.</p>" * 5
    + "</article></body></html>"
).encode()


@pytest.fixture
def origin() -> Iterator[str]:
    with answering(response(PAGE, "Content-Type: text/html")) as running:
        yield running


@pytest.fixture
def desk(open_at: Opened, origin: str) -> Desk:
    at_work = open_at(origin)
    at_work.add_claim(ClaimEntry("Ferry prices rose by 12 percent."))
    return at_work


def store(desk: Desk) -> ContentStore:
    return desk._place.capturer().store


def files(desk: Desk) -> set[str]:
    return {blob.sha256 for blob in store(desk).all()}


def test_a_page_is_captured_with_what_it_says_of_itself(desk: Desk, origin: str) -> None:
    found = desk.capture(1, entry(f"{origin}/x", excerpt="by 12 percent", locator="paragraph 1"))
    evidence, capture = found.card.evidence, found.card.capture
    assert (found.number, found.claim, found.problem) == (1, 1, "")
    assert (evidence.form, evidence.excerpt, evidence.locator) == (EvidenceForm.LINK, "by 12 percent", "paragraph 1")
    source = evidence.source
    assert source is not None
    assert (source.title, source.author, source.publisher) == ("Ferry prices rise", "Ann Lee", "The Harbour")
    assert source.published is not None
    assert source.published.value.startswith("2024-02-03")
    assert (source.url, source.sha256) == (f"{origin}/x", capture.sha256 if capture else "")
    assert capture is not None
    assert (capture.mode, capture.outcome, capture.media_type) == (CaptureMode.LIVE, CaptureOutcome.OK, "text/html")
    assert store(desk).read(capture.sha256) == PAGE
    shown = desk.evidence(1)
    assert shown.provenance is not None
    assert shown.provenance["told"]["title"] == {"value": "Ferry prices rise", "from": "JSON-LD"}
    assert shown.provenance["requested_by"]["id"] == desk.reviewer().public_id
    assert "raised ferry prices by 12 percent" in shown.text
    assert [row.number for row in desk.claim(1).evidence] == [1]


def test_what_the_reviewer_says_goes_before_what_the_page_says(desk: Desk, origin: str) -> None:
    found = desk.capture(1, entry(origin, title="Prices", author="B. Ek", published=parse_date("2023")))
    source = found.card.evidence.source
    assert source is not None
    assert (source.title, source.author, source.publisher) == ("Prices", "B. Ek", "The Harbour")
    assert source.published == parse_date("2023")


def test_one_source_has_many_captures_and_serves_many_claims(desk: Desk, origin: str) -> None:
    desk.add_claim(ClaimEntry("It is the third rise."))
    cards = [desk.capture(claim, entry(f"{origin}/x")).card for claim in (1, 1, 2)]
    cards.append(desk.capture(2, entry(f"{origin}/y")).card)
    sources = [card.evidence.source.public_id for card in cards if card.evidence.source]
    assert sources[0] == sources[1] == sources[2] != sources[3]
    assert len({card.capture.public_id for card in cards if card.capture}) == 4


def test_a_file_and_standard_input_are_captured(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(made.pdf("Ferry prices rose.", title="Minutes"))
    found = desk.capture(1, entry(str(path), obtained_how="From the clerk.")).card
    assert found.evidence.source is not None
    assert (found.evidence.form, found.evidence.source.title) == (EvidenceForm.FILE, "Minutes")
    assert found.capture is not None
    assert (found.capture.mode, found.capture.media_type) == (CaptureMode.UPLOAD, "application/pdf")
    again = desk.capture(1, entry("-"), io.BytesIO(b"year,price\n2023,4\n")).card
    assert again.evidence.source is not None
    assert again.evidence.source.title == ""
    assert desk.evidence(again.evidence.number).text == "year,price\n2023,4\n"
    by_hand = desk.capture(1, entry(str(path), url="https://news.example.com/x", statement="Saved behind my login."))
    assert by_hand.card.capture is not None
    assert by_hand.card.capture.mode is CaptureMode.MANUAL
    record = desk.evidence(by_hand.number).provenance
    assert record is not None
    assert record["statement"] == "Saved behind my login."


@pytest.mark.parametrize(
    ("changes", "location", "words"),
    [
        ({}, "no such file", "no file"),
        ({}, "", "Nothing is named"),
        ({"statement": "I saved it."}, "http://example.org/", "by hand"),
        ({"url": "ftp:/x"}, "-", "no web address"),
        ({"statement": "I saved it."}, "-", "needs the address"),
    ],
)
def test_what_can_not_be_captured_is_refused(desk: Desk, changes: dict[str, str], location: str, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        desk.capture(1, entry(location, **changes), io.BytesIO(b"some words"))
    assert files(desk) == set()


def test_nothing_is_fetched_for_a_claim_that_is_not_there(desk: Desk, origin: str) -> None:
    with pytest.raises(NotFound):
        desk.capture(99, entry(origin))
    assert files(desk) == set()


def test_an_address_inside_is_not_captured(open_at: Opened, origin: str) -> None:
    careful = open_at()
    careful.add_claim(ClaimEntry("It rained."))
    for address in (origin, "http://169.254.169.254/", "file:///etc/passwd"):
        with pytest.raises(NotFetched):
            careful.capture(1, entry(address))
    assert careful.claim(1).evidence == ()
    assert files(careful) == set()


def test_others_write_while_a_page_is_fetched(open_at: Opened) -> None:
    """The page is answered by somebody who first writes at the same desk."""
    others: list[Desk] = []

    def talk(connection: socket.socket) -> None:
        others[0].add_claim(ClaimEntry("Somebody wrote this meanwhile."))
        connection.sendall(response(PAGE, "Content-Type: text/html"))

    with server(talk) as origin:
        at_work = open_at(origin)
        at_work.add_claim(ClaimEntry("Ferry prices rose."))
        others.append(at_work.reader())
        assert at_work.capture(1, entry(origin)).number == 1
    assert at_work.claim(2).statement == "Somebody wrote this meanwhile."


def test_what_lies_on_another_machine_is_counted_for_a_team_and_missed_by_one_person(
    desk: Desk, origin: str, settings: Settings, tmp_path: Path
) -> None:
    desk.capture(1, entry(origin))
    elsewhere = replace(settings, folders=replace(settings.folders, data=tmp_path / "another machine"))
    assert open_care(settings).verify_evidence().misfits == ()
    found = open_care(elsewhere).verify_evidence()
    on_server = settings.database.startswith("postgresql")
    assert found.elsewhere == on_server
    assert {misfit.reference for misfit in found.misfits} == (set() if on_server else {"E-1 (C-1)"})
    shutil.move(settings.folders.data / "desks", tmp_path / "gone")
    shown = desk.evidence(1)
    assert (shown.provenance, shown.text) == (None, "")
    assert shown.card.capture is not None


def test_a_capture_tells_how_far_it_is_and_can_be_stopped(open_at: Opened) -> None:
    body = PAGE + b" " * 300_000
    with answering(response(body, "Content-Type: text/html")) as origin:
        at_work = open_at(origin)
        at_work.add_claim(ClaimEntry("Ferry prices rose."))
        heard: list[tuple[str, int, int]] = []
        at_work.capture(1, entry(origin), progress=lambda *step: heard.append(step))
        assert heard[0] == ("fetching", 0, 0)
        assert heard[-1] == ("reading", 0, 0)
        assert max(done for _, done, _ in heard) == len(body)
        assert {whole for step, done, whole in heard if done} == {len(body)}
        kept = files(at_work)
        for wanted in (heard[0], ("fetching", 1, len(body)), heard[-1]):

            def stop(step: str, done: int, _: int, wanted: tuple[str, int, int] = wanted) -> None:
                if step == wanted[0] and done >= wanted[1]:
                    raise Stopped

            with pytest.raises(Stopped):
                at_work.capture(1, entry(origin), progress=stop)
    assert [row.number for row in at_work.claim(1).evidence] == [1]
    assert files(at_work) == kept


def test_taking_back_keeps_the_capture_and_doing_again_brings_the_evidence_back(desk: Desk, origin: str) -> None:
    desk.capture(1, entry(origin))
    before = files(desk)
    desk.undo()
    assert desk.claim(1).evidence == ()
    shown = desk.evidence(1)
    assert shown.card.retracted_at is not None
    assert shown.card.capture is not None
    desk.redo()
    assert [row.number for row in desk.claim(1).evidence] == [1]
    assert files(desk) == before
    assert desk.capture(1, entry(origin)).number == 2


@pytest.mark.parametrize("statement", ["UPDATE capture SET sha256 = 'x'", "DELETE FROM capture"])
def test_the_database_lets_nobody_change_a_capture(desk: Desk, origin: str, statement: str) -> None:
    desk.capture(1, entry(origin))
    engine = desk._place.engine
    with engine.connect() as connection, pytest.raises(DBAPIError, match=r"never|permission denied"):
        connection.execute(text(statement))


def test_an_answer_that_is_cut_off_says_so(open_at: Opened) -> None:
    with answering(OK + b"Content-Length: 1000\r\n\r\nFerry prices") as origin:
        at_work = open_at(origin)
        at_work.add_claim(ClaimEntry("Ferry prices rose."))
        found = at_work.capture(1, entry(origin))
    assert found.problem.startswith("It is cut off: the server closed the connection.")
    assert found.card.capture is not None
    assert (found.card.capture.outcome, found.card.capture.truncated) == (CaptureOutcome.PARTIAL, "disconnect")


@pytest.mark.files_only
def test_whichever_step_fails_there_is_whole_evidence_or_none(
    settings: Settings, open_at: Opened, origin: str, tmp_path: Path
) -> None:
    at_work = open_at(origin)
    at_work.add_claim(ClaimEntry("Ferry prices rose."))
    path = tmp_path / "minutes.txt"
    engine = at_work._place.engine
    care = open_care(settings)
    failed = set[str]()
    for breaks in (lambda nth: failing_statement(engine, nth), failing_file):
        for nth in itertools.count(1):
            # Each time other bytes, so that nothing is in the store already.
            path.write_text(f"Ferry prices rose {len(failed)} times, {nth}.")
            before = len(at_work.claim(1).evidence)
            with breaks(nth) as fault, suppress(*FAILURES):
                at_work.capture(1, entry(str(path)))
            after = at_work.claim(1).evidence
            assert len(after) - before in {0, 1}, fault.step
            if not fault.step:
                break
            failed.add(fault.step)
    assert {"fsync", "replace", "write", "commit"} <= failed
    assert care.verify().misfits == ()
    found = care.verify_evidence()
    assert found.misfits == ()
    assert found.captures == len(at_work.claim(1).evidence) > 0
    assert all(not one.leftover for one in care.spare_files().files)


@pytest.mark.files_only
def test_many_reviewers_capture_at_once(open_at: Opened, origin: str, settings: Settings) -> None:
    desks = [open_at(origin, name) for name in ("ana", "ben", "cem", "dee", "eva")]
    desks[0].add_claim(ClaimEntry("Ferry prices rose."))
    problems: list[Exception] = []

    def work(desk: Desk, first: int) -> None:
        for number in range(first, first + 10):
            try:
                desk.capture(1, entry(f"{origin}/{number}"))
            except Exception as problem:  # noqa: BLE001 - shown below
                problems.append(problem)

    threads = [threading.Thread(target=work, args=(desk, 10 * number)) for number, desk in enumerate(desks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert sorted(row.number for row in desks[0].claim(1).evidence) == list(range(1, 51))
    care = open_care(settings)
    assert care.verify().misfits == ()
    assert care.verify_evidence()[:4] == (50, 50 * 2 + 3, sum(blob.size for blob in store(desks[0]).all()), 0)


MINUTES = """Minutes of 4 March

The council raised ferry prices by 12 percent in March,
the mayor said on Monday.

The meeting ended at nine.
"""


@pytest.mark.parametrize(
    ("excerpt", "verdict", "remark"),
    [
        ("raised ferry prices by 12 percent", QuoteVerdict.EXACT, ""),
        ("raised ferry prices … in March", QuoteVerdict.WITH_ELLIPSES, "Left out: “by 12 percent”."),
        ("the mayor [Inga Holm] said on Monday", QuoteVerdict.WITH_INSERTIONS, ""),
        ("raised ferry prices by 21 percent in March", QuoteVerdict.ALTERED, "“21” against “12”"),
        ("the bridge was closed for forty days", QuoteVerdict.NOT_FOUND, "not in the source"),
    ],
)
def test_an_excerpt_is_compared_with_what_was_captured(
    desk: Desk, tmp_path: Path, excerpt: str, verdict: QuoteVerdict, remark: str
) -> None:
    (tmp_path / "minutes.txt").write_text(MINUTES)
    desk.capture(1, entry(str(tmp_path / "minutes.txt"), excerpt=excerpt))
    (kept,) = desk.claim(1).evidence
    assert kept.excerpt == excerpt
    assert kept.check is not None
    assert kept.check.verdict is verdict
    assert remark in " ".join(kept.check.remarks)
    text = desk.evidence(1).text
    if kept.check.quote is None:
        assert (kept.check.start, kept.check.end, kept.locator) == (None, None, "")
    else:
        assert text[kept.check.start : kept.check.end] == kept.check.quote.exact
        assert kept.locator == "par. 2"


def test_the_page_of_a_document_is_told_and_what_a_person_says_stays(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(made.pdf("First page.", "Prices rose by 12 percent."))
    for locator in ("", "p. 1"):
        desk.capture(1, entry(str(path), excerpt="rose by 12 percent", locator=locator))
    found, said = desk.claim(1).evidence
    assert found.locator == "p. 2"
    assert said.locator == "p. 1"
    assert said.check is not None
    assert said.check.remarks == ("The words stand at p. 2.",)


@pytest.mark.parametrize("content", [made.png(3, 2), b"PK\x03\x04 no archive"])
def test_an_excerpt_of_what_has_no_text_is_not_compared(desk: Desk, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "photo").write_bytes(content)
    card = desk.capture(1, entry(str(tmp_path / "photo"), excerpt="Closed until May")).card
    assert card.evidence.excerpt == "Closed until May"
    assert card.evidence.check is None


def test_taking_evidence_back_and_again_keeps_its_quote_check(desk: Desk, origin: str) -> None:
    desk.capture(1, entry(origin, excerpt="by 12 percent"))
    before = desk.claim(1).evidence
    desk.undo()
    assert not desk.claim(1).evidence
    desk.redo()
    assert desk.claim(1).evidence == before
    assert before[0].check is not None


def test_a_publication_keeps_what_the_quote_check_came_to(desk: Desk, origin: str) -> None:
    desk.capture(1, entry(origin, excerpt="raised ferry prices by 21 percent in March"))
    desk.record(1, "false", "The council says 12.")
    (finding,) = findings_of(desk.reports(claim=1))
    assert "NOT AS QUOTED" in finding.evidence[0].quote_check


def test_words_that_stand_beside_the_article_of_a_page_are_in_the_source(open_at: Opened) -> None:
    body = PAGE.replace(b"<body>", b"<body><nav>Ferries to the islands</nav>")
    with answering(response(body, "Content-Type: text/html")) as origin:
        at_work = open_at(origin)
        at_work.add_claim(ClaimEntry("Ferry prices rose by 12 percent."))
        at_work.capture(1, entry(origin, excerpt="Ferries to the islands"))
        at_work.capture(1, entry(origin, excerpt="Ferries to the moon and back"))
        beside, nowhere = at_work.claim(1).evidence
        shown = at_work.evidence(1)
    assert "islands" not in shown.text
    assert beside.check is not None
    assert nowhere.check is not None
    assert (beside.check.verdict, nowhere.check.verdict) == (QuoteVerdict.EXACT, QuoteVerdict.NOT_FOUND)
    assert beside.check.remarks == ("The words stand on the page, outside of its article.",)
    assert beside.check.quote is not None
    assert (beside.check.quote.exact, beside.check.start) == ("Ferries to the islands", None)
    assert shown.provenance is not None
    whole = next(made for made in shown.provenance["derived"] if made["kind"] == "whole text")
    assert b"Ferries to the islands" in store(at_work).read(whole["sha256"])


def test_a_report_names_the_bytes_in_which_each_excerpt_was_found(open_at: Opened) -> None:
    pages = [response(PAGE, "Content-Type: text/html"), response(PAGE.replace(b"12 percent", b"13 percent"))]
    with server(lambda connection: connection.sendall(pages.pop(0))) as origin:
        at_work = open_at(origin)
        at_work.add_claim(ClaimEntry("Ferry prices rose by 12 percent."))
        at_work.capture(1, entry(origin, excerpt="by 12 percent in March"))
        at_work.capture(1, entry(origin, excerpt="by 13 percent in March", title="Council minutes", author="A. Clerk"))
    digests = [at_work.evidence(number).card.capture.sha256 for number in (1, 2)]  # type: ignore[union-attr]
    report = render_article(at_work.reports(claim=1)[0])
    assert len(set(digests)) == 2
    for number, digest in enumerate(digests, 1):
        (note,) = (line for line in report.splitlines() if line.startswith(f"[^{number}]: "))
        assert digest in note
        assert "A. Clerk, “Council minutes”" in note


def test_an_excerpt_from_words_that_readers_are_not_shown_is_pointed_out(open_at: Opened) -> None:
    body = PAGE.replace(b"</article>", b"<p style='display:none'>Prices fell by 40 percent.</p></article>")
    with answering(response(body, "Content-Type: text/html")) as origin:
        at_work = open_at(origin)
        at_work.add_claim(ClaimEntry("Ferry prices rose by 12 percent."))
        at_work.capture(1, entry(origin, excerpt="Prices fell by 40 percent."))
        at_work.capture(1, entry(origin, excerpt="raised ferry prices by 12 percent in March"))
        hidden, shown = at_work.claim(1).evidence
    assert hidden.check is not None
    assert hidden.check.remarks == (HIDDEN,)
    assert (in_doubt(hidden), in_doubt(shown)) == (HIDDEN, "")


def test_of_a_recording_the_time_and_the_speaker_are_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "council.vtt").write_text(
        "WEBVTT\n\n00:12:03.000 --> 00:12:06.000\n<v Inga Holm>The bridge was\n\n"
        "00:12:06.000 --> 00:12:09.000\n<v Inga Holm>closed for 14 days.\n"
    )
    desk.capture(1, entry(str(tmp_path / "council.vtt"), excerpt="The bridge was closed for 14 days."))
    (kept,) = desk.claim(1).evidence
    assert kept.check is not None
    assert kept.check.verdict.stands
    assert kept.locator == "0:12:03–0:12:09, Inga Holm"
