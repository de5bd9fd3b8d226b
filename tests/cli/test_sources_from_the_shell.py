"""Sources are described, kept confidential and erased from the shell."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from workbench.errors import ExitCode

REPORT = "The mayor said that ferry prices rose by 12 percent in March because fuel had become dearer for everybody. "
STORY = (
    REPORT + "She spoke to the council on Monday, and said that there would be no other increase in this year or next."
)


@pytest.fixture(autouse=True)
def claims(shell: Shell) -> None:
    for statement in ("Ferry prices rose by 12 percent.", "Fuel became dearer."):
        assert shell("claim", "add", statement).code == 0


def attach(shell: Shell, claim: str, *about: str) -> None:
    done = shell("attach", claim, "--stance", "supports", *about)
    assert done.code == 0, done.err


def test_a_source_is_described_for_all_claims_that_rest_on_it(shell: Shell) -> None:
    assert "There is no source yet." in shell("source", "list").err
    assert "C-1 rests on no source." in shell("source", "list", "C-1").err
    assert shell("source", "list", "C-99").code == ExitCode.NOT_FOUND
    for claim in ("C-1", "C-2"):
        attach(shell, claim, "--link", "https://example.org/a", "--title", "Prices")
    described = shell(
        *("source", "describe", "E-1", "--kind", "wire_copy", "--word-of", "Reuters", "--interest", "Sells news."),
        *("--reliability", "Good on figures.", "--title", "Ferry prices", "--published", "2021-03-04"),
    )
    assert described.code == 0, described.err
    shown = shell("source", "show", "E-2").out
    assert described.out == shown
    for line in (
        "Ferry prices\n",
        "  address   https://example.org/a",
        "  published 2021-03-04",
        "  kind      wire copy",
        "  word of   Reuters",
        "  interest  Sells news.",
        "  reliable  Good on figures.",
        "  used by   E-1 supports C-1",
        "  used by   E-2 supports C-2",
    ):
        assert line in shown
    taken_back = shell("source", "describe", "E-1", "--retracted", "The outlet withdrew it on 4 May.").out
    assert "  retracted The outlet withdrew it on 4 May.\n" in taken_back
    assert "On the retracted source rest:\n  C-1  queued, through E-1:" in taken_back
    assert "  C-2  queued, through E-2:" in taken_back
    assert "RETRACTED: The outlet withdrew it on 4 May." in shell("show", "C-1").out
    assert all("(RETRACTED)" in shell(*listed).out for listed in (("source", "list"), ("evidence", "list", "C-1")))
    assert "E-1, E-2  C-1, C-2  wire copy" in shell("source", "list").out
    assert "word of   Reuters" in shell("evidence", "show", "E-2").out
    assert json.loads(shell("source", "list", "C-2", "--json").out)[0]["source"]["kind"] == "wire_copy"
    assert shell("source", "describe", "E-1").code == 2
    assert shell("source", "show", "E-9").code == 4


def test_a_confidential_source_is_erased_for_good(shell: Shell, home: Path) -> None:
    (home / "memo.txt").write_text("The minister knew of the leak in March.")
    added = shell("evidence", "add", "C-1", str(home / "memo.txt"), "--stance", "refutes", "--confidential")
    assert added.code == 0, added.err
    assert "confidential" in shell("evidence", "show", "E-1").out
    assert all(
        "memo.txt (confidential)" in shell(*one).out for one in (("source", "list"), ("evidence", "list", "C-1"))
    )
    assert "confidential: exports name it" in shell("show", "C-1").out
    assert shell("source", "erase", "E-1").code == 2
    erased = shell("source", "erase", "E-1", "--yes")
    assert "The source of E-1 is erased, 3 files with it." in erased.out
    assert "Backups of the desk" in erased.err
    assert "an erased source" in shell("source", "show", "E-1").out
    assert "(erased)" in shell("evidence", "list", "C-1").out
    assert "Its files were erased." in shell("evidence", "show", "E-1").err
    assert "Erased with their sources: 1 capture." in shell("verify").err
    assert shell("verify").code == 0


def test_what_was_public_is_made_confidential_with_a_warning(shell: Shell) -> None:
    attach(shell, "C-1", "--link", "https://example.org/a", "--title", "The memo")
    attach(shell, "C-2", "--link", "https://example.org/b", "--title", "A letter", "--confidential")
    done = shell("source", "confidential", "E-1")
    assert "The journal holds what was written before" in done.err
    assert shell("export").code == 0
    text = "".join(path.read_text() for path in (Path("exports")).glob("*.md"))
    assert text.count("Document seen by the desk.") == 2
    assert "The memo" not in text
    assert "A letter" not in text


def test_wire_copies_and_shared_text_count_once(shell: Shell, home: Path) -> None:
    for name, text in (
        ("harbour.txt", STORY),
        ("island.txt", "Our own reporter writes. " + STORY),
        ("other.txt", "Fuel for ships cost as much in April as in the year before, the customs office found."),
    ):
        (home / name).write_text(text)
        added = shell("evidence", "add", "C-1", str(home / name), "--stance", "supports")
        assert added.code == 0, added.err
    words = "2 independent sources, 3 named. E-1 and E-2 rest on one source."
    assert words in shell("show", "C-1").out
    assert words in shell("evidence", "list", "C-1").err
    assert shell("record", "C-1", "true", "--rationale", "So it is.").code == 0
    assert shell("export").code == 0
    (report,) = Path("exports").glob("*.md")
    assert "2 independent sources, 3 named. E-1 and E-2 rest on one source." in report.read_text()
    assert shell("source", "describe", "E-3", "--word-of", "dpa").code == 0
    assert shell("source", "describe", "E-1", "--word-of", "dpa").code == 0
    assert "1 independent source, 3 named. E-1, E-2 and E-3 rest on one source." in shell("show", "C-1").out
