"""Print what a statement may repeat, with what differs between brackets on both sides."""

from collections.abc import Iterator

from claims_db.match_vocabulary import Relation
from workbench.cli.complaints import say
from workbench.cli.marked import marked
from workbench.cli.output import write_indented, write_json, write_line
from workbench.desk.match_rows import Matches, MatchRow
from workbench.desk.match_words import repeat_words
from workbench.domain.dates import instant_words
from workbench.domain.references import claim_reference, prior_reference


def write_matches(found: Matches, *, as_json: bool) -> None:
    """Print what to say of a statement, and its matches."""
    if as_json:
        write_json(found)
    else:
        write_line(repeat_words(found))
        for row in found.matches:
            write_indented(_lines(found.statement, row))
    if found.rejected and not as_json:
        say(f"{found.rejected} rejected before; --rejected lists them too.")
    if found.behind:
        say("Another process is filling the pool; what came in last may be missing.")


def _lines(statement: str, row: MatchRow) -> Iterator[tuple[int, str]]:
    yield 0, "  ".join(_facts(row))
    if row.differences and row.relation is not Relation.RELATED:
        yield 1, f"asked: {marked(statement, (mark for one in row.differences for mark in one.here))}"
        yield 1, f"there: {marked(row.words, (mark for one in row.differences for mark in one.there))}"
        yield 1, f"differs: {'; '.join(one.words for one in row.differences)}"
    else:
        yield 1, marked(row.words, ())
    if row.claimer:
        yield 1, f"said by: {row.claimer}{f', {row.said_on.value}' if row.said_on else ''}"
    if row.title:
        yield 1, f"title: {row.title}"
    if row.url:
        yield 1, row.url
    if row.why:
        yield 1, f"why: {'; '.join(row.why)}"
    if row.decision is not None:
        told = row.decision
        yield 1, f"{told.decision.value} by {told.reviewer}, {instant_words(told.decided_at)}"


def _facts(row: MatchRow) -> Iterator[str]:
    yield claim_reference(row.claim) if row.prior is None and row.claim else prior_reference(row.prior or 0)
    yield row.kind.value
    yield row.relation.value
    if row.rating:
        yield row.rating
    if row.outlet:
        yield row.outlet
    if row.reviewed is not None:
        yield row.reviewed.value
    if row.published_at is not None:
        yield f"published {instant_words(row.published_at)}"
