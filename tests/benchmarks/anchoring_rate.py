"""How surely words are found again, how surely lookalikes are refused, and how long that takes.

Usage: python tests/benchmarks/anchoring_rate.py [FOLDER]

The cases are those of the table in ``tests/domain/evidence/anchoring_cases.py``, and those that are made from every
sentence of the ``.txt`` files of a folder, ``tests/extraction/sample_texts`` where none is given: one thing in it exchanged that makes another statement of it, or the
sentence untouched in a text whose order or typesetting changed. Times are CPU times of this process.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.measuring import Figure, cpu, show
from tests.domain.evidence.anchoring_cases import CASES
from workbench.domain.evidence.article_changes import article_changes
from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.independence import SourceText, independence
from workbench.domain.evidence.quote_check import QuoteVerdict, check_quote
from workbench.domain.evidence.reanchoring import Fate, reanchor
from workbench.domain.spans import quote_at

TEXTS = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parents[1] / "extraction" / "sample_texts")
_SENTENCE = re.compile(r"(?:^|(?<=[.!?”] ))[A-Z“][^\n.!?]{30,300}[.!?]”?(?=\s|$)", re.MULTILINE)
_PLAIN: dict[int, str] = {ord(mark): plain for mark, plain in zip("“”’– ", '""\'-\u00a0', strict=True)}
_SHORT = re.compile(r"\b[A-Z][a-z]{0,4}\.\s*$")
_OPPOSITES = (
    "rose fell", "rise fall", "increased decreased", "more fewer", "most few", "all some", "said denied", "says denies",
    "approved rejected", "won lost", "before after", "above below", "first last", "up down", "is isn't", "are aren't",
    "was wasn't", "were weren't", "has hasn't", "had hadn't", "will won't", "can cannot", "must may", "with without",
    "for against", "men women", "year month", "week day", "million billion", "million thousand", "percent points",
    "he she", "his her", "their our", "found lost", "opened closed", "began ended", "north south", "east west",
    "largest smallest", "new old", "high low", "higher lower", "over under", "to from", "into from", "made broke",
    "paid owed", "bought sold", "built razed", "hired fired", "public private", "legal illegal", "never always",
)  # fmt: skip
_TIMES = "January March May July October Monday Thursday Sunday".split()
_NAMES = "Leeds Norham Byrne Holm Reyes Dunmore".split()


class Made(NamedTuple):
    """A sentence of a text, and what a newer text has in its place."""

    sort: str
    text: str
    sentence: str
    newer: str


def main() -> None:
    """Print the figures."""
    made = list(_lookalikes())
    moved = list(_moved())
    table = [(case.wanted, *_fates(case.article, case.words, case.newer)) for case in CASES]
    show("The table of cases", [_of_table(table, fate) for fate in Fate])
    refused = [(one.sort, *_fates(one.text, one.sentence, one.newer)) for one in made]
    show("Lookalikes made of the texts: refused", _shares(refused, {Fate.ORPHAN}, "1.000"))
    for one, (_, *fates) in zip(made, refused, strict=True):
        if set(fates) != {Fate.ORPHAN}:
            print(f"  taken: {one.sort}: {one.sentence!r}")
    found = [(one.sort, *_fates(one.text, one.sentence, one.newer)) for one in moved]
    show("The same sentence in a changed text: found", _shares(found, {Fate.UNCHANGED, Fate.MOVED}, "0.990"))
    for one, (_, *fates) in zip(moved, found, strict=True):
        if not set(fates) <= {Fate.UNCHANGED, Fate.MOVED}:
            print(f"  lost: {one.sort}: {one.sentence!r}")
    show("Quotes: of altered ones, marked; of true ones, passed", _quotes(made, moved))
    show("Time on a text of 1 MB", list(_times()))


def _of_table(table: list[tuple[Fate, Fate, Fate]], fate: Fate) -> Figure:
    rows = [(one, other) for wanted, one, other in table if wanted is fate]
    right = sum(one is fate for row in rows for one in row)
    return Figure(
        f"{fate}: {len(rows)} cases, with and without the older text", "1.000", f"{right / (2 * len(rows)):.3f}"
    )


def _fates(text: str, words: str, newer: str) -> tuple[Fate, Fate]:
    start = text.index(words)
    quote = quote_at(text, start, start + len(words))
    new = CapturedText(newer)
    return reanchor(quote, new, start).fate, reanchor(quote, new, start, CapturedText(text)).fate


def _shares(rows: list[tuple[str, Fate, Fate]], right: set[Fate], asked: str) -> list[Figure]:
    every = Counter(sort for sort, *_ in rows)
    good = Counter(sort for sort, *fates in rows for fate in fates if fate in right)
    figures = [Figure(f"{sort} ({count})", asked, f"{good[sort] / (2 * count):.3f}") for sort, count in every.items()]
    return [*figures, Figure(f"all ({len(rows)})", asked, f"{sum(good.values()) / (2 * max(1, len(rows))):.3f}")]


def _texts() -> list[str]:
    return [path.read_text("utf-8") for path in sorted(TEXTS.glob("*.txt"))]


def _sentences(text: str) -> list[str]:
    """Give the sentences that stand once, without those that begin behind an abbreviation."""
    found = [match for match in _SENTENCE.finditer(text) if not _SHORT.search(text[: match.start()][-12:])]
    whole = [match.group() for match in found if not _SHORT.search(match.group()[-10:])]
    return [sentence for sentence in whole if text.count(sentence) == 1]


def _lookalikes() -> Iterator[Made]:
    for text in _texts():
        for sentence in _sentences(text):
            for sort, changed in _exchanged(sentence):
                yield Made(sort, text, sentence, text.replace(sentence, changed))


def _exchanged(sentence: str) -> Iterator[tuple[str, str]]:
    """Make other statements of a sentence, each by one exchange."""
    for pair in _OPPOSITES:
        for old, new in (pair.split(), pair.split()[::-1]):
            changed = re.sub(rf"(?<![\w'’]){old}(?![\w'’])", new, sentence, count=1)
            if changed != sentence:
                yield "opposite words", changed
    for match in re.finditer(r"\d+", sentence):
        other = str(int(match.group()) + 7)
        yield "numbers", sentence[: match.start()] + other + sentence[match.end() :]
    for match in re.finditer(rf"\b(?:{'|'.join(_TIMES)})\b", sentence):
        other = next(time for time in _TIMES if time != match.group())
        yield "dates", sentence[: match.start()] + other + sentence[match.end() :]
    for number, match in enumerate(re.finditer(r"(?<=[a-z] )[A-Z][a-z]{2,}\b", sentence)):
        yield "names", sentence[: match.start()] + _NAMES[number % len(_NAMES)] + sentence[match.end() :]
    for match in re.finditer(r"\b(?:is|was|are|were|has|had|will|would|could|did)\b(?! not)", sentence):
        yield "negations put in", f"{sentence[: match.end()]} not{sentence[match.end() :]}"
    for match in re.finditer(r"\bnot |\bno ", sentence):
        yield "negations taken out", sentence[: match.start()] + sentence[match.end() :]
    yield "denied as a whole", f"It is not true that {sentence[0].lower()}{sentence[1:]}"


def _moved() -> Iterator[Made]:
    chance = random.Random(7)  # noqa: S311 - a benchmark wants the same order each time
    for text in _texts():
        sentences = _sentences(text)
        for sentence in sentences:
            others = [one for one in sentences if one != sentence]
            chance.shuffle(others)
            at = chance.randrange(len(others) + 1)
            shuffled = " ".join([*others[:at], sentence, *others[at:]])
            yield Made("moved among others", text, sentence, shuffled)
            yield Made("new beginning", text, sentence, f"Updated with more.\n\n{text}")
            plain = text.translate(_PLAIN)
            yield Made("other typesetting", text, sentence, plain)
            yield Made("lines broken", text, sentence, re.sub(r"(?<=\w) (?=\w+ \w+ \w+)", "\n", text, count=0))
        for before, sentence in pairwise(sentences):
            yield Made("neighbour taken out", text, sentence, text.replace(before, ""))


def _quotes(made: list[Made], moved: list[Made]) -> list[Figure]:
    marked = sum(
        not check_quote(_changed_sentence(one), CapturedText(one.text)).stands
        for one in made
        if one.sort != "denied as a whole"
    )
    wrong = sum(one.sort != "denied as a whole" for one in made)
    passed = [check_quote(one.sentence, CapturedText(one.newer)).verdict for one in moved]
    good = sum(verdict in {QuoteVerdict.EXACT, QuoteVerdict.TYPOGRAPHIC} for verdict in passed)
    return [
        Figure(f"altered, marked ({wrong})", "1.000", f"{marked / wrong:.3f}"),
        Figure(f"true, passed ({len(passed)})", "1.000", f"{good / len(passed):.3f}"),
    ]


def _changed_sentence(one: Made) -> str:
    """Give what stands in the newer text in the place of the sentence."""
    start = one.text.index(one.sentence)
    return one.newer[start : len(one.newer) - (len(one.text) - start - len(one.sentence))]


def _times() -> Iterator[Figure]:
    chance = random.Random(7)  # noqa: S311 - as above
    words = sorted({word for text in _texts() for word in text.split()})
    paragraphs = [" ".join(chance.choices(words, k=60)) for _ in range(2_400)]
    text = "\n".join(paragraphs)[:1_000_000]
    chance.shuffle(paragraphs)
    excerpt = text[500_000:].partition(" ")[2][:300].rpartition(" ")[0]
    altered = excerpt.replace("a", "e", 3)
    begin = text.index(excerpt)
    quote = quote_at(text, begin, begin + len(excerpt))
    newer = text.replace("the", "a", 500)
    ready = CapturedText(text)
    yield Figure("prepare it once", "-", f"{cpu(lambda: (ready.folded, ready.words)):.0f} ms")
    yield Figure("check a true quote", "-", f"{cpu(lambda: check_quote(excerpt, ready)):.1f} ms")
    yield Figure("check an altered quote", "-", f"{cpu(lambda: check_quote(altered, ready)):.0f} ms")
    yield Figure("find words again", "-", f"{cpu(lambda: reanchor(quote, ready, begin)):.1f} ms")
    spans = [(at, at + 120) for at in range(0, 900_000, 9_000)]
    yield Figure(
        "two texts, 500 edits, 100 claims", "-",
        f"{cpu(lambda: (article_changes(text, newer).paragraphs, article_changes(text, newer).claims(spans))) / 2:.0f} ms",
    )  # fmt: skip
    moved = "\n".join(paragraphs)
    yield Figure(
        "two texts, all paragraphs moved", "-", f"{cpu(lambda: article_changes(text, moved).paragraphs):.0f} ms"
    )
    sources = [SourceText(str(index), text[index * 4_000 : index * 4_000 + 6_000]) for index in range(200)]
    yield Figure("200 sources of 6 kB, whose word they are", "-", f"{cpu(lambda: independence(sources)):.0f} ms")


if __name__ == "__main__":
    main()
