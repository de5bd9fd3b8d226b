"""Say claim by claim what one version of extraction finds and another does not, as Markdown.

Usage: gains_and_losses.py OLD NEW [--must-agree]
       gains_and_losses.py --accept

OLD and NEW are folders of what ``workbench extract --format json`` prints, revisions of git, or ``.`` for the
checkout as it is; revisions and the checkout read the checkout's texts in ``tests/extraction/sample_texts`` and the
article of the demo.
``--must-agree`` fails where there is a difference. ``--accept`` writes what the checkout finds into
``tests/extraction/expected``.
"""

import argparse
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "tests" / "extraction" / "sample_texts"
EXPECTED = ROOT / "tests" / "extraction" / "expected"
DEMO = ROOT / "workbench" / "sample" / "article.txt"
PUBLISHED = "2021-11-23"
"""The day on which all sample texts were published."""

_ALIKE = 0.5
"""From which share of common characters on two spans are the same claim, cut in another way."""


class Found(NamedTuple):
    """A claim as one version finds it."""

    start: int
    end: int
    text: str
    claimer: str
    via: tuple[str, ...]
    kind: str
    score: float


class Change(NamedTuple):
    """What became of one claim: in a word, and in what it differs."""

    what: str
    claim: Found
    how: str = ""


class Text(NamedTuple):
    """What two versions find in one text."""

    name: str
    old: tuple[Found, ...]
    new: tuple[Found, ...]


WHATS = ("gained", "lost", "other span", "other claimer", "other via", "other kind", "other place in the order")


def claims(path: Path) -> tuple[Found, ...]:
    """Read the claims of one file, the most check-worthy first; of a file that is not there, none."""
    if not path.exists():
        return ()
    rows = json.loads(path.read_text("utf-8"))["claims"]
    found = [
        Found(one["start"], one["end"], one["text"], one["claimer"] or "", tuple(one["via"]), one["kind"], one["score"])
        for one in rows
    ]
    return tuple(sorted(found, key=lambda one: (-one.score, one.start, one.end)))


def compare(old: Sequence[Found], new: Sequence[Found]) -> list[Change]:
    """Set the claims of two versions against each other."""
    pairs = _pairs(old, new)
    before, after = {at for at, _ in pairs}, {at for _, at in pairs}
    changes = [Change("gained", one) for at, one in enumerate(new) if at not in after]
    changes += [Change("lost", one) for at, one in enumerate(old) if at not in before]
    for at, now in pairs:
        changes += _differences(old[at], new[now])
    changes += [Change("other place in the order", new[now], how) for now, how in _moved(sorted(pairs))]
    return sorted(changes, key=lambda one: (WHATS.index(one.what), one.claim.start, one.claim.end))


def _pairs(old: Sequence[Found], new: Sequence[Found]) -> list[tuple[int, int]]:
    """Pair claims one to one, by their common characters, the nearest first."""
    near = sorted(
        (-share, at, now)
        for at, one in enumerate(old)
        for now, other in enumerate(new)
        if (share := _share(one, other)) >= _ALIKE
    )
    pairs: list[tuple[int, int]] = []
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for _, at, now in near:
        if at not in taken_old and now not in taken_new:
            pairs.append((at, now))
            taken_old.add(at)
            taken_new.add(now)
    return pairs


def _share(one: Found, other: Found) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start)) if common > 0 else 0.0


def _differences(old: Found, new: Found) -> Iterator[Change]:
    if (old.start, old.end) != (new.start, new.end):
        yield Change("other span", new, f"was “{_line(old.text)}”")
    if old.claimer != new.claimer:
        yield Change("other claimer", new, f"{old.claimer or 'nobody'} → {new.claimer or 'nobody'}")
    if old.via != new.via:
        yield Change("other via", new, f"{', '.join(old.via) or 'nothing'} → {', '.join(new.via) or 'nothing'}")
    if old.kind != new.kind:
        yield Change("other kind", new, f"{old.kind} → {new.kind}")


def _moved(pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """Give the fewest claims that have to move to get from one order to the other; gains and losses move none."""
    places = {now: place for place, now in enumerate(sorted(now for _, now in pairs), 1)}
    stay = _longest_rise([now for _, now in pairs])
    for place, (_, now) in enumerate(pairs, 1):
        if now not in stay and place != places[now]:
            yield now, f"{place} → {places[now]}"


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """Give the most of these numbers, all different, that stand in rising order."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(ends, number)
        before[number] = ends[at - 1] if at else None
        ends[at : at + 1] = [number]
    rise: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        rise.add(last)
        last = before[last]
    return rise


def report(texts: Sequence[Text]) -> str:
    """Write the comparison as Markdown; the last line of its head says whether there is a difference."""
    changes = [(text.name, compare(text.old, text.new)) for text in texts]
    every = [change for _, found in changes for change in found]
    counts = [f"{sum(one.what == what for one in every)} {what}" for what in WHATS]
    before, after = sum(len(text.old) for text in texts), sum(len(text.new) for text in texts)
    lines = ["## Gains and losses of extraction", "", f"{len(texts)} texts, {before} claims before, {after} now."]
    lines += ["", f"**{', '.join(one for one in counts if not one.startswith('0 '))}**" if every else "No difference."]
    for name, found in changes:
        if found:
            lines += ["", f"### {name}", "", "| | claim | claimer | kind | |", "|---|---|---|---|---|"]
            lines += [_row(change) for change in found]
    return "\n".join(lines) + "\n"


def _row(change: Change) -> str:
    claim = change.claim
    cells = (change.what, _line(claim.text), claim.claimer or "–", claim.kind, change.how)
    return f"| {' | '.join(cell.replace('|', '¦') for cell in cells)} |"


def _line(text: str) -> str:
    return " ".join(text.split())


def texts_of(old: Path, new: Path) -> list[Text]:
    """Read two folders, text by text."""
    names = sorted({path.stem for folder in (old, new) for path in folder.glob("*.json")})
    return [Text(name, claims(old / f"{name}.json"), claims(new / f"{name}.json")) for name in names]


def sample_texts() -> tuple[Path, ...]:
    """Name the texts that are compared."""
    return (DEMO, *sorted(TEXTS.glob("*.txt")))


def extract(code: Path, out: Path) -> Path:
    """Let the code in a folder extract the sample texts."""
    texts, dates = out / "texts", out / "dates"
    texts.mkdir(parents=True)
    dates.mkdir()
    for path in sample_texts():
        (texts / path.name).write_bytes(path.read_bytes())
        (dates / f"{path.stem}.json").write_text(json.dumps({"published": PUBLISHED}), encoding="utf-8")
    runner = code / "tests" / "benchmarks" / "run_claims.py"
    subprocess.run(
        [sys.executable, str(runner), str(texts), str(out / "found"), "--published-from", str(dates)],
        check=True,
        cwd=code,
        env=os.environ | {"PYTHONPATH": str(code)},
    )
    return out / "found"


def found_by(version: str, workroom: Path) -> Path:
    """Give the folder of what a version finds: a folder as it is, a revision or the checkout after it has run."""
    if version == ".":
        return extract(ROOT, workroom)
    if Path(version).is_dir():
        return Path(version)
    archive = subprocess.run(["git", "archive", version], cwd=ROOT, check=True, capture_output=True).stdout
    code = workroom / "code"
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        packed.extractall(code, filter="data")
    return extract(code, workroom)


def accept(found: Path) -> None:
    """Write what was found into the folder of what is expected, without what only the program itself needs."""
    EXPECTED.mkdir(exist_ok=True)
    for path in EXPECTED.glob("*.json"):
        path.unlink()
    for path in sorted(found.glob("*.json")):
        in_order = sorted(claims(path), key=lambda one: (one.start, one.end))
        rows = {"claims": [one._asdict() for one in in_order]}
        (EXPECTED / path.name).write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> int:
    """Print the report; fail where there may be no difference and is one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old", nargs="?", default=str(EXPECTED))
    parser.add_argument("new", nargs="?", default=".")
    parser.add_argument("--must-agree", action="store_true")
    parser.add_argument("--accept", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as room:
        new = found_by(asked.new, Path(room) / "new")
        texts = texts_of(found_by(asked.old, Path(room) / "old"), new)
        if asked.accept:
            accept(new)
    print(report(texts), end="")
    if not asked.must_agree or not any(compare(text.old, text.new) for text in texts):
        return 0
    print("\nIf this is meant: python tests/benchmarks/gains_and_losses.py --accept", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
