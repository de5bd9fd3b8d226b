"""Claims as CSV, one row each: RFC 4180, in a form that a spreadsheet takes for text, or raw for other programs."""

import csv
import io
import re
from collections.abc import Sequence
from typing import NamedTuple

from claims_db.rows import ArticleRow, ClaimReport, DateRow
from claims_db.vocabulary import Stance
from workbench.domain.dates import instant_words
from workbench.domain.references import article_reference, claim_reference
from workbench.export.facts import standing_verdict

SCHEMA = "claims/1"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""What lets Excel take a file for UTF-8."""

LONGEST_CELL = 32_767
"""How many UTF-16 units a cell of Excel holds; one of Google Sheets holds more."""

_BETWEEN = "; "
_CUT = " … [cut]"
_TEXT_MARK = "'"
_SIGN = "[=+\\-@|\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20]"
_UNSEEN = "\x00\x1c-\x1f\x7f\xad\u200b-\u200f\u2060-\u2064\ufeff"
# The first character may be one that a spreadsheet skips, or be skipped by the program that the cell is pasted into.
_BEGINS = re.compile(rf"[\t\r\n\x00]|[\s{_UNSEEN}]*+{_SIGN}")
# Read with another separator, as spreadsheets of some countries do, a cell may end here and the next one begin.
_BREAKS_OUT = re.compile(rf'(?:[;\t\r\n]|"[ ]*+,)[" \xa0\u3000{_UNSEEN}]*+(?={_SIGN})')


class CsvClaim(NamedTuple):
    """A row: what is not known is empty. The names of its fields are those of the columns, in their order.

    Fields that lists of claims have as well are called as there, so that a raw file is such a list.
    """

    schema: str
    claim: str
    id: str
    state: str
    statement: str
    quote: str
    claimer: str
    via: str
    said_on: str
    language: str
    kind: str
    check_worthiness: str
    article: str
    article_title: str
    outlet: str
    published: str
    article_url: str
    form: str
    locator: str
    url: str
    rating: str
    rating_value: int | None
    scale: str
    rationale: str
    rated_by: str
    rated_at: str
    supports: int
    refutes: int
    context: int
    independent_sources: int | None
    confidential_sources: int
    sources: str
    publication: int | None
    corrections: str
    set_aside: str
    duplicate_of: str


COLUMNS = CsvClaim._fields


class CsvLine(NamedTuple):
    """A line as it is written, and the columns whose cells were too long for a spreadsheet."""

    content: bytes
    cut: tuple[str, ...]


def csv_claim(report: ClaimReport, article: ArticleRow | None) -> CsvClaim:
    """Give the row of a claim. Confidential sources are counted, and nothing else is said of them."""
    sheet, verdict = report.sheet, standing_verdict(report.sheet)
    met = sheet.appearances[0] if sheet.appearances else None
    used = {one.source.public_id: one.source for one in sheet.evidence if one.source is not None}
    stances = [one.stance for one in sheet.evidence]
    return CsvClaim(
        schema=SCHEMA,
        claim=claim_reference(sheet.number),
        id=sheet.public_id,
        state=sheet.state.value,
        statement=sheet.statement,
        quote=met.quote.exact if met is not None and met.quote is not None else "",
        claimer=sheet.claimer,
        via=_BETWEEN.join(sheet.via),
        said_on=_date(sheet.said_on),
        language=sheet.language,
        kind=sheet.kind.value,
        check_worthiness=f"{sheet.check_worthiness:.4f}",
        article=article_reference(article.number) if article is not None else "",
        article_title=article.title if article is not None else "",
        outlet=article.outlet if article is not None else "",
        published=_date(article.published) if article is not None else "",
        article_url=article.url if article is not None else "",
        form=met.form.value if met is not None else "",
        locator=met.locator if met is not None else "",
        url=met.url if met is not None else "",
        rating=verdict.rating.label if verdict is not None else "",
        rating_value=verdict.rating.value if verdict is not None else None,
        scale=verdict.scale if verdict is not None else "",
        rationale=verdict.rationale if verdict is not None else "",
        rated_by=verdict.reviewer if verdict is not None else "",
        rated_at=instant_words(verdict.recorded_at) if verdict is not None else "",
        supports=stances.count(Stance.SUPPORTS),
        refutes=stances.count(Stance.REFUTES),
        context=stances.count(Stance.CONTEXT),
        independent_sources=sheet.sources.independent if sheet.sources is not None else None,
        confidential_sources=sum(one.confidential for one in used.values()),
        sources=_BETWEEN.join(one.url or one.title for one in used.values() if not one.confidential),
        publication=report.publication,
        corrections=_BETWEEN.join(
            f"{instant_words(one.at)} {one.severity}: {one.reason}" for one in report.corrections
        ),
        set_aside=sheet.skip.reason.value if sheet.skip is not None else "",
        duplicate_of=claim_reference(sheet.duplicate_of) if sheet.duplicate_of is not None else "",
    )


def csv_head() -> bytes:
    """Write the line that names the columns."""
    return _line(COLUMNS)


def csv_line(claim: CsvClaim, *, raw: bool = False) -> CsvLine:
    """Write the row of a claim; unless it is ``raw``, no cell is a formula or longer than a cell can be."""
    cells = ["" if value is None else str(value) for value in claim]
    if raw:
        return CsvLine(_line(cells), ())
    cells = [_as_text(cell) for cell in cells]
    fitting = [_fitting(cell) for cell in cells]
    cut = tuple(name for name, cell, whole in zip(COLUMNS, fitting, cells, strict=True) if cell != whole)
    return CsvLine(_line(fitting), cut)


def safe_cells(cells: Sequence[str]) -> str:
    """Write cells as a row in which none is a formula or longer than a cell can be; it has no line end."""
    return _line([_fitting(_as_text(cell)) for cell in cells]).decode().removesuffix("\r\n")


def _as_text(cell: str) -> str:
    """Give words that no spreadsheet takes for a formula, with a mark of text where they could be one."""
    marked = _BREAKS_OUT.sub(lambda found: found.group() + _TEXT_MARK, cell)
    return f"{_TEXT_MARK}{marked}" if marked != cell or _BEGINS.match(cell) else cell


def _fitting(cell: str) -> str:
    if len(cell) * 2 <= LONGEST_CELL or len(cell.encode("utf-16-le", "surrogatepass")) <= 2 * LONGEST_CELL:
        return cell
    room = 2 * (LONGEST_CELL - len(_CUT))
    return cell.encode("utf-16-le", "surrogatepass")[:room].decode("utf-16-le", "ignore") + _CUT


def _date(when: DateRow | None) -> str:
    return f"{when.value}{when.zone}" if when is not None else ""


def _line(cells: Sequence[str]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().encode("utf-8", "replace")
