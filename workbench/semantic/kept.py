"""The sentence encoders that the user took: a record of each beside the settings, with the hash of every file. The files stay where they are."""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from workbench.domain.text import printable, storable
from workbench.errors import BadInput, BadSetting, WorkbenchError
from workbench.semantic.encoder import OnnxEncoder
from workbench.semantic.folder import ModelFile, ModelFolder, read_folder

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_LARGEST = 100_000
_DO_WITHOUT = "'workbench semantic add PATH' takes it as it is now, 'workbench semantic remove {}' does without it."


class KeptModel(NamedTuple):
    """A model that was taken: its name, where it is, what its files were, and what was said of it."""

    name: str
    folder: str
    files: tuple[ModelFile, ...]
    licence: str
    origin: str

    def read(self) -> ModelFolder:
        """Read the model, which has to be what it was.

        Raises:
            BadSetting: it is another one by now, or is gone.

        """
        hint = _DO_WITHOUT.format(self.name)
        try:
            found = read_folder(Path(self.folder))
        except BadInput as problem:
            raise BadSetting(f"The sentence encoder '{self.name}' can't be read. {problem.message}", hint) from None
        if found.files != self.files:
            names = sorted({one.name for one in set(found.files) ^ set(self.files)})
            raise BadSetting(
                f"The sentence encoder '{self.name}' is not what it was when it was added: {', '.join(names)} changed.",
                hint,
            )
        return found

    def opened(self) -> OnnxEncoder:
        """Load the model; errors as of ``read``, and those of ``OnnxEncoder``."""
        return OnnxEncoder(self.read())


class KeptModels:
    """The records, one file each."""

    def __init__(self, config: Path) -> None:
        """Keep them in a folder of the folder that has the settings file."""
        self._folder = config / "semantic"

    def every(self) -> list[KeptModel]:
        """Give all, by name."""
        return [self.named(path.stem) for path in sorted(self._folder.glob("*.json"))]

    def named(self, name: str) -> KeptModel:
        """Give one.

        Raises:
            BadSetting: there is none of that name, or its record can't be read.

        """
        try:
            if not _NAME.fullmatch(name):
                raise FileNotFoundError
            with self._path(name).open("rb") as file:
                return from_json(file.read(_LARGEST).decode("utf-8"))
        except FileNotFoundError:
            known = sorted(path.stem for path in self._folder.glob("*.json"))
            near = get_close_matches(name, known, n=1)
            raise BadSetting(
                f"There is no sentence encoder '{printable(name)}'.",
                f"Did you mean '{near[0]}'?" if near else "'workbench semantic add PATH' takes one.",
            ) from None
        except (OSError, ValueError) as problem:
            words = getattr(problem, "strerror", None) or "it is no record of a model"
            raise BadSetting(
                f"{printable(str(self._path(name)))} can't be read: {words}.",
                "Remove the file, and add the model again.",
            ) from None

    def keep(self, model: KeptModel) -> None:
        """Keep a model, in the place of another of that name.

        Raises:
            WorkbenchError: it can't be written.

        """
        path = self._path(model.name)
        new = path.with_suffix(".new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            new.write_text(to_json(model), "utf-8")
            new.replace(path)
        except OSError as problem:
            with suppress(OSError):
                new.unlink(missing_ok=True)
            raise WorkbenchError(
                f"The folder {printable(str(self._folder))} can't be written: {problem.strerror}.",
                "Look at its rights.",
            ) from None

    def remove(self, name: str) -> None:
        """Forget a model; its files stay. Errors as of ``named``, but a broken record is removed too."""
        if not _NAME.fullmatch(name) or not self._path(name).exists():
            self.named(name)
        try:
            self._path(name).unlink()
        except OSError as problem:
            raise WorkbenchError(
                f"{printable(str(self._path(name)))} can't be removed: {problem.strerror}.", "Look at its rights."
            ) from None

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json"


def name_for(folder: Path, name: str = "") -> str:
    """Give what a model is called: the name that is given, or its folder's.

    Raises:
        BadInput: it can't be a name.

    """
    found = name or folder.name
    if not _NAME.fullmatch(found):
        raise BadInput(
            f"'{printable(found)}' can't be the name of a model.",
            "Give --name with letters, digits, dots and hyphens, at most 64.",
        )
    return found


def to_json(model: KeptModel) -> str:
    """Write a record."""
    fields = {**model._asdict(), "files": [one._asdict() for one in model.files]}
    return json.dumps({key: storable(one) if isinstance(one, str) else one for key, one in fields.items()}, indent=2)


def from_json(text: str) -> KeptModel:
    """Read a record.

    Raises:
        ValueError: it is none.

    """
    try:
        found = json.loads(text)
        files = tuple(ModelFile(_word(one, "name"), int(one["size"]), _word(one, "sha256")) for one in found["files"])
        return KeptModel(
            _word(found, "name"), _word(found, "folder"), files, _word(found, "licence"), _word(found, "origin")
        )
    except (KeyError, TypeError, RecursionError):
        raise ValueError("a field is missing") from None


def _word(fields: Mapping[str, object], name: str) -> str:
    value = fields[name]
    if not isinstance(value, str):
        raise TypeError
    return value
