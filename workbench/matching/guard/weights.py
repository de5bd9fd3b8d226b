"""What each signal counts; fitted by ``tests/benchmarks/fit_guard.py`` to the tuning half of the pairs of claims."""

from types import MappingProxyType

SAME = MappingProxyType(
    {
        "equal": -0.58,
        "alike": 2.37,
        "left_many": 0.15,
        "names_shared": 0.66,
        "names_added": 0.82,
        "close": 0.36,
        "length": 0.55,
        "negation": 0.41,
        "denial": -1.02,
        "left_plain": 0.53,
        "told_apart": -0.44,
        "left_odd": 0.50,
        "mismatch": -1.15,
        "cue_even": 1.43,
        "opposite": -1.71,
        "against": 0.07,
        "odd": -1.28,
        "odd_clean": -0.15,
        "even": 1.34,
        "contrast": 0.69,
        "number_added": -0.92,
        "number_shared": 1.15,
        "time_added": -1.20,
        "bound": -0.41,
        "quantifier": 0.02,
        "modality": -0.77,
        "future": 0.83,
        "only": 0.15,
        "rank": 0.10,
        "nothing_differs": 2.36,
        "only_added": 0.30,
        "base": -0.29,
    }
)
"""That two claims are the same, not anything else."""

OPPOSITE = MappingProxyType(
    {
        "odd": 2.46,
        "turned": 1.42,
        "mismatch": 1.51,
        "opposite": 0.93,
        "denial": 0.43,
        "claimer": 0.21,
        "equal": -2.04,
        "base": -0.33,
    }
)
"""That what is not the same is the opposite, not a variant."""

RELATED = MappingProxyType(
    {
        "equal": -3.52,
        "alike": -0.55,
        "left_plain": 2.54,
        "left_odd": 1.08,
        "names_shared": -0.24,
        "base": 0.57,
    }
)
"""That what is not the same is only related, not a variant."""

SAME_FROM = 0.62
"""From this probability on claims count as the same; set so that opposites are kept apart first."""
