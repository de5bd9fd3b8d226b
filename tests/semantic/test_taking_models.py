"""A sentence encoder is taken with the hashes of its files, from folders that are one, under names that are one."""

import os
from pathlib import Path

import pytest

from tests.semantic.tiny_model import write_carded_model
from workbench.errors import BadInput, BadSetting
from workbench.semantic import taking
from workbench.semantic.kept import KeptModel, KeptModels
from workbench.semantic.taking import digest_of, model_in, try_model

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return write_carded_model(tmp_path / "tiny")


def test_a_model_that_takes_too_long_is_ended(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "_SECONDS", 0.0)
    with pytest.raises(BadInput, match="took too long"):
        try_model(model_in(tiny))


def test_the_hash_that_is_expected(tiny: Path) -> None:
    digest = digest_of(model_in(tiny).files)
    assert model_in(tiny, sha256=f" {digest.upper()} ").name == "tiny"
    with pytest.raises(BadInput, match=f"its SHA-256 is {digest}, not 0000"):
        model_in(tiny, sha256="0" * 64)
    with pytest.raises(BadInput, match="no SHA-256"):
        model_in(tiny, sha256="latest")


def test_who_published_these_bytes_is_known(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(taking.KNOWN, digest_of(model_in(tiny).files), "somebody/tiny")
    assert model_in(tiny).origin == "somebody/tiny"
    given = model_in(tiny, name="other", licence="MIT", origin="a colleague")
    assert (given.name, given.licence, given.origin) == ("other", "MIT", "a colleague")
    (tiny / "README.md").unlink()
    assert model_in(tiny).licence == "not said"


@pytest.mark.parametrize("name", ["../up", ".hidden", "two words", "x" * 65, "a/b", "\x1b]52;c"])
def test_names_that_are_none(tiny: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput, match="can't be the name of a model"):
        model_in(tiny, name=name)
    for verb in (KeptModels(tmp_path).named, KeptModels(tmp_path).remove):
        with pytest.raises(BadSetting, match="There is no sentence encoder"):
            verb(name)


def test_a_folder_that_is_a_link_is_kept_by_where_it_leads(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tiny)
    assert model_in(tmp_path / "link").folder == str(tiny)
    (tmp_path / "round").symlink_to("round")
    os.mkfifo(tmp_path / "pipe")
    for name in ("round", "pipe", "nowhere"):
        with pytest.raises(BadInput):
            model_in(tmp_path / name)


def test_records_are_kept_and_broken_ones_are_named(tmp_path: Path, tiny: Path) -> None:
    models = KeptModels(tmp_path / "settings")
    one: KeptModel = model_in(tiny)
    models.keep(one)
    models.keep(one._replace(licence="MIT"))
    assert models.every() == [one._replace(licence="MIT")]
    with pytest.raises(BadSetting) as told:
        models.named("tinny")
    assert told.value.hint == "Did you mean 'tiny'?"
    record = tmp_path / "settings" / "semantic" / "tiny.json"
    for content in ("", "[]", '{"name": 3}', "\0", "[" * 100_000, '{"files": [1]}'):
        record.write_text(content)
        with pytest.raises(BadSetting, match="no record of a model"):
            models.named("tiny")
    models.remove("tiny")
    assert models.every() == []
