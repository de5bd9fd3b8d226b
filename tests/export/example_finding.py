"""A finding with one of everything, every foreign word in it replaceable."""

from collections.abc import Callable
from dataclasses import replace

from claims_db.rows import CorrectionRow, FindingRow, PublisherRow
from claims_db.vocabulary import ClaimState, Severity
from tests.export.example_report import NOON, as_it_is, claim, evidence, report, source
from workbench.export.finding import Finding
from workbench.export.finding_of import finding_of

PUBLISHER = PublisherRow(
    "Example Desk", "https://example.org/", "https://example.org/checks/{slug}/", "https://example.org/corrections"
)


def finding(say: Callable[[str], str] = as_it_is, **changes: object) -> Finding:
    """Give a published finding that was corrected once, with a confidential source among its sources."""
    secret = source(say, public_id="source-2", confidential=True, title="SECRET", url="https://secret.example/")
    sheet = claim(
        say=say,
        state=ClaimState.CORRECTED,
        evidence=(
            evidence(say),
            evidence(say, number=41, public_id="evidence-41", source=secret, excerpt="SECRET", note="SECRET"),
        ),
        finding=FindingRow("verdict-1", say("Eda"), NOON, ""),
    )
    whole = report(sheet, say=say)
    told = whole.claims[0]._replace(
        corrections=(CorrectionRow(Severity.CLARIFICATION, say("The year was left out."), say("Eda"), NOON),),
        publication=2,
        published_at=(NOON, NOON + 86_400_000_000),
    )
    found = finding_of(whole, told)
    assert found is not None
    return replace(found, **changes)  # type: ignore[arg-type]
