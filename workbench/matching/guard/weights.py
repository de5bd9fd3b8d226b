"""What each signal counts; fitted by ``tests/benchmarks/fit_guard.py`` to the tuning half of the pairs of claims."""

from types import MappingProxyType

SAME = MappingProxyType(
    {
        "equal": -0.68,
        "alike": 1.94,
        "left_many": 0.48,
        "one_word": 0.00,
        "added": 0.09,
        "nothing_left": 0.48,
        "names_shared": 0.48,
        "names_clash": -0.59,
        "names_added": 0.76,
        "close": 0.43,
        "length": 0.54,
        "negation": 0.25,
        "denial": -0.75,
        "left_plain": 0.18,
        "told_apart": -0.38,
        "left_odd": 0.47,
        "mismatch": -0.77,
        "cue_even": 1.04,
        "opposite": -1.11,
        "against": -0.49,
        "odd": -1.55,
        "odd_clean": -0.56,
        "even": 1.02,
        "roles": -0.17,
        "contrast": 0.46,
        "number_clash": -0.86,
        "number_added": -0.66,
        "number_shared": 1.28,
        "time_clash": -0.39,
        "time_added": -0.69,
        "period": -0.35,
        "bound": 0.01,
        "quantifier": 0.14,
        "modality": -0.49,
        "future": 0.46,
        "only": 0.21,
        "rank": 0.12,
        "bare_bound": -0.22,
        "bare_modality": -0.19,
        "claimer": -0.91,
        "base": -0.32,
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
        "base": -0.51,
    }
)
"""That what is not the same is the opposite, not a variant."""

RELATED = MappingProxyType(
    {
        "equal": -2.66,
        "alike": -0.25,
        "left_plain": 1.95,
        "left_odd": 0.67,
        "names_shared": -0.18,
        "base": 0.14,
    }
)
"""That what is not the same is only related, not a variant."""

SAME_FROM = 0.6
"""From this probability on claims count as the same; set so that opposites are kept apart first."""
