"""The import contracts hold, and each one really catches what it is there for."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PLANTED = [
    (
        "workbench/domain/states.py",
        "import claims_db.tables",
        "Pure packages do no I/O|Workbench layers|Only claims_db touches the ORM",
    ),
    ("workbench/extraction/find.py", "import sqlite3", "Pure packages do no I/O"),
    ("workbench/matching/ranking.py", "import workbench.extraction.find", "Workbench layers"),
    ("workbench/desk/desk.py", "import workbench.tui.app", "Workbench layers"),
    ("workbench/desk/desk.py", "import requests", "Only workbench.sources touches the network and foreign formats"),
    ("workbench/desk/desk.py", "import tantivy", "Only workbench.index touches tantivy"),
    ("workbench/semantic/kept.py", "import onnxruntime", "Only workbench.semantic.encoder loads onnxruntime"),
    ("workbench/desk/desk.py", "import sqlmodel", "Only claims_db touches the ORM"),
    ("workbench/cli/output.py", "import textual.app", "Only workbench.tui touches Textual"),
    ("workbench/tui/keymap.py", "import claims_db.tables", "The TUI sees rows and words, never tables or sessions"),
    ("claims_db/rows/values.py", "import workbench.errors", "claims_db never imports workbench"),
    (
        "claims_db/rows/values.py",
        "import claims_db.engine",
        "claims_db layers: writes above tables, tables above words",
    ),
    ("workbench/newthing.py", "", "Workbench layers"),
]


def lint(tree: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=tree,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "", "PYTHONPATH": str(tree), "NO_COLOR": "1"},
    )


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Give a copy of the code to plant something in."""
    for package in ("workbench", "claims_db"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_all_contracts_are_kept(tree: Path) -> None:
    outcome = lint(tree)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert "0 broken" in outcome.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"), PLANTED, ids=[f"{module}-{line}" for module, line, _ in PLANTED]
)
def test_a_planted_violation_is_caught(tree: Path, module: str, line: str, contract: str) -> None:
    path = tree / module
    before = path.read_text("utf-8") if path.exists() else '"""Planted."""\n'
    path.write_text(f"{before}\n{line}\n", encoding="utf-8")
    outcome = lint(tree)
    broken = [row for row in outcome.stdout.splitlines() if row.rstrip().endswith("BROKEN")]
    assert outcome.returncode != 0
    assert any(name in row for name in contract.split("|") for row in broken), outcome.stdout


def test_every_folder_is_a_package() -> None:
    folders = {path.parent for package in ("workbench", "claims_db") for path in (ROOT / package).rglob("*.py")}
    assert [str(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_no_module_is_longer_than_its_limit() -> None:
    found = (path for package in ("workbench", "claims_db") for path in (ROOT / package).rglob("*.py"))
    modules = [path for path in found if "versions" not in path.parts]
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in modules}
    assert {name: lines for name, lines in lengths.items() if lines > 320} == {}
