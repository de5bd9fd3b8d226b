"""The number of sources, media, the three logs of a claim, as its panel shows them."""

from collections.abc import Callable

from textual.content import Content

from claims_db.rows import ClaimSheet
from workbench.domain.evidence.log_words import (
    answer_words,
    correction_request_words,
    outcome_words,
    request_words,
    search_words,
)
from workbench.domain.evidence.source_count import count_words, one_source_words
from workbench.domain.media import medium_facts, medium_name
from workbench.tui.drawing import block, line


def source_lines(sheet: ClaimSheet) -> list[Content]:
    """Say how many sources the evidence has, where there are several."""
    counted = sheet.sources
    if counted is None or counted.named == 1:
        return []
    return [
        line(f"  {count_words(counted)}", "bold" if counted.independent < counted.named else "$text-muted"),
        *(line(f"    {words}", "$text-muted") for words in one_source_words(counted)),
    ]


def media_lines(sheet: ClaimSheet, with_keys: Callable[[str], str]) -> list[Content]:
    """Say what the pictures, films and recordings of a claim are, and what became of them."""
    if not sheet.media:
        return []
    lines = [Content(""), line(f"Media ({len(sheet.media)}); {with_keys('{media} changes them')}", "bold $accent")]
    for row in sheet.media:
        lines += [line(f"  {row.number}  {medium_name(row.medium)}")]
        lines += [block(f"     {words}", "$text-muted") for words in medium_facts(row.medium)]
    return lines


def log_lines(sheet: ClaimSheet, now: int, with_keys: Callable[[str], str]) -> list[Content]:
    """Say where people looked, whom they asked, and what came of it; ``with_keys`` names the keys of commands."""
    lines: list[Content] = []
    if sheet.search_log:
        lines += [
            Content(""),
            line(f"Searches ({len(sheet.search_log)}); {with_keys('{log-search} adds one')}", "bold $accent"),
        ]
        lines += [line(f"  {search_words(row)}") for row in sheet.search_log]
    if sheet.replies:
        lines += [
            Content(""),
            line(f"Replies ({len(sheet.replies)}); {with_keys('{replies} adds to them')}", "bold $accent"),
        ]
    for row in sheet.replies:
        lines.append(line(f"  {row.number}  {request_words(row)}"))
        lines += [block(f"     {row.question}")] if row.question else []
        lines.append(line(f"     {answer_words(row, now)}", "$text-muted"))
        lines += [block(f"     {row.answer}")] if row.answer else []
    return [*lines, *_correction_lines(sheet, now, with_keys)]


def _correction_lines(sheet: ClaimSheet, now: int, with_keys: Callable[[str], str]) -> list[Content]:
    requests = sheet.correction_requests
    if not requests:
        return []
    heading = f"Asked to correct ({len(requests)}); {with_keys('{correction-requests} adds to them')}"
    lines = [Content(""), line(heading, "bold $accent")]
    for row in requests:
        lines.append(line(f"  {row.number}  {correction_request_words(row)}"))
        lines += [block(f"     {row.request}")] if row.request else []
        lines.append(line(f"     {outcome_words(row, now)}", "$text-muted"))
        lines += [block(f"     {row.note}")] if row.note else []
    return lines
