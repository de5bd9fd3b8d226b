"""Read web pages in a warm process that is killed when a page takes too long."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from workbench.domain.character_references import of_windows
from workbench.errors import BadInput
from workbench.sources.watched import nothing_asked
from workbench.sources.worker import Worker

_ILLEGAL = re.compile(
    r"&#(?:x0*(?P<hex>[0-8bcef]|1[0-9a-f]|7f|[89][0-9a-f]|d[89a-f][0-9a-f]{2}|fff[ef])(?![0-9a-f])|"
    r"0*(?P<number>[0-8]|1[124-9]|2[0-9]|3[01]|12[7-9]|1[345][0-9]|55(?:29[6-9]|[3-9]\d\d)|5[67]\d{3}|6553[45])(?!\d));?",
    re.IGNORECASE | re.ASCII,
)
"""Character references that make the extractor give up on the whole page; each whole, for ``&#8217;`` begins like ``&#8;``."""


def legal(page: str) -> str:
    """Give a page without the character references that make the extractor give up on all of it."""
    return _ILLEGAL.sub(_legal, page)


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
        self._worker = Worker("workbench.sources.html_worker", seconds)

    def read(self, page: str, url: str, name: str, wanted: Callable[[], None] = nothing_asked) -> Page:
        """Give the article of a page.

        Raises:
            BadInput: there is no article in it, or it took too long or too much memory to read.
            Stopped: said by ``wanted``, which is asked while the page is read.

        """
        content = self._worker.ask([json.dumps({"page": legal(page), "url": url}).encode()], wanted)
        if not content:
            raise BadInput(
                f"{name} can't be read: the page took too long or too much memory.", "Paste the text into a file."
            )
        answer: dict[str, str] = json.loads(content)
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
        self._worker.close()
