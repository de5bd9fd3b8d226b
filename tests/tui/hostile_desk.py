"""A desk whose every answer is hostile: no field that a screen can show is left out, not even one that comes later."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any

from claims_db.errors import StoreError
from tests.conftest import hostile
from workbench.desk.desk import Desk
from workbench.errors import WorkbenchError

INPUTS = [str(one.payload) for one in hostile("terminal", "markup") if isinstance(one.payload, str)]

WIDTHS = (
    "漢字仮名",
    "🇩🇪🇫🇷",
    "👍🏽❤\ufe0f",
    "1\ufe0f\u20e3",
    "שלום سلام",
    "می\u200cخواهم",
    "हिन्दी",
    "e\u0301o",
    "a\tb",
    "\ufeff",
)
"""What terminals do not agree on how wide it is, or what takes no cell, two, or as many as there is room for."""

_LONGEST = 26
"""Letters of each in words that hold all of them; the three longer ones repeat one thing without end."""

_KEPT = frozenset({"time_zone", "zone", "public_id", "body_hash", "text"})
"""What is read by the program as well; an article's text is hostile by itself, and its spans stay in place."""


def all_of_them(first: int) -> str:
    """Give all of them on one line, beginning with another one each time."""
    texts = [*INPUTS, *WIDTHS]
    at = first % len(texts)
    return " ".join(one[:_LONGEST] for one in (*texts[at:], *texts[:at]))


class Poison:
    """Puts all hostile texts before each text; the same text always becomes the same, and is known again."""

    def __init__(self) -> None:
        self._poisoned: dict[str, str] = {}
        self._plain: dict[str, str] = {}

    def put(self, answer: Any) -> Any:  # noqa: ANN401 - whatever the desk answers
        """Poison each text in an answer."""
        return _each(answer, self._put)

    def take_off(self, given: Any) -> Any:  # noqa: ANN401 - whatever the desk is given
        """Give what was poisoned as it was before."""
        return _each(given, lambda words: self._plain.get(words, words))

    def _put(self, words: str) -> str:
        if not words or words in self._plain:
            return words
        if (drafted := _drafted(words)) is not None:
            return json.dumps({name: self._put(str(value)) for name, value in drafted.items()})
        if words not in self._poisoned:
            poisoned = f"{all_of_them(len(self._poisoned))} {words}"
            self._poisoned[words], self._plain[poisoned] = poisoned, words
        return self._poisoned[words]


def _drafted(words: str) -> dict[str, Any] | None:
    """Give the fields of a draft; None for words that only begin as one does."""
    try:
        return dict(json.loads(words)) if words.startswith("{") else None
    except ValueError:
        return None


def _each(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - as above
    """Change each text in a record, however deep."""
    if isinstance(value, str):
        return value if isinstance(value, Enum) else change(value)
    if isinstance(value, Path):
        return Path(change(str(value)))
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value) if field.init and field.name not in _KEPT]
        return replace(value, **{name: _each(getattr(value, name), change) for name in names})
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        parts = zip(value._fields, value, strict=True)
        return type(value)(*(part if name in _KEPT else _each(part, change) for name, part in parts))
    if isinstance(value, Mapping):
        return {name: _each(part, change) for name, part in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(_each(part, change) for part in value)
    return value


class HostileDesk:
    """Stands between a desk and who asks it."""

    def __init__(self, desk: Desk, poison: Poison) -> None:
        self._desk = desk
        self._poison = poison

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the desk has
        verb = getattr(self._desk, name)

        def call(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the verb takes
            try:
                return self._poison.put(
                    verb(*map(self._plain, given), **{at: self._plain(one) for at, one in named.items()})
                )
            except (WorkbenchError, StoreError) as problem:
                problem.message, problem.hint = self._poison.put((problem.message, problem.hint))
                raise

        return call

    def _plain(self, given: Any) -> Any:  # noqa: ANN401 - as above
        """Give what the desk is to hear; what hears of its progress hears hostile words."""
        if not callable(given) or isinstance(given, type):
            return self._poison.take_off(given)
        return lambda *told: given(*self._poison.put(told))
