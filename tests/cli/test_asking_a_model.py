"""``--model`` asks the model of the settings; without it nothing is sent anywhere."""

import json
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Response

from tests.cli.conftest import Shell
from workbench.errors import ExitCode

QUOTE = "the bridge over the river was closed for 40 days"
CLAIMS = [
    {"quote": QUOTE, "kind": "quantity", "claimer": "Anna Berg"},
    {"quote": "The mayor\u202e lied about the bridge", "kind": "event", "claimer": "", "verdict": "true"},
]


@pytest.fixture
def endpoint(httpserver: HTTPServer, home: Path, monkeypatch: pytest.MonkeyPatch) -> HTTPServer:
    """Give an endpoint that the settings name; it proposes words of the article and words that are not in it."""
    (home / "home").mkdir(mode=0o700)
    address = httpserver.url_for("/v1")
    (home / "home" / "settings.toml").write_text(f'[model]\nendpoint = "{address}"\nname = "tiny-1"\n')
    content = {"message": {"content": json.dumps({"claims": CLAIMS})}}
    httpserver.expect_request("/v1/chat/completions").respond_with_response(
        Response(json.dumps({"choices": [content]}))
    )
    monkeypatch.setenv("WORKBENCH_MODEL_KEY", "sk-secret")
    return httpserver


def test_nothing_is_sent_unless_it_is_asked_for(shell: Shell, article: Path, endpoint: HTTPServer) -> None:
    assert shell("extract", article).code == 0
    assert shell("add", article).code == 0
    assert shell("doctor").code == 0
    assert endpoint.log == []


def test_proposals_come_out_as_claims_and_what_is_dropped_is_told(
    shell: Shell, article: Path, endpoint: HTTPServer
) -> None:
    answer = shell("extract", article, "--model", "--format", "json")
    assert len(endpoint.log) == 1
    found = json.loads(answer.out)
    (claim,) = [one for one in found["claims"] if one["text"] == QUOTE]
    assert "proposed by tiny-1" in [one["name"] for one in claim["reasons"]]
    assert "lied" not in answer.out
    assert "dropped, not in the text word for word: The mayor\ufffd lied" in answer.err
    assert "proposed by tiny-1" in shell("extract", article, "--model").out


def test_the_reviewer_sees_who_proposed_and_the_key_is_kept_nowhere(
    shell: Shell, article: Path, home: Path, endpoint: HTTPServer
) -> None:
    added = shell("add", article, "--model")
    assert added.code == 0
    assert "dropped, not in the text word for word: The mayor\ufffd lied" in added.err
    assert endpoint.log
    listed = json.loads(shell("list", "--json").out)
    shown = [shell("show", f"C-{number}").out for number in range(1, len(listed) + 1)]
    assert any("proposed by tiny-1" in card for card in shown)
    assert not any(b"sk-secret" in path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_a_model_that_fails_ends_the_command_and_stores_nothing(
    shell: Shell, article: Path, endpoint: HTTPServer
) -> None:
    endpoint.clear()
    for command in ("extract", "add"):
        answer = shell(command, article, "--model")
        assert (answer.code, answer.out) == (ExitCode.NETWORK, "")
        assert "leave --model out" in answer.err
    assert json.loads(shell("list", "--json").out) == []
    endpoint.clear()


def test_without_a_setting_it_is_told_what_to_set(shell: Shell, article: Path) -> None:
    for command in ("extract", "add"):
        answer = shell(command, article, "--model")
        assert answer.code == ExitCode.USAGE
        assert "No model is named" in answer.err


def test_the_doctor_tells_of_it(
    shell: Shell, home: Path, endpoint: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    checks = {one["name"]: one for one in json.loads(shell("doctor", "--json").out)}
    assert "tiny-1 at http" in checks["model"]["found"]
    assert checks["model"]["state"] == "ok"
    assert "sk-secret" not in json.dumps(checks)
    monkeypatch.setenv("WORKBENCH_MODEL_KEY", "sk secret")
    assert shell("doctor").code == ExitCode.FAILED
    (home / "home" / "settings.toml").write_text("")
    monkeypatch.delenv("WORKBENCH_MODEL_KEY")
    assert "the rules alone" in shell("doctor").out
    assert endpoint.log == []
