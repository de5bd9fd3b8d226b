"""Capture an address or a file: bytes first, then what was made of them, the record of it last.

Everything is in the store before anybody refers to it, so a process that is killed leaves files that nothing
refers to, and never evidence without its bytes.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from workbench.domain.progress import Progress, step_of, unheard
from workbench.errors import BadInput
from workbench.sources.brought import Brought
from workbench.sources.capture import provenance
from workbench.sources.capture.checking import referred
from workbench.sources.capture.found_text import PLAIN, PLAIN_VERSION, FoundText, Told, settings_digest
from workbench.sources.capture.media_types import declared, sniffed
from workbench.sources.capture.politeness import Turns
from workbench.sources.capture.provenance import Asking, Kept
from workbench.sources.capture.recording import LIMITS, NO_VALIDATORS, Validators, record
from workbench.sources.capture.store import ContentStore
from workbench.sources.capture.texts import ReadBytes, TextReader
from workbench.sources.capture.warc import Warc, warc_of, warc_of_file
from workbench.sources.guarded import Limits

LARGEST = LIMITS.raw
"""Bytes of the largest file that is captured."""


@dataclass(frozen=True)
class Captured:
    """What a capture left in the store, and what is to be written of it.

    Attributes:
        capture_id, source_id: the public ids it was made under.
        sha256, size: of the bytes as they came, still compressed where a server compressed them.
        media_type: what the bytes are.
        declared_type: what the server says they are; empty for a file.
        captured_at: when they were there, in microseconds UTC.
        requested_url, final_url: what was asked, and what answered; empty for a file.
        warc, provenance, text: digests of these files; empty where there is no text.
        mode: ``live``, ``upload`` or ``manual``.
        outcome: ``ok``, or ``partial`` where the answer was cut off.
        truncated: why, empty where it is whole.
        told: what it says of itself.
        problem: why there is no text, or what is worth knowing of it; empty where all is well.
        document: the text and its pages, None where there is none.

    """

    capture_id: str
    source_id: str
    sha256: str
    size: int
    media_type: str
    declared_type: str
    captured_at: int
    requested_url: str
    final_url: str
    warc: str
    provenance: str
    text: str
    mode: str
    outcome: str
    truncated: str
    told: dict[str, Told]
    problem: str
    document: FoundText | None


class Capturer:
    """Captures into one store; keeps the process that reads documents until it is closed."""

    def __init__(
        self,
        store: ContentStore,
        clock: Callable[[], int],
        limits: Limits = LIMITS,
        texts: TextReader | None = None,
    ) -> None:
        self.store = store
        self.turns = Turns()
        self._clock = clock
        self._limits = limits
        self._texts = texts or TextReader()

    def private(self) -> "Capturer":
        """Give a capturer whose files only their owner can read, sealed where the settings say so.

        Raises:
            NotSealed: they could not be sealed; nothing was fetched for them yet.

        """
        return Capturer(self.store.private(), self._clock, self._limits, self._texts)

    def warm(self) -> None:
        """Start the process that reads documents."""
        self._texts.warm()

    def address(
        self, url: str, asking: Asking, progress: Progress = unheard, known: Validators = NO_VALIDATORS
    ) -> Captured:
        """Fetch an address and keep what came; with what is ``known`` of it only if it is not the same any more.

        Raises:
            NotFetched: refused, no answer in time, or one that says no; nothing is kept.
            Stopped: nobody wants it any more; nothing is kept.
            WorkbenchError: the store can't be written.

        """
        self.warm()
        recording = record(url, self._limits, self._clock, step_of(progress, "fetching"), known)
        answer = recording.answer
        warc = warc_of(recording, _software(), {"capture-id": asking.capture_id})
        said = (answer.header("content-type"), answer.header("content-encoding"), answer.url)
        read, kept = self._kept(answer.body, warc, said, progress)
        return self._captured(provenance.of_fetch(asking, recording, read, kept), recording.finished_at, read.text)

    def file(self, brought: Brought, asking: Asking, url: str = "", progress: Progress = unheard) -> Captured:
        """Keep what a person brought; with a statement of theirs it counts as captured by hand.

        Raises:
            BadInput: it is empty, or a capture by hand names no address.
            Stopped: nobody wants it any more.
            WorkbenchError: the store can't be written.

        """
        mode = "manual" if asking.statement else "upload"
        if not brought.content:
            raise BadInput(f"{brought.name} is empty.", "Give a file with something in it.")
        if mode == "manual" and not url:
            raise BadInput("A capture by hand needs the address it was made of.", "Give it with --url.")
        target = f"urn:uuid:{asking.capture_id}"
        warc = warc_of_file(brought.content, sniffed(brought.content), target, asking.at, _software())
        read, kept = self._kept(brought.content, warc, ("", "", url), progress)
        name = brought.name.replace("\\", "/").rpartition("/")[2]
        made = provenance.of_file(asking, mode, name, url, read, brought.content, kept)
        return self._captured(made, asking.at, read.text)

    def kept_record(self, digest: str) -> provenance.Record | None:
        """Give the record of a capture, None where it is not on this machine.

        Raises:
            BlobDamaged: the file was changed; it is in quarantine now.

        """
        if not self.store.has(digest):
            return None
        record: provenance.Record = json.loads(self.store.read(digest))
        return record

    def kept_words(self, record: str, text: str) -> tuple[str | None, str]:
        """Give the text of a capture, None where it is not on this machine, and all words of the page beside it.

        Raises:
            BlobDamaged: a file was changed; it is in quarantine now.

        """
        known = self.kept_record(record)
        derived = known["derived"] if known is not None else []
        whole = next((one["sha256"] for one in derived if one["kind"] == "whole text"), "")
        words, beside = (
            self.store.read(digest).decode() if digest and self.store.has(digest) else None for digest in (text, whole)
        )
        return words, beside or ""

    def aside(self, digests: Sequence[str]) -> tuple[str, ...]:
        """Name the files in quarantine for which there is no honest one."""
        found = (self.store.aside(digest) for digest in dict.fromkeys(digests) if not self.store.has(digest))
        return tuple(str(path) for path in found if path is not None)

    def missing(self, digests: Sequence[str]) -> tuple[str, ...]:
        """Give the digests of which there is no file, not in quarantine either."""
        wanted = dict.fromkeys(filter(None, digests))
        return tuple(one for one in wanted if not self.store.has(one) and self.store.aside(one) is None)

    @staticmethod
    def digest(content: bytes) -> str:
        """Give the name that bytes have in the store."""
        return hashlib.sha256(content).hexdigest()

    def close(self) -> None:
        """End the process that reads documents."""
        self._texts.close()

    def _kept(
        self, body: bytes | memoryview, warc: Warc, said: tuple[str, str, str], progress: Progress
    ) -> tuple[ReadBytes, Kept]:
        """Write bytes and exchange to the disk while the text is read; then the text."""
        progress("reading", 0, 0)
        with ThreadPoolExecutor(1) as writing:
            written = writing.submit(lambda: (self.store.put([body]), self.store.put([warc.content])))
            read = self._texts.read(body, *said, wanted=lambda: progress("reading", 0, 0))
        kept_body, kept_warc = written.result()
        return read, Kept(kept_body, kept_warc, warc.records, self._derived(read.text) if read.text else [])

    def _derived(self, found: FoundText) -> list[provenance.Record]:
        """Keep what was read out of the bytes, each with what read it."""
        if not found.text:
            return []
        by = {
            "tool": found.tool,
            "tool_version": found.tool_version,
            "settings_sha256": settings_digest(found.settings),
        }
        derived = [self._derivative("text", found.text.encode(), by)]
        if found.whole:
            plain = {"tool": PLAIN, "tool_version": PLAIN_VERSION, "settings_sha256": settings_digest({})}
            derived.append(self._derivative("whole text", found.whole.encode(), plain))
        if found.pages:
            pages = provenance.canonical({"pages": [list(page) for page in found.pages]})
            derived.append(self._derivative("pages", pages, by))
        if found.cues:
            cues = provenance.canonical({"cues": [list(cue) for cue in found.cues]})
            derived.append(self._derivative("cues", cues, by))
        return derived

    def _derivative(self, kind: str, content: bytes, by: Mapping[str, str]) -> provenance.Record:
        kept = self.store.put([content])
        return {"kind": kind, "sha256": kept.sha256, "bytes": kept.size, **by}

    def _captured(self, made: provenance.Record, at: int, document: FoundText | None) -> Captured:
        written = self.store.put([provenance.canonical(made)], [sha256 for _, sha256 in referred(made)])
        body = made["body"]
        return Captured(
            capture_id=made["capture_id"],
            source_id=made["source_id"],
            sha256=body["sha256"],
            size=body["bytes_raw"],
            media_type=body["content_type_sniffed"],
            declared_type=declared(body["content_type_declared"]),
            captured_at=at,
            requested_url=made["requested_url"],
            final_url=made["final_url"],
            warc=made["warc"]["sha256"],
            provenance=written.sha256,
            text=next((entry["sha256"] for entry in made["derived"] if entry["kind"] == "text"), ""),
            mode=made["mode"],
            outcome=made["outcome"],
            truncated=body["truncated"] or "",
            told={field: Told(told["value"], told["from"]) for field, told in made["told"].items()},
            problem=(made["error"] or {}).get("detail", ""),
            document=document,
        )


def _software() -> str:
    named = provenance.tool()
    return f"{named['name']} {named['version']}; warcio {named['warcio']}"
