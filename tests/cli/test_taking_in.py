"""Articles and claims go in from the shell."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Shell


def test_an_article_goes_in_is_listed_shown_and_exported(shell: Shell, article: Path, home: Path) -> None:
    added = shell("add", article, "--published", "2021-11-23", "--outlet", "Nordstadt Post")
    assert added.code == 0
    assert added.out.startswith("A-1 The bridge report: taken in with ")
    listed = shell("list")
    assert listed.code == 0
    assert "C-1 " in listed.out
    assert "Anna Berg" in listed.out
    shown = shell("show", "C-1")
    assert "A-1 The bridge report, characters " in shown.out
    assert "said by   " in shown.out
    whole = shell("show", "a-1")
    assert "Nordstadt Post" in whole.out
    assert "closed for 40 days" in whole.out
    exported = shell("export", "--all")
    (path,) = (home / line for line in exported.out.splitlines())
    assert path.parent == home / "exports"
    assert path.read_text("utf-8").startswith("# Claims in: The bridge report\n")


def test_a_speech_is_its_speakers_words(shell: Shell, home: Path) -> None:
    (home / "speech.txt").write_text("We cut taxes by 40% in 2019. Crime fell by 4% in the same year.\n")
    assert shell("add", "speech.txt", "--speaker", " Ann  Lee ").code == 0
    assert [claim["claimer"] for claim in json.loads(shell("list", "--json").out)] == ["Ann Lee", "Ann Lee"]
    found = json.loads(shell("extract", "speech.txt", "--speaker", "Ann Lee", "--json").out)
    assert {claim["claimer"] for claim in found["claims"]} == {"Ann Lee"}


def test_a_speaker_is_named_as_told(shell: Shell, home: Path) -> None:
    (home / "speech.txt").write_text("We cut taxes by 40% in 2019. He said that crime fell by 4%.\n")
    for name in ("J. O'Neill-Berg (MP), Jr.", "He", "the ministry"):
        found = json.loads(shell("extract", "speech.txt", "--speaker", name, "--json").out)["claims"]
        assert found[0]["claimer"] == name
    for name in ("x" * 501, "..."):
        refused = shell("add", "speech.txt", "--speaker", name)
        assert (refused.code, refused.out) == (3, "")
        assert "speaker" in refused.err


def test_a_text_in_another_language_says_what_to_do(shell: Shell, home: Path) -> None:
    (home / "rede.txt").write_text("Die Zahl der Schulen ist im Mai um 40 Prozent gestiegen.\n", encoding="utf-8")
    for command in ("extract", "add"):
        said = shell(command, "rede.txt").err
        assert "not in English" in said
        assert "workbench take-in" in said


def test_an_english_page_of_any_country_is_english(shell: Shell, home: Path) -> None:
    words = "The council closed 40 schools in May, and the mayor said that the others would stay open. " * 3
    (home / "page.html").write_text(f"<html lang='en-US'><body><article><p>{words}</p></article></body></html>")
    assert shell("add", "page.html").err == ""


def test_the_same_article_twice_is_one(shell: Shell, article: Path) -> None:
    shell("add", article)
    again = shell("add", article)
    assert again.code == 0
    assert "has this text already" in again.out
    assert len(shell("list", "--articles").out.splitlines()) == 2


def test_standard_input_is_an_article(shell: Shell) -> None:
    added = shell("add", "-", "--title", "From a pipe", stdin=ARTICLE.encode())
    assert added.code == 0
    assert "A-1 From a pipe" in added.out


def test_a_claim_by_hand_goes_in_with_all_that_is_known(shell: Shell) -> None:
    added = shell(
        *("claim", "add", "The bridge was closed for 40 days.", "--claimer", "Anna Berg"),
        *("--via", "Nordstadt Post", "--via", "her office", "--form", "speech", "--locator", "12:40"),
        *("--url", "https://example.org/speech", "--said-on", "23 November 2021", "--quote", "forty days"),
    )
    assert (added.code, added.out) == (0, "C-1 added.\n")
    shown = shell("show", "C-1").out
    for words in ("through her office, through Nordstadt Post", "speech, 12:40, https://example.org", "2021-11-23"):
        assert words in shown
    assert (
        "already"
        in shell(
            "claim",
            "add",
            "The bridge was closed for 40 days.",
            "--claimer",
            "Anna Berg",
            "--form",
            "speech",
            "--locator",
            "12:40",
            "--url",
            "https://example.org/speech",
        ).out
    )


def test_a_nearly_equal_claim_is_pointed_out_and_kept(shell: Shell) -> None:
    shell("claim", "add", "The bridge over the river was closed for 40 days in 2020.")
    added = shell("claim", "add", "The bridge over the river was closed for 50 days in 2020.")
    assert "C-2 added." in added.out
    assert "C-2 is like C-1" in added.err


@pytest.mark.parametrize("name", ["claims.csv", "claims.jsonl"])
def test_a_list_goes_in_and_bad_rows_are_named(shell: Shell, home: Path, name: str) -> None:
    lists = {
        "claims.csv": "statement,claimer,said_on\nIt rained.,Ada,2021\n,Ada,\nIt snowed.,Ada,someday\nIt froze.,,\n",
        "claims.jsonl": '{"statement": "It rained."}\n[]\n{"statement": "It snowed.", "said_on": "someday"}\n'
        '{"statement": "It froze."}\n',
    }
    (home / name).write_text(lists[name], encoding="utf-8")
    done = shell("import", name)
    assert done.code == 3
    assert done.out == "2 claims added, 0 known already, 2 rows not used.\n"
    assert done.err.count("line ") == 2
    assert len(shell("list").out.splitlines()) == 3


def test_json_comes_out_wherever_data_does(shell: Shell, article: Path, home: Path) -> None:
    (home / "list.csv").write_text("statement\nIt rained.\n", encoding="utf-8")
    for arguments in (
        ("add", article),
        ("claim", "add", "It snowed."),
        ("import", "list.csv"),
        ("list",),
        ("list", "--articles"),
        ("show", "C-1"),
        ("show", "A-1"),
        ("export",),
        ("extract", article),
        ("demo",),
    ):
        answer = shell(*arguments, "--json")
        assert answer.code == 0, arguments
        assert json.loads(answer.out), arguments
        assert answer.out.count("\n") == 1


def test_instants_in_json_are_dates(shell: Shell, article: Path) -> None:
    shell("add", article)
    assert json.loads(shell("list", "--articles", "--json").out)[0]["taken_in_at"].endswith("Z")


def test_a_filter_narrows_the_list(shell: Shell, article: Path) -> None:
    shell("add", article)
    some = shell("list", "claimer:berg", "bridge")
    assert len(some.out.splitlines()) == 2
    none = shell("list", "unicorn")
    assert (none.code, none.err) == (0, "No claim fits.\n")


def test_the_database_can_be_named_before_or_after_the_command(shell: Shell, article: Path, home: Path) -> None:
    shell("--database", home / "other.db", "add", article)
    assert "C-1" in shell("list", "--database", home / "other.db").out
    assert "C-1" in shell(f"--database={home / 'other.db'}", "list").out
    assert "no claims" in shell("list").err


def test_one_claim_is_exported_beside_its_article(shell: Shell, article: Path) -> None:
    shell("add", article)
    whole = shell("export", "--article", "A-1", "--out", "reports").out
    one = shell("export", "--claim", "c1", "--out", "reports").out
    assert whole != one
    assert one.startswith("reports/c-1-")
    assert shell("export", "--all", "--out", "reports").out == whole
    assert shell("export", "--all", "--claim", "C-1").code == 2


def test_an_empty_desk_says_what_to_do(shell: Shell) -> None:
    assert "workbench add" in shell("list").err
    assert "workbench add" in shell("list", "--articles").err
    assert "nothing to export" in shell("export").err


def test_the_demo_prints_its_claims_where_there_is_no_terminal(shell: Shell, home: Path) -> None:
    shown = shell("demo")
    assert shown.code == 0
    assert len(shown.out.splitlines()) > 10
    assert "Putin" in shown.out
    assert shell("demo").out == shown.out
    assert (home / "home" / "demo.sqlite3").is_file()
    assert not (home / "home" / "desk.sqlite3").exists()
