"""The ready-made keymaps: what differs from each command's own key, for fingers that know vim or Emacs.

Several keys of a command are separated by commas, those of a sequence by blanks. Bare letters stay what they are
wherever the editor has no key for what is meant: a list is no text.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Style(StrEnum):
    """What keymaps there are."""

    DEFAULT = "default"
    VIM = "vim"
    EMACS = "emacs"


VIM: Mapping[str, str] = MappingProxyType(
    {
        "next-claim": "j,n",
        "previous-claim": "k,N",
        "first-claim": "g g",
        "page-down": "pagedown,ctrl+f",
        "page-up": "pageup,ctrl+b",
        "next-pane": "tab,l,ctrl+w w,ctrl+w l,ctrl+w j",
        "previous-pane": "shift+tab,h,ctrl+w p,ctrl+w h,ctrl+w k",
        "detach": "d d",
        "copy-left": "y y",
        "quit": "q,Z Z",
        "tour": "g t",
        "first-stretch": "g g",
        "next-stretch": "j,right_parenthesis",
        "previous-stretch": "k,left_parenthesis",
        "first-line": "g g",
        "next-part": "tab,l,ctrl+w w,ctrl+w l,ctrl+w j",
        "next-refused": "n,right_square_bracket c",
        "previous-refused": "N,left_square_bracket c",
    }
)
"""``g g`` and ``G``, Ctrl+D and Ctrl+U, ``n`` and ``N`` along what was found, ``d d``, ``y y``, ``Z Z``."""

EMACS: Mapping[str, str] = MappingProxyType(
    {
        "next-claim": "j,ctrl+n",
        "previous-claim": "k,ctrl+p",
        "first-claim": "g,alt+<,<",
        "last-claim": "G,alt+>,>",
        "page-down": "pagedown,ctrl+v",
        "page-up": "pageup,alt+v",
        "half-down": "alt+n",
        "half-up": "alt+p",
        "next-pane": "tab,l,ctrl+x o",
        "previous-pane": "shift+tab,h,ctrl+x p",
        "count": ";,ctrl+u",
        "undo": "u,ctrl+x u,ctrl+_",
        "redo": "ctrl+r,alt+_",
        "search": "/,ctrl+s",
        "back": "escape,ctrl+g",
        "palette": "alt+x",
        "add-article": "o,ctrl+x ctrl+f",
        "export": "e,ctrl+x ctrl+w",
        "choose-queue": "w,ctrl+x b",
        "quit": "q,ctrl+x ctrl+c",
        "help": "?,f1,ctrl+x ?",
        "mark-all": "V,ctrl+x h",
        "stop-work": "ctrl+x k",
        "next-hit": "down,ctrl+n",
        "previous-hit": "up,ctrl+p",
        "next-hits": "pagedown,ctrl+v",
        "previous-hits": "pageup,alt+v",
        "leave-search": "escape,ctrl+g",
        "move-first": "ctrl+x <",
        "move-last": "ctrl+x >",
        "next-stretch": "j,ctrl+n",
        "previous-stretch": "k,ctrl+p",
        "first-stretch": "g,alt+<,<",
        "last-stretch": "G,alt+>,>",
        "start-on": "l,ctrl+right,alt+f",
        "start-back": "h,ctrl+left,alt+b",
        "end-on": "L,ctrl+f",
        "end-back": "H,ctrl+b",
        "next-line": "j,ctrl+n",
        "previous-line": "k,ctrl+p",
        "first-line": "g,alt+<,<",
        "last-line": "G,alt+>,>",
        "next-part": "tab,l,ctrl+x o",
        "leave-screen": "escape,ctrl+g",
        "filter-journal": "/,f,ctrl+s",
        "choose-article": "w,ctrl+x b",
        "leave-article": "escape,ctrl+g",
        "edit-text": "alt+e",
        "discard-draft": "alt+k",
        "close-dialog": "escape,ctrl+g",
        "line-down": "down,ctrl+n",
        "line-up": "up,ctrl+p",
        "character-on": "right,ctrl+f",
        "character-back": "left,ctrl+b",
        "word-on": "ctrl+right,alt+f",
        "word-back": "ctrl+left,alt+b",
        "line-start": "home,ctrl+a",
        "line-end": "end,ctrl+e",
        "field-page-down": "pagedown,ctrl+v",
        "field-page-up": "pageup,alt+v",
        "text-start": "ctrl+home,alt+<",
        "text-end": "ctrl+end,alt+>",
        "paste": "ctrl+y",
        "undo-typing": "ctrl+z,ctrl+_",
    }
)
"""Ctrl+N and Ctrl+P, Alt+X for the palette, Ctrl+G, Ctrl+U for a count, Ctrl+X and a second key; in fields as well.

Many terminals send Alt+< as a bare <, so that one stands beside it where no text is typed.
"""

STYLES: Mapping[Style, Mapping[str, str]] = MappingProxyType(
    {Style.DEFAULT: MappingProxyType({}), Style.VIM: VIM, Style.EMACS: EMACS}
)
