"""``workbench export --one-page``, and ``publish --bundle``: what is chosen, what is told, and what is refused."""

from pathlib import Path

import pytest

from tests.cli.conftest import Team
from workbench.errors import ExitCode


def test_one_page_tells_of_what_is_named_filtered_kept_or_of_all(team: Team, tmp_path: Path) -> None:
    for claim in ("C-3", "C-1"):
        team.done("ada", "record", claim, "unproven", "--rationale", "The log is lost.")
    team.done("ada", "saved", "keep", "lost", "rating:unproven")
    (tmp_path / "house.md.j2").write_text("{% for one in sections %}* {{ one.finding.statement }}\n{% endfor %}")
    ways = {
        "named": ("--claim", "C-3", "--claim", "C-1", "--title", "Ferries"),
        "filtered": ("--filter", "rating:unproven", "--template", "box"),
        "kept": ("--saved", "lost", "--page", "house.md.j2"),
        "all": (),
    }
    pages = {}
    for way, options in ways.items():
        (path,) = team.json("ada", "export", "--one-page", "--out", way, *options)
        assert Path(path).name.startswith("page-")
        pages[way] = Path(path).read_text()
    assert pages["named"].index("## C-3") < pages["named"].index("## C-1")
    assert "\n# Ferries\n" in pages["named"]
    assert "- Chosen: C-3, C-1\n" in pages["named"]
    assert "- Chosen: rating:unproven\n" in pages["filtered"]
    assert "**Our verdict: Unproven**" in pages["filtered"]
    assert pages["kept"].count("* The ferry sank") == 2
    assert "- 4 claims: 2 rated, 2 not decided yet\n" in pages["all"]


@pytest.mark.parametrize(
    "options",
    [
        ("--one-page", "--format", "site"),
        ("--one-page", "--changed", "--template", "box"),
        ("--one-page", "--since", "2020-01-01", "--template", "box"),
        ("--one-page", "--article", "A-1", "--title", "Mine"),
        ("--one-page", "--title", " "),
        ("--one-page", "--saved", "x", "--filter", "ferry"),
        ("--page", "house.md.j2"),
        ("--title", "Mine"),
    ],
)
def test_what_does_not_go_together_is_refused(team: Team, options: tuple[str, ...]) -> None:
    assert team("ada", "export", *options).code == ExitCode.USAGE


def test_what_is_not_there_is_named(team: Team) -> None:
    for options, code in (
        (("--article", "A-9"), ExitCode.NOT_FOUND),
        (("--claim", "C-99"), ExitCode.NOT_FOUND),
        (("--saved", "nothing"), ExitCode.NOT_FOUND),
        (("--page", "nothing.md.j2"), ExitCode.BAD_INPUT),
    ):
        assert team("ada", "export", "--one-page", *options).code == code, options


def test_publishing_says_what_is_in_the_bundle(team: Team) -> None:
    team.done("ben", "record", "C-1", "unproven", "--rationale", "The log is lost.")
    team.done("ben", "attach", "C-1", "--stance", "context", "--note", "The log was lost in a flood.")
    team.done("ada", "signoff", "C-1")
    told = team("ada", "publish", "C-1", "--bundle").err
    assert "There is no evidence with bytes to bundle." in told
    assert "1 not bundled: no captured bytes." in told
    without = team("ada", "correct", "C-1", "--severity", "typo", "--reason", "A letter.").err
    assert "It has no evidence.wacz as the one before has" in without
    again = team("ada", "correct", "C-1", "--severity", "typo", "--reason", "Another.").err
    assert "evidence.wacz" not in again
