"""The outside witnesses that the settings name; none is asked that they do not."""

from collections.abc import Mapping

from claims_db.capture_vocabulary import WitnessKind
from workbench.errors import BadSetting
from workbench.settings import Settings
from workbench.sources.named_service import key_in
from workbench.sources.witnesses import perma, wayback
from workbench.sources.witnesses.archive import Archive
from workbench.sources.witnesses.perma import Perma
from workbench.sources.witnesses.timestamps import Stamper
from workbench.sources.witnesses.wayback import Wayback

_USUAL = {
    "wayback": "https://web.archive.org",
    "perma": "https://api.perma.cc",
    "timestamps": "http://timestamp.identrust.com",
}


class NamedWitnesses:
    """What the settings name, and the keys of the environment."""

    def __init__(self, settings: Settings, environ: Mapping[str, str]) -> None:
        self._settings = settings
        self._environ = environ

    @property
    def roots(self) -> str:
        """The file with the root certificates of timestamp authorities, empty for the usual ones."""
        return self._settings.timestamp_roots

    def archive(self, kind: WitnessKind) -> Archive:
        """Give an archive.

        Raises:
            BadSetting: the settings name none, or its key can't be used.

        """
        settings = self._settings
        if kind is WitnessKind.WAYBACK:
            _check(settings.wayback, "wayback", "the Wayback Machine")
            return Wayback(settings.wayback, settings.wayback_lookup, key_in(self._environ, wayback.KEY))
        _check(settings.perma, "perma", "perma.cc")
        return Perma(settings.perma, settings.perma_folder, key_in(self._environ, perma.KEY))

    def stamper(self) -> Stamper:
        """Give the timestamp authority.

        Raises:
            BadSetting: the settings name none.
            WorkbenchError: the library for timestamps is not installed.

        """
        _check(self._settings.timestamps, "timestamps", "a timestamp authority")
        return Stamper(self._settings.timestamps, self._settings.timestamp_roots)


def _check(address: str, key: str, what: str) -> None:
    if not address:
        raise BadSetting(
            f"The settings don't name {what}, so nothing was sent.",
            f'Write {key} = "{_USUAL[key]}" into the settings file if it may know what you ask it for.',
        )
