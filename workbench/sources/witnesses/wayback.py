"""The Wayback Machine as a witness: its index, its availability, and Save Page Now 2.

What it says of a new copy at first is not to be relied on: the index does not have it for a while, and its address
may lead to an older one. So a copy counts as confirmed when the index has it, and until then as pending.
"""

import re
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from claims_db.capture_vocabulary import WitnessState
from claims_db.rows import WitnessAnswer
from workbench.errors import NotFetched
from workbench.sources.fetch import AnsweredNo
from workbench.sources.witnesses.archive import Wanted
from workbench.sources.witnesses.service import Service, micros, part, words

KEY = "WORKBENCH_WAYBACK_KEY"
"""The environment variable with access key and secret, joined by a colon."""

DAY = 86_400_000_000
"""A day in microseconds: a copy that does not appear within it did not come about."""

_STAMP = re.compile(r"\d{14}", re.ASCII)
_IN_ADDRESS = re.compile(r"/web/(\d{14})", re.ASCII)
_COVERED = "error:too-many-daily-captures"
_LASTING = frozenset(
    "blocked-url no-access not-found unauthorized invalid-url-syntax blocked filesize-limit "
    "invalid-host-resolution".split()
)
"""Errors that asking again does not mend."""


class _Copy(NamedTuple):
    """A copy in the index."""

    stamp: str
    url: str
    digest: str


class Wayback:
    """The Wayback Machine; the settings name it, and where its copies are looked up."""

    def __init__(self, address: str, lookup: str, key: str) -> None:
        self._archive = Service(address, "The Wayback Machine", f"LOW {key}" if key else "")
        self._lookup = Service(lookup, "The look-up of the Wayback Machine")

    def ask(self, wanted: Wanted) -> WitnessAnswer:
        """Look whether it has these very bytes; if not, ask it to capture the page."""
        same = self._copies(wanted.url, filter=f"digest:{wanted.sha1}", limit="-1") if wanted.sha1 else []
        if same:
            return self._confirmed(same[-1], wanted)
        reply = self._archive.form("/save", url=wanted.url, skip_first_archive="1")
        job = words(reply, "job_id")
        # Errors come with status 200 as well, and then without the name of a job.
        return WitnessAnswer(WitnessState.PENDING, job) if job else self._refused(reply, wanted)

    def again(self, wanted: Wanted, now: int) -> WitnessAnswer:
        """Ask how far a capture is, and look whether the index has it."""
        stamp = _stamp_in(wanted.archived_url)
        if wanted.job and not stamp:
            reply = self._status(wanted.job)
            state = words(reply, "status")
            if state == "error":
                return self._refused(reply, wanted)
            if state == "pending":
                return WitnessAnswer(WitnessState.PENDING, wanted.job)
            if state == "success" and _STAMP.fullmatch(words(reply, "timestamp")):
                stamp = words(reply, "timestamp")
                url = _address(part(reply, "original_url")) or wanted.url
                wanted = wanted._replace(archived_url=self._at(stamp, url))
        since = stamp or _stamp_of(wanted.asked_at)
        until = {"to": stamp} if stamp else {}
        found = self._copies(wanted.url, limit="1", **{"from": since}, **until)
        if found:
            return self._confirmed(found[0], wanted)
        if now - wanted.asked_at > DAY:
            problem = "No copy has appeared within a day."
            return WitnessAnswer(WitnessState.FAILED, wanted.job, wanted.archived_url, _instant(stamp), problem=problem)
        return WitnessAnswer(WitnessState.PENDING, wanted.job, wanted.archived_url, _instant(stamp))

    def _status(self, job: str) -> object:
        """Ask for the state of a job; None where it is forgotten by now, which it is after about an hour."""
        try:
            reply: object = self._archive.get(f"/save/status/{_escaped(job)}")
        except AnsweredNo as problem:
            if problem.status == 404:
                return None
            raise
        return reply

    def _refused(self, reply: object, wanted: Wanted) -> WitnessAnswer:
        """Say why there is no new copy, and which one is the nearest."""
        code = words(reply, "status_ext")
        said = words(reply, "message") or words(reply, "exception") or "It gave no reason."
        nearest = self._nearest(wanted)
        if code == _COVERED and nearest is not None:
            return self._confirmed(nearest, wanted)
        lasting = code.removeprefix("error:") in _LASTING
        problem = f"{code}: {said}" if code else said
        if not lasting:
            problem += " Ask again later."
        if nearest is None:
            return WitnessAnswer(WitnessState.FAILED, wanted.job, problem=problem)
        where = self._at(nearest.stamp, nearest.url)
        return WitnessAnswer(WitnessState.FAILED, wanted.job, where, _instant(nearest.stamp), problem=problem)

    def _nearest(self, wanted: Wanted) -> _Copy | None:
        """Give the copy that is nearest in time; an answer without one does not prove that there is none."""
        try:
            reply = self._lookup.get("/wayback/available", url=wanted.url, timestamp=_stamp_of(wanted.asked_at))
        except NotFetched:
            return None
        stamp = words(reply, "archived_snapshots", "closest", "timestamp")
        return _Copy(stamp, wanted.url, "") if _STAMP.fullmatch(stamp) else None

    def _copies(self, url: str, **asked: str) -> list[_Copy]:
        rows = self._archive.get("/cdx/search/cdx", url=url, output="json", fl="timestamp,original,digest", **asked)
        found = []
        for row in rows[1:] if isinstance(rows, list) else []:
            if isinstance(row, list) and len(row) == 3 and all(isinstance(cell, str) for cell in row):
                stamp, original, digest = row
                if _STAMP.fullmatch(stamp):
                    found.append(_Copy(stamp, _address(original) or url, digest))
        return found

    def _confirmed(self, copy: _Copy, wanted: Wanted) -> WitnessAnswer:
        same = copy.digest == wanted.sha1 if copy.digest and wanted.sha1 else None
        where = self._at(copy.stamp, copy.url)
        return WitnessAnswer(WitnessState.CONFIRMED, wanted.job, where, _instant(copy.stamp), same)

    def _at(self, stamp: str, url: str) -> str:
        return f"{self._archive.address}/web/{stamp}/{url}"


def _address(found: object) -> str:
    """Give a web address that somebody else named, empty where it is none."""
    if not isinstance(found, str) or len(found) > 4_096 or not found.isprintable() or " " in found:
        return ""
    try:
        parts = urlsplit(found)
    except ValueError:
        return ""
    return found if parts.scheme in {"http", "https"} and parts.netloc else ""


def _escaped(job: str) -> str:
    return "".join(mark for mark in job if mark.isascii() and (mark.isalnum() or mark in "-_"))


def _stamp_of(at: int) -> str:
    return f"{datetime.fromtimestamp(at // 1_000_000, UTC):%Y%m%d%H%M%S}"


def _stamp_in(address: str) -> str:
    found = _IN_ADDRESS.search(address)
    return found[1] if found else ""


def _instant(stamp: str) -> int | None:
    try:
        return micros(datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC))
    except ValueError:
        return None
