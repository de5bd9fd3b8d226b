"""Names of people and bodies, as far as one may be another."""

import re

_NAME = re.compile(r"\w+")


def one_name(one: str, other: str) -> bool:
    """Say whether two names may be one: “Jane Roe” and “Roe”, or nobody named."""
    mine, theirs = (set(_NAME.findall(name.casefold())) for name in (one, other))
    return mine <= theirs or theirs <= mine
