"""What each signal counts; fitted by ``tests/benchmarks/fit_guard.py`` to the pairs of two writers."""

from types import MappingProxyType

SAME = MappingProxyType(
    {
        "equal": -0.30,
        "alike": 3.11,
        "explained": 1.46,
        "names_shared": 0.34,
        "names_added": -0.21,
        "close": 0.09,
        "length": 0.47,
        "denial": -1.95,
        "left_plain": -0.35,
        "mismatch": -0.07,
        "parity": -0.68,
        "aside": -0.82,
        "cue_even": 1.22,
        "opposite": -1.80,
        "against": -1.39,
        "odd": -0.95,
        "odd_clean": -0.65,
        "made_up": 1.73,
        "even": 1.06,
        "even_words": 0.02,
        "contrast": -0.18,
        "number_added": -0.11,
        "number_shared": 1.50,
        "time_added": -1.20,
        "modality": -0.75,
        "maybe": -0.53,
        "obliged": -0.36,
        "bound": -1.38,
        "sayers": -0.49,
        "odd_close": -0.78,
        "even_close": 1.06,
        "mismatch_close": -1.21,
        "told_apart_close": -0.26,
        "left_plain_close": -0.60,
        "nothing_differs": 1.66,
        "only_added": 0.72,
        "base": -0.25,
    }
)
"""That two claims are the same, not anything else."""

OPPOSITE = MappingProxyType(
    {
        "odd": 2.84,
        "turned": 0.83,
        "mismatch": 2.19,
        "opposite": 0.70,
        "denial": 0.50,
        "claimer": 0.63,
        "equal": -2.92,
        "base": 0.59,
    }
)
"""That what is not the same is the opposite, not a variant."""

RELATED = MappingProxyType(
    {
        "equal": -4.63,
        "alike": -1.53,
        "left_plain": 3.29,
        "left_odd": 1.53,
        "names_shared": -0.46,
        "base": 1.10,
    }
)
"""That what is not the same is only related, not a variant."""

SAME_FROM = 0.6
"""From this probability on claims count as the same; set so that opposites are kept apart first."""
