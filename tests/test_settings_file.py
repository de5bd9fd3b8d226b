"""A setting that is changed changes nothing else in the file, and a file that could not be used is never written."""

import tomllib
from pathlib import Path

import pytest

from workbench.errors import BadSetting
from workbench.settings import meanings, origins
from workbench.settings_file import SettingsPlace

WRITTEN = """# The desk of the harbour team
reviewer = 'ana'   # me

theme = "nord"
[keys]
# on the left hand
take-next = "n"
"""


@pytest.fixture
def place(tmp_path: Path) -> SettingsPlace:
    return SettingsPlace({"WORKBENCH_HOME": str(tmp_path), "USER": "ana"})


def write(place: SettingsPlace, content: str) -> None:
    place.file.parent.mkdir(parents=True, exist_ok=True)
    place.file.write_bytes(content.encode())


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_comments_and_blank_lines_stay(place: SettingsPlace, line_end: str) -> None:
    write(place, WRITTEN.replace("\n", line_end))
    place.write("dracula", "theme")
    assert place.file.read_bytes().decode() == WRITTEN.replace("nord", "dracula").replace("\n", line_end)


def test_a_new_setting_stands_before_the_tables(place: SettingsPlace) -> None:
    write(place, WRITTEN)
    place.write(45, "lease_minutes")
    place.write("z", "keys", "skip")
    content = place.file.read_text("utf-8")
    assert tomllib.loads(content) == {
        "reviewer": "ana", "theme": "nord", "lease_minutes": 45, "keys": {"take-next": "n", "skip": "z"},
    }  # fmt: skip
    assert {"# The desk of the harbour team", "# on the left hand"} <= set(content.splitlines())


def test_a_file_that_is_not_there_is_made_and_an_empty_table_goes(place: SettingsPlace) -> None:
    assert place.write("z", "keys", "skip").keys == (("skip", "z"),)
    assert place.write(None, "keys", "skip").keys == ()
    assert tomllib.loads(place.file.read_text("utf-8")) == {}
    place.write({"endpoint": "http://127.0.0.1:8080/v1", "name": "small"}, "model")
    assert place.load().model.name == "small"
    place.write(None, "model")
    assert place.load().model.name == ""


def test_what_can_not_be_used_is_not_written(place: SettingsPlace) -> None:
    write(place, WRITTEN)
    with pytest.raises(BadSetting, match=r"settings\.toml, key 'lease_minutes': a number of minutes"):
        place.write(0, "lease_minutes")
    with pytest.raises(BadSetting, match="there is no setting 'colour'"):
        place.write("red", "colour")
    assert place.file.read_text("utf-8") == WRITTEN
    assert [one.name for one in place.file.parent.iterdir()] == ["settings.toml"]


def test_a_broken_file_is_left_alone(place: SettingsPlace) -> None:
    write(place, "theme = ")
    with pytest.raises(BadSetting, match="can't be read"):
        place.write("nord", "theme")
    assert place.file.read_text("utf-8") == "theme = "


def test_a_link_stays_a_link_and_rights_stay(place: SettingsPlace, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles" / "workbench.toml"
    kept.parent.mkdir()
    kept.write_text(WRITTEN, encoding="utf-8")
    kept.chmod(0o600)
    place.file.parent.mkdir(parents=True, exist_ok=True)
    place.file.symlink_to(kept)
    place.write("dracula", "theme")
    assert place.file.is_symlink()
    assert "dracula" in kept.read_text("utf-8")
    assert kept.stat().st_mode & 0o777 == 0o600


def test_what_goes_before_the_file_is_named(place: SettingsPlace) -> None:
    here = SettingsPlace({**place.environ, "WORKBENCH_THEME": "nord"}, "other.sqlite3")
    assert here.overruled_by("theme") == "WORKBENCH_THEME"
    assert here.overruled_by("database") == "the command line"
    assert here.overruled_by("editor") == ""


def test_every_setting_has_a_meaning(place: SettingsPlace) -> None:
    assert {origin.key for origin in origins(place.environ)} <= set(meanings())
    assert meanings()["theme"].startswith("the look of the terminal desk:")
    assert meanings()["parser"].endswith("the one that ships where it is empty.")
