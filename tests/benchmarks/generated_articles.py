"""Articles by the hundred thousand, wire copies of some of them, and articles that only look like copies.

Words are as frequent as those of a language, and turns of speech come again and again. Each article has names and
figures of its own; reports that fill a form share all other words.
"""

import random
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import NamedTuple

_SMALL = "the of to and a in is that for on was with as by it has at from are this be an not they more who his their its".split()
_STARTS, _MIDDLES, _ENDS = (
    "b c d f g h k l m n p r s t v w br st tr pl".split(),
    "a e i o u ea ou".split(),
    "n r l s t nd rk m".split(),
)
_VOCABULARY, _NAMES, _TURNS, _FORMS, _OUTLETS = 60_000, 20_000, 3_000, 300, 400
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


class Planted(NamedTuple):
    """A text, what sort of text it is, and the number of the article of which it is a copy, None where of none."""

    kind: str
    text: str
    copy_of: int | None


class GeneratedArticles:
    """Articles by their number, the same ones each time; every eighth one fills a form."""

    def __init__(self) -> None:
        chance = random.Random(7)  # noqa: S311 # the same articles each time
        words = dict.fromkeys(_SMALL)
        while len(words) < _VOCABULARY:
            words["".join(_syllable(chance) for _ in range(chance.choice((1, 2, 2, 3))))] = None
        self._words = list(words)
        self._rising = list(accumulate(1 / (rank + 3) for rank in range(_VOCABULARY)))
        self._names = [_syllable(chance).title() + _syllable(chance) for _ in range(_NAMES)]
        self._turns = [" ".join(self._some(chance, chance.randint(4, 8))) for _ in range(_TURNS)]
        self._forms = [self._form(chance) for _ in range(_FORMS)]
        self._footers = [self._footer(chance) for _ in range(_OUTLETS)]

    def article(self, number: int) -> str:
        """Give one article, as it went out."""
        chance = random.Random(number)  # noqa: S311 # the same articles each time
        if number % 8 == 0:
            return self._dressed(chance, self._filled(chance, self._forms[number // 8 % _FORMS]))
        return self._dressed(chance, self._told(chance, chance.randint(4, 16)))

    def queries(self, among: int, each: int) -> Iterator[Planted]:
        """Give copies and other texts, so many of each kind."""
        chance = random.Random(11)  # noqa: S311 # the same articles each time
        for kind, copied in _COPIES.items():
            for _ in range(each):
                number = chance.randrange(1, among)
                while number % 8 == 0:
                    number = chance.randrange(1, among)
                body = self._body(number)
                yield Planted(kind, self._dressed(chance, copied(self, chance, body)), number)
        for _ in range(each):
            number = chance.randrange(among // 8) * 8
            body = self._body(number)
            yield Planted("form: cut", self._dressed(chance, _cut(self, chance, body)), number)
            form = self._forms[number // 8 % _FORMS]
            yield Planted("other: same form", self._dressed(chance, self._filled(chance, form)), None)
            yield Planted("other: same event", self._dressed(chance, self._same_event(chance, number + 1)), None)
            yield Planted("other: same quotes", self._dressed(chance, self._same_quotes(chance, number + 1)), None)
            yield Planted("other: same outlet", self._dressed(chance, self._told(chance, 4), number % _OUTLETS), None)
            yield Planted("other: nothing shared", self._dressed(chance, self._told(chance, 12)), None)

    def exchanged(self, chance: random.Random, paragraphs: list[str], share: float) -> list[str]:
        """Exchange words for others, as an editor does; names and figures stay."""
        return [
            " ".join(
                self._some(chance, 1)[0] if word.isalpha() and word.islower() and chance.random() < share else word
                for word in paragraph.split()
            )
            for paragraph in paragraphs
        ]

    def told(self, chance: random.Random, paragraphs: int) -> list[str]:
        """Give paragraphs of a story of its own."""
        return self._told(chance, paragraphs)

    def _body(self, number: int) -> list[str]:
        """Give the paragraphs of an article without what the outlet put around them."""
        chance = random.Random(number)  # noqa: S311 # the same articles each time
        if number % 8 == 0:
            return self._filled(chance, self._forms[number // 8 % _FORMS])
        return self._told(chance, chance.randint(4, 16))

    def _told(self, chance: random.Random, paragraphs: int) -> list[str]:
        names = chance.choices(self._names, k=8)
        return [self._paragraph(chance, names) for _ in range(paragraphs)]

    def _paragraph(self, chance: random.Random, names: list[str]) -> str:
        sentences = []
        for _ in range(chance.randint(1, 3)):
            said = self._some(chance, chance.randint(8, 22))
            if chance.random() < 0.35:
                at = chance.randrange(len(said))
                said[at:at] = chance.choice(self._turns).split()
            said.insert(chance.randrange(1, len(said)), chance.choice(names))
            if chance.random() < 0.4:
                said.insert(chance.randrange(1, len(said)), _figure(chance))
            sentence = " ".join(said)
            sentences.append(sentence[0].upper() + sentence[1:] + ".")
        text = " ".join(sentences)
        if chance.random() < 0.2:
            return f"“{text[:-1]},” {chance.choice(names)} said on {chance.choice(_DAYS)}."
        return text

    def _form(self, chance: random.Random) -> list[str]:
        """Give a form: every eighth word or so is a figure or a name to fill in."""
        return [
            ". ".join(
                " ".join(
                    word if chance.random() > 0.12 else chance.choice(("{figure}", "{figure}", "{name}", "{day}"))
                    for word in self._some(chance, chance.randint(10, 24))
                ).capitalize()
                for _ in range(chance.randint(1, 3))
            )
            + "."
            for _ in range(chance.randint(4, 12))
        ]

    def _filled(self, chance: random.Random, form: list[str]) -> list[str]:
        names = chance.choices(self._names, k=8)

        def fill(word: str) -> str:
            bare = word.strip(".{}").lower()
            if "{" not in word:
                return word
            filled = {"figure": _figure(chance), "name": chance.choice(names), "day": chance.choice(_DAYS)}[bare]
            return filled + ("." if word.endswith(".") else "")

        return [" ".join(map(fill, paragraph.split())) for paragraph in form]

    def _same_event(self, chance: random.Random, number: int) -> list[str]:
        """Tell an event as somebody else: the names, the figures and some turns are the same."""
        words = " ".join(self._body(number)).split()
        telling = [word for word in words if word[0].isupper() or word[0].isdecimal()]
        found = []
        for paragraph in self._told(chance, chance.randint(5, 20)):
            own = [chance.choice(telling) if chance.random() < 0.1 else word for word in paragraph.split()]
            if chance.random() < 0.5:
                at = chance.randrange(len(words))
                own[len(own) // 2 : len(own) // 2] = words[at : at + chance.randint(5, 9)]
            found.append(" ".join(own))
        return found

    def _same_quotes(self, chance: random.Random, number: int) -> list[str]:
        quotes = [one for one in self._body(number) if one.startswith("“")]
        own = [one for one in self._told(chance, 8) if not one.startswith("“")]
        return [*own[:2], *quotes, *own[2:]]

    def _footer(self, chance: random.Random) -> str:
        return " ".join(self._some(chance, chance.randint(25, 60))).capitalize() + "."

    def _dressed(self, chance: random.Random, body: list[str], outlet: int | None = None) -> str:
        """Put a headline, a byline, a slug, credits and the outlet's own words around paragraphs."""
        name, other = chance.choices(self._names, k=2)
        number = chance.randrange(_OUTLETS) if outlet is None else outlet
        return "\n\n".join(
            [
                " ".join(self._some(chance, 8)).capitalize(),
                f"By {name} {other}",
                f"{chance.choice(self._names).upper()} (Reuters) - {body[0]}",
                *body[1:],
                f"(Reporting by {name} {other} and others; Editing by {chance.choice(self._names)})",
                self._footers[number],
                "Sign up for our newsletter",
            ]
        )

    def _some(self, chance: random.Random, count: int) -> list[str]:
        return chance.choices(self._words, cum_weights=self._rising, k=count)


def _cut(_: GeneratedArticles, chance: random.Random, body: list[str]) -> list[str]:
    return body[: max(3, round(len(body) * chance.uniform(0.5, 0.9)))]


def _new_lead(articles: GeneratedArticles, chance: random.Random, body: list[str]) -> list[str]:
    return [*articles.told(chance, 1), *body[1:]]


def _local(articles: GeneratedArticles, chance: random.Random, body: list[str]) -> list[str]:
    found = list(body)
    for paragraph in articles.told(chance, max(1, round(len(body) * chance.uniform(0.2, 0.6)))):
        found.insert(chance.randint(1, len(found)), paragraph)
    return found


def _edited(articles: GeneratedArticles, chance: random.Random, body: list[str]) -> list[str]:
    return articles.exchanged(chance, body, chance.uniform(0.05, 0.1))


def _updated(_: GeneratedArticles, chance: random.Random, body: list[str]) -> list[str]:
    """Exchange a third of the figures."""
    return [
        " ".join(
            _figure(chance) if word[0].isdecimal() and chance.random() < 0.33 else word for word in paragraph.split()
        )
        for paragraph in body
    ]


def _other_marks(_: GeneratedArticles, chance: random.Random, body: list[str]) -> list[str]:
    opens, closes = chance.choice(('""', "«»", "‘’", "„“"))
    return [one.replace("“", opens).replace("”", closes).replace(",", "") for one in body]


def _reordered(_: GeneratedArticles, chance: random.Random, body: list[str]) -> list[str]:
    at = chance.randint(1, max(1, len(body) - 2))
    return [*body[at:], *body[:at]]


def _all_at_once(articles: GeneratedArticles, chance: random.Random, body: list[str]) -> list[str]:
    """Cut it to three quarters, give it a lead, some words and a paragraph of its own."""
    kept = articles.exchanged(chance, body[: max(4, round(len(body) * 0.75))], 0.05)
    return [*articles.told(chance, 1), *kept[1:], *articles.told(chance, 1)]


_COPIES: dict[str, Callable[[GeneratedArticles, random.Random, list[str]], list[str]]] = {
    "copy: cut at the end": _cut,
    "copy: new lead": _new_lead,
    "copy: local paragraphs": _local,
    "copy: words exchanged": _edited,
    "copy: figures updated": _updated,
    "copy: other quote marks": _other_marks,
    "copy: sections reordered": _reordered,
    "copy: all at once": _all_at_once,
}


def _figure(chance: random.Random) -> str:
    return chance.choice(
        (f"{chance.randint(2, 99)}", f"{chance.randint(1, 9)}.{chance.randint(1, 9)}", f"{chance.randint(1, 900)},000")
    )


def _syllable(chance: random.Random) -> str:
    return chance.choice(_STARTS) + chance.choice(_MIDDLES) + chance.choice(_ENDS)
