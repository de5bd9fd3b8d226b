"""Open what a command works with: the settings, the desk, standard input."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

import typer

from workbench.desk.unpaused import unpaused
from workbench.settings import Settings, load_settings

if TYPE_CHECKING:
    from workbench.desk.care.care import Care
    from workbench.desk.desk import Desk


def settings_for(context: typer.Context, database: str | None) -> Settings:
    """Read the settings; ``--database`` after the command goes before the one in front of it."""
    chosen = context.find_root().obj if database is None else database
    if chosen is not None:
        some(chosen, "--database")
    return load_settings(os.environ, database=chosen)


def leads_on(context: typer.Context, database: str | None, *, as_json: bool) -> bool:
    """Say whether a command of a group follows, and hand its options on to it."""
    if context.invoked_subcommand is None:
        return False
    if as_json:
        raise typer.BadParameter("--json belongs behind the command.")
    context.find_root().obj = context.find_root().obj if database is None else database
    return True


def some(value: str, option: str) -> str:
    """Give the value of an option, which may be left out but not empty."""
    if not value.strip():
        raise typer.BadParameter(f"{option} is empty; leave it out for the default.")
    return value


@contextmanager
def open_desk(context: typer.Context, database: str | None) -> "Iterator[Desk]":
    """Open the desk for one command."""
    with _to_stay():
        from workbench import bootstrap  # noqa: PLC0415 - the ORM costs 400 ms, and help and completion need no desk

        desk = bootstrap.open_desk(settings_for(context, database))
    try:
        yield desk
    finally:
        desk.close()


def care_of(context: typer.Context, database: str | None) -> "Care":
    """Give the care of the desk for one command."""
    with _to_stay():
        from workbench import bootstrap  # noqa: PLC0415 - as above

        return bootstrap.open_care(settings_for(context, database))


@contextmanager
def _to_stay() -> Iterator[None]:
    """Load what stays to the end of the command: no collection of garbage looks through it, now or later."""
    with unpaused():
        yield
        gc.freeze()


def queue_named(name: str | None) -> str:
    """Give the name of the queue that was chosen, or of the one that every desk has."""
    from claims_db.repositories.people import QUEUE  # noqa: PLC0415 - as above

    return QUEUE if name is None else some(name, "--queue")


def standard_input(location: str) -> BinaryIO | None:
    """Give standard input where ``-`` asks for it and there is one."""
    return sys.stdin.buffer if location == "-" and sys.stdin is not None else None
