"""Countries, their people and capitals, bodies and abbreviations: which forms name the same.

Each line of ``nations.txt`` holds the forms of one name, and behind a stroke the capital that can stand for it, as
Beijing does for the Chinese government. Each line of ``abbreviations.txt`` holds an abbreviation and what it stands for.
"""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from workbench.matching.guard.words import Word

NATIONS = Path(__file__).with_name("nations.txt")
ABBREVIATIONS = Path(__file__).with_name("abbreviations.txt")
_PART = re.compile(r"[_\-'.]")
_PLACED = frozenset("in at near to from around outside through across between".split())
_SMALLEST = 5
_AMBIGUOUS = frozenset(
    "turkey polish georgia jordan chad swede dane french finn scot turk swiss roman labour tory".split()
)


class Form(NamedTuple):
    """A way to write a name: its parts after the first, what it names, and whether it is a name or a plain word."""

    rest: tuple[str, ...]
    key: str
    name: bool


@cache
def _forms() -> dict[str, tuple[Form, ...]]:
    """Give the forms by their first part, the longest first."""
    found: dict[str, list[Form]] = {}
    for path, name in ((NATIONS, True), (ABBREVIATIONS, False)):
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            for side, words in enumerate(line.split(" / ")):
                for word in words.split():
                    first, *rest = (part for part in _PART.split(word) if part)
                    key = f"{'~' if side else '='}{'n' if name else 'a'}{number}"
                    found.setdefault(first, []).append(Form(tuple(rest), key, name))
    return {first: tuple(sorted(forms, key=lambda form: -len(form.rest))) for first, forms in found.items()}


def with_entities(text: str, words: list[Word]) -> list[Word]:
    """Give the words with what they name as their base form; of several words, the first stands for all."""
    forms, at = _forms(), 0
    cased = any(word.name for word in words)
    while at < len(words):
        keys = [
            (form, size)
            for first in _stems(words[at].lower)
            for form in forms.get(first, ())
            if (size := len(form.rest) + 1) and _fits(text, words, at, form, cased=cased)
        ]
        if not keys:
            at += 1
            continue
        longest = max(size for _, size in keys)
        _put(words, at, longest, [form for form, size in keys if size == longest])
        at += longest
    return words


def _stems(word: str) -> tuple[str, ...]:
    return (word, word[:-1]) if word.endswith("s") and len(word) > 2 else (word,)


def _fits(text: str, words: list[Word], at: int, form: Form, *, cased: bool) -> bool:
    behind = words[at + 1 : at + 1 + len(form.rest)]
    if len(behind) < len(form.rest):
        return False
    if any(part not in _stems(word.lower) for part, word in zip(form.rest, behind, strict=True)):
        return False
    last = behind[-1] if behind else words[at]
    if form.name:
        written = text[words[at].start : last.end]
        if cased or text.isupper():
            short = (
                not form.rest
                and len(written) <= 4
                and written.lower() in {"us", "who", "la", "fed", "icc", "ice", "au"}
            )
            return written[:1].isupper() and (not short or written.upper() == written or written == "Fed")
        return len(written) >= _SMALLEST and written.lower() not in _AMBIGUOUS
    return not (
        form.rest == ()
        and words[at].lower in {"er", "it", "ac", "pa", "ad", "id"}
        and not text[words[at].start].isupper()
    )


def _put(words: list[Word], at: int, size: int, forms: list[Form]) -> None:
    name = forms[0].name
    placed = at > 0 and words[at - 1].lower in _PLACED
    keys = sorted({form.key for form in forms if form.key[0] == "=" or not placed}, key=lambda key: key[0] != "=")
    lower = "_".join(word.lower for word in words[at : at + size])
    own = (*keys,) if keys and keys[0][0] == "=" else (lower, *keys)
    own = (*own, *words[at].bases) if size == 1 and not name else own
    words[at] = words[at]._replace(
        bases=own, lower=lower, content=True, name=name, end=words[at + size - 1].end, positive=()
    )
    for place in range(at + 1, at + size):
        words[place] = words[place]._replace(content=False, name=False)
