"""Desks that capture: the process that reads documents is warm, and hosts are asked without a pause."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from tests.conftest import Clock, Ids
from workbench.bootstrap import open_desk
from workbench.desk.desk import Desk
from workbench.settings import Settings
from workbench.sources.capture.politeness import Turns
from workbench.sources.capture.texts import TextReader

Opened = Callable[..., Desk]


@pytest.fixture(scope="session")
def warm() -> Iterator[TextReader]:
    """Give a process that reads documents, for all tests."""
    reader = TextReader()
    yield reader
    reader.close()


@pytest.fixture
def open_with(clock: Clock, warm: TextReader, request: pytest.FixtureRequest) -> Iterator[Callable[[Settings], Desk]]:
    """Open the desk that settings name, for the reviewer they name."""
    ids, opened = Ids(), list[Desk]()

    def open_one(settings: Settings) -> Desk:
        place = settings.database
        if place.startswith("postgresql"):
            place = request.getfixturevalue("server").place_for(settings.reviewer)
        desk = open_desk(replace(settings, database=place), clock=clock, new_id=ids)
        capturer = desk._place.capturer()
        capturer._texts.close()
        capturer._texts, capturer.turns = warm, Turns(0)
        opened.append(desk)
        return desk

    yield open_one
    for desk in opened:
        desk._place.capturer()._texts = TextReader()
        desk.close()


@pytest.fixture
def open_at(settings: Settings, open_with: Callable[[Settings], Desk]) -> Opened:
    """Open the desk for somebody, with an origin that may be captured from."""

    def open_one(origin: str = "", reviewer: str = "ana") -> Desk:
        return open_with(replace(settings, reviewer=reviewer, local_services=origin))

    return open_one
