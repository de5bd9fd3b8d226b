"""What each signal counts; fitted by ``tests/benchmarks/fit_guard.py`` to the tuning half of the pairs of claims."""

from types import MappingProxyType

SAME = MappingProxyType(
    {
        "equal": -0.56,
        "alike": 2.34,
        "left_many": 0.22,
        "names_shared": 0.66,
        "names_added": 0.81,
        "close": 0.29,
        "length": 0.54,
        "negation": 0.31,
        "denial": -1.07,
        "left_plain": 0.50,
        "told_apart": -0.51,
        "left_odd": 0.45,
        "mismatch": -1.09,
        "cue_even": 1.36,
        "opposite": -1.76,
        "against": 0.01,
        "odd": -1.22,
        "odd_clean": -0.11,
        "even": 1.06,
        "even_clean": 0.85,
        "contrast": 0.72,
        "number_added": -0.94,
        "number_shared": 1.14,
        "time_added": -1.21,
        "bound": -0.42,
        "quantifier": 0.03,
        "modality": -0.77,
        "future": 0.84,
        "only": 0.12,
        "rank": 0.11,
        "nothing_differs": 2.27,
        "only_added": 0.22,
        "base": -0.27,
    }
)
"""That two claims are the same, not anything else."""

OPPOSITE = MappingProxyType(
    {
        "odd": 2.46,
        "turned": 1.43,
        "mismatch": 1.53,
        "opposite": 0.93,
        "denial": 0.44,
        "claimer": 0.20,
        "equal": -1.97,
        "base": -0.37,
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
