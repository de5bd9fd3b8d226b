"""What somebody was typing, as drafts keep it: read it, and join it to one's own words."""

import json

from claims_db.vocabulary import DraftField

_LONG = (
    "rationale",
    "excerpt",
    "note",
    "body",
    "statement",
    "question",
    "answer",
    "text",
    "reliability",
    "retraction",
    "context",
)
"""The fields in which words of two people can stand after each other."""


def draft_name(field: DraftField) -> str:
    """Name what is being typed, such as ``search log``."""
    return field.value.replace("_", " ")


def draft_lines(body: str) -> list[str]:
    """Give a draft as lines to read, a field each; fields that are empty are left out."""
    fields = _fields(body)
    if not fields:
        return [body] if body.strip() else []
    return [value if name in _LONG else f"{name.replace('_', ' ')}: {value}" for name, value in fields.items()]


def joined_draft(mine: str, theirs: str) -> str:
    """Give a draft with somebody else's words in it; one's own stay, and stand first where both have some."""
    own, others = _fields(mine), _fields(theirs)
    both = others | own
    for name in (name for name in both if name.rpartition(" ")[2] in _LONG):
        first, second = own.get(name, ""), others.get(name, "")
        if first and second and second not in first:
            both[name] = f"{first}\n\n{second}"
    return json.dumps(both, sort_keys=True) if both else theirs


def _fields(body: str) -> dict[str, str]:
    try:
        kept = json.loads(body) if body else {}
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in kept.items() if value} if isinstance(kept, dict) else {}
