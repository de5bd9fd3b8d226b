"""Agreement as the literature defines it, and nothing where it is not defined."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.agreement import (
    Judgement,
    Level,
    Value,
    agreement,
    agreement_by_pair,
    cohen_kappa,
    krippendorff_alpha,
    percent_agreement,
)


def judged(rows: Mapping[str, str]) -> list[Judgement]:
    """Read a table as it is printed: a row for each reviewer, a column for each unit, a point where none was given."""
    return [
        Judgement(f"unit {column}", reviewer, int(value) if value.isdigit() else value)
        for reviewer, row in rows.items()
        for column, value in enumerate(row.split())
        if value != "."
    ]


def crossed(table: Sequence[Sequence[int]]) -> list[Judgement]:
    """Read a table of counts: rows are the first reviewer's categories, columns the second's."""
    cells = [(row, column, n) for row, line in enumerate(table) for column, n in enumerate(line)]
    units = [(row, column) for row, column, count in cells for _ in range(count)]
    return [
        Judgement(f"unit {at}", who, value)
        for at, pair in enumerate(units)
        for who, value in zip(("ana", "ben"), pair, strict=True)
    ]


BINARY = judged({"Meg": "0 1 0 0 0 0 0 0 1 0", "Owen": "1 1 1 0 0 1 0 0 0 0"})
NOMINAL = judged({"Ben": "a a b b d c c c e d d a", "Gerry": "b a b b b c c c e d d d"})
FOUR = judged({
    "A": "1 2 3 3 2 1 4 1 2 . . .",
    "B": "1 2 3 3 2 2 4 1 2 5 . 3",
    "C": ". 3 3 3 2 3 4 2 2 5 1 .",
    "D": "1 2 3 3 2 4 4 1 2 5 1 .",
})  # fmt: skip


@pytest.mark.parametrize(
    ("data", "level", "published"),
    [
        (BINARY, Level.NOMINAL, 0.095),
        (NOMINAL, Level.NOMINAL, 0.692),
        (FOUR, Level.NOMINAL, 0.743),
        (FOUR, Level.ORDINAL, 0.815),
        (FOUR, Level.INTERVAL, 0.849),
    ],
)
def test_alpha_is_what_krippendorff_computes_in_2011(data: list[Judgement], level: Level, published: float) -> None:
    assert round(krippendorff_alpha(data, level) or 0, 3) == published


@pytest.mark.parametrize(
    ("table", "observed", "published"),
    [
        # Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions (3rd ed.), table 18.1.
        (((75, 1, 4), (5, 4, 1), (0, 0, 10)), 0.89, 0.68),
        # The usual introduction: two readers say yes or no to 50 proposals.
        (((20, 5), (10, 15)), 0.70, 0.40),
        # The same share of equal values, other margins, another kappa.
        (((45, 15), (25, 15)), 0.60, 0.13),
        (((25, 35), (5, 35)), 0.60, 0.26),
    ],
)
def test_kappa_is_what_textbooks_compute(table: Sequence[Sequence[int]], observed: float, published: float) -> None:
    data = crossed(table)
    assert percent_agreement(data) == observed
    assert round(cohen_kappa(data, "ana", "ben") or 0, 2) == published


@pytest.mark.parametrize(
    "data",
    [
        [],
        judged({"ana": "1 2 3"}),
        judged({"ana": "1 . 3 .", "ben": ". 2 . 4"}),
    ],
    ids=["nothing", "one reviewer", "no unit in common"],
)
def test_where_nothing_can_be_compared_there_is_no_number(data: list[Judgement]) -> None:
    for level in Level:
        assert agreement(data, level) == (0, None, None, None)
        assert agreement_by_pair(data, level) == ()
    assert cohen_kappa(data, "ana", "ben") is None


def test_where_only_one_value_was_used_agreement_by_chance_is_certain_and_no_coefficient_exists() -> None:
    data = judged({"ana": "1 1 1", "ben": "1 1 1"})
    for level in Level:
        assert agreement(data, level) == (3, 1.0, None, None)


def test_a_value_outside_the_compared_units_does_not_count() -> None:
    data = judged({"ana": "1 1 2 .", "ben": "1 1 . 2"})
    assert agreement(data, Level.NOMINAL) == (2, 1.0, None, None)


def test_one_who_used_one_value_agrees_no_better_than_chance() -> None:
    data = judged({"ana": "1 1 1 1", "ben": "1 1 2 2"})
    assert cohen_kappa(data, "ana", "ben") == 0.0


def test_full_disagreement_of_two_is_worse_than_chance() -> None:
    data = judged({"ana": "1 2 1 2", "ben": "2 1 2 1"})
    assert cohen_kappa(data, "ana", "ben") == -1.0
    assert krippendorff_alpha(data, Level.NOMINAL) == -0.75
    assert percent_agreement(data) == 0.0


def test_each_pair_is_given_with_its_own_units_and_all_with_the_mean_kappa() -> None:
    data = judged({"cid": "1 2 . 1", "ana": "1 2 1 .", "ben": "1 1 2 2"})
    pairs = agreement_by_pair(data, Level.NOMINAL)
    assert [(pair.first, pair.second, pair.agreement.units, pair.agreement.percent) for pair in pairs] == [
        ("ana", "ben", 3, pytest.approx(1 / 3)),
        ("ana", "cid", 2, 1.0),
        ("ben", "cid", 3, pytest.approx(1 / 3)),
    ]
    kappas = [pair.agreement.kappa for pair in pairs]
    whole = agreement(data, Level.NOMINAL)
    assert whole.units == 4
    assert whole.percent == pytest.approx(4 / 8)
    assert whole.kappa == pytest.approx(sum(kappa or 0 for kappa in kappas) / 3)


def test_a_later_judgement_of_the_same_reviewer_replaces_the_earlier() -> None:
    data = [Judgement("u", "ana", 2), *judged({"ana": "1", "ben": "2"}), Judgement("unit 0", "ana", 2)]
    assert percent_agreement(data) == 1.0


def test_names_have_no_distances_and_share_no_order_with_numbers() -> None:
    with pytest.raises(ValueError, match="no distances"):
        krippendorff_alpha(NOMINAL, Level.INTERVAL)
    mixed = [Judgement("u", "ana", "a"), Judgement("u", "ben", 1)]
    with pytest.raises(ValueError, match="no common order"):
        krippendorff_alpha(mixed, Level.ORDINAL)


TABLES = st.dictionaries(
    st.tuples(st.integers(0, 6), st.sampled_from(("ana", "ben", "cid", "dot"))), st.integers(1, 4), max_size=24
).map(lambda cells: [Judgement(f"u{unit}", who, value) for (unit, who), value in cells.items()])


@given(TABLES, st.randoms(use_true_random=False), st.sampled_from(Level))
def test_neither_order_nor_names_change_the_agreement(data: list[Judgement], random: object, level: Level) -> None:
    units, people = {f"u{n}": f"v{6 - n}" for n in range(7)}, {"ana": "z", "ben": "y", "cid": "x", "dot": "w"}
    other = [Judgement(units[unit], people[who], value) for unit, who, value in data]
    random.shuffle(other)  # type: ignore[attr-defined]
    assert agreement(other, level) == agreement(data, level)


@given(TABLES, st.sampled_from(Level))
def test_those_who_say_the_same_agree_perfectly_or_by_certain_chance(data: list[Judgement], level: Level) -> None:
    said: dict[str, Value] = {}
    same = [judgement._replace(value=said.setdefault(judgement.unit, judgement.value)) for judgement in data]
    whole = agreement(same, level)
    compared = {unit for unit, _, _ in same if sum(unit == other for other, _, _ in same) > 1}
    varied = len({said[unit] for unit in compared}) > 1
    assert whole.percent == (1.0 if compared else None)
    assert whole.alpha == (1.0 if varied else None)
    assert whole.kappa in {1.0, None}


@given(TABLES, st.sampled_from(Level))
def test_coefficients_stay_within_their_bounds_and_ones_mean_agreement(data: list[Judgement], level: Level) -> None:
    whole = agreement(data, level)
    for pair in (whole, *(pair.agreement for pair in agreement_by_pair(data, level))):
        assert pair.percent is None or 0 <= pair.percent <= 1
        for coefficient in (pair.kappa, pair.alpha):
            assert coefficient is None or -1 <= coefficient <= 1
        assert pair.alpha != 1.0 or pair.percent == 1.0


@given(TABLES, st.integers(1, 5), st.integers(-9, 9))
def test_an_interval_alpha_knows_no_unit_of_measure(data: list[Judgement], factor: int, shift: int) -> None:
    moved = [judgement._replace(value=judgement.value * factor + shift) for judgement in data]  # type: ignore[operator]
    assert krippendorff_alpha(moved, Level.INTERVAL) == krippendorff_alpha(data, Level.INTERVAL)


@given(TABLES)
def test_an_ordinal_alpha_knows_the_order_alone(data: list[Judgement]) -> None:
    stretched = [judgement._replace(value=judgement.value**3) for judgement in data]  # type: ignore[operator]
    assert krippendorff_alpha(stretched, Level.ORDINAL) == krippendorff_alpha(data, Level.ORDINAL)
