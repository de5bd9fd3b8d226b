"""Freeze a finding as it goes out: what is published is what was shown, with the files that readers get."""

from dataclasses import replace
from typing import NamedTuple

from claims_db import views
from claims_db.errors import Conflict
from claims_db.rows import ArticleReport, ClaimSheet, PublisherRow
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action, ClaimState, Role, Severity
from workbench.desk import linting
from workbench.desk.comparing import all_worked_out
from workbench.desk.evidence_beside import weighed
from workbench.desk.permission import require
from workbench.desk.publishing import check_published, public_reason
from workbench.desk.queueing import sheet
from workbench.desk.workplace import Workplace
from workbench.domain.dates import instant_words
from workbench.domain.lint.outcome import Linted
from workbench.domain.states import Step, after, state_words
from workbench.errors import BadInput, Refused
from workbench.export.finding import Corrected, Finding
from workbench.export.finding_of import finding_of
from workbench.export.publication import Beside, Issue, JournalHead, issue_content, issue_from, issued
from workbench.export.templating import ReportTemplate, shipped_template


class Shown(NamedTuple):
    """A claim as it was read before the transaction: as it is stored, and with what the desk works out of it.

    ``beside`` is the bundle of its evidence, None where none was asked for.
    """

    stored: ArticleReport
    finding: Finding | None
    publisher: PublisherRow
    template: ReportTemplate
    by: str
    beside: Beside | None = None


class Preview(NamedTuple):
    """A report as it would go out; ``remark`` says what stands against that, or what else it would hold."""

    claim: int
    report: str
    linted: Linted
    remark: str


def _seen(place: Workplace, number: int, template: ReportTemplate | None = None, *, bundle: bool = False) -> Shown:
    """Read a claim that is to go out; captured texts are compared and bundled here, where nobody has to wait."""
    with place.read() as connection:
        (stored,) = views.reports(connection, claims=(number,))
        publisher = views.publisher(connection)
    (worked,) = all_worked_out(place, (stored,))
    used, finding = template or shipped_template("long"), finding_of(worked, worked.claims[0])
    if finding is not None:
        # A template of somebody's own fails, or takes its time, before anybody has to wait for the transaction.
        used.page(finding, publisher)
    return Shown(
        stored,
        finding,
        publisher,
        used,
        place.reviewer.name,
        weighed(place, number) if bundle else None,
    )


def preview(place: Workplace, number: int, template: ReportTemplate) -> Preview:
    """Write the report of a claim as it would go out now: as publishing writes it, and nothing of it is kept."""
    seen = _seen(place, number, template)
    if seen.finding is None:
        raise Refused(f"C-{number} has no verdict that stands.", "Record one; then its report can be read here.")
    before = sheet(place, number)
    gone_out = len(before.publications)
    step, usual = (Step.CORRECT, ClaimState.CORRECTED) if gone_out else (Step.PUBLISH, ClaimState.PUBLISHED)
    remark = "A correction puts its severity and reason on top." if gone_out else ""
    try:
        state = after(before.state, step)
    except Refused as refused:
        state, remark = usual, f"{refused.message} {refused.hint}".strip()
    finding = _as_revision(seen.finding, before, place.clock(), state, gone_out + 1)
    report = template.page(finding, seen.publisher).encode("utf-8", "replace").decode("utf-8")
    return Preview(number, report, linting.lint_one(place, number), remark)


def publish(
    place: Workplace, number: int, template: ReportTemplate | None = None, *, bundle: bool = False
) -> ClaimSheet:
    """Freeze a signed-off finding as it goes out for the first time, with the files that readers get.

    With ``bundle`` its evidence goes out beside them.
    """
    looked, seen = linting.look(place, [number]), _seen(place, number, template, bundle=bundle)
    with place.work(Action.FINDING_PUBLISHED) as work:
        require(work, Role.EDITOR, "publish")
        following = after(work.queues.state(number), Step.PUBLISH)
        if work.findings.published(number):
            raise Refused(f"C-{number} was published before.", "Publish it as a correction, with severity and reason.")
        linting.check(work, number, looked, "published")
        _freeze(work, number, seen, following)
        work.queues.set_state(number, following)
    return sheet(place, number)


def correct(
    place: Workplace,
    number: int,
    severity: Severity,
    reason: str,
    template: ReportTemplate | None = None,
    *,
    bundle: bool = False,
) -> ClaimSheet:
    """Publish a new revision of a finding that went out, with severity and reason; as the first one, past no rule that blocks."""
    if severity is Severity.WITHDRAWN:
        return withdraw(place, number, reason, template)
    looked, seen = linting.look(place, [number]), _seen(place, number, template, bundle=bundle)
    with place.work(Action.FINDING_CORRECTED) as work:
        state = check_published(work, number, "correct")
        if severity is Severity.RATING_CHANGED and state is not ClaimState.SIGNED_OFF:
            raise Refused(
                f"C-{number} is {state_words(state)} with the rating it had.",
                "Reopen it, record the new verdict, and have it signed off first.",
            )
        following = after(state, Step.CORRECT)
        linting.check(work, number, looked, "corrected")
        _freeze(work, number, seen, following, (severity, public_reason(reason)))
        work.queues.set_state(number, following)
    return sheet(place, number)


def withdraw(place: Workplace, number: int, reason: str, template: ReportTemplate | None = None) -> ClaimSheet:
    """Withdraw a finding that went out, whatever the rules say of it; what was published stays on record."""
    seen = _seen(place, number, template)
    with place.work(Action.FINDING_WITHDRAWN) as work:
        state = check_published(work, number, "withdraw")
        following = after(state, Step.WITHDRAW)
        _freeze(work, number, seen, following, (Severity.WITHDRAWN, public_reason(reason)))
        work.queues.set_state(number, following)
    return sheet(place, number)


def _freeze(
    work: UnitOfWork, number: int, seen: Shown, state: ClaimState, correction: tuple[Severity, str] | None = None
) -> Issue:
    """Write a revision of a finding, with its files.

    Args:
        work: the transaction.
        number: the claim's.
        seen: the claim as it was read before.
        state: where the claim stands from now on.
        correction: how much the revision changes, and why; None for the first one.

    Raises:
        Conflict: the claim was changed since it was read.
        Refused: no verdict stands.

    """
    if work.report(number) != seen.stored:
        raise Conflict(
            f"C-{number} was changed while it was about to go out.", "Look at it again, then publish it as it is."
        )
    if seen.finding is None:
        raise Refused(f"C-{number} has no verdict that stands.", "Record one and have it signed off.")
    finding = _going_out(work, number, seen, seen.finding, state, correction)
    head = work.journal_head()
    issue = issued(finding, seen.publisher, seen.template, JournalHead(head.sequence, head.hash.hex()), seen.beside)
    work.findings.publish(number, issue_content(issue), correction, (issue.manifest_sha256, head.hash.hex()))
    return issue


def _going_out(
    work: UnitOfWork,
    number: int,
    seen: Shown,
    finding: Finding,
    state: ClaimState,
    correction: tuple[Severity, str] | None,
) -> Finding:
    """Give the finding as this revision of it says."""
    if correction is not None:
        corrected = Corrected(*correction, seen.by, instant_words(work.now))
        finding = replace(finding, corrections=(*finding.corrections, corrected))
    return _as_revision(finding, work.sheet(number), work.now, state, work.findings.published(number) + 1)


def _as_revision(finding: Finding, sheet: ClaimSheet, now: int, state: ClaimState, revision: int) -> Finding:
    """Give a finding as it goes out at an instant; its page stays where it was."""
    published = instant_words(now)
    return replace(
        finding,
        state=state,
        slug=_slug_before(sheet) or finding.slug,
        revision=revision,
        published=published,
        first_published=finding.first_published or published,
    )


def _slug_before(sheet: ClaimSheet) -> str:
    """Give what the page was called when the finding went out first; empty where no version of today published it."""
    for publication in sheet.publications:
        try:
            return issue_from(publication.content).finding.slug
        except BadInput:
            continue
    return ""
