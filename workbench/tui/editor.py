"""Long texts in the user's own editor."""

import shlex
import subprocess
import tempfile
from pathlib import Path

from textual.app import App, SuspendNotSupported

from workbench.errors import BadSetting


def edited(app: App[None], editor: str, text: str) -> str:
    """Let the user edit a text in their editor; give what they saved.

    Raises:
        BadSetting: there is no editor, it can't be started, or this terminal can't be lent to it.
    """
    if not editor.strip():
        raise BadSetting("No editor is set.", "Set VISUAL or EDITOR, or editor in the settings.")
    with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
        path = Path(folder) / "text.md"
        path.write_text(text, encoding="utf-8", errors="replace")
        try:
            with app.suspend():
                done = subprocess.run([*shlex.split(editor), str(path)], check=False)
        except SuspendNotSupported:
            raise BadSetting("This terminal can't be lent to an editor.", "Type the text here.") from None
        except (OSError, ValueError) as problem:
            raise BadSetting(f"The editor {editor!r} can't be started: {problem}.", "Check VISUAL or EDITOR.") from None
        if done.returncode != 0:
            raise BadSetting(f"The editor ended with {done.returncode}; the text is as it was.", "")
        return path.read_text("utf-8", errors="replace").rstrip("\n")
