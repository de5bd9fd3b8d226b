"""``workbench priors``, ``match`` and ``matches``: lines, JSON, exit codes, and what goes to which stream."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from workbench.desk.desk import Desk
from workbench.errors import ExitCode

TABLE = """claim,url,claimer,rating_name,outlet,reviewed
Unemployment rose to 5.2% in March.,https://checks.example/1,Inga Holm,Mostly false,Checks,2020-03-04
The ferry sank seven times in nine years.,https://checks.example/2,,False,Checks,
Lille opened four parks within two years.,https://checks.example/3,,True,Others,
"""


@pytest.fixture
def told(shell: Shell, home: Path) -> Shell:
    (home / "checks.csv").write_text(TABLE)
    assert shell("priors", "import", "checks.csv").out.startswith("3 prior checks added")
    return shell


def test_importing_says_what_came_of_it_and_again_changes_nothing(told: Shell) -> None:
    again = told("priors", "import", "checks.csv")
    assert again.code == 0
    assert again.out == "0 prior checks added, 0 changed, 3 known already, 0 told twice, 0 records not used.\n"
    assert again.err == ""


def test_who_interrupts_an_import_hears_that_it_can_go_on(
    shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "checks.csv").write_text(TABLE)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Desk, "import_priors", interrupted)
        done = shell("priors", "import", "checks.csv")
    assert done.code == ExitCode.INTERRUPTED
    assert "the same command goes on from there" in done.err
    assert shell("priors", "import", "checks.csv").out.startswith("3 prior checks added")


def test_broken_records_are_listed_with_their_place(shell: Shell, home: Path) -> None:
    lines = ["claim,url", *(f",https://checks.example/{number}" for number in range(30)), "A,https://checks.example/x"]
    (home / "checks.csv").write_text("\n".join(lines))
    done = shell("priors", "import", "checks.csv")
    assert done.code == ExitCode.BAD_INPUT
    assert done.out.startswith("1 prior check added")
    assert "  line 2: there is no claim\n" in done.err
    assert "  and 10 more" in done.err
    listed = json.loads(shell("priors", "import", "checks.csv", "--json").out)
    assert (listed["known"], listed["broken"], len(listed["listed"])) == (1, 30, 30)


def test_checks_are_listed_and_shown(told: Shell) -> None:
    listed = told("priors", "list")
    assert [line.split()[0] for line in listed.out.splitlines()] == ["check", "P-3", "P-2", "P-1"]
    assert listed.err == "3 of 3 prior checks.\n"
    assert [row["number"] for row in json.loads(told("priors", "list", "--outlet", "Others", "--json").out)] == [3]
    shown = told("priors", "show", "p-1").out
    assert "P-1  Unemployment rose to 5.2% in March.\n" in shown
    assert "  rating    Mostly false\n" in shown
    assert json.loads(told("priors", "show", "1", "--json").out)["reviewed"]["value"] == "2020-03-04"
    assert told("priors", "show", "P-9").code == ExitCode.NOT_FOUND


def test_no_check_is_no_failure(shell: Shell) -> None:
    assert shell("priors", "list").err == "There is no prior check yet.\n"
    assert shell("match", "The ferry sank.").out == "nothing like it\n"


def test_a_statement_that_was_checked(told: Shell) -> None:
    out = told("match", "Unemployment rose to 5.2% in March.").out
    assert out.splitlines()[0] == "already checked (99% likely)"
    assert out.splitlines()[1].startswith("P-1  prior check  same  Mostly false")
    assert "  https://checks.example/1\n" in out
    assert "  why: the same words\n" in out


def test_the_opposite_is_not_already_checked_and_says_what_differs(told: Shell) -> None:
    lines = told("match", "Unemployment fell to 5.2% in March.").out.splitlines()
    assert lines[0].startswith("maybe (")
    assert lines[1].startswith("P-1  prior check  opposite  ")
    assert lines[2:5] == [
        "  asked: Unemployment [fell] to 5.2% in March.",
        "  there: Unemployment [rose] to 5.2% in March.",
        "  differs: fell against rose",
    ]


def test_json_has_the_places_of_what_differs(told: Shell) -> None:
    found = json.loads(told("match", "-", "--json", stdin=b"Unemployment rose to 52% in March.\n").out)
    assert found["repeat"] == "maybe"
    match = found["matches"][0]
    assert (match["kind"], match["prior"], match["relation"], match["rating"]) == (
        "prior check",
        1,
        "variant",
        "Mostly false",
    )
    (difference,) = match["differences"]
    assert difference == {
        "kind": "number",
        "words": "52% against 5.2%",
        "reverses": False,
        "here": [{"start": 21, "end": 24}],
        "there": [{"start": 21, "end": 25}],
    }
    assert 0 < match["probability"] < 1


def test_a_claim_is_matched_by_its_short_name(told: Shell) -> None:
    told("claim", "add", "The ferry sank 7 times in nine years.")
    assert told("match", "c-1").out == told("matches", "list", "C-1").out
    assert "P-2" in told("match", "C-1").out


def test_accepting_rejecting_and_undoing(told: Shell) -> None:
    told("claim", "add", "The ferry sank 7 times in nine years.")
    assert told("matches", "reject", "C-1", "P-2").out == "C-1 and P-2: rejected.\n"
    listed = told("matches", "list", "C-1")
    assert "P-2" not in listed.out
    assert listed.err == "1 rejected before; --rejected lists them too.\n"
    assert "rejected by ada" in told("matches", "list", "C-1", "--rejected").out
    assert told("undo").out == "Took back the decision on a match on C-1.\n"
    assert told("matches", "accept", "C-1", "p-2").out == "C-1 and P-2: same.\n"
    accepted = json.loads(told("matches", "accept", "C-1", "P-2", "--as", "variant", "--json").out)
    assert (accepted["prior"], accepted["relation"], accepted["decision"]) == (2, "variant", "accepted")
    assert "accepted by ada" in told("matches", "list", "C-1").out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("match", "  "), ExitCode.BAD_INPUT),
        (("match", "The ferry", "--limit", "0"), ExitCode.BAD_INPUT),
        (("match", "The ferry", "--said-on", "someday"), ExitCode.BAD_INPUT),
        (("match", "C-99"), ExitCode.NOT_FOUND),
        (("matches", "list", "C-99"), ExitCode.NOT_FOUND),
        (("matches", "accept", "C-1", "E-1"), ExitCode.BAD_INPUT),
        (("matches", "accept", "C-1", "C-1"), ExitCode.BAD_INPUT),
        (("matches", "accept", "C-1", "P-99"), ExitCode.NOT_FOUND),
        (("matches", "accept", "C-1", "P-2", "--as", "twin"), ExitCode.USAGE),
        (("priors", "import", "nowhere.json"), ExitCode.BAD_INPUT),
        (("priors", "import", "http://127.0.0.1/feed.json"), ExitCode.NETWORK),
        (("priors", "list", "--limit", "0"), ExitCode.USAGE),
        (("priors", "show", "C-1"), ExitCode.BAD_INPUT),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, tuple) else str(part),
)
def test_what_can_not_be_done_says_so(told: Shell, arguments: tuple[str, ...], code: ExitCode) -> None:
    told("claim", "add", "The ferry sank.")
    answer = told(*arguments)
    assert answer.code == code
    assert answer.out == ""
    assert answer.err


def test_nothing_that_a_terminal_obeys_is_printed(told: Shell, home: Path) -> None:
    (home / "odd.csv").write_text(
        "claim,url,outlet\n\x1b]52;c;x\x07 Whales [/x] sleep in Gent,https://checks.example/9,\x1b[2J\n"
    )
    told("priors", "import", "odd.csv")
    for arguments in (("priors", "list"), ("priors", "show", "P-4"), ("match", "Whales sleep in Gent \x1b[2J")):
        answer = told(*arguments)
        assert answer.code == 0
        assert "\x1b" not in answer.out + answer.err
