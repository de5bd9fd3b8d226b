"""A desk whose claims have evidence, were signed off and went out, for measuring; many in one transaction."""

from dataclasses import replace

from claims_db import views
from claims_db.repositories.reviews import NewEvidence, NewSource
from claims_db.rows import PublisherRow
from claims_db.vocabulary import Action, ClaimState, EvidenceForm, Role, Stance
from tests.benchmarks.filled_desk import fill
from workbench.bootstrap import open_desk
from workbench.desk.desk import Desk
from workbench.desk.entries import PersonEntry
from workbench.domain.dates import instant_words
from workbench.export.finding_of import findings_of
from workbench.export.publication import JournalHead, issue_content, issued
from workbench.export.templating import shipped_template
from workbench.settings import Settings

_BATCH = 500
_RATIONALE = """The register of the port lists {number} ferries, not {other}, in the year that the claim names.

It was kept by the harbour master; the minutes of the council of 3 March repeat its figure. Whoever counts the two
barges as well comes to {other}, which is 12% more. Nobody at the council could say where the number came from."""
_EXCERPT = "The town has {number} ferries and 12 bridges, the {host} say, of 48,000 journeys in 2019 and 2020."


def fill_published(settings: Settings, count: int) -> None:
    """Give the desk ``count`` findings that went out, each with two sources."""
    desk = open_desk(settings)
    desk.set_publisher(PublisherRow("The desk", "https://example.org/", "https://example.org/checks/{slug}"))
    desk.add_person(PersonEntry("ben", login="ben", role=Role.REVIEWER))
    fill(settings, count)
    ben = open_desk(replace(settings, reviewer="ben"))
    for start in range(1, count + 1, _BATCH):
        numbers = range(start, min(start + _BATCH, count + 1))
        _record(ben, numbers)
        _sign_off(desk, numbers)
        _publish(desk, numbers)
    ben.close()
    desk.close()


def _record(desk: Desk, numbers: range) -> None:
    with desk._place.work(Action.VERDICT_RECORDED) as work:
        for number in numbers:
            for stance, host in ((Stance.REFUTES, "register"), (Stance.CONTEXT, "minutes")):
                work.reviews.attach(number, _evidence(number, stance, host))
            work.reviews.record(number, "false", _RATIONALE.format(number=number, other=number * 7), blind=False)
            work.queues.set_state(number, ClaimState.RECORDED)


def _evidence(number: int, stance: Stance, host: str) -> NewEvidence:
    url = f"https://{host}.example.org/{number}"
    source = NewSource(url=url, title=f"The {host} of {number}", publisher="Port Authority", sha256=f"{number:064x}")
    return NewEvidence(EvidenceForm.LINK, stance, _EXCERPT.format(number=number, host=host), "p. 7", "", source)


def _sign_off(desk: Desk, numbers: range) -> None:
    with desk._place.work(Action.FINDING_SIGNED_OFF) as work:
        for number in numbers:
            work.findings.sign_off(number, None, "")
            work.queues.set_state(number, ClaimState.SIGNED_OFF)


def _publish(desk: Desk, numbers: range) -> None:
    with desk._place.read() as connection:
        found = list(findings_of(views.reports(connection, claims=numbers)))
    with desk._place.work(Action.FINDING_PUBLISHED) as work:
        out, head, long = instant_words(work.now), work.journal_head(), shipped_template("long")
        for one in found:
            number = int(one.reference.partition("-")[2])
            finding = replace(one, state=ClaimState.PUBLISHED, revision=1, published=out, first_published=out)
            issue = issued(finding, desk.publisher(), long, JournalHead(head.sequence, head.hash.hex()))
            seal = (issue.manifest_sha256, head.hash.hex())
            work.findings.publish(number, issue_content(issue), None, seal)
            work.queues.set_state(number, ClaimState.PUBLISHED)
