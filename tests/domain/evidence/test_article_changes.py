"""A new text of an article is set against the old one, and each claim learns what became of its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.evidence.anchoring_cases import CASES, HARBOUR
from workbench.domain.evidence.article_changes import ArticleChanges, ClaimChange, ClaimFate, article_changes
from workbench.domain.evidence.paragraph_pairs import ParagraphFate
from workbench.domain.evidence.reanchoring import Fate
from workbench.domain.evidence.word_difference import word_blocks

OLD = (
    "Council meets\nThe council met on Monday. Unemployment fell by 5% in March, it heard.\nTaxes rose last year.\n"
    "The mayor was pleased with it all, he said.\nIt rained for days in the north of the county."
)
NEW = (
    "Council meets\nIt rained for days in the north of the county.\n"
    "The council met on Monday. Unemployment rose by 5% in March, it heard.\nTaxes rose last year.\nA new line."
)


def claim(changes: ArticleChanges, words: str, text: str = OLD) -> ClaimChange:
    start = text.index(words)
    return changes.claims([(start, start + len(words))])[0]


def test_paragraphs_that_moved_are_known_as_moved() -> None:
    found = article_changes(OLD, NEW).paragraphs
    assert [(one.fate, NEW[slice(*one.new)][:9] if one.new else "") for one in found] == [
        (ParagraphFate.KEPT, "Council m"),
        (ParagraphFate.MOVED, "It rained"),
        (ParagraphFate.CHANGED, "The counc"),
        (ParagraphFate.KEPT, "Taxes ros"),
        (ParagraphFate.REMOVED, ""),
        (ParagraphFate.ADDED, "A new lin"),
    ]
    changed = next(one for one in found if one.fate is ParagraphFate.CHANGED)
    assert [str(change) for change in changed.changes] == ["“fell” against “rose”"]


@pytest.mark.parametrize(
    ("words", "fate", "now"),
    [
        ("Unemployment fell by 5% in March", ClaimFate.REWORDED, "Unemployment rose by 5% in March"),
        ("The council met on Monday.", ClaimFate.UNCHANGED, "The council met on Monday."),
        ("It rained for days", ClaimFate.MOVED, "It rained for days"),
        ("The mayor was pleased with it all", ClaimFate.REMOVED, None),
        ("Taxes rose last year.", ClaimFate.UNCHANGED, "Taxes rose last year."),
    ],
)
def test_what_becomes_of_a_claim(words: str, fate: ClaimFate, now: str | None) -> None:
    found = claim(article_changes(OLD, NEW), words)
    assert found.fate is fate
    assert (NEW[slice(*found.new)] if found.new else None) == now
    assert bool(found.changes) is (fate is ClaimFate.REWORDED)


def test_a_claim_that_says_something_else_now_says_why() -> None:
    text = "The council met. Unemployment fell by 5% in March. It rained."
    harmless = claim(article_changes(text, text.replace("5%", "5 percent")), "Unemployment fell by 5% in March.", text)
    weighty = claim(article_changes(text, text.replace("5%", "6%")), "Unemployment fell by 5% in March.", text)
    assert (harmless.fate, harmless.reasons) == (ClaimFate.REWORDED, ())
    assert (weighty.fate, weighty.reasons) == (ClaimFate.REWORDED, ("“5” against “6”",))


def test_a_sentence_that_went_to_another_paragraph_is_found() -> None:
    sentence = "The old bridge over the Nor was closed in spring."
    old = f"Headline\nThe council met. {sentence} Then it rained for days.\nAll shops in the town were shut on Sunday."
    new = f"Headline\nThe council met. Then it rained for days.\nAll shops in the town were shut on Sunday. {sentence}"
    found = claim(article_changes(old, new), sentence, old)
    assert found.fate is ClaimFate.MOVED
    assert found.new is not None
    assert new[slice(*found.new)] == sentence


def test_a_sentence_that_denies_the_claim_now_is_no_unchanged_one() -> None:
    text = "The council met. The minister said unemployment fell by 5% in March. It rained."
    new = text.replace("The minister said", "It is a myth that")
    found = claim(article_changes(text, new), "unemployment fell by 5% in March", text)
    assert found.fate is ClaimFate.REWORDED
    assert found.new is not None
    assert new[slice(*found.new)] == "unemployment fell by 5% in March"
    assert found.reasons == ("The sentence around these words denies, supposes or only alleges otherwise than it did.",)


def test_a_claim_over_two_paragraphs_is_followed_through_both() -> None:
    old, new = "The bridge is shut.\nIt will open in May.", "News.\nThe bridge is shut.\nIt will open in June."
    words = "shut.\nIt will open in May"
    found = claim(article_changes(old, new), words, old)
    assert found.fate is ClaimFate.REWORDED
    assert found.new is not None
    assert new[slice(*found.new)] == "shut.\nIt will open in June"


def test_typesetting_is_no_change() -> None:
    new = OLD.replace("\n", "\n\n").replace("'", "’").replace("by 5%", "by\u00a05 %")
    changes = article_changes(OLD, new)
    assert not changes.changed
    assert claim(changes, "Unemployment fell by 5% in March").fate is ClaimFate.UNCHANGED


@pytest.mark.parametrize("wanted", [Fate.ORPHAN, Fate.REWORDED])
def test_no_claim_of_the_table_of_cases_passes_for_unchanged(wanted: Fate) -> None:
    """An edit of the claim's own words is seen, and those that say something else come with a reason."""
    for case in CASES:
        if case.wanted is not wanted or not case.old or case.old not in case.words or case.words not in case.article:
            continue
        start = case.article.index(case.words)
        if case.article.index(case.old) < start:
            continue
        found = article_changes(case.article, case.newer).claims([(start, start + len(case.words))])[0]
        assert found.fate in {ClaimFate.REWORDED, ClaimFate.REMOVED}, case
        assert wanted is Fate.REWORDED or found.fate is ClaimFate.REMOVED or found.reasons, case


PARAGRAPHS = st.lists(st.sampled_from([line for line in HARBOUR.split("\n") if line] + ["A new line."]), max_size=8)


@given(PARAGRAPHS, PARAGRAPHS)
def test_every_paragraph_has_one_place(old: list[str], new: list[str]) -> None:
    older, newer = "\n".join(old), "\n".join(new)
    found = article_changes(older, newer).paragraphs
    assert sorted(older[slice(*one.old)] for one in found if one.old) == sorted(old)
    assert [newer[slice(*one.new)] for one in found if one.new] == new


@given(st.text(alphabet="ab. \n5%", max_size=60), st.text(alphabet="ab. \n5%", max_size=60), st.data())
def test_any_two_texts_can_be_set_against_each_other(older: str, newer: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(older)))
    end = data.draw(st.integers(start, len(older)))
    found = article_changes(older, newer).claims([(start, end)])[0]
    assert found.new is None or 0 <= found.new[0] <= found.new[1] <= len(newer)
    assert article_changes(older, older).changed is False


@given(
    st.lists(st.sampled_from("a b c d e".split()), max_size=40),
    st.lists(st.sampled_from("a b c d e".split()), max_size=40),
)
def test_blocks_give_both_rows_without_gaps(one: list[str], other: list[str]) -> None:
    blocks = word_blocks(one, other)
    assert [word for block in blocks for word in one[block.start : block.end]] == one
    assert [word for block in blocks for word in other[block.other_start : block.other_end]] == other
    for block in blocks:
        same = one[block.start : block.end] == other[block.other_start : block.other_end]
        assert same or not block.same
