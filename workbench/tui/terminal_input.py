"""What the terminal sends, read so that nothing in it ends the desk, and no pasted letter is taken for a key."""

import os
import selectors
from codecs import getincrementaldecoder
from collections.abc import Iterable

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

_ESCAPE = "\x1b"
_AT_ONCE = 4096
_WAIT = 0.1
"""Seconds after which a lone Esc is looked at again, whether more came after it."""


class PasteParser(XTermParser):
    """Reads keys, and what is pasted as one piece: to the end of the paste, an escape in it begins nothing."""

    def __init__(self, debug: bool = False) -> None:
        self._recent = ""
        self._pasted: str | None = None
        super().__init__(debug)

    def feed(self, data: str) -> Iterable[Message]:
        """Read what came; nothing means that nothing will come any more."""
        if not data:
            yield from super().feed(data)
        while data:
            if self._pasted is None:
                keys, data = self._to_begin_of_paste(data)
                yield from super().feed(keys)
            else:
                pasted, data = self._to_end_of_paste(data)
                if pasted is not None:
                    yield from super().feed(pasted.replace(_ESCAPE, "") + BRACKETED_PASTE_END)

    def tick(self) -> Iterable[Message]:
        """Look whether an escape stood for itself."""
        yield from super().tick()
        if self._timeout_time is None:
            self._recent = ""

    def _to_begin_of_paste(self, data: str) -> tuple[str, str]:
        """Part what comes before a paste from the paste; the mark of its beginning may come in two pieces."""
        before = self._recent
        at = (before + data).find(BRACKETED_PASTE_START)
        if at < 0:
            self._recent = (before + data)[1 - len(BRACKETED_PASTE_START) :]
            return data, ""
        end = at + len(BRACKETED_PASTE_START) - len(before)
        self._recent, self._pasted = "", ""
        return data[:end], data[end:]

    def _to_end_of_paste(self, data: str) -> tuple[str | None, str]:
        pasted, mark, after = f"{self._pasted}{data}".partition(BRACKETED_PASTE_END)
        self._pasted = None if mark else pasted
        return (pasted if mark else None), after


class DeskDriver(LinuxDriver):
    """Textual's driver, reading with ``PasteParser``; bytes that are no text are shown as such, as from noise."""

    def run_input_thread(self) -> None:
        """Read what the terminal sends until the app ends; where the terminal is gone, end the app."""
        parser = PasteParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_WAIT):
                    came = self._read()
                    if not came:
                        self._app.call_later(self._app.exit)
                        break
                    text = decode(came)
                    # Of a letter of several bytes the first alone is nothing yet; to the parser that is the end.
                    self._hand_on(parser.feed(text) if text else ())
                self._hand_on(parser.tick())

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _AT_ONCE)
        except OSError:
            return b""

    def _hand_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)
