"""What is printed can't move, colour or command a terminal, and fits it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.conftest import Shell
from workbench.cli.output import json_text
from workbench.cli.tables import cut, fitted, width

ROOT = Path(__file__).parents[2]
FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
PAYLOADS = [
    row["payload"]
    for row in map(json.loads, (ROOT / "tests" / "hostile_inputs.jsonl").read_text("utf-8").splitlines())
    if row["kind"] in {"terminal", "markup", "markdown", "filename", "prompt"}
]


@pytest.fixture
def hostile_list(home: Path) -> Path:
    """Write a list of claims whose every field is hostile."""
    path = home / "hostile.jsonl"
    rows = [
        {"statement": f"{number} {payload}", "claimer": payload, "via": [payload], "quote": payload, "locator": payload}
        for number, payload in enumerate(PAYLOADS)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_hostile_claims_are_printed_without_a_control_character(shell: Shell, hostile_list: Path) -> None:
    assert shell("import", hostile_list).code == 0
    listed = shell("list")
    assert len(listed.out.splitlines()) == len(PAYLOADS) + 1
    printed = [listed, shell("list", "--json"), shell("show", "C-1"), shell("show", "C-1", "--json")]
    printed += [shell("show", f"C-{number}") for number in range(2, 30)]
    for answer in printed:
        assert answer.code == 0
        assert not FORBIDDEN.search(answer.out)


def test_what_a_team_writes_is_printed_without_a_control_character(shell: Shell) -> None:
    payloads = [payload for payload in PAYLOADS if "\x00" not in payload][::8]
    for number, payload in enumerate(payloads, 1):
        claim = f"C-{number}"
        words = f"{payload} ".replace("@", "at ")
        shell("claim", "add", f"Number {number} {payload}")
        shell("queue", "add", f"q {number} {payload}")
        shell("queue", "assign", claim, "--to", "ada", "--note", words)
        shell("comment", claim, f"said {words}")
        shell("record", claim, "false", "--rationale", f"because {words}")
        shell("return", claim, "--comment", f"why {words}")
        shell("record", claim, "false", "--rationale", f"late {words}", "--token", "99")
    several = [shell("queue"), shell("queue", "list"), shell("queue", "show"), shell("notices"), shell("drafts")]
    several += [shell("show", f"C-{number}") for number in (1, 2, 3)]
    several += [
        shell(*command, "--json") for command in (("queue", "list"), ("notices",), ("drafts",), ("show", "C-1"))
    ]
    for payload in payloads:
        several += [shell("queue", "show", payload), shell("adjudicate", "C-1", payload)]
        several += [shell("take", payload), shell("queue", "assign", "C-1", "--to", payload)]
        several += [
            shell("record", "C-1", payload, "--rationale", "x"),
            shell("queue", "set", payload, "--by", payload),
        ]
    assert any("said " in answer.out for answer in several)
    for answer in several:
        assert not FORBIDDEN.search(answer.out)
        assert not FORBIDDEN.search(answer.err)


def test_json_loses_nothing_that_is_stored(shell: Shell, hostile_list: Path) -> None:
    shell("import", hostile_list)
    statements = {row["number"]: row["statement"] for row in json.loads(shell("list", "--json").out)}
    assert any("\u202e" in statement for statement in statements.values())
    assert any("\x1b" in statement for statement in statements.values())


def test_hostile_reports_stay_in_their_folder(shell: Shell, home: Path, article: Path) -> None:
    for payload in PAYLOADS[:40]:
        if "\x00" not in payload:
            text = article.read_text("utf-8") + f"\nNote {len(payload)} {payload!r}.\n"
            shell("add", "-", "--title", payload, stdin=text.encode("utf-8", "replace"))
    answer = shell("export", "--out", "reports")
    assert answer.code == 0
    for line in answer.out.splitlines():
        path = (home / line).resolve()
        assert path.parent == home / "reports"
        assert re.fullmatch(r"[a-z0-9-]+\.md", path.name)


def test_a_terminal_gets_lines_that_fit_and_nothing_to_obey(shell: Shell, hostile_list: Path, home: Path) -> None:
    shell("import", hostile_list)
    terminal = pexpect.spawn(
        sys.executable,
        ["-m", "workbench", "list"],
        env=os.environ | {"WORKBENCH_HOME": str(home / "home"), "PYTHONPATH": str(ROOT)},
        dimensions=(24, 100),
        encoding="utf-8",
    )
    terminal.expect(pexpect.EOF, timeout=60)
    lines = (terminal.before or "").replace("\r\n", "\n").splitlines()
    assert len(lines) == len(PAYLOADS) + 1
    for line in lines:
        assert not FORBIDDEN.search(line)
        assert width(line) <= 100


@given(st.text(st.characters(codec=None)))
def test_json_is_what_it_was_and_safe(text: str) -> None:
    written = json_text([text])
    assert json.loads(written) == [text]
    assert not FORBIDDEN.search(written)
    written.encode("utf-8")


@given(st.text(), st.integers(1, 30))
def test_a_cut_text_fits(text: str, columns: int) -> None:
    assert width(cut(text, columns)) <= max(columns, 1)


@given(st.lists(st.integers(1, 80), min_size=1, max_size=9), st.integers(80, 200))
def test_columns_fit_and_grow_no_wider_than_they_need(widths: list[int], room: int) -> None:
    found = fitted(widths, room)
    assert sum(found) <= max(room, 8 * len(widths))
    assert all(after <= max(before, 8) for before, after in zip(widths, found, strict=True))


def test_wide_characters_count_as_two() -> None:
    assert width("中文") == 4
    assert width("e\u0301") == 1
    assert cut("中文字", 4) == "中…"


def test_an_output_that_knows_no_unicode_gets_question_marks_and_escapes(home: Path, article: Path) -> None:
    article.write_text("The ministry said 40 bridges in Zürich were closed in 2020.\n", encoding="utf-8")
    for arguments in (["extract", str(article)], ["extract", str(article), "--json"]):
        done = subprocess.run(
            [sys.executable, "-m", "workbench", *arguments],
            env=os.environ | {"WORKBENCH_HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"},
            capture_output=True,
            check=True,
        )
        assert done.stdout.isascii()
        assert b"40 bridges" in done.stdout
    assert "Zürich" in json.loads(done.stdout)["claims"][0]["text"]
