"""Drafts of several things of one kind on one claim, such as of two sources: parts of one draft, told apart by name.

A draft is JSON, a text for each field; a part's fields have its name before theirs. The part without a name is
what is typed where there is only one thing to type.
"""

import json


def part_of(body: str, part: str) -> str:
    """Give one part of a draft as a draft of its own, empty where there is none."""
    if not part and not _fields(body):
        return body
    own = {name: words for name, words in _fields(body).items() if _part(name) == part}
    return json.dumps({_field(name): words for name, words in own.items()}, sort_keys=True) if own else ""


def with_part(body: str, part: str, words: str) -> str:
    """Give a draft with one part of it in place of what it was; no words take the part away."""
    others = {name: kept for name, kept in _fields(body).items() if _part(name) != part}
    if not part and not others:
        return words
    own = {f"{part} {name}".strip(): kept for name, kept in _fields(words).items()}
    return json.dumps(others | own, sort_keys=True) if others or own else ""


def parts_in(body: str) -> tuple[str, ...]:
    """Name the parts of a draft in their order, the one without a name first."""
    fields = _fields(body)
    return tuple(sorted({_part(name) for name in fields})) if fields else ("",) if body else ()


def _part(name: str) -> str:
    return name.rpartition(" ")[0]


def _field(name: str) -> str:
    return name.rpartition(" ")[2]


def _fields(body: str) -> dict[str, object]:
    try:
        kept = json.loads(body) if body else {}
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}
