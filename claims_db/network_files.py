"""Which files lie on another machine: a SQLite desk can't, because its log needs memory that all writers share."""

import re
from pathlib import Path, PurePath

MOUNTS = Path("/proc/self/mounts")
"""Where Linux lists what is mounted; other systems have no such file, and nothing is known there."""

_NETWORK = frozenset(
    "9p afpfs afs beegfs ceph cifs coda davfs fuse.ceph fuse.curlftpfs fuse.davfs2 fuse.gcsfuse fuse.glusterfs fuse.rclone "
    "fuse.s3fs fuse.smbnetfs fuse.sshfs fuse.sshfs# glusterfs gpfs lustre ncpfs nfs nfs4 orangefs smb2 smb3 smbfs sshfs".split()
)
_ESCAPED = re.compile(r"\\([0-7]{3})")


def mounted_over_network(path: Path) -> str:
    """Name the kind of network file system that a file lies on, such as ``nfs4``; empty where it is none."""
    try:
        mounts = MOUNTS.read_text("utf-8", "surrogateescape")
        return network_file_system(mounts, path.resolve())
    except OSError:
        return ""


def network_file_system(mounts: str, path: PurePath) -> str:
    """Name the kind of network file system that an absolute path lies on, by a table as in ``/proc/mounts``."""
    deepest, kind = -1, ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        point = PurePath(_ESCAPED.sub(lambda match: chr(int(match[1], 8)), parts[1]))
        # Of two at the same place the later one covers the earlier.
        if len(point.parts) >= deepest and (point == path or point in path.parents):
            deepest, kind = len(point.parts), parts[2]
    return kind if kind.casefold() in _NETWORK else ""
