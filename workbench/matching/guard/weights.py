"""What each signal counts; fitted by ``tests/benchmarks/fit_guard.py`` to the pairs of two writers."""

from types import MappingProxyType

SAME = MappingProxyType(
    {
        "equal": -0.42,
        "alike": 3.11,
        "explained": 1.61,
        "names_shared": 0.24,
        "names_added": -0.23,
        "close": 0.11,
        "length": 0.41,
        "denial": -1.97,
        "left_plain": -0.35,
        "parity": -0.66,
        "aside": -0.79,
        "cue_even": 1.23,
        "opposite": -1.88,
        "against": -1.32,
        "odd": -0.82,
        "odd_clean": -0.41,
        "made_up": 1.66,
        "even": 1.02,
        "even_words": 0.22,
        "contrast": -0.18,
        "number_added": -0.03,
        "number_shared": 1.47,
        "time_added": -1.20,
        "quantifier_clash": -0.22,
        "modality": -0.72,
        "maybe": -0.51,
        "obliged": -0.32,
        "bound": -1.23,
        "sayers": -0.45,
        "odd_close": -1.13,
        "even_close": 1.48,
        "mismatch_close": -1.21,
        "told_apart_close": -0.35,
        "left_plain_close": -0.55,
        "nothing_differs": 1.83,
        "only_added": 0.73,
        "base": -0.21,
    }
)
"""That two claims are the same, not anything else."""

OPPOSITE = MappingProxyType(
    {
        "odd": 2.95,
        "turned": 0.62,
        "mismatch": 2.16,
        "opposite": 0.64,
        "denial": 0.53,
        "claimer": 0.60,
        "equal": -2.90,
        "base": 0.62,
    }
)
"""That what is not the same is the opposite, not a variant."""

RELATED = MappingProxyType(
    {
        "equal": -4.68,
        "alike": -1.50,
        "left_plain": 3.33,
        "left_odd": 1.53,
        "names_shared": -0.40,
        "base": 1.11,
    }
)
"""That what is not the same is only related, not a variant."""

SAME_FROM = 0.6
"""From this probability on claims count as the same; set so that opposites are kept apart first."""
