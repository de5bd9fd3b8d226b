"""Rules on how the desk worked: who decides, what is still open or due again, and whether those who are rated were heard."""

from collections.abc import Iterator

from workbench.domain.lint.case import Case, says_both, says_false, waits_for_sign_off
from workbench.domain.recheck_dates import is_due


def open_comments(case: Case) -> Iterator[str]:
    """Look for comments that nobody has marked as dealt with."""
    for comment in case.open_comments:
        yield f"Comment {comment.number} by {comment.author} is not dealt with."


def own_verdict(case: Case) -> Iterator[str]:
    """Look for a verdict that is the work of whoever would sign it off."""
    if not case.signer or not waits_for_sign_off(case):
        return
    mine = {(one.scale, one.rating.slug) for one in case.sheet.verdicts if one.counts and one.reviewer == case.signer}
    if any((verdict.scale, verdict.rating.slug) in mine for verdict in case.verdicts):
        yield f"{case.signer} recorded this verdict or one that agrees; somebody else has to sign it off."


def recheck_date_passed(case: Case) -> Iterator[str]:
    """Look for a claim that is to be checked again by now."""
    if is_due(case.sheet.recheck, case.now):
        recheck = case.sheet.recheck
        yield f"It was to be checked again from {recheck.on} on ({recheck.reason})."


def nobody_asked(case: Case) -> Iterator[str]:
    """Look for a claimer whose claim is rated as wrong and who was not asked for a reply."""
    claimer = case.sheet.claimer
    if not claimer or case.sheet.replies:
        return
    if any(says_false(verdict.rating) or says_both(verdict.rating) for verdict in case.verdicts):
        yield f"Nobody asked {claimer} for a reply."
