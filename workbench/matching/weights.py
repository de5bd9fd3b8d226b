"""The weights of the ranker and of its certainty, as two files beside this one have them: without and with an encoder."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

NAME, SEMANTIC_NAME = "weights.json", "semantic_weights.json"


class Weights(NamedTuple):
    """Coefficients over named features.

    Attributes:
        ranker: what each feature adds to the score of a prior.
        certainty: what each sign adds to the logarithm of the odds that the best prior is the same claim.
        constant: what these odds start from.
        usual: the score of a prior that only happens to share words.
        checked, maybe: from which probability on that is said.

    """

    ranker: Mapping[str, float]
    certainty: Mapping[str, float]
    constant: float
    usual: float
    checked: float
    maybe: float


def weighed(values: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Add up what is weighed."""
    return sum(weight * values[name] for name, weight in weights.items())


@cache
def shipped(*, semantic: bool = False) -> Weights:
    """Give the weights that come with the program: those for features of words, or with an encoder's beside them."""
    return read_weights(files(__package__).joinpath(SEMANTIC_NAME if semantic else NAME).read_text("utf-8"))


def read_weights(text: str) -> Weights:
    """Read weights from what ``written`` made."""
    found = json.loads(text)
    ranker, certainty = (MappingProxyType(dict(found[name])) for name in ("ranker", "certainty"))
    return Weights(ranker, certainty, *(float(found[name]) for name in Weights._fields[2:]))


def written(weights: Weights) -> str:
    """Write weights, three digits behind the point."""
    parts = {
        name: {key: round(one, 3) for key, one in value.items()} if isinstance(value, Mapping) else round(value, 3)
        for name, value in weights._asdict().items()
    }
    return json.dumps(parts, indent=2) + "\n"


def row(values: Mapping[str, float], names: Sequence[str]) -> list[float]:
    """Give the values of some names."""
    return [values[name] for name in names]
