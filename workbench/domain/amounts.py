"""Numbers as people write them: digits and words, scales, fractions, units, money."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from types import MappingProxyType


@dataclass(frozen=True)
class Amount:
    """A number in a text.

    Attributes:
        start, end: where it stands, unit included.
        value: its value without the unit.
        unit: ``%``, a currency such as ``USD``, a unit such as ``km``, or empty.

    """

    start: int
    end: int
    value: Decimal
    unit: str

    def __str__(self) -> str:
        """Write value and unit, such as ``40000000000 USD``."""
        value = format(self.value.normalize(), "f")
        return f"{value}{self.unit}" if self.unit in {"%", "°"} else f"{value} {self.unit}".rstrip()


_ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = MappingProxyType(
    {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000}
)
_SHORT = MappingProxyType(
    {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000, "b": 1_000_000_000, "tn": 1_000_000_000_000}
)
_OTHERS = MappingProxyType(
    {"dozen": Decimal(12), "half": Decimal("0.5"), "quarter": Decimal("0.25"), "twice": Decimal(2)}
)
_FRACTIONS = MappingProxyType(
    {
        "half": 2,
        "third": 3,
        "thirds": 3,
        "quarter": 4,
        "quarters": 4,
        "fifth": 5,
        "fifths": 5,
        "tenth": 10,
        "tenths": 10,
    }
)
_CURRENCIES = MappingProxyType({"$": "USD", "US$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR"})
_UNITS = MappingProxyType(
    {
        "%": "%", "percent": "%", "per cent": "%", "percentage points": "pp", "percentage point": "pp",
        "km": "km", "kilometres": "km", "kilometers": "km", "kilometre": "km", "kilometer": "km",
        "miles": "mi", "mile": "mi", "metres": "m", "meters": "m", "metre": "m", "meter": "m", "feet": "ft",
        "tonnes": "t", "tons": "t", "tonne": "t", "kilograms": "kg", "kg": "kg", "degrees": "°", "hours": "h", "hour": "h",
        "minutes": "min", "days": "d", "day": "d", "weeks": "wk", "months": "mo", "years": "y", "year": "y",
        "dollars": "USD", "euros": "EUR", "pounds": "GBP", "yuan": "CNY", "rubles": "RUB", "roubles": "RUB", "yen": "JPY",
    }
)  # fmt: skip

_NUMBER_WORD = "|".join((*_ONES, *_TENS, *_SCALES))
_UNIT = "|".join(sorted((re.escape(unit) for unit in _UNITS), key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?<![\w.])(?P<currency>US\$|[$£€¥₹])?\s?"
    rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}}){{1,6}}(?:\.\d{{1,9}})?|\d{{1,15}}(?:\.\d{{1,9}})?)"
    rf"(?:[ -]?(?P<scale>hundred|thousand|million|billion|trillion|k|mn|m|bn|b|tn)(?![\w]))?"
    rf"|(?P<part>(?:a|one|two|three|four)[ -](?:third|thirds|quarter|quarters|fifth|fifths|tenth|tenths|half))(?!\w)"
    rf"|(?P<words>(?:{_NUMBER_WORD})(?:[ -](?:and )?(?:{_NUMBER_WORD})){{0,8}})(?!\w)"
    rf"|(?P<other>(?:half|a dozen|twice))(?!\w))"
    rf"(?:[ -]?(?P<unit>{_UNIT})(?!\w))?",
    re.IGNORECASE,
)


def amounts_in(text: str) -> tuple[Amount, ...]:
    """Find the numbers of a text in order; ``one`` alone is no number, and parts of words are none."""
    found = (_amount(match) for match in _AMOUNT.finditer(text))
    return tuple(amount for amount in found if amount is not None)


def _amount(match: re.Match[str]) -> Amount | None:
    value = _value(match)
    if value is None:
        return None
    unit = _CURRENCIES.get((match["currency"] or "").upper(), "") or _UNITS.get((match["unit"] or "").casefold(), "")
    start = match.start() + (len(match.group()) - len(match.group().lstrip()))
    return Amount(start, match.end(), value, unit)


def _value(match: re.Match[str]) -> Decimal | None:
    if match["digits"]:
        try:
            digits = Decimal(match["digits"].replace(",", ""))
        except InvalidOperation:
            return None
        scale = (match["scale"] or "").casefold()
        return digits * (_SCALES.get(scale) or _SHORT.get(scale) or 1)
    if match["words"]:
        words = re.split(r"[ -]", match["words"].casefold())
        return None if words == ["one"] else _from_words([word for word in words if word != "and"])
    if match["part"]:
        count, part = re.split(r"[ -]", match["part"].casefold())
        return Decimal({"a": 1}.get(count) or _ONES[count]) / _FRACTIONS[part]
    return _OTHERS[match["other"].casefold().removeprefix("a ")]


def _from_words(words: list[str]) -> Decimal:
    total, group = 0, 0
    for word in words:
        if word == "hundred":
            group = max(group, 1) * 100
        elif word in _SCALES:
            total, group = total + max(group, 1) * _SCALES[word], 0
        else:
            group += _ONES.get(word, 0) or _TENS.get(word, 0)
    return Decimal(total + group)
