"""What runs a test at a desk where ana, its admin, sits at the terminal."""

import asyncio
from pathlib import Path

import pytest

from tests.conftest import OpenDesk
from tests.tui.rooms import Run, Test, room
from workbench.tui import key_queue
from workbench.tui.screens import matching


@pytest.fixture(autouse=True)
def patient_keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let keys wait for as long as a busy machine takes; a test of how long they wait says so itself."""
    monkeypatch.setattr(key_queue, "_LONGEST", 120.0)


@pytest.fixture(autouse=True)
def nothing_matched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the cursor never rest long enough for matches to be looked for; a test of them says so itself."""
    monkeypatch.setattr(matching, "REST", 3_600.0)


@pytest.fixture
def at_the_desk(open_as: OpenDesk, article: Path, tmp_path: Path) -> Run:
    """Give what runs a story at a desk where ana, its admin, sits at the terminal."""

    def run(story: Test, **options: object) -> None:
        async def tell() -> None:
            async with room(open_as, article, tmp_path, **options) as here:
                await story(here)

        asyncio.run(tell())

    return run
