"""The exact words of a claim between those that stand around them."""

import re

from workbench.domain.spans import CONTEXT
from workbench.export.escaping import bold

_FIRST_WORD = re.compile(r"^\S*\s+(?=\S)")
_LAST_WORD = re.compile(r"(?<=\S)\s+\S*$")


def in_context(before: str, exact: str, after: str) -> str:
    """Show the exact words in bold between those around them."""
    left, right = around(before, after)
    return bold(left, exact, right)


def around(before: str, after: str) -> tuple[str, str]:
    """Give the words around others; an ellipsis stands where the text goes on and the context was cut off."""
    if len(before) >= CONTEXT:
        before = f"… {_FIRST_WORD.sub('', before)}"
    if len(after) >= CONTEXT:
        after = f"{_LAST_WORD.sub('', after)} …"
    return before, after
