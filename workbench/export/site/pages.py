"""The files of a site: a page for each finding, lists of them, the corrections, a feed and the stylesheet.

Pages are told apart by relative links, so that they work from a disk and under any address.
"""

from collections.abc import Iterable, Iterator
from importlib.resources import files

from markupsafe import Markup

from claims_db.rows import DeskRow, PublisherRow
from workbench.domain.publisher import is_web_address, page_url
from workbench.export.claim_review import claim_review
from workbench.export.claim_review_rules import faults
from workbench.export.finding import Finding
from workbench.export.json_ld import Json, script
from workbench.export.media_review import media_reviews, together
from workbench.export.rendered import RenderedFile
from workbench.export.site.listed import (
    Listed,
    every_correction,
    last_changed_first,
    listed,
    newest_first,
    summary,
)
from workbench.export.site.markup import written

ON_A_PAGE = 100
"""So many findings a page of the list shows, and the feed holds."""


def site_files(findings: Iterable[Finding], publisher: PublisherRow, desk: DeskRow) -> Iterator[RenderedFile]:
    """Write findings that went out as a site, one page after another; nothing where there are none.

    Only what the lists show of a finding is held until its end.
    """
    site = _Site(publisher, desk)
    kept: list[Listed] = []
    for one in findings:
        yield site.finding(one)
        kept.append(listed(one))
    if kept:
        yield from site.lists(kept)
        yield site.corrections(kept)
        yield site.feed(kept)
        yield RenderedFile("style.css", files("workbench.export.site").joinpath("style.css").read_bytes())


class _Site:
    """Writes the pages of one publisher."""

    def __init__(self, publisher: PublisherRow, desk: DeskRow) -> None:
        self._publisher = _usable(publisher)
        self._name = publisher.name or desk.name
        self._desk = desk

    def finding(self, finding: Finding) -> RenderedFile:
        """Write the page of a finding; of a withdrawn one it says that it was taken back, and nothing of the verdict."""
        return self._page(
            page_of(finding.slug),
            "withdrawn.html.j2" if finding.withdrawn else "finding.html.j2",
            finding=finding,
            summary=summary(finding),
            canonical=page_url(self._publisher, finding.slug),
            reviews=self._reviews(finding),
        )

    def lists(self, findings: list[Listed]) -> Iterator[RenderedFile]:
        """Write the list of findings, in pages where there are many."""
        ordered = newest_first(findings)
        pages = [ordered[start : start + ON_A_PAGE] for start in range(0, len(ordered), ON_A_PAGE)]
        for number, shown in enumerate(pages, 1):
            last = len(pages)
            yield self._page(
                _list_page(number),
                "index.html.j2",
                findings=shown,
                count=len(findings),
                number=number,
                last=last,
                newer=_list_page(number - 1) if number > 1 else "",
                older=_list_page(number + 1) if number < last else "",
            )

    def corrections(self, findings: list[Listed]) -> RenderedFile:
        """Write the page of all corrections and withdrawals."""
        return self._page("corrections/index.html", "corrections.html.j2", corrections=every_correction(findings))

    def feed(self, findings: list[Listed]) -> RenderedFile:
        """Write the findings that changed last as an Atom feed (RFC 4287)."""
        newest = last_changed_first(findings)[:ON_A_PAGE]
        return RenderedFile(
            "feed.xml",
            written(
                "feed.xml.j2",
                findings=newest,
                site=self._name,
                desk=self._desk,
                publisher=self._publisher,
                link_of=lambda slug: page_url(self._publisher, slug) or page_of(slug),
            ),
        )

    def _page(self, name: str, template: str, **names: object) -> RenderedFile:
        root = "../" * name.count("/")
        shared = {"site": self._name, "publisher": self._publisher, "root": root, "page_of": page_of}
        return RenderedFile(name, written(template, **shared, **names))

    def _reviews(self, finding: Finding) -> list[Markup]:
        """Give ClaimReview and MediaReview of a finding; none where it was withdrawn or something is missing."""
        review = claim_review(finding, self._publisher)
        if finding.withdrawn or faults(review):
            return []
        beside = media_reviews(finding, self._publisher)
        return [_marked(one) for one in (review, *([together(beside)] if beside else []))]


def _marked(review: Json) -> Markup:
    return Markup(script(review).encode("utf-8", "replace").decode())  # noqa: S704 - nothing in it can end a script


def page_of(slug: str) -> str:
    """Name the page of a finding inside of the site."""
    return f"checks/{slug}/index.html"


def _usable(publisher: PublisherRow) -> PublisherRow:
    """Leave out addresses that are none, such as those of a desk that another program wrote."""
    url, pages, corrections = (
        one if is_web_address(page_url(publisher._replace(pages=one), "a")) else "" for one in publisher[1:]
    )
    return PublisherRow(publisher.name, url, pages, corrections)


def _list_page(number: int) -> str:
    return "index.html" if number == 1 else f"findings/{number}/index.html"
