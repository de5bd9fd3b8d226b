"""How the desk has rated before what is like a claim, and what was checked already as drafts of a new check."""

import json
from collections.abc import Iterator, Mapping

from claims_db import views
from claims_db.match_vocabulary import Relation
from claims_db.rows import ClaimSheet, EvidenceRow, MatchWith, Precedents, PriorRow, ScaleRow
from claims_db.vocabulary import DraftField, EvidenceForm, Stance
from workbench.desk import drafting
from workbench.desk.match_rows import Matches, MatchRow, rating_words
from workbench.desk.matching import matches_of
from workbench.desk.precedent_rows import Reused
from workbench.desk.queueing import sheet
from workbench.desk.workplace import Workplace
from workbench.domain.references import claim_reference, prior_reference
from workbench.errors import Refused
from workbench.matching.weights import shipped

_ALIKE = (Relation.SAME, Relation.VARIANT)


def precedents(place: Workplace, number: int, found: Matches | None = None) -> Precedents:
    """Say how the desk has rated the same claimer, topic and wording; what was rejected as a match is no wording."""
    found = found or matches_of(place, number, reading=True)
    alike = {row.claim for row in found.matches if row.claim is not None and _is_wording(row)}
    with place.read() as connection:
        return views.precedents(connection, number, sorted(alike))


def _is_wording(row: MatchRow) -> bool:
    """Say whether a match has the wording of a claim, by somebody's word or because that is likely enough to be said."""
    return row.relation in _ALIKE and (row.decision is not None or row.probability >= shipped().maybe)


def reuse(place: Workplace, number: int, other: MatchWith) -> Reused:
    """Make drafts of a verdict and of evidence out of what was checked before."""
    mine = sheet(place, number)
    bodies = dict(_of_check(place, other.prior) if other.prior is not None else _of_finding(place, other.claim or 0))
    typed = {draft.field for draft in mine.drafts}
    for field, body in bodies.items():
        if field not in typed:
            drafting.save(place, number, field, json.dumps(body, sort_keys=True))
    return Reused(
        tuple(field for field in bodies if field not in typed), tuple(field for field in bodies if field in typed)
    )


def _of_finding(place: Workplace, number: int) -> Iterator[tuple[DraftField, Mapping[str, str]]]:
    there = sheet(place, number)
    verdict = next((one for one in there.verdicts if one.stands), None) if there.finding is not None else None
    if verdict is None:
        raise Refused(f"{claim_reference(number)} has no finding.", "Only what was signed off can be reused.")
    with place.read() as connection:
        ours = views.scale(connection).slug
    yield (
        DraftField.VERDICT,
        {
            "rating": verdict.rating.slug if verdict.scale == ours else "",
            "rationale": f"As {claim_reference(number)}: {verdict.rationale}",
        },
    )
    evidence = _link(there)
    if evidence is not None and evidence.source is not None:
        source = evidence.source
        yield (
            DraftField.EVIDENCE,
            _evidence(
                evidence.stance, source.url, source.title, source.publisher,
                source.published.value if source.published is not None else "",
                f"as for {claim_reference(number)}",
            )
            | {"author": source.author, "excerpt": evidence.excerpt, "locator": evidence.locator},
        )  # fmt: skip


def _link(there: ClaimSheet) -> EvidenceRow | None:
    """Give the evidence with a link that anybody may see, what speaks for or against the claim first."""
    linked = [
        one for one in there.evidence if one.source is not None and one.source.url and not one.source.confidential
    ]
    return min(linked, key=lambda one: one.stance is Stance.CONTEXT, default=None)


def _of_check(place: Workplace, number: int) -> Iterator[tuple[DraftField, Mapping[str, str]]]:
    with place.read() as connection:
        check, scale = views.prior(connection, number), views.scale(connection)
    when = check.reviewed.value if check.reviewed is not None else ""
    told = ", ".join(part for part in (check.outlet, when) if part) or "an earlier check"
    rated = rating_words(check) or "no rating"
    yield (
        DraftField.VERDICT,
        {"rating": _own_rating(check, scale), "rationale": f"{prior_reference(number)}, {told}: {rated}. {check.url}"},
    )
    yield (
        DraftField.EVIDENCE,
        _evidence(Stance.CONTEXT, check.url, check.title, check.outlet, when, f"{prior_reference(number)}: {rated}"),
    )


def _own_rating(check: PriorRow, scale: ScaleRow) -> str:
    """Give the desk's rating of the same name; none where it has no such rating, for scales differ."""
    named = check.rating_name.strip().casefold()
    return next((one.slug for one in scale.ratings if one.label.casefold() == named), "")


def _evidence(stance: Stance, url: str, title: str, publisher: str, published: str, note: str) -> dict[str, str]:
    return {
        "form": EvidenceForm.LINK.value,
        "stance": stance.value,
        "url": url,
        "title": title,
        "publisher": publisher,
        "published": published,
        "note": note,
    }
