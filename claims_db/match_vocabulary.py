"""The words of matching: what one claim is to another, what somebody decided of it, and which came first."""

from enum import StrEnum


class Relation(StrEnum):
    """How a claim relates to another claim or to a prior check."""

    SAME = "same"
    VARIANT = "variant"
    OPPOSITE = "opposite"
    RELATED = "related"


class Likeness(StrEnum):
    """What a claim that was rated before has in common with another."""

    WORDING = "wording"
    CLAIMER = "claimer"
    TOPIC = "topic"


class MatchDecision(StrEnum):
    """What a person said to a suggested match."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class KnownFirst(StrEnum):
    """How well it is known in which place a claim was met first."""

    FIRST = "first"
    FIRST_DATED = "first of those with a date"
    SEVERAL = "not known"
    UNDATED = "not known, none has a date"
