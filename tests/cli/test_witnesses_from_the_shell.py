"""Archives and timestamp authorities are asked from the shell, and only where the settings name them."""

import json
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from tests.cli.conftest import Shell
from tests.sources.authority import Authority

PAGE = "https://example.org/prices"


@pytest.fixture
def desk(shell: Shell, home: Path) -> Path:
    """Give a folder with a desk that has a page as evidence."""
    (home / "page.txt").write_text("Ferry prices rose.")
    assert shell("claim", "add", "Ferry prices rose by 12 percent.").code == 0
    done = shell("evidence", "add", "C-1", "page.txt", "--url", PAGE, "--manual", "Saved.", "--stance", "supports")
    assert done.code == 0, done.err
    return home


@pytest.mark.usefixtures("desk")
def test_a_copy_is_asked_for_and_listed(shell: Shell, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = shell("evidence", "witness", "E-1")
    assert (refused.code, httpserver.log) == (2, [])
    assert "nothing was sent" in refused.err
    assert "No archive was asked." in shell("evidence", "witnesses").err
    origin = httpserver.url_for("").rstrip("/")
    monkeypatch.setenv("WORKBENCH_WAYBACK", origin)
    monkeypatch.setenv("WORKBENCH_WAYBACK_LOOKUP", origin)
    httpserver.expect_request("/cdx/search/cdx").respond_with_json([])
    httpserver.expect_request("/save").respond_with_json({"job_id": "spn2-1"})
    httpserver.expect_request("/save/status/spn2-1").respond_with_json(
        {"status": "error", "status_ext": "error:blocked-url", "message": "On the list."}
    )
    httpserver.expect_request("/wayback/available").respond_with_json({"archived_snapshots": {}})
    asked = shell("evidence", "witness", "E-1")
    assert (asked.code, asked.out) == (0, "E-1  wayback pending\n")
    assert "--again" in asked.err
    listed = shell("evidence", "witnesses", "E-1", "--again")
    assert listed.out.splitlines()[1].startswith("E-1       wayback  failed")
    assert "error:blocked-url: On the list." in listed.out
    assert "copy      wayback failed  error:blocked-url" in shell("evidence", "show", "E-1").out
    assert json.loads(shell("evidence", "witnesses", "--json").out)[0]["job"] == "spn2-1"


@pytest.mark.usefixtures("desk")
def test_an_archive_that_is_away_is_named(
    shell: Shell, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_PERMA", httpserver.url_for("").rstrip("/"))
    httpserver.expect_oneshot_request("/v1/archives/").respond_with_json({"guid": "AB12-CD34"}, status=201)
    assert shell("evidence", "witness", "E-1", "--archive", "perma").code == 0
    again = shell("evidence", "witnesses", "--again")
    assert again.code == 7
    assert "E-1: " in again.err
    assert "pending" in again.out


@pytest.mark.usefixtures("desk")
def test_the_head_of_the_journal_is_stamped_and_verified(
    shell: Shell, httpserver: HTTPServer, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shell("journal", "timestamp").code == 2
    assert "no timestamp" in shell("journal", "timestamps").err
    (home / "authority").mkdir()
    authority = Authority(home / "authority")
    monkeypatch.setenv("WORKBENCH_TIMESTAMPS", authority.serve(httpserver))
    monkeypatch.setenv("WORKBENCH_TIMESTAMP_ROOTS", str(authority.roots))
    head = json.loads(shell("verify", "--json").out)["head"]
    done = shell("journal", "timestamp")
    assert done.code == 0, done.err
    assert f"head     {head['sequence']}:{head['hash']}\n" in done.out
    assert shell("journal", "timestamps").out.splitlines()[1].split()[1] == "yes"
    monkeypatch.delenv("WORKBENCH_TIMESTAMP_ROOTS")
    strange = shell("journal", "timestamps")
    assert strange.code == 1
    assert "does not hold" in strange.err
