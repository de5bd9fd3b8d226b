"""Archives are asked for copies of what was captured; what they say is kept, and believed only as far as it goes."""

import base64
import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from pytest_httpserver import HTTPServer
from sqlalchemy import text
from werkzeug import Request, Response

from claims_db.capture_vocabulary import WitnessKind, WitnessState
from claims_db.engine import open_engine
from claims_db.vocabulary import Action, Stance
from tests.conftest import MINUTE, Clock
from tests.desk.capture_entry import entry
from workbench.bootstrap import open_care, open_desk
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry
from workbench.errors import BadInput, BadSetting, NotFetched, Refused
from workbench.settings import Settings

PAGE = "https://example.org/prices?year=2023"
BYTES = b"Ferry prices rose by 12 percent."
SHA1 = base64.b32encode(hashlib.sha1(BYTES, usedforsecurity=False).digest()).decode()
STAMP = "20231114221400"
JOB = "spn2-0123456789abcdef0123456789abcdef01234567"


class Archive:
    """A Wayback Machine that says what a test wants."""

    def __init__(self, server: HTTPServer) -> None:
        self.copies: list[list[str]] = []
        self.saving: Any = {"url": PAGE, "job_id": JOB}
        self.status: Any = {"status": "pending", "job_id": JOB, "resources": []}
        self.nearest: dict[str, object] = {}
        self.saved: list[dict[str, list[str]]] = []
        self.keys: list[str | None] = []
        server.expect_request("/save", method="POST").respond_with_handler(self._save)
        server.expect_request(f"/save/status/{JOB}").respond_with_handler(self._status)
        server.expect_request("/cdx/search/cdx").respond_with_handler(self._index)
        server.expect_request("/wayback/available").respond_with_handler(
            lambda _: _json({"archived_snapshots": self.nearest})
        )

    def _save(self, request: Request) -> Response:
        self.saved.append(parse_qs(request.get_data(as_text=True)))
        self.keys.append(request.headers.get("Authorization"))
        return _json(self.saving)

    def _status(self, _: Request) -> Response:
        return Response(status=404) if self.status is None else _json(self.status)

    def _index(self, request: Request) -> Response:
        asked = request.args
        found = [copy for copy in self.copies if asked.get("from", "") <= copy[0] <= asked.get("to", "9")]
        if "filter" in asked:
            found = [copy for copy in found if asked["filter"] == f"digest:{copy[2]}"]
        return _json([["timestamp", "original", "digest"], *found] if found else [])


def _json(value: object) -> Response:
    return Response(json.dumps(value), content_type="application/json")


@pytest.fixture
def archive(httpserver: HTTPServer) -> Archive:
    return Archive(httpserver)


@pytest.fixture
def chosen(settings: Settings, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("WORKBENCH_WAYBACK_KEY", "access:secret")
    origin = httpserver.url_for("").rstrip("/")
    return replace(settings, wayback=origin, wayback_lookup=origin)


@pytest.fixture
def open_captured(open_with: Callable[[Settings], Desk], tmp_path: Path) -> Callable[[Settings], Desk]:
    """Open a desk with a claim and a page that was captured by hand (E-1)."""
    (tmp_path / "page.txt").write_bytes(BYTES)

    def open_one(settings: Settings) -> Desk:
        desk = open_with(settings)
        desk.add_claim(ClaimEntry("Ferry prices rose by 12 percent."))
        desk.capture(1, entry(tmp_path / "page.txt", Stance.SUPPORTS, url=PAGE))
        return desk

    return open_one


@pytest.fixture
def desk(chosen: Settings, open_captured: Callable[[Settings], Desk]) -> Desk:
    return open_captured(chosen)


def actions(desk: Desk) -> list[str]:
    with desk._place.read() as connection:
        query = "SELECT action FROM journal WHERE entity = 'witness' ORDER BY sequence"
        return [row[0] for row in connection.execute(text(query))]


def test_a_copy_is_requested_pending_and_confirmed(desk: Desk, archive: Archive, chosen: Settings) -> None:
    asked = desk.witness(1)
    assert (asked.state, asked.job, asked.url) == (WitnessState.PENDING, JOB, PAGE)
    assert archive.saved == [{"url": [PAGE], "skip_first_archive": ["1"]}]
    assert archive.keys == ["LOW access:secret"]
    assert desk.look_at_witnesses() == ()
    assert desk.witnesses() == (asked,)
    archive.status = {"status": "success", "job_id": JOB, "original_url": PAGE, "timestamp": STAMP}
    assert desk.witness(1).state is WitnessState.PENDING
    # The index does not have a new copy at once; its address is known already.
    assert desk.witnesses(1)[0].archived_url == f"{chosen.wayback}/web/{STAMP}/{PAGE}"
    archive.copies = [[STAMP, PAGE, SHA1]]
    archive.status = None
    assert desk.look_at_witnesses() == ()
    (row,) = desk.witnesses()
    assert (row.state, row.same_bytes, row.problem) == (WitnessState.CONFIRMED, True, "")
    assert actions(desk) == [
        Action.WITNESS_ASKED,
        Action.WITNESS_ANSWERED,
        Action.WITNESS_ANSWERED,
        Action.WITNESS_ANSWERED,
    ]
    assert open_care(chosen).verify().misfits == ()


def test_a_copy_with_other_bytes_is_told_as_one(desk: Desk, archive: Archive) -> None:
    desk.witness(1)
    archive.status = {"status": "success", "job_id": JOB, "original_url": PAGE, "timestamp": STAMP}
    archive.copies = [[STAMP, PAGE, "B" * 32]]
    row = desk.witness(1)
    assert (row.state, row.same_bytes) == (WitnessState.CONFIRMED, False)


def test_a_copy_of_the_same_bytes_that_is_there_is_not_asked_for_again(desk: Desk, archive: Archive) -> None:
    archive.copies = [["20230101000000", PAGE, SHA1]]
    row = desk.witness(1)
    assert (row.state, row.same_bytes, archive.saved) == (WitnessState.CONFIRMED, True, [])
    assert row.archived_url.endswith(f"/web/20230101000000/{PAGE}")
    assert desk.witness(1) == row


def test_a_forgotten_job_is_looked_for_in_the_index(desk: Desk, archive: Archive, clock: Clock) -> None:
    desk.witness(1)
    archive.status = None
    clock.pass_minutes(120)
    assert desk.witness(1).state is WitnessState.PENDING
    archive.copies = [["20200101000000", PAGE, "A" * 32]]  # an old one is not the one that was asked for
    assert desk.witness(1).state is WitnessState.PENDING
    clock.pass_minutes(24 * 60)
    row = desk.witness(1)
    assert (row.state, row.problem) == (WitnessState.FAILED, "No copy has appeared within a day.")


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ({"status": "error", "status_ext": "error:blocked-url", "message": "On the list."}, "error:blocked-url: On the list."),
        ({"status": "error", "status_ext": "error:user-session-limit", "message": "Busy."}, "error:user-session-limit: Busy. Ask again later."),
        ({"message": "You need to be logged in."}, "You need to be logged in. Ask again later."),
        ({}, "It gave no reason. Ask again later."),
        ([1], "It gave no reason. Ask again later."),
        ({"job_id": 5}, "It gave no reason. Ask again later."),
        ({"status_ext": "\x1b]0;x\x07", "message": ["x"]}, ""),
    ],
)  # fmt: skip
def test_a_refusal_comes_with_status_200_and_is_kept(
    desk: Desk, archive: Archive, clock: Clock, reply: object, said: str
) -> None:
    archive.saving = reply
    row = desk.witness(1)
    assert (row.state, row.archived_url) == (WitnessState.FAILED, "")
    assert row.problem == said or (not said and "\x1b" not in row.problem)
    clock.now += MINUTE
    archive.saving = {"job_id": JOB}
    assert desk.witness(1).state is WitnessState.PENDING
    assert [one.state for one in desk.witnesses(1)] == [WitnessState.FAILED, WitnessState.PENDING]


def test_a_page_that_was_captured_often_today_is_covered(desk: Desk, archive: Archive) -> None:
    archive.saving = {"status": "error", "status_ext": "error:too-many-daily-captures", "message": "Enough."}
    archive.nearest = {"closest": {"status": "200", "available": True, "url": "http://x", "timestamp": STAMP}}
    row = desk.witness(1)
    assert (row.state, row.same_bytes) == (WitnessState.CONFIRMED, None)
    assert f"/web/{STAMP}/" in row.archived_url


def test_a_job_that_ends_badly_names_the_nearest_copy(desk: Desk, archive: Archive) -> None:
    desk.witness(1)
    archive.status = {"status": "error", "status_ext": "error:not-found", "message": "404", "job_id": JOB}
    archive.nearest = {"closest": {"timestamp": "20210101000000"}}
    row = desk.witness(1)
    assert (row.state, row.problem) == (WitnessState.FAILED, "error:not-found: 404")
    assert "/web/20210101000000/" in row.archived_url


def test_an_archive_that_does_not_answer_leaves_a_failed_request(desk: Desk, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/cdx/search/cdx").respond_with_data("<html>", status=200)
    with pytest.raises(NotFetched, match="no JSON"):
        desk.witness(1)
    assert [row.state for row in desk.witnesses()] == [WitnessState.FAILED]


def test_archives_are_asked_at_their_pace(desk: Desk, archive: Archive, clock: Clock, tmp_path: Path) -> None:
    desk.capture(1, entry(tmp_path / "page.txt", Stance.SUPPORTS, url="https://example.org/other"))
    desk.witness(1)
    with pytest.raises(Refused, match="a moment ago"):
        desk.witness(2)
    clock.now += 9_000_000
    assert desk.witness(2).state is WitnessState.PENDING
    assert len(archive.saved) == 2


@pytest.mark.usefixtures("archive")
def test_nobody_is_told_of_what_is_not_theirs(
    desk: Desk, chosen: Settings, httpserver: HTTPServer, tmp_path: Path, clock: Clock
) -> None:
    desk.capture(1, entry(tmp_path / "page.txt", Stance.SUPPORTS, url="http://intranet.lan/x"))
    (tmp_path / "alone.txt").write_text("No address.")
    desk.capture(1, entry(tmp_path / "alone.txt", Stance.SUPPORTS))
    with pytest.raises(NotFetched, match="not a public one"):
        desk.witness(2)
    with pytest.raises(BadInput, match="no address"):
        desk.witness(3)
    desk.witness(1)
    keeper = open_engine(chosen.database)
    with keeper.begin() as connection:
        connection.execute(text("UPDATE source SET confidential = :yes"), {"yes": True})
    keeper.dispose()
    heard = len(httpserver.log)
    with pytest.raises(Refused, match="confidential"):
        desk.witness(1)
    clock.now += MINUTE
    assert desk.look_at_witnesses() == ()
    assert len(httpserver.log) == heard


def test_nothing_is_sent_while_the_settings_name_nobody(
    settings: Settings, open_captured: Callable[[Settings], Desk], httpserver: HTTPServer
) -> None:
    desk = open_captured(settings)
    for kind in WitnessKind:
        with pytest.raises(BadSetting, match="nothing was sent"):
            desk.witness(1, kind)
    assert desk.witnesses() == ()
    assert httpserver.log == []


def test_whoever_is_at_the_desk_asks_again(
    desk: Desk, archive: Archive, chosen: Settings, clock: Clock, request: pytest.FixtureRequest
) -> None:
    desk.witness(1)
    place = chosen.database
    if place.startswith("postgresql"):
        place = request.getfixturevalue("server").place_for("ben")
    archive.status = {"status": "error", "status_ext": "error:no-access", "message": "Closed."}
    ben = open_desk(replace(chosen, database=place, reviewer="ben"), clock=clock)
    try:
        assert ben.look_at_witnesses() == ()
        (row,) = ben.witnesses()
        assert (row.state, row.asked_by) == (WitnessState.FAILED, desk.reviewer().name)
    finally:
        ben.close()


@pytest.fixture
def perma(settings: Settings, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("WORKBENCH_PERMA_KEY", "secret")
    return replace(settings, perma=httpserver.url_for("").rstrip("/"), perma_folder="42")


def captured(state: str) -> dict[str, object]:
    captures = [{"role": "favicon", "status": "failed"}, {"role": "primary", "status": state}]
    return {"guid": "AB12-CD34", "creation_timestamp": "2023-11-14T22:14:00Z", "captures": captures}


@pytest.mark.parametrize(("state", "comes"), [("success", WitnessState.CONFIRMED), ("failed", WitnessState.FAILED)])
def test_perma_keeps_a_copy_in_the_folder(
    perma: Settings, open_captured: Callable[[Settings], Desk], httpserver: HTTPServer, state: str, comes: WitnessState
) -> None:
    httpserver.expect_request(
        "/v1/archives/", method="POST", json={"url": PAGE, "folder": "42"}, headers={"Authorization": "ApiKey secret"}
    ).respond_with_json(captured("pending"))
    desk = open_captured(perma)
    asked = desk.witness(1, WitnessKind.PERMA)
    assert (asked.state, asked.archived_url) == (WitnessState.PENDING, "https://perma.cc/AB12-CD34")
    # What everybody can see is not there at once.
    httpserver.expect_request("/v1/public/archives/AB12-CD34/").respond_with_data("", status=404)
    assert desk.look_at_witnesses() == ()
    assert desk.witnesses() == (asked,)
    httpserver.clear()
    httpserver.expect_request("/v1/public/archives/AB12-CD34/").respond_with_json(captured(state))
    assert desk.look_at_witnesses() == ()
    (row,) = desk.witnesses()
    assert (row.state, row.archived_at) == (comes, 1_700_000_040_000_000)


def test_perma_says_why_it_keeps_none(
    perma: Settings, open_captured: Callable[[Settings], Desk], httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/v1/archives/").respond_with_json({"error": "You have reached your usage limit."})
    row = open_captured(perma).witness(1, WitnessKind.PERMA)
    assert (row.state, row.problem) == (WitnessState.FAILED, "You have reached your usage limit.")
