"""An authority puts a time to the journal's head; the token is kept and verified again, here and by openssl."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from tests.conftest import Clock, Ids
from tests.sources.authority import Authority
from workbench.bootstrap import open_care, open_desk
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry
from workbench.errors import BadSetting, NotFetched
from workbench.settings import Settings


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    folder = tmp_path / "authority"
    folder.mkdir()
    return Authority(folder)


@pytest.fixture
def chosen(settings: Settings, authority: Authority, httpserver: HTTPServer) -> Settings:
    return replace(settings, timestamps=authority.serve(httpserver), timestamp_roots=str(authority.roots))


@pytest.fixture
def open_with(clock: Clock) -> Iterator[Callable[[Settings], Desk]]:
    ids, opened = Ids(), list[Desk]()

    def open_one(settings: Settings) -> Desk:
        opened.append(open_desk(settings, clock=clock, new_id=ids))
        return opened[-1]

    yield open_one
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(chosen: Settings, open_with: Callable[[Settings], Desk]) -> Desk:
    desk = open_with(chosen)
    desk.add_claim(ClaimEntry("Ferry prices rose by 12 percent."))
    return desk


def test_the_head_is_stamped_and_openssl_agrees(desk: Desk, chosen: Settings, authority: Authority) -> None:
    head = open_care(chosen).verify().head
    found = desk.timestamp_journal()
    assert (found.stamp.sequence, found.stamp.hash, found.problem) == (head.sequence, head.hash, "")
    assert found.stamp.authority == chosen.timestamps
    assert authority.verified(Path(found.file), f"{head.sequence}:{head.hash}".encode()).startswith("Verification: OK")
    assert "OK" not in authority.verified(Path(found.file), b"something else").splitlines()[0]
    assert desk.journal_timestamps() == (found,)


def test_nothing_is_asked_twice_for_the_same_head(desk: Desk, httpserver: HTTPServer) -> None:
    first = desk.timestamp_journal()
    assert desk.timestamp_journal() == first
    assert len(httpserver.log) == 1
    desk.add_claim(ClaimEntry("Something else."))
    assert desk.timestamp_journal().stamp.sequence > first.stamp.sequence


def test_a_token_of_an_unknown_authority_is_not_kept(
    chosen: Settings, open_with: Callable[[Settings], Desk], tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    desk = open_with(replace(chosen, timestamp_roots=str(Authority(other).roots)))
    with pytest.raises(NotFetched, match="not used"):
        desk.timestamp_journal()
    assert desk.journal_timestamps() == ()


@pytest.mark.parametrize("answer", [b"", b"no timestamp", b"0" * 300_000])
def test_an_answer_that_is_no_timestamp_is_not_kept(
    settings: Settings, open_with: Callable[[Settings], Desk], httpserver: HTTPServer, answer: bytes
) -> None:
    httpserver.expect_request("/bad").respond_with_data(answer)
    desk = open_with(replace(settings, timestamps=httpserver.url_for("/bad")))
    with pytest.raises(NotFetched):
        desk.timestamp_journal()
    assert desk.journal_timestamps() == ()


def test_nothing_is_sent_while_the_settings_name_nobody(
    settings: Settings, open_with: Callable[[Settings], Desk]
) -> None:
    with pytest.raises(BadSetting, match="nothing was sent"):
        open_with(settings).timestamp_journal()


def test_a_changed_token_is_found_and_is_no_spare_file(desk: Desk, chosen: Settings, clock: Clock) -> None:
    found = desk.timestamp_journal()
    far = Clock(clock.now + 10**18)
    assert open_care(chosen, clock=far).spare_files().files == ()
    assert open_care(chosen).verify_evidence().misfits == ()
    path = Path(found.file)
    path.chmod(0o644)
    path.write_bytes(b"changed")
    misfits = open_care(chosen).verify_evidence().misfits
    assert [one.where for one in misfits] == [f"timestamp of entry {found.stamp.sequence}"]
    assert "lies in" in desk.journal_timestamps()[0].problem
