"""An article is taken in again from the shell, and what changed is shown."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell

FIRST = "The council said that ferry prices rose by 12 percent in March."
SECOND = "The mayor said that 300 people lost their jobs at the harbour in 2023."


@pytest.fixture
def page(shell: Shell, home: Path) -> Path:
    page = home / "article.txt"
    page.write_text(f"Prices and jobs\n\n{FIRST}\n\n{SECOND}\n")
    assert shell("add", str(page)).code == 0
    return page


def test_a_new_text_is_taken_in_and_its_changes_are_shown(shell: Shell, page: Path) -> None:
    same = shell("article", "refetch", "A-1")
    assert (same.code, same.out) == (0, "")
    assert "A-1 is as it was; nothing was stored." in same.err
    page.write_text(f"Prices and jobs\n\n{FIRST.replace('12', '14')}\n")
    done = shell("article", "refetch", "1", str(page))
    assert done.code == 0, done.err
    lines = done.out.splitlines()
    assert lines[0] == "A-1 has revision 2 now."
    assert "  changed: The council said that ferry prices rose by 14 percent in March." in lines
    assert "      “12” became “14”." in lines
    assert any(line.startswith("C-1  reworded  ") for line in lines)
    assert any(line.startswith("C-2  removed  ") for line in lines)
    assert lines[-1] == "New claims: C-3."
    shown = shell("article", "changes", "A-1")
    assert shown.out.splitlines() == ["A-1: revision 2 against revision 1.", *lines[1:-1]]
    whole = json.loads(shell("article", "changes", "A-1", "--from", "1", "--to", "2", "--json").out)
    assert [one["fate"] for one in whole["claims"]] == ["reworded", "removed"]


def test_an_article_is_taken_in_again_from_any_folder(
    shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (elsewhere := home / "elsewhere").mkdir()
    (home / "article.txt").write_text(f"{FIRST}\n")
    (elsewhere / "article.txt").write_text("Quite another text is here, said the mayor on Monday.\n")
    monkeypatch.chdir(home)
    assert shell("add", "article.txt").code == 0
    monkeypatch.chdir(elsewhere)
    again = shell("article", "refetch", "A-1")
    assert (again.code, again.out) == (0, ""), again.err
    assert "A-1 is as it was" in again.err


@pytest.mark.usefixtures("page")
def test_what_can_not_be_taken_in_is_said(shell: Shell, page: Path) -> None:
    assert shell("article", "refetch", "A-1", "nowhere.txt").code == 3
    assert shell("article", "refetch", "A-9", str(page)).code == 4
    assert shell("article", "changes", "A-1").code == 3
    other = shell("article", "refetch", "A-1", "-", stdin=b"Subscribe now to go on reading.\n")
    assert other.code == 3
    assert "--replaced" in other.err
    kept = shell("article", "refetch", "A-1", "-", "--replaced", stdin=b"Subscribe now to go on reading.\n")
    assert kept.out.startswith("A-1 has revision 2 now.\n")
