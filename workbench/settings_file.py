"""Change the settings file without touching anything else in it: comments, order and blank lines stay."""

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from workbench.errors import BadSetting
from workbench.settings import ENVIRONMENT, Origin, Settings, load_settings, origins, settings_file

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

Value = str | int | Mapping[str, str]


class SettingsPlace(NamedTuple):
    """Where the settings come from: the environment, and the desk that the command line names, if any."""

    environ: Mapping[str, str]
    database: str | None = None

    @property
    def file(self) -> Path:
        """The settings file, which need not be there."""
        return settings_file(self.environ)

    def load(self) -> Settings:
        """Read the settings as they are now; errors as of ``load_settings``."""
        return load_settings(self.environ, database=self.database)

    def origins(self) -> tuple[Origin, ...]:
        """Say of every setting what it is and where it comes from; errors as of ``load_settings``."""
        return origins(self.environ, database=self.database)

    def overruled_by(self, key: str) -> str:
        """Name what goes before the settings file for a key; empty where nothing does."""
        if key == "database" and self.database:
            return "the command line"
        variable = ENVIRONMENT + key.upper()
        return variable if self.environ.get(variable) else ""

    def write(self, value: Value | None, *key: str) -> Settings:
        """Write one setting, or one entry of a table such as ``keys``; None takes it out, so that the default holds.

        Raises:
            BadSetting: the file can't be read or written, or the settings could not be used with this value; the
                file is as it was then.

        """
        document = self._parsed()
        _put(document, value, key)
        return self._replaced(document.as_string())

    def _parsed(self) -> "TOMLDocument":
        import tomlkit  # noqa: PLC0415 - only who changes a setting needs it
        from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415

        load_settings({}, self.file)  # says what is wrong with the file in the words that the start would use
        try:
            return tomlkit.parse(self.file.read_bytes().decode("utf-8"))
        except FileNotFoundError:
            return tomlkit.document()
        except (OSError, ValueError, TOMLKitError) as problem:
            raise BadSetting(f"The settings file {self.file} can't be read: {problem}.", "Mend it first.") from None

    def _replaced(self, content: str) -> Settings:
        """Put a new file in the old one's place, once it is known that it can be used; a link stays a link."""
        target = self.file.resolve()
        new = target.with_name(f".{target.name}.new")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(content.encode("utf-8"))
            if target.exists():
                shutil.copymode(target, new)
            load_settings(self.environ, new, self.database)
            new.replace(target)
        except BadSetting as problem:
            raise BadSetting(problem.message.replace(str(new), str(self.file)), problem.hint) from None
        except OSError as problem:
            raise BadSetting(
                f"The settings file {self.file} can't be written: {problem.strerror}.",
                "Look at the rights of its folder.",
            ) from None
        finally:
            with suppress(OSError):
                new.unlink(missing_ok=True)
        return self.load()


def _put(document: "TOMLDocument", value: Value | None, key: tuple[str, ...]) -> None:
    import tomlkit  # noqa: PLC0415 - as above

    *tables, name = key
    place: dict[str, object] = document
    for table in tables:
        if table not in place:
            place[table] = tomlkit.table()
        place = place[table]  # type: ignore[assignment]
    if value is None:
        place.pop(name, None)
        if tables and not place:
            document.pop(tables[0])
    elif isinstance(value, Mapping):
        entries = tomlkit.table()
        entries.update(value)
        place[name] = entries
    else:
        place[name] = value
