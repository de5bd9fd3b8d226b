"""perma.cc as a witness: a library that keeps a copy under a short address."""

import re
from datetime import datetime

from claims_db.capture_vocabulary import WitnessState
from claims_db.rows import WitnessAnswer
from workbench.sources.fetch import AnsweredNo
from workbench.sources.witnesses.archive import Wanted
from workbench.sources.witnesses.service import Service, micros, part, words
from workbench.sources.witnesses.wayback import DAY

KEY = "WORKBENCH_PERMA_KEY"
"""The environment variable with the key."""

_GUID = re.compile(r"[A-Za-z0-9]{2,8}(?:-[A-Za-z0-9]{2,8})+", re.ASCII)
_PUBLIC = "https://perma.cc"
_STATES = {"success": WitnessState.CONFIRMED, "failed": WitnessState.FAILED}


class Perma:
    """perma.cc; the settings name its address and the folder for the copies."""

    def __init__(self, address: str, folder: str, key: str) -> None:
        self._service = Service(address, "perma.cc", f"ApiKey {key}" if key else "")
        self._folder = folder

    def ask(self, wanted: Wanted) -> WitnessAnswer:
        """Ask for a copy; it goes into the folder, for one outside of all folders is at the cost of the person."""
        fields = {"url": wanted.url} | ({"folder": self._folder} if self._folder else {})
        reply = self._service.json("/v1/archives/", fields)
        if not _GUID.fullmatch(words(reply, "guid")):
            said = words(reply, "error") or words(reply, "detail") or "It gave no reason."
            return WitnessAnswer(WitnessState.FAILED, problem=said)
        return _read(reply, words(reply, "guid"))

    def again(self, wanted: Wanted, now: int) -> WitnessAnswer:
        """Ask what everybody can see of a copy."""
        if _GUID.fullmatch(wanted.job):
            try:
                return _read(self._service.get(f"/v1/public/archives/{wanted.job}/"), wanted.job)
            except AnsweredNo as problem:
                if problem.status != 404:
                    raise
        if now - wanted.asked_at > DAY:
            return WitnessAnswer(WitnessState.FAILED, wanted.job, problem="No copy has appeared within a day.")
        return WitnessAnswer(WitnessState.PENDING, wanted.job, wanted.archived_url)


def _read(reply: object, guid: str) -> WitnessAnswer:
    captures = part(reply, "captures")
    states = (
        [words(one, "status") for one in captures if words(one, "role") == "primary"]
        if isinstance(captures, list)
        else []
    )
    state = _STATES.get(states[0], WitnessState.PENDING) if states else WitnessState.PENDING
    problem = "It could not capture the page." if state is WitnessState.FAILED else ""
    return WitnessAnswer(
        state, guid, f"{_PUBLIC}/{guid}", _instant(words(reply, "creation_timestamp")), problem=problem
    )


def _instant(moment: str) -> int | None:
    try:
        return micros(datetime.fromisoformat(moment)) if moment else None
    except ValueError:
        return None
