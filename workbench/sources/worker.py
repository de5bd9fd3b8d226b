"""A process beside this one that reads what strangers wrote: kept warm, and killed when it takes too long."""

import subprocess
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

from claims_db.own_process import start
from workbench.sources.watched import nothing_asked, watched


class Worker:
    """A process that answers requests one after the other, started when the first one comes.

    Requests and answers are bytes, each part framed by its length in eight bytes.
    """

    def __init__(self, module: str, seconds: float) -> None:
        self._module = module
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def warm(self) -> None:
        """Start the process, so that the first answer comes sooner; one that can't be started says so when asked."""
        with self._lock, suppress(OSError):
            self._started()

    def ask(self, parts: Sequence[bytes | memoryview], wanted: Callable[[], None] = nothing_asked) -> bytes:
        """Send a request; give the answer, empty where the process took too long or too much memory for one.

        Raises:
            Stopped: said by ``wanted``, which is asked while the process reads; the process is ended.

        """
        with self._lock:
            return self._ask(parts, wanted)

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    # What was not sent yet has nobody to go to; the pipe is closed all the same.
                    with suppress(BrokenPipeError):
                        pipe.close()
            process.wait()

    def _ask(self, parts: Sequence[bytes | memoryview], wanted: Callable[[], None]) -> bytes:
        answer = b""
        try:
            process = self._started()
            with watched(self._seconds, process.kill, wanted):
                answer = _answer(process, parts)
        except OSError:
            return b""
        finally:
            if not answer:
                self.close()
        return answer

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = start(self._module, listens=True)
        return self._process


def _answer(process: subprocess.Popen[bytes], parts: Sequence[bytes | memoryview]) -> bytes:
    if process.stdin is None or process.stdout is None:
        raise OSError("no pipe")
    for part in parts:
        process.stdin.write(len(part).to_bytes(8, "big"))
        process.stdin.write(part)
    process.stdin.flush()
    size = process.stdout.read(8)
    content = process.stdout.read(int.from_bytes(size, "big")) if len(size) == 8 else b""
    return content if len(content) == int.from_bytes(size, "big") else b""
