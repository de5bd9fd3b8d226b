"""The process that reads pages: one request on standard input, one answer on standard output, again and again.

A page can be built to eat all memory or never to end, so it is read in a process of its own that has a
memory limit and can be killed. Requests and answers are framed by their length in eight bytes. Nothing in
here opens a socket: pages come as bytes, and links in them are never followed.
"""

import json
import resource
import sys
from typing import BinaryIO

from workbench.sources.capture.told import is_place

MEMORY = 2_000_000_000
"""Bytes of address space that a page may cost."""


def read_page(page: str, url: str) -> dict[str, str]:
    """Give the article's text of a page and what the page says of it; empty text where there is none."""
    import trafilatura  # noqa: PLC0415 - loaded in this process alone
    from trafilatura.settings import use_config  # noqa: PLC0415

    settings = use_config()
    settings.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")
    found = trafilatura.bare_extraction(
        page, url=url or None, include_comments=False, include_tables=True, with_metadata=True, config=settings
    )
    if found is None:
        return {"text": ""}
    meta = found if isinstance(found, dict) else found.as_dict()
    text = "\n\n".join(line for line in (meta.get("text") or "").split("\n") if line.strip())
    outlet = meta.get("sitename") or ""
    return {
        "text": text,
        "title": meta.get("title") or "",
        "outlet": "" if is_place(outlet) else outlet,
        "byline": meta.get("author") or "",
        "published": meta.get("date") or "",
        "language": meta.get("language") or "",
        "url": meta.get("url") or "",
    }


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more."""
    while len(size := requests.read(8)) == 8:
        asked = json.loads(requests.read(int.from_bytes(size, "big")))
        try:
            answer: dict[str, str] = read_page(asked["page"], asked["url"])
        except (MemoryError, RecursionError, ValueError, TypeError, AttributeError) as problem:
            answer = {"problem": type(problem).__name__}
        content = json.dumps(answer).encode()
        answers.write(len(content).to_bytes(8, "big") + content)
        answers.flush()


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    out = sys.stdout.buffer
    sys.stdout = sys.stderr
    serve(sys.stdin.buffer, out)
