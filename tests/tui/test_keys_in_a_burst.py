"""Keys that come faster than screens open, as from a macro: the desk stays up."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.screen import ModalScreen

from tests.tui.rooms import Room, Run
from workbench.tui.dialogs.choose import ChooseDialog
from workbench.tui.screens.help import HelpScreen


@pytest.mark.parametrize(
    ("make", "action"),
    [(lambda: HelpScreen(()), "scroll(-1)"), (lambda: ChooseDialog("Which?", ("one", "two")), "down")],
    ids=["help", "choices"],
)
def test_a_key_that_reaches_a_screen_before_its_parts_does_nothing(
    at_the_desk: Run, make: Callable[[], ModalScreen[Any]], action: str
) -> None:
    async def story(here: Room) -> None:
        screen = make()
        here.drive.app.push_screen(screen)
        assert not await here.drive.app.run_action(action, screen)
        await here.drive.settle()
        assert here.drive.screen is screen
        assert await here.drive.app.run_action(action, screen)

    at_the_desk(story)
