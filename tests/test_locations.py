"""Where the program keeps things."""

from pathlib import Path

from workbench.locations import locations


def test_one_folder_can_hold_everything(tmp_path: Path) -> None:
    found = locations({"WORKBENCH_HOME": str(tmp_path)})
    assert found.config == found.data == tmp_path
    assert {found.cache, found.log} == {tmp_path / "cache", tmp_path / "log"}


def test_without_it_the_folders_of_the_system_are_used_and_none_is_made() -> None:
    found = locations({})
    assert all(folder.name for folder in (found.config, found.data, found.cache, found.log))
    assert "claim-workbench" in str(found.data)
