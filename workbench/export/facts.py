"""The short facts of a report: who said it, when, where it stands in the work."""

from claims_db.rows import ClaimReport, ClaimSheet, DateRow, VerdictRow
from claims_db.vocabulary import AppearanceForm, ClaimState
from workbench.domain.dates import instant_words
from workbench.domain.references import claim_reference
from workbench.export.escaping import words

_STATES = {
    ClaimState.PROPOSED: "not checked yet",
    ClaimState.QUEUED: "not checked yet",
    ClaimState.RECORDED: "recorded by one reviewer; not yet reviewed by a second",
    ClaimState.SECOND_REVIEW: "recorded by one reviewer; waits for the verdict of a second",
    ClaimState.ADJUDICATION: "two reviewers differ; an editor decides",
    ClaimState.SIGNED_OFF: "signed off by an editor; not published yet",
    ClaimState.PUBLISHED: "published",
    ClaimState.CORRECTED: "corrected after publication",
    ClaimState.WITHDRAWN: "withdrawn",
    ClaimState.SKIPPED: "set aside",
    ClaimState.DUPLICATE: "the same as another claim of the desk, and not rated here",
}
_UNRATED = frozenset({ClaimState.PROPOSED, ClaimState.QUEUED, ClaimState.SKIPPED, ClaimState.DUPLICATE})
_AT_WORK = _UNRATED | {ClaimState.RECORDED, ClaimState.SECOND_REVIEW, ClaimState.ADJUDICATION}
_OUTCOMES = {
    ClaimState.DUPLICATE: "duplicate",
    ClaimState.SECOND_REVIEW: "in second review",
    ClaimState.ADJUDICATION: "in adjudication",
}


def plain(word: str) -> str:
    """Write one of the program's own words, such as ``not_checkable``, as people do."""
    return words(word.replace("_", " "))


def date_words(date: DateRow | None) -> str:
    """Write a date as exactly as it is known, with its zone where it has one."""
    if date is None:
        return ""
    return words(f"{date.value}{date.zone}" if date.zone == "Z" else f"{date.value} {date.zone}")


def standing_verdict(sheet: ClaimSheet) -> VerdictRow | None:
    """Give the verdict that stands for a claim, None where it has none or is not rated now."""
    if sheet.state in _UNRATED:
        return None
    return next((verdict for verdict in sheet.verdicts if verdict.stands), None)


def outcome(sheet: ClaimSheet) -> str:
    """Say in a word or two what came out."""
    verdict = standing_verdict(sheet)
    if verdict is not None:
        label = f"**{words(verdict.rating.label)}**"
        return f"{label} (withdrawn)" if sheet.state is ClaimState.WITHDRAWN else label
    if sheet.state is ClaimState.SKIPPED:
        return f"set aside: {plain(sheet.skip.reason)}" if sheet.skip else "set aside"
    return _OUTCOMES.get(sheet.state, "not checked yet")


def state(report: ClaimReport) -> str:
    """Say how far the work on a claim is, and nothing better than it is, in words that are no Markdown yet."""
    sheet, skip = report.sheet, report.sheet.skip
    if report.publication is not None and sheet.state in _AT_WORK:
        return "published earlier; taken up again, and not decided anew yet"
    if sheet.state is ClaimState.RECORDED and len({one.reviewer for one in sheet.verdicts if one.counts}) > 1:
        return "recorded by several reviewers; not signed off yet"
    if sheet.state is ClaimState.DUPLICATE and sheet.duplicate_of is not None:
        return f"the same as {claim_reference(sheet.duplicate_of)}, and not rated here"
    if sheet.state is not ClaimState.SKIPPED or skip is None:
        return _STATES[sheet.state]
    note = f" ({skip.note})" if skip.note else ""
    return f"set aside by {skip.reviewer}, {instant_words(skip.at)}: {skip.reason.replace('_', ' ')}{note}"


def said_by(sheet: ClaimSheet) -> str:
    """Name who asserts a claim and through whom it came, from the speaker to the one nearest to the reader."""
    in_article = any(appearance.form is AppearanceForm.ARTICLE for appearance in sheet.appearances)
    speaker = words(sheet.claimer) or ("the article itself" if in_article else "not known")
    return speaker + "".join(f", through {words(name)}" for name in reversed(sheet.via))
