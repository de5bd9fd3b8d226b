"""The settings screen: what holds and why, tried and changed there, with the file's comments left as they are."""

from pathlib import Path

import pytest
from textual.widgets import Input, Static

from claims_db.rows import NumberTolerance
from tests.tui.driving import NARROW
from tests.tui.rooms import Room, Run, Test, collecting
from workbench.settings_file import SettingsPlace
from workbench.tui.commands.registry import LIST_COMMANDS
from workbench.tui.dialogs.setting import SettingDialog, ThemeDialog
from workbench.tui.screens.settings import SettingsScreen

TESTS: dict[str, Test] = {}
command_test = collecting(TESTS)

WRITTEN = """# My desk
lease_minutes = 45  # long enough

[keys]
# my own
take-next = "n"
"""


@pytest.fixture
def place(tmp_path: Path) -> SettingsPlace:
    found = SettingsPlace({"WORKBENCH_HOME": str(tmp_path / "home"), "USER": "ana"})
    found.file.parent.mkdir(parents=True)
    found.file.write_text(WRITTEN, encoding="utf-8")
    return found


async def go_to(here: Room, key: str) -> None:
    """Open the settings and put the cursor on one."""
    await here.drive.press("f6")
    screen = here.drive.screen
    assert isinstance(screen, SettingsScreen)
    screen.settings.go([one for one, _ in screen.settings._lines].index(key))
    await here.drive.settle()


async def write(here: Room, value: str) -> None:
    """Type a value into the dialog and save it."""
    here.drive.screen.query_one("#value", Input).value = value
    await here.drive.press("ctrl+s")


def problem(here: Room) -> str:
    """Give what the dialog says is wrong."""
    return str(here.drive.screen.query_one("#problem", Static).content)


@command_test("change-setting")
async def change_setting(here: Room) -> None:
    file = here.drive.app.settings_place.file
    await go_to(here, "lease_minutes")
    await here.drive.press("enter")
    assert isinstance(here.drive.screen, SettingDialog)
    assert "how long a claim that was taken is held" in here.drive.text()
    await write(here, "60")
    assert file.read_text("utf-8") == WRITTEN.replace("45", "60")
    assert "60" in here.drive.text()
    await here.drive.press("enter")
    await write(here, "1441")
    assert "a number of minutes from 1 to 1440 is expected" in problem(here)
    await here.drive.press("escape")
    assert file.read_text("utf-8") == WRITTEN.replace("45", "60")


@command_test("reset-setting")
async def reset_setting(here: Room) -> None:
    file = here.drive.app.settings_place.file
    await go_to(here, "take-next")
    await here.drive.press("x")
    assert "take-next" not in file.read_text("utf-8")
    assert "lease_minutes = 45  # long enough" in file.read_text("utf-8")
    await here.drive.press("x")
    assert "take-next does not stand in the settings file." in here.drive.notices()


@pytest.mark.parametrize("name", [one.name for one in LIST_COMMANDS if one.group == "Settings"])
def test_the_command_does_what_it_says(name: str, at_the_desk: Run, place: SettingsPlace) -> None:
    at_the_desk(TESTS[name], settings_place=place)


def test_every_setting_stands_there_with_its_value_and_where_it_comes_from(
    at_the_desk: Run, place: SettingsPlace
) -> None:
    async def story(here: Room) -> None:
        await go_to(here, "theme")
        lines = [line.strip("│┃› ") for line in here.drive.text().splitlines()]
        found = {line.split()[0]: " ".join(line.split()[1:]) for line in lines if line}
        assert found["lease_minutes"] == "45 the settings file"
        assert found["theme"].startswith("nord the environment variable")
        assert found["parser"] == "– the default"
        assert "WORKBENCH_THEME goes before the settings file." in here.drive.text()

    environ = {**place.environ, "WORKBENCH_THEME": "nord"}
    at_the_desk(story, size=NARROW, settings_place=place._replace(environ=environ))


def test_a_theme_is_put_on_while_it_is_chosen(at_the_desk: Run, place: SettingsPlace) -> None:
    async def story(here: Room) -> None:
        app, before = here.drive.app, here.drive.app.theme
        await go_to(here, "theme")
        await here.drive.press("enter")
        assert isinstance(here.drive.screen, ThemeDialog)
        await here.drive.press("j")
        tried = app.theme
        assert tried != before
        await here.drive.press("escape")
        assert app.theme == before
        assert place.file.read_text("utf-8") == WRITTEN
        await here.drive.press("enter", "j", "enter")
        assert app.theme == tried
        assert place.load().theme == tried
        assert place.file.read_text("utf-8").startswith("# My desk\nlease_minutes = 45  # long enough\n")

    at_the_desk(story, settings_place=place)


def test_keys_show_who_shares_them_and_a_collision_is_refused_with_both_names(
    at_the_desk: Run, place: SettingsPlace
) -> None:
    async def story(here: Room) -> None:
        await go_to(here, "skip")
        assert "The same key on other screens: change-span, " in here.drive.text()
        await here.drive.press("enter")
        await write(here, "n")
        assert "the key n is for skip and for take-next" in problem(here)
        assert place.file.read_text("utf-8") == WRITTEN
        await write(here, "z")
        assert dict(place.load().keys) == {"take-next": "n", "skip": "z"}
        assert "# my own" in place.file.read_text("utf-8")

    at_the_desk(story, settings_place=place)


def test_a_file_that_can_not_be_read_is_told_with_what_to_do(at_the_desk: Run, place: SettingsPlace) -> None:
    async def story(here: Room) -> None:
        place.file.write_text("lease_minutes = 'many'", encoding="utf-8")
        await here.drive.press("f6")
        shown = " ".join(here.drive.text().replace("│", " ").replace("┃", " ").split())
        assert "a number of minutes from 1 to 1440 is expected" in shown
        place.file.write_text(WRITTEN, encoding="utf-8")
        await here.drive.press("f2", "f6")
        assert "45" in here.drive.text()

    at_the_desk(story, settings_place=place)


def test_a_password_is_not_shown(at_the_desk: Run, place: SettingsPlace) -> None:
    async def story(here: Room) -> None:
        await go_to(here, "database")
        assert "postgresql://inga:…@harbour/desk" in here.drive.text()
        assert "Tide!" not in here.drive.text()

    environ = {**place.environ, "WORKBENCH_DATABASE": "postgresql://inga:Tide!@harbour/desk"}
    at_the_desk(story, settings_place=place._replace(environ=environ))


def test_the_tolerance_of_numbers_is_shown_and_changed_there(at_the_desk: Run, place: SettingsPlace) -> None:
    async def story(here: Room) -> None:
        await go_to(here, "tolerance")
        assert "1 %; about so much: 10 %" in here.drive.text()
        assert "The desk tolerates 1 % of the source's number" in here.drive.text()
        await here.drive.press("x")
        assert "The tolerance is the desk's" in here.drive.notices()
        await here.drive.press("enter")
        share, about = (here.drive.screen.query_one(f"#{name}", Input) for name in ("share", "about"))
        share.value, about.value = "2.5", "much"
        await here.drive.press("ctrl+s")
        assert "Give a percentage from 0 to 100." in problem(here)
        assert about.has_focus
        about.value = "20 %"
        await here.drive.press("ctrl+s")
        assert here.desk.number_tolerance() == NumberTolerance(250, 2_000)
        assert "2.5 %; about so much: 20 %" in here.drive.text()
        assert place.file.read_text("utf-8") == WRITTEN

    at_the_desk(story, size=NARROW, settings_place=place)
