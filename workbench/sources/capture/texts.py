"""Ask the process that reads captured bytes for the text of a document."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.domain.evidence.locators import Cue
from workbench.sources.capture import media_types
from workbench.sources.capture.found_text import FoundText, Told
from workbench.sources.watched import nothing_asked
from workbench.sources.worker import Worker

SECONDS = 20.0
"""How long one document may take."""


@dataclass(frozen=True)
class ReadBytes:
    """What captured bytes turned out to be.

    Attributes:
        sniffed: the media type that the bytes themselves show; empty where they could not be unpacked.
        size, sha256: of the bytes after what the server compressed was unpacked; 0 and empty where it was not.
        text: the text, None where there is none in bytes of this kind, or none could be read.
        width, height: of a picture, 0 where they can't be told.
        problem: why there is no text, empty where nothing went wrong.

    """

    sniffed: str
    size: int
    sha256: str
    text: FoundText | None
    width: int = 0
    height: int = 0
    problem: str = ""


class TextReader:
    """A warm process that reads documents, ended when one takes too long or too much memory."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._worker = Worker("workbench.sources.capture.text_worker", seconds)

    def warm(self) -> None:
        """Start the process."""
        self._worker.warm()

    def read(
        self,
        content: bytes | memoryview,
        content_type: str,
        coding: str = "",
        url: str = "",
        wanted: Callable[[], None] = nothing_asked,
    ) -> ReadBytes:
        """Read a document.

        Args:
            content: its bytes, as they were sent.
            content_type: what the server says they are.
            coding: how the server compressed them, as in ``Content-Encoding``.
            url: where it stands.
            wanted: asked while it is read; it raises ``Stopped`` where nobody wants the text any more.

        Raises:
            Stopped: nobody wants it any more.

        """
        head = json.dumps({"content_type": content_type, "coding": coding, "url": url}).encode()
        content_answered = self._worker.ask([head, content], wanted)
        if not content_answered:
            problem = "The text can't be read: it takes too long or too much memory."
            if coding:
                return ReadBytes("", 0, "", None, problem=problem)
            digest = hashlib.sha256(content).hexdigest()
            return ReadBytes(media_types.sniffed(content), len(content), digest, None, problem=problem)
        answer = json.loads(content_answered)
        found = answer.get("found")
        return ReadBytes(
            answer["sniffed"],
            answer["size"] if answer["sha256"] else 0,
            answer["sha256"],
            None if found is None else _found(found),
            answer.get("width", 0),
            answer.get("height", 0),
            answer["problem"],
        )

    def close(self) -> None:
        """End the process."""
        self._worker.close()


def _found(answer: Mapping[str, Any]) -> FoundText:
    return FoundText(
        text=answer["text"],
        tool=answer["tool"],
        tool_version=answer["tool_version"],
        settings=answer["settings"],
        encoding=answer["encoding"],
        pages=tuple((start, end) for start, end in answer["pages"]),
        told=tuple((field, Told(value, origin)) for field, value, origin in answer["told"]),
        note=answer["note"],
        whole=answer["whole"],
        hidden=answer["hidden"],
        cues=tuple(Cue(*cue) for cue in answer["cues"]),
    )
