"""Read web pages in a warm process that is killed when a page takes too long."""

import json
import re
import subprocess
import threading
from contextlib import suppress
from dataclasses import dataclass

from claims_db.own_process import start
from workbench.domain.character_references import of_windows
from workbench.errors import BadInput

_ILLEGAL = re.compile(
    r"&#(?:x0*(?P<hex>[0-8bcef]|1[0-9a-f]|7f|[89][0-9a-f]|d[89a-f][0-9a-f]{2}|fff[ef])(?![0-9a-f])|"
    r"0*(?P<number>[0-8]|1[124-9]|2[0-9]|3[01]|12[7-9]|1[345][0-9]|55(?:29[6-9]|[3-9]\d\d)|5[67]\d{3}|6553[45])(?!\d));?",
    re.IGNORECASE | re.ASCII,
)
"""Character references that make the extractor give up on the whole page; each whole, for ``&#8217;`` begins like ``&#8;``."""


def _legal(reference: re.Match[str]) -> str:
    """Give what a browser shows for such a reference."""
    number = int(reference["hex"], 16) if reference["hex"] else int(reference["number"])
    return of_windows(number) or "\ufffd"


@dataclass(frozen=True)
class Page:
    """The article of a page, and what the page says of it; empty where it says nothing."""

    text: str = ""
    title: str = ""
    outlet: str = ""
    byline: str = ""
    published: str = ""
    language: str = ""
    url: str = ""


class PageReader:
    """A process that reads pages, started when the first one comes."""

    def __init__(self, seconds: float = 20.0) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def read(self, page: str, url: str, name: str) -> Page:
        """Give the article of a page.

        Raises:
            BadInput: there is no article in it, or it took too long or too much memory to read.

        """
        request = json.dumps({"page": _ILLEGAL.sub(_legal, page), "url": url}).encode()
        with self._lock:
            answer = self._ask(request, name)
        if "problem" in answer:
            raise BadInput(
                f"{name} can't be read: the page is built too deep or too large.", "Paste the text into a file."
            )
        read = Page(**answer)
        if not read.text.strip():
            raise BadInput(f"{name} has no article text.", "Paste the text into a file and add that.")
        return read

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    # What was not sent yet has nobody to go to; the pipe is closed all the same.
                    with suppress(BrokenPipeError):
                        pipe.close()
            process.wait()

    def _ask(self, request: bytes, name: str) -> dict[str, str]:
        process = self._started()
        timer = threading.Timer(self._seconds, process.kill)
        timer.daemon = True
        timer.start()
        try:
            if process.stdin is None or process.stdout is None:
                raise OSError("no pipe")
            process.stdin.write(len(request).to_bytes(8, "big") + request)
            process.stdin.flush()
            size = process.stdout.read(8)
            content = process.stdout.read(int.from_bytes(size, "big")) if len(size) == 8 else b""
        except OSError:
            content = b""
        finally:
            timer.cancel()
        if not content:
            self.close()
            raise BadInput(
                f"{name} can't be read: the page took too long or too much memory.", "Paste the text into a file."
            )
        answer: dict[str, str] = json.loads(content)
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = start("workbench.sources.html_worker", listens=True)
        return self._process
