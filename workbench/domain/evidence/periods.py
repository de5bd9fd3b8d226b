"""The time a number is about, what it is counted for, and what it is counted against."""

import re

from workbench.domain.dates import MONTHS

_YEARS = re.compile(
    r"(?<![\d.,])(?:1[5-9]|20)\d\d(?:[-–/](?:\d{4}|\d\d))?(?!\d|[.,]\d)(?! ?(?:people|km|tonnes|dollars|%))"
)
_QUARTER = re.compile(r"\b(?:Q([1-4])|(first|second|third|fourth|last) quarter)\b", re.IGNORECASE)
_HALF = re.compile(r"\b(first|second) half of(?: the year)?(?= (?:the|1|2))", re.IGNORECASE)
_IN_MONTH = re.compile(rf"\b({'|'.join(month.capitalize() for month in MONTHS)})\b")
_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_SPANS = "second|minute|hour|day|week|month|quarter|year"
_RATE = re.compile(
    rf"(?: (?:an?|per|each|every) |/)(?P<span>{_SPANS})(?! (?:earlier|ago|later|before|after|on))\b"
    r"|^[^.;:]{0,30}?\b(?P<adverb>daily|weekly|monthly|quarterly|annually|yearly|p\.a\.)",
    re.IGNORECASE,
)
_ADVERBS = {
    "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "annually": "year", "yearly": "year",
    "p.a.": "year",
}  # fmt: skip
_AGAINST = re.compile(
    r"\b(?P<on>year|quarter|month|week)[- ]on[- ](?:the )?(?:year|quarter|month|week)\b"
    r"|\b(?:from|than|compared (?:with|to)|over|on|since|against) (?:a|an|the (?:previous|same|preceding|prior)|last|the) "
    r"(?P<from>year|quarter|month|week|period)(?: (?:earlier|ago|before))?\b"
    r"|\ba (?P<ago>year|quarter|month|week) (?:earlier|ago|before)\b",
    re.IGNORECASE,
)
_PER = re.compile(
    rf"(?: per |/)(?!cent\b|(?:{_SPANS})\b)(?P<base>capita|head|\d{{3}}[\d,]{{0,12}}(?: [a-z]{{3,20}})?|[a-z]{{2,20}})"
    r"|^(?: [a-z]{3,20}){0,2} an? (?P<piece>gallon|lit(?:re|er)|barrel|ton(?:ne)?|acre|hectare|mile|kilo|kg|pound|ounce|share|head"
    r"|vote|pupil|student|patient|piece|unit|ticket|seat|dose|bushel|word|person|household)\b"
    r"|^(?: [a-z]{3,20}){0,2} (?:for every|out of(?: every)?|in every) (?P<every>\d[\d,]{0,12}(?: [a-z]{3,20})?)",
    re.IGNORECASE,
)
_OF = re.compile(r" of (?:the |all |its |their |our |country's )?(?P<of>[\w’'-]{2,30}(?: [\w’'-]{2,30}){0,2})")
_ENDS_NAME = re.compile(
    r" (?:in|on|by|from|for|to|and|are|is|was|were|had|have|has|said|say|says|who|that|at|since|with|or|over|than|will|agree"
    r"|regret|live|work|own|owned|suffer|voted)\b"
)
_ISO = re.compile(r"\b(\d{4})-(\d\d)-\d\d\b")
_OWN = re.compile(
    rf"(?: [a-z’'-]{{1,20}}){{0,4}} (?:in|during|for|by)(?: the)?(?P<own> (?:[A-Za-z0-9]{{1,9}} ){{0,3}}?(?:of )?{_YEARS.pattern})"
    r"(?! ?(?:and|to|or|[-–/]) ?\d)"
)
_NO_WHOLE = frozenset("the all its their our it them us this that these those which".split())
_HEADS = frozenset("capita head person resident inhabitant citizen".split())


def period_in(text: str) -> str:
    """Give the time that a sentence names for its number: ``2021``, ``2021-Q3``, ``2021-03``, ``--03``; empty for none."""
    text = _ISO.sub(lambda match: f"{MONTHS[(int(match[2]) - 1) % 12].capitalize()} {match[1]}", text)
    years = list(dict.fromkeys(match.group().replace("–", "-").replace("/", "-") for match in _YEARS.finditer(text)))
    year = "/".join(years)
    if quarter := _QUARTER.search(text):
        return f"{year or '-'}-Q{quarter[1] or _NUMBERS[quarter[2].casefold()]}"
    if half := _HALF.search(text):
        return f"{year or '-'}-H{_NUMBERS[half[1].casefold()]}"
    months = [f"{MONTHS.index(match[1].casefold()) + 1:02}" for match in _IN_MONTH.finditer(text)]
    if months:
        return f"{year or '-'}-{'/'.join(dict.fromkeys(months))}"
    return year


def own_period(behind: str) -> str:
    """Give the time that stands right behind a number, such as ``2019`` for ``5.1% in 2019``; empty for none."""
    match = _OWN.match(behind)
    return "" if match is None else period_in(match["own"])


def rate_in(behind: str) -> str:
    """Give the time for which a number is counted each time, from the words behind it."""
    match = _RATE.search(behind)
    if match is None:
        return ""
    return (match["span"] or _ADVERBS[match["adverb"].casefold()]).casefold()


def against_in(text: str) -> str:
    """Give the time from which a change is counted, such as ``year`` for ``from a year earlier``."""
    match = _AGAINST.search(text)
    return "" if match is None else (match["on"] or match["from"] or match["ago"]).casefold()


def base_in(behind: str, unit: str) -> str:
    """Give of what, or for how many, a number is counted, from the words behind it."""
    per = _PER.search(behind)
    if per is not None:
        words = (per["base"] or per["piece"] or per["every"]).casefold().replace(",", "")
        return "person" if words in _HEADS else words
    if unit in {"%", "pp"} and (of := _OF.match(behind)):
        whole = _ENDS_NAME.split(of["of"], maxsplit=1)[0].casefold()
        return "" if whole in _NO_WHOLE else f"of {whole}"
    return ""
