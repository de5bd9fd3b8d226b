"""Why a fetch failed, in words for a person: what the network libraries raise is wrapped and speaks of their own parts."""

import socket
import ssl
import zlib
from collections.abc import Iterator
from http.client import BadStatusLine, IncompleteRead, RemoteDisconnected

import requests
from urllib3 import exceptions

from workbench.domain.text import printable

_LONGEST = 160
_LATE = (TimeoutError, exceptions.TimeoutError, requests.Timeout)
_REASONS: tuple[tuple[type[BaseException], str], ...] = (
    (socket.gaierror, "there is no host of this name, or no connection to ask for it"),
    (ssl.SSLCertVerificationError, "its certificate can't be trusted"),
    (ssl.SSLError, "it does not answer over an encrypted connection"),
    (RemoteDisconnected, "the connection was closed without an answer"),
    (BadStatusLine, "what it answered is no HTTP"),
    (IncompleteRead, "the answer was cut off"),
    (exceptions.IncompleteRead, "the answer was cut off"),
    (exceptions.InvalidChunkLength, "the answer was cut off"),
    (exceptions.DecodeError, "the answer can't be decompressed"),
    (zlib.error, "the answer can't be decompressed"),
)


def reason_of(problem: BaseException) -> str:
    """Give why a fetch failed, without a full stop."""
    wrapped = list(_wrapped(problem))
    for kind, words in _REASONS:
        if any(isinstance(one, kind) for one in wrapped):
            return words
    told = next((one.strerror for one in wrapped if isinstance(one, OSError) and one.strerror), str(problem))
    return printable(told.splitlines()[0][:_LONGEST]) if told else type(problem).__name__


def is_late(problem: BaseException) -> bool:
    """Say whether a fetch failed because an answer, or a part of it, did not come in time."""
    return any(isinstance(one, _LATE) for one in _wrapped(problem))


def _wrapped(problem: BaseException) -> Iterator[BaseException]:
    """Give an error and those in it: its arguments, its ``reason``, what it came of."""
    seen = set[int]()
    todo: list[object] = [problem]
    while todo:
        one = todo.pop(0)
        if isinstance(one, BaseException) and id(one) not in seen:
            seen.add(id(one))
            yield one
            todo += [*one.args, getattr(one, "reason", None), one.__cause__, one.__context__]
