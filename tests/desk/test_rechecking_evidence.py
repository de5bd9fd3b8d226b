"""Sources are looked at again: what became of the words, what rests on them, and nothing of the first capture changes."""

import re
from dataclasses import replace

import pytest
from pytest_httpserver import HTTPServer
from sqlalchemy import text
from werkzeug import Request, Response

from claims_db.capture_vocabulary import RecheckOutcome
from claims_db.errors import NotFound
from claims_db.vocabulary import Action, ClaimState, Stance
from tests.conftest import Clock
from tests.desk.capture_entry import entry
from tests.desk.conftest import Opened
from workbench.bootstrap import open_care
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry
from workbench.desk.recheck_entries import RecheckChoice, Rechecked
from workbench.domain.progress import Stopped
from workbench.errors import BadInput
from workbench.settings import Settings
from workbench.sources.capture.politeness import Turns

EXCERPT = "ferry prices rose by 12 percent in March"
FIRST = "The mayor spoke on Monday about the harbour and its many boats."
SAID = f"The council said that {EXCERPT}, after a year without any change."
LAST = "The harbour master did not want to speak with anybody about it."
DAY = 24 * 60


class Site:
    """A web server whose pages a test changes; it notes what it was asked."""

    def __init__(self, running: HTTPServer) -> None:
        self.origin = running.url_for("").rstrip("/")
        self.pages: dict[str, Response] = {}
        self.asked: list[Request] = []
        running.expect_request(re.compile(".*")).respond_with_handler(self.answer)

    def put(self, path: str, *paragraphs: str, status: int = 200, **headers: str) -> str:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = Response("\n\n".join(paragraphs), status, named, mimetype="text/plain")
        return f"{self.origin}{path}"

    def answer(self, request: Request) -> Response:
        self.asked.append(request)
        page = self.pages[request.path]
        etag = page.headers.get("ETag")
        if etag and request.headers.get("If-None-Match") == etag:
            return Response(status=304)
        return page


@pytest.fixture
def site(httpserver: HTTPServer) -> Site:
    return Site(httpserver)


@pytest.fixture
def desk(open_at: Opened, site: Site) -> Desk:
    at_work = open_at(site.origin)
    at_work.add_claim(ClaimEntry("Ferry prices rose by 12 percent."))
    return at_work


def attached(desk: Desk, url: str, excerpt: str = EXCERPT, claim: int = 1) -> int:
    return desk.capture(claim, entry(url, Stance.SUPPORTS, excerpt=excerpt)).number


def again(desk: Desk, *numbers: int) -> Rechecked:
    (found,) = desk.recheck(RecheckChoice(numbers)).found
    return found


def test_a_page_that_is_as_it_was_is_unchanged_and_the_first_capture_stays(desk: Desk, site: Site) -> None:
    attached(desk, site.put("/a", FIRST, SAID, LAST))
    first = desk.evidence(1)
    found = again(desk, 1)
    assert (found.outcome, found.remarks, found.claim) == (RecheckOutcome.UNCHANGED, (), 1)
    shown = desk.evidence(1)
    assert (shown.card.capture, shown.text) == (first.card.capture, first.text)
    assert shown.card.evidence._replace(look=None) == first.card.evidence
    (evidence,) = desk.claim(1).evidence
    assert evidence.look is not None
    assert evidence.look.outcome is RecheckOutcome.UNCHANGED
    (later,) = shown.rechecks
    assert (later.outcome, later.by, later.capture) == (RecheckOutcome.UNCHANGED, "ana", found.capture)
    assert later.capture != first.card.capture.public_id  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("paragraphs", "outcome", "remark"),
    [
        ((FIRST, "Some words are new here, about other boats and other people.", SAID, LAST), "unchanged", ""),
        ((FIRST, LAST, SAID), "moved", "other words"),
        ((FIRST, SAID.replace("rose", "climbed"), LAST), "reworded", "“rose” became “climbed”."),
        ((FIRST, SAID.replace("in March", "in the month of March"), LAST), "gone", "New: “the month of”."),
        ((FIRST, SAID.replace("12", "14"), LAST), "gone", "“12” became “14”."),
        ((FIRST, SAID.replace("rose", "fell"), LAST), "gone", "looks most like them"),
        ((FIRST, LAST), "gone", "not there any more"),
    ],
)
def test_what_became_of_quoted_words(
    desk: Desk, site: Site, paragraphs: tuple[str, ...], outcome: str, remark: str
) -> None:
    attached(desk, site.put("/a", FIRST, SAID, LAST))
    site.put("/a", *paragraphs)
    found = again(desk, 1)
    assert found.outcome == outcome, found.remarks
    assert remark in " ".join(found.remarks)
    if outcome in {"unchanged", "moved"}:
        assert found.quote is not None
        assert found.quote.exact == EXCERPT
    if outcome == "gone":
        assert found.quote is None
    assert [row.claim for row in desk.recheck(RecheckChoice((1,))).resting] == ([] if outcome == "unchanged" else [1])


@pytest.mark.parametrize(
    ("status", "outcome"), [(404, "gone"), (410, "gone"), (403, "unreached"), (500, "unreached"), (429, "unreached")]
)
def test_only_an_answer_that_says_so_means_gone(desk: Desk, site: Site, status: int, outcome: str) -> None:
    attached(desk, site.put("/a", SAID))
    site.put("/a", "no", status=status)
    found = again(desk, 1)
    assert (found.outcome, found.capture) == (outcome, "")
    assert str(status) in found.remarks[0]


def test_a_server_that_can_not_be_asked_says_nothing_about_the_page(desk: Desk, site: Site) -> None:
    attached(desk, site.put("/a", SAID))
    capturer = desk._place.capturer()
    capturer._limits = replace(capturer._limits, allowed=frozenset())
    found = again(desk, 1)
    assert found.outcome is RecheckOutcome.UNREACHED
    assert "is not fetched" in found.remarks[0]


def test_a_page_that_stands_elsewhere_is_moved(desk: Desk, site: Site) -> None:
    attached(desk, site.put("/a", FIRST, SAID, LAST))
    site.put("/b", FIRST, SAID, LAST)
    site.put("/a", "", status=301, Location="/b")
    found = again(desk, 1)
    assert found.outcome is RecheckOutcome.MOVED
    assert f"{site.origin}/b" in found.remarks[0]


def test_a_page_with_a_tag_is_asked_whether_it_is_new(desk: Desk, site: Site) -> None:
    attached(desk, site.put("/a", FIRST, SAID, LAST, ETag='"one"', Last_Modified="Mon, 01 Jan 2024 10:00:00 GMT"))
    found = again(desk, 1)
    asked = site.asked[-1].headers
    assert (asked["If-None-Match"], asked["If-Modified-Since"]) == ('"one"', "Mon, 01 Jan 2024 10:00:00 GMT")
    assert (found.outcome, found.capture) == (RecheckOutcome.UNCHANGED, "")
    site.put("/a", FIRST, LAST, ETag='"two"')
    assert again(desk, 1).outcome is RecheckOutcome.GONE
    # The page without the words stands as it is, but it is not as it was when the words were quoted.
    found = again(desk, 1)
    assert site.asked[-1].headers["If-None-Match"] == '"two"'
    assert (found.outcome, found.capture) == (RecheckOutcome.GONE, "")


def test_evidence_without_words_is_compared_as_a_whole(desk: Desk, site: Site) -> None:
    attached(desk, site.put("/a", FIRST, SAID, LAST), excerpt="")
    assert again(desk, 1).outcome is RecheckOutcome.UNCHANGED
    site.put("/a", FIRST, SAID.replace("12", "14"), LAST)
    found = again(desk, 1)
    assert (found.outcome, found.remarks) == (
        RecheckOutcome.REWORDED,
        ("Of its paragraphs: 1 changed.", "“12” became “14”."),
    )
    site.put("/a", "Nothing was found here, so go somewhere else please.")
    assert again(desk, 1).outcome is RecheckOutcome.GONE


def test_a_source_of_several_claims_is_asked_once(desk: Desk, site: Site) -> None:
    desk.add_claim(ClaimEntry("The mayor spoke on Monday."))
    url = site.put("/a", FIRST, SAID, LAST)
    attached(desk, url)
    attached(desk, url, "about the harbour and its many boats", claim=2)
    site.put("/a", FIRST, "Nobody knows what ferries will cost.", LAST)
    before = len(site.asked)
    report = desk.recheck(RecheckChoice())
    assert len(site.asked) == before + 1
    assert [(one.evidence, one.outcome) for one in report.found] == [
        (1, RecheckOutcome.GONE),
        (2, RecheckOutcome.MOVED),
    ]
    assert len({one.capture for one in report.found}) == 1
    assert [(row.claim, row.evidence) for row in report.resting] == [(1, 1), (2, 2)]


def test_what_was_published_on_a_source_is_listed_also_after_the_source_is_taken_back(
    open_at: Opened, desk: Desk, site: Site
) -> None:
    desk.add_claim(ClaimEntry("The mayor spoke on Monday."))
    url = site.put("/a", FIRST, SAID, LAST)
    attached(desk, url)
    attached(desk, url, "about the harbour and its many boats", claim=2)
    open_at(reviewer="ben").record(1, "true", "The council says so.", queue=None)
    desk.sign_off(1)
    desk.publish(1)
    site.put("/a", FIRST, LAST)
    (first, second) = desk.recheck(RecheckChoice((1,))).resting
    assert (first.claim, first.state, first.published, first.taken_off) == (1, ClaimState.PUBLISHED, 1, False)
    assert (second.claim, second.published, second.finding) == (2, None, False)
    desk.detach(1)
    desk.detach(2)
    (row,) = desk.resting_on(1)
    assert (row.claim, row.published, row.taken_off) == (1, 1, True)
    desk.withdraw(1, "Nobody knows any more.")
    assert desk.resting_on(1) == ()


def test_what_went_out_stands_while_its_claim_is_looked_at_anew(open_at: Opened, desk: Desk, site: Site) -> None:
    attached(desk, site.put("/a", FIRST, SAID, LAST))
    open_at(reviewer="ben").record(1, "true", "The council says so.", queue=None)
    desk.sign_off(1)
    desk.publish(1)
    desk.reopen(1, "The source is gone.")
    (row,) = desk.resting_on(1)
    assert (row.state, row.published) == (ClaimState.QUEUED, 1)


def test_only_what_nobody_looked_at_for_long_is_looked_at(desk: Desk, site: Site, clock: Clock) -> None:
    attached(desk, site.put("/a", SAID))
    clock.pass_minutes(5 * DAY)
    attached(desk, site.put("/b", SAID))
    choice = RecheckChoice(older_than_days=3)
    assert [one.evidence for one in desk.recheck(choice).found] == [1]
    assert desk.recheck(choice).found == ()
    clock.pass_minutes(4 * DAY)
    assert [one.evidence for one in desk.recheck(choice).found] == [1, 2]


def test_a_host_is_given_a_pause_and_nothing_is_lost_when_somebody_stops(desk: Desk, site: Site) -> None:
    for number in (1, 2, 3):
        attached(desk, site.put(f"/{number}", SAID))
    now, slept = [100.0], list[float]()

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    desk._place.capturer().turns = Turns(2.0, lambda: now[0], sleep)
    desk.recheck(RecheckChoice())
    assert sum(slept) == pytest.approx(4.0)

    def stop_at_the_second(step: str, done: int, whole: int) -> None:
        if step == "waiting" and done >= whole // 3:
            raise Stopped

    desk._place.capturer().turns = Turns(2.0, lambda: now[0], sleep)
    with pytest.raises(Stopped):
        desk.recheck(RecheckChoice(), stop_at_the_second)
    assert [len(desk.evidence(number).rechecks) for number in (1, 2, 3)] == [2, 1, 1]


def test_what_was_not_captured_from_an_address_is_not_looked_at(desk: Desk, site: Site, tmp_path: object) -> None:
    (file := tmp_path / "prices.txt").write_text(SAID)  # type: ignore[operator]
    desk.capture(1, entry(file, Stance.SUPPORTS))
    attached(desk, site.put("/a", SAID))
    desk.detach(2)
    for number in (1, 2):
        with pytest.raises(BadInput, match=f"E-{number} can't be looked at again"):
            desk.recheck(RecheckChoice((number,)))
    with pytest.raises(NotFound):
        desk.recheck(RecheckChoice((9,)))
    assert desk.recheck(RecheckChoice()).found == ()


def test_the_journal_has_every_look_and_the_desk_verifies(desk: Desk, site: Site, settings: Settings) -> None:
    attached(desk, site.put("/a", SAID))
    again(desk, 1)
    with desk._place.read() as connection:
        rows = connection.execute(
            text("SELECT entity FROM journal WHERE action = :action ORDER BY sequence"),
            {"action": Action.EVIDENCE_RECHECKED.value},
        )
        assert [row[0] for row in rows] == ["capture", "recheck"]
    if not settings.database.startswith("postgresql"):
        care = open_care(settings)
        assert care.verify().rows
        found = care.verify_evidence()
        assert (found.captures, found.misfits) == (2, ())
        assert care.spare_files().files == ()
