"""How a desk rated before what is like a claim, and what was checked already as drafts of a new check."""

import json

import pytest

from claims_db.errors import NotFound
from claims_db.match_vocabulary import Likeness, Relation
from claims_db.rows import MatchWith
from claims_db.vocabulary import ClaimKind, DraftField, EvidenceForm, Stance
from tests.conftest import OpenDesk
from tests.weighed import weigh
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry, EvidenceEntry
from workbench.errors import Refused

FERRY = "The ferry Aurora sank 40 times off Holm harbour in 2019."


@pytest.fixture
def ana(open_as: OpenDesk) -> Desk:
    """Give the admin's desk, who signs off what ben records."""
    return open_as("ana")


def rated(ana: Desk, open_as: OpenDesk, statement: str, rating: str, claimer: str = "") -> int:
    """Take in a claim and let a verdict on it stand."""
    number = ana.add_claim(ClaimEntry(statement, claimer)).claim
    weigh(ana, number)
    open_as("ben").record(number, rating, "The harbour log says so.")
    ana.sign_off(number)
    return number


def told(ana: Desk, number: int) -> list[tuple[str, int, int, int, int]]:
    return [tuple(one)[1:] for one in ana.precedents(number).counts]  # type: ignore[misc]


def test_claimer_and_topic_and_wording_are_counted_apart(ana: Desk, open_as: OpenDesk) -> None:
    by_inga = rated(ana, open_as, "The bridge is 400 years old.", "true", "Inga Holm")
    tagged = rated(ana, open_as, "Nobody pays at the harbour.", "false")
    both = rated(ana, open_as, "A ticket costs 9 crowns.", "false", "Inga Holm")
    rated(ana, open_as, "Sheep outnumber people on the island.", "unproven")
    number = ana.add_claim(ClaimEntry(FERRY, "Inga Holm")).claim
    ana.tag([number, tagged, both], ["harbour"])
    ana.accept_match(number, MatchWith(claim=tagged), Relation.VARIANT)
    found = ana.precedents(number)
    assert found.topic == "harbour"
    assert told(ana, number) == [("true", 1, 1, 0, 0), ("false", 2, 1, 2, 1)]
    assert [(one.number, one.likeness) for one in found.nearest] == [
        (tagged, (Likeness.WORDING, Likeness.TOPIC)),
        (both, (Likeness.CLAIMER, Likeness.TOPIC)),
        (by_inga, (Likeness.CLAIMER,)),
    ]
    assert (found.nearest[0].rating, found.nearest[0].label) == ("false", "False")


def test_a_claim_without_tags_is_set_beside_its_kind(ana: Desk, open_as: OpenDesk) -> None:
    first = rated(ana, open_as, "The bridge is old.", "true")
    number = ana.add_claim(ClaimEntry("The ferry is late.")).claim
    assert ana.claim(first).kind is ana.claim(number).kind is ClaimKind.OTHER
    assert ana.precedents(number).topic == "other"
    assert told(ana, number) == [("true", 1, 0, 1, 0)]


def test_only_what_stands_is_a_precedent(ana: Desk, open_as: OpenDesk) -> None:
    recorded = ana.add_claim(ClaimEntry("The bridge is old.", "Inga Holm")).claim
    open_as("ben").record(recorded, "true", "The log says so.")
    withdrawn = rated(ana, open_as, "The ferry is blue.", "false", "Inga Holm")
    number = ana.add_claim(ClaimEntry("Sheep outnumber people.", "Inga Holm")).claim
    assert told(ana, number) == [("false", 1, 1, 1, 0)]
    ana.publish(withdrawn)
    assert told(ana, number) == [("false", 1, 1, 1, 0)]
    ana.withdraw(withdrawn, "The source was forged.")
    assert told(ana, number) == []
    assert ana.precedents(number).nearest == ()
    with pytest.raises(NotFound):
        ana.precedents(99)


def test_a_suggested_variant_is_of_the_same_wording_until_it_is_rejected(ana: Desk, open_as: OpenDesk) -> None:
    there = rated(ana, open_as, FERRY.replace("40", "400"), "false")
    number = ana.add_claim(ClaimEntry(FERRY)).claim
    ana.fill_pool()
    assert ana.precedents(number).counts[0].wording == 1
    ana.reject_match(number, MatchWith(claim=there))
    assert ana.precedents(number).counts[0].wording == 0


def test_a_finding_is_reused_as_drafts_and_nothing_is_recorded(ana: Desk, open_as: OpenDesk) -> None:
    there = ana.add_claim(ClaimEntry(FERRY)).claim
    log = EvidenceEntry(EvidenceForm.LINK, Stance.REFUTES, "It sank once.", url="https://example.org/log", title="Log")
    ana.attach(there, EvidenceEntry(EvidenceForm.LINK, Stance.CONTEXT, url="https://example.org/map"))
    ana.attach(there, log)
    number = ana.add_claim(ClaimEntry("Aurora sank 40 times in 2019, off Holm.")).claim
    with pytest.raises(Refused):
        ana.reuse_match(number, MatchWith(claim=there))
    open_as("ben").record(there, "false", "It sank once.")
    ana.sign_off(there)
    assert ana.reuse_match(number, MatchWith(claim=there)).drafts == (DraftField.VERDICT, DraftField.EVIDENCE)
    sheet = ana.claim(number)
    assert (sheet.verdicts, sheet.evidence) == ((), ())
    bodies = {draft.field: json.loads(draft.body) for draft in sheet.drafts}
    assert bodies[DraftField.VERDICT] == {"rating": "false", "rationale": f"As C-{there}: It sank once."}
    evidence = bodies[DraftField.EVIDENCE]
    assert (evidence["url"], evidence["stance"], evidence["excerpt"]) == (log.url, "refutes", log.excerpt)


def test_what_one_is_typing_stays(ana: Desk, open_as: OpenDesk) -> None:
    there = rated(ana, open_as, FERRY, "false")
    number = ana.add_claim(ClaimEntry("Aurora sank 40 times in 2019, off Holm.")).claim
    ana.save_draft(number, DraftField.VERDICT, '{"rationale": "My own words."}')
    reused = ana.reuse_match(number, MatchWith(claim=there))
    assert (reused.drafts, reused.there) == ((), (DraftField.VERDICT,))
    assert "My own words." in ana.claim(number).drafts[0].body
