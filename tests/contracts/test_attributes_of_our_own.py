"""What our widgets note about themselves must not be what Textual notes about them under the same name."""

import ast
from collections.abc import Iterator
from pathlib import Path

import textual

import workbench.tui

OURS = Path(workbench.tui.__file__).parent
THEIRS = [Path(textual.__file__).parent / f"{name}.py" for name in ("message_pump", "dom", "widget", "screen", "app")]


def private_names(path: Path) -> Iterator[str]:
    """Give the private attributes that classes of a module set on themselves, and their private methods."""
    for one in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(one, ast.Attribute) and isinstance(one.ctx, ast.Store) and ast.unparse(one.value) == "self":
            yield one.attr
        elif isinstance(one, ast.ClassDef):
            yield from (part.name for part in one.body if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef))


def test_no_private_attribute_is_one_of_textual() -> None:
    theirs = {name for path in THEIRS for name in private_names(path) if not name.startswith("__")}
    assert "_running" in theirs
    shadowing = {
        (path.name, name)
        for path in OURS.rglob("*.py")
        for name in private_names(path)
        if name in theirs and name.startswith("_")
    }
    assert shadowing == set()
