"""A SQLite desk on another machine's disk is refused, because its writers share no memory."""

from pathlib import Path, PurePosixPath

import pytest

from claims_db import network_files
from claims_db.engine import open_engine
from claims_db.errors import DatabaseUnavailable
from claims_db.network_files import network_file_system

MOUNTS = r"""/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/home /net/home nfs4 rw,vers=4.2 0 0
//nas/share /mnt/nas cifs rw 0 0
ana@far:/ /home/ana/far\040away fuse.sshfs rw,user_id=1000 0 0
/dev/sdb1 /net/home/ana/disk ext4 rw 0 0
drvfs /mnt/c 9p rw 0 0
old:/x /srv nfs rw 0 0
/dev/sdc1 /srv ext4 rw 0 0
tmpfs /scratch tmpfs rw 0 0
broken line
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ana/desk.sqlite3", ""),
        ("/net/home/ana/desk.sqlite3", "nfs4"),
        ("/net/homes/desk.sqlite3", ""),
        ("/net/home/ana/disk/desk.sqlite3", ""),
        ("/mnt/nas/desk.sqlite3", "cifs"),
        ("/home/ana/far away/desk.sqlite3", "fuse.sshfs"),
        ("/home/ana/far/desk.sqlite3", ""),
        ("/mnt/c/Users/ana/desk.sqlite3", "9p"),
        ("/srv/desk.sqlite3", ""),
        ("/scratch/desk.sqlite3", ""),
    ],
)
def test_the_deepest_and_latest_mount_decides(path: str, kind: str) -> None:
    assert network_file_system(MOUNTS, PurePosixPath(path)) == kind


@pytest.mark.parametrize("mounts", ["", "\n", "a b", r"x /\777 nfs 0 0"])
def test_an_odd_table_is_no_reason_to_refuse(mounts: str) -> None:
    assert network_file_system(mounts, PurePosixPath("/home/desk.sqlite3")) == ""


def test_a_desk_on_a_network_file_system_is_refused_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "mounts"
    table.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/ {tmp_path} nfs4 rw 0 0\n")
    monkeypatch.setattr(network_files, "MOUNTS", table)
    link = tmp_path.parent / f"{tmp_path.name}-link"
    link.symlink_to(tmp_path)
    for folder in (tmp_path, link):
        with pytest.raises(DatabaseUnavailable, match=r"network file system \(nfs4\)") as refused:
            open_engine(str(folder / "desk.sqlite3"))
        assert "PostgreSQL" in refused.value.hint
    assert not (tmp_path / "desk.sqlite3").exists()


def test_a_system_without_a_table_of_mounts_opens_desks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_files, "MOUNTS", tmp_path / "nowhere")
    open_engine(str(tmp_path / "desk.sqlite3")).dispose()
