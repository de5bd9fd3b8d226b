"""The further and third pairs are well formed: every row can be measured, none is given away by another file."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
SIDES = ("first", "second")


def rows_of(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def words_of(side: dict[str, str]) -> str:
    return " ".join(re.findall(r"\w+", side["claim"].casefold()))


KNOWN = rows_of("claim_pairs.jsonl")
FILES = {
    "further_claim_pairs.jsonl": ("B", "The further pairs", {"tuning", "kept"}),
    "third_claim_pairs.jsonl": ("C", "The third pairs", {"tuning", "checking"}),
}
EACH = pytest.mark.parametrize("name", FILES)


@EACH
def test_every_row_has_the_form_of_the_first_file(name: str) -> None:
    kinds = {(row["relation"], row["kind"]) for row in KNOWN}
    for row in rows_of(name):
        assert set(row) == {"id", "first", "second", "relation", "kind", "part", "why"}, row["id"]
        assert (row["relation"], row["kind"]) in kinds, row["id"]
        assert row["part"] in FILES[name][2], row["id"]
        for side in SIDES:
            assert {"claim"} <= set(row[side]) <= {"claim", "claimer", "said_on"}, row["id"]
            assert all(text == text.strip() and text for text in row[side].values()), row["id"]


@EACH
def test_no_pair_comes_twice_and_no_claim_stands_in_both_files(name: str) -> None:
    rows = rows_of(name)
    pairs = Counter(frozenset(json.dumps(row[side], sort_keys=True) for side in SIDES) for row in rows)
    assert [pair for pair, times in pairs.items() if times > 1 or len(pair) < 2] == []
    assert [row["id"] for row in rows] == [f"{FILES[name][0]}-{number:03}" for number in range(1, len(rows) + 1)]
    others = [row for other in ("claim_pairs.jsonl", *FILES) if other != name for row in rows_of(other)]
    known = {words_of(row[side]) for row in others for side in SIDES}
    assert {words_of(row[side]) for row in rows for side in SIDES} & known == set()


@EACH
def test_the_counts_that_are_told_are_those_of_the_file(name: str) -> None:
    told = (HERE / "claim_pairs.md").read_text(encoding="utf-8").partition(f"## {FILES[name][1]}\n")[2]
    told = told.partition("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| `(\w+)` \| (\d+) \|$", told, re.MULTILINE)
    assert {(relation, kind): int(pairs) for relation, kind, pairs in rows} == Counter(
        (row["relation"], row["kind"]) for row in rows_of(name)
    )
