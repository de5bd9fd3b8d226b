"""An excerpt is compared with its source letter by letter, and nothing that is not there passes silently."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.domain.evidence.anchoring_cases import COURT, HARBOUR
from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.changes import ChangeKind
from workbench.domain.evidence.context import Around
from workbench.domain.evidence.quote_check import QuoteVerdict, check_quote

SOURCE = CapturedText(
    "The minister said on Monday: “We closed the port, and we did not reopen it until the 40 million dollars were "
    "paid.” He added that unemployment fell by 5.2% in March – a well-\nknown problem. Was it closed? The spokesman’s "
    "office re-signed the deal, at −5 degrees, for 10–15 people in 2019–20. [Laughter] We closed the port."
)


def verdict_of(excerpt: str) -> QuoteVerdict:
    return check_quote(excerpt, SOURCE).verdict


@pytest.mark.parametrize(
    ("excerpt", "verdict"),
    [
        ("we did not reopen it", QuoteVerdict.EXACT),
        ("[Laughter] We closed the port.", QuoteVerdict.EXACT),
        ('"We closed the port, and we did not reopen it"', QuoteVerdict.TYPOGRAPHIC),
        ("fell by 5.2% in March - a well-known problem", QuoteVerdict.TYPOGRAPHIC),
        ("The spokesman's office", QuoteVerdict.TYPOGRAPHIC),
        ("we closed the port", QuoteVerdict.TYPOGRAPHIC),
        ("He added that unemployment fell,", QuoteVerdict.TYPOGRAPHIC),
        ("10-15 people", QuoteVerdict.TYPOGRAPHIC),
        ("We closed the port … until the 40 million dollars were paid", QuoteVerdict.WITH_ELLIPSES),
        ("We closed […] were paid.", QuoteVerdict.WITH_ELLIPSES),
        ("… we did not reopen it ...", QuoteVerdict.WITH_ELLIPSES),
        ("[W]e closed the port", QuoteVerdict.WITH_INSERTIONS),
        ("He [the minister] added that unemployment fell", QuoteVerdict.WITH_INSERTIONS),
        ("[The minister] added that unemployment fell", QuoteVerdict.WITH_INSERTIONS),
        ("unemployment rose by 5.2% in March", QuoteVerdict.ALTERED),
        ("unemployment fell by 2.5% in March", QuoteVerdict.ALTERED),
        ("we did reopen it until the 40 million dollars were paid", QuoteVerdict.ALTERED),
        ("Was it closed.", QuoteVerdict.ALTERED),
        ("office resigned the deal", QuoteVerdict.ALTERED),
        ("He added … We closed the port, and", QuoteVerdict.ALTERED),
        ("the unions went on strike for pay", QuoteVerdict.NOT_FOUND),
        ("", QuoteVerdict.NOT_FOUND),
        ("…", QuoteVerdict.NOT_FOUND),
    ],
)
def test_the_verdict_on_an_excerpt(excerpt: str, verdict: QuoteVerdict) -> None:
    check = check_quote(excerpt, SOURCE)
    assert check.verdict is verdict
    assert check.stands is (verdict not in {QuoteVerdict.ALTERED, QuoteVerdict.NOT_FOUND})
    if verdict is QuoteVerdict.ALTERED:
        assert check.changes or check.remarks


@pytest.mark.parametrize(
    "excerpt",
    [
        "unemployment fell by 5",
        "until the 40",
        "5 degrees",
        "15 people",
        "people in 2019",
        "million dollars were paid",
        "until the 40 … were paid",
    ],
)
def test_a_number_that_is_cut_is_an_alteration(excerpt: str) -> None:
    check = check_quote(excerpt, SOURCE)
    assert check.verdict is QuoteVerdict.ALTERED
    assert [change.kind for change in check.changes] == [ChangeKind.NUMBER]


@pytest.mark.parametrize("excerpt", ["ort, and we did", "closed the por", "nemployment fell", "e did not reopen i"])
def test_half_a_word_is_no_excerpt(excerpt: str) -> None:
    assert not check_quote(excerpt, SOURCE).stands


def test_differences_are_spans_on_both_sides() -> None:
    excerpt = "He added that unemployment rose by 2.5% in April"
    check = check_quote(excerpt, SOURCE)
    assert [(change.kind, change.words, change.source_words) for change in check.changes] == [
        (ChangeKind.DIRECTION, "rose", "fell"),
        (ChangeKind.NUMBER, "2.5", "5.2"),
        (ChangeKind.NUMBER, "April", "March"),
    ]
    for change in check.changes:
        assert excerpt[change.start : change.end] == change.words
        assert SOURCE.text[change.source_start : change.source_end] == change.source_words


def test_words_left_out_are_shown_and_a_negation_among_them_is_pointed_out() -> None:
    check = check_quote("we did … reopen it until […] paid", SOURCE)
    assert [left.words for left in check.left_out] == ["not", "the 40 million dollars were"]
    assert [bool(left.warning) for left in check.left_out] == [True, False]
    for left in check.left_out:
        assert SOURCE.text[left.source_start : left.source_end] == left.words


def test_brackets_that_stand_for_a_negation_show_it() -> None:
    check = check_quote("we [have to] reopen it", SOURCE)
    assert check.verdict is QuoteVerdict.WITH_INSERTIONS
    assert [inserted.words for inserted in check.insertions] == ["[have to]"]
    assert check.left_out[0].words == "did not"
    assert check.left_out[0].warning


def test_words_that_their_sentence_denies_come_with_a_remark() -> None:
    source = CapturedText("He spoke. It is not true that we closed the port. We left the port open, he said.")
    check = check_quote("we closed the port", source)
    assert check.verdict is QuoteVerdict.EXACT
    assert check.remarks == ("In its sentence “not” stands before these words.",)
    assert check_quote("We left the port open", source).remarks == ()


def test_pieces_far_apart_are_no_quotation() -> None:
    source = CapturedText(f"We closed the port. {'Nothing happened. ' * 300}We opened it again.")
    check = check_quote("We closed the port … We opened it again.", source)
    assert check.verdict is QuoteVerdict.ALTERED
    assert check.remarks == ("The pieces stand far apart in the source.",)


def test_words_that_stand_twice_are_told_apart_by_their_neighbours() -> None:
    words = "We closed the port"
    last = SOURCE.text.rindex(words)
    plain = check_quote(words, SOURCE)
    assert (plain.occurrences, plain.ambiguous) == (2, True)
    assert plain.remarks
    for around in (Around("[Laughter] ", "."), Around(start=last)):
        check = check_quote(words, SOURCE, around)
        assert (check.occurrences, check.ambiguous) == (2, False)
        assert check.span == (last, last + len(words))


@pytest.mark.parametrize("text", [HARBOUR, COURT])
def test_each_sentence_of_an_article_is_exact(text: str) -> None:
    source = CapturedText(text)
    for line in filter(None, text.split("\n")):
        check = check_quote(line, source)
        assert check.verdict is QuoteVerdict.EXACT
        assert check.span is not None
        assert text[slice(*check.span)] == line


@given(st.data())
def test_whole_words_of_a_text_are_found_where_they_stand(data: st.DataObject) -> None:
    words = data.draw(
        st.lists(st.sampled_from("port closed we the it is, “so” don’t über 見 שלום".split()), min_size=1)
    )
    text = data.draw(st.sampled_from([" ", "\n", "\u00a0"])).join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    before = " ".join(words[:first])
    start = len(before) + bool(before)
    exact = text[start : start + len(" ".join(words[first:last]))]
    check = check_quote(exact, CapturedText(text), Around(start=start))
    assert check.verdict in {QuoteVerdict.EXACT, QuoteVerdict.TYPOGRAPHIC}
    assert check.span == (start, start + len(exact))


@given(st.data())
def test_a_word_that_was_exchanged_never_passes(data: st.DataObject) -> None:
    words = [word for word in SOURCE.text.split() if word.isalpha()]
    at = data.draw(st.integers(0, len(words) - 3))
    run = SOURCE.text[SOURCE.text.index(words[at]) :].split()[:6]
    index = data.draw(st.integers(0, len(run) - 1))
    other = data.draw(st.sampled_from("rose fell 17 Leeds never May".split()))
    assume(run[index].strip(".,?:“”") != other)
    changed = " ".join([*run[:index], other, *run[index + 1 :]])
    check = check_quote(changed, SOURCE)
    assert not check.stands


@given(st.text(max_size=60), st.text(max_size=120))
def test_any_text_can_be_compared_with_any(excerpt: str, text: str) -> None:
    check = check_quote(excerpt, CapturedText(text))
    for passage in check.passages:
        assert 0 <= passage.start <= passage.end <= len(excerpt)
        assert 0 <= passage.source_start <= passage.source_end <= len(text)
    for change in check.changes:
        assert 0 <= change.source_start <= change.source_end <= len(text)
    if check.verdict is QuoteVerdict.EXACT:
        assert check.span is not None
        assert text[slice(*check.span)] == excerpt.strip()
