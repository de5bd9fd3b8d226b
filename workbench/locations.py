"""The folders of this machine that the program uses."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HOME = "WORKBENCH_HOME"
"""Names one folder that holds everything, for portable use."""


@dataclass(frozen=True)
class Locations:
    """Where settings, desks, what can be made anew, and logs are kept; none is made before it is written to."""

    config: Path
    data: Path
    cache: Path
    log: Path


def locations(environ: Mapping[str, str]) -> Locations:
    """Give the folders: those of the system, or all inside ``WORKBENCH_HOME``."""
    home = environ.get(HOME)
    if home:
        root = Path(os.path.expanduser(home))
        return Locations(root, root, root / "cache", root / "log")
    import platformdirs  # noqa: PLC0415 - not needed with WORKBENCH_HOME, and 'version' needs no folder

    found = platformdirs.PlatformDirs("claim-workbench", appauthor=False)
    return Locations(
        Path(found.user_config_dir), Path(found.user_data_dir), Path(found.user_cache_dir), Path(found.user_log_dir)
    )
