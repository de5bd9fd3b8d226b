"""The balance of the selection, parties, requests for a correction and the impact from the shell."""

import json

import pytest

from tests.cli.conftest import Shell


@pytest.fixture(autouse=True)
def claims(shell: Shell) -> None:
    for claimer in ("Inga Holm", "Jonas Berg"):
        assert shell("claim", "add", f"{claimer} sold 12 ferries.", "--claimer", claimer).code == 0


def test_the_balance_comes_as_tables_markdown_csv_and_json(shell: Shell) -> None:
    assert shell("party", "set", "Inga Holm", "Sea Party", "--from", "2000").out == (
        "Inga Holm belongs to Sea Party (from 2000-01-01).\n"
    )
    assert "Inga Holm  Sea Party  from 2000-01-01" in shell("party", "list").out
    told = shell("balance", "--by", "party")
    assert "Sea Party" in told.out
    assert "not known: no party named" in told.out
    assert "2 claims, taken in at any time." in told.err
    assert "# Selection by party\n" in shell("balance", "--by", "party", "--format", "md", "--to", "2199").out
    head, whole, *_ = shell("balance", "--csv").out.splitlines()
    assert head.startswith("by,line,name,came_in,checked,rating ")
    assert whole.startswith("claimer,all,,2,0,")
    found = json.loads(shell("balance", "--filter", 'claimer:"Inga Holm"', "--json").out)
    assert [line["came_in"] for line in found["lines"]] == [1, 1]
    assert shell("balance", "--from", "2021", "--to", "2020").code == 3
    assert shell("party", "remove", "Inga Holm", "--from", "2000").code == 0
    assert "No claimer has a party." in shell("party", "list").err


def test_others_are_asked_to_correct_and_what_came_of_it_is_counted(shell: Shell) -> None:
    assert "No request for a correction is open." in shell("correction-request", "list").err
    asked = shell(
        *("correction-request", "ask", "C-1", "The editor", "--outlet", "Example Times", "--by", "e-mail"),
        *(
            "--url",
            "https://example.org/a",
            "--request",
            "Twelve, not ten.",
            "--at",
            "2021-03-04",
            "--deadline",
            "2021-03-06",
        ),
    )
    assert asked.out == "C-1 has request 1 for a correction now.\n"
    listed = shell("correction-request", "list").out
    assert "C-1 1  The editor (Example Times), asked by e-mail on 2021-03-04T00:00:00Z" in listed
    assert "Nothing by 2021-03-06T00:00:00Z." in listed
    assert "request   Example Times" not in shell("show", "C-1").out
    assert "request   1, The editor (Example Times)" in shell("show", "C-1").out
    came = ("--at", "2021-03-09", "--url", "https://example.org/b", "--print")
    assert shell("correction-request", "outcome", "C-1", "1", "corrected", *came).code == 0
    assert shell("correction-request", "outcome", "C-1", "7", "refused").code == 4
    assert "Corrected on 2021-03-09T00:00:00Z: https://example.org/b (printed in reports)." in (
        shell("correction-request", "list", "C-1").out
    )
    assert json.loads(shell("correction-request", "list", "--all", "--json").out)[0]["outcome"] == "corrected"
    told = shell("impact", "--from", "2021-03", "--to", "2021-03")
    assert "corrected  1         5" in told.out
    assert "Example Times" in told.out
    assert "from 2021-03-01 to 2021-03-31" in told.err
    assert "request,corrected,,1,,5.0,5.0" in shell("impact", "--csv").out.splitlines()
    assert json.loads(shell("impact", "--from", "2022", "--json").out)["outlets"] == []
