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


@pytest.mark.parametrize("before", [499_986, 499_990, 499_993, 499_999])
def test_no_number_is_cut_at_a_seam(before: int) -> None:
    text = f"{'ferry ' * (before // 6)}{'x' * (before % 6)} counted 1412600 ships {'ferry ' * 30_000}"
    document = FoundText(text, "plain", "1", {})
    for words, stands in (("counted 1412600 ships", True), ("2600 ships", False), ("counted 1412", False)):
        found = quoted_in(words, document, "text/plain")
        assert found.check is not None
        assert found.check.verdict.stands is stands
