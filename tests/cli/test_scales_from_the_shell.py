"""Rating scales from the shell: what is listed, how a file becomes a scale, and how its use is said."""

from pathlib import Path

from tests.cli.conftest import Team
from workbench.errors import ExitCode


def test_a_scale_goes_from_the_program_through_a_file_into_use(team: Team, home: Path) -> None:
    listed = {one["slug"]: one["standing"] for one in team.json("ben", "scale", "list")}
    assert (listed["desk"], listed["pinocchio"]) == ("in use", "not added")
    shown = team.done("ben", "scale", "show", "pinocchio")
    assert "Upside-Down Pinocchio" in shown
    toml = team.done("ben", "scale", "show", "pinocchio", "--toml").replace('"pinocchio"', '"noses"')
    (home / "noses.toml").write_text(toml, encoding="utf-8")
    assert team("ben", "scale", "add", "noses.toml").code == ExitCode.CONFLICT
    assert team.done("ada", "scale", "add", "noses.toml").startswith("noses is added with 7 ratings")
    team.done("ben", "record", "C-1", "false", "--rationale", "The log has none.")
    assert team.done("ada", "scale", "use", "Noses").startswith("The desk rates on Washington Post Pinocchios")
    team.done("ben", "record", "C-2", "four", "--rationale", "The log has none.")
    ratings = [(one["scale"], one["rating"]["slug"]) for name in ("C-1", "C-2") for one in verdicts(team, name)]
    assert ratings == [("desk", "false"), ("noses", "four")]
    team.done("ada", "scale", "retire", "desk")
    assert team("ada", "scale", "use", "desk").code == ExitCode.CONFLICT
    assert "The desk has no rating" not in team("ben", "record", "C-3", "false", "--rationale", "x").err


def verdicts(team: Team, claim: str) -> list[dict[str, object]]:
    found = team.json("ben", "show", claim)["verdicts"]
    assert isinstance(found, list)
    return found


def test_a_bad_file_and_a_rule_that_would_be_lost_are_told(team: Team, home: Path) -> None:
    (home / "bad.toml").write_text('slug = "a"\nname = "A"\n\n[[ratings]]\nslug = "b"\nlabel = "B"\nvalue = 9\n')
    bad = team("ada", "scale", "add", "bad.toml")
    assert bad.code == ExitCode.BAD_INPUT
    assert "bad.toml: a scale has 2 to 30 ratings, this one has 1." in bad.err
    assert team("ada", "scale", "show", "nope").code == ExitCode.NOT_FOUND
    team.done("ada", "review", "rules", "--rating", "misleading")
    team.done("ada", "scale", "add", "five")
    assert team("ada", "scale", "use", "five").code == ExitCode.BAD_INPUT
    assert team("ada", "scale", "use", "five", "--second", "false", "--no-second").code == ExitCode.USAGE
    team.done("ada", "scale", "use", "five", "--second", "Mostly false")
    assert "mostly_false" in team.done("ada", "review", "rules")
