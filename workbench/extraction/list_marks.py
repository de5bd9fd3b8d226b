"""Bullets, numbers and letters in front of the items of a list."""

import re
from collections.abc import Iterator

BULLETS = "•‣⁃▪▫●○◦∙■□◆◇►▶✓✔➤"
"""Signs that are nothing but bullets, wherever they stand."""

_LABEL = r"(?:\d{1,3}|[A-Za-z]|[ivxIVX]{2,4})"
_BULLET = rf"(?:[{BULLETS}]\s*+|[·*–+-]\s++)"
_NUMBER = rf"(?:\({_LABEL}\)|{_LABEL}\.?\)|(?:\d{{1,3}}|[a-z]|[ivx]{{2,4}}|[IVX]{{2,4}})\.)"
_MARK = re.compile(rf"(?:{_BULLET}(?:{_NUMBER}\s++)?|{_NUMBER}\s++)(?=\S)")
_ITEM = re.compile(rf"(?<!\S)(?:[{BULLETS}]|(?P<number>(\()?({_LABEL})(\.\)|[.)])))(?=\s*(?P<next>[\w\"“‘'$£€(]))")
_ONLY_A_MARK = re.compile(r"\W{0,4}\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{2,4})(?:\.\)|[.)])")
_LONGEST_MARK = 12
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def after_mark(text: str, start: int, end: int) -> int:
    """Give where the words of an item begin; without a mark that is the start."""
    mark = _MARK.match(text, start, end)
    return mark.end() if mark else start


def is_mark(words: str) -> bool:
    """Say whether words are a number or letter of a list and nothing else: ``2.``, ``(b)``."""
    return len(words) <= _LONGEST_MARK and _ONLY_A_MARK.fullmatch(words) is not None


def item_starts(text: str, start: int, end: int) -> Iterator[int]:
    """Give where further items begin in a line that holds several.

    A bullet begins one. A number or letter does where the line begins with the one before it, in the same form,
    and a new sentence follows: ``1) The first 2) The second``.
    """
    found = _MARK.match(text, start, end)
    if not found and not any(bullet in text[start:end] for bullet in BULLETS):
        return
    expected: set[tuple[str, ...]] = set()
    bulleted = False
    for item in _ITEM.finditer(text, start, end):
        if item["number"] is None:
            bulleted = True
            if item.start() > start:
                yield item.start()
            continue
        opened, label, closed = item[2] or "", item[3], item[4]
        if (opened, label, closed) in expected and (item["next"].isupper() or not item["next"].isalpha()):
            if not bulleted:
                yield item.start()
        elif found is None or item.start() > found.end():
            continue
        expected = {(opened, following, closed) for following in _following(label, closed)}


def _following(label: str, closed: str) -> Iterator[str]:
    """Give the labels that may come next; ``A.`` is as often an initial, so nothing follows it."""
    if label.isdigit():
        yield str(int(label) + 1)
        return
    if label.isupper() and closed == ".":
        return
    for row in (_LETTERS, _ROMAN):
        lower = label.casefold()
        if lower in row[:-1]:
            following = row[row.index(lower) + 1]
            yield following.upper() if label.isupper() else following
