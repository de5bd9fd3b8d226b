"""Who is who in an article: full names for short ones, persons for pronouns and roles.

A small coreference with four rules, each of which can be told to a reader: a family name stands for the
full name that the article gives; ``he`` and ``she`` stand for the person of that gender, as far as it is
known, who spoke or was spoken of last; ``the minister`` stands for the last person who was called a
minister; ``the ministry``, ``they`` and ``it`` stand for the last body that fits.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from workbench.extraction.mentions import Mention, mentions
from workbench.extraction.papers import paper_in
from workbench.extraction.roles import (
    BODIES,
    FEMALE,
    MALE,
    MONTHS,
    NATIONS,
    ROLES,
)
from workbench.extraction.tokens import Token, tokens

_HE, _SHE = frozenset({"he", "him", "his"}), frozenset({"she", "her"})
_THEY = frozenset({"it", "they", "its", "their"})
_SPEAKER = frozenset({"i", "we", "who"})
_OPENING = 10
"""How many words into a sentence its subject is looked for."""
_PRINTED = frozenset("published printed released seen obtained conducted commissioned compiled".split())
_DAYS = frozenset({"today", "yesterday", "tonight"})
_BEFORE_DAYS = frozenset({"on", "last", "late", "early", "this"})
_WRITERS = frozenset("authors researchers scientists experts economists analysts team".split())
_ANY_HOLDER = frozenset("the a an former then current new acting senior same of and for in".split())
"""Words in front of a role that tell none from another."""

_HEAD_ENDS = frozenset("who of at from for on in".split())


@dataclass
class Cast:
    """The persons and bodies of an article; names are learnt from all of it, who is ``he`` changes along the text.

    ``narrator`` is whose words the paragraph is, of a speech or in a transcript: nobody calls himself ``he``.
    """

    full: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    described: dict[str, set[str]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    recent: list[str] = field(default_factory=list)
    last_body: str = ""
    paper: str = ""
    speaker: str = ""
    narrator: str = ""
    _papers_ago: int = 0

    def learn(self, text: str) -> None:
        """Learn the full names in a stretch of text, before it is read."""
        words = tokens(text)
        for mention in mentions(words):
            parts = mention.name.split()
            if mention.person and len(parts) > 1:
                self.full.setdefault(parts[-1], mention.name)

    def meet(self, text: str) -> None:
        """Take in who is named in a sentence, with the roles that are given to them there."""
        words = tokens(text)
        for mention in mentions(words):
            last = mention.name.split()[-1]
            if mention.person or (last in self.full and last == mention.name):
                name = self.full.get(last, mention.name)
                self._describe(name, mention, words)
            elif any(part.casefold() in BODIES for part in mention.name.split()):
                kind = next(part.casefold() for part in reversed(mention.name.split()) if part.casefold() in BODIES)
                self.bodies[kind] = (
                    " ".join(word.text for word in words[mention.first : mention.last])
                    .removesuffix("'s")
                    .removesuffix("’s")
                )

    def read(self, text: str) -> None:
        """Remember the paper that a sentence brings up, for an ``it`` that found something in one of the next two."""
        paper = paper_in(tokens(text))
        self.paper, self._papers_ago = (paper, 0) if paper else ("" if self._papers_ago else self.paper, 1)

    def subject(self, text: str) -> None:
        """Remember whom a sentence is about, for a later ``he`` or ``she``: the first person named in its opening."""
        words = tokens(text)
        for mention in mentions(words):
            name = self.person(mention.name)
            if name and mention.first < _OPENING:
                self._recall(name)
                return

    def person(self, name: str) -> str:
        """Give the full name of a person known by it, or nothing."""
        parts = name.split()
        known = self.full.get(parts[-1], "") if parts else ""
        return (
            known
            if known
            and (len(parts) == 1 or known.endswith(name) or name.endswith(known) or parts[0] == known.split()[0])
            else ""
        )

    def heard(self, name: str) -> None:
        """Remember who spoke last."""
        self.speaker = name
        if name in self.full.values():
            self._recall(name)
        elif name:
            self.last_body = name

    def carries(self, name: str) -> None:
        """Remember a person who passed on what another one says."""
        if name in self.full.values():
            self._recall(name)

    def resolve(self, words: str) -> str:
        """Give the name that words such as ``Shoigu``, ``he`` or ``the minister`` stand for.

        Words that stand for nobody known come back without their article; a pronoun that does, empty.
        """
        if words.isupper() and (named := self.person(words.title()) or _titled(words)):
            return named
        found = _core(tokens(words.strip(" ,;:\"“”'’")))
        if not found:
            return ""
        if len(found) == 1 and (meant := self._pronoun(found[0].lower)) is not None:
            return meant
        for part in _parts(found):
            if named := self._named(part):
                return named
        found = _phrase(found)
        bare = " ".join(_spaced(found))
        head = found[-1].lower
        if len(found) <= 3 and not found[0].is_capital:
            return self._in_role([word.lower for word in found]) or self.bodies.get(head) or bare
        return bare

    def _in_role(self, words: Sequence[str]) -> str:
        """Give who has a role: ``the prime minister`` is not the last person who was called environment minister."""
        name = self.roles.get(words[-1], "")
        told = {word for word in words[:-1] if word.isalpha()} - NATIONS - _ANY_HOLDER
        known = self.described.get(name, set())
        return name if not told or not known or told & known else ""

    def _pronoun(self, word: str) -> str | None:
        """Give whom a pronoun stands for, empty where that is not known; nothing for another word."""
        if word in _HE or word in _SHE:
            return self._recent("m" if word in _HE else "f")
        if word in _THEY:
            return self.last_body
        if word in _SPEAKER:
            return self.speaker
        return "" if word == "you" else None

    def _named(self, words: Sequence[Token]) -> str:
        for mention in mentions(words):
            printed = any(word.lower in _PRINTED for word in words[: mention.first])
            if mention.last == len(words) and mention.person and mention.titles and not printed:
                return self.person(mention.name) or mention.name
        head = next((index for index, word in enumerate(words) if word.lower in _HEAD_ENDS), len(words))
        for mention in mentions(words[:head]):
            if mention.last != head:
                continue
            last = mention.name.split()[-1]
            if mention.person or (mention.name in self.full) or (last in self.full and mention.titles):
                return self.full.get(last, mention.name) if not self.person(mention.name) else self.person(mention.name)
        return ""

    def _describe(self, name: str, mention: Mention, words: Sequence[Token]) -> None:
        roles = [title for title in mention.titles if title in ROLES]
        after = mention.last
        if after + 1 < len(words) and words[after].text == ",":
            for word in words[after + 1 : after + 10]:
                if not word.is_word:
                    break
                if word.lower in ROLES:
                    roles.append(word.lower)
        for role in roles:
            self.roles[role] = name
        if roles:
            self.described[name] = self._qualities(mention, words)
        gender = "f" if FEMALE & {*mention.titles, *roles} else "m" if MALE & {*mention.titles, *roles} else ""
        if gender:
            self.genders[name] = gender

    def _qualities(self, mention: Mention, words: Sequence[Token]) -> set[str]:
        """Give the words that tell a role from others of its kind: ``environment`` of ``the environment minister, …``."""
        around = [
            *(word.lower for word in words[max(0, mention.first - 4) : mention.first]),
            *mention.titles,
            *(word.lower for word in words[mention.last : mention.last + 10]),
        ]
        roles = [at for at, word in enumerate(around) if word in ROLES]
        before = {around[at - back] for at in roles for back in (1, 2) if at >= back}
        return {word for word in before if word.isalpha()} - NATIONS - ROLES - _ANY_HOLDER

    def _recall(self, name: str) -> None:
        if name in self.recent:
            self.recent.remove(name)
        self.recent.append(name)

    def _recent(self, gender: str) -> str:
        for name in reversed(self.recent):
            if name != self.narrator and self.genders.get(name, gender) == gender:
                self.genders.setdefault(name, gender)
                return name
        return ""


def _core(words: Sequence[Token]) -> Sequence[Token]:
    """Leave out an article in front and a day behind: ``a report on Wednesday``."""
    first, last = 0, len(words)
    while first < last and words[first].lower in {"the", "a", "an", "one", "and", "but"}:
        first += 1
    while last - first > 1 and words[last - 1].lower in _DAYS:
        last -= 1
    dated = last - first > 2 and words[last - 1].lower in MONTHS and words[last - 2].lower in _BEFORE_DAYS
    return words[first : last - 2 if dated else last]


def _phrase(words: Sequence[Token]) -> Sequence[Token]:
    """Give the words that name a source nobody knows, up to a comma, and without a participle left at the end.

    A paper is known by where it stood, those who wrote it are not.
    """
    last = len(words)
    while last > 1 and words[last - 1].lower in _PRINTED:
        last -= 1
    people = words[0].lower in _WRITERS
    ends = (at for at in range(1, last) if words[at].text == "," or (people and words[at].lower in _PRINTED))
    return words[: next(ends, last)]


def _parts(words: Sequence[Token]) -> list[Sequence[Token]]:
    """Give what stands between commas: in ``its lawyer, Peter Dunn`` the name comes second."""
    cuts = [-1, *(index for index, word in enumerate(words) if word.text == ","), len(words)]
    return [words[left + 1 : right] for left, right in pairwise(cuts) if right > left + 1]


def _spaced(words: Sequence[Token]) -> list[str]:
    """Join marks to the word before them."""
    out: list[str] = []
    for word in words:
        if out and not word.is_word:
            out[-1] += word.text
        else:
            out.append(word.text)
    return out


def _titled(words: str) -> str:
    """Write a name that is shouted, such as ``ANA REYES``, as others are; one word may be short for something."""
    return words.title() if len(words.split()) > 1 and words.replace(" ", "").isalpha() else ""
