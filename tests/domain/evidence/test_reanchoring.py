"""Words are found again where they are the same, and an honest orphan is preferred to a lookalike."""

import re
from collections import Counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.domain.evidence.anchoring_cases import CASES, COURT, HARBOUR, Case
from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.reanchoring import Fate, Reanchored, reanchor
from workbench.domain.spans import quote_at

SENTENCES = [
    sentence
    for article in (HARBOUR, COURT)
    for sentence in re.findall(r"[A-Z][^\n]*?[a-z%\d]\.(?= [A-Z]|\n)", article)
    if len(sentence.split()) > 5
]
EXCHANGES = (
    ("fell", "rose"), ("rose", "fell"), ("approved", "rejected"), ("rejected", "approved"), ("not ", ""), ("no", "a"),
    ("were", "were not"), ("was", "was never"), ("has", "has not"), ("will", "will not"), ("Norham", "Leeds"),
    ("Leeds", "Norham"), ("Reyes", "Holm"), ("Byrne", "Reyes"), ("March", "May"), ("June", "July"), ("Monday", "Friday"),
    ("million", "billion"), ("More", "Fewer"), ("Fewer", "More"), ("last week", "last month"), ("All", "Few"),
    ("acquitted", "convicted"), ("denied", "confirmed"), ("legal", "illegal"), ("seven", "three"), ("two", "ten"),
)  # fmt: skip


def found_again(case: Case, *, with_older: bool) -> Reanchored:
    start = case.article.index(case.words)
    quote = quote_at(case.article, start, start + len(case.words))
    older = CapturedText(case.article) if with_older else None
    return reanchor(quote, CapturedText(case.newer), start, older)


@pytest.mark.parametrize("with_older", [True, False], ids=["with the older text", "with the quote alone"])
def test_the_table_of_cases(with_older: bool) -> None:
    wrong = [
        f"{case.words!r}: {case.old!r} became {case.new!r}: {found.fate}, wanted {case.wanted} {found.reasons}"
        for case in CASES
        if (found := found_again(case, with_older=with_older)).fate is not case.wanted
    ]
    assert not wrong, "\n".join(wrong)
    assert len(CASES) >= 80
    assert min(Counter(case.wanted for case in CASES).values()) >= 10


def test_an_orphan_shows_what_looks_like_it_and_says_why_it_was_not_taken() -> None:
    text = "Trade was slow. Container traffic fell by 12% in June. The board met."
    words = "Container traffic fell by 12% in June."
    start = text.index(words)
    newer = text.replace("fell", "rose").replace("12", "21")
    found = reanchor(quote_at(text, start, start + len(words)), CapturedText(newer), start)
    assert found.fate is Fate.ORPHAN
    assert found.span is None
    assert found.lookalike is not None
    assert newer[slice(*found.lookalike)] == "Container traffic rose by 21% in June."
    assert found.reasons == ("“fell” against “rose”", "“12” against “21”")


def test_equal_words_are_told_apart_by_their_neighbours_or_not_at_all() -> None:
    text = "In Leeds the council met. It voted for the plan. In Bath the council met. It voted for the plan. Both rest."
    words = "It voted for the plan."
    second = text.rindex(words)
    quote = quote_at(text, second, second + len(words))
    newer = "New. " + text
    found = reanchor(quote, CapturedText(newer), second, CapturedText(text))
    assert (found.fate, found.span) == (Fate.UNCHANGED, (second + 5, second + 5 + len(words)))
    alone = "Then there was rain. It voted for the plan. And sun."
    assert reanchor(quote, CapturedText(alone), second, CapturedText(text)).fate is Fate.ORPHAN


@pytest.mark.parametrize("exchange", EXCHANGES, ids="-".join)
def test_what_says_something_else_is_never_taken_for_the_same(exchange: tuple[str, str]) -> None:
    old, new = exchange
    there = [sentence for sentence in SENTENCES if re.search(rf"(?<!\w){old.strip()}(?!\w)", sentence)]
    assert there
    for sentence in there:
        changed = re.sub(rf"(?<!\w){old}(?!\w)" if old.strip() == old else old, new, sentence, count=1)
        text = f"The town woke early. {sentence} Nobody else spoke."
        quote = quote_at(text, 21, 21 + len(sentence))
        for older in (None, CapturedText(text)):
            assert reanchor(quote, CapturedText(text.replace(sentence, changed)), 21, older).fate is Fate.ORPHAN


@given(st.sampled_from(SENTENCES), st.data())
def test_another_number_is_never_the_same(sentence: str, data: st.DataObject) -> None:
    numbers = list(re.finditer(r"\d+", sentence))
    assume(numbers)
    number = data.draw(st.sampled_from(numbers))
    other = str(data.draw(st.integers(0, 99_999)))
    assume(other != number.group().lstrip("0"))
    changed = sentence[: number.start()] + other + sentence[number.end() :]
    text = f"The town woke early. {sentence} Nobody else spoke."
    quote = quote_at(text, 21, 21 + len(sentence))
    assert reanchor(quote, CapturedText(text.replace(sentence, changed)), 21).fate is Fate.ORPHAN


@given(st.sampled_from(SENTENCES), st.data())
def test_a_name_of_another_is_never_the_same(sentence: str, data: st.DataObject) -> None:
    names = list(re.finditer(r"(?<=[a-z] )[A-Z][a-z]+", sentence))
    assume(names)
    name = data.draw(st.sampled_from(names))
    other = data.draw(st.from_regex(r"[A-Z][a-z]{2,9}", fullmatch=True))
    assume(other.casefold() != name.group().casefold())
    changed = sentence[: name.start()] + other + sentence[name.end() :]
    text = f"The town woke early. {sentence} Nobody else spoke."
    quote = quote_at(text, 21, 21 + len(sentence))
    assert reanchor(quote, CapturedText(text.replace(sentence, changed)), 21).fate is Fate.ORPHAN


@given(st.sampled_from(SENTENCES), st.permutations(SENTENCES), st.booleans())
def test_a_sentence_that_moved_is_found(sentence: str, order: list[str], with_older: bool) -> None:
    text, newer = " ".join(SENTENCES), " ".join(order)
    start = text.index(sentence)
    quote = quote_at(text, start, start + len(sentence))
    found = reanchor(quote, CapturedText(newer), start, CapturedText(text) if with_older else None)
    assert found.fate in {Fate.UNCHANGED, Fate.MOVED}
    assert found.span is not None
    assert newer[slice(*found.span)] == sentence


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40), st.text(max_size=100))
def test_any_quote_can_be_looked_for_in_any_text(before: str, exact: str, behind: str, text: str) -> None:
    quote = quote_at(before + exact + behind, len(before), len(before) + len(exact))
    found = reanchor(quote, CapturedText(text), len(before), CapturedText(before + exact + behind))
    assert (found.span is None) is (found.fate is Fate.ORPHAN)
    for span in (found.span, found.lookalike):
        assert span is None or 0 <= span[0] <= span[1] <= len(text)


@given(st.sampled_from(SENTENCES))
def test_in_the_same_text_everything_is_unchanged(sentence: str) -> None:
    article = HARBOUR if sentence in HARBOUR else COURT
    start = article.index(sentence)
    quote = quote_at(article, start, start + len(sentence))
    found = reanchor(quote, CapturedText(article), start, CapturedText(article))
    assert (found.fate, found.span) == (Fate.UNCHANGED, (start, start + len(sentence)))
