"""Files of text that people name."""

from pathlib import Path

from workbench.domain.text import printable
from workbench.errors import BadInput

_MB = 1_000_000


def text_of(path: str, most: int) -> str:
    """Give the text of a file of at most so many bytes.

    Raises:
        BadInput: it can't be read, is larger, or is not UTF-8.

    """
    name = printable(path)
    try:
        if Path(path).stat().st_size > most:
            size = f"{most // _MB} MB" if most >= _MB else f"{most // 1_000} kB"
            raise BadInput(f"{name} is larger than {size}.", "Split it.")
        return Path(path).read_bytes().decode("utf-8-sig")
    except OSError as problem:
        raise BadInput(f"{name} can't be read: {problem.strerror or problem}.", "Check the path.") from None
    except UnicodeDecodeError as problem:
        raise BadInput(
            f"{name} is not UTF-8 (byte {problem.start}).", "Save it as UTF-8, in a spreadsheet as 'CSV UTF-8'."
        ) from None
