"""The process that tries a sentence encoder: its record on standard input, what is wrong with it on standard output.

A broken model may end a process or eat all memory, a tokenizer may never end; so it is tried in one that has limits.
"""

import resource
import sys

from workbench.errors import WorkbenchError
from workbench.semantic.kept import from_json

_MEMORY, _TIMES = 3 << 30, 6
"""Bytes of address space that it may take, and so many times its own size."""

_SECONDS = 90
"""Seconds of the processor."""

_STRANGE = (
    "",
    " \n\t",
    "a" * 4_000,
    "( [ { " * 700,
    "9" * 4_000,
    "😀🎉" * 1_000,
    "Премьер закрыл семь мостов. 首相は橋を閉鎖した。 أغلقت الجسور",
    "\ud800 \0 \u202e",
    "word " * 800,
)


def main() -> None:
    """Say nothing where it can be used."""
    model = from_json(sys.stdin.buffer.read().decode("utf-8"))
    most = _MEMORY + _TIMES * sum(one.size for one in model.files)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    try:
        model.opened().likeness("Unemployment rose to 5.2% in March.", _STRANGE)
    except WorkbenchError as problem:
        sys.stdout.buffer.write(f"{problem.message}\n{problem.hint}".encode("utf-8", "replace"))


if __name__ == "__main__":
    main()
