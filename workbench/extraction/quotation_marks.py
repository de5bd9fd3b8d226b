"""Write all quotation marks of a text one way, so that the stages behind know one kind; no offset changes.

Typewriters' double apostrophes and the single marks of British papers become ``“`` and ``”``. Where a mark is two
characters long, a blank takes the place of the outer one.
"""

import re

_DOUBLED = re.compile(r"''|``")
_MARK = re.compile(r"[“”\"«»\n]|(?<![\w’'])[‘'](?=[\w“\"…£$€])|[’'](?!\w)")
_OPENS = frozenset({"", " ", "\n", "\t", "\u00a0", "(", "[", "—", "–", "-"})
_SINGLE = {"‘": "’", "'": "'"}
_STOPS = frozenset(",.!?…—")


def unified(text: str) -> str:
    """Give the text with ``“…”`` for ``''…''``, ``‘…’`` and ``'…'`` where these hold a quotation; it is as long."""
    doubled = _DOUBLED.sub(_double, text) if "''" in text or "``" in text else text
    if "‘" not in doubled and "'" not in doubled:
        return doubled
    out = list(doubled)
    for start, end in _singles(doubled):
        out[start], out[end] = "“", "”"
    return "".join(out)


def _double(match: re.Match[str]) -> str:
    text = match.string
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    opens = before in _OPENS and after != "" and not after.isspace()
    return " “" if opens or match.group() == "``" else "” "


def _singles(text: str) -> list[tuple[int, int]]:
    """Give where quotations in single marks begin and end: outside double ones, and inside a line.

    A curly mark closes at the first one behind a stop, else at the last one before the next opens: the
    apostrophe of ``the workers’ pay`` is none. A straight one has to close behind a stop.
    """
    found: list[tuple[int, int]] = []
    opened, last, doubled = -1, -1, False
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        if mark == "\n":
            found += _closed(text, opened, last)
            opened, last, doubled = -1, -1, False
        elif mark in '“”"«»':
            doubled = mark in "“«" or (mark == '"' and not doubled)
        elif doubled:
            continue
        elif opened >= 0 and mark == _SINGLE[text[opened]] and not (mark == "'" and _begins(text, at)):
            last = at
            if text[at - 1] in _STOPS:
                found.append((opened, at))
                opened, last = -1, -1
        elif mark in _SINGLE and _begins(text, at):
            found += _closed(text, opened, last)
            opened, last = at, -1
    return [*found, *_closed(text, opened, last)]


def _begins(text: str, at: int) -> bool:
    return text[at - 1 : at] in _OPENS and at + 1 < len(text) and not text[at + 1].isspace()


def _closed(text: str, opened: int, last: int) -> list[tuple[int, int]]:
    return [(opened, last)] if last > opened >= 0 and text[opened] == "‘" else []


_PAIRS = (("“", "”"), ('"', '"'), ("(", ")"), ("«", "»"))


def with_partners(text: str, start: int, end: int) -> tuple[int, int]:
    """Give a stretch with the mark right outside that belongs to one inside, and without one at its edge that is alone.

    There are no blanks at its edges either.
    """
    for opening, closing in _PAIRS:
        words = text[start:end]
        lone = words.count(opening) - words.count(closing) if opening != closing else words.count(opening) % 2
        if not lone:
            continue
        if text[end : end + 1] == closing and (lone > 0):
            end += 1
        elif text[start - 1 : start] == opening and (lone < 0 or opening == closing):
            start -= 1
        elif words.startswith(opening) and lone > 0:
            start += 1
        elif words.endswith(closing) and (lone < 0 or opening == closing):
            end -= 1
        elif words.startswith(closing) and lone < 0:
            start += 1
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
