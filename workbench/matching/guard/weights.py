"""What each signal counts; fitted by ``tests/benchmarks/fit_guard.py`` to the pairs of three writers."""

from types import MappingProxyType

SAME = MappingProxyType(
    {
        "equal": -1.67,
        "alike": 2.86,
        "explained": 0.52,
        "covered": 1.70,
        "told_more": -0.15,
        "names_shared": 0.28,
        "close": 0.22,
        "length": 0.38,
        "denial": -2.31,
        "parity": -0.78,
        "aside": -0.69,
        "cue_even": 1.60,
        "opposite": -1.44,
        "against": -2.03,
        "odd": -0.90,
        "odd_clean": -0.97,
        "made_up": 2.06,
        "even": 1.97,
        "even_words": 1.46,
        "contrast": -0.69,
        "number_added": -0.15,
        "number_shared": 1.71,
        "time_added": -0.78,
        "quantifier_clash": -0.27,
        "modality": -0.48,
        "maybe": -0.40,
        "obliged": -0.51,
        "rank": -0.11,
        "bound": -1.08,
        "sayers": -0.81,
        "replaced": -0.36,
        "odd_close": -1.42,
        "even_close": 0.93,
        "mismatch_close": -0.85,
        "told_apart_close": -0.54,
        "left_plain_close": -0.65,
        "replaced_close": -0.62,
        "nothing_differs": 1.83,
        "only_added": 1.05,
        "only_narrowed": -1.57,
        "odd_alike": -1.53,
        "base": -0.52,
    }
)
"""That two claims are the same, not anything else."""

OPPOSITE = MappingProxyType(
    {
        "odd": 3.24,
        "turned": 0.70,
        "mismatch": 2.25,
        "opposite": 0.41,
        "denial": 0.54,
        "claimer": 0.11,
        "equal": -3.03,
        "base": 0.64,
    }
)
"""That what is not the same is the opposite, not a variant."""

RELATED = MappingProxyType(
    {
        "equal": -4.57,
        "alike": -1.77,
        "left_plain": 3.36,
        "left_odd": 1.68,
        "names_shared": -0.11,
        "base": 0.77,
    }
)
"""That what is not the same is only related, not a variant."""

SAME_FROM = 0.6
"""From this probability on claims count as the same; set so that opposites are kept apart first."""
