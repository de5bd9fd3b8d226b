"""Lines of a card of keys that fit the width of a page: what a key does goes on below itself."""

from textwrap import wrap

PAGE = 80
"""Columns of a printed card."""

_KEYS = 12


def card_lines(keys: str, words: str, width: int = PAGE, keys_width: int = _KEYS) -> list[str]:
    """Give the lines for one key: the key at the left, the words beside it, none longer than the width."""
    indent = " " * (keys_width + 3)
    room = max(1, width - len(indent))
    if len(keys) > keys_width:
        return [f"  {keys}"[:width], *(indent + part for part in wrap(words, room))]
    first, *others = wrap(words, room) or [""]
    return [f"  {keys:<{keys_width}} {first}".rstrip(), *(indent + part for part in others)]
