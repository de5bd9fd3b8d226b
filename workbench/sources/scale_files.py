"""Rating scales as TOML: read from a file that a person wrote, and written so that it can be read again.

A scale has a ``slug``, a ``name`` and in order its ``[[ratings]]``, each with ``slug``, ``label`` and, if it has
one, ``definition``, ``value`` (1 false to 5 true) and ``averitec`` (a label of AVeriTeC).
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, NoReturn

from claims_db.rows import RatingRow, ScaleRow
from workbench.domain.scales import Fault, faults_of
from workbench.domain.text import printable
from workbench.errors import BadInput
from workbench.sources.text_files import text_of

MAXIMUM_BYTES = 100_000
"""A larger file is no scale."""

_WORDS = ("slug", "name"), ("slug", "label", "definition", "averitec")
_KNOWN = ("slug", "name", "ratings"), ("slug", "label", "definition", "value", "averitec")
_HEADER = re.compile(r"[ \t]*+\[\[[ \t]*+ratings[ \t]*+\]\]")
_HINT = "'workbench scale show desk --toml' prints a scale as it is written."


def read_scale(path: str) -> ScaleRow:
    """Read a scale from a TOML file.

    Raises:
        BadInput: it can't be read, or is no scale; the message names line and field.

    """
    text = text_of(path, MAXIMUM_BYTES)
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as problem:
        raise BadInput(f"{printable(path)} is no TOML: {printable(str(problem))}.", _HINT) from None
    ratings = found.get("ratings", [])
    if not isinstance(ratings, list) or not all(isinstance(one, dict) for one in ratings):
        _refuse(path, text, 0, Fault(0, "ratings", "is no list of [[ratings]]"))
    for fault in _misfits(found, ratings):
        _refuse(path, text, len(ratings), fault)
    scale = ScaleRow(found.get("slug", ""), found.get("name", ""), tuple(_rating(one) for one in ratings))
    for fault in faults_of(scale):
        _refuse(path, text, len(ratings), fault)
    return scale


def scale_toml(scale: ScaleRow) -> str:
    """Write a scale as TOML."""
    lines = [f"slug = {_quoted(scale.slug)}", f"name = {_quoted(scale.name)}"]
    for rating in scale.ratings:
        lines += ["", "[[ratings]]", f"slug = {_quoted(rating.slug)}", f"label = {_quoted(rating.label)}"]
        if rating.definition:
            lines.append(f"definition = {_quoted(rating.definition)}")
        if rating.value is not None:
            lines.append(f"value = {rating.value}")
        if rating.averitec:
            lines.append(f"averitec = {_quoted(rating.averitec)}")
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    """Quote words; what JSON escapes, TOML reads."""
    return json.dumps(words, ensure_ascii=False)


def _misfits(found: Mapping[str, Any], ratings: list[dict[str, Any]]) -> Iterator[Fault]:
    """Name fields that a scale does not have, and values of another kind."""
    for at, table in enumerate((found, *ratings)):
        part = min(at, 1)
        for field, value in table.items():
            if field not in _KNOWN[part]:
                near = get_close_matches(field, _KNOWN[part], n=1)
                known = f"did you mean {near[0]}?" if near else f"one of: {', '.join(_KNOWN[part])}"
                yield Fault(at, printable(field), f"is no field here; {known}")
            elif field in _WORDS[part] and not isinstance(value, str):
                yield Fault(at, field, "is no text; write it between quotation marks")
            elif field == "value" and type(value) is not int:
                yield Fault(at, field, "is no whole number")


def _rating(table: Mapping[str, Any]) -> RatingRow:
    return RatingRow(
        table.get("slug", ""),
        table.get("label", ""),
        table.get("definition", ""),
        table.get("value"),
        table.get("averitec", ""),
    )


def _refuse(path: str, text: str, ratings: int, fault: Fault) -> NoReturn:
    line = _line_of(text, ratings, fault)
    where = f", line {line}" if line else ""
    raise BadInput(f"{printable(path)}{where}: {fault.told}.", _HINT)


def _line_of(text: str, ratings: int, fault: Fault) -> int:
    """Find the line of a fault; 0 where the text is written so that it can't be told without reading it anew."""
    lines = text.split("\n")
    headers = [at for at, line in enumerate(lines) if _HEADER.match(line)]
    if len(headers) != ratings:
        return 0
    edges = [0, *headers, len(lines)]
    part = range(edges[fault.rating], edges[fault.rating + 1])
    named = (at for at in part if fault.field and lines[at].split("=")[0].strip() == fault.field)
    return next(named, edges[fault.rating] if fault.rating else -1) + 1
