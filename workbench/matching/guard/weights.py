"""What each signal counts; fitted by ``tests/benchmarks/fit_guard.py`` to the tuning half of the pairs of claims."""

from types import MappingProxyType

SAME = MappingProxyType(
    {
        "equal": -0.41,
        "alike": 2.58,
        "left_many": 0.07,
        "names_shared": 0.45,
        "names_added": 0.20,
        "close": 0.33,
        "length": 0.59,
        "negation": 0.25,
        "denial": -0.93,
        "left_plain": 0.15,
        "told_apart": -0.23,
        "left_odd": 0.41,
        "mismatch": -1.22,
        "cue_even": 1.30,
        "opposite": -1.58,
        "against": -0.45,
        "odd": -1.21,
        "odd_clean": -0.08,
        "made_up": 0.70,
        "even": 1.20,
        "contrast": 0.74,
        "number_added": -1.07,
        "number_shared": 1.20,
        "time_added": -1.17,
        "bound": -0.31,
        "quantifier": 0.09,
        "modality": -0.74,
        "future": 0.67,
        "only": 0.25,
        "rank": -0.00,
        "nothing_differs": 2.39,
        "only_added": 0.35,
        "base": -0.43,
    }
)
"""That two claims are the same, not anything else."""

OPPOSITE = MappingProxyType(
    {
        "odd": 2.39,
        "turned": 1.49,
        "mismatch": 1.61,
        "opposite": 0.98,
        "denial": 0.42,
        "claimer": 0.20,
        "equal": -1.98,
        "base": -0.36,
    }
)
"""That what is not the same is the opposite, not a variant."""

RELATED = MappingProxyType(
    {
        "equal": -3.54,
        "alike": -0.58,
        "left_plain": 2.58,
        "left_odd": 0.96,
        "names_shared": -0.24,
        "base": 0.62,
    }
)
"""That what is not the same is only related, not a variant."""

SAME_FROM = 0.6
"""From this probability on claims count as the same; set so that opposites are kept apart first."""
