"""Themes that a user wrote: worn by their file's name; what is wrong in one is told by file, key and nearest key."""

import os
from pathlib import Path

import pytest

from workbench.errors import BadSetting
from workbench.tui.app import WorkbenchApp
from workbench.tui.themes import OWN_THEMES
from workbench.tui.user_themes import read_theme, user_themes

GOOD = 'primary = "#5fafd7"\nforeground = "#ddd"\nbackground = "black"\n'


def written(config: Path, content: str | bytes, name: str = "mine.toml") -> Path:
    path = config / "themes" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def worn(config: Path, theme: str) -> WorkbenchApp:
    return WorkbenchApp(lambda: None, exports=Path(), log=Path(), theme=theme, config=config)  # type: ignore[arg-type, return-value]


def test_a_theme_of_the_user_is_worn_and_stands_in_the_palette(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    app = worn(tmp_path, "mine")
    assert app.theme == "mine"
    assert app.current_theme.dark
    assert {"mine", *OWN_THEMES} <= set(app.available_themes)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (GOOD + 'acent = "red"', ("'acent'", "Did you mean 'accent'?")),
        (GOOD + 'accent = "redd"', ("'accent'", "redd")),
        (GOOD + "accent = 3", ("'accent'", "a colour is expected")),
        (GOOD + 'accent = "auto"', ("'accent'",)),
        (GOOD + 'accent = "ansi_red"', ("'accent'",)),
        (GOOD + 'accent = "$primary; } Screen { display: none"', ("'accent'", "a colour is expected")),
        (GOOD + 'dark = "yes"', ("'dark'", "true or false")),
        (GOOD + "[primary]", ("no TOML",)),
        ('primary = "red"', ("'foreground' is missing",)),
        (b"\xff\xfe", ("no TOML",)),
        ("x = " + "[" * 5_000, ("no TOML",)),
        ('"\\u001b]0;x\\u0007" = "red"', ("no key",)),
        ("#" * 20_000, ("too large",)),
    ],
)
def test_what_is_wrong_is_told_by_file_and_key(tmp_path: Path, content: str | bytes, words: tuple[str, ...]) -> None:
    written(tmp_path, content)
    with pytest.raises(BadSetting) as caught:
        worn(tmp_path, "mine")
    said = f"{caught.value.message} {caught.value.hint}"
    assert "mine.toml" in said
    assert all(word in said for word in words)
    assert said.isprintable()


def test_a_broken_theme_that_is_not_worn_is_told_of_and_no_hindrance(tmp_path: Path) -> None:
    written(tmp_path, "x = ", "other.toml")
    app = worn(tmp_path, "dark")
    assert app.theme == "dark"
    assert "other.toml" in app.theme_notices[0][0]


def test_many_broken_themes_do_not_hide_the_desk_behind_messages(tmp_path: Path) -> None:
    for number in range(5):
        written(tmp_path, "x = ", f"broken{number}.toml")
    first, second, others = worn(tmp_path, "dark").theme_notices
    assert ("broken0.toml" in first[0], "broken1.toml" in second[0]) == (True, True)
    assert others[0] == "3 more themes can't be worn."


@pytest.mark.parametrize("name", ["dark.toml", "nord.toml", "a b.toml", "[bold].toml", "\x1b]0;x.toml", "A.toml"])
def test_names_that_no_theme_can_have(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadSetting, match=r"name|already"):
        read_theme(written(tmp_path, GOOD, name))


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()
    os.mkfifo(tmp_path / "themes" / "pipe.toml")
    (tmp_path / "themes" / "folder.toml").mkdir()
    (tmp_path / "themes" / "loop.toml").symlink_to("loop.toml")
    found = user_themes(tmp_path)
    assert not found.themes
    assert [one.name for one in found.misfits] == ["folder", "loop", "pipe"]


def test_no_folder_is_no_theme(tmp_path: Path) -> None:
    assert user_themes(tmp_path) == ((), ())
