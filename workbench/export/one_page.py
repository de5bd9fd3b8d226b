"""One page for several claims: a head, an overview, a section for each finding, every source once."""

from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import Template
from markupsafe import Markup

from claims_db.rows import PublisherRow
from workbench.domain.publisher import page_url
from workbench.export import sandbox
from workbench.export.collected import Collection, with_common_sources
from workbench.export.escaping import shortened
from workbench.export.finding import CitedSource, Finding
from workbench.export.footnotes import Notes, footnote_lines
from workbench.export.front_matter import finding_sha256, of_sources, text
from workbench.export.method import METHOD
from workbench.export.rendered import RenderedFile
from workbench.export.sandbox import as_it_is
from workbench.export.template_names import SHIPPED_PAGE
from workbench.export.templating import ReportTemplate


class Section(NamedTuple):
    """A finding of a page, and what the template of findings wrote of it."""

    finding: Finding
    body: Markup


class PageTemplate:
    """A template that puts the sections of a page together."""

    def __init__(self, name: str, template: Template) -> None:
        self.name = name
        self._template = template

    def file(self, collection: Collection, publisher: PublisherRow, findings: ReportTemplate) -> RenderedFile:
        """Write a page; ``findings`` is what each section is written with.

        Raises:
            WorkbenchError: a template asks for what is not there, or for what it may not have.

        """
        numbered, sources = with_common_sources(collection.findings)
        notes = Notes()
        page = sandbox.written(
            self.name,
            self._template,
            collection=collection,
            publisher=publisher,
            sections=[Section(one, as_it_is(findings.section(one, publisher, notes))) for one in numbered],
            confidential=sum(one.confidential for one in sources),
            front_matter=as_it_is(page_front_matter(collection, sources, publisher)),
            footnotes=as_it_is("\n".join(footnote_lines(sources))),
            method=[as_it_is(paragraph) for paragraph in METHOD],
        )
        return RenderedFile(f"{collection.slug}.md", page.encode("utf-8", "replace"))


def shipped_page() -> PageTemplate:
    """Give the page that ships."""
    return PageTemplate(SHIPPED_PAGE, sandbox.shipped(SHIPPED_PAGE))


def own_page(name: str, words: str) -> PageTemplate:
    """Read a page of the desk's own.

    Raises:
        BadInput: it is too large, or is no template.

    """
    return PageTemplate(name, sandbox.own(name, words))


def page_front_matter(collection: Collection, sources: tuple[CitedSource, ...], publisher: PublisherRow) -> str:
    """Write the front matter of a page, as single findings have it, with what was checked as a list."""
    lines = [*_of_page(collection), *_of_findings(collection, publisher), *of_sources(sources)]
    return "\n".join(["---", *lines, "---", ""])


def _of_page(collection: Collection) -> Iterator[str]:
    out = [one for one in collection.findings if one.published]
    yield f"title: {text(collection.title)}"
    if out:
        yield f"date: {min(one.first_published for one in out)}"
        yield f"lastmod: {max(one.published for one in out)}"
    yield f"slug: {text(collection.slug)}"
    yield f"draft: {'false' if out and len(out) == len(collection.findings) else 'true'}"
    yield f"description: {text(shortened(f'{collection.title}. {collection.counts}.'))}"
    yield f"tags: [{', '.join(map(text, sorted({tag for one in collection.findings for tag in one.tags})))}]"
    languages = {one.language for one in collection.findings}
    if len(languages) == 1 and languages != {"und"}:
        yield f"lang: {text(*languages)}"
    if collection.article is not None and collection.article.url:
        yield f"article_url: {text(collection.article.url)}"


def _of_findings(collection: Collection, publisher: PublisherRow) -> Iterator[str]:
    if collection.findings:
        yield "checks:"
    for one in collection.findings:
        yield f"  - id: {text(one.id)}"
        yield f"    claim: {text(one.statement)}"
        yield f"    verdict: {text(one.rating.slug)}"
        yield f"    label: {text(one.rating.label)}"
        if one.revision is not None:
            yield f"    revision: {one.revision}"
        if one.withdrawn:
            yield "    withdrawn: true"
        if publisher.pages:
            yield f"    canonical: {text(page_url(publisher, one.slug))}"
        yield f"    finding_sha256: {text(finding_sha256(one))}"
