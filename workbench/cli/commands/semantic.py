"""``workbench semantic``: sentence encoders by which matches are compared in what they mean."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from workbench.cli.complaints import say
from workbench.cli.options import AsJson, plain_app
from workbench.cli.output import write_json, write_line
from workbench.cli.tables import write_table
from workbench.errors import BadSetting
from workbench.settings_file import SettingsPlace

if TYPE_CHECKING:
    from workbench.semantic.folder import ModelFile
    from workbench.semantic.kept import KeptModel, KeptModels

app = plain_app("Sentence encoders of your own, by which matches are compared in what they mean; none is downloaded.")

Name = Annotated[str, typer.Argument(metavar="NAME", help="What the model is called.")]


class ModelRow(NamedTuple):
    """A model as it is shown; ``wrong`` says why it can't be used, ``known_as`` who published these very bytes."""

    name: str
    used: bool
    wrong: str
    licence: str
    origin: str
    folder: str
    known_as: str
    files: "tuple[ModelFile, ...]"


@app.command()
def add(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A folder with model.onnx and tokenizer.json.")],
    *,
    name: Annotated[str, typer.Option(metavar="NAME", help="What to call it; as its folder otherwise.")] = "",
    sha256: Annotated[str, typer.Option("--sha256", metavar="HASH", help="What model.onnx has to be.")] = "",
    licence: Annotated[str, typer.Option(metavar="WORDS", help="Its licence; what its card says otherwise.")] = "",
    origin: Annotated[str, typer.Option("--from", metavar="WORDS", help="Where it is from; as above.")] = "",
    as_json: AsJson = False,
) -> None:
    """Try a sentence encoder, keep the hashes of its files, and use it from now on. The files stay where they are."""
    from workbench.semantic import taking  # noqa: PLC0415 - help needs no model

    place = _place()
    model = taking.model_in(Path(path).expanduser(), name=name, sha256=sha256, licence=licence, origin=origin)
    taking.try_model(model)
    _models(place).keep(model)
    place.write(model.name, "semantic")
    _write(_row(model, place, ""), as_json=as_json)
    if not sha256 and not _row(model, place, "").known_as:
        say(
            "No hash of this model is known here: compare the one of model.onnx with its publisher's, or give --sha256."
        )
    if over := place.overruled_by("semantic"):
        say(f"{over} names another model, which is used as long as it is set.")


@app.command("list")
def list_models(as_json: AsJson = False) -> None:
    """List the sentence encoders that were added, and which is used."""
    place = _place()
    rows = [_row(model, place, _wrong(model)) for model in _models(place).every()]
    if as_json:
        write_json(rows)
    elif rows:
        write_table(
            ("model", "used", "state", "licence", "from"),
            [(row.name, "yes" if row.used else "no", row.wrong or "ok", row.licence, row.origin) for row in rows],
        )
    else:
        say("There is none; matches are compared by their words. 'workbench semantic add PATH' takes one.")


@app.command()
def show(name: Name, as_json: AsJson = False) -> None:
    """Show a sentence encoder: its files with their hashes, its licence, where it is from."""
    place = _place()
    model = _models(place).named(name)
    _write(_row(model, place, _wrong(model)), as_json=as_json)


@app.command()
def remove(name: Name) -> None:
    """Forget a sentence encoder; its files stay. Matches are compared by their words alone then."""
    place = _place()
    used = place.load().semantic == name
    _models(place).remove(name)
    if used:
        place.write(None, "semantic")
    say(f"Removed {name}; its files stay where they are.")


def _place() -> SettingsPlace:
    return SettingsPlace(os.environ)


def _models(place: SettingsPlace) -> "KeptModels":
    from workbench.semantic.kept import KeptModels  # noqa: PLC0415 - as above

    return KeptModels(place.load().folders.config)


def _wrong(model: "KeptModel") -> str:
    try:
        model.read()
    except BadSetting as problem:
        return problem.message
    return ""


def _row(model: "KeptModel", place: SettingsPlace, wrong: str) -> ModelRow:
    from workbench.semantic.folder import KNOWN  # noqa: PLC0415 - as above
    from workbench.semantic.taking import digest_of  # noqa: PLC0415

    return ModelRow(
        model.name,
        place.load().semantic == model.name,
        wrong,
        model.licence,
        model.origin,
        model.folder,
        KNOWN.get(digest_of(model.files), ""),
        model.files,
    )


def _write(row: ModelRow, *, as_json: bool) -> None:
    if as_json:
        write_json(row)
        return
    for line in _lines(row):
        write_line(line)
    write_table(("file", "bytes", "SHA-256"), [(one.name, f"{one.size:,}", one.sha256) for one in row.files])


def _lines(row: ModelRow) -> Iterator[str]:
    yield f"{row.name}: {'used to compare matches' if row.used else 'not used'}"
    if row.wrong:
        yield row.wrong
    yield f"folder: {row.folder}"
    yield f"licence: {row.licence}"
    yield f"from: {row.origin}"
    yield f"model.onnx: {f'the very bytes that are published as {row.known_as}' if row.known_as else 'no known hash'}"
