"""``workbench semantic``: a model is taken, used by matching, and refused once it is another one."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from tests.semantic.tiny_model import ROSE, UP, model, write_carded_model
from workbench.errors import ExitCode
from workbench.semantic.kept import KeptModels
from workbench.semantic.taking import model_in

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return write_carded_model(tmp_path / "tiny")


def test_a_model_is_added_shown_used_and_removed(shell: Shell, home: Path, tiny: Path) -> None:
    added = shell("semantic", "add", str(tiny))
    assert added.code == 0, added.err
    assert added.out.startswith("tiny: used to compare matches\n")
    assert "licence: apache-2.0\nfrom: Tiny of nobody\nmodel.onnx: no known hash\n" in added.out
    assert "or give --sha256" in added.err
    assert (home / "home" / "settings.toml").read_text() == 'semantic = "tiny"\n'
    (row,) = json.loads(shell("semantic", "list", "--json").out)
    assert (row["name"], row["used"], row["wrong"]) == ("tiny", True, "")
    assert [one["name"] for one in row["files"]] == ["model.onnx", "tokenizer.json"]
    checks(shell, home, ROSE)
    assert shell("match", UP).out.count("near in meaning") == 1
    (tiny / "model.onnx").write_bytes(model(["a"]))
    changed = shell("match", UP)
    assert changed.code == ExitCode.USAGE
    assert "'tiny' is not what it was when it was added: model.onnx changed." in changed.err
    assert "is not what it was" in shell("semantic", "list").out
    assert shell("semantic", "remove", "tiny").code == 0
    assert (home / "home" / "settings.toml").read_text() == ""
    assert "near in meaning" not in shell("match", UP).out
    assert "There is none" in shell("semantic", "list").err


def checks(shell: Shell, home: Path, claim: str) -> None:
    (home / "checks.csv").write_text(f"claim,url,rating_name\n{claim},https://checks.example/1,False\n")
    assert shell("priors", "import", "checks.csv").code == 0


def test_nothing_is_kept_of_a_model_that_does_not_work(shell: Shell, home: Path, tiny: Path) -> None:
    (tiny / "model.onnx").write_bytes((tiny / "model.onnx").read_bytes()[:-300])
    refused = shell("semantic", "add", str(tiny))
    assert refused.code == ExitCode.BAD_INPUT
    assert "model.onnx can't be used" in refused.err
    assert not (home / "home" / "settings.toml").exists()
    assert no_models(shell)


def test_without_the_libraries_it_is_said_what_installs_them(
    shell: Shell, tiny: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    KeptModels(home / "home").keep(model_in(tiny))
    (home / "home" / "settings.toml").write_text('semantic = "tiny"\n')
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    failed = shell("match", UP)
    assert "pip install 'claim-workbench[semantic]'" in failed.err
    assert shell("semantic", "list").code == 0


def no_models(shell: Shell) -> bool:
    found = shell("semantic", "list", "--json")
    return found.out == "[]\n"
