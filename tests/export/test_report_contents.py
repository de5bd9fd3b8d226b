"""What a reader of a report finds, and what is never claimed or given away."""

import hashlib
import json
import os
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from claims_db.rows import FigureRow, NumberRow, QuoteCheckRow, SkipRow
from claims_db.vocabulary import ClaimState, NumberOutcome, QuoteVerdict, SkipReason
from tests.export.example_report import NOON, claim, evidence, report, source, verdict
from workbench.export.markdown import file_name, render_article

FILENAMES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "hostile_inputs.jsonl").read_text("utf-8").splitlines()
    if '"kind": "filename"' in line
]


def test_a_claim_shows_its_words_its_chain_and_its_rating() -> None:
    text = render_article(report())
    assert "> in August was **the first time that troops joined drills** on Chinese soil." in text
    assert "- Said by: Sergei Shoigu, through his ministry, through ANI" in text
    assert "- Said on: 2021-11-23" in text
    assert "- Check-worthiness: 0.67 (first time, names somebody)" in text
    assert "- Taken for granted: “August” read as 2021-08" in text
    assert "### Rating: False" in text
    assert "False on the scale “Desk scale” (1 of 5): Not accurate." in text
    assert "There were drills in 2005." in text
    assert "Rated by Ada, 2021-11-23T12:00:00Z." in text
    assert "| C-12 | Russian troops joined drills on Chinese soil for the first time. |" in text


def test_context_that_was_cut_off_ends_at_a_word_with_an_ellipsis() -> None:
    sheet = claim()
    quote = sheet.appearances[0].quote
    assert quote is not None
    cut = quote._replace(prefix="ould not say in August that it was", suffix=" on Chinese soil, which nobody de")
    text = render_article(report(sheet._replace(appearances=(sheet.appearances[0]._replace(quote=cut),))))
    assert "> … not say in August that it was**the first" in text
    assert "on Chinese soil, which nobody …" in text


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (ClaimState.QUEUED, "not checked yet"),
        (ClaimState.RECORDED, "recorded by one reviewer; not yet reviewed by a second"),
        (ClaimState.SIGNED_OFF, "signed off by an editor; not published yet"),
        (ClaimState.WITHDRAWN, "withdrawn"),
    ],
)
def test_the_state_is_said_as_it_is(state: ClaimState, words: str) -> None:
    assert f"- State: {words}\n" in render_article(report(claim(state=state)))


def test_two_verdicts_that_agree_are_not_called_one() -> None:
    second = verdict(reviewer="Ben", stands=False)
    text = render_article(report(claim(state=ClaimState.RECORDED, verdicts=(verdict(), second))))
    assert "- State: recorded by several reviewers; not signed off yet\n" in text


@pytest.mark.parametrize("state", [ClaimState.QUEUED, ClaimState.SECOND_REVIEW, ClaimState.RECORDED])
def test_what_was_published_and_is_taken_up_again_is_not_called_unchecked(state: ClaimState) -> None:
    found = report(claim(state=state))
    again = tuple(one._replace(publication=1) for one in found.claims)
    text = render_article(found._replace(claims=again))
    assert "- State: published earlier; taken up again, and not decided anew yet\n" in text
    assert "- Publication: 1\n" in text


@pytest.mark.parametrize("state", [ClaimState.QUEUED, ClaimState.SKIPPED, ClaimState.DUPLICATE])
def test_a_claim_that_is_not_rated_now_shows_no_old_verdict(state: ClaimState) -> None:
    text = render_article(report(claim(state=state)))
    assert "### Rating" not in text
    assert "There were drills" not in text


def test_a_verdict_that_was_taken_back_is_not_shown() -> None:
    text = render_article(report(claim(verdicts=(verdict(stands=False),))))
    assert "### Rating" not in text
    assert "There were drills" not in text


def test_a_claim_set_aside_says_why_and_by_whom() -> None:
    skip = SkipRow(SkipReason.NOT_CHECKABLE, "a hope", "Ada", NOON)
    text = render_article(report(claim(state=ClaimState.SKIPPED, skip=skip)))
    assert "- State: set aside by Ada, 2021-11-23T12:00:00Z: not checkable (a hope)" in text
    assert "| set aside: not checkable |" in text


def test_sources_are_numbered_once_in_the_order_in_which_they_are_named() -> None:
    other = evidence(number=41, source=source(public_id="source-2", url="https://example.org/other", title="Other"))
    again = evidence(number=42)
    text = render_article(report(claim(evidence=(evidence(), other, again))))
    assert text.count("[^1]") == 2
    assert text.count("(note 1)") == 1
    assert text.count("[^2]") == 2
    assert (
        "[^1]: Entered by hand: A. Writer, “Joint drills on the Shandong peninsula”, Example Post, 2005-08-18, "
        "<https://example.org/drills>. Archived copy: <https://archive.example/2005/drills>. "
        "Retrieved 2021-11-23T12:00:00Z."
    ) in text


def test_what_is_not_known_of_a_source_is_left_out() -> None:
    bare = source(title="", author="", publisher="", published=None, archived_url="", retrieved_at=None)
    text = render_article(report(claim(evidence=(evidence(source=bare),))))
    note = next(line for line in text.splitlines() if line.startswith("[^1]:"))
    assert note == "[^1]: Entered by hand: <https://example.org/drills>."


def test_a_captured_source_shows_its_hash() -> None:
    text = render_article(report(claim(evidence=(evidence(source=source(sha256="c0ffee", archived_at=NOON)),))))
    assert "[^1]: Captured by the desk: " in text
    assert "SHA-256 `c0ffee`." in text
    assert "Archived copy of 2021-11-23T12:00:00Z: " in text


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (QuoteVerdict.EXACT, "Quote check: in the source, word for word."),
        (QuoteVerdict.ALTERED, "Quote check: NOT AS QUOTED: the source has other words. It has “12”."),
        (QuoteVerdict.NOT_FOUND, "Quote check: NOT IN THE SOURCE. It has “12”."),
    ],
)
def test_a_report_says_how_an_excerpt_stands_to_its_source(verdict: QuoteVerdict, words: str) -> None:
    check = QuoteCheckRow(verdict, None, None, None, ("It has “12”.",))
    assert words in render_article(report(claim(evidence=(evidence(check=check),))))
    not_compared = render_article(report(claim(evidence=(evidence(check=None),))))
    assert "Quote check: not compared with a captured text." in not_compared
    without_words = evidence(check=None)._replace(excerpt="")
    assert "Quote check" not in render_article(report(claim(evidence=(without_words,))))


def number(
    claimed: str, there: str, outcome: NumberOutcome, difference: int | None = None, reason: str = ""
) -> NumberRow:
    mine, theirs = (
        FigureRow(words, Decimal(0), Decimal(0), "exactly", "%", "", "2021", "") for words in (claimed, there)
    )
    apart = None if difference is None else Decimal(difference)
    return NumberRow(outcome, mine, theirs, apart, None, reason, ())


def test_a_report_sets_the_numbers_of_a_claim_beside_the_sources() -> None:
    rows = (
        number("5%", "5%", NumberOutcome.AGREES, 0),
        number("7%", "7%", NumberOutcome.NOT_COMPARABLE, reason="Other period: 2020 against 2021."),
        number("12%", "14%", NumberOutcome.DIFFERS, -2, "The claim says 12%, the source says 14%."),
        number("99%", "", NumberOutcome.NONE_THERE)._replace(source=None),
    )
    text = render_article(report(claim(evidence=(evidence(numbers=rows),))))
    told = [line for line in text.splitlines() if line.startswith("  - ")]
    assert told == [
        "  - 12% (in 2021): the source has 14% (in 2021), DIFFERS by -2 pp.",
        "  - 7% (in 2021): the source has 7% (in 2021), not comparable. Other period: 2020 against 2021.",
        "  - 5% (in 2021): the source has 5% (in 2021), agrees.",
    ]
    assert "99%" not in text
    secret = evidence(numbers=rows, source=source(confidential=True))
    assert "12%" not in render_article(report(claim(evidence=(secret,))))


def test_a_confidential_source_is_counted_and_nothing_else() -> None:
    secret = source(
        confidential=True, title="Memo", author="Deep Throat", publisher="Ministry", sha256="c0ffee", url="https://leak"
    )
    piece = evidence(source=secret, excerpt="the leaked words", locator="page 7", note="from our friend")
    text = render_article(report(claim(evidence=(piece,))))
    assert "[^1]: Document seen by the desk." in text
    for given_away in ("Memo", "Deep Throat", "Ministry", "c0ffee", "leak", "page 7", "from our friend", "Quote check"):
        assert given_away not in text.replace("Defence Ministry", "")


def test_corrections_stand_before_the_claims() -> None:
    text = render_article(report())
    assert "- 2021-11-23T12:00:00Z, C-12, rating changed: A source was misread., Ed" in text
    assert text.index("## Corrections") < text.index("## Overview") < text.index("## C-12")


def test_claims_stand_in_the_order_given() -> None:
    text = render_article(report(claim(30), claim(7), claim(12)))
    assert re.findall(r"^## (C-\d+)", text, re.MULTILINE) == ["C-30", "C-7", "C-12"]


def test_a_part_of_an_article_says_that_it_is_one() -> None:
    whole = report()
    assert whole.article is not None
    part = report(claim(), article=whole.article._replace(claims=19))
    assert "- Part: this report holds 1 of the article's 19 claims" in render_article(part)
    assert "- Part:" not in render_article(whole)


def test_an_article_without_claims_has_a_report() -> None:
    assert "No claim was found in this text." in render_article(report(claims=()))


def test_the_method_note_says_what_the_report_does_not_prove() -> None:
    text = render_article(report())
    assert "## How this was checked" in text
    assert "It says nothing about truth." in text
    assert "the desk kept no capture and no hash" in text
    assert "neither confirmed nor doubted" in text


def test_a_report_is_text_with_line_feeds_and_one_at_the_end() -> None:
    text = render_article(report(say=lambda words: f"{words}\r\n\ud800"))
    content = text.encode("utf-8")
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert not content.endswith(b"\n\n")


def test_the_same_rows_give_the_same_bytes_on_any_machine() -> None:
    program = (
        "import hashlib; from tests.export.example_report import report; "
        "from workbench.export.markdown import render_article; "
        "print(hashlib.sha256(render_article(report()).encode()).hexdigest())"
    )
    here = hashlib.sha256(render_article(report()).encode()).hexdigest()
    for zone, seed, locale in (("Asia/Tokyo", "1", "C"), ("America/Lima", "77", "tr_TR.UTF-8")):
        environ = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": locale}
        there = subprocess.run(
            [sys.executable, "-c", program],
            env=environ,
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        )
        assert there.stdout.strip() == here


@pytest.mark.parametrize("row", FILENAMES, ids=lambda row: row["id"])
def test_a_hostile_title_gives_a_plain_file_name(row: dict[str, str]) -> None:
    hostile = report(say=lambda _: row["payload"])
    for name in (file_name(hostile), file_name(hostile, claim=12)):
        assert re.fullmatch(r"[ac]-\d+(-[a-z0-9]+)*\.md", name)
        assert len(name) <= 83


def test_file_names_carry_reference_title_and_id() -> None:
    assert file_name(report()) == "a-3-closer-military-ties-2d9d808a.md"
    assert file_name(report(), claim=12).startswith("c-12-russian-troops-joined-drills")
    assert file_name(report(article=None)) == "claims-by-hand.md"
