"""In what form findings leave the desk, and what came of it."""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class FindingForm(StrEnum):
    """In what form findings are written."""

    PAGES = "pages"
    CLAIM_REVIEW = "claimreview"
    MEDIA_REVIEW = "mediareview"
    AVERITEC = "averitec"
    CSL = "csl"
    BIBTEX = "bibtex"
    SITE = "site"


class Exported(NamedTuple):
    """The files that an export gave, and how many claims it left out, by the reason."""

    paths: tuple[Path, ...]
    left_out: tuple[tuple[str, int], ...] = ()
