"""Why a claim is check-worthy, in a few words."""

from claims_db.rows import ReasonRow
from workbench.domain.reasons import COMMON, reason_words, strongest

_REASONS = (ReasonRow("number", 0.2), ReasonRow("vague", -0.3), ReasonRow("time", 0.05))


def test_the_strongest_reasons_stay_in_their_order_whether_for_or_against() -> None:
    assert [one.name for one in strongest(_REASONS, 2)] == ["number", "vague"]
    assert strongest(_REASONS, 9) == _REASONS
    assert strongest((), 3) == ()
    assert strongest((ReasonRow(COMMON, 0.9), *_REASONS), 9) == _REASONS, "what every claim has tells nothing"


def test_reasons_are_named_in_words() -> None:
    assert reason_words(ReasonRow("first_or_most", 0.1)) == "first or most"
