"""The further pairs are well formed: every row can be measured, none is given away by the other file."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SIDES = ("first", "second")


def rows_of(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def words_of(side: dict[str, str]) -> str:
    return " ".join(re.findall(r"\w+", side["claim"].casefold()))


FURTHER = rows_of("further_claim_pairs.jsonl")
KNOWN = rows_of("claim_pairs.jsonl")


def test_every_row_has_the_form_of_the_other_file() -> None:
    kinds = {(row["relation"], row["kind"]) for row in KNOWN}
    for row in FURTHER:
        assert set(row) == {"id", "first", "second", "relation", "kind", "part", "why"}, row["id"]
        assert (row["relation"], row["kind"]) in kinds, row["id"]
        assert row["part"] in {"tuning", "kept"}, row["id"]
        for side in SIDES:
            assert {"claim"} <= set(row[side]) <= {"claim", "claimer", "said_on"}, row["id"]
            assert all(text == text.strip() and text for text in row[side].values()), row["id"]


def test_no_pair_comes_twice_and_no_claim_stands_in_both_files() -> None:
    pairs = Counter(frozenset(json.dumps(row[side], sort_keys=True) for side in SIDES) for row in FURTHER)
    assert [pair for pair, times in pairs.items() if times > 1 or len(pair) < 2] == []
    assert [row["id"] for row in FURTHER] == [f"B-{number:03}" for number in range(1, len(FURTHER) + 1)]
    known = {words_of(row[side]) for row in KNOWN for side in SIDES}
    assert {words_of(row[side]) for row in FURTHER for side in SIDES} & known == set()


def test_the_counts_that_are_told_are_those_of_the_file() -> None:
    told = (HERE / "claim_pairs.md").read_text(encoding="utf-8").partition("## The further pairs")[2]
    rows = re.findall(r"^\| `(\w+)` \| `(\w+)` \| (\d+) \|$", told, re.MULTILINE)
    assert {(relation, kind): int(pairs) for relation, kind, pairs in rows} == Counter(
        (row["relation"], row["kind"]) for row in FURTHER
    )
