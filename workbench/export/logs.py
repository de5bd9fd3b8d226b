"""The method box of a report: where the desk looked, and whom it asked."""

from collections.abc import Iterator, Sequence

from claims_db.rows import ClaimReport, ReplyRow, SearchEntryRow
from workbench.domain.dates import instant_words
from workbench.domain.evidence.log_words import NOTHING_FOUND, answer_words, request_words
from workbench.domain.references import claim_reference
from workbench.export.escaping import lines, words


def log_lines(claims: Sequence[ClaimReport]) -> list[str]:
    """Write the search log and the right-of-reply log of some claims; nothing where both are empty."""
    searched = [_search(claim.sheet.number, row) for claim in claims for row in claim.sheet.search_log]
    asked = [line for claim in claims for row in claim.sheet.replies for line in _request(claim.sheet.number, row)]
    return [
        *(["### Where the desk looked", "", *searched, ""] if searched else []),
        *(["### Who was asked for a reply", "", *asked] if asked else []),
    ]


def _search(claim: int, row: SearchEntryRow) -> str:
    found = words(row.found) or NOTHING_FOUND
    when = f"{instant_words(row.searched_at)}, {words(row.reviewer)}"
    return f"- {claim_reference(claim)}: {words(row.place)}, with the words “{words(row.words)}”: {found} ({when})"


def _request(claim: int, row: ReplyRow) -> Iterator[str]:
    yield f"- {claim_reference(claim)}: {words(request_words(row))}. {answer_words(row)}"
    yield ""
    for name, text in (("Asked", row.question), ("Answer", row.answer)):
        if text.strip():
            yield f"  {name}, word for word:"
            yield ""
            yield from (f"  > {line}".rstrip() for line in lines(text))
            yield ""
