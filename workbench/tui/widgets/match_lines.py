"""What a claim may repeat, as its panel and the list of matches say it: a sign and a word for each relation."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from textual.content import Content

from claims_db.match_vocabulary import MatchDecision, Relation
from claims_db.rows import Precedents
from workbench.desk.match_rows import Matches, MatchKind, MatchRow
from workbench.desk.match_words import repeat_words
from workbench.domain.dates import instant_words
from workbench.domain.priors import Repeat
from workbench.domain.references import claim_reference, prior_reference
from workbench.errors import Failure
from workbench.tui.drawing import joined, line
from workbench.tui.jumping import Spot

SIGNS: Mapping[Relation, str] = MappingProxyType(
    {Relation.SAME: "=", Relation.VARIANT: "≈", Relation.OPPOSITE: "≠", Relation.RELATED: "~"}
)
_REPEATS: Mapping[Repeat, tuple[str, str]] = MappingProxyType(
    {
        Repeat.CHECKED: ("✓", "bold $success"),
        Repeat.KNOWN: ("○", "bold $warning"),
        Repeat.MAYBE: ("?", "bold $warning"),
        Repeat.NOTHING: ("–", "$text-muted"),
    }
)
_LOOKS: Mapping[Relation, str] = MappingProxyType(
    {
        Relation.SAME: "bold $success",
        Relation.VARIANT: "bold $warning",
        Relation.OPPOSITE: "bold $error",
        Relation.RELATED: "bold",
    }
)
_DAY, _LONGEST = 10, 400
_SHOWN = 3
"""How many matches the panel shows; the key that compares them leads to the others."""


class Matched(NamedTuple):
    """What is known by now of what is like a claim: what was found, or why nothing could be; neither while one looks.

    ``waits`` is set where so much is still to be prepared that somebody has to ask for it.
    """

    found: Matches | None = None
    precedents: Precedents | None = None
    failure: Failure | None = None
    waits: bool = False


def relation_words(relation: Relation) -> str:
    """Write a relation with its sign."""
    return f"{SIGNS[relation]} {relation.value}"


def headline_words(found: Matches) -> str:
    """Write what is said of a claim with its sign."""
    return f"{_REPEATS[found.repeat][0]} {repeat_words(found)}"


def reference_of(row: MatchRow) -> str:
    """Write the reference of what a match is with."""
    return prior_reference(row.prior) if row.prior is not None else claim_reference(row.claim or 0)


def facts_of(row: MatchRow) -> Iterator[str]:
    """Say what it is, its rating, by whom and when, and what somebody said of it."""
    yield row.kind.value
    if row.rating:
        yield row.rating
    if row.outlet:
        yield row.outlet
    if row.reviewed is not None:
        yield row.reviewed.value
    if row.published_at is not None:
        yield f"published {instant_words(row.published_at)[:_DAY]}"
    elif row.kind is MatchKind.FINDING:
        yield "signed off"
    decided = decided_words(row)
    if decided:
        yield decided


def decided_words(row: MatchRow) -> str:
    """Say who accepted or rejected it; nothing where nobody did."""
    told = row.decision
    if told is None:
        return ""
    return f"{'✓' if told.decision is MatchDecision.ACCEPTED else '✗'} {told.decision.value} by {told.reviewer}"


def match_lines(matched: Matched, spots: list[Spot], before: int) -> list[Content]:
    """Give the lines of a claim's matches; the claims among them are added to ``spots``, ``before`` lines stand above."""
    found = matched.found
    if found is None:
        words = matched.failure.message if matched.failure is not None else "…"
        return [Content(""), line(f"Matches  {words}", "bold $accent" if matched.failure is None else "$warning")]
    lines = [Content(""), joined(line("Matches  ", "bold $accent"), line(*_headline(matched, found)))]
    shown = _worth_showing(found)[:_SHOWN]
    for row in shown:
        if row.claim is not None:
            spots.append(Spot(before + len(lines), claim=row.claim))
        lines += _row(row)
    more = len(found.matches) - len(shown)
    told = [f"{more} more"] if more and shown else []
    told += [f"{found.rejected} rejected"] if found.rejected else []
    lines.append(line(f"  {'; '.join([*told, 'M compares them' if found.matches else 'M shows them'])}", "$text-muted"))
    return lines if found.matches or found.rejected else lines[:-1]


def _headline(matched: Matched, found: Matches) -> tuple[str, str]:
    if matched.waits and found.repeat is Repeat.NOTHING:
        return "not prepared yet: M prepares them", _REPEATS[Repeat.MAYBE][1]
    words = headline_words(found)
    if found.behind:
        words += ", of what is prepared by now"
    return words, _REPEATS[found.repeat][1]


def _worth_showing(found: Matches) -> list[MatchRow]:
    """Give what says something of the claim: where nothing is like it, only what somebody decided."""
    return [row for row in found.matches if row.decision is not None or found.repeat is not Repeat.NOTHING]


def _row(row: MatchRow) -> Iterator[Content]:
    head = joined(line(f"  {relation_words(row.relation)}", _LOOKS[row.relation]), line(f"  {reference_of(row)}  "))
    yield joined(head, line("  ".join(facts_of(row)), "$text-muted"))
    yield line(f"    {_cut(row.words)}")
    if row.differences and row.relation is not Relation.RELATED:
        yield line(f"    differs: {'; '.join(one.words for one in row.differences)}", "$warning")
    if row.why:
        yield line(f"    why: {'; '.join(row.why)}", "$text-muted")


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
