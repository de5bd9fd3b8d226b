"""What the lists of a site keep of each finding while its pages are written one after another."""

from typing import NamedTuple

from workbench.export.escaping import shortened
from workbench.export.finding import Corrected, Finding

_LONGEST = 300


class ListedRating(NamedTuple):
    """What a rating is called, and its colour: from 1 (false) to 5 (true), None where it is no point between."""

    label: str
    value: int | None


class Listed(NamedTuple):
    """A finding as lists and the feed show it; ``statement`` is cut where it is very long."""

    id: str
    slug: str
    statement: str
    language: str
    rating: ListedRating
    claimer: str
    summary: str
    first_published: str
    published: str
    withdrawn: bool
    corrections: tuple[Corrected, ...]


class ListedCorrection(NamedTuple):
    """A correction, and the finding that it belongs to."""

    correction: Corrected
    of: Listed


def listed(finding: Finding) -> Listed:
    """Give what is kept of a finding."""
    return Listed(
        finding.id,
        finding.slug,
        shortened(finding.statement, _LONGEST),
        finding.language,
        ListedRating(finding.rating.label, finding.rating.value),
        finding.claimer,
        summary(finding),
        finding.first_published,
        finding.published,
        finding.withdrawn,
        finding.corrections,
    )


def summary(finding: Finding) -> str:
    """Say in a line what came out; of a withdrawn finding, that it was taken back."""
    if finding.withdrawn:
        return "Withdrawn. This finding was taken back after it was published."
    return shortened(f"{finding.rating.label}. {finding.rationale}")


def newest_first(findings: list[Listed]) -> list[Listed]:
    """Order findings by the day they went out first."""
    return sorted(findings, key=lambda one: (one.first_published, one.id), reverse=True)


def last_changed_first(findings: list[Listed]) -> list[Listed]:
    """Order findings by their last revision, as readers of a feed expect it."""
    return sorted(findings, key=lambda one: (one.published, one.id), reverse=True)


def every_correction(findings: list[Listed]) -> list[ListedCorrection]:
    """Give all corrections and withdrawals, the newest first."""
    found = [ListedCorrection(correction, one) for one in findings for correction in one.corrections]
    return sorted(found, key=lambda one: (one.correction.at, one.of.id), reverse=True)
