"""The numbers of a claim beside those of its evidence, and how far apart they may be, from the shell."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell

TEXT = b"The defence budget stands at $400bn in 2021, the ministry said.\nSome 43 people protested.\n"


@pytest.fixture
def desk(shell: Shell, home: Path) -> Path:
    """Give a folder with a desk that has a claim and two pieces of evidence."""
    assert shell("claim", "add", "The defence budget was $40bn in 2021, and more than 40 people protested.").code == 0
    for words in ("stands at $400bn in 2021", "43 people protested"):
        done = shell("evidence", "add", "C-1", "-", "--stance", "refutes", "--quotation", words, stdin=TEXT)
        assert done.code == 0, done.err
    return home


@pytest.mark.usefixtures("desk")
def test_numbers_stand_side_by_side_with_their_difference(shell: Shell) -> None:
    told = shell("evidence", "numbers", "E-1")
    assert told.out.splitlines() == [
        "E-1  refutes C-1",
        "",
        "$40bn: DIFFERS",
        "          claim           source",
        "  words   $40bn           $400bn",
        "  value   40,000,000,000  400,000,000,000",
        "  unit    USD             USD",
        "  period  2021            2021",
        "  base    -               -",
        "  apart   -360,000,000,000 USD (-90.0 %)",
        "  The claim is 10 times too small: was a scale or a digit mistaken?",
        "",
        "40: no such number in the source's words",
        "          claim             source",
        "  words   40                -",
        "  value   more than 40      -",
        "  unit    people protested  -",
        "  period  2021              -",
        "  base    -                 -",
    ]
    assert (
        told.err == "The desk tolerates 1 % of the source's number, and 10 % where one is said to be about so much.\n"
    )
    first, missing = json.loads(shell("evidence", "numbers", "E-1", "--json").out)
    assert (first["outcome"], first["difference"], first["source"]["low"]) == (
        "differs",
        "-360000000000",
        "400000000000",
    )
    assert (missing["outcome"], missing["source"]) == ("none_there", None)


@pytest.mark.usefixtures("desk")
def test_show_and_list_say_it_in_short(shell: Shell) -> None:
    assert (
        "number    $40bn (in 2021): the source has $400bn (in 2021), DIFFERS by" in shell("evidence", "show", "1").out
    )
    header, first, second = shell("evidence", "list", "C-1").out.splitlines()
    assert "numbers" in header
    assert "1 DIFFER" in first
    assert "1 agree" in second
    (row, _) = json.loads(shell("evidence", "list", "C-1", "--json").out)
    assert row["numbers"][0]["outcome"] == "differs"


@pytest.mark.usefixtures("desk")
def test_where_there_is_no_number_that_is_said(shell: Shell) -> None:
    shell("evidence", "add", "C-1", "-", "--stance", "context", stdin=TEXT)
    told = shell("evidence", "numbers", "E-3")
    assert (told.code, told.out) == (0, "")
    assert "There is nothing to compare" in told.err
    assert json.loads(shell("evidence", "numbers", "E-3", "--json").out) == []
    assert shell("evidence", "numbers", "E-9").code != 0


@pytest.mark.usefixtures("desk")
def test_what_the_desk_tolerates_is_shown_and_set(shell: Shell) -> None:
    assert json.loads(shell("evidence", "tolerance", "--json").out) == {"share": 1.0, "about": 10.0}
    done = shell("evidence", "tolerance", "--share", "95")
    assert done.out.startswith("The desk tolerates 95 % of the source's number, and 10 % where")
    assert "within the desk's tolerance" in shell("evidence", "numbers", "E-1").out
    refused = shell("evidence", "tolerance", "--about", "101")
    assert refused.code != 0
    assert "no tolerance" in refused.err
