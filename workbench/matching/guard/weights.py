"""What each signal counts; fitted by ``tests/benchmarks/fit_guard.py`` to the tuning half of the pairs of claims."""

from types import MappingProxyType

SAME = MappingProxyType(
    {
        "equal": -0.63,
        "alike": 2.40,
        "left_many": 0.38,
        "names_shared": 0.72,
        "names_added": 1.12,
        "close": 0.53,
        "length": 0.32,
        "negation": 0.16,
        "denial": -1.01,
        "left_plain": 0.49,
        "told_apart": -0.30,
        "left_odd": 0.71,
        "mismatch": -1.04,
        "cue_even": 1.53,
        "opposite": -1.59,
        "against": 0.18,
        "odd": -1.05,
        "odd_clean": -0.02,
        "even": 1.68,
        "contrast": 0.72,
        "number_added": -0.91,
        "number_shared": 1.36,
        "time_added": -1.23,
        "bound": -0.45,
        "quantifier": 0.02,
        "modality": -0.72,
        "future": 0.64,
        "only": 0.33,
        "rank": 0.14,
        "nothing_differs": 2.05,
        "only_added": 0.31,
        "base": -0.67,
    }
)
"""That two claims are the same, not anything else."""

OPPOSITE = MappingProxyType(
    {
        "odd": 2.02,
        "turned": 0.65,
        "mismatch": 2.47,
        "opposite": 0.88,
        "denial": 0.36,
        "claimer": 0.42,
        "equal": -2.25,
        "base": 0.30,
    }
)
"""That what is not the same is the opposite, not a variant."""

RELATED = MappingProxyType(
    {
        "equal": -3.39,
        "alike": -0.49,
        "left_plain": 2.78,
        "left_odd": 0.69,
        "names_shared": -0.25,
        "base": 0.40,
    }
)
"""That what is not the same is only related, not a variant."""

SAME_FROM = 0.62
"""From this probability on claims count as the same; set so that opposites are kept apart first."""
