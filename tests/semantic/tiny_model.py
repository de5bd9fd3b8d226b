"""A sentence encoder of a few kilobytes, written by hand: one look-up of a vector for each word."""

import hashlib
import json
import re
import struct
from collections.abc import Iterable, Mapping
from pathlib import Path

from workbench.semantic.encoder import UNRELATED

SIZE = 32
_WORDS = re.compile(r"\w+|[^\w\s]+")
_FLOAT, _INT64 = 1, 7


def write_model(
    folder: Path,
    texts: Iterable[str] = (),
    same: Mapping[str, str] | None = None,
    inputs: Iterable[str] = ("input_ids",),
) -> Path:
    """Write a model that knows the words of some texts, and that of each pair of words ``same`` means the other."""
    folder.mkdir(parents=True, exist_ok=True)
    words = sorted({word for text in (*UNRELATED, *texts) for word in _WORDS.findall(text.lower())})
    vocabulary = {word: number for number, word in enumerate(("[UNK]", *words))}
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer(vocabulary)))
    (folder / "model.onnx").write_bytes(model([(same or {}).get(word, word) for word in vocabulary], inputs))
    return folder


ROSE, UP, SANK = "Unemployment rose in May.", "Joblessness increased in May.", "The ferry sank at night."


def write_carded_model(folder: Path) -> Path:
    """Write a model, with its card, to which two of three sentences say the same."""
    write_model(folder, [ROSE, UP, SANK], {"joblessness": "unemployment", "increased": "rose"})
    (folder / "README.md").write_text("---\nlicense: apache-2.0\n---\n# Tiny of nobody\n")
    return folder


def tokenizer(vocabulary: Mapping[str, int]) -> dict[str, object]:
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": None,
        "decoder": None,
        "model": {"type": "WordLevel", "vocab": dict(vocabulary), "unk_token": "[UNK]"},
    }


def model(words: Iterable[str], inputs: Iterable[str] = ("input_ids",), elsewhere: str = "") -> bytes:
    """Give the bytes of an ONNX model (onnx.proto, version 8 of its form) that gathers a vector for each word.

    Its vectors can be said to stand ``elsewhere``, in another file.
    """
    rows = [_vector(word) for word in words]
    table = _part(9, b"".join(struct.pack(f"<{SIZE}f", *row) for row in rows))
    if elsewhere:
        table = _part(13, _part(1, "location") + _part(2, elsewhere)) + _number(14, 1)
    graph = (
        _part(1, _part(1, "table") + _part(1, "input_ids") + _part(2, "last_hidden_state") + _part(4, "Gather"))
        + _part(2, "tiny")
        + _part(5, _number(1, len(rows)) + _number(1, SIZE) + _number(2, _FLOAT) + _part(8, "table") + table)
        + b"".join(_part(11, _value(name, _INT64, "batch", "pieces")) for name in inputs)
        + _part(12, _value("last_hidden_state", _FLOAT, "batch", "pieces", SIZE))
    )
    return _number(1, 8) + _part(7, graph) + _part(8, _part(1, "") + _number(2, 17))


def _vector(word: str) -> list[float]:
    return [byte - 127.5 for byte in hashlib.sha256(word.encode()).digest()]


def _value(name: str, kind: int, *shape: str | int) -> bytes:
    sides = b"".join(_part(1, _part(2, side) if isinstance(side, str) else _number(1, side)) for side in shape)
    return _part(1, name) + _part(2, _part(1, _number(1, kind) + _part(2, sides)))


def _part(field: int, content: bytes | str) -> bytes:
    content = content.encode() if isinstance(content, str) else content
    return _varint(field << 3 | 2) + _varint(len(content)) + content


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _varint(value: int) -> bytes:
    digits = bytearray()
    while value > 0x7F:
        digits.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*digits, value])
