"""Ask a service that speaks JSON, under the guard; what it answers is read as a stranger's."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from workbench.domain.text import printable, storable
from workbench.errors import NotFetched
from workbench.sources.fetch import Message, fetch
from workbench.sources.named_service import limits_of

SECONDS = 60.0
LARGEST = 5_000_000
_LONGEST = 300
_FORM = "application/x-www-form-urlencoded"


class Service:
    """One service: where it is, what it is called, and who asks."""

    def __init__(self, address: str, name: str, authorization: str = "") -> None:
        self.address = address
        self._name = name
        self._authorization = authorization
        self._limits = limits_of(address, name, SECONDS, LARGEST)

    def get(self, path: str, **query: str) -> Any:  # noqa: ANN401 - what JSON holds
        """Ask for what stands at a path.

        Raises:
            NotFetched: it does not answer, says no, or answers no JSON; an ``AnsweredNo`` has its status.

        """
        asked = f"{self.address}{path}{f'?{urlencode(query)}' if query else ''}"
        return self._read(asked, Message(None, self._authorization))

    def form(self, path: str, **fields: str) -> Any:  # noqa: ANN401 - as above
        """Send the fields of a form; errors as of ``get``."""
        body = urlencode(fields).encode("ascii")
        return self._read(f"{self.address}{path}", Message(body, self._authorization, _FORM))

    def json(self, path: str, fields: Mapping[str, str]) -> Any:  # noqa: ANN401 - as above
        """Send JSON; errors as of ``get``."""
        return self._read(f"{self.address}{path}", Message(json.dumps(dict(fields)).encode(), self._authorization))

    def _read(self, address: str, message: Message) -> Any:  # noqa: ANN401 - as above
        body = fetch(address, self._limits, message).body
        try:
            return json.loads(body)
        except (ValueError, RecursionError):
            raise NotFetched(f"{self._name} answered something that is no JSON.", "Try again later.") from None


def part(answer: object, *path: str) -> object:
    """Give what stands in an answer at a path of names, None where nothing does."""
    for name in path:
        answer = answer.get(name) if isinstance(answer, dict) else None
    return answer


def words(answer: object, *path: str) -> str:
    """Give a short text that stands in an answer at a path of names, on one line; empty where there is none."""
    found = part(answer, *path)
    return printable(" ".join(storable(found).split()))[:_LONGEST] if isinstance(found, str) else ""


def micros(moment: datetime) -> int:
    """Give an instant as the desk keeps it."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return int(aware.timestamp()) * 1_000_000 + aware.microsecond
