"""Start one of the program's own modules in a process beside this one.

The working folder is not on its import path: it may hold anybody's files, and a ``json.py`` among them would
be run.
"""

import os
import subprocess
import sys
from pathlib import Path


def start(module: str, *arguments: str, listens: bool = False) -> "subprocess.Popen[bytes]":
    """Start a module; what it prints can be read, and one that ``listens`` can be written to.

    Raises:
        OSError: the process can't be started.

    """
    packages = os.pathsep.join(folder for folder in sys.path if Path(folder).is_absolute())
    return subprocess.Popen(
        [sys.executable, "-P", "-m", module, *arguments],
        stdin=subprocess.PIPE if listens else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": packages},
    )
