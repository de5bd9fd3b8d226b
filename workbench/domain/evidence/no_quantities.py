"""Digits that tell no quantity (dates, times, ordinals, scores, labels), and numbers as other languages write them.

Both are settled before a sentence is read, and in the same number of characters, so that every place stays the same.
What can be read in two ways is no number: it is better to find none than a wrong one.
"""

import re

from workbench.domain.amounts import Amount

_NOTHING = "_"
_MARKS = ".'’\u00a0\u2009\u202f"
_GROUPED = re.compile(
    rf"(?<![\w.,])(?:[1-9]\d{{0,2}}(?:\.\d{{3}}){{2,5}}(?:,\d{{1,9}})?|[1-9]\d{{0,2}}(?:\.\d{{3}}){{1,5}},\d{{1,2}}"
    rf"|[1-9]\d{{0,2}}(?P<mark>[{_MARKS[1:]} ])\d{{3}}(?:(?P=mark)\d{{3}}){{0,5}}(?:,\d{{1,2}})?)(?![\w]|[.,]\d)"
)
_BY_HUNDREDS = re.compile(r"(?<![\w.,])[1-9]\d?(?:,\d\d){1,6},\d{3}(?![\w]|[.,]\d)")
_UNITS_BEHIND = r"(?: ?[%€£$]| ?(?:per ?cent|Prozent|million|billion|trillion|euros?|km|kg)\b)"
_COMMA = re.compile(rf"(?<![\w.,])\d{{1,9}},\d{{1,2}}(?={_UNITS_BEHIND})", re.IGNORECASE)
_PERCENT = re.compile(r"\bProzent\b")
_TO_ENGLISH = str.maketrans({**dict.fromkeys(f"{_MARKS} ", ","), ",": "."})

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_CLOCK = r"\d{1,2}(?:[:.]\d\d)? ?(?i:[ap]\.?m\b|o['’]clock)|\d{1,4}(?::\d{1,3}){1,3}"
_DATE = r"\d{4}-\d\d-\d\d(?:T\d\d)?|\d{1,2}([./])\d{1,2}\1\d{2,4}|\d{1,4}/\d{1,2}(?!\d|,\d)"
_ORDINAL = r"\d{1,9}(?i:st|nd|rd|th)\b|\d{2,4}['’]?s\b"
_CHAIN = r"\d{1,9}(?:-\d{1,9}){2,9}|\[\d{1,4}\]"
_MASKED = re.compile(rf"(?<![\w.,/])(?:{_CLOCK}|{_DATE}|{_ORDINAL}|{_CHAIN})(?![\w])")
_NAMED = re.compile(
    r"(?<!\w)(?:[A-Z][A-Za-z]{0,11}-\d{1,4}\b"
    r"|(?:Boeing|Airbus|Route|Rule|Section|War|Apollo|iPhone|Windows|Formula|Channel|Room|Flight|Highway|Interstate|Resolution"
    r"|Amendment|Bill|Proposition|Volume|Vol\.|Figure|Fig\.|Table|Appendix|Category|Grade|Group|Class|Tier|Area|Pier|Line"
    r"|Platform|Gate|Paragraph|Part|Clause|Step|Season|Episode|District|Ward|Zone|Version|Psalm) \d{1,5}\b"
    r"|(?:Public Law|Law|H\.B\.|S\.B\.|HB|SB|Air Force) \d{1,5}(?:-\d{1,4})?\b"
    r"|(?i:first|second|last|other|latter|former) half\b"
    r"|(?i:a) (?:third|quarter|fifth|tenth)(?! of| the)\b)"
)
_AGE = re.compile(r"(?<=[a-z], )\d{1,3}(?=, )")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_YEAR_BEFORE = re.compile(
    r"(?:\b(?i:in|since|by|of|for|during|from|until|till|to|and|years?|between|after|before|than|quarter|early|late|mid|the|this)"
    r"|\bQ[1-4]|[A-Z][a-z]{2,8}\.?(?: ?\d{1,2}(?:st|nd|rd|th)?,?)?|(?:1[5-9]|20)\d\d[-–/]|[-–/]) ?$"
)
_NOUN_BEHIND = re.compile(r" ?[-–]| [A-Za-z]")
_BARE_SCALE = re.compile(r"hundred|thousand|million|billion|trillion", re.IGNORECASE)
_ONE_BEFORE = re.compile(r"\b(?:an?|one|per|every) $", re.IGNORECASE)
_YEARS_BEHIND = re.compile(r"[-–/](?:\d\d){1,2}\b")
_NONE_BEFORE = re.compile(
    r"(?:\bper |/|\b(?i:no\.|number|nos\.|act|article|section|chapter|page|title|level|phase) ?|\b[A-Z]-|['’])$"
)
_DAY, _SHORT_YEAR = re.compile(r"\d{1,2}"), re.compile(r"\d\d")
_LONG_YEAR_BEFORE = re.compile(r"(?:1[5-9]|20)\d\d[-–/]$")
_DAY_OF_MONTH = re.compile(rf"(?:st|nd|rd|th)? (?:of )?{_MONTH}\b")
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\.? $")
_CUT_BEFORE, _CUT_BEHIND = re.compile(r"\d[.,]$"), re.compile(r"[.,]\d|(?!ish\b)[a-zA-Z]")
_TWO_WAYS = re.compile(r"\D*[1-9]\d{0,2}\.\d{3}\b(?! ?(?:%|million|billion|trillion))")
_FOREIGN_SCALE = re.compile(
    r" ?(?:lakhs?|crores?|Mio|Mrd|Mld|mln|mld|mlrd|Tsd|tausend|Milliarden?|Million(?:en|s|i|es)|milliards?|miliardi?|mil|mille"
    r"|millones|milhões|bilhões)\b",
    re.IGNORECASE,
)
_LENGTH_BEHIND = re.compile(r" (?:tall|high|long|wide|deep|away|above|below|sprint|race|run|freestyle)\b")


def as_read(text: str) -> str:
    """Write numbers the English way, and blank digits that tell no quantity; every place stays the same."""
    text = _PERCENT.sub("percent", text)
    text = _GROUPED.sub(lambda match: match.group().translate(_TO_ENGLISH), text)
    if "," in text:
        text = _BY_HUNDREDS.sub(lambda match: match.group().replace(",", "").rjust(len(match.group()), "0"), text)
        text = _COMMA.sub(lambda match: match.group().replace(",", "."), text)
    for pattern in (_MASKED, _NAMED, _AGE):
        text = pattern.sub(lambda match: _NOTHING * len(match.group()), text)
    return text


def is_no_quantity(text: str, amount: Amount) -> bool:
    """Say whether an amount is a year, a day of a month, a label, a count behind ``per``, or can be read in two ways."""
    words, before = text[amount.start : amount.end], text[max(0, amount.start - 16) : amount.start]
    if _NONE_BEFORE.search(before) or _in_two_ways(text, amount, words, before):
        return True
    if amount.unit:
        return False
    if _YEAR.fullmatch(words):
        alone = _NOUN_BEHIND.match(text, amount.end) is None
        return alone or bool(_YEAR_BEFORE.search(before) or _YEARS_BEHIND.match(text, amount.end))
    if _BARE_SCALE.fullmatch(words):
        # Nobody knows how many several million are.
        return _ONE_BEFORE.search(before) is None
    if _SHORT_YEAR.fullmatch(words) and _LONG_YEAR_BEFORE.search(before):
        return True
    if _DAY.fullmatch(words):
        return bool(_DAY_OF_MONTH.match(text, amount.end) or _MONTH_BEFORE.search(before))
    return False


def _in_two_ways(text: str, amount: Amount, words: str, before: str) -> bool:
    """Say whether a number may be a part of one, or mean another one in another language."""
    if not any(character.isdigit() for character in words):
        return False
    if _CUT_BEFORE.search(before) or _CUT_BEHIND.match(text, amount.end) or _FOREIGN_SCALE.match(text, amount.end):
        return True
    if words[-1] == "m" and not amount.unit and _LENGTH_BEHIND.match(text, amount.end):
        return True
    return amount.unit != "%" and _TWO_WAYS.fullmatch(words) is not None
