"""The looks of the terminal desk: our own themes, those of Textual, and those that a user wrote.

The colours of our own themes are those of the usual palette of 256, so that they look the same where a terminal
has no more; every pair of words and ground that is drawn has the contrast that the WCAG asks for.
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from textual.theme import BUILTIN_THEMES, Theme

from workbench.domain.text import printable
from workbench.errors import BadSetting

DEFAULT_THEME = "dark"

PLAIN_THEME = "ansi"
"""The theme for terminals of 16 colours."""

FOLDER = "themes"
"""The folder inside the config folder that the user's own themes stand in."""


def _cursors(ground: str, words: str, blurred: str, blurred_words: str, style: str = "bold") -> dict[str, str]:
    return {
        "block-cursor-background": ground,
        "block-cursor-foreground": words,
        "block-cursor-text-style": style,
        "block-cursor-blurred-background": blurred,
        "block-cursor-blurred-foreground": blurred_words,
        "block-cursor-blurred-text-style": style,
    }


DARK = Theme(
    name="dark",
    primary="#5fafd7",
    secondary="#5f87af",
    accent="#87afff",
    warning="#ffaf5f",
    error="#ff8787",
    success="#87d787",
    foreground="#dadada",
    background="#121212",
    surface="#1c1c1c",
    panel="#262626",
    boost="#303030",
    variables={
        "field": "#2a2a2a",
        **_cursors("#005f87", "#ffffff", "#3a3a3a", "#ffffff"),
        "text": "#e4e4e4",
        "text-muted": "#a8a8a8",
        "text-disabled": "#9e9e9e",
        "border": "#5fafd7",
        "border-blurred": "#585858",
        "frame": "#585858",
        "claim-ground": "#ffaf5f",
        "claim-text": "#121212",
        "claim-style": "bold",
        "scrollbar": "#585858",
        "scrollbar-hover": "#767676",
        "scrollbar-background": "#1c1c1c",
        "footer-key-foreground": "#87afff",
        "input-selection-background": "#005f87",
    },
)

LIGHT = Theme(
    name="light",
    dark=False,
    primary="#005f87",
    secondary="#5f5f87",
    accent="#005faf",
    warning="#875f00",
    error="#af0000",
    success="#005f00",
    foreground="#1c1c1c",
    background="#ffffff",
    surface="#ffffff",
    panel="#eeeeee",
    boost="#e4e4e4",
    variables={
        "field": "#eeeeee",
        **_cursors("#005f87", "#ffffff", "#d0d0d0", "#121212"),
        "text": "#121212",
        "text-muted": "#585858",
        "text-disabled": "#626262",
        "border": "#005f87",
        "border-blurred": "#9e9e9e",
        "frame": "#9e9e9e",
        "claim-ground": "#ffd787",
        "claim-text": "#121212",
        "claim-style": "bold",
        "scrollbar": "#9e9e9e",
        "scrollbar-hover": "#767676",
        "scrollbar-background": "#eeeeee",
        "footer-key-foreground": "#005faf",
        "input-selection-background": "#afd7ff",
    },
)

HIGH_CONTRAST = Theme(
    name="high-contrast",
    primary="#ffff00",
    secondary="#87ffff",
    accent="#87ffff",
    warning="#ffd75f",
    error="#ffafaf",
    success="#87ff87",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    boost="#1c1c1c",
    variables={
        "field": "#1c1c1c",
        **_cursors("#ffff00", "#000000", "#ffffff", "#000000"),
        "text": "#ffffff",
        "text-muted": "#dadada",
        "text-disabled": "#d0d0d0",
        "border": "#ffff00",
        "border-blurred": "#bcbcbc",
        "frame": "#bcbcbc",
        "claim-ground": "#ffffff",
        "claim-text": "#000000",
        "claim-style": "bold",
        "scrollbar": "#ffffff",
        "scrollbar-hover": "#ffff00",
        "scrollbar-background": "#303030",
        "footer-key-foreground": "#ffff00",
        "input-selection-background": "#0000af",
    },
)

ANSI = Theme(
    name=PLAIN_THEME,
    ansi=True,
    primary="ansi_magenta",
    secondary="ansi_magenta",
    accent="ansi_magenta",
    warning="ansi_red",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        "field": "ansi_default",
        **_cursors("ansi_default", "ansi_default", "ansi_default", "ansi_default", "bold reverse"),
        "block-cursor-blurred-text-style": "bold underline",
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "text-muted": "ansi_default",
        "text-disabled": "ansi_default",
        "border": "ansi_magenta",
        "border-blurred": "ansi_default",
        "frame": "ansi_default",
        "claim-ground": "ansi_default",
        "claim-text": "ansi_default",
        "claim-style": "bold reverse",
        "scrollbar": "ansi_default",
        "scrollbar-hover": "ansi_magenta",
        "scrollbar-active": "ansi_magenta",
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
        "footer-key-foreground": "ansi_magenta",
    },
)
"""Only colours of the terminal's own palette that can be read on a dark and on a light ground; cursors are reversed."""

OWN_THEMES: Mapping[str, Theme] = MappingProxyType({one.name: one for one in (DARK, LIGHT, HIGH_CONTRAST, ANSI)})
"""Our own themes by name."""


def known_theme(name: str, own: Iterable[str] = ()) -> str:
    """Give the name of a theme as it is.

    Args:
        name: the name that was set.
        own: the names of the themes that the user wrote.

    Raises:
        BadSetting: there is none of this name; names the nearest.

    """
    names = [*OWN_THEMES, *own, *BUILTIN_THEMES]
    if name in names:
        return name
    near = get_close_matches(name, names, n=1)
    raise BadSetting(
        f"The setting theme: there is no theme {printable(name)!r}.",
        f"Did you mean {printable(near[0])!r}?" if near else f"Themes: {printable(', '.join(names))}.",
    )


_FURTHER = frozenset({"frame", "claim-ground", "claim-text", "claim-style"})


def further_variables(theme: Theme) -> dict[str, str]:
    """Give the variables that are ours alone, for a theme that does not set them itself."""
    if theme.variables.keys() >= _FURTHER:
        return {}
    colours = theme.to_color_system().generate()
    style = "bold reverse" if theme.ansi else "bold"
    return {
        "frame": colours["border-blurred"] if theme.ansi else colours["panel-lighten-2"],
        # Textual forgets a theme's boost where it has a panel of its own.
        "field": colours["background"] if theme.ansi else theme.boost or colours["panel"],
        "claim-ground": colours["background"] if theme.ansi else colours["warning"],
        "claim-text": colours["foreground"] if theme.ansi else colours["background"],
        "claim-style": style,
    }
