"""Evidence is captured, listed, shown and verified from the shell."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Shell
from tests.sources.answering import OK, answering, response, server
from tests.sources.documents import png

PAGE = (
    b"<html><head><title>Ferry prices rise</title><meta name='author' content='Ann Lee'></head><body><article>"
    + b"<p>The council raised ferry prices by 12 percent in March, the mayor said on Monday.</p>" * 5
    + b"</article></body></html>"
)


@pytest.fixture
def desk(shell: Shell, home: Path) -> Path:
    """Give a folder with a desk that has one claim, and a file."""
    assert shell("claim", "add", "Ferry prices rose by 12 percent.").code == 0
    (home / "prices.csv").write_text("year,price\n2023,4\n")
    return home


@pytest.fixture
def origin(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with answering(response(PAGE, "Content-Type: application/pdf")) as running:
        monkeypatch.setenv("WORKBENCH_LOCAL_SERVICES", running)
        yield running


def added(shell: Shell, *arguments: str, stdin: bytes = b"") -> Any:  # noqa: ANN401 - what JSON holds
    answer = shell("evidence", "add", "C-1", *arguments, "--stance", "supports", "--json", stdin=stdin)
    assert answer.code == 0, answer.err
    return json.loads(answer.out)


@pytest.mark.usefixtures("desk")
def test_a_page_is_captured_listed_shown_and_verified(shell: Shell, origin: str) -> None:
    done = shell("evidence", "add", "C-1", f"{origin}/x", "--stance", "refutes", "--quotation", "by 12 percent")
    assert done.code == 0, done.err
    assert done.out.startswith("C-1 has E-1 now.\n")
    shown = shell("evidence", "show", "E-1").out
    for words in (
        "E-1  refutes C-1",
        "title     Ferry prices rise  (trafilatura)",
        "author    Ann Lee  (trafilatura)",
        "answer    200 OK from 127.0.0.1",
        "declared as application/pdf, looks like text/html",
        "excerpt   by 12 percent",
        f"from      {origin}/x",
    ):
        assert words in shown
    assert "raised ferry prices by 12 percent" in shell("evidence", "show", "1", "--text").out
    listed = shell("evidence", "list", "C-1")
    assert listed.out.splitlines()[1].startswith("E-1       refutes  link")
    whole = json.loads(shell("evidence", "show", "E-1", "--json").out)
    assert whole["provenance"]["schema"] == "capture/1"
    assert whole["card"]["capture"]["final_url"] == f"{origin}/x"
    verified = json.loads(shell("verify", "--json").out)
    assert (verified["misfits"], verified["evidence"]["misfits"]) == ([], [])
    assert (verified["evidence"]["captures"], verified["evidence"]["files"]) == (1, 5)
    assert "evidence  1 capture, 5 files" in shell("verify").out


def test_files_and_standard_input_are_captured(shell: Shell, desk: Path) -> None:
    first = added(
        shell,
        str(desk / "prices.csv"),
        "--obtained",
        "From the clerk.",
        "--reason",
        "For C-1.",
        "--author",
        "The council",
    )
    assert first["card"]["evidence"]["source"]["title"] == "prices.csv"
    second = added(shell, "-", stdin=b"words on standard input")
    assert second["number"] == 2
    by_hand = added(shell, str(desk / "prices.csv"), "--url", "https://example.org/x", "--manual", "Behind my login.")
    assert by_hand["card"]["capture"]["mode"] == "manual"
    shown = shell("evidence", "show", "E-1").out
    assert "author    The council  (the desk)" in shown
    assert "title     prices.csv  (file name)" in shown
    assert "reason    For C-1." in shown
    assert "obtained  From the clerk." in shown
    assert "file      prices.csv" in shown
    assert "statement Behind my login." in shell("evidence", "show", "E-3").out


@pytest.mark.usefixtures("desk")
def test_what_is_cut_off_is_said_to_be(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    with answering(OK + b"Content-Length: 100\r\n\r\nFerry") as origin:
        monkeypatch.setenv("WORKBENCH_LOCAL_SERVICES", origin)
        done = shell("evidence", "add", "C-1", origin, "--stance", "context")
    assert done.code == 0
    assert "live, cut off (disconnect)" in done.out
    assert "the server closed the connection" in done.err


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("location", "code"),
    [("http://127.0.0.1/", 7), ("http://169.254.169.254/x", 7), ("file:///etc/passwd", 7), ("none.pdf", 3), (".", 3)],
)
def test_what_is_refused_leaves_no_evidence(shell: Shell, location: str, code: int) -> None:
    refused = shell("evidence", "add", "C-1", location, "--stance", "supports")
    assert refused.code == code
    assert refused.err
    assert shell("evidence", "list", "C-1").err == "C-1 has no evidence.\n"


@pytest.mark.usefixtures("desk")
def test_references_that_lead_nowhere_are_named(shell: Shell) -> None:
    assert shell("evidence", "show", "E-9").code == 4
    assert shell("evidence", "list", "C-9").code == 4
    assert shell("evidence", "add", "C-9", "prices.csv", "--stance", "supports").code == 4


@pytest.mark.parametrize("origins", ["127.0.0.1:80", "http://", "http://a/b", "http://me@a", "ftp://a"])
def test_an_allowed_address_that_is_none_is_named(shell: Shell, monkeypatch: pytest.MonkeyPatch, origins: str) -> None:
    monkeypatch.setenv("WORKBENCH_LOCAL_SERVICES", origins)
    refused = shell("list")
    assert refused.code == 2
    assert "WORKBENCH_LOCAL_SERVICES" in refused.err


def test_damage_is_named_and_ends_with_a_code_of_its_own(shell: Shell, desk: Path) -> None:
    sha256 = added(shell, str(desk / "prices.csv"))["card"]["capture"]["sha256"]
    path = next(desk.rglob(sha256))
    path.unlink()
    path.write_text("year,price\n2023,9\n")
    for _ in range(2):
        answer = shell("verify")
        assert answer.code == 1
        assert "E-1 (C-1)" in answer.out
        assert sha256 in answer.out
    assert next(desk.rglob("quarantine")).is_dir()


def test_only_a_list_of_what_nothing_refers_to_is_given(shell: Shell, desk: Path) -> None:
    added(shell, str(desk / "prices.csv"))
    assert shell("gc").code == 2
    listed = shell("gc", "--dry-run")
    assert (listed.code, listed.out) == (0, "")
    assert "0 files" in listed.err
    assert json.loads(shell("gc", "--dry-run", "--json").out) == []


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("words", "listed", "shown", "told"),
    [
        ("by 12 percent in March", "exact", "quote     in the source, word for word", ""),
        ("by 12 percent … said on Monday", "with ellipses", "Left out: “in March, the mayor”.", ""),
        (
            "by 21 percent in March",
            "altered",
            "quote     NOT AS QUOTED: the source has other words",
            "not as the source",
        ),
        ("the bridge stays open", "not found", "quote     NOT IN THE SOURCE", "not in the text that was read"),
    ],
)
def test_an_excerpt_is_compared_and_one_that_is_not_there_is_marked(
    shell: Shell, origin: str, words: str, listed: str, shown: str, told: str
) -> None:
    done = shell("evidence", "add", "C-1", origin, "--stance", "supports", "--quotation", words)
    assert done.code == 0
    assert shown in done.out
    assert told in done.err
    assert bool(told) == bool(done.err.strip())
    assert shown in shell("evidence", "show", "E-1").out
    assert listed in shell("evidence", "list", "C-1").out
    check = json.loads(shell("evidence", "list", "C-1", "--json").out)[0]["check"]
    assert check["verdict"] == listed.replace(" ", "_")


@pytest.mark.usefixtures("desk")
def test_an_excerpt_that_nothing_was_captured_for_is_said_not_to_be_compared(shell: Shell, home: Path) -> None:
    (home / "photo.png").write_bytes(png(2, 2))
    done = shell("evidence", "add", "C-1", "photo.png", "--stance", "supports", "--quotation", "Closed until May")
    assert "not compared" in done.err
    assert shell("attach", "C-1", "--stance", "supports", "--quotation", "Closed until May").code == 0
    assert shell("evidence", "list", "C-1").out.count("not compared") == 2
    assert "quote     not compared with a captured text" in shell("evidence", "show", "E-2").out
    assert "not compared with a captured text" in shell("show", "C-1").out


def test_evidence_leaves_as_a_bundle(shell: Shell, desk: Path) -> None:
    added(shell, str(desk / "prices.csv"))
    assert shell("attach", "C-1", "--stance", "context", "--note", "I was there.").code == 0
    done = shell("evidence", "bundle", "--all", "all.wacz")
    assert done.code == 0, done.err
    assert done.out.startswith("all.wacz: 1 piece of evidence, 1 capture, ")
    assert "E-2 stays out: no captured bytes." in done.err
    again = json.loads(shell("evidence", "bundle", "E-1", "one.wacz", "--json").out)
    assert (again["evidence"], again["left_out"]) == ([1], [])
    assert (desk / "one.wacz").read_bytes() == (desk / "all.wacz").read_bytes()
    assert shell("evidence", "bundle", "--claim", "C-1", "one.wacz").code == 6
    assert shell("evidence", "bundle", "--claim", "C-1", "one.wacz", "--force").code == 0
    for wrong in (["E-1"], ["one.wacz"], ["E-1", "--all", "x.wacz"]):
        assert shell("evidence", "bundle", *wrong).code == 2


@pytest.mark.usefixtures("desk")
def test_a_source_is_looked_at_again_and_taken_back(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shell("claim", "add", "The mayor spoke on Monday.").code == 0
    page = PAGE.replace(
        b"</article>", b"<p>The harbour master spoke on Monday about the boats of the year.</p></article>"
    )
    answers = [response(page, "Content-Type: text/html")] * 2
    with server(lambda connection: connection.sendall(answers[-1])) as origin:
        monkeypatch.setenv("WORKBENCH_LOCAL_SERVICES", origin)
        added(shell, f"{origin}/x", "--quotation", "by 12 percent in March")
        added_to_other = shell(
            "evidence", "add", "C-2", f"{origin}/x", "--stance", "supports", "--quotation", "boats of"
        )
        assert added_to_other.code == 0, added_to_other.err
        same = shell("evidence", "recheck", "E-1")
        assert same.out == f"E-1  the words unchanged  C-1  {origin}/x\n", same.err
        assert same.code == 0
        answers.append(response(b"no", status="410 Gone"))
        gone = shell("evidence", "recheck", "--all")
        assert gone.out.splitlines() == [
            f"E-1  the page gone  C-1  {origin}/x",
            f"      {origin}/x answered 410 Gone.",
            f"E-2  the page gone  C-2  {origin}/x",
            f"      {origin}/x answered 410 Gone.",
            "On what is not as it was rest:",
            "  C-1  queued, through E-1:  Ferry prices rose by 12 percent.",
            "  C-2  queued, through E-2:  The mayor spoke on Monday.",
        ]
        assert gone.code == 9
        answers.append(response(b"no", status="503 Busy"))
        assert shell("evidence", "recheck", "C-2").code == 7
        answers.append(response(page.replace(b"March", b"May"), "Content-Type: text/html"))
        other = shell("evidence", "recheck", "C-1", "c-2")
        assert [line for line in other.out.splitlines() if not line.startswith("      ")] == [
            f"E-1  the words gone  C-1  {origin}/x",
            f"E-2  the words unchanged  C-2  {origin}/x",
            "On what is not as it was rest:",
            "  C-1  queued, through E-1:  Ferry prices rose by 12 percent.",
        ]
        assert "; the words gone on 20" in shell("show", "C-1").out
        assert "  the words gone on 20" in shell("evidence", "list", "C-1").out
        assert shell("export", "--claim", "C-1", "--out", "reports").code == 0
        assert "**Looked at again: the words gone on 20" in next(Path("reports").glob("*.md")).read_text("utf-8")
        answers.append(response(b"no", status="410 Gone"))
        again = json.loads(shell("evidence", "recheck", "E-2", "--json").out)
        assert (again["found"][0]["outcome"], len(again["resting"])) == ("gone", 2)
    shown = shell("evidence", "show", "E-1").out
    assert ": the words unchanged\n" in shown
    assert ": the page gone\n" in shown
    assert "On the same source rest:\n  C-2  queued, through E-2:" in shown
    taken = shell("detach", "E-1")
    assert taken.out.splitlines()[-2:] == [
        "On the same source rest:",
        "  C-2  queued, through E-2:  The mayor spoke on Monday.",
    ]
    none = shell("evidence", "recheck", "--older-than", "30")
    assert (none.code, none.out) == (0, "")
    assert "nothing to look at again" in none.err
    for wrong in ((), ("E-2", "--all"), ("--all", "--older-than", "3"), ("--older-than", "0")):
        assert shell("evidence", "recheck", *wrong).code == 2
    assert shell("evidence", "recheck", "E-9").code == 4


@pytest.mark.usefixtures("desk")
def test_services_of_ones_own_hold_for_articles_and_the_refusal_names_the_setting(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    with answering(response(PAGE, "Content-Type: text/html")) as origin:
        for words in (("add",), ("evidence", "add", "C-1", "--stance", "context")):
            refused = shell(*words, f"{origin}/x")
            assert refused.code == 7
            assert "local_services" in refused.err
        monkeypatch.setenv("WORKBENCH_LOCAL_SERVICES", origin)
        assert shell("add", f"{origin}/x").code == 0
        assert shell("extract", f"{origin}/x").code == 0


@pytest.mark.usefixtures("desk")
def test_a_password_in_an_address_is_not_repeated(shell: Shell) -> None:
    for words in (("add",), ("evidence", "add", "C-1", "--stance", "context")):
        refused = shell(*words, "http://ann:secret@example.org/x")
        assert refused.code == 7
        assert "secret" not in refused.err
        assert "http://example.org/x is not fetched: it carries a user name." in refused.err


@pytest.mark.usefixtures("desk")
def test_one_address_is_one_source_however_it_is_written(shell: Shell, origin: str) -> None:
    sources = {
        added(shell, address)["card"]["evidence"]["source"]["public_id"]
        for address in (f"{origin}/x", f"{origin}/x#part", f"{origin.replace('http', 'HTTP')}/x")
    }
    assert len(sources) == 1


@pytest.mark.usefixtures("desk")
def test_what_a_capture_says_is_in_sentences_and_a_port_is_no_outlet(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = shell("evidence", "add", "C-1", "", "--stance", "context")
    assert (nothing.code, nothing.err.splitlines()[0]) == (3, "workbench: Nothing is named.")
    with answering(
        response(
            b"<html><title>Minutes</title><body><nav><a href=/>Home</a></nav></body></html>", "Content-Type: text/html"
        )
    ) as origin:
        monkeypatch.setenv("WORKBENCH_LOCAL_SERVICES", origin)
        done = shell("evidence", "add", "C-1", f"{origin}/x", "--stance", "context")
        assert "No article was found in the page." in done.err
    with answering(response(PAGE, "Content-Type: text/html")) as origin:
        monkeypatch.setenv("WORKBENCH_LOCAL_SERVICES", origin)
        assert added(shell, f"{origin}/x")["card"]["evidence"]["source"]["publisher"] == ""


def test_a_file_that_is_too_large_is_not_to_be_cut(shell: Shell, desk: Path) -> None:
    large = desk / "hearing.mp4"
    with large.open("wb") as file:
        file.truncate(50_000_001)
    refused = shell("evidence", "add", "C-1", str(large), "--stance", "context")
    assert refused.code == 3
    assert "at most 50 MB are read" in refused.err
    assert "'workbench attach --file' keeps its hash" in refused.err
    assert shell("attach", "C-1", "--file", str(large), "--stance", "context").code == 0
