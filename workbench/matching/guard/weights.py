"""What each signal counts; fitted by ``tests/benchmarks/fit_guard.py`` to the pairs of two writers."""

from types import MappingProxyType

SAME = MappingProxyType(
    {
        "equal": -0.35,
        "alike": 3.26,
        "explained": 1.80,
        "names_shared": 0.25,
        "names_added": -0.23,
        "close": 0.12,
        "length": 0.11,
        "denial": -2.32,
        "left_plain": -0.10,
        "parity": -0.68,
        "aside": -0.92,
        "cue_even": 1.28,
        "opposite": -1.77,
        "against": -1.87,
        "odd": -1.02,
        "odd_clean": -0.75,
        "made_up": 1.75,
        "even": 1.23,
        "even_words": 0.63,
        "contrast": -0.34,
        "number_added": -0.08,
        "number_shared": 1.60,
        "time_added": -0.79,
        "quantifier_clash": -0.19,
        "modality": -0.89,
        "maybe": -0.34,
        "obliged": -0.36,
        "bound": -0.88,
        "sayers": -0.41,
        "replaced": -0.58,
        "odd_close": -1.07,
        "even_close": 0.86,
        "mismatch_close": -0.86,
        "told_apart_close": -0.32,
        "left_plain_close": -0.41,
        "replaced_close": -0.51,
        "nothing_differs": 2.02,
        "only_added": 0.81,
        "base": -0.15,
    }
)
"""That two claims are the same, not anything else."""

OPPOSITE = MappingProxyType(
    {
        "odd": 3.01,
        "turned": 0.93,
        "mismatch": 2.01,
        "opposite": 0.57,
        "denial": 0.54,
        "claimer": 0.36,
        "equal": -2.81,
        "base": 0.50,
    }
)
"""That what is not the same is the opposite, not a variant."""

RELATED = MappingProxyType(
    {
        "equal": -4.63,
        "alike": -1.48,
        "left_plain": 3.18,
        "left_odd": 1.58,
        "names_shared": -0.35,
        "base": 1.01,
    }
)
"""That what is not the same is only related, not a variant."""

SAME_FROM = 0.5
"""From this probability on claims count as the same; set so that opposites are kept apart first."""
