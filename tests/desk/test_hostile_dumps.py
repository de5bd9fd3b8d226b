"""Dumps that a stranger wrote: one error that names the line, and nothing stored."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims_db.vocabulary import EvidenceForm, Stance
from tests.conftest import Clock, Ids
from workbench.bootstrap import open_desk
from workbench.desk.care.care import Care
from workbench.desk.entries import ClaimEntry, EvidenceEntry
from workbench.errors import BadInput
from workbench.locations import Locations
from workbench.settings import Settings
from workbench.sources import dump_files
from workbench.sources.dump_files import is_dump

pytestmark = pytest.mark.files_only

Lines = list[bytes]
Change = Callable[[Lines], int]
"""Spoils a dump; gives the line that is to be named, 0 for the whole."""


def written(folder: Path, name: str, first: int) -> Lines:
    """Give the lines of a desk with a little of everything."""
    place = str(folder / f"{name}.sqlite3")
    settings = Settings(place, name, "textual-dark", "", 30, (), Locations(*[folder] * 4))
    desk = open_desk(settings, clock=Clock(), new_id=Ids(iter(range(first, first + 1_000))))
    for number in range(3):
        desk.add_claim(ClaimEntry(f"The ferry of {name} sank {number + 3} times.", via=("The agency",)))
    desk.attach(1, EvidenceEntry(EvidenceForm.NOTE, Stance.REFUTES, note="It did not.", title="A register"))
    desk.record(1, "false", "The register says otherwise.")
    desk.mark_duplicate(2, 3)
    desk.close()
    return Path(Care(place, Clock()).write_dump(folder / f"{name}.jsonl").path).read_bytes().splitlines(keepends=True)


@pytest.fixture(scope="module")
def dumps(tmp_path_factory: pytest.TempPathFactory) -> tuple[Lines, Lines]:
    """Give the dumps of two desks."""
    folder = tmp_path_factory.mktemp("dumps")
    return written(folder, "ana", 0), written(folder, "ben", 5_000)


def at(lines: Lines, table: str, which: int = 0) -> int:
    """Give the index of a row of a table."""
    return [index for index, line in enumerate(lines) if line.startswith(b'{"%s":' % table.encode())][which]


def changed(table: str, which: int = 0, **fields: object) -> Change:
    """Give another value to fields of a row."""

    def change(lines: Lines) -> int:
        index = at(lines, table, which)
        row: dict[str, Any] = json.loads(lines[index])
        row[table] |= fields
        lines[index] = json.dumps(row).encode() + b"\n"
        return index + 1

    return change


def headed(**fields: object) -> Change:
    def change(lines: Lines) -> int:
        lines[0] = json.dumps(json.loads(lines[0]) | fields).encode() + b"\n"
        return 1

    return change


def put(table: str, content: bytes) -> Change:
    """Put a line in the place of a row."""

    def change(lines: Lines) -> int:
        index = at(lines, table)
        lines[index] = content
        return index + 1

    return change


def cut_at(index: int) -> Change:
    def change(lines: Lines) -> int:
        del lines[index:]
        return len(lines)

    return change


def cut_within(lines: Lines) -> int:
    lines[-1] = lines[-1][:-5]
    return len(lines)


def twice(table: str) -> Change:
    def change(lines: Lines) -> int:
        index = at(lines, table)
        lines.insert(index + 1, lines[index])
        headed(rows=len(lines) - 1)(lines)
        return index + 2

    return change


def without(table: str, which: int = 0) -> Change:
    """Take a row out and let the first line say so."""

    def change(lines: Lines) -> int:
        index = at(lines, table, which)
        del lines[index]
        headed(rows=len(lines) - 1)(lines)
        return index + 1 if table == "journal" else 0

    return change


def one_more(lines: Lines) -> int:
    lines.append(lines[-1])
    return len(lines)


def swapped(lines: Lines) -> int:
    first = at(lines, "journal", 2)
    lines[first], lines[first + 1] = lines[first + 1], lines[first]
    return first + 1


FEW = "0190b1de-0000-7000-8000-000000000000"

SPOILED: dict[str, tuple[Change, str]] = {
    "no object": (put("claim", b"[]\n"), "no JSON object"),
    "broken": (put("claim", b'{"claim":\n'), "no JSON object"),
    "deep": (put("claim", b"[" * 200_000 + b"\n"), "no JSON object"),
    "deeper": (put("claim", b'{"claim":' * 100_000 + b"\n"), "no JSON object"),
    "digits": (put("claim", b'{"claim": {"number": ' + b"9" * 10_000 + b"}}\n"), "no JSON object"),
    "not UTF-8": (put("claim", b'{"claim": {"statement": "\xff"}}\n'), "not UTF-8"),
    "NUL in the line": (put("claim", b"\0\n"), "no JSON object"),
    "an empty line": (put("claim", b"\n"), "no JSON object"),
    "a key twice": (put("claim", b'{"claim": {"number": 1, "number": 2}}\n'), "key stands in it twice"),
    "a fraction": (put("claim", b'{"claim": {"number": 1.5}}\n'), "not whole"),
    "no number": (put("claim", b'{"claim": {"number": NaN}}\n'), "not whole"),
    "two tables": (put("claim", b'{"claim": {}, "tag": {}}\n'), "one row of one table"),
    "no table": (put("claim", b"{}\n"), "one row of one table"),
    "no fields": (put("claim", b'{"claim": 1}\n'), "one row of one table"),
    "a table of tomorrow": (put("claim", b'{"\x1b[31m": {}}\n'.replace(b"\x1b", b"\\u001b")), "no table"),
    "a table of the database": (put("claim", b'{"alembic_version": {}}\n'), "no table"),
    "a field of tomorrow": (changed("claim", colour="red"), "'colour'"),
    "a key of the database": (changed("claim", id=7), "'id'"),
    "a field too few": (put("claim", b'{"claim": {"number": 1}}\n'), "missing"),
    "an empty field": (changed("claim", statement=None), "statement is empty"),
    "a number for words": (changed("claim", statement=7), "statement is no text"),
    "words for a number": (changed("claim", number="7"), "number is no whole number"),
    "yes for a number": (changed("claim", number=True), "number is no whole number"),
    "a number for yes": (changed("claim", legal=1), "legal is neither"),
    "a large number": (changed("claim", number=2**40), "number is too large"),
    "a larger number": (changed("claim", added_at=2**70), "added_at is too large"),
    "words for a list": (changed("claim", via="The agency"), "via is no list"),
    "numbers in a list": (changed("claim", via=[1]), "via is no text"),
    "lists in a list": (changed("claim", reasons=[[1, 2, 3]]), "reasons is no list"),
    "an object": (changed("claim", via={"a": 1}), "via is no list"),
    "NUL": (changed("claim", statement="a\0b"), "statement holds what no database can store"),
    "half a character": (changed("claim", statement="a\ud800b"), "statement holds what no database can store"),
    "half a character in a list": (changed("claim", via=["\udfff"]), "via holds what no database can store"),
    "a word that is none": (changed("claim", state="famous"), "state is a word"),
    "bytes that are none": (changed("source", salt="zz"), "hexadecimal"),
    "an id that is a path": (changed("desk", public_id="../../../tmp/x"), "public_id is no id"),
    "an id that is none": (changed("claim", public_id=""), "public_id is no id"),
    "a reference that is none": (changed("place", claim_id=1), "claim_id is no id"),
    "a reference to nothing": (changed("place", claim_id=FEW), "points to a claim that is not there"),
    "a duplicate of nothing": (changed("claim", 1, duplicate_of_id=FEW), "points to a claim that is not there"),
    "unused places": (changed("claim", unused_before=2**60), "no number of places"),
    "fewer places": (changed("claim", unused_before=-1), "no number of places"),
    "a row twice": (twice("claim"), "there twice"),
    "a draft of nobody": (changed("verdict", reviewer_id=FEW), "points to a reviewer that is not there"),
    "a row that was changed": (changed("claim", statement="It floats."), "changed behind the journal's back"),
    "an entry that was changed": (changed("journal", 3, actor="somebody"), "does not give its hash"),
    "entries in another order": (swapped, "chain breaks"),
    "an entry less": (without("journal", 2), "chain breaks"),
    "a row less": (without("verdict"), "removed behind the journal's back"),
    "cut between lines": (cut_at(-1), "cut off"),
    "cut early": (cut_at(1), "cut off"),
    "cut within a line": (cut_within, "cut off"),
    "a row more": (one_more, "one more"),
    "another head": (headed(head={"sequence": 1, "hash": "0" * 64}), "does not end with the entry"),
    "a head of nothing": (headed(head=None), "does not begin"),
    "rows that are none": (headed(rows="many"), "how many rows"),
    "a head that is none": (headed(head={"sequence": 1, "hash": "../"}), "how many rows"),
}


@pytest.mark.parametrize("name", SPOILED)
def test_a_spoiled_dump_is_refused_with_its_line_and_nothing_is_stored(
    dumps: tuple[Lines, Lines], fresh_database: Path, tmp_path: Path, name: str
) -> None:
    change, words = SPOILED[name]
    lines = list(dumps[0])
    line = change(lines)
    path, to = tmp_path / "spoiled.jsonl", tmp_path / "to.sqlite3"
    path.write_bytes(b"".join(lines))
    shutil.copy(fresh_database, to)
    with pytest.raises(BadInput) as refused:
        Care(str(to), Clock()).take_dump(str(path))
    assert words in refused.value.message
    assert refused.value.message.isprintable()
    assert (f"spoiled.jsonl, line {line}: " if line else "spoiled.jsonl: ") in refused.value.message
    assert "Nothing was stored" in refused.value.hint
    path.write_bytes(b"".join(dumps[0]))
    assert Care(str(to), Clock()).take_dump(str(path)).rows == len(dumps[0]) - 1


def test_lines_of_another_desk_are_named(dumps: tuple[Lines, Lines], tmp_path: Path) -> None:
    own, other = dumps
    index = at(own, "claim", -1) + 1
    path, to = tmp_path / "mixed.jsonl", tmp_path / "new.sqlite3"
    mixed = [*own[:index], other[at(other, "claim")], *own[index:]]
    mixed[index] = mixed[index].replace(b'"number":1,', b'"number":9,')
    headed(rows=len(mixed) - 1)(mixed)
    path.write_bytes(b"".join(mixed))
    with pytest.raises(BadInput) as refused:
        Care(str(to), Clock()).take_dump(str(path))
    assert f"line {index + 1}: " in refused.value.message
    assert "journal does not know it" in refused.value.message
    assert not to.exists()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["mixed.jsonl"]


def test_a_line_without_end_is_not_read(
    dumps: tuple[Lines, Lines], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dump_files, "LONGEST_LINE", 5_000)
    path = tmp_path / "long.jsonl"
    path.write_bytes(dumps[0][0] + b" " * 6_000)
    with pytest.raises(BadInput, match=r"line 2: it is longer than 5,000 bytes"):
        Care(str(tmp_path / "new.sqlite3"), Clock()).take_dump(str(path))


def test_a_dump_of_tomorrow_asks_for_an_upgrade(dumps: tuple[Lines, Lines], tmp_path: Path) -> None:
    lines = list(dumps[0])
    headed(schema="desk/2")(lines)
    path = tmp_path / "tomorrow.jsonl"
    path.write_bytes(b"".join(lines))
    assert is_dump(str(path))
    with pytest.raises(BadInput, match="'desk/2'") as refused:
        Care(str(tmp_path / "new.sqlite3"), Clock()).take_dump(str(path))
    assert "Upgrade" in refused.value.hint


def test_what_an_earlier_version_did_not_have_gets_the_default(dumps: tuple[Lines, Lines], tmp_path: Path) -> None:
    lines = [line.replace(b'"tolerance_share":100,', b"") if b'{"desk"' in line else line for line in dumps[0]]
    assert lines != dumps[0]
    path = tmp_path / "yesterday.jsonl"
    path.write_bytes(b"".join(lines))
    to = Care(str(tmp_path / "new.sqlite3"), Clock())
    to.take_dump(str(path))
    assert Path(to.write_dump(tmp_path / "again.jsonl").path).read_bytes() == b"".join(dumps[0])


@pytest.mark.parametrize("content", [b"", b"{}\n", b"[]", b'{"statement": "It rained."}\n', b"\xff\xfe", b"[" * 2_000])
def test_a_list_of_claims_is_no_dump(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.jsonl"
    path.write_bytes(content)
    assert not is_dump(str(path))
    assert not is_dump(str(tmp_path))
    with pytest.raises(BadInput):
        Care(str(tmp_path / "new.sqlite3"), Clock()).take_dump(str(path))


def test_the_same_desk_is_the_same_lines_whatever_the_surroundings(dumps: tuple[Lines, Lines], tmp_path: Path) -> None:
    path = tmp_path / "ana.jsonl"
    path.write_bytes(b"".join(dumps[0]))
    place = str(tmp_path / "new.sqlite3")
    Care(place, Clock()).take_dump(str(path))
    out = tmp_path / "out.jsonl"
    surroundings = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7", "USER": "somebody"}
    subprocess.run(
        [sys.executable, "-m", "workbench", "export", "--format", "jsonl", "--out", out, "--database", place],
        check=True,
        cwd=Path(__file__).parents[2],
        env={**surroundings, "WORKBENCH_HOME": str(tmp_path / "home"), "PATH": "/usr/bin"},
    )
    assert out.read_bytes() == path.read_bytes()
