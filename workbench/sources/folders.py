"""Which files of a folder are texts that can be taken in."""

from pathlib import Path

from workbench.domain.text import printable
from workbench.errors import BadInput

_TEXTS = frozenset({".txt", ".md", ".text", ".html", ".htm", ".xhtml"})


def files_of(folder: Path) -> list[str]:
    """Name the texts and pages of a folder in the order of their names; hidden files and folders in it are left out.

    Raises:
        BadInput: it holds none, or can't be read.

    """
    try:
        found = sorted(
            str(path)
            for path in folder.iterdir()
            if path.suffix.casefold() in _TEXTS and not path.name.startswith(".") and path.is_file()
        )
    except OSError as problem:
        raise BadInput(
            f"The folder {printable(str(folder))} can't be read: {problem.strerror}.", "Check its permissions."
        ) from None
    if not found:
        raise BadInput(
            f"The folder {printable(str(folder))} holds no texts.", "Files that end in .txt, .md or .html are taken in."
        )
    return found
