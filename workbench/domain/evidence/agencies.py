"""News agencies that a text names as where it comes from: in its byline, its dateline, its words."""

import re
from enum import IntEnum
from types import MappingProxyType
from typing import NamedTuple

_NAMES = MappingProxyType(
    {
        "Reuters": "Reuters|Thomson Reuters",
        "AP": "AP|Associated Press|The Associated Press",
        "AFP": "AFP|Agence France-Presse|Agence France Presse",
        "PA": "PA|PA Media|Press Association|PA news agency",
        "dpa": "dpa|DPA|Deutsche Presse-Agentur",
        "UPI": "UPI|United Press International",
        "ANSA": "ANSA",
        "EFE": "EFE",
        "APA": "APA",
        "TASS": "TASS|Tass|ITAR-TASS",
        "Interfax": "Interfax",
        "RIA": "RIA|RIA Novosti",
        "Xinhua": "Xinhua|Xinhua News Agency",
        "Kyodo": "Kyodo|Kyodo News",
        "Yonhap": "Yonhap|Yonhap News Agency",
        "PTI": "PTI|Press Trust of India",
        "ANI": "ANI|Asian News International",
        "AAP": "AAP|Australian Associated Press",
        "Canadian Press": "Canadian Press|The Canadian Press",
        "Bloomberg": "Bloomberg|Bloomberg News",
        "Anadolu": "Anadolu|Anadolu Agency|AA",
        "Ukrinform": "Ukrinform",
        "Belga": "Belga",
        "ANP": "ANP",
        "TT": "TT News Agency",
        "NTB": "NTB",
        "Ritzau": "Ritzau",
        "PAP": "PAP",
        "CNS": "City News Service",
    }
)
_AGENCY = MappingProxyType({name.casefold(): agency for agency, names in _NAMES.items() for name in names.split("|")})
_ANY = "|".join(
    sorted((re.escape(name) for names in _NAMES.values() for name in names.split("|")), key=len, reverse=True)
)
_AMBIGUOUS = frozenset({"PA", "AA", "APA", "ANI", "RIA", "TT", "PAP"})
"""Short names that are other words or states as well: they count in brackets, bylines and credits alone."""

_EDGE = 400
_DATELINE = re.compile(rf"^[^\n()]{{0,80}}\( ?({_ANY}) ?\) ?[-–—:]", re.MULTILINE)
_DASHED = re.compile(rf"^[^\n()–—]{{1,60}}[,–—-] ?({_ANY}) ?[–—-] ", re.MULTILINE)
_BRACKETS = re.compile(rf"[(\[](?:by )?({_ANY})[)\]]")
_CREDIT = re.compile(
    rf"^[ \t]{{0,8}}(?:By |Source: ?|Via |via |© ?|\(c\) ?|\(C\) ?|Copyright )[^\n.]{{0,60}}?(?<!\w)({_ANY})(?!\w)",
    re.MULTILINE,
)
_ALONE = re.compile(rf"^[ \t]{{0,8}}(?:The |the )?({_ANY})\.?[ \t]{{0,8}}$", re.MULTILINE)
_HELPED = re.compile(
    rf"\b(?:additional reporting|with reporting|with (?:files|material|inputs?)) (?:by|from) (?:the )?({_ANY})\b"
    rf"|\b(?:the )?({_ANY}) (?:also )?contributed\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"\b(?:according to|reported by|first reported by|citing|told|quoted by|seen by|in an interview with|report(?:s|ed)? from) "
    rf"(?:the )?(?:news agency |news agencies )?({_ANY})\b"
    rf"|\b(?:the )?({_ANY})(?: news agency)? (?:first )?(?:reported|reports|said|says|learned|has learned|quoted|cited)\b"
)


class Strength(IntEnum):
    """How much of a text an agency stands for, what tells most last."""

    HELPED = 1
    NAMED = 2
    CREDITED = 3


class AgencyMark(NamedTuple):
    """An agency that a text names: how, and in which words."""

    agency: str
    strength: Strength
    words: str


def agency_of(name: str) -> str:
    """Give the agency that an outlet or an author is, by any of its names; empty for none."""
    words = re.sub(r"^(?:by|the) ", "", name.strip(), flags=re.IGNORECASE)
    return _AGENCY.get(words.casefold(), "") or _AGENCY.get(re.sub(r"\.com$", "", words.casefold()), "")


def agency_marks(text: str, byline: str = "") -> tuple[AgencyMark, ...]:
    """List the agencies that a text names, each with its strongest mark, those it is credited to first."""
    found: dict[str, AgencyMark] = {}
    edges = text if len(text) <= 2 * _EDGE else f"{text[:_EDGE]}\n{text[-_EDGE:]}"
    for pattern in (_DATELINE, _BRACKETS, _CREDIT, _ALONE, _DASHED):
        for match in pattern.finditer(edges):
            # A state follows its town as an agency does: Philadelphia, PA.
            if pattern is not _DASHED or match[1] not in _AMBIGUOUS:
                _keep(found, match, Strength.CREDITED)
    for part in re.split(r"[,;/|]| and ", byline):
        if agency := agency_of(part):
            found[agency] = AgencyMark(agency, Strength.CREDITED, part.strip())
    for match in _HELPED.finditer(text):
        _keep(found, match, Strength.HELPED)
    for match in _TOLD.finditer(text):
        if (match[1] or match[2]) not in _AMBIGUOUS:
            _keep(found, match, Strength.NAMED)
    return tuple(sorted(found.values(), key=lambda mark: (-mark.strength, mark.agency)))


def _keep(found: dict[str, AgencyMark], match: re.Match[str], strength: Strength) -> None:
    name = next(group for group in match.groups() if group)
    agency = _AGENCY[name.casefold()]
    if agency not in found or found[agency].strength < strength:
        found[agency] = AgencyMark(agency, strength, " ".join(match.group().split()).strip(" -–—"))
