"""Who is who in an article: full names for short ones, persons for pronouns and roles.

A small coreference with three rules, each of which can be explained to a reader: a family name stands for
the full name that the article gives; ``he`` and ``she`` stand for the person who spoke last; ``the
minister`` stands for the last person who was called a minister.
"""

import re
from dataclasses import dataclass, field

_TITLE_WORDS = (
    r"President|Prime|Vice|Deputy|Minister|Secretary|General|Senator|Sen\.|Rep\.|Gov\.|Gen\.|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Prof\.?|Professor|Chancellor|"
    r"Governor|Mayor|Chief|Justice|Judge|King|Queen|Prince|Princess|Pope|Sir|Lord|Lady|Captain|Colonel|Lieutenant|Sergeant|Admiral|"
    r"Chairman|Chairwoman|Chair|Director|Ambassador|Spokesman|Spokeswoman|Spokesperson|CEO|Foreign|Defen[cs]e|Finance|Health|Interior|"
    r"Home|Education|Justice|Energy|Trade|Environment|Attorney|Speaker|Congressman|Congresswoman|Representative|Commissioner|Inspector|"
    r"Sheriff|Officer|Detective|Archbishop|Bishop|Reverend|Coach|Analyst|Economist|Doctor|Premier|MP|Councillor|Former|Acting"
)
_NATIONS = (
    r"Russian|Chinese|American|US|U\.S\.|British|UK|French|German|Italian|Spanish|Indian|Japanese|Iranian|Israeli|Ukrainian|Turkish|"
    r"Polish|Canadian|Australian|Brazilian|Mexican|Belarusian|Saudi|Egyptian|Pakistani|South|North|Korean|African|European|EU|UN|NATO"
)
_STOP = r"(?!(?:The|A|An|In|On|At|By|For|From|With|But|And|Or|If|When|While|As|After|Before|Since|During|According|This|That|These|Those|It|He|She|They|We|I|His|Her|Their|Its|There|Here|However|Meanwhile|Still|Now|Then|Also|Both|More|Most|Many|Some|All|No|Not|Yes|What|Who|Why|How|Last|Next|Earlier|Later|Despite|Although|Though|Because|So|Yet|Under|Over|Among|To|Of|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December)\b)"
_NAME_PART = (
    _STOP
    + rf"(?!(?:{_TITLE_WORDS})(?!\w))"
    + r"(?:[A-Z][a-zà-öø-ÿ'’]+(?:-[A-Z][a-zà-öø-ÿ]+)?|[A-Z]\.|Mc[A-Z][a-z]+|Mac[A-Z][a-z]+|O['’][A-Z][a-z]+|al-[A-Z][a-z]+|[A-Z][a-z]+[A-Z][a-z]+)"
)
_PARTICLE = r"(?:(?:van|von|de|der|den|bin|ibn|al|el|da|di|du|la|le) )"
_PERSON = re.compile(
    rf"(?P<title>(?:(?:[Tt]he |[Ff]ormer |[Aa]cting )?(?:(?:{_NATIONS}) )*(?:(?:{_TITLE_WORDS}) )+(?:of (?:[A-Z]\w+ )+)?)?)"
    rf"(?P<name>{_NAME_PART}(?: (?:{_PARTICLE}{{0,2}}){_NAME_PART}){{0,3}})"
)
_ROLE_WORDS = frozenset(
    "minister president secretary senator governor mayor chancellor judge spokesman spokeswoman spokesperson chairman chairwoman "
    "director ambassador general professor premier leader chief official officer analyst economist doctor commissioner king queen "
    "ceo founder author researcher lawyer".split()
)
_BODY = re.compile(
    r"(?:[A-Z][\w'’-]+ ){1,4}(?P<kind>Ministry|Department|Agency|Bank|Court|Commission|Council|Party|University|Institute|Company|Committee|"
    r"Association|Union|Bureau|Police|Foundation|Fund|Authority|Hospital|Army|Navy|Office)\b(?: of (?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})?"
)
_PRONOUNS = frozenset({"he", "she"})
_OPENING = 60
"""How far into a sentence its subject is looked for."""
_DETERMINER = re.compile(r"^(?:the|a|an|his|her|their|its|our)\s+", re.IGNORECASE)


@dataclass
class Cast:
    """The persons of an article as they are met, in the order of the text."""

    full: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    last: str = ""

    def learn(self, text: str) -> None:
        """Learn the full names and the roles of the persons in a text."""
        for match in _PERSON.finditer(text):
            parts = match["name"].split()
            name = " ".join(parts)
            if len(parts) > 1 and not _is_institution(name):
                self.full.setdefault(parts[-1], name)
            if match["title"] and parts:
                who = self.full.get(parts[-1], name)
                for word in match["title"].casefold().split():
                    if word in _ROLE_WORDS:
                        self.roles[word] = who
        for match in _BODY.finditer(text):
            self.roles[match["kind"].casefold()] = match.group()

    def resolve(self, words: str) -> str:
        """Give the name that words such as ``Shoigu``, ``he`` or ``the minister`` stand for.

        Words that stand for nobody known come back without their article.
        """
        bare = _DETERMINER.sub("", words.strip(" ,;:\"“”'’"))
        lower = bare.casefold()
        if lower in _PRONOUNS:
            return self.last
        if lower in {"it", "they", "we", "i", "who", "which", "that", "this"}:
            return self.last if lower in {"i", "we", "who"} else ""
        last_word = lower.split()[-1] if lower.split() else ""
        if last_word in self.roles and not bare[:1].isupper():
            return self.roles[last_word]
        person = _named(bare)
        if person:
            return self.full.get(person.split()[-1], person)
        return bare

    def heard(self, name: str) -> None:
        """Remember the person who spoke last; a ministry is nobody's ``he``."""
        if name in self.full.values() or (name and not self.last):
            self.last = name

    def subject(self, sentence: str) -> None:
        """Remember the person whom a sentence starts with, for a later ``he`` or ``she``."""
        match = _PERSON.search(sentence[:_OPENING])
        if match:
            parts = match["name"].split()
            name = self.full.get(parts[-1], "")
            if name and not _is_institution(name):
                self.last = name


def _named(words: str) -> str:
    """Give the person's name in a noun phrase such as ``Russian Defence Minister Sergei Shoigu``, or nothing."""
    head = words.split(",", maxsplit=1)[0].strip()
    match = _PERSON.fullmatch(head)
    if match is None:
        tail = _PERSON.search(head)
        last = None
        for last in _PERSON.finditer(head):  # noqa: B007 - the last one counts
            pass
        if tail is None or last is None or last.end() != len(head) or not last["title"]:
            return ""
        match = last
    parts = match["name"].split()
    name = " ".join(parts)
    return "" if _is_institution(name) or _is_institution(head) else name


def _is_institution(name: str) -> bool:
    return bool(
        re.search(
            r"\b(?:Ministry|Department|Office|Agency|Bank|Court|Commission|Council|Party|University|Institute|Company|Corp|Inc|Ltd|Group|"
            r"Committee|Association|Union|House|Service|Bureau|Police|Times|Post|News|Press|Pentagon|Kremlin|Parliament|Congress|Senate|"
            r"Government|Organi[sz]ation|Centre|Center|Foundation|Fund|Airlines?|Nations|States|Street|River|Sea|Ocean|Peninsula|Strait|"
            r"Authority|Board|Hospital|School|College|Army|Navy|Force|Forces|Guard|Museum|Society|Federation|League|Club|Trust)\b",
            name,
        )
    )
