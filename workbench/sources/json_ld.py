"""The blocks of JSON-LD in a page, and the nodes in them."""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Node = Mapping[str, Any]

_BLOCK = re.compile(r"<script\b[^>]{0,300}\bapplication/ld\+json\b[^>]{0,300}>", re.IGNORECASE)
_MOST_BLOCKS = 20
_LONGEST_BLOCK = 500_000
_MOST_NODES = 2_000
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage")


class BrokenBlock(ValueError):
    """A block that is no JSON."""


def blocks(page: str) -> Iterator[object | BrokenBlock]:
    """Give what the blocks of a page hold; one that can't be read is given as ``BrokenBlock``."""
    for number, start in enumerate(_BLOCK.finditer(page)):
        if number >= _MOST_BLOCKS:
            return
        end = page.find("</", start.end(), start.end() + _LONGEST_BLOCK)
        while end >= 0 and page[end : end + 8].casefold() != "</script":
            end = page.find("</", end + 2, start.end() + _LONGEST_BLOCK)
        try:
            if end < 0:
                raise BrokenBlock("it does not end")
            yield json.loads(page[start.end() : end])
        except RecursionError:
            yield BrokenBlock("it is nested too deeply")
        except BrokenBlock as problem:
            yield problem
        except ValueError as problem:
            yield BrokenBlock(f"it is no JSON: {problem}")


def nodes(block: object, within: Sequence[str] = _WITHIN) -> Iterator[Node]:
    """Give the nodes of a block: those of lists, and those that stand under the names in ``within``."""
    todo, seen = [block], 0
    while todo and seen < _MOST_NODES:
        node = todo.pop(0)
        seen += 1
        if isinstance(node, list):
            todo += node[:_MOST_NODES]
        elif isinstance(node, dict):
            yield node
            todo += [node[name] for name in within if name in node]


def kinds(node: Node) -> frozenset[str]:
    """Give what a node says that it is, without the vocabulary's address."""
    told = node.get("@type")
    given = told if isinstance(told, list) else [told]
    return frozenset(kind.rpartition("/")[2] for kind in given if isinstance(kind, str))


def words(value: object, longest: int) -> str:
    """Give a text, or the first of a list of them, on one line; empty where there is none."""
    one = value[0] if isinstance(value, list) and value else value
    if not isinstance(one, str):
        return ""
    # Many pages write references such as &amp; into it, which are none in JSON.
    return " ".join(html.unescape(one[: 2 * longest]).encode("utf-8", "replace").decode().split())[:longest]


def names(value: object, longest: int) -> str:
    """Give the names of people or bodies, with commas between them."""
    given = value if isinstance(value, list) else [value]
    named = [words(one.get("name"), longest) if isinstance(one, dict) else words(one, longest) for one in given[:20]]
    return ", ".join(dict.fromkeys(name for name in named if name))[:longest]
