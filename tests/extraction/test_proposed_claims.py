"""What a model proposes counts only where its words stand in the text, and never more than what it quotes."""

import pytest

from claims_db.rows import DateRow
from claims_db.vocabulary import ClaimKind, DatePrecision
from workbench.domain.proposer import Dropped, Proposals, ProposedWords
from workbench.domain.reasons import reason_words, strongest
from workbench.extraction.find import find_candidates
from workbench.extraction.proposed import Joined, join

TEXT = """Ferries

The ferry line carried 40,000 passengers last month, said its director, Inga Holm. The harbour was deepened.

Read more: How safe are ferries?
"""
PUBLISHED = DateRow("2021-11-23", DatePrecision.DAY)
NUMBER = "The ferry line carried 40,000 passengers last month"


def joined(*words: ProposedWords, text: str = TEXT) -> Joined:
    return join(text, find_candidates(text, PUBLISHED), Proposals(words, (), len(text)), "tiny-1", PUBLISHED)


def claimed(found: Joined, text: str = TEXT) -> list[str]:
    return [text[one.start : one.end] for one in found.extraction.candidates]


@pytest.mark.parametrize(
    ("exact", "why"),
    [
        ("The ferry line carried 41,000 passengers", "not in the text word for word"),
        ("the ferry line carried 40,000 passengers", "not in the text word for word"),
        ("The ferry line  carried 40,000 passengers", "not in the text word for word"),
        ("erry line carried 40,000 passengers", "begins or ends inside a word"),
        ("The ferry line carried 40,000 passenger", "begins or ends inside a word"),
        ("The harbour was deepened.\n\nRead more: How safe", "runs over paragraphs"),
        ("The ferry", "too few words to state something"),
        (" ", "too few words to state something"),
        ("was so " * 1_000, "too long to be one statement"),
    ],
)
def test_words_that_are_no_claim_of_the_text_are_dropped_with_the_reason(exact: str, why: str) -> None:
    found = joined(ProposedWords(exact))
    assert found.dropped == (Dropped(exact, why),)
    assert found.extraction == find_candidates(TEXT, PUBLISHED)


def test_the_same_words_are_kept_once_as_the_rules_read_them_and_name_the_model() -> None:
    before = find_candidates(TEXT, PUBLISHED)
    found = joined(ProposedWords(NUMBER + ",", "event", "Read"), ProposedWords(NUMBER, "rule"))
    assert claimed(found) == [TEXT[one.start : one.end] for one in before.candidates]
    ours, both = before.candidates[0], found.extraction.candidates[0]
    assert (both.kind, both.claimer, both.check_worthiness) == (ours.kind, ours.claimer, ours.check_worthiness)
    assert [reason_words(one) for one in both.reasons if one not in ours.reasons] == ["proposed by tiny-1"]
    assert "proposed by tiny-1" in [one.name for one in strongest(both.reasons)], "no list of reasons leaves it out"
    assert found.dropped == (Dropped(NUMBER, "proposed twice"),)


def test_other_words_become_a_candidate_with_our_check_worthiness() -> None:
    found = joined(ProposedWords("carried 40,000 passengers last month", "quantity", "Inga Holm"))
    (new,) = [one for one in found.extraction.candidates if TEXT[one.start :].startswith("carried")]
    assert TEXT[new.start : new.end] == "carried 40,000 passengers last month"
    assert new.statement == "Carried 40,000 passengers last month [2021-10]."
    assert (new.kind, new.claimer) == (ClaimKind.QUANTITY, "Inga Holm")
    assert [TEXT[one.start : one.end] for one in new.amounts] == ["40,000"]
    assert 0 < new.check_worthiness < 1
    assert [one.start for one in found.extraction.candidates] == sorted(
        one.start for one in found.extraction.candidates
    )


@pytest.mark.parametrize(
    ("kind", "claimer", "kept"),
    [
        ("quantity", "Inga Holm", "Inga Holm"),
        ("quantity", "director", "director"),
        ("quantity", "Inga Hol", ""),
        ("quantity", "The Prime Minister", ""),
        ("quantity", "Inga\nHolm", ""),
        ("pants on fire", "Inga Holm", "Inga Holm"),
    ],
)
def test_a_claimer_has_to_stand_in_the_text_and_a_kind_among_ours(kind: str, claimer: str, kept: str) -> None:
    found = joined(ProposedWords("carried 40,000 passengers last month", kind, claimer))
    (new,) = [one for one in found.extraction.candidates if TEXT[one.start :].startswith("carried")]
    assert new.claimer == kept
    assert new.kind is ClaimKind.QUANTITY
    assert any("named a claimer" in one for one in new.assumptions) is (not kept)


def test_what_the_rules_refused_is_offered_where_the_model_proposes_it() -> None:
    refused = "Read more: How safe are ferries?"
    assert refused in [TEXT[one.start : one.end] for one in find_candidates(TEXT).refusals]
    found = joined(ProposedWords(refused))
    assert refused in claimed(found)
    assert refused not in [TEXT[one.start : one.end] for one in found.extraction.refusals]


def test_words_that_stand_everywhere_cost_little() -> None:
    text = "a" * 50_000
    assert joined(*[ProposedWords("a a a")] * 200, text=text).dropped
    assert joined(*[ProposedWords("aaa", claimer="aa")] * 200, text="a a a " * 9_000).dropped
