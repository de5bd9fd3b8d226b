"""What each signal counts; fitted by ``tests/benchmarks/fit_guard.py`` to the tuning half of the pairs of claims."""

from types import MappingProxyType

SAME = MappingProxyType(
    {
        "equal": -0.90,
        "alike": 1.66,
        "left_few": 0.37,
        "left_many": 0.21,
        "one_word": -0.08,
        "added": -0.21,
        "nothing_left": 0.49,
        "names_shared": 0.33,
        "names_clash": -0.64,
        "names_added": 0.80,
        "close": 0.52,
        "length": 0.65,
        "negation": 0.03,
        "denial": -1.05,
        "mismatch": -0.56,
        "cue_even": 0.96,
        "opposite": -1.40,
        "against": -0.04,
        "odd": -1.60,
        "odd_clean": -0.95,
        "even": 0.66,
        "roles": -0.44,
        "contrast": 0.48,
        "number_clash": -1.00,
        "number_added": -0.70,
        "number_shared": 1.17,
        "time_clash": -0.42,
        "time_added": -0.67,
        "period": -0.34,
        "bound": 0.25,
        "quantifier": 0.09,
        "modality": -0.84,
        "future": 0.20,
        "only": 0.32,
        "rank": 0.19,
        "bare_bound": -0.37,
        "bare_modality": 0.15,
        "claimer": -1.11,
        "base": 0.16,
    }
)
"""That two claims are the same, not anything else."""

OPPOSITE = MappingProxyType(
    {
        "odd": 2.06,
        "turned": 1.22,
        "mismatch": 1.02,
        "opposite": 0.98,
        "denial": 0.40,
        "claimer": 0.26,
        "equal": -1.70,
        "base": -0.16,
    }
)
"""That what is not the same is the opposite, not a variant."""

RELATED = MappingProxyType(
    {
        "equal": -2.45,
        "alike": -0.30,
        "left_few": 2.34,
        "names_shared": -0.08,
        "base": -0.20,
    }
)
"""That what is not the same is only related, not a variant."""

SAME_FROM = 0.6
"""From this probability on claims count as the same; set so that opposites are kept apart first."""
