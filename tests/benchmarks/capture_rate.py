"""What a capture costs beyond the network, what guard and WARC add to a small fetch, how fast evidence is verified.

Everything runs on one core with the reading process warm; the server is a process of its own on another one, where
there is one. Beside a capture stands a plain fetch of the same bytes by ``http.client``, which is taken for the
network. All is measured by the wall clock, medians; CPU time of both processes stands beside it, because machines
are busy.

Usage: python tests/benchmarks/capture_rate.py [ROUNDS]
"""

import http.client
import itertools
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claims_db.vocabulary import EvidenceForm, Stance
from tests.benchmarks.measuring import Figure, cpu, show
from tests.conftest import hostile
from workbench.bootstrap import open_care, open_desk, system_clock
from workbench.desk.capture_entries import CaptureEntry
from workbench.desk.entries import ClaimEntry, EvidenceEntry
from workbench.errors import NotFetched
from workbench.settings import Settings, load_settings
from workbench.sources.capture.capturing import Capturer
from workbench.sources.capture.provenance import Asker, Asking
from workbench.sources.capture.recording import LIMITS, record
from workbench.sources.capture.store import ContentStore
from workbench.sources.capture.texts import TextReader
from workbench.sources.capture.warc import warc_of

PAGE = 1_000_000
HASHED = 300_000_000

SERVER = """
import http.server, sys
bodies = {"/page": open(sys.argv[1], "rb").read(), "/plain": open(sys.argv[2], "rb").read()}
bodies["/small"] = bodies["/page"][:2_000]
class Answers(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def log_message(self, *_): pass
    def do_GET(self):
        body = bodies[self.path.partition("?")[0]]
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
print(server.server_port, flush=True)
server.serve_forever()
"""


def page(size: int, *, described: bool) -> bytes:
    """Make a page as news sites send it: an article, links around it, and more script than anything else."""
    chance = random.Random(1)  # noqa: S311 - no secret
    words = "the council said that ferry prices rose by twelve percent in March because fuel costs had doubled".split()
    told = '{"@type":"NewsArticle","headline":"Ferry prices","author":{"name":"Ann"},"publisher":{"name":"Harbour"},"datePublished":"2024-02-03"}'  # fmt: skip
    block = f'<script type="application/ld+json">{told}</script>' if described else ""
    article = "".join(f"<p>{' '.join(chance.choices(words, k=40))}.</p>\n" for _ in range(150))
    links = "".join(f'<div class="card"><a href="/{n}"><h3>{" ".join(chance.choices(words, k=8))}</h3></a></div>\n' for n in range(400))  # fmt: skip
    body = f"<nav>{links}</nav><article><h1>Ferry prices</h1>{article}</article><aside>{links}</aside>"
    start = f"<!DOCTYPE html><html><head><title>Ferry prices</title>{block}</head><body>{body}<script>"
    end = "</script></body></html>"
    filler = "window.state.push({id:1,name:'x'});"
    return (start + filler * ((size - len(start) - len(end)) // len(filler)) + end).encode()


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Run the server; give its origin."""
    for name, described in (("page", True), ("plain", False)):
        (folder / name).write_bytes(page(PAGE, described=described))
    command = [sys.executable, "-c", SERVER, str(folder / "page"), str(folder / "plain")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        process.kill()


def wall(rounds: int, action: Callable[[], object]) -> float:
    """Give the median milliseconds of an action."""
    spent = []
    for _ in range(rounds):
        began = time.perf_counter()
        action()
        spent.append((time.perf_counter() - began) * 1_000)
    return statistics.median(spent)


def burnt(rounds: int, texts: TextReader, action: Callable[[], object]) -> float:
    """Give the CPU milliseconds that an action costs, in this process and in the one that reads."""
    process = texts._worker._process
    assert process is not None

    def now() -> float:
        fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
        return time.process_time() + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    began = now()
    for _ in range(rounds):
        action()
    return (now() - began) * 1_000 / rounds


def plain_fetch(origin: str, path: str) -> bytes:
    """Fetch without any guard or record."""
    connection = http.client.HTTPConnection(origin.removeprefix("http://"))
    connection.request("GET", path)
    body = connection.getresponse().read()
    connection.close()
    return body


def captures(origin: str, folder: Path, rounds: int) -> list[Figure]:
    """Measure whole captures into a store."""
    texts = TextReader()
    texts.read(b"<html><body>warm</body></html>", "text/html")
    limits = replace(LIMITS, allowed=frozenset({origin}))
    capturer = Capturer(ContentStore(folder), system_clock, limits, texts)
    numbers = itertools.count()

    def capture(path: str) -> None:
        number = next(numbers)
        capturer.address(
            f"{origin}{path}?{number}", Asking(str(number), "source", Asker("", "ana", ""), system_clock())
        )

    found = []
    for path, what in (
        ("/page", "1 MB page that says what it is"),
        ("/plain", "1 MB page that does not"),
        ("/small", "2 kB page"),
    ):
        capture(path)
        network = wall(rounds, lambda path=path: plain_fetch(origin, path))  # type: ignore[misc]
        whole = wall(rounds, lambda path=path: capture(path))  # type: ignore[misc]
        cost = burnt(rounds, texts, lambda path=path: capture(path))  # type: ignore[misc]
        asked = "<= 300 ms" if "MB" in what else "-"
        found.append(
            Figure(
                f"{what}: beyond the network",
                asked,
                f"{whole - network:,.0f} ms (CPU {cost:,.0f} ms, network {network:.1f} ms)",
            )
        )
    texts.close()
    return found


def small_fetch(origin: str, rounds: int) -> Figure:
    """Measure what guard and WARC add to a small fetch."""
    limits = replace(LIMITS, allowed=frozenset({origin}))

    def guarded() -> None:
        warc_of(record(f"{origin}/small", limits, system_clock), "benchmark", {})

    guarded()
    plain = wall(rounds, lambda: plain_fetch(origin, "/small"))
    whole = wall(rounds, guarded)
    return Figure(
        "2 kB: guard and WARC beyond a plain fetch", "<= 5 ms", f"{whole - plain:.1f} ms (plain {plain:.1f} ms)"
    )


def hostile_addresses() -> Figure:
    """Count the hostile addresses that are refused before anything is sent."""
    rows, refused = hostile("url_refuse"), 0
    for row in rows:
        with suppress(NotFetched):
            record(str(row.payload), replace(LIMITS, resolve=nowhere), system_clock)
            continue
        refused += 1
    return Figure("hostile addresses refused", "66 of 66", f"{refused} of {len(rows)}")


def nowhere(host: str, port: int) -> list[tuple[str, int]]:
    """Fail where a name is looked up, which none of the addresses may come to."""
    raise AssertionError(f"{host}:{port} was looked up")


def verifying(settings: Settings, folder: Path, rounds: int) -> list[Figure]:
    """Measure how fast the evidence of a desk is verified."""
    desk = open_desk(settings)
    desk.add_claim(ClaimEntry("Ferry prices rose."))
    chance = random.Random(2)  # noqa: S311 - no secret
    for number in range(10):
        path = folder / f"{number}.bin"
        path.write_bytes(b"\0" + chance.randbytes(HASHED // 20))
        desk.capture(1, CaptureEntry(str(path), EvidenceEntry(EvidenceForm.FILE, Stance.SUPPORTS)))
    care = open_care(settings)
    found = care.verify_evidence()
    assert not found.misfits, found.misfits[:3]
    store = desk._place.capturer().store
    figures = []
    actions: dict[str, Callable[[], object]] = {
        "files hashed again": lambda: [store.check(blob.sha256) for blob in store.all()],
        "files, WARC and records verified": care.verify_evidence,
    }
    for what, action in actions.items():
        spent, burnt = wall(rounds, action), statistics.median(cpu(action) for _ in range(rounds))
        by_clock, by_cpu = (found.size / 1e3 / milliseconds for milliseconds in (spent, burnt))
        measured = f"{by_clock:,.0f} MB/s ({by_cpu:,.0f} MB a second of CPU)"
        figures.append(Figure(f"{what}, {found.size / 1e6:,.0f} MB", ">= 200 MB/s", measured))
    desk.close()
    return figures


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with serving(folder) as origin:
            os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
            show("Captures on one core", [*captures(origin, folder / "store", rounds), small_fetch(origin, 5 * rounds)])
        show("Safety", [hostile_addresses()])
        settings = load_settings({"WORKBENCH_HOME": str(folder / "home"), "USER": "ana"})
        show("Verifying", verifying(settings, folder, max(3, rounds // 5)))


if __name__ == "__main__":
    main()
