"""Print a cluster: where its claims stand in order of time, how the wording drifted, and what stands beside it."""

from collections.abc import Iterator

from claims_db.rows import ClaimBeside
from workbench.cli.complaints import say
from workbench.cli.marked import marked
from workbench.cli.output import write_indented, write_line
from workbench.cli.tables import write_table
from workbench.desk.cluster_rows import Cluster, OriginRow, WordingRow
from workbench.desk.cluster_words import (
    copies_words,
    date_words,
    first_words,
    guard_words,
    head_words,
    lost_words,
    origin_words,
    pair_words,
    place_words,
    said_words,
    standing_words,
    warnings,
)
from workbench.domain.references import claim_reference

_HEADER = ("date", "claim", "wording", "where", "said by", "state")


def write_cluster(cluster: Cluster) -> None:
    """Print a cluster; what is odd about it goes to standard error."""
    write_line(head_words(cluster))
    if len(cluster.places) > 1:
        write_line(first_words(cluster))
    for words in warnings(cluster):
        say(words)
    write_table(_HEADER, [_row(cluster, at) for at in range(len(cluster.places))])
    write_line("")
    write_line("Wordings")
    for index, wording in enumerate(cluster.wordings):
        write_indented(_wording(cluster, index, wording))
    if cluster.beside:
        write_line("")
        write_line("Beside it, not the same")
        write_indented(line for one in cluster.beside for line in _beside(one))


def _row(cluster: Cluster, at: int) -> tuple[str, ...]:
    place = cluster.places[at]
    return (
        date_words(place),
        claim_reference(place.claim),
        str(place.wording + 1),
        place_words(place),
        said_words(place),
        standing_words(place),
    )


def _wording(cluster: Cluster, index: int, wording: WordingRow) -> Iterator[tuple[int, str]]:
    yield 0, f"{index + 1}  {copies_words(cluster, index)}"
    origin = wording.origin
    if origin is None:
        yield 1, marked(wording.words, ())
        return
    yield 1, origin_words(cluster, origin)
    yield from _drift(cluster.wordings[origin.wording].words, wording.words, origin)


def _drift(before: str, after: str, origin: OriginRow) -> Iterator[tuple[int, str]]:
    yield 1, f"before: {marked(before, (one.here for one in origin.changes))}"
    yield 1, f"after:  {marked(after, (one.there for one in origin.changes))}"
    for change in origin.changes:
        yield 1, f"{', '.join(change.kinds)}: {change.words}"
    for words in filter(None, (lost_words(origin), guard_words(origin))):
        yield 1, words


def _beside(one: ClaimBeside) -> Iterator[tuple[int, str]]:
    claim = one.claim
    rating = f", {claim.rating}" if claim.rating else ""
    yield 0, f"{claim_reference(claim.number)}  {pair_words(one.said)}{rating}"
    yield 1, marked(claim.statement, ())
