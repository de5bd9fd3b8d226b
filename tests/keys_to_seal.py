"""Keys of the real age and GPG programs for the tests, made anew, in folders that are thrown away."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from tests.installed_programs import needs
from workbench.sources.capture.sealing import Sealing


class AgeKey(NamedTuple):
    """A key of age: its file, and the public key that can be sealed for."""

    identity: str
    recipient: str

    def sealing(self, *others: "AgeKey") -> Sealing:
        """Seal for this key and others; open with this one."""
        return Sealing("age", (self.recipient, *(one.recipient for one in others)), self.identity)


def age_key(folder: Path, name: str) -> AgeKey:
    """Make a key of age."""
    needs("age", "age-keygen")
    path = folder / f"{name}.txt"
    subprocess.run(["age-keygen", "-o", path], check=True, capture_output=True)
    told = subprocess.run(["age-keygen", "-y", path], check=True, capture_output=True, text=True)
    return AgeKey(str(path), told.stdout.strip())


class GpgHome:
    """A folder of GPG keys of its own, with its own agent."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def key(self, name: str, passphrase: str = "") -> str:
        """Make a key; give its fingerprint."""
        told = self._gpg(
            "--status-fd", "1", "--passphrase", passphrase, "--quick-generate-key", name, "future-default", "-", "never"
        )
        return next(line.split()[-1] for line in told.splitlines() if " KEY_CREATED " in line)

    def lock(self) -> None:
        """Let the agent forget every passphrase."""
        self._run("gpgconf", "--kill", "gpg-agent")

    def in_use(self) -> "mock._patch_dict":
        """Let everything that is started look here for keys."""
        return mock.patch.dict(os.environ, {"GNUPGHOME": self.folder})

    def _gpg(self, *arguments: str) -> str:
        return self._run("gpg", "--batch", "--quiet", "--no-tty", "--pinentry-mode", "loopback", *arguments)

    def _run(self, *words: str) -> str:
        environ = os.environ | {"GNUPGHOME": self.folder}
        return subprocess.run(words, check=True, capture_output=True, text=True, env=environ).stdout


@contextmanager
def gpg_home() -> Iterator[GpgHome]:
    """Give a home for GPG keys; its name is short, for the agent's socket lies in it. The agent is ended at the end."""
    needs("gpg", "gpgconf")
    with tempfile.TemporaryDirectory(prefix="gpg", ignore_cleanup_errors=True) as folder:
        # Keys of tests need not withstand guessing; the agent would measure how slow it can make that.
        (Path(folder) / "gpg-agent.conf").write_text("s2k-count 65536\n")
        home = GpgHome(folder)
        try:
            yield home
        finally:
            home.lock()
