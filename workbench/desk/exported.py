"""In what form findings leave the desk, which ones one page tells of, and what came of it."""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class FindingForm(StrEnum):
    """In what form findings are written."""

    PAGES = "pages"
    CLAIM_REVIEW = "claimreview"
    AVERITEC = "averitec"
    CSL = "csl"
    BIBTEX = "bibtex"
    SITE = "site"


class PageChoice(NamedTuple):
    """What one page tells of: the claims of an ``article``, or those of ``numbers`` in this order.

    ``title`` heads the latter; ``words`` say how they were chosen.
    """

    article: int | None = None
    numbers: tuple[int, ...] = ()
    title: str = ""
    words: str = ""


class Exported(NamedTuple):
    """The files that an export gave, and how many claims it left out, by the reason."""

    paths: tuple[Path, ...]
    left_out: tuple[tuple[str, int], ...] = ()
