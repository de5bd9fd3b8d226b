"""Terminals that can't do everything: few colours, none, no room, no cursor; it is said plainly."""

from pathlib import Path

import pytest

from tests.tui.driving import NARROW, WIDE
from tests.tui.rooms import Room, Run, type_address
from workbench.tui.app import WorkbenchApp
from workbench.tui.dialogs.evidence import EvidenceDialog
from workbench.tui.terminals import UnfitTerminal, check_terminal
from workbench.tui.themed_app import TooSmall


def app_on(monkeypatch: pytest.MonkeyPatch, theme: str, **environ: str) -> WorkbenchApp:
    for name in ("TERM", "COLORTERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    app = WorkbenchApp(lambda: None, exports=Path(), log=Path(), theme=theme)  # type: ignore[arg-type, return-value]
    app.fit_terminal()
    return app


@pytest.mark.parametrize("kind", ["xterm-16color", "screen", "linux", "xterm"])
def test_sixteen_colours_get_the_plain_theme_and_a_word(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    app = app_on(monkeypatch, "dark", TERM=kind)
    assert app.theme == "ansi"
    assert "16 colours" in app.theme_notices[0][0]


@pytest.mark.parametrize("environ", [{"TERM": "xterm-256color"}, {"TERM": "screen", "COLORTERM": "truecolor"}])
def test_more_colours_keep_the_theme(monkeypatch: pytest.MonkeyPatch, environ: dict[str, str]) -> None:
    app = app_on(monkeypatch, "light", **environ)
    assert (app.theme, app.theme_notices) == ("light", [])


def test_who_set_the_plain_theme_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert app_on(monkeypatch, "ansi", TERM="linux").theme_notices == []


def test_no_colour_is_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_on(monkeypatch, "dark", TERM="xterm-256color", NO_COLOR="1")
    assert app.theme == "ansi"
    assert app.no_color


@pytest.mark.parametrize("kind", ["dumb", "", "unknown"])
def test_a_terminal_that_can_not_move_its_cursor_is_refused(kind: str) -> None:
    with pytest.raises(UnfitTerminal, match="cursor"):
        check_terminal({"TERM": kind})


def test_no_room_is_said_and_what_is_typed_stays(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        drive = here.drive
        await type_address(drive, "https://example.org/a")
        await drive.pilot.resize_terminal(40, 12)
        await drive.settle()
        assert isinstance(drive.screen, TooSmall)
        assert "too small" in drive.text()
        await drive.pilot.resize_terminal(*NARROW)
        await drive.settle()
        assert isinstance(drive.screen, EvidenceDialog)
        await drive.type("bc")
        await drive.pilot.resize_terminal(*WIDE)
        await drive.settle()
        await drive.press("ctrl+s")
        (evidence,) = here.desk.claim(here.current).evidence
        assert evidence.source is not None
        assert evidence.source.url == "https://example.org/abc"

    at_the_desk(story)


def test_a_desk_that_starts_too_small_says_so(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        assert "too small" in here.drive.text()
        await here.drive.pilot.resize_terminal(*NARROW)
        await here.drive.settle()
        assert here.drive.screen is here.drive.review

    at_the_desk(story, size=(40, 12))


def test_what_covers_the_screen_stays_where_the_app_hears_of_its_size_later(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        # As it comes when the window changes twice in a row: the size that the app knows is the one before.
        here.drive.app.push_screen(TooSmall())
        await here.drive.pilot.pause()
        assert isinstance(here.drive.screen, TooSmall)
        await here.drive.pilot.resize_terminal(40, 12)
        await here.drive.pilot.resize_terminal(*NARROW)
        await here.drive.settle()
        assert here.drive.screen is here.drive.review

    at_the_desk(story)
