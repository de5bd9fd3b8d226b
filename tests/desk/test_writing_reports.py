"""Reports reach the folder whole or not at all."""

import os
from pathlib import Path

import pytest

from tests.export.example_report import claim, report
from workbench.desk.exporting import write_reports
from workbench.errors import WorkbenchError
from workbench.export.markdown import file_name, render_article


def test_a_report_is_written_into_a_folder_that_is_made(tmp_path: Path) -> None:
    out = tmp_path / "new" / "exports"
    (path,) = write_reports([report()], out)
    assert path == out / file_name(report())
    assert path.read_bytes() == render_article(report()).encode()
    assert os.listdir(out) == [path.name]  # noqa: PTH208 - hidden files count too


def test_a_file_that_stays_the_same_is_not_touched(tmp_path: Path) -> None:
    (path,) = write_reports([report()], tmp_path)
    before = path.stat()
    write_reports([report()], tmp_path)
    after = path.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    write_reports([report(byline="Somebody else")], tmp_path)
    assert "Somebody else" in path.read_text("utf-8")


def test_a_link_in_the_place_of_a_report_is_replaced_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    out = tmp_path / "exports"
    out.mkdir()
    (out / file_name(report())).symlink_to(outside)
    (path,) = write_reports([report()], out)
    assert outside.read_text() == "mine"
    assert not path.is_symlink()


def test_one_claim_gets_a_file_beside_the_article_and_not_over_it(tmp_path: Path) -> None:
    (whole,) = write_reports([report()], tmp_path)
    (part,) = write_reports([report(claim(12))], tmp_path, claim=12)
    assert whole != part
    assert whole.read_text("utf-8") == render_article(report())


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "exports"
    blocked.write_text("")
    with pytest.raises(WorkbenchError) as caught:
        write_reports([report()], blocked)
    assert str(blocked) in caught.value.message
    assert "--out" in caught.value.hint


def test_a_full_disk_leaves_the_old_report_and_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = write_reports([report()], tmp_path)
    old = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WorkbenchError) as caught:
        write_reports([report(byline="Somebody else")], tmp_path)
    assert str(path) in caught.value.message
    assert "No space left" in caught.value.message
    assert path.read_bytes() == old
    assert os.listdir(tmp_path) == [path.name]  # noqa: PTH208 - hidden files count too
