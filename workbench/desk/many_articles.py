"""Take in several articles: files, folders and addresses, one after the other."""

from collections.abc import Sequence
from pathlib import Path

from workbench.desk.entries import ArticleEntry, Intake
from workbench.desk.intake import add_article
from workbench.desk.taken_in import NotTakenIn, TakenIn
from workbench.desk.workplace import Workplace
from workbench.domain.progress import Progress, Share, Stopped
from workbench.errors import FAILURES, describe

_UNKNOWN_SIZE = 20_000
"""Bytes that an article counts for whose size shows when it comes."""


def add_articles(place: Workplace, entries: Sequence[ArticleEntry], progress: Progress) -> TakenIn:
    """Take in each article in a transaction of its own; where the work is stopped, those taken in before stay."""
    sizes = [_size(entry.location) for entry in entries]
    whole = sum(sizes)
    intakes, failed = list[Intake](), list[NotTakenIn]()
    for at, entry in enumerate(entries):
        share = Share(_numbered(progress, entry, at, len(entries)), sum(sizes[:at]), sizes[at], whole)
        try:
            share.hear("", 0, 0)
            intakes.append(add_article(place, entry, progress=share.hear))
        except Stopped:
            return TakenIn(tuple(intakes), tuple(failed), len(entries) - at)
        except FAILURES as problem:
            failed.append(NotTakenIn(entry.location, describe(problem)))
    return TakenIn(tuple(intakes), tuple(failed), 0)


def _numbered(progress: Progress, entry: ArticleEntry, at: int, count: int) -> Progress:
    """Let each step be called by the article that it is part of."""
    name = f"{Path(entry.location).name or entry.location} ({at + 1} of {count})"
    return lambda _, done, whole: progress(name, done, whole)


def _size(location: str) -> int:
    try:
        return max(1, Path(location).stat().st_size)
    except (OSError, ValueError):
        return _UNKNOWN_SIZE
