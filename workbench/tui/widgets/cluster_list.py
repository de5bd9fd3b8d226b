"""The places of a cluster, one a line: when, which claim, its wording, where it stands, and how far the claim is."""

from claims_db.rows import ClaimBeside
from workbench.desk.cluster_rows import Cluster, PlaceRow
from workbench.desk.cluster_words import date_words, pair_words, place_words, said_words, standing_words
from workbench.domain.references import claim_reference
from workbench.tui.cells import padded, steady
from workbench.tui.widgets.line_list import KeyedLines, Span
from workbench.tui.widgets.match_lines import SIGNS

_CLAIM, _WORDING = 8, 5
_FIRST, _LATER = "1st ", "    "


class ClusterList(KeyedLines):
    """Shows the places of a cluster and, last, the claims beside it; each is found again by where it stands."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._cluster: Cluster | None = None

    @property
    def place(self) -> PlaceRow | None:
        """The place under the cursor."""
        places = self._cluster.places if self._cluster is not None else ()
        return places[self.cursor] if self.cursor < len(places) else None

    @property
    def beside(self) -> ClaimBeside | None:
        """The claim under the cursor that is no member."""
        at = self.cursor - len(self._cluster.places) if self._cluster is not None else -1
        return self._cluster.beside[at] if self._cluster is not None and 0 <= at < len(self._cluster.beside) else None

    def show_cluster(self, cluster: Cluster) -> None:
        """Show these places."""
        self._cluster = cluster
        first = cluster.first[0] if len(cluster.first) == 1 and len(cluster.places) > 1 else None
        wide = max(len(date_words(one)) for one in cluster.places) + 2
        lines: list[tuple[object, tuple[Span, ...]]] = [
            ((one.claim, one.article, one.revisions), _place(one, wide, first=at == first))
            for at, one in enumerate(cluster.places)
        ]
        self.show([*lines, *((one.claim.number, _beside(one, wide)) for one in cluster.beside)])


def _place(one: PlaceRow, wide: int, *, first: bool) -> tuple[Span, ...]:
    return (
        Span(_FIRST if first else _LATER, "strong"),
        Span(padded(date_words(one), wide), "dim"),
        Span(padded(claim_reference(one.claim), _CLAIM)),
        Span(padded(f"w{one.wording + 1}", _WORDING), "strong"),
        Span(f"{steady(standing_words(one))}  "),
        Span(f"{steady(place_words(one))}  "),
        Span(steady(said_words(one)), "dim"),
    )


def _beside(one: ClaimBeside, wide: int) -> tuple[Span, ...]:
    return (
        Span(padded(f"{SIGNS[one.said.relation]} apart", len(_LATER) + wide), "strong"),
        Span(padded(claim_reference(one.claim.number), _CLAIM)),
        Span(steady(pair_words(one.said)), "dim"),
    )
