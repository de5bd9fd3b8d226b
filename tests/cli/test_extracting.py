"""``workbench extract`` prints claims whose offsets hold in the file, and stores nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Shell
from workbench.errors import ExitCode

ROOT = Path(__file__).resolve().parents[2]

FORMS = {
    "plain": ARTICLE.encode(),
    "windows": ARTICLE.replace("\n", "\r\n").encode("utf-8-sig"),
    "decomposed": ARTICLE.replace("Berg", "Be\u0301rg")
    .replace(" days", "\u00a0days")
    .replace("mayor", "may\u00ador")
    .encode(),
    "wide": ("\U0001f309 " + ARTICLE).encode("utf-16"),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_text_is_the_slice_of_the_file(shell: Shell, home: Path, form: str) -> None:
    path = home / "article.txt"
    path.write_bytes(FORMS[form])
    source = FORMS[form].decode("utf-16" if form == "wide" else "utf-8-sig")
    answer = shell("extract", path, "--published", "2021-11-23", "--format", "json")
    found = json.loads(answer.out)
    assert answer.code == 0
    assert list(found) == ["article", "claims", "refused"]
    assert found["article"]["published"] == "2021-11-23"
    assert found["claims"]
    for claim in found["claims"]:
        assert {"start", "end", "text", "claimer", "via", "kind", "score", "reasons"} <= set(claim)
        assert claim["averitec"]
        for part in (claim, *claim["amounts"], *claim["dates"]):
            assert source[part["start"] : part["end"]] == part["text"]
    assert not (home / "home").exists()


def test_the_table_says_where_why_and_who(shell: Shell, article: Path) -> None:
    answer = shell("extract", article)
    assert answer.out.splitlines()[0].split() == ["span", "worth", "why", "kind", "claimer", "via", "claim"]
    assert "Anna Berg" in answer.out
    assert "number" in answer.out


def test_a_text_without_claims_is_no_error(shell: Shell) -> None:
    answer = shell("extract", "-", stdin=b"Good morning, dear reader, and welcome to this page.")
    assert answer.code == 0
    assert answer.err


def test_a_parser_that_is_not_installed_is_named(shell: Shell, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_PARSER", "en_nowhere_lg")
    for command in ("extract", "add"):
        answer = shell(command, article)
        assert answer.code == ExitCode.USAGE
        assert "'en_nowhere_lg' isn't installed" in answer.err
    assert shell("doctor").code == ExitCode.FAILED


def test_a_program_in_the_working_folder_is_not_run(home: Path) -> None:
    (home / "json.py").write_text("open('ran', 'w').close()\n")
    (home / "page.html").write_text(f"<html><body><article><p>{ARTICLE}</p></article></body></html>")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "workbench", "extract", "page.html"],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "claimer" in done.stdout
    assert not (home / "ran").exists()
