"""In what form a desk's work leaves it, what of it is asked for, and what came of that."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from workbench.domain.moments import parse_moment
from workbench.errors import BadInput


class FindingForm(StrEnum):
    """In what form findings are written."""

    PAGES = "pages"
    CLAIM_REVIEW = "claimreview"
    MEDIA_REVIEW = "mediareview"
    AVERITEC = "averitec"
    CSL = "csl"
    BIBTEX = "bibtex"
    SITE = "site"


class Form(StrEnum):
    """In what form a desk's work is written."""

    MARKDOWN = "md"
    CLAIM_REVIEW = "claimreview"
    MEDIA_REVIEW = "mediareview"
    AVERITEC = "averitec"
    CSL = "csl"
    BIBTEX = "bibtex"
    SITE = "site"
    CSV = "csv"
    REVISIONS = "revisions"
    JSONL = "jsonl"

    @property
    def of_findings(self) -> FindingForm:
        """The form of each finding; of Markdown that is a page."""
        return FindingForm.PAGES if self is Form.MARKDOWN else FindingForm(self.value)


FORM_WORDS: Mapping[Form, str] = MappingProxyType(
    {
        Form.MARKDOWN: "reports in Markdown",
        Form.CLAIM_REVIEW: "ClaimReview, what was published as JSON-LD",
        Form.MEDIA_REVIEW: "MediaReview, pictures and films of what was published as JSON-LD",
        Form.AVERITEC: "AVeriTeC, what was signed off as JSON",
        Form.CSL: "sources as CSL-JSON",
        Form.BIBTEX: "sources as BibTeX",
        Form.SITE: "site, what was published as pages to browse",
        Form.CSV: "table of claims as CSV",
        Form.REVISIONS: "revisions, each folder as it went out",
        Form.JSONL: "the whole desk as JSONL, which can be imported",
    }
)
"""What each form is, in a line."""

FILE_FOR_EACH = frozenset({Form.CLAIM_REVIEW, Form.MEDIA_REVIEW})
"""The forms that have a file for each finding, whatever the template."""


class Order(NamedTuple):
    """What is to be exported, in which form and where.

    Attributes:
        form: the form.
        out: the folder, or the file of a form that is one.
        numbers: the claims that are part of it, None for all.
        article: the article whose claims are part of it alone.
        published: whether all claims are part of it whose finding ever went out.
        template: what each finding is a page by; empty for one report for each article, or for each claim that is named.
        changed: whether only what changed since the last such export into the folder is written.
        selection: the words that chose the claims, by which such an export knows the last one; empty for all.
        since: the instant since which findings changed or went out, None for all.
        page: the template that puts all of them on one page, SHIPPED_PAGE or a file of your own; empty for files of their own.
        title: what heads such a page; that of an article has the article's title.

    """

    form: Form
    out: Path
    numbers: Sequence[int] | None = None
    article: int | None = None
    published: bool = False
    template: str = ""
    changed: bool = False
    selection: str = ""
    since: int | None = None
    page: str = ""
    title: str = ""

    @property
    def has_file_for_each(self) -> bool:
        """Whether each finding has a file of its own."""
        return (bool(self.template) and not self.page) or self.form in FILE_FOR_EACH


class Exported(NamedTuple):
    """What an export gave.

    Attributes:
        paths: all its files.
        left_out: how many claims it left out, by the reason.
        unchanged: those of its files that stayed as they were.
        removed: files of an earlier export that are no part of it any more.
        kept: such files that somebody changed since; they were left.
        remark: what else has to be known of it.

    """

    paths: tuple[Path, ...]
    left_out: tuple[tuple[str, int], ...] = ()
    unchanged: frozenset[Path] = frozenset()
    removed: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    remark: str = ""


NOT_RATED, NOT_PUBLISHED, NOT_SIGNED_OFF = "not rated", "not published", "not signed off"
WITHDRAWN, EARLIER_VERSION = "withdrawn", "published by an earlier version"
NO_LABEL = "its rating has no label of AVeriTeC"
NOT_AS_IT_WAS = "can not be written as it went out"

_WAYS = MappingProxyType(
    {
        NOT_RATED: "Record a verdict first.",
        NOT_PUBLISHED: "Have it signed off, then publish it.",
        NOT_SIGNED_OFF: "Have it signed off first.",
        EARLIER_VERSION: "Publish a correction to have it in the form of today.",
        NOT_AS_IT_WAS: "'workbench export --format revisions --claim C-12' says of one why.",
        NO_LABEL: "Only a scale whose ratings have such labels gives records.",
    }
)


def left_out_words(reason: str, count: int) -> str:
    """Say how many claims were left out and why, and what would have them in."""
    return f"{count:,} left out: {reason}. {_WAYS.get(reason, '')}".rstrip()


def since_instant(words: str, now: int, zone: str) -> int:
    """Read the date since which findings changed.

    Raises:
        BadInput: it is no date, or one to come.

    """
    instant = parse_moment(words, now, zone)
    if instant is None or instant > now:
        raise BadInput(
            "Nothing changed since then: that is yet to come.", "Write it as 2026-11-20 or 2026-11-20 14:00."
        )
    return instant
