"""A finding as JSON: canonical bytes (RFC 8785), so that the same finding always has the same digest, and back."""

import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from workbench.errors import BadInput
from workbench.export.finding import SCHEMA, Finding
from workbench.export.naming import is_name


def finding_bytes(finding: Finding) -> bytes:
    """Write a finding as canonical JSON with the name of its schema.

    It holds words, whole numbers and marks under names in ASCII: of these the standard library writes what RFC 8785
    asks for. Half of a surrogate pair, which no database of ours holds, can't be written as UTF-8.
    """
    return _encode({"schema": SCHEMA, **_parts(finding)}).encode("utf-8", "replace")


def finding_from(content: bytes | str) -> Finding:
    """Read a finding that was written as JSON.

    Raises:
        BadInput: it is none, or of a schema that this version does not know.

    """
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        raise BadInput("This is no finding: it is no JSON.", "Give it as it was written.") from None
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        raise BadInput("This is no finding as this version writes it.", f"It reads {SCHEMA}.")
    try:
        finding = _adapter().validate_python(found)
    except ValidationError as problem:
        first = problem.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the whole"
        raise BadInput(f"This is no whole finding: {where}: {first['msg']}.", "Give it as it was written.") from None
    if not is_name(finding.slug):
        raise BadInput("This is no whole finding: its slug can't be the name of a page.", "Give it as it was written.")
    return finding


def _parts(record: Any) -> dict[str, object]:  # noqa: ANN401 - any record inside of a finding
    return {name: getattr(record, name) for name in record.__slots__}


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=_parts).encode


@cache
def _adapter() -> TypeAdapter[Finding]:
    return TypeAdapter(Finding)
