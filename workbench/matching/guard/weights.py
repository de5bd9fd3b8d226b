"""What each signal counts; fitted by ``tests/benchmarks/fit_guard.py`` to the tuning half of the pairs of claims."""

from types import MappingProxyType

SAME = MappingProxyType(
    {
        "equal": -0.65,
        "alike": 1.89,
        "left_many": 0.19,
        "one_word": -0.15,
        "added": 0.06,
        "nothing_left": 0.36,
        "names_shared": 0.58,
        "names_clash": -0.57,
        "names_added": 0.84,
        "close": 0.37,
        "length": 0.68,
        "negation": 0.24,
        "denial": -0.79,
        "left_plain": 0.07,
        "told_apart": -0.35,
        "left_odd": 0.44,
        "mismatch": -0.71,
        "cue_even": 1.10,
        "opposite": -1.17,
        "against": -0.30,
        "odd": -1.53,
        "odd_clean": -0.56,
        "even": 0.80,
        "roles": -0.06,
        "contrast": 0.47,
        "number_clash": -0.84,
        "number_added": -0.75,
        "number_shared": 1.24,
        "time_clash": -0.43,
        "time_added": -0.71,
        "period": -0.33,
        "bound": -0.07,
        "quantifier": 0.13,
        "modality": -0.58,
        "future": 0.49,
        "only": 0.20,
        "rank": 0.14,
        "bare_bound": -0.29,
        "bare_modality": -0.06,
        "claimer": -1.01,
        "base": -0.18,
    }
)
"""That two claims are the same, not anything else."""

OPPOSITE = MappingProxyType(
    {
        "odd": 2.25,
        "turned": 1.31,
        "mismatch": 1.22,
        "opposite": 0.87,
        "denial": 0.34,
        "claimer": 0.15,
        "equal": -1.54,
        "base": -0.50,
    }
)
"""That what is not the same is the opposite, not a variant."""

RELATED = MappingProxyType(
    {
        "equal": -2.72,
        "alike": -0.24,
        "left_plain": 1.93,
        "left_odd": 0.65,
        "names_shared": -0.19,
        "base": 0.23,
    }
)
"""That what is not the same is only related, not a variant."""

SAME_FROM = 0.6
"""From this probability on claims count as the same; set so that opposites are kept apart first."""
