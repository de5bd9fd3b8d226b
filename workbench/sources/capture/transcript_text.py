"""Read the words of a transcript, WebVTT or SubRip, and when each of them was said."""

import html
import re
from collections.abc import Iterator, Sequence

from workbench.domain.evidence.locators import Cue
from workbench.sources.capture.found_text import FoundText

TOOL, VERSION = "workbench.transcript", "1"

_MOMENT = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{3})"
_TIMING = re.compile(rf"{_MOMENT}\s{{0,9}}-->\s{{0,9}}{_MOMENT}(?!\d)", re.ASCII)
_VOICE = re.compile(r"<v(?:\.[^\s>]{1,100})?\s([^<>]{1,100})>")
_TAG = re.compile(r"<[^<>]{0,200}>")
_FIRST_LINES = 2
"""The timing of a cue stands in its first line, or behind its number or name."""


def read_transcript(text: str, encoding: str) -> FoundText | None:
    """Read a transcript; None where the text is none."""
    blocks = _blocks(text.removeprefix("\ufeff"))
    first = next(blocks, ())
    if not first or not (first[0].startswith("WEBVTT") or _timed(first)):
        return None
    words, cues, at = list[str](), list[Cue](), 0
    for block in (first, *blocks):
        timed = _timed(block)
        if timed is None:
            continue
        said, speaker, (begun, ended) = _said(block[timed[0] + 1 :]), _speaker(block), timed[1:]
        if said:
            words.append(said)
            cues.append(Cue(at, at + len(said), begun, max(begun, ended), speaker))
            at += len(said) + 1
    return FoundText("\n".join(words), TOOL, VERSION, {}, encoding, cues=tuple(cues)) if cues else None


def _blocks(text: str) -> Iterator[tuple[str, ...]]:
    """Give the lines between empty lines, one block after the other."""
    block: list[str] = []
    for line in text.splitlines():
        if line.strip():
            block.append(line.strip())
        elif block:
            yield tuple(block)
            block = []
    if block:
        yield tuple(block)


def _timed(block: Sequence[str]) -> tuple[int, int, int] | None:
    """Give the line of a block with its timing, and its two moments in milliseconds; None where there is none."""
    for number, line in enumerate(block[:_FIRST_LINES]):
        found = _TIMING.match(line)
        if found:
            return number, _milliseconds(found.groups()[:4]), _milliseconds(found.groups()[4:])
    return None


def _milliseconds(parts: Sequence[str | None]) -> int:
    hours, minutes, seconds, rest = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1_000 + rest


def _speaker(block: Sequence[str]) -> str:
    found = next((voice for line in block if (voice := _VOICE.search(line))), None)
    return html.unescape(found[1]).strip() if found else ""


def _said(lines: Sequence[str]) -> str:
    return "\n".join(line for line in (html.unescape(_TAG.sub("", one)).strip() for one in lines) if line)
