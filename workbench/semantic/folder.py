"""The folder of a sentence encoder: which of its files count, what they may weigh, and what its card says of it."""

import hashlib
import json
import os
import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from workbench.domain.text import printable, storable
from workbench.errors import BadInput

_MEBIBYTE = 1 << 20
_MODEL, _TOKENIZER, _CONFIG, _POOLING = "model.onnx", "tokenizer.json", "config.json", "1_Pooling/config.json"
_LARGEST = {_MODEL: 1024 * _MEBIBYTE, _TOKENIZER: 64 * _MEBIBYTE, _CONFIG: _MEBIBYTE, _POOLING: _MEBIBYTE}
_NEEDED = (_MODEL, _TOKENIZER)
_ELSEWHERE = {_MODEL: f"onnx/{_MODEL}"}
"""Where a repository of models keeps what does not stand at the top."""

_CARD = "README.md"
_LARGEST_CARD = _MEBIBYTE
_FRONT = re.compile(r"\A---\s*\n(.{0,100000}?)\n---", re.DOTALL)
_LICENCE = re.compile(r"^licen[cs]e:[ \t]*(\S[^\n]{0,100})$", re.MULTILINE)
_HEADING = re.compile(r"^# +(\S[^\n]{0,200})$", re.MULTILINE)
_WITHOUT_WORDS = "The folder needs model.onnx and tokenizer.json of a sentence encoder."

KNOWN = {
    "6fd5d72fe4589f189f8ebc006442dbb529bb7ce38f8082112682524616046452": "sentence-transformers/all-MiniLM-L6-v2",
}
"""Models by the SHA-256 of their ``model.onnx``, as their publishers have it."""


class ModelFile(NamedTuple):
    """A file that counts: its name in the folder, how large it is, and its SHA-256."""

    name: str
    size: int
    sha256: str


class ModelFolder(NamedTuple):
    """What was read from a folder, all of it once; whoever uses it uses the bytes that were hashed.

    Attributes:
        files: each file that was read.
        model, tokenizer: the bytes of the two that have to be there.
        words: of how many pieces of words the model reads a text at most, where it says so.
        pooling: what the pooling of the model is called where it is said, such as ``cls_token`` or ``mean_tokens``.

    """

    files: tuple[ModelFile, ...]
    model: bytes
    tokenizer: bytes
    words: int | None
    pooling: frozenset[str]


class Card(NamedTuple):
    """What the card of a model says: its licence and its name; empty where it does not."""

    licence: str
    title: str


def read_folder(folder: Path) -> ModelFolder:
    """Read a model.

    Links are followed, for caches of models consist of them: what counts is what the bytes are.

    Raises:
        BadInput: it is no folder, a file is missing, too large, no regular file or no JSON.

    """
    if not _is_folder(folder):
        raise BadInput(f"{printable(str(folder))} is no folder.", _WITHOUT_WORDS)
    found = {name: _read_either(folder, name) for name in _LARGEST}
    for name in _NEEDED:
        if found[name] is None:
            raise BadInput(f"There is no {name} in {printable(str(folder))}.", _WITHOUT_WORDS)
    contents = {name: content for name, content in found.items() if content is not None}
    files = tuple(
        ModelFile(name, len(content), hashlib.sha256(content).hexdigest()) for name, content in contents.items()
    )
    config, pooling = (_object(name, contents.get(name)) for name in (_CONFIG, _POOLING))
    words = config.get("max_position_embeddings")
    return ModelFolder(
        files,
        contents[_MODEL],
        contents[_TOKENIZER],
        words if isinstance(words, int) and words > 0 else None,
        frozenset(name.removeprefix("pooling_mode_") for name, value in pooling.items() if value is True),
    )


def read_card(folder: Path) -> Card:
    """Read what the folder's card says; one that can't be read says nothing."""
    try:
        content = _read(folder / _CARD, _LARGEST_CARD)
    except BadInput:
        content = None
    text = storable((content or b"").decode("utf-8", "replace"))
    front = _FRONT.match(text)
    licence = _LICENCE.search(front[1]) if front else None
    heading = _HEADING.search(text)
    return Card(licence[1].strip() if licence else "", heading[1].strip() if heading else "")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _read_either(folder: Path, name: str) -> bytes | None:
    content = _read(folder / name, _LARGEST[name])
    if content is None and name in _ELSEWHERE:
        return _read(folder / _ELSEWHERE[name], _LARGEST[name])
    return content


def _read(path: Path, largest: int) -> bytes | None:
    """Give the bytes of a regular file; None where there is none."""
    name = printable(str(path))
    try:
        # A pipe that nobody writes to would be waited for.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(handle, "rb") as file:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode):
                raise BadInput(f"{name} is no regular file.", _WITHOUT_WORDS)
            content = file.read(largest + 1) if found.st_size <= largest else b""
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as problem:
        raise BadInput(f"{name} can't be read: {getattr(problem, 'strerror', problem)}.", "Check it.") from None
    if max(found.st_size, len(content)) > largest:
        raise BadInput(f"{name} is too large for a sentence encoder.", f"Limit: {largest // _MEBIBYTE:,} MiB.")
    return content


def _object(name: str, content: bytes | None) -> Mapping[str, object]:
    try:
        value = json.loads(content or b"{}")
    except (ValueError, RecursionError):
        raise BadInput(f"{name} of the model is no JSON.", "Get the model anew from where it was published.") from None
    return value if isinstance(value, dict) else {}
