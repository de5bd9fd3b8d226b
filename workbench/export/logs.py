"""The method box of a report: where the desk looked, whom it asked, and what came of it."""

from collections.abc import Iterator, Sequence

from claims_db.rows import ClaimReport, CorrectionRequestRow, ReplyRow, SearchEntryRow
from workbench.domain.dates import instant_words
from workbench.domain.evidence.log_words import (
    NOTHING_FOUND,
    answer_words,
    correction_request_words,
    is_told,
    outcome_day,
    request_words,
)
from workbench.domain.references import claim_reference
from workbench.export.escaping import lines, link, words


def log_lines(claims: Sequence[ClaimReport]) -> list[str]:
    """Write the search log and the right-of-reply log of some claims; nothing where both are empty."""
    searched = [_search(claim.sheet.number, row) for claim in claims for row in claim.sheet.search_log]
    asked = [line for claim in claims for row in claim.sheet.replies for line in _request(claim.sheet.number, row)]
    told = [(claim.sheet.number, row) for claim in claims for row in claim.sheet.correction_requests if is_told(row)]
    came = [line for number, row in told for line in _told(number, row)]
    return [
        *(["### Where the desk looked", "", *searched, ""] if searched else []),
        *(["### Who was asked for a reply", "", *asked] if asked else []),
        *(["### What came of it", "", *came] if came else []),
    ]


def _search(claim: int, row: SearchEntryRow) -> str:
    found = words(row.found) or NOTHING_FOUND
    when = f"{instant_words(row.searched_at)}, {words(row.reviewer)}"
    return f"- {claim_reference(claim)}: {words(row.place)}, with the words “{words(row.words)}”: {found} ({when})"


def _request(claim: int, row: ReplyRow) -> Iterator[str]:
    yield f"- {claim_reference(claim)}: {words(request_words(row))}. {answer_words(row)}"
    yield from _word_for_word(("Asked", row.question), ("Answer", row.answer))


def _told(claim: int, row: CorrectionRequestRow) -> Iterator[str]:
    where = f": {link(row.outcome_url)}" if row.outcome_url else "."
    yield f"- {claim_reference(claim)}: {words(correction_request_words(row))}. {outcome_day(row)}{where}"
    yield from _word_for_word(("Asked", row.request))


def _word_for_word(*said: tuple[str, str]) -> Iterator[str]:
    yield ""
    for name, text in said:
        if text.strip():
            yield f"  {name}, word for word:"
            yield ""
            yield from (f"  > {line}".rstrip() for line in lines(text))
            yield ""
