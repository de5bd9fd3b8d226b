"""A wire copy is said to be one when it comes in, and what it has of its original can be kept apart."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell

ORIGINAL = """Prices rise

NORHAM (Reuters) - The island council raised ferry prices by 12% in March, the mayor said on Tuesday.

The mayor said that 300 people lost their jobs at the harbour in 2023.

The harbour has 40 boats, the port authority of the island said on Tuesday.
"""
COPY = ORIGINAL.replace("Prices rise", "Crossing costs more").replace("(Reuters) ", "").replace("300", "310")


pytestmark = pytest.mark.usefixtures("written")


@pytest.fixture
def written(home: Path) -> Path:
    (home / "original.txt").write_text(ORIGINAL)
    (home / "copy.txt").write_text(COPY)
    return home


def test_a_copy_is_said_to_be_one_and_its_claims_are_linked(shell: Shell) -> None:
    assert "copy" not in shell("add", "original.txt").err
    added = shell("add", "copy.txt")
    assert "one claim, C-4" in added.out
    assert "This is a copy of A-1 (" in added.err
    assert (
        "% of its words): 2 claims are linked, 1 is new.\n  C-4 is C-2 with other figures: “300” against “310”\n"
        in added.err
    )
    said = shell("article", "copies", "A-2").out
    assert said.startswith("A-2 is a copy of A-1 (")
    assert "  other figures: “310” for “300”" in said
    assert shell("article", "copies", "A-1").out.startswith("A-1 has a copy in A-2 (")
    assert json.loads(shell("article", "copies", "A-1", "--json").out)[0]["article"] == 2
    assert shell("show", "C-1").out.count("  article ") == 2
    assert "Took back the linking on 2 claims." in shell("undo").out
    assert shell("show", "C-1").out.count("  article ") == 1
    assert "; 2 of them are new." in shell("add", "copy.txt", "--no-link").out


def test_claims_can_be_kept_apart(shell: Shell) -> None:
    shell("add", "original.txt")
    added = shell("add", "copy.txt", "--no-link")
    assert "3 claims, C-4 to C-6" in added.out
    assert "This is a copy" not in added.err


def test_an_article_that_is_no_copy_says_so(shell: Shell) -> None:
    shell("add", "original.txt")
    assert shell("article", "copies", "A-1").out == ("A-1 is no copy of any other article, and none is a copy of it.\n")
    assert shell("article", "copies", "A-7").code == 4


def test_of_a_folder_each_copy_is_said(shell: Shell, written: Path) -> None:
    added = shell("add", str(written))
    assert added.err.count("This is a copy of A-1 (") == 1
    assert "2 claims are linked, 1 is new." in added.err
