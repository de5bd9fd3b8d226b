"""The numbers of a claim beside the source's: which words are compared, and how a reader is told what came of it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from claims_db.rows import ClaimSheet, EvidenceRow, FigureRow, NumberRow, NumberTolerance
from claims_db.vocabulary import NumberOutcome, QuoteVerdict
from workbench.domain.evidence.figure import Bound, Figure, plain
from workbench.domain.evidence.number_check import NumberCheck, Tolerance
from workbench.domain.evidence.number_pairs import Told, number_checks
from workbench.domain.evidence.tolerance import WHOLE

_PERCENT = 100
_PLACES = 12
_OUTCOMES = MappingProxyType(
    {
        NumberOutcome.AGREES: "agrees",
        NumberOutcome.WITHIN_TOLERANCE: "within the desk's tolerance",
        NumberOutcome.DIFFERS: "DIFFERS",
        NumberOutcome.NOT_COMPARABLE: "not comparable",
        NumberOutcome.NONE_THERE: "no such number in the source's words",
    }
)
_SHORT = MappingProxyType(
    {
        NumberOutcome.DIFFERS: "DIFFER",
        NumberOutcome.NOT_COMPARABLE: "not comparable",
        NumberOutcome.WITHIN_TOLERANCE: "within tolerance",
        NumberOutcome.AGREES: "agree",
    }
)
_UNSEEN = "The source's words are as somebody typed them: they were not compared with it."
_AS_TYPED = frozenset({QuoteVerdict.WITH_ELLIPSES})
_SIGNS = frozenset({"%", "°"})


class Compared(NamedTuple):
    """The words whose numbers are compared: the claim's, those of its article, the source's.

    ``unseen`` says that those of the source were typed, and stand in no captured text.
    """

    claim: Told
    quoted: Told | None
    source: Told
    unseen: bool = False


def compared(sheet: ClaimSheet, evidence: EvidenceRow) -> Compared | None:
    """Give the words to compare; None where there are no words that are the source's."""
    words = _words_of_source(evidence)
    if words is None:
        return None
    said = sheet.said_on.value if sheet.said_on is not None else ""
    quotes = (one.quote for one in sheet.appearances if one.quote is not None)
    quoted = next((Told(quote.exact, quote.prefix, quote.suffix, said) for quote in quotes), None)
    return Compared(Told(sheet.statement, date=said), quoted, words, evidence.check is None)


def number_rows(words: Compared, tolerance: NumberTolerance) -> tuple[NumberRow, ...]:
    """Compare the numbers of some words; nothing where the source's words have none."""
    rows = tuple(map(_row, number_checks(words.claim, words.source, tolerance_of(tolerance), words.quoted)))
    return tuple(map(_unseen, rows)) if words.unseen else rows


def tolerance_of(kept: NumberTolerance) -> Tolerance:
    """Give what the desk tolerates as numbers are compared with it."""
    return Tolerance(Decimal(kept.share) / WHOLE, Decimal(kept.about) / WHOLE)


def outcome_words(row: NumberRow) -> str:
    """Say in a word or two what a comparison came to; a difference in capitals."""
    return _OUTCOMES[row.outcome]


def number_line(row: NumberRow, *, loud: bool = True) -> str:
    """Say in one line what a number of the claim came to, such as ``12 percent: the source has 14%, DIFFERS by …``.

    Readers of a report need no capitals: it is not ``loud``.
    """
    mine, outcome = as_written(row.claimed), outcome_words(row) if loud else outcome_words(row).lower()
    if row.source is None:
        return f"{mine}: {outcome}"
    told = f"{mine}: the source has {as_written(row.source)}, {outcome}"
    apart = difference_words(row)
    return f"{told} by {apart}" if apart and row.outcome is NumberOutcome.DIFFERS else told


def loudest_first(rows: Sequence[NumberRow]) -> list[NumberRow]:
    """Give numbers as a reader looks at them: differences first, and last what the source's words say nothing of."""
    order = (*_SHORT, NumberOutcome.NONE_THERE)
    return sorted(rows, key=lambda row: order.index(row.outcome))


def none_words(rows: Sequence[NumberRow]) -> str:
    """Say of which numbers the source's words say nothing; empty where there is none such."""
    missing = [as_written(row.claimed) for row in rows if row.outcome is NumberOutcome.NONE_THERE]
    return f"{', '.join(dict.fromkeys(missing))}: {_OUTCOMES[NumberOutcome.NONE_THERE]}" if missing else ""


def notes(row: NumberRow) -> tuple[str, ...]:
    """Give what else a reader should know, in sentences."""
    plain_difference = row.outcome is NumberOutcome.DIFFERS and row.reason.startswith("The claim says ")
    return row.remarks if plain_difference or not row.reason else (row.reason, *row.remarks)


def difference_words(row: NumberRow) -> str:
    """Write the difference and its share, such as ``-2 (-14.3 %)``; empty where it is not known."""
    if row.difference is None or row.source is None:
        return ""
    unit = "pp" if row.source.unit == "%" else row.source.unit
    apart = _with_unit(f"{row.difference:+,f}", unit)
    return f"{apart} ({row.share * _PERCENT:+.1f} %)" if row.share is not None else apart


def as_written(row: FigureRow) -> str:
    """Give a number in its own words, with all that has to be the same before it can be compared."""
    lead = "" if row.bound in {Bound.EXACT, Bound.RANGE} else row.bound
    period = f"(in {row.period.lstrip('-')})" if row.period else ""
    return " ".join(part for part in (lead, row.words, row.counted, row.base, period) if part)


def figure_facts(row: FigureRow) -> tuple[str, str, str, str]:
    """Give value, unit, period and base of a number, as a table shows them."""
    return (_value(row._replace(unit="")), row.unit or row.counted, row.period, row.base)


def numbers_short(evidence: EvidenceRow) -> str:
    """Say in a few words what the numbers of a piece of evidence come to, the loudest first; ``-`` where it has none."""
    told = dict(_counted(evidence.numbers))
    if not evidence.numbers:
        return "-"
    if not told:
        return "none like them"
    return next(iter(told.values())) if len(told) == 1 and len(evidence.numbers) == 1 else ", ".join(told.values())


def _counted(rows: Sequence[NumberRow]) -> Iterator[tuple[NumberOutcome, str]]:
    for outcome, words in _SHORT.items():
        count = sum(row.outcome is outcome for row in rows)
        if count:
            yield outcome, words if len(rows) == 1 else f"{count} {words}"


def _words_of_source(evidence: EvidenceRow) -> Told | None:
    """Give the source's own words: as they stand in the captured text, or as somebody quoted them where there is none."""
    published = evidence.source.published if evidence.source is not None else None
    date = published.value if published is not None else ""
    check = evidence.check
    if not evidence.excerpt or (check is not None and check.verdict is QuoteVerdict.NOT_FOUND):
        return None
    if check is None or check.quote is None or check.verdict in _AS_TYPED:
        return Told(evidence.excerpt, date=date)
    return Told(check.quote.exact, check.quote.prefix, check.quote.suffix, date)


def _row(check: NumberCheck) -> NumberRow:
    return NumberRow(
        check.outcome,
        _figure(check.claimed),
        None if check.source is None else _figure(check.source),
        None if check.difference is None else _rounded(check.difference),
        None if check.share is None else _rounded(check.share),
        check.reason,
        check.remarks,
    )


def _unseen(row: NumberRow) -> NumberRow:
    return row if row.source is None else row._replace(remarks=(*row.remarks, _UNSEEN))


def _figure(figure: Figure) -> FigureRow:
    base = figure.base if figure.base.startswith("of ") else f"per {figure.base}" if figure.base else ""
    parts = (
        base,
        f"per {figure.rate}" if figure.rate else "",
        f"against the {figure.against} before" if figure.against else "",
    )
    return FigureRow(
        figure.words,
        _rounded(figure.low),
        _rounded(figure.high),
        figure.bound.value,
        figure.unit,
        figure.counted,
        figure.period,
        " ".join(part for part in parts if part),
    )


def _rounded(value: Decimal) -> Decimal:
    """Give a decimal without exponent and without zeros at its end."""
    exponent = value.as_tuple().exponent
    fine = isinstance(exponent, int) and exponent < -_PLACES
    written = f"{round(value, _PLACES) if fine else value:f}"
    return Decimal(written.rstrip("0").rstrip(".") if "." in written else written) or Decimal(0)


def _value(row: FigureRow) -> str:
    low, high = plain(row.low), plain(row.high)
    lead = "" if row.bound in {Bound.EXACT, Bound.RANGE} else f"{row.bound} "
    return f"{lead}{_with_unit(low if low == high else f'{low} to {high}', row.unit)}"


def _with_unit(value: str, unit: str) -> str:
    return f"{value}{unit}" if unit in _SIGNS else f"{value} {unit}".rstrip()
