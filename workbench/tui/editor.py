"""Write long texts in the person's own editor."""

import shlex
import subprocess
import tempfile
from contextlib import AbstractContextManager
from pathlib import Path
from collections.abc import Callable

from textual.app import SuspendNotSupported

from workbench.errors import WorkbenchError

Suspend = Callable[[], AbstractContextManager[None]]
"""Gives the terminal to another program for a while."""


def edit(text: str, editor: str, suspend: Suspend) -> str:
    """Give a text to the editor and take back what it wrote.

    Raises:
        WorkbenchError: there is no editor, it can't be run, or it failed; the text is as before.
    """
    try:
        command = shlex.split(editor)
    except ValueError:
        command = []
    if not command:
        raise WorkbenchError("No editor is set.", "Set editor in the settings, or VISUAL or EDITOR. You can type here.")
    with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
        path = Path(folder) / "text.md"
        path.write_text(text, encoding="utf-8", errors="replace")
        try:
            with suspend():
                ended = subprocess.run([*command, str(path)], check=False)
        except SuspendNotSupported:
            raise WorkbenchError("The terminal can't be given to an editor here.", "You can type here.") from None
        except OSError as problem:
            raise WorkbenchError(f"{command[0]} can't be run: {problem.strerror}.", "You can type here.") from None
        if ended.returncode:
            raise WorkbenchError(f"{command[0]} failed; the text is as before.", "You can type here.")
        return path.read_text(encoding="utf-8", errors="replace").rstrip("\n")
