"""The quantities of a claim, brought to one measure each so that ``90 minutes`` and ``one and a half hours`` agree."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from workbench.matching.guard.units import COUNT, CURRENCIES, SHARE, TIMES, UNITS, Unit

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
_SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "k": 1_000, "m": 10**6, "mn": 10**6,
    "mln": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "hundreds": 100, "millions": 10**6, "grand": 1_000,
}  # fmt: skip
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1_000,
}  # fmt: skip
_FRACTIONS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
_GAP = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_TIED = frozenset({"-", ":"})
_DOZENS = {"dozen": 12, "score": 20, "pair": 2, "couple": 2}
_MULTIPLES = {
    "double": 2, "doubles": 2, "doubled": 2, "doubling": 2, "twice": 2, "treble": 3, "trebled": 3, "triple": 3, "tripled": 3,
    "thrice": 3, "quadruple": 4, "quadrupled": 4, "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "tenfold": 10,
    "quintupled": 5,
}  # fmt: skip
_HALVED = frozenset({"halve", "halved", "halves", "halving"})

_WHOLE = "|".join(sorted((*_ONES, *_TENS), key=len, reverse=True))
_SCALE_WORDS = "hundred|thousand|million|billion|trillion"
_PART_WORDS = "|".join(f"{part}s?" for part in _PARTS if part != "halves") + "|halves"
_UNIT_WORDS = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
_NUMBER = (
    r"\d{0,4}[½¼¾⅓⅔](?: (?:million|billion|trillion)\b)?"
    r"|(?:\d{1,3}(?: \d{3}){2,}|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,9})?)(?:[ -]?(?:hundred|thousand|grand|million|billion|trillion|mln|mn|bn|tn)\b|[kmb]\b)?"
    rf"|(?:{_WHOLE}) point(?: (?:{'|'.join(_ONES)}))+\b(?: (?:{_SCALE_WORDS})\b)?"
    rf"|(?:a |an )?(?:{_WHOLE}|{_SCALE_WORDS})\b(?:(?: and |[ -])(?:{_WHOLE}|{_SCALE_WORDS})\b){{0,8}}"
)
_HUNDREDS = r"(?:an? |one |ten |10 |100 )?(?:hundred|thousand|million)|1(?:,?000){1,2}|100|10,?000|100,?000"
_QUANTITY = re.compile(
    rf"(?<![\w.])(?:(?P<money>us\$|[$£€¥₹])\s?)?(?:"
    rf"(?P<slash>\d{{1,3}})/(?P<under>\d{{1,3}})(?![\d/])|"
    rf"(?P<in_one>{_NUMBER})(?P<in_noun> [a-z]+)? (?P<in_word>in every|in|out of every|out of|of every) (?P<in_other>{_NUMBER})(?![\w%])|"
    rf"(?P<rate>{_NUMBER})(?: [a-z]+){{0,3}}? (?:per|for every|for each|in every|to every|out of every) (?P<rate_of>{_HUNDREDS})(?![\\w%])|"
    rf"(?P<whole>{_NUMBER}|an?) (?P<whole_unit>{_UNIT_WORDS}) and a half(?!\\w)|"
    rf"(?P<age>{_NUMBER})(?:[ -]years?[ -]olds?| years? of age)(?!\\w)|"
    rf"(?P<coins>{_NUMBER}) (?:cents|pence|c|p) (?:of|in|on) (?:every|the|each|a) (?:pound|dollar|euro)(?!\w)|"
    rf"(?P<single>an?[ ]single|one[ ]single)|"
    rf"every (?P<every>(?:other|second)(?= [a-z])|{'|'.join(part for part in _PARTS if part not in {'half', 'halves'})})(?!\w)|"
    rf"(?P<mixed>{_NUMBER}) and (?:a|one|three)[ -](?P<mixed_part>half|quarter|quarters)(?: (?P<mixed_scale>{_SCALE_WORDS}))?(?!\w)|"
    rf"(?P<part_count>(?:an?|one|two|three|four|five|six|seven|nine)[ -])(?P<part>{_PART_WORDS})(?: (?:of )?an? (?P<part_scale>{_SCALE_WORDS})| of an?(?= (?:{_UNIT_WORDS})(?!\w)))?(?!\w)|"
    rf"(?P<half>half(?! a dozen)|quarter)(?: an? (?P<half_scale>{_SCALE_WORDS})| an?(?= (?:{_UNIT_WORDS})(?!\w)))?(?!\w)|"
    rf"(?P<dozens>(?:{_NUMBER}|half a|an?) )?(?P<dozen>dozen|score|pair|couple)(?= of|(?<=dozen))(?!\w)|"
    rf"(?P<multiple>{'|'.join(_MULTIPLES)})(?!\w)|(?P<halved>halved?|halves|halving)(?!\w)|"
    rf"(?:an?|the past|the last|past|last) (?P<span>decade|century|fortnight)(?!\w)|(?P<network>[2-6]g)\b|"
    rf"(?P<number>{_NUMBER})(?P<fold>-?fold| times)?"
    rf")(?:[ -]{{0,2}}(?P<unit>{_UNIT_WORDS})(?!\w))?",
)  # fmt: skip
_RANGE = re.compile(r"^\s?(?:to|-|and)\s?$")
_AND = re.compile(r" |, | and |, and ")
_MOST = 60


class Quantity(NamedTuple):
    """A quantity: where it stands, its value in the measure of its dimension, and that dimension.

    A share is a part of one, as per cent, fractions and ``one in five`` are; ``plain`` is set for a bare number that may
    be a house number as well as a count. ``unit`` is how its unit is written, ``bound`` whether it is at least, over, at
    most, under, about or exactly so much, ``way`` whether something rose or fell by so much, or to it.
    """

    start: int
    end: int
    value: Fraction
    dimension: str
    plain: bool = False
    unit: str = ""
    bound: str = ""
    way: str = ""


def quantities_in(text: str) -> list[Quantity]:
    """Find the quantities of a text in small letters."""
    found: list[Quantity] = []
    for match in _QUANTITY.finditer(text):
        if len(found) == _MOST:
            break
        found += _quantity(match)
    return _summed(text, _scores(text, _ranges_agree(text, found)))


def _summed(text: str, found: list[Quantity]) -> list[Quantity]:
    """Take ``3 minutes and 20 seconds`` for one quantity."""
    summed: list[Quantity] = []
    for one in found:
        before = summed[-1] if summed else None
        if (
            before is not None
            and before.dimension == one.dimension not in {COUNT, SHARE, TIMES}
            and before.value > one.value
            and _AND.fullmatch(text[before.end : one.start])
            and text[: before.end].rpartition(" ")[2].rstrip("s") != text[: one.end].rpartition(" ")[2].rstrip("s")
        ):
            summed[-1] = before._replace(end=one.end, value=before.value + one.value)
        else:
            summed.append(one)
    return summed


def _scores(text: str, found: list[Quantity]) -> list[Quantity]:
    """Take each number of ``1-3`` at its word: no one of these is an article."""
    for at in range(len(found) - 1):
        one, other = found[at], found[at + 1]
        if one.plain and other.plain and text[one.end : other.start] in _TIED:
            found[at : at + 2] = [one._replace(plain=False), other._replace(plain=False)]
    return found


def _ranges_agree(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give the first end of a range the unit of its second: ``40 to 60 mm``."""
    for at in range(len(found) - 1):
        one, other = found[at], found[at + 1]
        if one.dimension == COUNT != other.dimension and _RANGE.match(text[one.end : other.start]):
            factor = Fraction(UNITS[other.unit].factor) if other.unit in UNITS else Fraction(1)
            found[at] = one._replace(value=one.value * factor, dimension=other.dimension, plain=False)
    return found


def _quantity(match: re.Match[str]) -> Iterator[Quantity]:
    start, end = match.start(), match.end()
    if match["in_one"]:
        one, other = _number(match["in_one"]), _number(match["in_other"])
        apart = match["unit"] or other not in {10, 100, 1_000}
        if one > other or (match["in_word"] == "in" and match["in_noun"] and apart):
            yield from _side_by_side(match, one, other)
            return
        if other and one <= other:
            yield Quantity(start, end, one / other, SHARE)
        return
    if match["rate"]:
        yield Quantity(start, end, _number(match["rate"]) / _number(match["rate_of"]), SHARE)
        return
    if (
        match["network"]
        or (match["single"] and match["unit"] is None)
        or (match["number"] == "one" and match["unit"] is None)
    ):
        return
    value, dimension, plain = _value(match)
    unit = UNITS.get(match["unit"] or match["whole_unit"] or "")
    if match["money"]:
        dimension = CURRENCIES[match["money"]]
        plain = False
        end = end if match["unit"] is None else match.start("unit")
    elif unit is not None and dimension in {COUNT, SHARE}:
        value, dimension, plain = value * Fraction(unit.factor) + Fraction(unit.offset), unit.dimension, False
    elif unit is not None:
        end = match.start("unit")
    start += len(match.group()) - len(match.group().lstrip())
    yield Quantity(start, end, value, dimension, plain, match["unit"] or "")


def _in_unit(start: int, end: int, value: Fraction, unit: Unit | None) -> Quantity:
    if unit is None:
        return Quantity(start, end, value, COUNT, plain=True)
    return Quantity(start, end, value * Fraction(unit.factor) + Fraction(unit.offset), unit.dimension)


def _side_by_side(match: re.Match[str], one: Fraction, other: Fraction) -> Iterator[Quantity]:
    """Give two quantities that are no share: ``seven times in nine years``, ``four parks in two years``."""
    if match["in_noun"] == " times":
        yield Quantity(match.start("in_one"), match.end("in_noun"), one, TIMES)
    else:
        first = UNITS.get((match["in_noun"] or "").strip())
        yield _in_unit(match.start("in_one"), match.end("in_noun" if first else "in_one"), one, first)
    second = UNITS.get(match["unit"] or "")
    yield _in_unit(match.start("in_other"), match.end() if second else match.end("in_other"), other, second)


def _value(match: re.Match[str]) -> tuple[Fraction, str, bool]:
    if match["slash"]:
        under = int(match["under"])
        return (Fraction(int(match["slash"]), under) if under else Fraction(0)), SHARE, False
    if match["coins"]:
        return _number(match["coins"]) / 100, SHARE, False
    if match["single"]:
        return Fraction(1), COUNT, True
    if match["whole"]:
        return _number(match["whole"]) + Fraction(1, 2), COUNT, False
    if match["age"]:
        return _number(match["age"]), COUNT, False
    if match["every"]:
        return Fraction(1, _PARTS.get(match["every"], 2)), SHARE, False
    if match["multiple"]:
        return Fraction(_MULTIPLES[match["multiple"]]), TIMES, False
    if match["halved"]:
        return Fraction(1, 2), SHARE, False
    if match["span"]:
        unit = UNITS[match["span"]]
        return Fraction(unit.factor), unit.dimension, False
    if match["number"]:
        return _number(match["number"]), TIMES if match["fold"] else COUNT, not match["fold"]
    return _part(match)


def _part(match: re.Match[str]) -> tuple[Fraction, str, bool]:
    """Read halves and quarters, alone or of a million, and dozens."""
    if match["mixed"]:
        more = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "quarters": Fraction(3, 4)}[match["mixed_part"]]
        return (_number(match["mixed"]) + more) * _SCALES.get(match["mixed_scale"] or "", 1), COUNT, False
    if match["dozen"]:
        some = (match["dozens"] or "").strip() or "1"
        return (Fraction(1, 2) if some == "half a" else _number(some)) * _DOZENS[match["dozen"]], COUNT, False
    if match["half"]:
        part, scale = Fraction(1, _PARTS[match["half"]]), match["half_scale"]
    else:
        count = Fraction(_ONES.get(match["part_count"].rstrip(" -"), 1))
        part = count / _PARTS[match["part"] if match["part"] in _PARTS else match["part"].removesuffix("s")]
        scale = match["part_scale"]
    return (part * _SCALES[scale], COUNT, False) if scale else (part, SHARE, False)


def _number(text: str) -> Fraction:
    text = _GAP.sub("", text.strip())
    part = next((letter for letter in text if letter in _FRACTIONS), "")
    if part:
        whole, _, scale = text.partition(part)
        return (int(whole or 0) + _FRACTIONS[part]) * _SCALES.get(scale.strip(), 1)
    if text[:1].isdigit():
        digits = re.match(r"[\d,.]*\d", text)
        if digits is None:
            return Fraction(0)
        scale = text[digits.end() :].strip(" -")
        return Fraction(Decimal(digits.group().replace(",", ""))) * _SCALES.get(scale, 1)
    if " point " in text:
        whole, _, behind = text.partition(" point ")
        tail = "".join(str(_ONES[word]) for word in behind.split() if word in _ONES)
        times = next((_SCALES[word] for word in behind.split() if word in _SCALES), 1)
        return (_number(whole) + Fraction(int(tail), 10 ** len(tail))) * times
    total, group = 0, 0
    for word in re.split(r"[ -]", text):
        if word == "hundred":
            group = max(group, 1) * 100
        elif word in _SCALES:
            total, group = total + max(group, 1) * _SCALES[word], 0
        else:
            group += _ONES.get(word, 0) or _TENS.get(word, 0)
    return Fraction(total + group if total + group or "zero" in text else 1)
