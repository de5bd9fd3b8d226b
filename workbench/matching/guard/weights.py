"""What each signal counts; fitted by ``tests/benchmarks/fit_guard.py`` to the tuning half of the pairs of claims."""

from types import MappingProxyType

SAME = MappingProxyType(
    {
        "equal": -0.63,
        "alike": 2.64,
        "left_many": 0.30,
        "one_word": -0.18,
        "added": 0.07,
        "nothing_left": 0.45,
        "names_shared": 0.75,
        "names_clash": -0.93,
        "names_added": 1.14,
        "close": 0.52,
        "length": 1.03,
        "negation": 0.31,
        "denial": -1.02,
        "left_plain": 0.10,
        "told_apart": -0.36,
        "left_odd": 0.80,
        "mismatch": -0.82,
        "cue_even": 1.33,
        "opposite": -1.45,
        "against": -0.32,
        "odd": -1.62,
        "odd_clean": -0.54,
        "even": 1.15,
        "roles": -0.14,
        "contrast": 0.73,
        "number_clash": -1.12,
        "number_added": -1.03,
        "number_shared": 1.39,
        "time_clash": -0.75,
        "time_added": -1.16,
        "period": -0.55,
        "bound": -0.10,
        "quantifier": 0.18,
        "modality": -0.77,
        "future": 0.66,
        "only": 0.29,
        "rank": 0.22,
        "bare_bound": -0.43,
        "bare_modality": -0.04,
        "claimer": -1.51,
        "base": -0.48,
    }
)
"""That two claims are the same, not anything else."""

OPPOSITE = MappingProxyType(
    {
        "odd": 2.43,
        "turned": 1.42,
        "mismatch": 1.50,
        "opposite": 0.89,
        "denial": 0.43,
        "claimer": 0.20,
        "equal": -2.14,
        "base": -0.21,
    }
)
"""That what is not the same is the opposite, not a variant."""

RELATED = MappingProxyType(
    {
        "equal": -3.52,
        "alike": -0.54,
        "left_plain": 2.59,
        "left_odd": 1.08,
        "names_shared": -0.28,
        "base": 0.56,
    }
)
"""That what is not the same is only related, not a variant."""

SAME_FROM = 0.64
"""From this probability on claims count as the same; set so that opposites are kept apart first."""
