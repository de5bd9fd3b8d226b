"""Every command explains itself, is imported only when chosen, and completes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.core import TyperGroup

from tests.cli.conftest import Shell
from workbench import __version__
from workbench.cli.app import ChosenCommands
from workbench.errors import ExitCode

ROOT = Path(__file__).parents[2]
COMMANDS = ["demo", "tui", "add", "extract", "claim", "import", "list", "search", "show", "export", "keys", "version"]
COMMANDS += ["verify", "backup", "restore", "doctor", "queue", "take", "attach", "detach", "record", "skip", "keep"]
COMMANDS += ["hand-back", "return", "comment", "signoff", "adjudicate", "publish", "correct", "withdraw", "reopen"]
COMMANDS += ["undo", "redo", "drafts", "notices", "review", "agreement", "coverage", "take-in", "lint"]
HEAVY = {
    "sqlalchemy",
    "sqlmodel",
    "pydantic",
    "textual",
    "rich",
    "requests",
    "trafilatura",
    "alembic",
    "thefuzz",
    "onnxruntime",
    "tokenizers",
    "numpy",
}


def loaded_by(*arguments: str, home: Path) -> set[str]:
    """Say which packages a command imports."""
    program = (
        "import sys; from workbench.cli.running import run; code = run(sys.argv[1:]); "
        "print(code, *{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=os.environ | {"WORKBENCH_HOME": str(home), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    code, *names = done.stderr.splitlines()[-1].split()
    assert code == "0"
    return set(names)


def test_the_key_card_is_that_of_the_keymap_asked_for(shell: Shell) -> None:
    assert "d d" in shell("keys", "--keymap", "vim").out
    assert "| `d` | " in shell("keys", "--format", "markdown").out
    rows = {row["name"]: row for row in json.loads(shell("keys", "--keymap", "emacs", "--format", "json").out)}
    assert rows["palette"]["keys"] == ["Alt+X"]
    assert rows["count"]["group"] == "Move"
    refused = shell("keys", "--keymap", "vmi")
    assert refused.code != 0
    assert "Did you mean vim?" in refused.err


def test_version_is_printed(shell: Shell) -> None:
    assert shell("version") == (0, f"claim-workbench {__version__}\n", "")


def test_help_names_every_command_and_every_exit_code(shell: Shell) -> None:
    answer = shell("--help")
    assert answer.code == 0
    for command in COMMANDS:
        assert f"\n  {command} " in answer.out
    for code in ExitCode:
        assert f" {code.value}  " in answer.out
    assert "--database" in answer.out
    assert "--install-completion" in answer.out
    assert shell("-h").out == answer.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_says_what_it_does(shell: Shell, name: str) -> None:
    command = ChosenCommands(with_help=True)[name]
    leaves = list(command.commands.values()) if isinstance(command, TyperGroup) else [command]
    for leaf in leaves:
        assert leaf.help
        for param in leaf.params:
            assert getattr(param, "help", ""), f"{name} {param.name}"
    assert shell(name, "--help").out.startswith(f"Usage: workbench {name}")


def test_a_command_imports_what_it_needs_and_no_more(home: Path, article: Path) -> None:
    assert not HEAVY & loaded_by("version", home=home)
    assert not (HEAVY - {"pydantic"}) & loaded_by("--help", home=home)
    # spaCy, which reads the text, imports requests and sends nothing through it.
    assert not {"sqlalchemy", "sqlmodel", "textual", "trafilatura"} & loaded_by("extract", str(article), home=home)
    for command in (["list"], ["queue", "show"], ["notices"], ["drafts"], ["agreement"], ["review", "rules"]):
        assert not {"textual", "rich", "requests", "trafilatura", "spacy"} & loaded_by(*command, home=home)
    for help_of in ("take", "queue", "record", "attach", "agreement"):
        assert not (HEAVY - {"pydantic"}) & loaded_by(help_of, "--help", home=home)


@pytest.mark.parametrize(
    ("typed", "place", "offered"),
    [
        ("workbench li", 1, {"lint", "list"}),
        ("workbench claim a", 2, {"add"}),
        ("workbench list --art", 2, {"--articles"}),
        ("workbench queue mo", 2, {"move"}),
    ],
)
def test_the_shell_completes_commands_and_options(home: Path, typed: str, place: int, offered: set[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "workbench"],
        env=os.environ
        | {"WORKBENCH_HOME": str(home), "PYTHONPATH": str(ROOT), "_WORKBENCH_COMPLETE": "complete_bash"}
        | {"COMP_WORDS": typed, "COMP_CWORD": str(place)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert set(done.stdout.split()) == offered


def test_the_completion_script_is_shown(shell: Shell) -> None:
    answer = shell("--show-completion", "bash")
    assert "_WORKBENCH_COMPLETE" in answer.out
