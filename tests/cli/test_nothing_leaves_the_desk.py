"""Words of a confidential source are looked for in everything that the program writes outside of the desk's database."""

import os
import traceback
from itertools import chain
from pathlib import Path

import pytest
from sqlalchemy.exc import StatementError

from claims_db.engine import open_engine
from tests.cli.conftest import Answer, Shell
from tests.keys_to_seal import age_key
from workbench.cli.commands.export import Form
from workbench.errors import ExitCode
from workbench.index.opening import open_index

QUOTED = "zzzzquoted words"
BODY = f"The minister {QUOTED} in March. {'Some years went by. ' * 20}\n\nThe last paragraph says zzzzunquoted.\n"
ABOUT = ("title", "author", "publisher", "locator", "note", "reason", "obtained")


@pytest.fixture
def sealed(shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the program's folder after a claim got a confidential source, whose every word begins with zzzz, and another."""
    key = age_key(home, "key")
    for name, value in (("SEAL", "age"), ("SEAL_TO", key.recipient), ("SEAL_IDENTITY", key.identity)):
        monkeypatch.setenv(f"WORKBENCH_{name}", value)
    given, public = home / "zzzzname.txt", home / "public.txt"
    given.write_text(BODY)
    public.write_text("What everybody may know.")
    done(shell("claim", "add", "The minister did not know."))
    about = [word for name in ABOUT for word in (f"--{name}", f"zzzz{name}")]
    secret = (
        "--confidential",
        "--quotation",
        QUOTED,
        "--url",
        "https://zzzzhost.example/zzzzpath",
        "--manual",
        "zzzzmanual",
    )
    done(shell("evidence", "add", "C-1", str(given), "--stance", "refutes", *secret, *about))
    done(shell("evidence", "add", "C-1", str(public), "--stance", "refutes"))
    done(shell("source", "describe", "E-1", "--interest", "zzzzinterest", "--reliability", "zzzzreliability"))
    given.unlink()
    return home


def done(answer: Answer) -> Answer:
    assert answer.code == 0, answer.err
    return answer


def holders(folder: Path, word: bytes = b"zzzz") -> set[str]:
    """Name the files in which a word stands, in any case; what was given to the program and what is sealed is passed over."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix not in {".age", ".txt"}]
    return {path.name for path in files if word in path.read_bytes().lower()}


def test_no_way_out_of_the_desk_has_a_word_of_a_confidential_source(shell: Shell, sealed: Path) -> None:
    done(shell("take", "C-1"))
    done(shell("record", "C-1", "false", "--rationale", "It is so."))
    done(shell("publisher", "--pages", "https://example.org/checks/{slug}"))
    said = [done(shell("export", "--format", form.value, "--out", f"out-{form.value}")) for form in Form]
    said += [done(shell("search", "minister")), done(shell("verify")), done(shell("gc", "--dry-run"))]
    for word in ("zzzzquoted", "zzzztitle", "zzzznote", "zzzzunquoted", "zzzzinterest"):
        found = shell("search", word)
        assert "C-1" not in found.out
    said.append(done(shell("evidence", "bundle", "--claim", "C-1", "all.wacz")))
    refused = shell("evidence", "bundle", "E-1", "one.wacz")
    asked = shell("evidence", "witness", "E-1")
    assert refused.code == ExitCode.CONFLICT
    assert asked.code != ExitCode.OK
    said.append(done(shell("backup", "copy.sqlite3")))
    for answer in (*said, refused, asked):
        assert "zzzz" not in (answer.out + answer.err).lower()
    # A backup and a dump are the desk: they have what reviewers quoted and wrote, and never what is sealed.
    assert holders(sealed) == {"desk.sqlite3", "copy.sqlite3", "desk.jsonl"}
    assert holders(sealed, b"zzzzunquoted") == holders(sealed, b"zzzzreason") == holders(sealed, b"zzzzmanual") == set()
    (indexed,) = filter(
        None, (open_index(path.parent) for path in sealed.rglob("meta.json") if "-pool-" not in path.parent.name)
    )
    words = chain.from_iterable(indexed.searcher().terms_with_prefix(field, "zzzz") for field in ("exact", "stems"))
    assert list(words) == []
    assert list(indexed.searcher().terms_with_prefix("exact", "minist"))


def test_without_the_key_it_is_counted_and_erased_all_the_same(
    shell: Shell, sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WORKBENCH_SEAL_IDENTITY")
    assert "3 sealed files can't be opened here" in done(shell("verify")).err
    shown = shell("evidence", "show", "E-1")
    assert shown.code == ExitCode.FAILED
    assert "Set seal_identity to your key file." in shown.err
    assert holders(sealed) == {"desk.sqlite3"}
    done(shell("source", "erase", "E-1", "--yes"))
    assert "sealed files" not in done(shell("verify")).err
    assert holders(sealed) == set()
    assert not [path for path in sealed.rglob("*") if path.suffix in {".age", ".refers"}]


def test_a_bug_about_the_database_is_told_without_what_was_to_be_written(home: Path) -> None:
    engine, secret = open_engine(str(home / "desk.sqlite3")), "zzzzsecret"
    try:
        with pytest.raises(StatementError) as failed, engine.connect() as connection:
            connection.exec_driver_sql("SELECT ? FROM nowhere", (secret,))
    finally:
        engine.dispose()
    told = "".join(traceback.format_exception(failed.value))
    assert "nowhere" in told
    assert secret not in told


def test_what_is_sealed_is_sealed_again_for_who_joined(
    shell: Shell, sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, joined = os.environ["WORKBENCH_SEAL_TO"], age_key(sealed, "joined")
    monkeypatch.setenv("WORKBENCH_SEAL_TO", joined.recipient)
    assert "age can't open it" in shell("source", "seal-again").err
    monkeypatch.setenv("WORKBENCH_SEAL_TO", f"{own},{joined.recipient}")
    again = done(shell("source", "seal-again"))
    assert again.out.endswith("files are sealed for the keys of seal_to.\n")
    monkeypatch.setenv("WORKBENCH_SEAL_IDENTITY", joined.identity)
    assert QUOTED in done(shell("evidence", "show", "E-1", "--text")).out
