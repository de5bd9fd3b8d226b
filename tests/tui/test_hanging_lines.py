"""Lines of a panel that are longer than it is wide go on below their words, also where there are several of them."""

import pytest
from rich.cells import cell_len
from textual.content import Content

from claims_db.rows import EvidenceRow
from claims_db.vocabulary import EvidenceForm, Stance
from workbench.tui.widgets.evidence_lines import evidence_lines
from workbench.tui.widgets.facts import drawn, fact

LONG = "The port counted the ferries of the year, and the town counted them again."


@pytest.mark.parametrize("width", [24, 40, 61])
@pytest.mark.parametrize("words", [LONG, f"{LONG}\n{LONG}", f"{LONG}\n\n字字字字字字字字 {LONG}"])
def test_rows_begin_below_the_words(words: str, width: int) -> None:
    rows = drawn(Content(f"    {words}"), width).plain.split("\n")
    assert len(rows) > 1
    assert all(row.startswith("    ") and cell_len(row) <= width for row in rows)
    assert " ".join("".join(row.strip() + " " for row in rows).split()) == " ".join(words.split())


def test_a_fact_goes_on_below_its_words() -> None:
    first, *others = drawn(fact("Said by", LONG), 40).plain.split("\n")
    assert first.startswith("Said by  The port")
    assert others
    assert all(row.startswith(" " * 9) and row[9] != " " for row in others)


def test_all_of_a_piece_of_evidence_stands_further_in_than_its_heading() -> None:
    evidence = EvidenceRow(1, "", EvidenceForm.NOTE, Stance.REFUTES, LONG, "page 3", f"{LONG}\n{LONG}", None, "ana", 0)
    rows = [row for one in evidence_lines(evidence) for row in drawn(one, 30).plain.split("\n")]
    assert len(rows) > 8
    assert all(row.startswith("  ") for row in rows)
