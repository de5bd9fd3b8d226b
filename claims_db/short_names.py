"""The short names in which people speak of rows: ``C-12`` is a claim, ``A-3`` an article, ``E-40`` evidence, ``P-3`` a prior check."""

import re
from enum import StrEnum
from typing import NamedTuple

_SHORT_NAME = re.compile(r"([ACEP])-(\d{1,15})", re.ASCII | re.IGNORECASE)


class Named(StrEnum):
    """What a letter stands for."""

    CLAIM = "C"
    ARTICLE = "A"
    EVIDENCE = "E"
    PRIOR_CHECK = "P"


class ShortName(NamedTuple):
    """What is named, and its number."""

    what: Named
    number: int


def short_name(word: str) -> ShortName | None:
    """Read a word that is a short name, whatever its case; None where it is another word."""
    match = _SHORT_NAME.fullmatch(word)
    return None if match is None else ShortName(Named(match[1].upper()), int(match[2]))
