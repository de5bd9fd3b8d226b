"""The sources of findings for reference managers: CSL-JSON (citationstyles.org, schema 1.0) and BibTeX made from it."""

import json
import re
from collections.abc import Iterable
from typing import Any

from workbench.domain.publisher import is_web_address
from workbench.export.escaping import drawable
from workbench.export.finding import CitedSource, Finding

Json = dict[str, Any]

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_COMMANDS = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}
_IN_ADDRESS = re.compile(r"[^A-Za-z0-9:/?#@!&'()*+,;=._~-]")
_SHORT_ID = 12


def cited_in(findings: Iterable[Finding]) -> tuple[CitedSource, ...]:
    """Give the sources of some findings that may be named, each capture once, in the order of their ids."""
    found = {
        (one.id, one.sha256, one.retrieved_at): one
        for finding in findings
        for one in finding.sources
        if not one.confidential
    }
    return tuple(found[key] for key in sorted(found))


def csl_json(sources: Iterable[CitedSource]) -> bytes:
    """Write sources as CSL-JSON."""
    items = [_item(one) for one in sources]
    return (json.dumps(items, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def bibtex(sources: Iterable[CitedSource]) -> bytes:
    """Write sources as BibTeX entries, in the words of biblatex (``@online``, ``urldate``)."""
    return "\n".join(_entry(one) for one in sources).encode()


def key(source: CitedSource) -> str:
    """Name a source as both formats do: the end of its id, and of its bytes where it was captured."""
    end = re.sub(r"[^0-9a-z]", "", source.id.casefold())[-_SHORT_ID:]
    return f"s{end}" + (f"-{source.sha256[:8]}" if source.sha256 else "")


def _item(source: CitedSource) -> Json:
    item: Json = {
        "id": key(source),
        "type": "webpage" if is_web_address(source.url) else "document",
        "title": _line(source.title),
        "author": [{"literal": _line(source.author)}] if source.author.strip() else [],
        "publisher": _line(source.publisher),
        "issued": _parts(source.published),
        "accessed": _parts(source.retrieved_at),
        "URL": source.url if is_web_address(source.url) else "",
        "archive_location": source.archived_url if is_web_address(source.archived_url) else "",
        "note": f"SHA-256 {source.sha256}" if source.sha256 else "",
    }
    return {name: value for name, value in item.items() if value}


def _entry(source: CitedSource) -> str:
    online = is_web_address(source.url)
    facts = {
        "author": f"{{{_tex(source.author)}}}" if source.author.strip() else "",
        "title": _tex(source.title),
        "organization": _tex(source.publisher),
        "date": _day(source.published),
        "url": _IN_ADDRESS.sub(_percent, source.url) if online else "",
        "urldate": _day(source.retrieved_at),
        "note": f"SHA-256 {source.sha256}" if source.sha256 else "",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in facts.items() if value]
    return "\n".join([f"@{'online' if online else 'misc'}{{{key(source)},", *lines, "}", ""])


def _parts(date: str) -> Json:
    found = _DATE.match(date)
    return {"date-parts": [[int(part) for part in found.groups() if part]]} if found else {}


def _day(date: str) -> str:
    found = _DATE.match(date)
    return found.group() if found else ""


def _line(words: str) -> str:
    return " ".join(drawable(words).split())


def _tex(words: str) -> str:
    return _SPECIAL.sub(lambda mark: _COMMANDS.get(mark.group(), f"\\{mark.group()}"), _line(words))


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode("utf-8", "replace"))
