"""Templates of Markdown reports: ours, and those that a desk keeps of its own."""

import hashlib
import json
from collections.abc import Sequence

from jinja2 import Template
from markupsafe import Markup

from claims_db.rows import PublisherRow
from workbench.domain.publisher import page_url
from workbench.domain.text import printable
from workbench.errors import BadInput
from workbench.export import sandbox
from workbench.export.finding import Finding, MediaItem
from workbench.export.footnotes import Notes, footnote_lines, notes_line
from workbench.export.front_matter import front_matter
from workbench.export.method import METHOD
from workbench.export.sandbox import as_it_is
from workbench.export.template_names import SHIPPED

_HASHES = "######"
_BELOW_ITS_REFERENCE = 3


class ReportTemplate:
    """A template that findings are written with."""

    def __init__(self, name: str, template: Template, text: str = "") -> None:
        self.name = name
        self._template = template
        self._text = text

    @property
    def digest(self) -> str:
        """The SHA-256 of all that pages are made with: this template, those it may include, the note on the method."""
        own = self._text or self.name
        return hashlib.sha256(json.dumps([own, *sandbox.shipped_texts(), *METHOD]).encode()).hexdigest()

    def page(self, finding: Finding, publisher: PublisherRow) -> str:
        """Write a finding on a page of its own; lines end in line feeds, one at the end.

        Raises:
            WorkbenchError: the template asks for what is not there, or for what it may not have.

        """
        return self._written(
            finding,
            publisher,
            notes=Notes(),
            level=1,
            alone=True,
            front_matter=front_matter(finding, page_url(publisher, finding.slug)),
            footnotes="\n".join(footnote_lines(finding.sources)),
            method=METHOD,
        )

    def section(self, finding: Finding, publisher: PublisherRow, notes: Notes) -> str:
        """Write a finding as a part of a page that tells of several.

        Its headings are two steps lower; the page has the head, the footnotes and the note on the method, once for all.
        ``notes`` are the page's marks.

        Raises:
            WorkbenchError: as ``page``.

        """
        return self._written(
            finding,
            publisher,
            notes=notes,
            level=_BELOW_ITS_REFERENCE,
            alone=False,
            front_matter="",
            footnotes=notes_line(finding.sources),
            method=(),
        )

    def _written(
        self,
        finding: Finding,
        publisher: PublisherRow,
        *,
        notes: Notes,
        level: int,
        alone: bool,
        front_matter: str,
        footnotes: str,
        method: tuple[str, ...],
    ) -> str:
        def note(number: int | None) -> Markup:
            return as_it_is("" if number is None else f" {notes.mark(number)}")

        def heading(depth: int = 0) -> Markup:
            return as_it_is(_HASHES[: level + depth])

        return sandbox.written(
            self.name,
            self._template,
            finding=finding,
            publisher=publisher,
            page=page_url(publisher, finding.slug),
            alone=alone,
            front_matter=as_it_is(front_matter),
            heading=heading,
            note=note,
            footnotes=as_it_is(footnotes),
            method=[as_it_is(paragraph) for paragraph in method],
        )


def media_section(media: Sequence[MediaItem], level: int) -> list[str]:
    """Write what templates say of pictures, films and recordings, as lines under headings of this level."""
    if not media:
        return []
    page = sandbox.written(
        "_media",
        sandbox.shipped("_media"),
        finding={"media": media},
        heading=lambda depth: as_it_is(_HASHES[: level - 1 + depth]),
    )
    return page.split("\n")


def shipped_template(name: str) -> ReportTemplate:
    """Give a template that ships.

    Raises:
        BadInput: there is none of this name.

    """
    if name not in SHIPPED:
        raise BadInput(
            f"There is no template {printable(name)}.", f"Use {', '.join(SHIPPED)}, or the path of one of your own."
        )
    return ReportTemplate(name, sandbox.shipped(name))


def own_template(name: str, text: str) -> ReportTemplate:
    """Read a template of the desk's own; it may include those that ship.

    Raises:
        BadInput: it is too large, or is no template.

    """
    return ReportTemplate(name, sandbox.own(name, text), text)
