"""Findings in the formats that others read: which ones go into each, read a few at a time."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from claims_db import views
from claims_db.rows import DeskRow, PublisherRow
from claims_db.vocabulary import STANDING
from workbench.desk.comparing import all_worked_out
from workbench.desk.exported import (
    EARLIER_VERSION,
    NO_LABEL,
    NOT_PUBLISHED,
    NOT_RATED,
    NOT_SIGNED_OFF,
    WITHDRAWN,
    Exported,
    FindingForm,
)
from workbench.desk.exporting import Same, unnoted, write_files
from workbench.desk.workplace import Workplace
from workbench.domain.progress import Progress, unheard
from workbench.errors import BadInput, Refused
from workbench.export.averitec_record import averitec_json, averitec_records
from workbench.export.citations import bibtex, cited_in, csl_json
from workbench.export.claim_review import claim_review
from workbench.export.claim_review_rules import faults
from workbench.export.finding import Finding
from workbench.export.finding_of import findings_of
from workbench.export.json_ld import json_ld
from workbench.export.kept_back import without_names
from workbench.export.media_review import every_media_review, media_reviews, together
from workbench.export.media_review_rules import faults as media_faults
from workbench.export.publication import issue_from
from workbench.export.rendered import RenderedFile
from workbench.export.site.pages import site_files
from workbench.export.template_names import LONG, SHIPPED
from workbench.export.templating import ReportTemplate, own_template, shipped_template
from workbench.sources.brought import from_file

_AT_ONCE = 200
_LARGEST_FILE = 1_000_000


def export_findings(
    place: Workplace,
    form: FindingForm,
    out: Path,
    numbers: Sequence[int] | None = None,
    template: ReportTemplate | None = None,
    progress: Progress = unheard,
    same: Same = unnoted,
) -> Exported:
    """Write the findings of some claims, or of all, in one form; ``same`` hears of files that stayed as they were."""
    with place.read() as connection:
        publisher, desk = views.publisher(connection), views.desk(connection)
        # What is published stays so while its claim is taken up again, and has no verdict then.
        wanted = views.published_claims if form is FindingForm.SITE else views.rated_claims
        chosen = list(wanted(connection, numbers))
    missing = 0 if numbers is None else len(set(numbers)) - len(chosen)
    tally = Tally(NOT_PUBLISHED if form is FindingForm.SITE else NOT_RATED, missing)
    files = rendered(form, Choice(place, chosen, publisher, desk, template or shipped_template(LONG), tally))
    return Exported(write_files(files, out, len(chosen), progress, same), tally.told())


def rendered(form: FindingForm, choice: "Choice") -> Iterator[RenderedFile]:
    """Render chosen findings in a form, one file after another."""
    return _FORMS[form](choice)


def template_named(name: str) -> ReportTemplate:
    """Give a template that ships, by its name, or one of the desk's own, by its path.

    Raises:
        BadInput: there is none of this name, or the file is none.

    """
    if name in SHIPPED or not ("/" in name or name.endswith(".j2")):
        return shipped_template(name)
    return own_template(*template_brought(name))


def template_brought(path: str) -> tuple[str, str]:
    """Read a file with a template of the desk's own; give its name and its text.

    Raises:
        BadInput: there is no such file, or it is no text.

    """
    brought = from_file(path, _LARGEST_FILE, "a template", "Give a shorter one.", streams=False)
    try:
        return brought.name, brought.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(f"{brought.name} is no UTF-8 text.", "Give a text file.") from None


class Tally:
    """Counts what is left out, by the reason."""

    def __init__(self, reason: str = "", missing: int = 0) -> None:
        self._counts = {reason: missing} if missing else {}

    def leave_out(self, reason: str) -> None:
        """Count one that is left out."""
        self._counts[reason] = self._counts.get(reason, 0) + 1

    def told(self) -> tuple[tuple[str, int], ...]:
        """Give each reason with its count."""
        return tuple(self._counts.items())


class Choice(NamedTuple):
    """What is written, and how."""

    place: Workplace
    numbers: Sequence[int]
    publisher: PublisherRow
    desk: DeskRow
    template: ReportTemplate
    tally: Tally

    def findings(self) -> Iterator[Finding]:
        """Give the findings as they stand now, a few at a time."""
        for start in range(0, len(self.numbers), _AT_ONCE):
            with self.place.read() as connection:
                reports = views.reports(connection, claims=self.numbers[start : start + _AT_ONCE])
            yield from sorted(findings_of(all_worked_out(self.place, reports)), key=lambda one: _number(one.reference))

    def signed_off(self) -> Iterator[Finding]:
        """Give the findings that an editor let stand."""
        for one in self.findings():
            if one.state in STANDING:
                yield one
            else:
                self.tally.leave_out(WITHDRAWN if one.withdrawn else NOT_SIGNED_OFF)

    def published(self) -> Iterator[Finding]:
        """Give the findings that went out and stand, as they went out."""
        for one in self.gone_out():
            if one.withdrawn:
                self.tally.leave_out(WITHDRAWN)
            else:
                yield one

    def gone_out(self) -> Iterator[Finding]:
        """Give the findings that went out, as they did last; with those that were withdrawn.

        Sources that became confidential since are only counted.
        """
        with self.place.read() as connection:
            confidential = views.confidential_sources(connection)
        for start in range(0, len(self.numbers), _AT_ONCE):
            some = self.numbers[start : start + _AT_ONCE]
            with self.place.read() as connection:
                contents = views.latest_publications(connection, some)
            for number in some:
                yield from (without_names(one, confidential) for one in self._issued(contents.get(number)))

    def _issued(self, content: str | None) -> Iterator[Finding]:
        if content is None:
            self.tally.leave_out(NOT_PUBLISHED)
            return
        try:
            yield issue_from(content).finding
        except BadInput:
            self.tally.leave_out(EARLIER_VERSION)


def _number(reference: str) -> int:
    return int(reference.partition("-")[2])


def _pages(choice: Choice) -> Iterator[RenderedFile]:
    for one in choice.findings():
        page = choice.template.page(one, choice.publisher)
        yield RenderedFile(f"{one.slug}.md", page.encode("utf-8", "replace"), one.id)


def _claim_reviews(choice: Choice) -> Iterator[RenderedFile]:
    _check_pages(choice, "ClaimReview")
    for one in choice.published():
        review = claim_review(one, choice.publisher)
        found = faults(review)
        if found:
            choice.tally.leave_out(found[0])
        else:
            yield RenderedFile(f"{one.slug}.jsonld", json_ld(review), one.id)


def _media_reviews(choice: Choice) -> Iterator[RenderedFile]:
    _check_pages(choice, "MediaReview")
    for one in choice.published():
        whole = media_reviews(one, choice.publisher)
        if whole:
            yield RenderedFile(f"{one.slug}.mediareview.jsonld", json_ld(together(whole)), one.id)
            continue
        partial = every_media_review(one, choice.publisher)
        choice.tally.leave_out(media_faults(partial[0])[0] if partial else "no picture, film or recording")


def _check_pages(choice: Choice, form: str) -> None:
    """See that the desk has said where its pages are.

    Raises:
        Refused: it has not.

    """
    if not choice.publisher.pages:
        raise Refused(
            f"The desk has not said where its findings are read, and {form} needs the address of a page.",
            "Say so in the terminal desk's settings, or: workbench publisher --pages 'https://example.org/checks/{slug}'",
        )


def _averitec(choice: Choice) -> Iterator[RenderedFile]:
    records: list[dict[str, object]] = []
    for one in choice.signed_off():
        if one.rating.averitec:
            records += averitec_records([one], choice.publisher.pages)
        else:
            choice.tally.leave_out(NO_LABEL)
    yield RenderedFile("averitec.json", averitec_json(records))


def _csl(choice: Choice) -> Iterator[RenderedFile]:
    yield RenderedFile("sources.csl.json", csl_json(cited_in(choice.findings())))


def _bibtex(choice: Choice) -> Iterator[RenderedFile]:
    yield RenderedFile("sources.bib", bibtex(cited_in(choice.findings())))


def _site(choice: Choice) -> Iterator[RenderedFile]:
    return site_files(choice.gone_out(), choice.publisher, choice.desk)


_FORMS = {
    FindingForm.PAGES: _pages,
    FindingForm.CLAIM_REVIEW: _claim_reviews,
    FindingForm.MEDIA_REVIEW: _media_reviews,
    FindingForm.AVERITEC: _averitec,
    FindingForm.CSL: _csl,
    FindingForm.BIBTEX: _bibtex,
    FindingForm.SITE: _site,
}
