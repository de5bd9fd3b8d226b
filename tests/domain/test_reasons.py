"""Why a claim is check-worthy, in a few words."""

from claims_db.rows import ReasonRow
from workbench.domain.reasons import reason_words, strongest

_REASONS = (ReasonRow("makes_a_statement", 0.2), ReasonRow("vague", -0.3), ReasonRow("time", 0.05))


def test_the_strongest_reasons_stay_in_their_order_whether_for_or_against() -> None:
    assert [one.name for one in strongest(_REASONS, 2)] == ["makes_a_statement", "vague"]
    assert strongest(_REASONS, 9) == _REASONS
    assert strongest((), 3) == ()


def test_reasons_are_named_in_words() -> None:
    assert reason_words(_REASONS[0]) == "makes a statement"
