"""What each signal counts; fitted by ``tests/benchmarks/fit_guard.py`` to the tuning half of the pairs of claims."""

from types import MappingProxyType

SAME = MappingProxyType(
    {
        "equal": -0.58,
        "alike": 2.36,
        "left_many": 0.29,
        "names_shared": 0.57,
        "names_added": 0.62,
        "close": 0.33,
        "length": 0.44,
        "negation": 0.22,
        "denial": -1.02,
        "left_plain": 0.50,
        "told_apart": -0.34,
        "left_odd": 0.54,
        "mismatch": -1.12,
        "cue_even": 1.35,
        "opposite": -1.73,
        "against": -0.16,
        "odd": -1.15,
        "odd_clean": 0.01,
        "even": 1.13,
        "contrast": 0.73,
        "number_added": -0.87,
        "number_shared": 1.20,
        "time_added": -1.14,
        "bound": -0.34,
        "quantifier": 0.08,
        "modality": -0.77,
        "future": 0.87,
        "only": 0.20,
        "rank": 0.07,
        "nothing_differs": 2.44,
        "only_added": 0.32,
        "base": -0.36,
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
