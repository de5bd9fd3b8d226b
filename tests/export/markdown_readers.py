"""Read Markdown as renderers do, and say what a document is made of."""

import json
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

ROWS = [
    json.loads(line) for line in (Path(__file__).parents[1] / "hostile_inputs.jsonl").read_text("utf-8").splitlines()
]
HOSTILE = [
    pytest.param(row["payload"], id=row["id"])
    for row in ROWS
    if row["kind"] in {"markdown", "terminal", "markup", "filename", "csv", "prompt"}
]


def commonmark() -> MarkdownIt:
    """Read plain CommonMark with raw HTML, where a footnote is an ordinary bracket."""
    return MarkdownIt("commonmark")


def everything() -> MarkdownIt:
    """Read GitHub's Markdown with links made of bare addresses, and what other renderers add."""
    parser = MarkdownIt("gfm-like", {"html": True, "linkify": True})
    for plugin in (front_matter_plugin, footnote_plugin, deflist_plugin, dollarmath_plugin):
        parser.use(plugin)
    return parser


def shown(text: str) -> str:
    """Say what a reader is to see of foreign words."""
    drawn = re.sub("[\x00-\x08\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]", "\ufffd", text)
    return re.sub("[ \t\n\x0b\x0c\r]+", " ", drawn).strip(" ")


def flat(tokens: list[Token]) -> list[Token]:
    return [part for token in tokens for part in (token, *flat(token.children or []))]


def structure(markdown: str, parser: MarkdownIt) -> list[str]:
    """Give the kinds of all that a document is made of, bare text left out."""
    kinds = [token.type for token in flat(parser.parse(markdown)) if token.type not in {"text", "text_special"}]
    return [kind for kind in kinds if kind != "softbreak"]


def frame(markdown: str, parser: MarkdownIt) -> list[str]:
    """Give the structure of a report; lines and paragraphs of a rationale, an excerpt or a note count as one."""
    kinds = [kind for kind in structure(markdown, parser) if kind != "hardbreak"]
    paragraph = ["paragraph_open", "inline", "paragraph_close"]
    found: list[str] = []
    for kind in kinds:
        found.append(kind)
        if found[-6:] == paragraph * 2:
            del found[-3:]
    return found


def targets(markdown: str, parser: MarkdownIt) -> list[str]:
    return [str(token.attrs["href"]) for token in flat(parser.parse(markdown)) if token.type == "link_open"]


def seen(markdown: str, parser: MarkdownIt) -> str:
    return "".join(token.content for token in flat(parser.parse(markdown)) if token.type.startswith("text"))
