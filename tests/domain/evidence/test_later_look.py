"""What a later capture says of quoted words, also in texts that are too long to be compared as a whole."""

import resource

import pytest

from claims_db.capture_vocabulary import RecheckOutcome
from claims_db.rows import QuoteCheckRow
from claims_db.vocabulary import QuoteVerdict
from workbench.domain.evidence.later_look import CapturedWords, look_again
from workbench.domain.spans import quote_at

WORDS = "the bridge was closed for 14 days"
SAID = f"The mayor said that {WORDS} because of the storm."
LINE = "Row {} of the list says nothing about it, and nobody reads it."


def listing(rows: int, at: int, said: str = SAID) -> str:
    lines = [LINE.format(number) for number in range(rows)]
    lines[at:at] = [said] if said else []
    return "\n\n".join(lines)


def check_in(text: str) -> QuoteCheckRow:
    start = text.index(WORDS)
    end = start + len(WORDS)
    return QuoteCheckRow(QuoteVerdict.EXACT, start, end, quote_at(text, start, end), ())


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        (SAID, RecheckOutcome.UNCHANGED),
        (SAID.replace("The mayor said", "Nobody believes"), RecheckOutcome.GONE),
        ("", RecheckOutcome.UNREACHED),
        (SAID.replace("14", "40"), RecheckOutcome.UNREACHED),
    ],
)
def test_words_are_found_in_a_very_long_text_and_memory_has_an_end(said: str, outcome: RecheckOutcome) -> None:
    older, newer = listing(40_000, 20_000), listing(40_000, 20_500, said)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = look_again(check_in(older), CapturedWords(older), CapturedWords(newer))
    assert found.outcome is outcome
    if found.start is not None:
        assert newer[found.start : found.end] == WORDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000


def test_words_beside_the_article_of_a_page_are_looked_for_beside_it() -> None:
    older, newer = listing(20, 10), listing(20, 12)
    check = check_in(older)._replace(start=None, end=None)
    found = look_again(check, CapturedWords("Something else.", older), CapturedWords("Something else.", newer))
    assert (found.outcome, found.start) == (RecheckOutcome.UNCHANGED, None)
    assert found.quote is not None
    assert found.quote.exact == WORDS


def test_words_that_left_the_article_are_found_beside_it() -> None:
    older = listing(20, 10)
    newer = listing(20, 10, "")
    found = look_again(check_in(older), CapturedWords(older), CapturedWords(newer, listing(30, 10)))
    assert (found.outcome, found.start) == (RecheckOutcome.UNCHANGED, None)
    assert look_again(check_in(older), CapturedWords(older), CapturedWords(newer)).outcome is RecheckOutcome.GONE


def test_what_has_no_text_now_is_not_said_to_be_gone() -> None:
    older = listing(20, 10)
    assert look_again(check_in(older), CapturedWords(older), CapturedWords(None)).outcome is RecheckOutcome.UNREACHED
    assert look_again(None, CapturedWords(None), CapturedWords(older)).outcome is RecheckOutcome.UNREACHED


def test_whole_texts_are_unchanged_moved_reworded_or_gone() -> None:
    older = listing(20, 10)
    same = look_again(None, CapturedWords(older), CapturedWords(older.replace(" ", "\u00a0")))
    assert same.outcome is RecheckOutcome.UNCHANGED
    assert look_again(None, CapturedWords(older), CapturedWords(listing(20, 15))).outcome is RecheckOutcome.MOVED
    changed = look_again(None, CapturedWords(older), CapturedWords(listing(20, 10, SAID.replace("14", "40"))))
    assert (changed.outcome, changed.remarks[-1]) == (RecheckOutcome.REWORDED, "“14” became “40”.")
    assert look_again(None, CapturedWords(older), CapturedWords("Not here.")).outcome is RecheckOutcome.GONE
    long = listing(40_000, 5)
    told = look_again(None, CapturedWords(long), CapturedWords(f"{long}\n\nMore."))
    assert (told.outcome, "too long" in told.remarks[0]) == (RecheckOutcome.REWORDED, True)
