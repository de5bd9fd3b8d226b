"""The short names that people type: C-12 for a claim, A-3 for an article, E-40 for evidence, P-3 for a prior check."""

import re

from workbench.domain.text import printable
from workbench.errors import BadInput

_REFERENCE = re.compile(r"(?:([A-Za-z])-?)?(\d{1,15})", re.ASCII)
_KINDS = {"C": "claim", "A": "article", "E": "evidence", "P": "prior check"}


def claim_reference(number: int) -> str:
    """Write a claim's reference."""
    return f"C-{number}"


def article_reference(number: int) -> str:
    """Write an article's reference."""
    return f"A-{number}"


def evidence_reference(number: int) -> str:
    """Write the reference of a piece of evidence."""
    return f"E-{number}"


def prior_reference(number: int) -> str:
    """Write the reference of a prior check."""
    return f"P-{number}"


def parse_reference(text: str, prefix: str) -> int:
    """Read a reference with this letter, or its bare number.

    Raises:
        BadInput: it is none.

    """
    match = _REFERENCE.fullmatch(text.strip())
    if match is None or (match[1] and match[1].upper() != prefix):
        raise BadInput(f"{printable(text[:40])!r} is no {_KINDS[prefix]}.", f"Write it as {prefix}-12.")
    return int(match[2])
