"""Take a sentence encoder from a folder: what it should be is compared, and it is tried before it is kept."""

import re
import subprocess
from pathlib import Path

from claims_db.own_process import start
from workbench.domain.text import printable
from workbench.errors import BadInput
from workbench.semantic.folder import KNOWN, ModelFile, read_card, read_folder
from workbench.semantic.kept import KeptModel, name_for, to_json

_SHA256 = re.compile(r"[0-9a-f]{64}")
_SECONDS = 120.0
_UNKNOWN = "not said"


def model_in(folder: Path, *, name: str = "", sha256: str = "", licence: str = "", origin: str = "") -> KeptModel:
    """Look at a folder, and give what would be kept of it; nothing is loaded.

    Args:
        folder: where ``model.onnx`` and ``tokenizer.json`` are.
        name: what it shall be called, as its folder where it is empty.
        sha256: what the SHA-256 of ``model.onnx`` has to be.
        licence: its licence, what its card says where it is empty.
        origin: where it is from, as ``licence``.

    Raises:
        BadInput: it is no such folder, or the hash is another.

    """
    wanted = sha256.strip().lower()
    if wanted and not _SHA256.fullmatch(wanted):
        raise BadInput("That is no SHA-256.", "It has 64 digits, 0 to 9 and a to f.")
    try:
        folder = folder.resolve()
    except (OSError, ValueError, RuntimeError):
        raise BadInput(f"{printable(str(folder))} can't be found.", "Check the path.") from None
    files = read_folder(folder).files
    digest = digest_of(files)
    if wanted and digest != wanted:
        raise BadInput(
            f"model.onnx is not what it should be: its SHA-256 is {digest}, not {wanted}.",
            "Get the model anew from where it was published.",
        )
    card = read_card(folder)
    return KeptModel(
        name_for(folder, name),
        str(folder),
        files,
        licence.strip() or card.licence or _UNKNOWN,
        origin.strip() or KNOWN.get(digest, card.title) or _UNKNOWN,
    )


def digest_of(files: tuple[ModelFile, ...]) -> str:
    """Give the SHA-256 of the model among its files."""
    return next(one.sha256 for one in files if one.name == "model.onnx")


def try_model(model: KeptModel) -> None:
    """Let a process of its own load a model and read texts with it, however strange both are.

    Raises:
        BadInput: it can't be used, or takes too long or too much memory for it.
        WorkbenchError: a library is not installed.

    """
    with start("workbench.semantic.trial", listens=True) as process:
        try:
            told, _ = process.communicate(to_json(model).encode(), _SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            told = b""
    message, _, hint = told.decode("utf-8", "replace").partition("\n")
    if process.returncode or message:
        raise BadInput(
            printable(message) or "The model ended the process that tried it, or took too long.",
            printable(hint.strip()) or "Get the model anew from where it was published.",
        )
