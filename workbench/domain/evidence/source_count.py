"""How many sources a claim has: wire copies and shared text count as one, in every number that is shown."""

from collections.abc import Mapping, Sequence

from claims_db.rows import EvidenceRow, SourceCount, SourceRow
from workbench.domain.evidence.independence import SourceText, independence
from workbench.domain.references import evidence_reference

Pieces = Mapping[str, tuple[int, ...]]
"""The numbers of the evidence that rests on each source, by the source's public id."""


def pieces_of(evidence: Sequence[EvidenceRow]) -> tuple[tuple[SourceRow, ...], Pieces]:
    """Give the sources of some evidence in the order in which they are named, and what rests on each.

    One that was erased is left out: nobody can say any more what it said, or whose word it was.
    """
    sources: dict[str, SourceRow] = {}
    pieces: dict[str, tuple[int, ...]] = {}
    for row in evidence:
        if row.source is not None and row.source.erased_at is None:
            sources.setdefault(row.source.public_id, row.source)
            pieces[row.source.public_id] = (*pieces.get(row.source.public_id, ()), row.number)
    return tuple(sources.values()), pieces


def count(sources: Sequence[SourceRow], pieces: Pieces, texts: Mapping[str, str], unread: int) -> SourceCount:
    """Count sources; ``texts`` has what was captured of them, by public id."""
    names = {evidence_reference(pieces[source.public_id][0]): source.public_id for source in sources}
    found = independence([_told(name, source, texts) for name, source in zip(names, sources, strict=True)])
    groups = tuple(tuple(sorted(n for name in one.members for n in pieces[names[name]])) for one in found.groups)
    ties = tuple(tuple(dict.fromkeys(tie.words for tie in one.ties)) for one in found.groups)
    return SourceCount(len(sources), found.count, groups, ties, unread)


def count_words(counted: SourceCount) -> str:
    """Say how many sources there are, and how many of them are independent."""
    named = f"{counted.named} source{'' if counted.named == 1 else 's'}"
    if counted.named == counted.independent:
        return named if counted.named == 1 else f"{named}, independent of each other as far as can be told"
    return f"{counted.independent} independent source{'' if counted.independent == 1 else 's'}, {counted.named} named"


def one_source_words(counted: SourceCount) -> tuple[str, ...]:
    """Say of each group of sources that are one, which evidence rests on it."""
    return tuple(
        f"{evidence_words(group)} rest on one source."
        for group, ties in zip(counted.groups, counted.ties, strict=True)
        if ties
    )


def evidence_words(numbers: Sequence[int]) -> str:
    """Name several pieces of evidence."""
    *others, last = map(evidence_reference, numbers)
    return f"{', '.join(others)} and {last}" if others else last


def _told(name: str, source: SourceRow, texts: Mapping[str, str]) -> SourceText:
    text = texts.get(source.public_id, "")
    return SourceText(name, text, outlet=source.publisher, author=source.author, origin=source.origin)
