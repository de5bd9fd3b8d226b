"""Say when a terminal desk has nothing left to do: no message waits, no handler runs, nothing is to be painted.

Textual's pilot waits until the process takes little time of the processor, which on a busy machine is soon and too early.
"""

import asyncio
from collections.abc import Iterator

from textual.app import App
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen

_TURNS = 3
"""So many turns of the loop in a row, nothing may be under way: a task may be between two messages."""


async def rest(pilot: "Pilot[None]") -> None:
    """Wait until every message was handled and painted; what threads do is not waited for."""
    app, quiet = pilot.app, 0
    while quiet < _TURNS and app.is_running:
        await asyncio.sleep(0)
        if any(_is_at_work(pump) for pump in _pumps(app)):
            quiet = 0
        elif _is_unpainted(app.screen):
            app.screen._on_timer_update()
            quiet = 0
        else:
            quiet += 1


def _pumps(app: "App[None]") -> Iterator[MessagePump]:
    yield app
    seen = set[Screen[object]]()
    for stack in app._screen_stacks.values():
        for screen in stack:
            if screen not in seen:
                seen.add(screen)
                yield from screen.walk_children(with_self=True)


def _is_at_work(pump: MessagePump) -> bool:
    """Say whether a message waits or is handled: else the pump sits and waits for the next one."""
    if not pump._running:
        return not (pump._closing or pump._closed)
    messages = pump._message_queue
    waits = messages.empty() and bool(messages.ready_event._waiters)  # type: ignore[attr-defined]
    return not waits or pump._pending_message is not None or bool(pump._next_callbacks)


def _is_unpainted(screen: "Screen[object]") -> bool:
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )
