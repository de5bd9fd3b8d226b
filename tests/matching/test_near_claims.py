"""A nearly equal claim is pointed out, and "fell" is never taken for "rose"."""

import pytest

from claims_db.vocabulary import Relation
from workbench.matching.near import KnownClaim, NearIndex


@pytest.mark.parametrize(
    ("known", "new", "relation"),
    [
        ("Unemployment rose to 5.2% in March.", "Unemployment rose to 5.2% in March", Relation.SAME),
        ("Unemployment rose to 5.2% in March.", "In March unemployment rose to 5.2%.", Relation.SAME),
        ("Unemployment rose to 5.2% in March.", "Unemployment fell to 5.2% in March.", Relation.OPPOSITE),
        ("Unemployment rose to 5.2% in March.", "Unemployment rose to 2.5% in March.", Relation.VARIANT),
        ("Crime has increased since 2019.", "Crime has not increased since 2019.", Relation.OPPOSITE),
        ("The plan cuts $40 billion from schools.", "The plan cuts $400 billion from schools.", Relation.VARIANT),
        ("Ten bombers flew near the border.", "10 bombers flew near the border.", Relation.SAME),
    ],
)
def test_how_two_nearly_equal_claims_relate(known: str, new: str, relation: Relation) -> None:
    near = NearIndex([KnownClaim(1, known, "")]).nearest(new)
    assert near is not None
    assert near.relation is relation
    assert bool(near.differences) is (relation is not Relation.SAME)


def test_another_speaker_makes_a_variant() -> None:
    near = NearIndex([KnownClaim(7, "Inflation was 9% when he took office.", "A. Smith")]).nearest(
        "Inflation was 9% when he took office.", "B. Jones"
    )
    assert near is not None
    assert near.relation is Relation.VARIANT
    assert "A. Smith" in near.differences[0]


def test_a_different_claim_is_not_pointed_out() -> None:
    index = NearIndex([KnownClaim(1, "The bridge was closed for 40 days.", "")])
    assert index.nearest("Putin said that an alliance cannot be ruled out.") is None
    assert index.nearest("…") is None
    assert NearIndex([]).nearest("The bridge was closed.") is None
