"""The search log and the right-of-reply log from the shell."""

import json

import pytest

from tests.cli.conftest import Shell


@pytest.fixture(autouse=True)
def claim(shell: Shell) -> None:
    assert shell("claim", "add", "Ferry prices rose by 12 percent.").code == 0


def test_where_one_looked_is_written_down_and_listed(shell: Shell) -> None:
    assert "Nobody wrote down a search for C-1." in shell("search-log", "list", "C-1").err
    done = shell("search-log", "add", "C-1", "Companies register", "Holm Ferries", "--at", "2021-03-04 10:00")
    assert done.out == "C-1 has 1 in its search log now.\n"
    listed = shell("search-log", "list", "1").out
    assert "2021-03-04T10:00:00Z" in listed
    assert "nothing was found" in listed
    assert json.loads(shell("search-log", "list", "1", "--json").out)[0]["words"] == "Holm Ferries"
    assert "looked    Companies register: “Holm Ferries”: nothing was found" in shell("show", "C-1").out


def test_who_was_asked_and_what_they_answered_is_written_down(shell: Shell) -> None:
    assert "Nobody was asked for a reply to C-1." in shell("reply", "list", "C-1").err
    asked = shell(
        *("reply", "ask", "C-1", "Inga Holm", "--by", "e-mail", "--question", "Did they rise?"),
        *("--at", "2021-03-04", "--deadline", "2021-03-06 18:00"),
    )
    assert asked.out == "C-1 has request 1 for a reply now.\n"
    assert shell("reply", "answer", "C-1", "1", "-", stdin=b"Yes.\nBy far.").code == 0
    listed = shell("reply", "list", "C-1").out
    assert "1  Inga Holm, asked by e-mail on 2021-03-04T00:00:00Z, to answer by 2021-03-06T18:00:00Z" in listed
    assert "Did they rise?" in listed
    assert "Yes.\nBy far." in listed
    assert json.loads(shell("reply", "list", "1", "--json").out)[0]["answer"] == "Yes.\nBy far."
    assert "Inga Holm, asked by e-mail" in shell("show", "C-1").out
    assert shell("reply", "answer", "C-1", "2", "No.").code == 4


def test_an_answer_is_awaited_until_the_deadline(shell: Shell) -> None:
    for whom, deadline in (("Inga Holm", "2021-03-06 18:00"), ("Jonas Berg", "2199-03-06 18:00"), ("Ana Reyes", "")):
        by = ("--deadline", deadline) if deadline else ()
        assert shell("reply", "ask", "C-1", whom, "--at", "2021-03-04", *by).code == 0
    listed = shell("reply", "list", "C-1").out.splitlines()
    assert [line.strip() for line in listed[1::2]] == [
        "No answer.",
        "Awaited until 2199-03-06T18:00:00Z.",
        "No answer yet.",
    ]
    shown = shell("show", "C-1").out
    assert "to answer by 2199-03-06T18:00:00Z. Awaited until 2199-03-06T18:00:00Z." in shown
    assert "to answer by 2021-03-06T18:00:00Z. No answer." in shown
