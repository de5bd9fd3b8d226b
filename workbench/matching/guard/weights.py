"""What each signal counts; fitted by ``tests/benchmarks/fit_guard.py`` to the pairs of two writers."""

from types import MappingProxyType

SAME = MappingProxyType(
    {
        "equal": -1.65,
        "alike": 2.86,
        "explained": 0.52,
        "covered": 1.73,
        "told_more": -0.12,
        "names_shared": 0.27,
        "close": 0.19,
        "length": 0.36,
        "denial": -2.32,
        "parity": -0.80,
        "aside": -0.69,
        "cue_even": 1.59,
        "opposite": -1.44,
        "against": -2.04,
        "odd": -0.89,
        "odd_clean": -0.95,
        "made_up": 2.04,
        "even": 1.98,
        "even_words": 1.47,
        "contrast": -0.68,
        "number_added": -0.05,
        "number_shared": 1.69,
        "time_added": -0.81,
        "quantifier_clash": -0.27,
        "modality": -0.49,
        "maybe": -0.40,
        "obliged": -0.50,
        "bound": -1.07,
        "sayers": -0.81,
        "replaced": -0.36,
        "odd_close": -1.42,
        "even_close": 0.93,
        "mismatch_close": -0.86,
        "told_apart_close": -0.52,
        "left_plain_close": -0.68,
        "replaced_close": -0.62,
        "nothing_differs": 1.84,
        "only_added": 1.05,
        "only_narrowed": -1.57,
        "odd_alike": -1.54,
        "base": -0.55,
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
        "alike": -1.70,
        "left_plain": 3.36,
        "left_odd": 1.69,
        "names_shared": -0.10,
        "base": 0.77,
    }
)
"""That what is not the same is only related, not a variant."""

SAME_FROM = 0.55
"""From this probability on claims count as the same; set so that opposites are kept apart first."""
