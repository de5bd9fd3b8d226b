"""What somebody was typing, as drafts keep it, to be read."""

import json

_LONG = ("rationale", "excerpt", "note", "body", "statement")


def draft_lines(body: str) -> list[str]:
    """Give a draft as lines to read, a field each, or several for words of several lines; empty fields are left out."""
    found: list[str] = []
    for name, value in _fields(body):
        found += value.splitlines() if name in _LONG else [f"{name.replace('_', ' ')}: {value}"]
    return found


def _fields(body: str) -> list[tuple[str, str]]:
    try:
        kept = json.loads(body) if body else {}
    except ValueError:
        kept = {"body": body}
    if not isinstance(kept, dict):
        return [("body", body)]
    first = sorted(kept, key=lambda name: name in _LONG)
    return [(str(name), str(kept[name])) for name in first if kept[name]]
