"""An excerpt is found in a long text wherever it stands."""

import pytest

from claims_db.vocabulary import QuoteVerdict
from workbench.desk.quoting import quoted_in
from workbench.sources.capture.found_text import FoundText

PARAGRAPH = "The council raised ferry prices by {} percent in March, and nobody at the harbour knew why it’s so.\n\n"
LONG = FoundText("".join(PARAGRAPH.format(number) for number in range(12_000)), "plain", "1", {})


@pytest.mark.parametrize("number", [0, 4_949, 5_000, 11_999])
def test_words_are_found_wherever_they_stand(number: int) -> None:
    found = quoted_in(f"raised ferry prices by {number} percent", LONG, "text/plain")
    assert found.check is not None
    assert found.check.verdict is QuoteVerdict.EXACT
    assert found.locator == f"par. {number + 1}"
    assert LONG.text[found.check.start : found.check.end] == f"raised ferry prices by {number} percent"
    assert found.check.quote is not None
    assert found.check.quote.suffix.startswith(" in March")


def test_words_that_stretch_over_a_seam_are_found() -> None:
    for seam in (480_000, 500_000, 960_000):
        start, end = LONG.text.index("The council", seam - 150), LONG.text.index("so.", seam + 20) + 3
        assert start < seam < end
        found = quoted_in(LONG.text[start:end], LONG, "text/plain")
        assert found.check is not None
        assert found.check.verdict.stands


def test_of_words_that_are_nowhere_the_nearest_are_shown() -> None:
    found = quoted_in("The council raised ferry prices by 6000 percent in May, and nobody", LONG, "text/plain")
    assert found.check is not None
    assert found.check.verdict is QuoteVerdict.ALTERED
    assert found.locator == "par. 6001"
    nothing = quoted_in("zebras walked over the frozen bay at noon", LONG, "text/plain")
    assert nothing.check is not None
    assert nothing.check.verdict is QuoteVerdict.NOT_FOUND
