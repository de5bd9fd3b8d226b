"""How the desk has rated before what is like a claim, beside the keys of the ratings and below them."""

from collections.abc import Callable, Iterator, Mapping

from textual.content import Content
from textual.widgets import Static

from claims_db.rows import PrecedentCount, PrecedentRow, Precedents, ScaleRow
from workbench.domain.dates import instant_words
from workbench.domain.references import claim_reference
from workbench.domain.scales import key_of
from workbench.tui.cells import padded, width_of
from workbench.tui.desk_worker import DeskWorker, Reader
from workbench.tui.drawing import joined, line

_DAY, _LONGEST = 10, 300
_LIKE = ("wording", "claimer", "topic")


class NearestPrecedents(Static):
    """The claims nearest to one that were rated; nothing where there are none."""

    DEFAULT_CSS = "NearestPrecedents { height: auto; display: none; text-wrap: nowrap; text-overflow: ellipsis; }"

    def __init__(self) -> None:
        super().__init__("", id="precedents", markup=False)

    def show(self, found: Precedents) -> None:
        """Name them."""
        self.update(Content("\n").join(nearest_lines(found)))
        self.display = bool(found.nearest)


def ask_precedents(worker: DeskWorker, number: int, heard: Callable[[Precedents], None]) -> None:
    """Ask how the desk rated before what is like a claim; who decides can do without it, so a failure is not told."""
    worker.ask("precedents", lambda desk: desk.precedents(number), heard, lambda _: None, reader=Reader.MATCHING)


def rating_options(scale: ScaleRow, found: Precedents | None) -> list[Content]:
    """Give the ratings with their keys, and beside each how often it was given before."""
    counts = by_rating(found, scale.slug)
    widest = max((width_of(one.label) for one in scale.ratings), default=0)
    return [
        joined(
            line(f"{key_of(key)}  {padded(one.label, widest)}"),
            line(f"   {count_words(counts[one.slug])}" if one.slug in counts else "", "$text-muted"),
        )
        for key, one in enumerate(scale.ratings, 1)
    ]


def by_rating(found: Precedents | None, scale: str) -> Mapping[str, PrecedentCount]:
    """Give the counts by the rating of a scale that they are of."""
    return {one.rating: one for one in found.counts if one.scale == scale} if found is not None else {}


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
