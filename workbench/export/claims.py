"""One claim of a report, with all that a reader needs to repeat the check."""

from collections.abc import Iterator, Sequence

from claims_db.rows import AppearanceRow, ClaimReport, ClaimSheet, EvidenceRow
from claims_db.vocabulary import AppearanceForm, NumberOutcome, QuoteVerdict
from workbench.domain.dates import instant_words
from workbench.domain.evidence.check_words import check_words, look_words
from workbench.domain.evidence.number_words import loudest_first, notes, number_line
from workbench.domain.evidence.source_count import count_words, evidence_words
from workbench.domain.lint.outcome import waiver_words
from workbench.domain.newest_text import words_that_left
from workbench.domain.reasons import strongest
from workbench.domain.recheck_dates import recheck_words
from workbench.domain.references import article_reference, claim_reference, evidence_reference
from workbench.export.escaping import code, lines, link, words
from workbench.export.facts import date_words, plain, said_by, standing_verdict, state
from workbench.export.finding_of import media_items
from workbench.export.quotations import in_context
from workbench.export.source_list import SourceList
from workbench.export.templating import media_section


def claim_lines(report: ClaimReport, published: str, sources: SourceList) -> list[str]:
    """Write one claim; ``published`` says when its article came out, empty where that is not known."""
    sheet = report.sheet
    return [
        f"## {claim_reference(sheet.number)}: {words(sheet.statement)}",
        "",
        *(line for one in _told_apart(sheet.appearances) for line in _appearance(one, sheet.appearances[0].article)),
        *_facts(report, published),
        "",
        *media_section(media_items(sheet), 3),
        *_verdict(sheet),
        *_evidence(sheet, sources),
        *_waived(report),
    ]


def _told_apart(appearances: Sequence[AppearanceRow]) -> Iterator[AppearanceRow]:
    """Give appearances; of those in several revisions of an article with the same words only the latest."""
    latest = {
        (one.article, one.quote.exact): one for one in appearances if one.article is not None and one.quote is not None
    }
    for one in appearances:
        if one.article is None or one.quote is None or latest[one.article, one.quote.exact] is one:
            yield one


def _appearance(appearance: AppearanceRow, first: int | None) -> list[str]:
    """Write where a claim stands; an article that is not the one in which it was met first is named."""
    found: list[str] = []
    quote = appearance.quote
    if quote is not None and quote.exact.strip():
        if appearance.article is not None and appearance.article != first:
            found += [f"Also in {article_reference(appearance.article)}, {words(appearance.article_title)}:", ""]
        if appearance.newest is not None and appearance.revision != appearance.newest:
            found += [f"In revision {appearance.revision} of the article:", ""]
        found += [f"> {in_context(quote.prefix, quote.exact, quote.suffix)}".replace("\n", "\n> "), ""]
    if appearance.form is AppearanceForm.ARTICLE:
        return found
    met = "Met elsewhere" if appearance.form is AppearanceForm.OTHER else f"Met in a {appearance.form.value}"
    place = [words(appearance.locator), link(appearance.url) if appearance.url else ""]
    return [*found, ", ".join([met, *(part for part in place if part)]) + ".", ""]


def _facts(report: ClaimReport, published: str) -> list[str]:
    sheet = report.sheet
    facts = [
        ("Said by", said_by(sheet)),
        ("Said on", date_words(sheet.said_on)),
        ("Published", published),
        ("To be checked again", words(recheck_words(sheet.recheck))),
        *(("Newest text", left) for left in words_that_left(sheet)),
        ("Kind", plain(sheet.kind)),
        ("Check-worthiness", _worth(sheet)),
        *(("Taken for granted", words(assumption)) for assumption in sheet.assumptions),
        ("State", words(state(report))),
        ("Publication", str(report.publication) if report.publication is not None else ""),
        ("Id", code(sheet.public_id)),
    ]
    return [f"- {name}: {value}" for name, value in facts if value]


def _worth(sheet: ClaimSheet) -> str:
    if not sheet.reasons:
        return ""
    named = ", ".join(plain(reason.name) for reason in strongest(sheet.reasons))
    return f"{sheet.check_worthiness:.2f} ({named})"


def _verdict(sheet: ClaimSheet) -> list[str]:
    verdict = standing_verdict(sheet)
    if verdict is None:
        return []
    rating = verdict.rating
    number = f" ({rating.value} of 5)" if rating.value is not None else ""
    meaning = f"{words(rating.label)} on the scale “{words(verdict.scale_name)}”{number}"
    return [
        f"### Rating: {words(rating.label)}",
        "",
        f"{meaning}: {words(rating.definition)}" if rating.definition else f"{meaning}.",
        "",
        *lines(verdict.rationale),
        "",
        f"Rated by {words(verdict.reviewer)}, {instant_words(verdict.recorded_at)}.",
        "",
    ]


def _evidence(sheet: ClaimSheet, sources: SourceList) -> list[str]:
    if sheet.evidence:
        pieces = [line for evidence in sheet.evidence for line in _piece(evidence, sources)]
        return ["### Evidence", "", *_counted(sheet), *pieces]
    return ["### Evidence", "", "None was attached.", ""] if standing_verdict(sheet) is not None else []


def _waived(report: ClaimReport) -> list[str]:
    """Say what the desk did without before it signed off, who said so and why."""
    if not report.waivers or standing_verdict(report.sheet) is None:
        return []
    waived = [f"- {words(waiver_words(one))}" for one in report.waivers]
    return ["### Rules that were waived", "", *waived, ""]


def _counted(sheet: ClaimSheet) -> list[str]:
    """Say how many sources the evidence has; where that could give away a confidential one, not why they are one."""
    counted = sheet.sources
    if counted is None or counted.named == 1:
        return []
    secret = {piece.number for piece in sheet.evidence if piece.source is not None and piece.source.confidential}
    found = [f"{count_words(counted)}."]
    for group, ties in zip(counted.groups, counted.ties, strict=True):
        if ties:
            why = "" if secret.intersection(group) else "".join(f" {words(tie)}" for tie in ties)
            found.append(f"{evidence_words(group)} rest on one source.{why}")
    if counted.unread:
        found.append(f"Of {counted.unread} the captured text was not there to be compared.")
    return [" ".join(found), ""]


def _piece(evidence: EvidenceRow, sources: SourceList) -> list[str]:
    """Write one piece of evidence; what could give away a confidential source is left out."""
    confidential = evidence.source is not None and evidence.source.confidential
    place = "" if confidential or not evidence.locator else f", {words(evidence.locator)}"
    attached = f"attached by {words(evidence.attached_by)}, {instant_words(evidence.attached_at)}"
    about = f"{evidence.form.value}{place}; {attached}"
    stance = f"{evidence_reference(evidence.number)} **{evidence.stance.value}**"
    found = [f"- {stance} ({about}){_mark(evidence, sources)}", ""]
    if confidential:
        return found
    if evidence.excerpt.strip():
        found += [
            *(f"  > {line}".rstrip() for line in lines(evidence.excerpt)),
            "",
            *_compared(evidence),
            *_numbers(evidence),
        ]
    if evidence.look is not None and not evidence.look.outcome.as_it_was:
        found += [f"  **Looked at again: {look_words(evidence)}.**", ""]
    if evidence.note.strip():
        found += [*(f"  {line}".rstrip() for line in lines(evidence.note)), ""]
    return found


def _compared(evidence: EvidenceRow) -> list[str]:
    """Say how an excerpt stands to the captured text, also that it was not compared; in full where the two differ."""
    check = evidence.check
    silent = check is None or check.verdict is QuoteVerdict.EXACT
    remarks = "" if check is None or silent else "".join(f" {words(one)}" for one in check.remarks)
    return [f"  Quote check: {words(check_words(check))}.{remarks}", ""]


def _numbers(evidence: EvidenceRow) -> list[str]:
    """Set the numbers of the claim beside the source's; those that the source's words say nothing of are left out."""
    shown = [row for row in loudest_first(evidence.numbers) if row.outcome is not NumberOutcome.NONE_THERE]
    if not shown:
        return []
    told = [" ".join((f"{number_line(row)}.", *notes(row))) for row in shown]
    return ["  Numbers of the claim beside the source's:", "", *(f"  - {words(one)}" for one in told), ""]


def _mark(evidence: EvidenceRow, sources: SourceList) -> str:
    return "" if evidence.source is None else f" {sources.mark(evidence.source)}"
