"""The looks of the terminal desk."""

from difflib import get_close_matches

from textual.theme import BUILTIN_THEMES

from workbench.domain.text import printable
from workbench.errors import BadSetting


def known_theme(name: str) -> str:
    """Give the name of a theme as it is.

    Raises:
        BadSetting: there is none of this name; names the nearest.

    """
    if name in BUILTIN_THEMES:
        return name
    near = get_close_matches(name, BUILTIN_THEMES, n=1)
    raise BadSetting(
        f"The setting theme: there is no theme {printable(name)!r}.",
        f"Did you mean {near[0]!r}?" if near else f"Themes: {', '.join(BUILTIN_THEMES)}.",
    )
