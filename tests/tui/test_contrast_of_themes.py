"""Every pair of words and ground that the screens draw has the contrast that its theme promises."""

import asyncio
from collections.abc import Callable

import pytest
from rich.color import Color, ColorSystem
from rich.color_triplet import ColorTriplet
from rich.style import Style
from textual.screen import ModalScreen

from tests.tui.driving import Drive
from tests.tui.rooms import Room, Run
from workbench.tui.tour import STEPS

PROMISED = {"dark": 4.5, "light": 4.5, "high-contrast": 7.0}
KEYS = ("a", "v", "s", "m", "o", "c", "A", "exclamation_mark", "question_mark", "w")


def luminance(colour: ColorTriplet) -> float:
    """Give the relative luminance as the WCAG defines it."""
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: ColorTriplet, other: ColorTriplet) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def pairs(drive: Drive) -> dict[tuple[Color, Color], str]:
    """Give each pair of words and ground on the screen that is on top, with words that are drawn so."""
    found: dict[tuple[Color, Color], str] = {}
    screen = drive.screen
    for strip in screen._compositor.render_strips():
        for segment in strip:
            style = segment.style or Style()
            letters = any(letter.isalnum() for letter in segment.text)
            if letters and style.color is not None and style.bgcolor is not None:
                pair = (style.bgcolor, style.color) if style.reverse else (style.color, style.bgcolor)
                found.setdefault(pair, segment.text)
    return found


def faint(drive: Drive, least: float, view: Callable[[Color], Color]) -> list[tuple[float, str, str, str]]:
    measured = (
        (contrast(view(words).get_truecolor(), view(ground).get_truecolor()), text, words.name, ground.name)
        for (words, ground), text in pairs(drive).items()
    )
    return [one for one in measured if one[0] < least]


def as_it_is(colour: Color) -> Color:
    return colour


def of_256(colour: Color) -> Color:
    return colour.downgrade(ColorSystem.EIGHT_BIT)


async def every_look(here: Room, check: Callable[[str], None]) -> None:
    """Bring as many looks to the screen as there are: states, holders, evidence, drafts, dialogs, the tour."""
    drive = here.drive
    check("main")
    await drive.press("t", "tab")
    check("article")
    await drive.press("tab")
    check("panel")
    await drive.press("escape", "r")
    check("the article as a whole")
    await drive.press("escape")
    for key in KEYS:
        await drive.press(key)
        # What a dialog covers is dimmed; the dialog itself has to be read.
        check(key)
        await drive.press("escape")
    for key in ("f4", "f5", "f6", "f2", "slash"):
        await drive.press(key)
        check(key)
    await drive.type("ferry")
    check("what was found")
    await drive.press("escape")
    drive.app.begin_tour(here.folder / "step")
    drive.app.look_at_tour()
    await drive.settle()
    assert f"/{len(STEPS)}" in drive.text()
    check("tour")


@pytest.mark.parametrize("theme", PROMISED)
def test_words_stand_out_from_their_ground(at_the_desk: Run, theme: str) -> None:
    async def story(here: Room) -> None:
        seen: list[tuple[str, float, str, str, str]] = []

        def check(where: str) -> None:
            if isinstance(here.drive.screen, ModalScreen):
                seen.extend((where, *one) for one in _of_dialog(here.drive, PROMISED[theme]))
            else:
                for view in (as_it_is, of_256):
                    seen.extend((where, *one) for one in faint(here.drive, PROMISED[theme], view))

        await every_look(here, check)
        assert not seen

    at_the_desk(story, theme=theme)


def _of_dialog(drive: Drive, least: float) -> list[tuple[float, str, str, str]]:
    """Measure the box of a dialog alone."""
    box = drive.screen.children[0].region
    found = []
    for y, strip in enumerate(drive.screen._compositor.render_strips()):
        if not box.y <= y < box.bottom:
            continue
        for segment in strip.crop(box.x, box.right):
            style = segment.style or Style()
            if any(letter.isalnum() for letter in segment.text) and style.color and style.bgcolor:
                ratio = contrast(style.color.get_truecolor(), style.bgcolor.get_truecolor())
                if ratio < least:
                    found.append((ratio, segment.text, style.color.name, style.bgcolor.name))
    return found


@pytest.mark.parametrize("theme", ["dark", "light", "high-contrast", "ansi", "nord", "ansi-dark"])
def test_a_theme_is_chosen_live(at_the_desk: Run, theme: str) -> None:
    async def story(here: Room) -> None:
        here.drive.app.theme = theme
        await here.drive.settle()
        await asyncio.sleep(0)
        assert "›" in here.drive.text()

    at_the_desk(story)


def test_the_plain_theme_has_the_terminals_own_colours_alone(at_the_desk: Run) -> None:
    async def story(here: Room) -> None:
        def check(where: str) -> None:
            for strip in here.drive.screen._compositor.render_strips():
                for segment in strip:
                    style = segment.style or Style()
                    for colour in (style.color, style.bgcolor):
                        assert colour is None or colour.triplet is None, (where, segment.text, colour)

        check("main")
        await here.drive.press("t", "tab")
        check("article")
        await here.drive.press("escape", "r")
        check("the article as a whole")

    at_the_desk(story, theme="ansi")
