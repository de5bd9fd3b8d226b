"""Encrypt and decrypt with the age or GPG program of this machine: bytes in, bytes out, nothing on the disk.

A program is called with a list of arguments that holds no secret, in a session of its own, so that it can ask nobody
for a passphrase in the middle of somebody's screen, and it is ended when it takes too long.
"""

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from workbench.domain.text import printable
from workbench.errors import WorkbenchError

SECONDS = 60.0
"""How long one file may take: a key on a card may have to be touched."""

AGE, GPG = "age", "gpg"
PROGRAMS = (AGE, GPG)

_LONGEST_COMPLAINT = 300
_GPG = ("--batch", "--no-tty", "--quiet", "--status-fd", "2")
_STATUS = "[GNUPG:] "
_PROBE = b"workbench"
_ENCRYPTED_TO = re.compile(r"^\[GNUPG:\] ENC_TO ([0-9A-F]{16}) ", re.ASCII | re.MULTILINE)


class NotSealed(WorkbenchError):
    """Something can't be encrypted; nothing of it is kept."""


class StaysSealed(WorkbenchError):
    """A sealed file can't be opened here: its program or its key is missing, or the key is locked."""


class _Failed(Exception):
    """A program ended without doing what it was asked: its complaint, and all that it said."""

    def __init__(self, complaint: str, said: str = "") -> None:
        super().__init__(complaint)
        self.complaint = complaint
        self.said = said


@dataclass(frozen=True)
class Sealing:
    """How files are sealed, and how sealed ones are opened.

    Attributes:
        program: ``age`` or ``gpg``; empty where nothing is sealed. What was sealed before is opened all the same.
        recipients: who can open what is sealed, as the program names them.
        identity: the file with the key that opens what age sealed.
        seconds: how long the program may take for one file.

    """

    program: str = ""
    recipients: tuple[str, ...] = ()
    identity: str = ""
    seconds: float = SECONDS

    def check(self) -> None:
        """See that something can be sealed for the recipients.

        Raises:
            NotSealed: it can't.

        """
        self.seal([_PROBE])

    def check_both_ways(self) -> None:
        """See that what is sealed can be opened again by whoever asks.

        Raises:
            NotSealed, StaysSealed: it can't.

        """
        if self.open(self.program, self.seal([_PROBE])) != _PROBE:
            raise NotSealed(f"What {self.program} seals is not what it opens.", "Check the program.")

    def seal(self, pieces: Sequence[bytes | bytearray | memoryview]) -> bytes:
        """Encrypt bytes for the recipients.

        Raises:
            NotSealed: there is nobody to seal for, no program, or it can't use a recipient.

        """
        if not self.recipients:
            raise NotSealed("Nobody is named who can open what is sealed.", "Set seal_to to your own key, at least.")
        to = [word for one in self.recipients for word in ("--recipient", one)]
        # Whoever names a key by its fingerprint has chosen it; without that gpg asks whether it is to be trusted.
        options = ("--encrypt",) if self.program == AGE else (*_GPG, "--trust-model", "always", "--encrypt")
        try:
            return self._run(self.program, [*options, *to], b"".join(pieces))
        except _Failed as failed:
            raise NotSealed(
                f"{self.program} can't seal for the keys of seal_to: {failed.complaint}.",
                "Correct seal_to in the settings, or import the public key that is missing.",
            ) from None

    def open(self, program: str, content: bytes) -> bytes:
        """Decrypt what a program sealed; the bytes are to be hashed before they are believed.

        Raises:
            StaysSealed: it can't be opened here.

        """
        return self._open_age(content) if program == AGE else self._open_gpg(content)

    def _open_age(self, content: bytes) -> bytes:
        if not self.identity:
            raise StaysSealed("It is sealed with age, and no key is named.", "Set seal_identity to your key file.")
        try:
            return self._run(AGE, ["--decrypt", "--identity", self.identity], content)
        except _Failed as failed:
            raise StaysSealed(
                f"age can't open it: {failed.complaint}.",
                "Set seal_identity to the key file that it was sealed for, one without a passphrase.",
            ) from None

    def _open_gpg(self, content: bytes) -> bytes:
        try:
            # Nobody is asked: a question would be drawn over the terminal desk, or wait where nobody sees it.
            return self._run(GPG, [*_GPG, "--pinentry-mode", "error", "--decrypt"], content)
        except _Failed as failed:
            if any(self._has_secret_key(key) for key in _ENCRYPTED_TO.findall(failed.said)):
                raise StaysSealed(
                    f"gpg can't open it, for your key is locked: {failed.complaint}.",
                    "Unlock it in another terminal: 'gpg --decrypt' of any file that is sealed for it asks for it.",
                ) from None
            raise StaysSealed(f"gpg can't open it: {failed.complaint}.", "Import the key it is sealed for.") from None

    def _has_secret_key(self, key: str) -> bool:
        """Say whether a key is here, be it locked: gpg itself says of both that there is none."""
        try:
            self._run(GPG, [*_GPG, "--list-secret-keys", key], b"")
        except _Failed:
            return False
        return True

    def _run(self, program: str, arguments: Sequence[str], content: bytes) -> bytes:
        """Call a program; give what it writes.

        Raises:
            _Failed: it ended with an error, or took too long.
            NotSealed, StaysSealed: it is not there.

        """
        path = shutil.which(program)
        if path is None:
            kind = StaysSealed if "--decrypt" in arguments else NotSealed
            raise kind(f"The program {program} is not there.", f"Install {program}, or see that it is on your PATH.")
        try:
            process = subprocess.Popen(
                [path, *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env={name: value for name, value in os.environ.items() if name != "GPG_TTY"} | {"LC_ALL": "C"},
                start_new_session=True,
            )
        except OSError as problem:
            raise _Failed(f"it can't be started: {problem.strerror or problem}") from None
        with process:
            try:
                written, said = process.communicate(content, self.seconds)
            except subprocess.TimeoutExpired:
                raise _Failed(f"it took more than {self.seconds:g} seconds") from None
            finally:
                if process.poll() is None:
                    with suppress(ProcessLookupError):
                        os.killpg(process.pid, signal.SIGKILL)
        if process.returncode != 0:
            words = said.decode("utf-8", "replace")
            raise _Failed(_complaint(program, words), words)
        return written


def _complaint(program: str, said: str) -> str:
    """Give the line in which a program says what is wrong, without its own name."""
    lines = [line for line in said.splitlines() if line.strip() and not line.startswith((_STATUS, "age: report"))]
    # age says it first and then how to report it; gpg sums up last.
    line = "" if not lines else lines[0 if program == AGE else -1]
    words = line.removeprefix(f"{program}: ").removeprefix("error: ").strip(" .")
    return printable(words[:_LONGEST_COMPLAINT]) or "it does not say why"
