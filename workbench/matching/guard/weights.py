"""What each signal counts; fitted by ``tests/benchmarks/fit_guard.py`` to the pairs of three writers."""

from types import MappingProxyType

SAME = MappingProxyType(
    {
        "equal": -1.73,
        "alike": 3.04,
        "explained": 0.46,
        "covered": 1.76,
        "names_shared": 0.32,
        "close": 0.23,
        "length": 0.30,
        "denial": -2.29,
        "parity": -0.78,
        "aside": -0.69,
        "cue_even": 1.53,
        "opposite": -1.44,
        "against": -1.95,
        "odd": -1.03,
        "odd_clean": -0.86,
        "made_up": 2.19,
        "even": 2.00,
        "even_words": 1.33,
        "contrast": -0.65,
        "number_added": -0.17,
        "number_shared": 1.72,
        "time_added": -0.79,
        "quantifier_clash": -0.28,
        "modality": -0.51,
        "maybe": -0.36,
        "charged": -0.21,
        "obliged": -0.41,
        "rank": -0.12,
        "bound": -1.05,
        "sayers": -0.80,
        "replaced": -0.46,
        "odd_close": -1.49,
        "even_close": 0.94,
        "mismatch_close": -0.84,
        "told_apart_close": -0.52,
        "left_plain_close": -0.51,
        "replaced_close": -0.57,
        "nothing_differs": 1.95,
        "only_added": 1.08,
        "only_narrowed": -1.68,
        "odd_alike": -1.65,
        "base": -0.57,
    }
)
"""That two claims are the same, not anything else."""

OPPOSITE = MappingProxyType(
    {
        "odd": 3.26,
        "turned": 0.70,
        "mismatch": 2.25,
        "opposite": 0.42,
        "denial": 0.54,
        "claimer": 0.12,
        "equal": -2.93,
        "base": 0.54,
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
