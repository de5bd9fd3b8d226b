"""How the desk has rated before what is like a claim, beside the keys of the ratings and below them."""

from collections.abc import Iterator, Mapping

from textual.content import Content

from claims_db.rows import PrecedentCount, PrecedentRow, Precedents, ScaleRow
from workbench.domain.dates import instant_words
from workbench.domain.references import claim_reference
from workbench.tui.cells import padded, width_of
from workbench.tui.drawing import joined, line

_DAY, _LONGEST = 10, 300
_LIKE = ("wording", "claimer", "topic")


def rating_options(scale: ScaleRow, found: Precedents | None) -> list[Content]:
    """Give the ratings with their keys, and beside each how often it was given before."""
    counts = by_rating(found)
    widest = max((width_of(one.label) for one in scale.ratings), default=0)
    return [
        joined(
            line(f"{key}  {padded(one.label, widest)}"),
            line(f"   {count_words(counts[one.slug])}" if one.slug in counts else "", "$text-muted"),
        )
        for key, one in enumerate(scale.ratings, 1)
    ]


def by_rating(found: Precedents | None) -> Mapping[str, PrecedentCount]:
    """Give the counts by the rating that they are of."""
    return {one.rating: one for one in found.counts} if found is not None else {}


def count_words(count: PrecedentCount) -> str:
    """Say how often a rating was given, and to what."""
    told = zip(_LIKE, (count.wording, count.claimer, count.topic), strict=True)
    return "  ".join(f"{name} {times}" for name, times in told if times)


def nearest_lines(found: Precedents | None) -> Iterator[Content]:
    """Name the claims nearest to this one that were rated, and what they have in common with it."""
    if found is None or not found.nearest:
        return
    yield line(f"Rated before, the nearest; topic: {found.topic}", "$text-muted")
    for row in found.nearest:
        yield _nearest(row)


def _nearest(row: PrecedentRow) -> Content:
    head = joined(line(f"  {claim_reference(row.number)}  "), line(row.label, "bold"))
    like = f"same {' and '.join(one.value for one in row.likeness)}"
    words = " ".join(row.statement[:_LONGEST].split())
    return joined(head, line(f"  {instant_words(row.signed_off_at)[:_DAY]}  {like}: {words}", "$text-muted"))
