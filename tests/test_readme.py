"""What the README says is so: its commands run, its key card is the program's, its words are there."""

import re
import shlex
from pathlib import Path

import pytest

from tests.end_to_end.test_a_day_at_the_desk import run
from workbench.tui.commands.registry import EVERY
from workbench.tui.key_card import key_rows

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_tour_runs_as_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "workbench").symlink_to(ROOT / "workbench")
    blocks = re.findall(r"<!-- tour -->\n```\n(.*?)```", README, re.DOTALL)
    assert len(blocks) >= 4
    printed = [run(tmp_path, *shlex.split(line)[1:]) for block in blocks for line in block.strip().splitlines()]
    assert all(printed)
    assert list((tmp_path / "exports").glob("a-1-*.md"))


@pytest.mark.parametrize("command", EVERY, ids=lambda command: command.name)
def test_the_key_card_names_every_command(command: type) -> None:
    for group in key_rows():
        for row in group.rows:
            if row.name == command.name:  # type: ignore[attr-defined]
                keys = " ".join(f"`{key}`" for key in row.keys)
                assert f"| {keys} | {row.words} |" in README
                return
    raise AssertionError(f"{command} is not on the key card")


@pytest.mark.parametrize("name", re.findall(r"\]\((?!http)([^)#]+)", README))
def test_links_lead_somewhere(name: str) -> None:
    assert (ROOT / name).exists()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "exports/README.md"])
def test_no_machine_is_named(name: str) -> None:
    assert not re.search(r"(^|[^A-Za-z0-9_.])/(work|home|root)/", (ROOT / name).read_text("utf-8"))
