"""The committed sample is what the program writes today, byte for byte, whatever the surroundings."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.golden_export import FOLDER, reviewed_desk

ROOT = Path(__file__).resolve().parents[2]
WRITE = """
import sys
from pathlib import Path
from tests.golden_export import reviewed_desk, write_published
first, second = (Path(sys.argv[1]) / name for name in ("first", "second"))
first.mkdir()
second.mkdir()
desk = reviewed_desk(first)
desk.export(Path(sys.argv[1]) / "out")
desk.close()
write_published(second, Path(sys.argv[1]) / "out")
"""


def files(folder: Path) -> dict[str, bytes]:
    """Give all files but the picture by their paths inside of the folder."""
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: content for name, content in found.items() if not name.endswith(".svg")}


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
        {"TZ": "America/St_Johns", "LC_ALL": "C", "PYTHONHASHSEED": "2"},
    ],
    ids=lambda surroundings: surroundings["TZ"],
)
def test_time_zone_locale_and_hash_seed_change_nothing(tmp_path: Path, surroundings: dict[str, str]) -> None:
    subprocess.run(
        [sys.executable, "-c", WRITE, str(tmp_path)],
        cwd=ROOT,
        check=True,
        env={**os.environ, **surroundings, "PYTHONPATH": str(ROOT)},
    )
    assert files(tmp_path / "out") == files(FOLDER)


def test_the_sample_is_complete() -> None:
    names = files(FOLDER)
    for ending in (
        "report.md",
        "finding.json",
        "manifest.json",
        "claimreview.jsonld",
        "mediareview.jsonld",
        "averitec.json",
        "claims.csv",
    ):
        assert any(name.endswith(ending) for name in names), ending
    assert sum("/c-11-" in name or "_c-11-" in name for name in names) >= 2


def test_exporting_again_touches_nothing(tmp_path: Path) -> None:
    desk = reviewed_desk(tmp_path)
    (path,) = desk.export(tmp_path / "out")
    before = path.stat().st_mtime_ns, path.stat().st_ino
    desk.take_next()
    desk.export(tmp_path / "out")
    desk.close()
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before
    assert [other.name for other in (tmp_path / "out").iterdir()] == [path.name]
