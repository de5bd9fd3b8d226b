"""A desk goes into a file of lines and out again from the shell; claims go into a table."""

import csv
import io
import json
import stat
from pathlib import Path

from tests.cli.conftest import Shell
from workbench.errors import ExitCode


def test_a_desk_goes_out_and_in_again(shell: Shell, article: Path, home: Path) -> None:
    shell("add", article)
    shell("evidence", "add", "C-1", str(article), "--stance", "supports")
    out = shell("export", "--format", "jsonl", "--out", "dump")
    assert (out.code, out.out) == (0, "dump/desk.jsonl\n")
    assert "what a backup holds" in out.err
    assert "The files of 1 capture are not in it" in out.err
    assert stat.S_IMODE((home / "dump" / "desk.jsonl").stat().st_mode) == 0o600
    told = json.loads(shell("export", "--format", "jsonl", "--out", "told.jsonl", "--json").out)
    taken = shell("import", "dump/desk.jsonl", "--database", "new.sqlite3")
    assert taken.code == 0
    assert taken.out.startswith(f"{told['rows']} rows taken in, head {told['head']['sequence']}:")
    assert "The files of 1 capture are not in a dump" in taken.err
    assert shell("verify", "--database", "new.sqlite3").code == 0
    assert shell("list", "--database", "new.sqlite3").out == shell("list").out
    shell("export", "--format", "jsonl", "--out", "again.jsonl", "--database", "new.sqlite3")
    assert Path("again.jsonl").read_bytes() == Path("told.jsonl").read_bytes()
    refused = shell("import", "dump/desk.jsonl", "--database", "new.sqlite3")
    assert (refused.code, "has rows already" in refused.err) == (ExitCode.CONFLICT, True)


def test_a_broken_dump_is_named_with_its_line(shell: Shell, home: Path) -> None:
    shell("claim", "add", "It rained.")
    shell("export", "--format", "jsonl", "--out", "desk.jsonl")
    lines = (home / "desk.jsonl").read_bytes().splitlines(keepends=True)
    (home / "desk.jsonl").write_bytes(b"".join([*lines[:5], b"\x1b[31m\n", *lines[6:]]))
    refused = shell("import", "desk.jsonl", "--database", "new.sqlite3")
    assert refused.code == ExitCode.BAD_INPUT
    assert "desk.jsonl, line 6: it is no JSON object." in refused.err
    assert not (home / "new.sqlite3").exists()


def test_claims_go_into_a_table_that_can_be_taken_in_as_a_list(shell: Shell, home: Path) -> None:
    shell("claim", "add", "=1+1 is two.", "--claimer", "Ada", "--via", "The agency")
    shell("claim", "add", "It rained.")
    assert shell("export", "--format", "csv").out == "exports/claims.csv\n"
    content = (home / "exports" / "claims.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfschema,claim,")
    assert [row["statement"] for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))] == [
        "'=1+1 is two.",
        "It rained.",
    ]
    raw = shell("export", "--format", "csv", "--raw", "--no-bom", "--claim", "C-1", "--out", "raw.csv", "--json")
    assert json.loads(raw.out)["claims"] == 1
    assert (home / "raw.csv").read_bytes().startswith(b"schema,")
    assert shell("import", "raw.csv", "--database", "other.sqlite3").out.startswith("1 claims added")
    shown = json.loads(shell("show", "C-1", "--json", "--database", "other.sqlite3").out)
    assert (shown["statement"], shown["claimer"], shown["via"]) == ("=1+1 is two.", "Ada", ["The agency"])


def test_what_was_cut_is_told(shell: Shell, home: Path) -> None:
    (home / "long.csv").write_text("statement\n" + "a" * 40_000 + "\n")
    shell("import", "long.csv")
    cut = shell("export", "--format", "csv", "--out", "cut.csv")
    assert "1 cell of the column statement cut" in cut.err
    assert "cut" not in shell("export", "--format", "csv", "--raw", "--out", "raw.csv").err


def test_options_that_do_not_belong_together_are_refused(shell: Shell) -> None:
    for arguments in (
        ("--raw",),
        ("--no-bom",),
        ("--format", "jsonl", "--claim", "C-1"),
        ("--format", "jsonl", "--raw"),
    ):
        assert shell("export", *arguments).code == ExitCode.USAGE
    shell("claim", "add", "It rained.")
    assert shell("export", "--format", "csv", "--article", "A-7").code == ExitCode.NOT_FOUND
    assert shell("export", "--format", "csv", "--claim", "C-7").code == ExitCode.NOT_FOUND
