"""What extraction finds in the sample texts is what was accepted, and a report says claim by claim where it is not."""

import subprocess
from pathlib import Path

import pytest

from tests.benchmarks.gains_and_losses import (
    EXPECTED,
    ROOT,
    Found,
    Text,
    compare,
    extract,
    found_by,
    report,
    sample_texts,
    texts_of,
)

SANK = Found(0, 20, "The ferry sank in May", "Ann Roe", (), "event", 0.9)
COST = Found(30, 60, "It cost 3 million euros to raise", "", ("AFP",), "quantity", 0.5)
LATE = Found(70, 90, "It was two hours late", "", (), "quantity", 0.4)


def told(old: list[Found], new: list[Found]) -> list[tuple[str, str]]:
    return [(change.what, change.how) for change in compare(old, new)]


def test_the_sample_texts_give_what_was_accepted(tmp_path: Path) -> None:
    texts = texts_of(EXPECTED, extract(ROOT, tmp_path))
    assert {text.name for text in texts} == {path.stem for path in sample_texts()}
    if any(compare(text.old, text.new) for text in texts):
        pytest.fail(f"{report(texts)}\nIf this is meant: python tests/benchmarks/gains_and_losses.py --accept", False)


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ([SANK, COST], [SANK, COST], []),
        ([SANK], [SANK, COST], [("gained", "")]),
        ([SANK, COST], [COST], [("lost", "")]),
        ([SANK], [SANK._replace(end=15)], [("other span", "was “The ferry sank in May”")]),
        ([SANK], [SANK._replace(end=5)], [("gained", ""), ("lost", "")]),
        ([SANK], [SANK._replace(claimer="")], [("other claimer", "Ann Roe → nobody")]),
        ([COST], [COST._replace(via=())], [("other via", "AFP → nothing")]),
        ([SANK], [SANK._replace(kind="trend")], [("other kind", "event → trend")]),
        ([SANK, COST], [COST, SANK], [("other place in the order", "1 → 2")]),
        ([SANK, COST, LATE], [LATE, SANK, COST], [("other place in the order", "3 → 1")]),
        ([SANK, COST, LATE], [SANK, LATE], [("lost", "")]),
        ([SANK], [SANK._replace(score=0.8)], []),
    ],
)
def test_every_difference_is_told_once(old: list[Found], new: list[Found], changes: list[tuple[str, str]]) -> None:
    assert told(old, new) == changes


def test_claims_are_paired_with_the_nearest() -> None:
    whole, part = Found(0, 40, "a", "", (), "event", 0.9), Found(0, 24, "b", "", (), "event", 0.8)
    assert told([whole], [part, whole]) == [("gained", "")]


def test_the_report_names_texts_with_differences_alone_and_stays_a_table() -> None:
    odd = SANK._replace(text="The ferry |\nsank")
    written = report([Text("ferry", (), (odd,)), Text("bridge", (COST,), (COST,))])
    assert "2 texts, 1 claims before, 2 now." in written
    assert "**1 gained**" in written
    assert "| gained | The ferry ¦ sank | Ann Roe | event |  |" in written
    assert "bridge" not in written
    assert "No difference." in report([Text("bridge", (COST,), (COST,))])


def test_a_folder_is_read_as_it_is(tmp_path: Path) -> None:
    assert found_by(str(EXPECTED), tmp_path) == EXPECTED


def test_a_revision_that_is_not_there_is_no_comparison(tmp_path: Path) -> None:
    with pytest.raises((subprocess.CalledProcessError, FileNotFoundError)):
        found_by("no-such-revision", tmp_path)
