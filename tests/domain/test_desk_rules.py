"""States, filters, amounts, public ids: the pure rules of the desk."""

import contextlib
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.rows import ClaimFilter
from claims_db.vocabulary import ClaimKind, ClaimState
from workbench.domain.amounts import amounts_in
from workbench.domain.public_ids import uuid7
from workbench.domain.scales import DEFAULT_SCALE
from workbench.domain.search_words import parse_filter
from workbench.domain.states import TRANSITIONS, Step, after, allows
from workbench.errors import BadInput, Refused


def test_a_verdict_on_a_published_claim_is_refused_with_what_can_be_done() -> None:
    with pytest.raises(Refused) as refused:
        after(ClaimState.PUBLISHED, Step.RECORD)
    assert "correct" in refused.value.hint


def test_every_state_can_be_reached_from_a_new_claim() -> None:
    reached, waiting = set(), [ClaimState.PROPOSED]
    while waiting:
        state = waiting.pop()
        if state not in reached:
            reached.add(state)
            waiting += [target for (origin, _), target in TRANSITIONS.items() if origin is state]
    assert reached == set(ClaimState)


@given(st.sampled_from(ClaimState), st.sampled_from(Step))
def test_a_step_is_either_in_the_table_or_refused(state: ClaimState, step: Step) -> None:
    if allows(state, step):
        assert after(state, step) in ClaimState
    else:
        with pytest.raises(Refused):
            after(state, step)


def test_a_filter_narrows_by_fields_and_words() -> None:
    wanted = parse_filter(
        'state:queued,recorded kind:quantity claimer:"Inga Holm" worth:0.5 article:A-3 ferry "in March" queue:"sea trade" '
        "assigned:ben"
    )
    assert wanted == ClaimFilter(
        states=(ClaimState.QUEUED, ClaimState.RECORDED),
        kinds=(ClaimKind.QUANTITY,),
        claimer="Inga Holm",
        article=3,
        minimum_worth=0.5,
        words=("ferry", "in March"),
        queue="sea trade",
        assigned="ben",
    )


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("stat:queued", "state"),
        ("asigned:ben", "assigned"),
        ("queu:desk", "queue"),
        ("kind:quantities", "quantity"),
        ("worth:2", "0 to 1"),
    ],
)
def test_a_wrong_filter_says_what_was_meant(words: str, hint: str) -> None:
    with pytest.raises(BadInput) as bad:
        parse_filter(words)
    assert hint in bad.value.hint


@given(st.text(string.printable, max_size=60))
def test_any_filter_is_read_or_refused(words: str) -> None:
    with contextlib.suppress(BadInput):
        assert isinstance(parse_filter(words), ClaimFilter)


@pytest.mark.parametrize(
    ("words", "amounts"),
    [
        ("about 30 missions", ["30"]),
        ("ten strategic bombers", ["10"]),
        ("$40 billion, not $400bn", ["40000000000 USD", "400000000000 USD"]),
        ("5.2% or 2.5 per cent", ["5.2%", "2.5%"]),
        ("twenty-five thousand people", ["25000"]),
        ("within 20 kilometres", ["20 km"]),
        ("10,001 soldiers", ["10001"]),
        ("one of the ministers", []),
    ],
)
def test_numbers_have_one_value_however_they_are_written(words: str, amounts: list[str]) -> None:
    assert [str(amount) for amount in amounts_in(words)] == amounts


@given(st.text(max_size=80))
def test_amounts_stand_where_they_say(words: str) -> None:
    for amount in amounts_in(words):
        assert 0 <= amount.start < amount.end <= len(words)
        assert words[amount.start : amount.end].strip()


@given(st.integers(0, 2**47), st.binary(min_size=10, max_size=10))
def test_public_ids_sort_by_time(micros: int, randomness: bytes) -> None:
    assert uuid7(micros, randomness) < uuid7(micros + 1_000, randomness)
    assert uuid7(micros, randomness)[14] == "7"


def test_the_scale_has_a_key_for_every_rating() -> None:
    assert len(DEFAULT_SCALE.ratings) <= 9
    assert len({rating.slug for rating in DEFAULT_SCALE.ratings}) == len(DEFAULT_SCALE.ratings)
    assert all(rating.value is None or 1 <= rating.value <= 5 for rating in DEFAULT_SCALE.ratings)
