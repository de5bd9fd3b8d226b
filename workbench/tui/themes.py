"""The looks that come with the program, beside those of Textual."""

from textual.theme import Theme

DARK = Theme(
    name="workbench-dark",
    primary="#7fa7c9",
    secondary="#8fa3ad",
    accent="#d6b26e",
    warning="#d9a35b",
    error="#d97b7b",
    success="#86b38a",
    foreground="#d5d9de",
    background="#14181d",
    surface="#191e24",
    panel="#232a32",
    dark=True,
)
LIGHT = Theme(
    name="workbench-light",
    primary="#245a86",
    secondary="#4c626e",
    accent="#8a5d00",
    warning="#8f5600",
    error="#a32c2c",
    success="#2f6b38",
    foreground="#1f252b",
    background="#f7f6f2",
    surface="#efeee8",
    panel="#e2e0d8",
    dark=False,
)
THEMES = (DARK, LIGHT)
