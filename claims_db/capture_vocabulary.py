"""The words of captures: how they came, what later looks found and when they are to be, what outside witnesses were asked."""

from enum import StrEnum


class CaptureMode(StrEnum):
    """How captured bytes came to the desk."""

    LIVE = "live"
    UPLOAD = "upload"
    MANUAL = "manual"
    WAYBACK = "wayback"
    IMPORT = "import"


class CaptureOutcome(StrEnum):
    """Whether a capture is whole."""

    OK = "ok"
    PARTIAL = "partial"


class RecheckTime(StrEnum):
    """Whether a claim has a day from which it is to be checked again, and whether that day has come."""

    DUE = "due"
    SET = "set"


class WitnessKind(StrEnum):
    """Who outside of the desk captures a page as well."""

    WAYBACK = "wayback"
    PERMA = "perma"


class WitnessState(StrEnum):
    """How far an outside witness is."""

    REQUESTED = "requested"
    PENDING = "pending"
    CONFIRMED = "confirmed"
    FAILED = "failed"


class RecheckOutcome(StrEnum):
    """What a later look at a source found of what evidence rests on."""

    UNCHANGED = "unchanged"
    REWORDED = "reworded"
    MOVED = "moved"
    GONE = "gone"
    UNREACHED = "unreached"

    @property
    def as_it_was(self) -> bool:
        """Whether nothing tells that what was looked at is another one now."""
        return self in {RecheckOutcome.UNCHANGED, RecheckOutcome.UNREACHED}
